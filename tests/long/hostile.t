#!/bin/sh
# What somebody may have put where a directory or a file of ours belongs, of fifty kinds,
# beside every tool: no crash, no hang, at most twenty times the time of the same call
# on an ordinary place, at most 32 MiB. Where nothing but walking through what lies
# there takes longer than half of that, twice what the walk takes in the same run: each
# name looked at for a call that is asked for all of them, and each file read where the
# names are those of entries. KINDS=PART: the kinds that have it; THIN=N: each at one in
# N of the places.
! [ -w /dev/shm ] || TMPDIR=/dev/shm
. "$(dirname "$0")/../lib.sh"

need clock
[ "$under_valgrind" = 0 ] || skip_all 'valgrind takes its own time and memory'
! grep -qas __asan_init "$bin/checkin" || skip_all 'a sanitizer takes its own time and memory'
weigh=$T/weigh
${CC:-cc} -std=c11 -O1 -o "$weigh" "$TOP/tests/fault/weigh.c" 2>err || skip_all 'nothing can be weighed here'
${CC:-cc} -std=c11 -O1 -o "$T/walk" "$TOP/tests/fault/walk.c" 2>err || skip_all 'nothing can be walked through here'
couple
for n in 1 2 3 4 5 6 7 8; do
	for who in alex sam; do
		id=$(checkin -u $who --at "$n days ago" mood=5 -t tea -m "evening $n" 2>err) &&
		    share -q -u $who --yes --part note "$id" || exit
	done
done >out 2>err
{ agree hold tea 'After dinner'; reason together hold 'for rain'; pace hold "$(pace list --format tsv | sed -n 1p | cut -f 1)"
boundary not-now neck; boundary share --yes neck; moment plan --together 'tomorrow 20:00' tea; care ask 'how long'
care visit '2026-12-17 09:30' -m 'the letter'; win 'warm feet'; signal comfort; forget -q "$(recall -1 --by alex | tail -n 1)"; } >out 2>err || { cat err; exit 1; }
data=$XDG_DATA_HOME/unhurried

