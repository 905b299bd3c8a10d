#!/bin/sh
# The first evening, typed as people type: of two, of one, and slips, each of which is
# answered with something to type next.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

clock_at '2026-11-29 20:00:00' Europe/Berlin
esc=$(printf '\033')
data=$XDG_DATA_HOME/unhurried
fresh() { rm -rf "$HOME"; mkdir "$HOME"; }

# slips: lines of CALL|what its answer has; nothing is written by any of them.
slips() {
	while IFS='|' read -r call says; do
		eval "run $call"
		ok "$call: is no success" [ "$status" -ne 0 ]
		cat out err >answer
		like "$(tr '\n' ' ' <answer)" "$says" "$call: names $says"
		ok "$call: no escape is shown" [ "$(sed "s|${T}[^ :]*||g" answer | grep -c "$esc")" -eq 0 ]
	done
}

# Before anything is there.
fresh
snapshot
slips <<'EOS'
unhurried|unhurried init
unhurried inti|did you mean init?
unhurried jion|did you mean join?
unhurried begin|did you mean init?
unhurried help me|'unhurried help' lists them
unhurried help chekin|did you mean checkin?
unhurried toor|did you mean tour?
unhurried init|unhurried init alex sam
unhurried init alex|unhurried init alex sam
unhurried init alex and sam|unhurried init alex sam
unhurried init Alex, Sam|unhurried init alex sam
unhurried init alex sam --solo|too many names: one or two
unhurried init --sole alex|unhurried init -h
unhurried join|unhurried init
checkin|unhurried init
checkin mood=5|nothing is here yet; to begin, type: unhurried init
recall|unhurried init
unhurried start|did you mean init?
EOS
unchanged 'nothing is made by a slip'

# With two, off a terminal: what a person may try.
couple
snapshot
slips <<'EOS'
unhurried init alex sam|unhurried join
unhurried join kim|it has alex and sam
unhurried -u kim|it has alex and sam
checkin mood 7|like mood=7
checkin mood:7|like mood=7
checkin 7|like mood=7
checkin tired|Words go with -m
checkin last week|Words go with -m
checkin list|like mood=7
checkin mood=11|0-10
checkin mood=good|hard, mixed, okay
checkin moods=5|couple.yaml has mood
checkin -m|checkin -h
checkin --mood 5|checkin -h
checkin --tags rest|did you mean --tag?
checkin -tag rest|did you mean --tag?
checkin —m sad|did you mean -m?
checkin –at yesterday|did you mean --at?
checkin --when yesterday|did you mean --at?
checkin yesterday mood=4|did you mean --at 'yesterday'?
checkin edit|did you mean --edit?
checkin help|did you mean --help?
recall -5|did you mean -n 5?
recall --from yesterday|did you mean --since?
ritual breathing|did you mean --kind breathing?
progress chart|did you mean --chart?
progress monthly|did you mean month?
progress mood|did you mean -s mood?
progress everything|did you mean all?
unhurried export csv|did you mean --format csv?
unhurried saftey|did you mean safety?
thanks —share tea|did you mean --share?
kindly 'you never listen'|type: kindly
moment delete|did you mean drop?
checkin mood=5 --at tomorrow|yesterday 21:00
checkin mood=5 --at 25:00|yesterday 9pm
recall --kind check-in|did you mean checkin?
recall --since yesteday|yesterday
recall abc123|'recall -l' lists them
share|'recall -l' lists it
share mood|'recall -l' lists them
share abc123|'recall -l --by alex' lists them
forget|'recall -l' lists it
forget --for-good|'forget list'
forget all|'recall -l' lists them
forget abc123|'recall -l --by alex' lists them
forget --undo abc123|what you took back: 'share'
prompt next|choose another
prompt skip it|prompt -h
prompt offer|'prompt answer'
prompt answer|-m TEXT
ritual breathe|choose list
ritual run breathing|'ritual list' lists them
progress last|last month
progress --week|progress -h
resume please|resume -h
signal yelow|'signal words' lists them
agree yes|agree -h
agree tea|choose list
agree end tea|'agree' lists them
boundary no hugs|type: pause
boundary add hugs|not-now
boundary unshare|'boundary' lists yours
boundary share hugs|'boundary' lists them
pace next|softer
pace visit|'pace list' names some
hardday help|hardday -h
moment plan|moment plan saturday 20:00
moment plan tonite|tomorrow 9am
moment plan yesterday|tomorrow 20:00
moment drop|'moment list' names them
care add|care -h
care visit|care visit 10 december 9:30
care visit tomorrow|tomorrow 20:00
learn vaginismus|'learn' lists them
learn saftey|did you mean safety?
nudge now|nudge -h
unhurried export --format xls|jsonl, csv or sql
unhurried check --fix|unhurried check -h
unhurried paper all|choose words
unhurried leave now|-u NAME
EOS
unchanged 'nothing is written by a slip'

has_terminal || { skip 'no pseudo terminal here'; done_testing; }

