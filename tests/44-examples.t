#!/bin/sh
# Each line of the EXAMPLES of each page, and each crontab line of a page, run as it is
# printed, in the place of a made-up couple. What needs a program that is not here is
# named and left out. Crontab lines have cron's bare environment.
. "$(dirname "$0")/lib.sh"

[ -d "$TOP/man" ] || skip_all 'no pages here'
[ "$under_valgrind" = 0 ] || skip_all 'once is enough'
need clock
clock_at '2026-11-25 14:00:00'

# An installation of links, a mail program that only keeps what it is given, and what
# lies beside an example.
mkdir here pages template
for tool in "$bin"/*; do ln -s "$tool" here/; done
cat >here/mail <<EOS
#!/bin/sh
{ printf '%s\n' "\$*"; cat; } >>"$T/mails"
EOS
printf '#!/bin/sh\nexit 0\n' >here/systemctl
printf '#!/bin/sh\nfor page; do :; done; echo "Words from an editor." >>"$page"\n' >here/an-editor
chmod +x here/*
cp "$TOP"/man/*.[157] pages/ && chmod u+w pages/*
sh "$TOP/.ci/here" "$T/here" "$bin" "${UNHURRIED_SHARE:-$TOP/share}" '' pages/*
PATH=$T/here:$(printf %s "$PATH" | sed "s;^$bin:;;")
export EDITOR="$T/here/an-editor" PAGER=cat

# The place: the sample weeks, an entry with the ID that the pages name, and files.
couple
for who in alex sam; do checkin -q -u $who -f "$TOP/share/examples/four-weeks/$who.yaml" >ids 2>&1 || diag <ids; done
private=$XDG_DATA_HOME/unhurried/private/alex
cat >"$private/log/2026/11/20261122t200431z-alex-checkin-a1b2c3.yaml" <<'EOS'
kind: checkin
at: "2026-11-22T21:04:31+01:00"
by: "alex"
mood: 7
closeness: 6
tags: ["tea", "draft"]
note: |
  We stopped when I asked.
EOS
chmod 600 "$private"/log/2026/11/*a1b2c3.yaml
checkin -q -t garden -m 'the last roses' mood=7
reason -q -m 'we laugh in the kitchen'
care -q visit 'today 16:00' -m 'bring the letter'
agree -q -u sam hold how-we-talk -m 'after dinner'
mkdir beside
printf 'at: 2026-11-24T21:00\nnote: x\n---\nkind: win\nat: 2026-11-25T08:00\nnote: w\n' >beside/diary.yaml
printf 'kind: checkin\nat: 2026-11-24T21:00\nby: alex\nnote: x\n' >beside/everything.yaml
echo 'a note' >beside/words.txt; cp beside/words.txt beside/note.txt
printf 'Dear you,\nyou never listen to me.\n' >beside/letter.txt
echo '[{"at":"2026-11-24T21:00","note":"from a list"}]' >beside/list.json
printf 'at,mood,note,tags\n2026-11-23T21:00,6,from a table,tea;quiet\n' >beside/list.csv
cp "$TOP/tests/import/daylio-sample.csv" beside/export.csv
echo '{"entries":[{"title":"a","body":"b","date":"2026-11-20","time":"21:00","tags":[]}]}' >beside/diary.json
mkdir "$HOME/phone"
cp -pR "$HOME" template/home && cp -pR beside template/work
# place DIR: as it is in DIR, and somewhere to be.
place() {
	cd "$T" && rm -rf "$T/home" "$T/work" && cp -pR "$1/home" "$1/work" "$T" && cd work || exit 1
}
# keep: as it is before a line, which may be run again.
keep() { rm -rf "$T/kept" && mkdir "$T/kept" && cp -pR "$HOME" "$T/kept/home" && cp -pR "$T/work" "$T/kept/work"; }

# examples PAGE: what is in its EXAMPLES: "$<tab>COMMAND", goes on lines joined, and
# "=<tab>LINE" for what stands below it; "-" between displays.
examples() {
	awk '
		function say(s) {
			gsub(/\\e/, "\\", s); gsub(/\\\(dq/, "\"", s); gsub(/\\\(aq/, "\047", s)
			if (more) { line = line " " s }
			else if (match(s, /^[a-z]*\$ /)) line = substr(s, RLENGTH + 1)
			else { print "=\t" s; return }
			more = line ~ /\|$/
			if (!more) print "$\t" line
		}
		/^\.Sh / { on = $2 == "EXAMPLES" }
		!on { next }
		/^\.Bd -literal/ { display = 1; print "-"; next }
		/^\.Ed/ { display = 0; next }
		sub(/^\.Dl /, "") { print "-"; say($0); next }
		display { say($0) }' "$1"
}
# lacks COMMAND: the first program in it that is not here.
lacks() {
	printf '.Dl $ %s\n' "$1" | "$TOP/tests/typed" page | cut -f 1 | while read -r program; do
		command -v "$program" >/dev/null || { echo "$program"; break; }
	done
}
# Lines that end with another status, and rightly so, as their page tells.
wants() {
	case $1 in
	'kindly letter.txt') echo 1 ;;		# something is marked
	'moment suggest') echo 1 ;;		# nothing can be told of four weeks
	*) echo 0 ;;
	esac
}
# with_terminal COMMAND: on one, where each question is answered by Ctrl-D.
with_terminal() {
	for questions in 4 3 2 1 0; do
		place "$T/kept"
		i=0
		: >"$T/answers"
		while [ $i -lt $questions ]; do
			printf 'expect \033[?2004h\nsend \\x04\n' >>"$T/answers"
			i=$((i + 1))
		done
		echo eof >>"$T/answers"
		waits=yes
		run onterm -t 3 "$T/answers" sh -c "$1"
		waits=
		[ "$status" = 124 ] || return 0
	done
}
# prepare COMMAND: what a page takes for granted before it.
prepare() {
	case $1 in
	'unhurried init'*|'unhurried -d ~/Sync'*) rm -rf "$T/home"; mkdir -p "$HOME/Sync" ;;
	'mv ~/.config'*)
		mkdir -p "$HOME/.config/unhurried"
		cp "$XDG_CONFIG_HOME/unhurried/config.yaml" "$HOME/.config/unhurried/" ;;
	'unhurried -d ~/own'*)
		unhurried leave -q --yes >"$T/out" 2>&1
		rm -f "$XDG_CONFIG_HOME/unhurried/config.yaml" ;;
	'forget --shared'*|'recall --shared'*) share -q --yes --part note a1b2c3 >"$T/out" 2>&1 ;;
	'forget --undo'*) forget -q --yes --all-copies a1b2c3 >"$T/out" 2>&1 ;;
	'boundary share'*|'boundary ask'*|'boundary drop'*) boundary -q not-now my neck 2>"$T/err" ;;
	'moment drop'*) moment -q plan --together tomorrow 21:00 >"$T/out" 2>&1 ;;
	'ls ~/.local'*|'grep -rl tea ~/.local'*)
		mkdir -p "$HOME/.local/share/unhurried"
		cp -pR "$XDG_DATA_HOME/unhurried/private" "$HOME/.local/share/unhurried/"
		mkdir -p "$HOME/.local/share/unhurried/private/alex/trash" ;;
	*) ;;
	esac
}

for page in pages/*; do
	name=${page##*/}
	examples "$T/$page" >"$T/lines"
	[ -s "$T/lines" ] || continue
	while IFS='	' read -r what line <&3; do
		case $what in
		-)
			passed=
			if one_of 5 displays; then place "$T/template"; else passed=yes; fi ;;
		'=') ;;
		'$')
			case $passed$line in
			'yeskindly letter.txt') place "$T/template" ;; # looked at below
			yes*) continue ;;
			esac
			case $line in
			'ritual run'*|*dictation*|'boundary begin')
				skip "$name: $line: it takes its time, or is made up"; continue ;;
			esac
			missing=$(lacks "$line")
			if [ -n "$missing" ]; then skip "$name: $line: no $missing here"; continue; fi
			prepare "$line"; keep
			run timeout 60 sh -c "$line"
			if [ "$status" != "$(wants "$line")" ] && has_terminal; then with_terminal "$line"; fi
			is "$status" "$(wants "$line")" "$name: $line" || said
			undone=
			[ "$line" != 'kindly letter.txt' ] || cp "$T/out" "$T/letter.out" ;;
		esac
	done 3<"$T/lines"
	cd "$T" || exit 1