# kind NAME PATH: makes PATH, which is not there, of that kind.
kind() {
	case $1 in
	'a file') echo words >"$2" ;;
	'an empty file') : >"$2" ;;
	'a FIFO') mkfifo "$2" ;;
	'a socket')
		perl -MIO::Socket::UNIX -e 'chdir shift or die; IO::Socket::UNIX->new(Local => shift, Listen => 1) or die' "${2%/*}" "${2##*/}" ;;
	'a device that never ends') mknod "$2" c 1 5 ;;
	'a device that is full') mknod "$2" c 1 7 ;;
	'a device of noise') mknod "$2" c 1 9 ;;
	'a terminal') ln -s /dev/ptmx "$2" ;;
	'a link out') ln -s /etc "$2" ;;
	'a link to a file') ln -s /etc/passwd "$2" ;;
	'a link to nowhere') ln -s nowhere "$2" ;;
	'a link to itself') ln -s "${2##*/}" "$2" ;;
	'a link up') ln -s .. "$2" ;;
	'a link to /') ln -s / "$2" ;;
	'a link to proc') ln -s /proc/self/fd "$2" ;;
	'a link to sys') ln -s /sys "$2" ;;
	'a long chain of links')
		mkdir "$2.d"; n=0; while [ $n -lt 60 ]; do ln -s "l$((n + 1))" "$2.d/l$n"; n=$((n + 1)); done
		ln -s "${2##*/}.d/l0" "$2" ;;
	'a huge sparse file') truncate -s 20G "$2" ;;
	'nothing in it') mkdir "$2" ;;
	'no right to look') mkdir "$2"; chmod 0 "$2" ;;
	*) mkdir "$2"; (cd "$2" && within "$1") ;;
	esac
}
stamp=20261117t100000z
good() { printf 'kind: checkin\nat: "2026-11-17T10:00:00Z"\nby: "%s"\nnote: "x"\n' "$1"; }
# many N WORD: N files of no words, quickly, with the modes that files here have.
many() { umask 077; seq -f "$2" "$1" | xargs touch; }
# within NAME: fills the directory that it stands in.
within() {
	case $1 in
	'50,000 files') many 50000 'f%g.yaml' ;;
	'50,000 dot files') many 50000 '.f%g' ;;
	'50,000 names of entries') many 50000 "20261117t100000z-alex-checkin-%06g.yaml" ;;
	'50,000 names of pauses') many 50000 'pause-%g.yaml' ;;
	'5,000 second copies') many 5000 "$stamp-alex-checkin-good17.sync-conflict-%g.yaml" ;;
	'5,000 directories') seq -f 'd%g' 5000 | xargs mkdir ;;
	'5,000 links to one file') echo x >x; seq -f 'l%g.yaml' 5000 | while read -r l; do ln x "$l"; done ;;
	'nested deep') n=0; while [ $n -lt 200 ]; do mkdir d && cd d || break; n=$((n + 1)); done ;;
	'nested beyond PATH_MAX')
		perl -e 'for (1 .. 40) { my $d = "d" x 200; mkdir $d and chdir $d or last }' ;;
	'years and months of everything')
		for y in 1 0000 2026 9999 -1; do mkdir -p ./"$y"/00 ./"$y"/13 ./"$y"/11/30; done ;;
	'every month of 200 years')
		for y in $(seq 1900 2099)
		do mkdir "$y" && (cd "$y" && mkdir 01 02 03 04 05 06 07 08 09 10 11 12); done ;;
	'FIFOs with good names')
		for r in aaaaaa bbbbbb; do for w in alex sam; do mkfifo "$stamp-$w-checkin-$r.yaml"; done; done
		mkfifo here pause.yaml signal.yaml person.yaml a.yaml ;;
	'directories with good names')
		mkdir "$stamp-alex-checkin-aaaaaa.yaml" "$stamp-sam-checkin-aaaaaa.yaml" here pause.yaml signal.yaml person.yaml a.yaml ;;
	'devices with good names')
		for f in "$stamp-alex-checkin-aaaaaa.yaml" "$stamp-sam-checkin-aaaaaa.yaml" signal.yaml person.yaml a.yaml
		do mknod "$f" c 1 5; done ;;
	'links out with good names')
		for f in "$stamp-alex-checkin-aaaaaa.yaml" "$stamp-sam-checkin-aaaaaa.yaml" signal.yaml person.yaml a.yaml
		do ln -s /dev/zero "$f"; done ;;
	'huge files with good names')
		for f in "$stamp-alex-checkin-aaaaaa.yaml" "$stamp-sam-checkin-aaaaaa.yaml" signal.yaml person.yaml a.yaml
		do truncate -s 5G "$f"; done ;;
	'unreadable files with good names')
		for f in "$stamp-alex-checkin-aaaaaa.yaml" signal.yaml person.yaml a.yaml; do good alex >"$f"
		chmod 0 "$f"; done ;;
	'control characters in names')
		for c in 001 007 010 011 012 015 033 177; do : >"$(printf "a\\${c}b.yaml")"; done
		: >"$(printf 'a\033]0;title\007.yaml')" ;;
	'names that are no UTF-8') for c in 200 303 355 377; do : >"$(printf "a\\${c}b.yaml")"; done ;;
	'names that turn the line around')
		: >"$(printf 'a\342\200\256b.yaml')"; : >"$(printf 'a\342\200\213b.yaml')"
		: >"$(printf 'a\302\233b')" ;;
	'names like options') : >./-n; : >./--yes; : >./-rf; : >"$(printf ' \n.yaml')" ;;
	'the longest names')
		for c in a b c; do : >"$(head -c 255 /dev/zero | tr '\0' $c)"; done
		: >"$(head -c 250 /dev/zero | tr '\0' d).yaml" ;;
	'shell in names') : >'$(id).yaml'; : >'`id`'; : >';id;'; : >'a|id'; : >"a'b\"c.yaml" ;;
	'names in many cases')
		: >PAUSE.YAML; : >Pause; : >"$stamp-ALEX-checkin-aaaaaa.yaml"; : >Here; : >con.yaml; : >NUL ;;
	'deep YAML')
		for f in "$stamp-alex-checkin-aaaaaa.yaml" "$stamp-sam-checkin-aaaaaa.yaml" signal.yaml a.yaml deck.yaml
		do head -c 60000 /dev/zero | tr '\0' '[' >"$f"; done ;;
	'YAML that laughs')
		{ echo 'a: &a [1,1,1,1,1,1,1,1]'; for n in b c d e f g h
		do echo "$n: &$n [*a,*a,*a,*a,*a,*a,*a,*a]"; done; } >a.yaml
		for f in signal.yaml deck.yaml "$stamp-alex-checkin-aaaaaa.yaml"; do cp a.yaml "$f"; done ;;
	'a thousand full entries')
		n=0; while [ $n -lt 1000 ]; do n=$((n + 1)); for w in alex sam
		do good $w >"$stamp-$w-checkin-$(printf %06d $n).yaml"; done; done ;;
	'files of just 64 KiB')
		for n in 1 2 3 4 5 6 7 8; do for w in alex sam; do { good $w
		head -c 65300 /dev/zero | tr '\0' '#'; } >"$stamp-$w-checkin-big00$n.yaml"; done
		cp "$stamp-alex-checkin-big00$n.yaml" "a$n.yaml"; done ;;
	'wide decks')
		n=0; while [ $n -lt 3 ]; do n=$((n + 1)); awk -v n=$n 'BEGIN { for (i = 0; i < 9000; i++)
		printf "- id: w%d-%d\n  text: \"words\"\n", n, i }' >"w$n.yaml"; done ;;
	'pauses of all kinds')
		mkfifo pause; mkdir pause.yaml; ln -s /dev/zero pause.sync-conflict; : >pause~; : >here ;;
	'git in a conflict')
		mkdir .git
		printf '<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b\n' | tee a.yaml signal.yaml here >"$stamp-alex-checkin-aaaaaa.yaml" ;;
	'what sync leaves')
		mkdir .stfolder @eaDir .stversions; : >Thumbs.db; : >desktop.ini; : >.DS_Store; : >a.yaml~
		: >.a.yaml.swp; : >"a (conflicted copy 2026-11-22).yaml" ;;
	'half-written temporaries') seq -f '.tmp-%06g' 2000 | xargs touch ;;
	'not UTF-8')
		for f in a.yaml signal.yaml "$stamp-alex-checkin-aaaaaa.yaml"; do head -c 3000 /dev/urandom >"$f"
		done ;;
	esac
}
cat >kinds <<'EOS'
a file
an empty file
a FIFO
a socket
a device that never ends
a device that is full
a device of noise
a terminal
a link out
a link to a file
a link to nowhere
a link to itself
a link up
a link to /
a link to proc
a link to sys
a long chain of links
a huge sparse file
nothing in it
no right to look
50,000 files
50,000 dot files
50,000 names of entries
50,000 names of pauses
5,000 second copies
5,000 directories
5,000 links to one file
nested deep
nested beyond PATH_MAX
years and months of everything
every month of 200 years
FIFOs with good names
directories with good names
devices with good names
links out with good names
huge files with good names
unreadable files with good names
control characters in names
names that are no UTF-8
names that turn the line around
names like options
the longest names
shell in names
names in many cases
deep YAML
YAML that laughs
a thousand full entries
files of just 64 KiB
wide decks
pauses of all kinds
git in a conflict
what sync leaves
half-written temporaries
not UTF-8
EOS
[ "$(id -u)" -eq 0 ] || sed -i '/device/d' kinds
command -v perl >/dev/null || sed -i '/socket/d; /PATH_MAX/d' kinds

