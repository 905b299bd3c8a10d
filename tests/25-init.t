#!/bin/sh
# unhurried init and join: asked or told, alone or as two, in whatever place.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

data=$XDG_DATA_HOME/unhurried config=$XDG_CONFIG_HOME/unhurried/config.yaml
fresh() { afresh; rm -rf "$HOME"; mkdir "$HOME"; }
# places: what is there, with kind and mode.
places() { (cd "$data" && find . -mindepth 1 -exec stat -c '%n %a' {} + | sort); }
one_of_two='./private 700
./private/alex 700
./private/alex/log 700
./private/alex/placed 700
./private/alex/placed/person.yaml 600
./private/alex/recovery 700
./private/alex/trash 700
./shared 700
./shared/.gitattributes 600
./shared/.gitignore 600
./shared/.stignore 600
./shared/alex 700
./shared/alex/bounds 700
./shared/alex/held 700
./shared/alex/log 700
./shared/alex/now 700
./shared/alex/now/here 600
./shared/alex/person.yaml 600
./shared/couple.yaml 600'

# By operands, whatever the umask.
for mask in 022 077 000 777; do
	one_of 2 mask || continue
	fresh
	umask $mask
	[ $mask != 777 ] || umask 077
	run unhurried init Alex sam
	umask 022
	status_is 0 "umask $mask"
	out_is ''
	is "$(places)" "$one_of_two" 'these places, open to nobody else'
	is "$(stat -c %a "$config" "${config%/*}" "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$data" | tr '\n' ' ')" '600 700 700 700 700 ' \
	    'nor is what leads there'
done
err_says "Made $data/shared, for what you both"
err_has "When you like: 'checkin'. What it writes stays with you until you share it."
err_has "For sam: 'unhurried -u sam join', on this account or on their own."
is "$(sed -n '/^[^#]/p' "$config")" 'me: alex' 'config.yaml says who one is'
is "$(sed -n 's/^name: //p' "$data/shared/alex/person.yaml")" '"Alex"' 'the name as it was typed'
is "$(sed -n 's/^login: //p' "$data/shared/alex/person.yaml")" "\"$(id -un)\"" 'and the login'
is "$(grep -A 3 '^  closeness:' "$data/shared/couple.yaml" | sed -n 's/^    \(low\|high\): //p' | tr '\n' ' ')" '"far" "close" ' 'closeness runs from far to close'
like "$(cat "$data/shared/couple.yaml")" 'people: ["alex", "sam"]
zone: "'"$TZ"'"' 'both names and the zone'
is "$(cat "$data/shared/.gitattributes")" '* -text' 'git leaves bytes alone'
for skip in .stignore .gitignore; do like "$(cat "$data/shared/$skip")" '.tmp-*' "$skip knows unfinished files"; done
first=$(sed -n 's/^id: //p' "$data/shared/couple.yaml")
run checkin mood=5
status_is 0 'and one can begin'

# Joining, on this account.
cp "$config" before
run unhurried -u sam join
status_is 0 'join'
out_is ''
err_says "You are sam here. Your place is in $data/shared, and $data/private/sam is yours alone." 'who and where'
err_has 'This account writes as alex unless told: add -u sam'
is "$(places | grep -c '/sam')" 13 "sam's places"
ok 'config.yaml is written once' cmp -s before "$config"
tree "$HOME" | grep -v ' directory ' >before
for again in 'join sam' '-u sam join' 'join Alex' '-u alex join'; do
	# shellcheck disable=SC2086 # a call is words
	run unhurried $again
	status_is 0 "again: $again"
done
tree "$HOME" | grep -v ' directory ' >after
ok 'joining again makes nothing new' cmp -s before after || diff before after | diag
rm -rf "$data/shared/sam/now" "$data/private/sam/trash" "$data/shared/sam/held"
run unhurried join sam
status_is 0 'join mends what is missing'
is "$(places | grep -c '/sam')" 13 'all of it'
fresh
unhurried -q init alex sam
snapshot
run unhurried join
status_is 2 'join, without a name and a terminal'
out_is ''
err_is 'unhurried join: no name given: unhurried join sam, for example'
for answer in '' n no alex; do
	one_of 2 answer || continue
	printf '%s\n' 'expect Are you sam? [y/N]' "send $answer\\r" 'expect no name given: unhurried join sam, for example' eof >script
	run onterm script unhurried join
	status_is 2 "are you sam: '$answer'"
done
unchanged 'nobody is taken for somebody'
printf '%s\n' 'expect Are you sam? [y/N]' 'send y\r' 'expect comfort: this' 'send snug, warm\r' 'expect hesitation: slower' 'send no\r' \
    'expect Another word, please' 'send \r' 'expect ready: for one thing' 'send -\r' 'expect pause: all of it' 'send \r' 'expect You are sam here. Your place is in' eof >script
run onterm script unhurried join
status_is 0 'are you sam: y'
ok 'is sam' test -d "$data/shared/sam/log"
is "$(sed -n '/^signals:/,$p' "$data/shared/sam/person.yaml" | tr -s ' \n' ' ')" 'signals: comfort: ["snug", "warm"] hesitation: ["wait a bit"] ready: [] pause: ["time out"] ' 'with the words that were chosen'
snapshot
for wrong in '2|no name given: unhurried join sam|join' '2|kim: not a name in couple.yaml: it has alex and sam|join kim' '2|sam: that is more than it takes|join alex sam' \
    '2|not an option here|join --solo' '4|connect that|-d /nowhere join sam'; do
	one_of 3 wrong || continue
	# shellcheck disable=SC2086 # a call is words
	run unhurried ${wrong##*|}
	status_is "${wrong%%|*}" "unhurried ${wrong##*|}: ${wrong%%|*}"
	out_is ''
	says=${wrong#*|}; err_has "${says%|*}"
done

# What is refused, with nothing made.
for wrong in '1|it is there already: to take your place in it: unhurried join|init alex sam' '1|unhurried join|init --solo alex'; do
	# shellcheck disable=SC2086 # a call is words
	run unhurried ${wrong##*|}
	status_is "${wrong%%|*}" "a second time: unhurried ${wrong##*|}: ${wrong%%|*}"
	out_is ''
	says=${wrong#*|}; err_has "${says%|*}"
done
unchanged
fresh
snapshot
while IFS='|' read -r says call; do
	eval "run unhurried $call"
	status_is 2 "unhurried $call: 2"
	out_is ''
	err_has "$says"
	[ -z "$(ls -A "$HOME")" ] || { ok "unhurried $call: makes nothing" false; rm -rf "${HOME:?}"/*; }
done <<'EOS'
two names, please: unhurried init alex sam; or one with --solo|init
two names, please|init alex
two names, please|-q init --no-input
a name, please: unhurried init --solo alex|init --solo
too many names|init alex sam kim
too many names|init --solo alex sam
two different names, please|init alex Alex
expected a name of a-z|init 'Alex!' sam
expected a name of a-z|init alex 'sam/smith'
expected a name of a-z|init alex ../sam
expected a name of a-z|init alex ''
expected a name of a-z|init alex 1sam
expected a name of a-z|init alex Олена
expected a name of a-z|init alex null
expected a name of a-z|init yes sam
expected a name of a-z|init someone sam
expected a name of a-z|init alex aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
zone|init --zone Nowhere/Land alex sam
zone|init --zone '' alex sam
zone|init --zone '../../etc/passwd' alex sam
needs a value|init --zone
not an option here|init --force alex sam
expected a name of a-z|init --group both 'alex; reboot' sam
expected a name of a-z|init --group both alex:alex 'sam$(id):sam'
two names, each with its login|init --group both alex
two different names|init --group both alex:a alex:b
EOS
snapshot
mkdir "$T/full" && echo words >"$T/full/letter.txt"
run unhurried -d "$T/full" init alex sam
status_is 2 'a place with other things'
err_has "$T/full: it holds other things already: choose an empty place with -d"
out_is ''
unchanged 'nothing is made'
is "$(cd "$T/full" && echo *)" letter.txt 'there neither'
run unhurried -d "$T/full/letter.txt" init alex sam
ok 'a file is no place' [ "$status" -ge 2 ]
err_has "$T/full/letter.txt"
is "$(cat "$T/full/letter.txt")" words 'and stays as it is'
env -u HOME -u XDG_DATA_HOME -u XDG_CONFIG_HOME "$(command -v unhurried)" init alex sam >out 2>err && status=0 || status=$?
status_is 4 'without HOME'
err_has 'HOME is not set, so there is no place to look: set HOME, or give UNHURRIED_DIR and UNHURRIED_PRIVATE'
rm -rf "$T/d"
fresh
(umask 077; env -u HOME -u XDG_DATA_HOME -u XDG_CONFIG_HOME -u XDG_STATE_HOME UNHURRIED_DIR="$T/d/s" UNHURRIED_PRIVATE="$T/d/p" \
    "$(command -v unhurried)" init alex sam >out 2>err) && status=0 || status=$?
status_is 0 'without HOME, both directories given'
ok 'they are made' test "$(cd "$T/d" && echo p/* s/*)" = 'p/alex s/alex s/couple.yaml' 

# Elsewhere: an empty place, a place with a dotfile, spaces; remembered.
fresh
mkdir -p "$T/our place" && : >"$T/our place/.stfolder"
cd "$T" || exit 1
run unhurried -d 'our place' init --zone America/St_Johns alex sam
status_is 0 'an empty place elsewhere'
is "$(sed -n 's/^dir: //p' "$config")" "\"$T/our place\"" 'is remembered with its whole path'
is "$(sed -n 's/^zone: //p' "$T/our place/couple.yaml")" '"America/St_Johns"' 'the zone that was given'
(cd / && checkin -q mood=5 && recall -1) >out 2>err
is "$(grep -c alex-checkin out)" 1 'found again from anywhere'
ok 'every couple has an id of its own' [ "$first" != "$(sed -n 's/^id: //p' "$T/our place/couple.yaml")" ]
printf 'me: kim # mine\nplain: true\n' >"$config"
cp "$config" before
rm -rf "$T/our place"
run unhurried -d "$T/our place" init alex sam
status_is 0 'with settings of one'\''s own'
err_says 'was there already'
err_says "call the tools with -d \"$T/our place\" -u alex, or put these lines into it: dir: $T/our place me: alex" 'how to reach it'
err_says "For sam: 'unhurried -d \"$T/our place\" -u sam join', on" 'and how the other joins, as a shell takes it'
ok 'they stay as they are' cmp -s before "$config"
for place in "$T/it's so \"here\" \$T" "$T/one!"; do
	run unhurried -d "$place" init alex sam
	join=$(tr '\n' ' ' <err | sed "s/.*For sam: '//; s/ join', on .*/ join/")
	run sh -c "$join"
	status_is 0 "it can be typed: $join"
	ok 'and is that place' [ -d "$place/sam" ]
	rm -rf "$T/it's so \"here\" \$T" "$T/one!"
done

# For one person: complete, without a second column or an invitation.
fresh
run unhurried init --solo Alex
status_is 0 '--solo'
is "$(places)" "$one_of_two" 'the same places'
err_lacks partner; err_lacks join
like "$(cat "$data/shared/couple.yaml")" 'people: ["alex"]' 'one name'
checkin -q mood=5 -m 'alone' 2>err
for call in recall progress 'progress --shared' unhurried 'checkin last' 'progress month'; do
	# shellcheck disable=SC2086 # a call is words
	run $call
	status_is 0 "alone: $call"
	err_is ''
	out_lacks partner; out_lacks sam; out_lacks you\ both
done
snapshot
run share "$(recall -1)"
status_is 1 'alone: share'
err_has 'share: '
run checkin together
status_is 2 'alone: together'
err_has "this place is for one person: 'checkin' alone is complete"
run recall -u sam
status_is 2 'alone: another name'
err_has 'sam: not a name in couple.yaml: it has alex'
unchanged

# Asked on a terminal.
fresh
printf '%s\n' 'expect Your name:' 'send Al!\r' 'expect expected a name of a-z' 'expect Your name' 'send Alex\r' \
    "expect Your partner's name (Enter " 'send alex\r' 'expect two different names' "expect Your partner's name" \
    'send sam\r' 'expect comfort' 'send \r' 'expect hesitation' 'send \r' 'expect ready' 'send \r' 'expect pause: all' 'send \r' \
    "expect When you like: 'checkin'." eof >asked
run onterm asked unhurried init
status_is 0 'asked'
is "$(places)" "$one_of_two" 'the same places'
is "$(grep -A 3 '^  closeness:' "$data/shared/couple.yaml" | sed -n 's/^    \(low\|high\): //p' | tr '\n' ' ')" '"far" "close" ' 'closeness runs from far to close'
like "$(cat "$data/shared/couple.yaml")" 'people: ["alex", "sam"]' 'two names'
fresh
printf '%s\n' 'expect Your name' 'send alex\r' "expect Your partner's name" 'send \r' 'expect When you like' eof >alone
run onterm alone unhurried init
status_is 0 'asked, one alone'
like "$(cat "$data/shared/couple.yaml")" 'people: ["alex"]' 'one name'
fresh
snapshot
printf '%s\n' 'expect Your name' 'send \r' 'expect nothing was made' eof >nobody
run onterm nobody unhurried init
status_is 2 'asked, and nobody said'
printf '%s\n' 'expect Your name' 'send al\x03' >stopped
run onterm stopped unhurried init
status_is 130 'asked, and Ctrl-C'
printf '%s\n' 'expect two names, please' eof >not-asked
run onterm not-asked unhurried init --no-input
status_is 2 'not asked with --no-input'
unchanged 'nothing is made'

# Names as people write them: a folder of plain letters, and what the tools say.
while IFS='|' read -r typed slug; do
	one_of 3 typed || continue
	fresh
	unhurried -q init --solo "$typed" 2>err
	ok "$typed: the folder $slug" test -d "$data/private/$slug/log"
	is "$(sed -n 's/^name: //p' "$data/shared/$slug/person.yaml")" "\"$typed\"" "$typed: and the name as it was typed"
	run checkin -u "$typed" mood=5
	status_is 0 "$typed: -u takes it"
done <<'EOS'
Émilie|emilie
René|rene
Jürgen|jurgen
ÅSA|asa
Søren|soren
Łukasz|lukasz
İpek|ipek
Þóra|thora
Anna Maria|anna_maria
Jean-Luc|jean_luc
O'Neil|oneil
Nguyễn|nguyen
EOS
fresh
printf '%s\n' 'expect Your name:' 'send ?\r' 'expect capitals, accents' 'expect Ctrl-X' 'expect Your name:' 'send Олена\r' 'expect The tools will say Олена.' \
    'expect A short name:' 'send Олена\r' 'expect expected a name of a-z' 'expect A short name' 'send olena\r' \
    "expect Your partner's name" 'send <\r' 'expect Your name:' 'send René\r' "expect Your partner's name" 'send Rene\r' 'expect That is too like René to tell you two apart.' \
    'send rene2\r' 'expect comfort' 'send snug\r' 'expect hesitation' 'send <\r' 'expect comfort' 'send \r' 'expect hesitation' 'send .\r' \
    "expect For rene2: 'unhurried -u rene2 join'" eof >script
run onterm script unhurried init
status_is 0 'asked for a short one, and gone back'
like "$(cat "$data/shared/couple.yaml")" 'people: ["rene", "rene2"]' 'two that fold alike'
ok 'what was gone back from is gone' test ! -e "$data/private/olena"
is "$(sed -n 's/^ *comfort: //p' "$data/shared/rene/person.yaml")" '["good"]' 'a word is asked for once more'
run unhurried -u rene2 join Олена
status_is 0 'join, called as one likes'
is "$(sed -n 's/^name: //p' "$data/shared/rene2/person.yaml")" '"Олена"' 'and so it is'
run unhurried -u rene2 join 'you'
status_is 2 'a name that could be anybody is none'
fresh
printf '%s\n' 'expect Your name:' 'send alex\r' "expect Your partner's name" 'send .\r' 'expect nothing was made' eof >script
run onterm script unhurried init
status_is 2 'a dot ends'
is "$(ls -A "$HOME")" '' 'and nothing is made'
unhurried -q init alex sam 2>err

quick_ends

# What is private never lies where the other reads.
fresh
unhurried -q init alex sam
snapshot
for private in "$data/shared" "$data/shared/alex" "$data/shared/alex/own"; do
	[ "$private" != "$data/shared/alex/own" ] || { mkdir "$private"; snapshot; }
	for call in 'checkin mood=5' recall 'unhurried join alex' unhurried; do
		# shellcheck disable=SC2086 # a call is words
		run env UNHURRIED_PRIVATE="$private" $call
		status_is 2 "private within shared: $call"
		out_is ''
		err_has 'it lies within the shared directory'
	done
done
unchanged

# What root would do for two accounts is printed, never done.
snapshot
run unhurried -d '/srv/both of us' init --group us alex:a1 sam:s1
status_is 0 '--group'
out_is "# us holds exactly the two of you. As root:
install -d -o root -g us -m 3770 '/srv/both of us'
install -d -o a1 -g us -m 2750 '/srv/both of us/alex'
install -d -o s1 -g us -m 2750 '/srv/both of us/sam'
# Then, one of you: unhurried -d '/srv/both of us' init alex sam
# and the other:    unhurried -d '/srv/both of us' join sam"
err_is ''
while IFS='|' read -r says call; do
	eval "run unhurried $call"
	status_is 2 "unhurried $call: 2"
	out_is '' 'nothing that a shell could take for more'
	err_has "$says"
done <<'EOS'
choose a directory without quotes in its name|-d "/srv/it's ours" init --group us alex sam
choose a directory without quotes in its name|-d '/srv/a\b' init --group us alex sam
choose a directory without quotes in its name|-d "$(printf '/srv/a\nb')" init --group us alex sam
--group us;id: not a group's name|init --group 'us;id' alex sam
--group -g: not a group's name|init --group=-g alex sam
alex:a b: expected two names, each with its login|init --group us 'alex:a b' sam
sam:$(id): expected two names, each with its login|init --group us alex 'sam:$(id)'
kim: expected two names, each with its login|init --group us alex sam kim
--group: two names, each with its login|init --group us alex
EOS
unchanged

# What sync programs are told does not always travel: join makes it.
fresh
unhurried -q init alex sam
cp "$data/shared/.stignore" "$data/shared/.gitignore" "$data/shared/.gitattributes" "$T/"
rm "$data/shared/.stignore" "$data/shared/.gitignore"; echo '# ours' >"$data/shared/.gitattributes"
run unhurried -u sam join
status_is 0 'join without the files for sync programs'
ok 'makes those that are not there' cmp -s .stignore "$data/shared/.stignore"
ok 'each' cmp -s .gitignore "$data/shared/.gitignore"
is "$(cat "$data/shared/.gitattributes")" '# ours' 'and leaves one that is'
chmod go-rwx "$data/shared"/.git*
run unhurried check
status_is 0 'and check is content'

# On one account, what it means is said; on a second computer it is not.
sentence='Whoever uses this account can read what both keep here.'
fresh
unhurried -q init alex sam
run unhurried -u sam join
err_has "$sentence" 'one account: it is said'
run unhurried check
err_has 'Whoever uses it can read and write as' 'by check, too'
rm -rf "$data/private/alex"
run unhurried -u sam join
err_lacks "$sentence" "where the other's private place is elsewhere, it is not"
err_has 'This account writes as alex unless told' 'who writes here is'
run unhurried -u sam check
status_is 0 'check, there'
err_lacks courtesy 'nor there'
err_has 'in a copy of it'

# Open for others to write: refused, but a pause, and leave.
for mode in 770 775 777 707; do
	one_of 2 mode || continue
	fresh; rm -rf us; mkdir us; chmod $mode us
	snapshot us
	run unhurried -d "$T/us" init alex sam
	status_is 4 "$mode: init"
	err_has "us: open for others to write (mode $mode): 'chmod 700 $T/us'"
	unchanged "$mode: nothing is made" us
	chmod 700 us; unhurried -q -d "$T/us" init alex sam && unhurried -q -u sam join && chmod $mode us
	snapshot us
	for call in recall 'share --yes aaaaaa' progress unhurried 'unhurried join sam' agree resume; do
		# shellcheck disable=SC2086 # a call is words
		run $call
		status_is 4 "$mode: $call"
		out_is ''
		err_has 'open for others to write'
	done
	run signal -q
	status_is 1 "$mode: nothing is clear"
	unchanged "$mode: nothing is written" us
	run pause
	ok "$mode: a pause holds" [ -e us/alex/now/pause.yaml ]
	run unhurried check
	status_is 4 "$mode: check"
	out_is "$T/us: open to others: expected mode 700, found $mode"
	run unhurried check --repair
	out_is "$T/us: open to others: expected mode 700, found $mode: closed"
	run resume
	status_is 0 "$mode: closed, all is as ever"
	chmod $mode us
	run unhurried leave --yes --keep
	ok "$mode: leaving is possible" [ ! -e us/alex ]
done

# Two at once, again and again: both end well, and there is one couple.
fresh
i=0
whole && races=10 || races=3
while [ $i -lt $races ]; do
	i=$((i + 1))
	rm -rf "$HOME"; mkdir "$HOME"
	unhurried -q init alex sam >o1 2>e1 & one=$!
	unhurried -q init alex sam >o2 2>e2 & two=$!
	wait $one; s1=$?
	wait $two; s2=$?
	case $s1$s2 in 00|01|10) ;; *) echo "$s1 $s2 $(cat e1 e2)"; break ;; esac
	{ unhurried -q -u sam join && checkin -q mood=5 && recall -1 >/dev/null; } || { echo unusable; break; }
	places | grep -v '/sam\|/log/' >got
	[ "$(cat got)" = "$one_of_two" ] || { diff got - <<-EOS; break; }
	$one_of_two
	EOS