# evening COLUMNS: what stands on standard input is typed into a shell there.
# What is longer than the screen of 24 rows waits there: "long N" in a script is a q,
# where there are not more than N columns.
evening() {
	awk -v columns="$1" '$1 != "long" { print } $1 == "long" && columns <= $2 { print "send q" }' >script
	echo "PS1='+ '; export PS1" >rc
	run env ENV="$T/rc" onterm_at "$1"
}
cat >onterm_at <<EOS
#!/bin/sh
exec "$TOP/tests/unit/onterm" -t 10 -s "\$1x24" "$T/script" sh -i
EOS
chmod +x onterm_at; PATH=$T:$PATH
# wide COLUMNS: the lines of what was shown that are wider; what is drawn again stands
# behind a carriage return.
wide() {
	sed "s/$esc\\[[0-9;?]*[a-zA-Z]//g" out | tr '\r' '\n' |
	    perl -CSD -ne 'BEGIN { $n = shift } chomp; print "$_\n" if length > $n' "$1" | grep -v "$T"
}

for columns in 40 80 200; do
	# Two at one keyboard.
	fresh
	evening $columns <<'EOS'
expect + 
send unhurried\r
expect Welcome.
expect Begin now?
send ?\r
expect Ctrl-X
expect Begin now?
send y\r
expect Your name:
send Émiliee\x7f\r
expect partner's name
send <\r
expect Your name:
send Émilie\r
expect partner's name
send Sam\r
expect comfort:
send \r
expect hesitation:
send slow\e[D\e[D\e[C\e[F\r
expect ready:
send <\r
expect hesitation:
send softly\r
expect ready:
send .\r
expect Made
expect + 
send unhurried\r
expect You are the only one here, and that is
expect + 
send unhurried -u sam join\r
expect comfort:
send .\r
expect You are sam here.
expect + 
send checkin\r
expect How is your mood?
send ?\r
expect How is your mood?
send sevn\r
expect How is your mood?
send 7\r
expect How much is on
send <\r
expect So far: 7.
expect How is your mood?
send \r
expect How much is on
send 9\r
expect body
send <\r
expect So far: 9.
expect How much is on
send -\r
expect body
send .\r
expect share
send \r
expect + 
send checkin\r
expect How is your mood?
send <\r
expect This is the first one.
expect How is your mood?
send \r
expect How much is on
send \r
expect body
send \r
expect at ease
send \r
expect How close
send \r
expect commas
send tired, tender\r
expect slower
send <\r
expect So far: tired, tender.
expect commas
send \r
expect slower
send same\r
expect suits you
send only hands\r
expect Any words?
send <\r
expect So far: only hands.
expect suits you
send \r
expect Any words?
send ?\r
expect as many lines
expect > 
send a first\e[D\e[D\e[D line\e[200~pasted\e[201~\r
expect > 
send .\r
expect share
send \r
expect + 
send share list\r
expect person.yaml
expect + 
send unhurried help\r
expect At any time:
long 40
expect + 
send exit\r
EOS
	status_is 0 "an evening of two, $columns columns"
	is "$(wide $columns)" '' "$columns columns: nothing is wider"
	is "$(find "$HOME" -type f -exec grep -l "$esc" {} +)" '' 'no escape is in any file'
	is "$(cat "$data"/private/emilie/log/*/*/* | grep -c '^mood: 7')" 1 'what was gone back to stays'
	is "$(cat "$data"/private/emilie/log/*/*/* | grep -c '^stress')" 0 'what was taken out is out'
	like "$(cat "$data"/private/emilie/log/*/*/*)" 'feel: ["tired", "tender"]' 'and words are kept'
	is "$(sed -n 's/^name: //p' "$data/shared/emilie/person.yaml")" '"Émilie"' 'called as it was written'
	is "$(sed -n 's/^ *hesitation: //p' "$data/shared/emilie/person.yaml")" '["softly"]' 'and a word of their own'

	# One alone.
	fresh
	evening $columns <<'EOS'
expect + 
send unhurried\r
expect Begin now?
send y\r
expect Your name:
send Робин\r
expect The tools will say
expect short name:
send robin\r
expect partner's name
send \r
expect Made
expect + 
send checkin -m 'a quiet evening'\r
expect + 
send unhurried\r
expect If you like:
expect + 
send forget list\r
expect Nothing rests
expect + 
send forget --undo\r
expect nothing rests
expect + 
send exit\r
EOS
	ok "an evening of one, $columns columns" [ "$status" -le 1 ] || said
	is "$(wide $columns)" '' "$columns columns: nothing is wider"
	is "$(sed -n 's/^name: //p' "$data/shared/robin/person.yaml")" '"Робин"' 'called so'
	like "$(cat "$data"/private/robin/log/*/*/*)" 'a quiet evening' 'and words are kept'
done

# On a terminal that draws nothing, without colour, and in no language: the same answers.
for how in TERM=dumb NO_COLOR=1 'TERM=dumb LC_ALL=C' 'NO_COLOR=1 LC_ALL=C LANG=C'; do
	rm -rf "$data/private/robin/log"/*
	cat >script <<'EOS'
expect How is your mood?
send ?\r
expect goes back
expect How is your mood?
send 7\r
expect How much is on
send <\r
expect So far: 7.
expect How is your mood?
send \r
expect How much is on
send .\r
expect Kept
EOS
	# shellcheck disable=SC2086 # its parts
	run onterm script env $how checkin
	status_is 0 "$how: checkin"
	is "$(cat "$data"/private/robin/log/*/*/* | grep -c '^mood: 7')" 1 "$how: what was said is kept"
	case $how in
	TERM=dumb*) unlike "$(cat out)" "$esc" "$how: no escape is shown" ;;
	*) unlike "$(cat out)" "${esc}[1m" "$how: nothing is bold" ;;
	esac
	# shellcheck disable=SC2086
	run env $how unhurried
	status_is 0 "$how: unhurried"
	out_has 'If you like:'
done
done_testing