# Where: the month of each, now/ of each, what is held, boundaries, plans, own decks, care,
# what is kept by, and beside all of it.
cat >where <<'EOS'
private/alex/log/2026/11
private/alex/log
shared/sam/log/2026/11
shared/sam/log
shared/sam/now
shared/alex/held/agree
shared/sam/held
shared/sam/bounds
private/alex/bounds
shared/sam/plans
shared/sam/prompts
private/alex/rituals
private/alex/care/questions
private/alex/trash
private/alex/recovery
private/alex/mirror
shared/alex/now/here
shared/sam/person.yaml
shared/couple.yaml
shared/odd
EOS

# Every tool: what it shows, and what it writes without asking.
cat >calls <<'EOS'
unhurried
unhurried init kim lee
unhurried -u sam join
checkin -n mood=5
checkin mood=5 -m words
checkin last
recall
recall --shared --format json
share -n
forget -n good17
progress all
signal
signal -q
signal comfort
pause
resume
prompt
prompt list
ritual list
learn
learn safety
kindly --list
agree
boundary
pace list
win list
thanks list
reason together
hardday -m words
moment
nudge
care
care brief
unhurried check
unhurried check --repair
unhurried export
unhurried paper --yes words
unhurried complete ids
unhurried complete tags
unhurried help safety
unhurried leave -n
EOS
mv "$data" "$T/whole"
back() {
	# What is nested deeper than a path can be takes a walker of its own.
	chmod -R u+rwX "$data" 2>/dev/null; rm -rf "$data" "$XDG_STATE_HOME"; cp -a "$T/whole" "$data"
}
# take CALL: what it takes, in $status, $us and $kib.
take() {
	# shellcheck disable=SC2086 # a call is words
	"$weigh" weighed $1 >out 2>err
	read -r status us kib <weighed
}
# least PATH: what walking through it takes, in $names, $looks and $reads.
least() {
	take "$T/walk $1"; names=$us
	take "$T/walk -s $1"; looks=$us
	take "$T/walk -r $1"; reads=$us
}
# allowed WHAT CALL USUAL: the microseconds that it may take.
allowed() {
	floor=$names
	case $1 in *entries*) [ "$reads" -le "$floor" ] || floor=$reads ;; esac
	case $1:$2 in
	*entries*:*check*) floor=$((looks + reads)) ;;
	*check*|*leave*) [ "$looks" -le "$floor" ] || floor=$looks ;;
	esac
	echo $((20 * $3 > 2 * floor ? 20 * $3 : 2 * floor))
}
# What it takes on an ordinary place: the most of three, and no less than two milliseconds.
while read -r call; do
	most=2000
	for n in 1 2 3; do
		back; take "$call"
		[ "$us" -le $most ] || most=$us
	done
	printf '%s\t%s\n' "$most" "$call"