done >races
is "$(cat races)" '' "$races races of two"
fresh
unhurried -q init alex sam >o1 2>e1 & one=$!
unhurried -q init sam alex >o2 2>e2 & two=$!
wait $one; s1=$?
wait $two; s2=$?
ok "as two different people ($s1, $s2)" [ $((s1 + s2)) -le 1 ]
is "$(find "$data/shared" -name 'couple.yaml*' | wc -l | tr -d ' ')$(find "$data" -name '.tmp*')" 1 'one couple.yaml and nothing half made'

# A disk that keeps no modes, as FAT: what is made there has those of its mount.
cat >"$T/fat.c" <<'EOS'
#include <sys/stat.h>
#include <sys/syscall.h>
#include <stdlib.h>
#include <unistd.h>
int fchmod(int fd, mode_t mode) { (void)fd; (void)mode; return 0; }
int mkdirat(int dir, const char *name, mode_t mode)
{
	(void)mode;
	umask(0);
	return (int)syscall(SYS_mkdirat, dir, name, strtol(getenv("FAT"), NULL, 8));
}
int mkdir(const char *name, mode_t mode) { return mkdirat(-100, name, mode); }
EOS
if [ "$under_valgrind" = 0 ] && ! grep -qas __asan_init "$TOP/bin/checkin" &&
    ${CC:-cc} -shared -fPIC -o "$T/fat.so" "$T/fat.c" 2>/dev/null; then
	fat() { FAT=$1; shift; run env "FAT=$FAT" "HOME=$T/stick" XDG_DATA_HOME= XDG_CONFIG_HOME= \
	    LD_PRELOAD="$T/fat.so${LD_PRELOAD:+:$LD_PRELOAD}" "$@"; }
	mkdir "$T/stick"
	fat 755 unhurried init alex sam -u alex
	status_is 0 'a disk without modes'; err_says 'is open to other accounts on this computer (mode 755)'
	fat 755 unhurried join -u sam
	status_is 0 'the other joins'; err_says 'is open to other accounts on this computer (mode 755)'
	fat 755 unhurried check -u alex --repair
	err_lacks closed; out_lacks ': closed'
	out_has 'open to others: expected mode 700, found 755: not mended: this disk keeps no modes: mount it with umask=077'
	chmod -R 755 "$T/stick"
	for call in 'unhurried check -u alex' 'unhurried check -u alex --repair'; do
		fat 755 $call
		is "$(grep -c 'open to others' out)" 1 'one line for all of it'
	done
	out_has 'and so is all in it, as on a disk that keeps no modes: expected mode 700, found 755: not mended: this disk'
	rm -rf "$T/stick"; mkdir "$T/stick"
	fat 777 unhurried init alex sam -u alex
	status_is 4 'one where everyone may write'; err_has 'open for others to write (mode 777)'; err_lacks Made
	ok 'no place is made' [ ! -e "$T/stick/.local/share/unhurried/shared/couple.yaml" ]
else
	skip 'no disk without modes here'
fi

# What was typed as a command at the question for a word is asked back, once.
if has_terminal; then
	fresh
	printf '%s\n' 'expect comfort:' 'send checkin mood=7\r' 'expect name of a tool' 'expect comfort:' \
	    'send soft\r' 'expect hesitation:' 'send pace\r' 'expect name of a tool' 'expect hesitation:' \
	    'send pace\r' 'expect ready:' 'send -\r' 'expect pause:' 'send help\r' 'expect name of a tool' \
	    'expect pause:' 'send red\r' >script
	run "$TOP/tests/unit/onterm" -t 10 script unhurried init alex sam
	status_is 0 'a place is made'
	is "$(sed -n 's/^  \(comfort\|hesitation\|pause\): //p' "$data/shared/alex/person.yaml" | tr '\n' ' ')" \
	    '["soft"] ["pace"] ["red"] ' 'a command is asked back; typed again it is a word'
else
	skip 'no pseudo terminal here'
fi
done_testing