done
examples pages/kindly.1 | sed -n '2,/^-/s/^=	//p' >wanted
is "$(cat letter.out)" "$(cat wanted)" 'kindly(1): what it prints is what stands there'

quick_ends

# Crontab lines of all pages, with the settings that stand above them in their display:
# "SETTING" or "!<tab>COMMAND" a line, "-" between displays.
crontabs() {
	awk '
		/^\.Bd -literal/ { display = 1; print "-"; next }
		/^\.Ed/ { display = 0; next }
		{ s = $0; one = sub(/^\.Dl /, "", s) }
		one { print "-" }
		!display && !one { next }
		{ gsub(/\\e/, "\\", s); gsub(/\\\(dq/, "\"", s) }
		s ~ /^[A-Za-z_]+=[^ ]*$/ { print s; next }
		s ~ /^[0-9*][0-9*\/]* [0-9*]+ [0-9*]+ [0-9*]+ [0-9*]+ [a-z]/ {
			sub(/^[^ ]+ [^ ]+ [^ ]+ [^ ]+ [^ ]+ /, "", s)
			gsub(/\\%/, "%", s)
			print "!\t" s
		}' "$1"
}
# by_cron COMMAND: as cron runs it, with the settings; with the clock of this file, and
# the texts where an installation has them.
by_cron() {
	run bare HOME="$HOME" LOGNAME=alex SHELL=/bin/sh PATH=/usr/bin:/bin UNHURRIED_SHARE="${UNHURRIED_SHARE:-$TOP/share}" \
	    XDG_DATA_HOME="$XDG_DATA_HOME" XDG_CONFIG_HOME="$XDG_CONFIG_HOME" XDG_STATE_HOME="$XDG_STATE_HOME" \
	    $settings timeout 60 /bin/sh -c "$1"
}
lines=0
for page in pages/*; do
	name=${page##*/}
	crontabs "$page" >"$T/lines"
	settings=''
	while IFS='	' read -r what line <&3; do
		case $what in
		-) settings='' ;;
		'!')
			lines=$((lines + 1))
			case $line in
			*over-rsync*|*SENDMAIL=*|*espeak*)
				skip "$name: $line: another computer, a mail server or a voice"; continue ;;
			esac
			one_of 3 crontabs || continue
			place "$T/template"
			rm -f "$T/mails"
			by_cron "$line"
			is "$status$(cat "$T/err")" 0 "$name, by cron: $line" || said
			case $line in
			*by-mail*)
				ok 'a mail comes' [ -s "$T/mails" ]
				is "$(sed 1q "$T/mails")" '-s A quiet note alex' 'to oneself, and its head says nothing'
				is "$(cat "$T/out")" '' 'and that is all'
				rm -rf "$T/mails" "$T/home/data"
				case $line in *progress*|*reason*)
					by_cron "$line"
					ok 'where it cannot: no mail, but the reason' [ ! -e "$T/mails" ]
					ok 'which cron sends' [ -s "$T/err" ] ;;
				esac ;;
			*--note*|*Hello*|*echo*)
				ok 'a line comes' [ -s "$T/out" ] ;;
			*) is "$(cat "$T/out")" '' 'without a word' ;;
			esac
			case $line in *by-mail*) continue ;; *unhurried*) ;; *) continue ;; esac
			rm -rf "$T/home/data"
			unhurried -q init alex sam >"$T/out" 2>&1
			by_cron "$line"
			is "$(cat "$T/out" "$T/err")" '' 'where nothing is kept yet: no mail' ;;
		*=*) settings="$settings $what" ;;
		esac
	done 3<"$T/lines"
	cd "$T" || exit 1
done
ok 'there are such lines' [ "$lines" -gt 12 ]

# Called without what they want, recipes say what that is, and do nothing.
for recipe in from-cron/by-mail from-cron/weekly-mail to-travel/over-rsync; do
	run sh "$TOP/share/examples/$recipe"
	status_is 2 "$recipe alone"
	err_has "usage: ${recipe##*/} " 'says how it is called'
	is "$(cat "$T/out")" ''
done
done_testing