done <calls >ordinary

tried=0 most_kib=0 most_times=0 beyond=0 turn=0
while read -r what <&3; do
	turn=$((turn + 1))
	case $what in *"${KINDS-}"*) ;; *) continue ;; esac
	: >bad
	while read -r where <&4; do
		turn=$((turn + 1))
		[ $((turn % ${THIN:-1})) -eq 0 ] || continue
		back
		rm -rf "${data:?}/$where"; mkdir -p "$data/${where%/*}"
		kind "$what" "$data/$where" 2>err || { echo "$where: cannot be made: $(cat err)" >>bad; continue; }
		rm -rf "$T/hostile"; cp -a "$data" "$T/hostile" 2>/dev/null
		least "$data/$where"
		while IFS='	' read -r usual call <&5; do
			take "$call"
			tried=$((tried + 1)) most=$(allowed "$what" "$call" "$usual")
			# Further looks, for what a machine under load makes of it: a processor's
			# time is never too short, so the shortest of them counts.
			n=0 shortest=$us
			while [ "$shortest" -gt "$most" ] && [ $((n += 1)) -le 4 ]; do
				least "$data/$where"; most=$(allowed "$what" "$call" "$usual"); take "$call"
				[ "$us" -ge "$shortest" ] || shortest=$us
			done
			us=$shortest
			times=$((us / usual))
			[ "$status" -le 4 ] || echo "$where: $call: status $status" >>bad
			[ "$us" -le "$most" ] || echo "$where: $call: $us us, $times times as long; may take $most" >>bad
			[ $times -le 20 ] || beyond=$((beyond + 1))
			[ "$kib" -le 32768 ] || echo "$where: $call: $kib KiB" >>bad
			[ "$kib" -le $most_kib ] || most_kib=$kib
			[ $times -le $most_times ] || most_times=$times
			! LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177]')" out err || echo "$where: $call: shows control characters" >>bad
			case $call in
			checkin\ mood*|'signal comfort'|pause|resume|*join|*init*|hardday*|*repair|nudge)
				case $what in *,000*|*thousand*) ;; *) back; rm -rf "$data"; cp -a "$T/hostile" "$data" 2>/dev/null ;; esac ;;
			esac
		done 5<ordinary
	done 4<where
	is "$(cat bad)" '' "$what"
done 3<kinds
echo "# $tried calls; at most $most_times times as long, and $most_kib KiB; $beyond of them took more than 20 times" \
    "as long, and less than twice what a walk does"
chmod -R u+rwX "$data"
done_testing
