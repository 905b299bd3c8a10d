#!/bin/sh
# The first evening of two and of one in a real terminal, typed as people type, on
# screens of 40, 80 and 200 columns: what is said is the same words on each, none is
# cut, the terminal wraps nothing over, and no question comes twice.
. "$(dirname "$0")/lib.sh"
need tmux bash
[ "$under_valgrind" = 0 ] || skip_all 'once is enough'

clock_at '2026-11-29 20:00:00' Europe/Berlin
esc=$(printf '\033')
teardown() { screen kill-server 2>/dev/null; }

# begin COLUMNS: a shell with nobody's settings, in a home with nothing in it.
begin() {
	columns=$1
	teardown
	rm -rf "$HOME"; mkdir "$HOME"
	: >waited
	screen -f /dev/null new-session -d -s s -x "$columns" -y 200 \
	    "PS1='\$ ' HISTFILE=/dev/null TERM=screen bash --norc --noprofile"
	until_shown '$'
}
shown() { screen capture-pane -p -S - -t s "$@"; }
# typed TEXT WAIT: types it and Enter, until WAIT is what was said last. Words that
# a narrow screen breaks are looked for as one line.
typed() {
	[ -z "$1" ] || screen send-keys -t s -l -- "$1"
	screen send-keys -t s Enter
	tries=0
	until shown | tr -s '\n ' '  ' | grep -q -- "$2 *\$"; do
		tries=$((tries + 1))
		[ $tries -lt 100 ] || { echo "after '$1', in vain: $2" >>waited; break; }
		sleep 0.1
	done
}
# done_with WHAT: the transcript, as lines and as words, and what holds for each.
done_with() {
	shown | sed '/^ *$/d' >"$1.$columns"
	is "$(cat waited)" '' "$1, $columns columns: each answer came"
	shown -J | sed '/^ *$/d' >joined
	is "$(wc -l <joined)" "$(wc -l <"$1.$columns")" "$1, $columns columns: no line goes on past the edge"
	is "$(grep -rl "$esc" "$HOME")" '' "$1, $columns columns: no file has an escape"
	# IDs are drawn, and a path may be longer than a line.
	tr -s '\n ' '  ' <"$1.$columns" | sed "s/[0-9]*t[0-9]*z-\([a-z]*-[a-z]*\)-[0-9a-z]\{6\}/\1/g; s/20:[0-9][0-9]/TIME/g; s/, \([a-z]*\) [0-9a-z]\{6\} /, \1 ID /g
	    s/forget --shared [0-9a-z]\{6\}/forget --shared ID/g
	    s/Made .* is yours alone\./MADE/; s/Made .* they are yours\./MADE/; s/Your place is in .* is yours alone\./PLACE/" | fold -s -w 100 >"$1.words.$columns"
	[ "$columns" = 40 ] || { ok "$1, $columns columns: the same words as on 40" cmp -s "$1.words.40" "$1.words.$columns" ||
	    diff "$1.words.40" "$1.words.$columns" | diag; }
}
# once WHAT: no question stands there twice.
once() {
	is "$(grep -o '[A-Z][^.?]*?' "$1.words.$columns" | sort | uniq -d)" '' "$1, $columns columns: nothing is asked twice"
}

two() {
	typed unhurried 'Begin now? It asks for a name, or two. \[y/N\]'
	typed y 'Your name:'
	typed Émilie 'just for you):'
	typed Jonas 'comfort: .*for none)'
	typed '' 'hesitation: .*for none)'
	typed '' 'ready: .*for none)'
	typed '' 'pause: .*for none)'
	typed '' 'until you share it\. \$'
	typed checkin 'How is your mood? .*okay)'
	typed 4 'on your mind? .*okay)'
	typed hard 'body feel? .*okay)'
	typed '' 'at ease are you? .*okay)'
	typed '' 'to your partner? .*near)'
	typed near '(? shows some)'
	typed 'tired, hopeful' 'same or curious?'
	typed slower 'what does not?'
	typed 'a warm bath' '>'
	typed 'It was a long day.' '>'
	typed . 'Kept, and not shared\. \$'
	typed share 'yours:'
	typed 1 'yours:'
	typed '' '\[y/N\]'
	typed y 'takes it back\. \$'
	typed 'unhurried -u jonas join Jonas' 'comfort: .*for none)'
	typed '' 'hesitation: .*for none)'
	typed '' 'ready: .*for none)'
	typed '' 'pause: .*for none)'
	typed '' 'until you share it\. \$'
	typed 'recall -u jonas' 'long day\. \$'
	typed 'thanks "for the tea"' '\[y/N\]'
	typed pause 'It stays with you\. \$'
	typed 'pause -u jonas' '\$'
	typed resume '\$'
	typed 'resume -u jonas' '\$'
	typed 'unhurried' 'help safety \$'
}
one() {
	typed unhurried 'Begin now? It asks for a name, or two. \[y/N\]'
	typed y 'Your name:'
	typed Mika 'just for you):'
	typed '' "'checkin'\. \\\$"
	typed checkin 'How is your mood? .*okay)'
	typed '' 'on your mind? .*okay)'
	typed '' 'body feel? .*okay)'
	typed '' 'at ease are you? .*okay)'
	typed '' '(? shows some)'
	typed '' 'same or curious?'
	typed '' 'what does not?'
	typed '' '>'
	typed 'A quiet evening.' '>'
	typed . 'Kept, and not shared\. \$'
	typed 'win "I slept"' '\$'
	typed 'recall' 'I slept \$'
	typed 'unhurried' 'help safety \$'
}
for columns in 40 80 200; do
	[ "$columns" != 80 ] || whole || continue
	begin "$columns"; two; done_with two
	[ "$columns" = 40 ] || whole || continue
	begin "$columns"; one; done_with one; once one
done
done_testing
