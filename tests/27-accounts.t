#!/bin/sh
# Two real accounts in a directory as "init --group" prints it: each writes, and
# neither can touch, stand in for, or see more of the other than was shared.
# shellcheck disable=SC2086,SC2119 # a login is one word
. "$(dirname "$0")/lib.sh"

[ "$(id -u)" -eq 0 ] || skip_all 'making accounts takes root'
[ "$under_valgrind" = 0 ] || skip_all 'logs of valgrind are not theirs to write'
need useradd userdel groupadd groupdel setpriv
suffix=$(od -An -N3 -tx1 /dev/urandom | tr -d ' \n')
group=uhg$suffix A=uha$suffix B=uhb$suffix C=uhc$suffix
teardown() {
	for login in $A $B $C; do userdel -f $login 2>/dev/null; done
	groupdel $group 2>/dev/null
}
groupadd $group 2>"$T/err" || skip_all 'no group can be made here'
for login in $A $B $C; do
	useradd -M -d "$T/$login" -s /bin/sh $login 2>"$T/err" || skip_all 'no accounts can be made here'
	mkdir "$T/$login" && chown $login: "$T/$login" && chmod 700 "$T/$login"
done
usermod -aG $group $A && usermod -aG $group $B || exit 1
chmod 755 "$T"
clock_for_all
# Where the tools lie may be closed to them: copies are not.
mkdir "$T/tools"
for tool in "$bin"/*; do if [ -f "$tool" ] && [ -x "$tool" ]; then cp "$tool" tools/; fi; done
cp -R "$TOP/share" "$T/texts" && chmod -R a+rX tools texts
us=$T/us mask=022

# as LOGIN COMMAND...: as that account, with a home of its own and $mask.
as() {
	login=$1; shift
	bare HOME="$T/$login" USER=$login TZ="$TZ" LC_ALL=C.UTF-8 UNHURRIED_SHARE="$T/texts" PATH="$T/tools:/usr/bin:/bin" mask=$mask \
	    setpriv --reuid=$login --regid="$(id -g $login)" --init-groups sh -c 'umask $mask; cd "$HOME" && exec "$@"' sh "$@"
}
a() { as $A "$@"; }
b() { as $B "$@"; }
plant() { as $B sh -c "$1" 2>>planted; }

a unhurried -d "$us" init --group $group alex:$A sam:$B >root 2>err
ok 'root does what is printed' sh -e root
is "$(stat -c '%U %G %a' "$us" "$us/alex" "$us/sam" | tr '\n' ',')" "root $group 3770,$A $group 2750,$B $group 2750," 'owners and modes'
run a unhurried -d "$us" init alex sam
status_is 0 'one of them begins'
run a unhurried recall
status_is 1 'before the other has joined it works'
err_is 'Nothing here matches that.' 'and tells nothing of the other'
run b unhurried -d "$us" join sam
status_is 0 'the other joins'
err_lacks 'Whoever uses this'

# Each writes under any umask; the group may read, nobody else.
for mask in 022 077 000; do
	run a checkin mood=7 -m "PRIVATE of alex $mask"
	status_is 0 "umask $mask: alex writes"
	id=$(cat out)
	run a share --yes --part note "$id"
	status_is 0 'and shares'
	run b checkin mood=2 -m "PRIVATE of sam $mask"
	status_is 0 'so does sam'
	run b share --yes --part note "$(cat out)"
	status_is 0 'and shares'
	run b recall --by alex --match "alex $mask"
	status_is 0 'sam reads what alex shared'
done
mask=022
is "$(find "$us" -type f ! -perm 640 | wc -l | tr -d ' ') $(find "$us/alex" "$us/sam" -type d ! -perm 2750 | wc -l | tr -d ' ')" '0 0' \
    'files 0640, directories 2750, whatever the umask was'
is "$(find "$us" ! -group $group)$(find "$us/alex" ! -user $A)$(find "$us/sam" ! -user $B)" '' 'each owns what is theirs'
is "$(find "$T/$A" "$T/$B" -mindepth 1 -path '*unhurried*' -perm /077)" '' 'what is private is open to nobody'
run a forget -q --shared "$(a recall -1 --by alex | tail -n 1 | sed 's/.*-//')"
status_is 0 'what was shared can be taken back'
is "$(find "$us/alex" -name '*.gone' -exec stat -c '%U %G %a %s' {} +)" "$A $group 640 0" 'and its mark is readable too'

# An access list lets a third account read, and no mode tells of it: check does.
if command -v setfacl >err && setfacl -m "u:$C:rx" "$us" 2>err; then
	setfacl -R -m "u:$C:rX" "$us/alex"
	ok 'a third account reads' [ -n "$(as $C grep -rlF "PRIVATE" "$us/alex" 2>/dev/null)" ]
	run a unhurried check --repair
	status_is 1 'an access list'
	out_has "$us/alex: it has an access list, too: 'getfacl' shows who else may open it, and 'setfacl -b' ends that"
	setfacl -R -b "$us"
	chmod 3770 "$us" && chmod -R g=rX "$us/alex" && find "$us/alex" -type d -exec chmod 2750 {} +
	run a unhurried check
	out_lacks 'access list' 'taken away, there is none'
else
	skip 'no access lists here'
fi

# What sam can do to alex's tree: nothing.
tree "$us/alex" "$T/$A" >before
file=$(find "$us/alex" -name '*-checkin-*.yaml' | head -n 1)
for act in "echo x >>'$file'" "rm -f '$file'" "mv '$file' '$file.x'" "ln '$file' '$us/sam/x'" "touch '$us/alex/x'" "mkdir '$us/alex/x'" \
    "echo x >'${file%/*}/20261122t110000z-alex-checkin-planted.yaml'" "echo x >'$us/alex/now/pause.yaml'" "rm -f '$us/alex/now/here'" \
    "mv '$us/alex' '$us/elsewhere'" "rmdir '$us/alex/held'" "chmod 777 '$us/alex'" "chmod 777 '$file'" "touch '$file'" \
    "mv '$us/couple.yaml' '$us/x'" "rm -f '$us/couple.yaml'" "echo x >>'$us/couple.yaml'" "cat '$T/$A/.config/unhurried/config.yaml'" \
    "ls '$T/$A'" "chown $B '$file'"; do
	one_of 3 acts || continue
	ok "refused: ${act%% *}" not plant "$act"
done
tree "$us/alex" "$T/$A" >after
ok 'nothing of it has happened' cmp -s before after || diff before after | diag
is "$(as $C sh -c "ls '$us' || cat '$us/couple.yaml'" 2>&1 | grep -c 'Permission denied')" 2 'a third account sees nothing at all'

# A visit that alex tells of: sam sees day and time, may let go of it, and changes nothing;
# what is alex's alone is in no call of sam's.
run a care visit --together 10 december 9:30 -m XYZZY
status_is 0 'alex tells of a visit'
visit=$(cat out)
is "$(stat -c '%U %G %a' "$us/alex/visits" "$us/alex/visits/$visit.yaml" | tr '\n' ',')" "$A $group 2750,$A $group 640," 'for the two alone'
{ a boundary before XYZZY; a moment plan every sunday 20:00 XYZZY; a pace own XYZZY; a checkin scale pang XYZZY XYZZY; a checkin pang=4; } >out 2>err
ok 'no word of what is private is there' not grep -riq xyzzy "$us"
for call in care 'care --ics --with-words' 'boundary before' 'pace own' moment 'progress -s pang' 'unhurried export --own' 'recall -l' 'unhurried check'; do
	run b $call
	is "$(cat out err | grep -v "not here\|no such" | grep -i xyzzy)" '' "sam: $call"
done
run b care
out_has "for both of you, from alex  $visit"
ok 'sam cannot change it' not plant "echo x >>'$us/alex/visits/$visit.yaml'"
ok 'nor put one there' not plant "echo x >'$us/alex/visits/abc123.yaml'"
run b care drop "$visit"
status_is 0 'but may let go of it'
run a care visits
out_lacks 'for both' 'for both it is no more'; out_has XYZZY 'and it is alex'\''s still'
run a care drop "$visit"
ok 'and taken back' [ ! -e "$us/alex/visits/$visit.yaml" ]

# Neither can change, remove, rename or plant what the other signals, holds or
# keeps as a boundary, whatever the umask was when it was made.
for mask in 077 000; do
	one_of 2 maps || continue
	run a pause
	status_is 0 "umask $mask: alex pauses"
	run a pace hold walk
	status_is 1 'and a pause is a pause here, too'
	run b signal -q
	status_is 1 'sam sees the pause'
	run b resume
	status_is 1 'what sam resumes'
	run b signal -q
	status_is 1 'ends nothing of it'
	run a resume -q
	status_is 0 'alex ends it'
	run b signal -q
	status_is 0 'and sam sees that'
	run a signal wait a bit about "the noise $mask"
	status_is 0 'a signal'
	run a agree -q hold how-we-talk "slowly $mask"
	status_is 0 'alex holds'
	run a pace -q hold walk
	status_is 0 'and a step'
	run a boundary -q not-now "surprises $mask"
	status_is 0 'a boundary'
	run a boundary share -q --yes "surprises $mask"
	status_is 0 'shared'
	run b agree
	out_has "slowly $mask" 'sam reads it'
	run b boundary
	out_has "surprises $mask"
	run b signal
	out_has "the noise $mask"
	a pause -q
	tree "$us/alex" "$T/$A" >before
	find "$us/alex/now" "$us/alex/held" "$us/alex/bounds" -type f >files
	while read -r file; do
		for act in "echo x >>'$file'" ": >'$file'" "rm -f '$file'" "mv '$file' '$file.x'" "mv '$file' '$us/sam/now/x'" "chmod 666 '$file'" \
		    "touch '$file.ended'" "touch '${file%.yaml}.ended'" "touch '${file%.yaml}.gone'" "echo x >'${file%/*}/planted.yaml'"; do
			one_of 10 files || continue
			ok "umask $mask: refused: ${act%% *} in ${file#"$us/"}" not plant "$act"
		done
	done <files
	for folder in now held held/agree held/pace bounds; do
		for act in "rmdir '$us/alex/$folder'" "mv '$us/alex/$folder' '$us/alex/x'" "mkdir '$us/alex/$folder/x'" "ln -s / '$us/alex/$folder/x'" \
		    "mv '$us/alex/$folder' '$us/sam/x'"; do
			one_of 4 folders || continue
			ok "umask $mask: refused: ${act%% *} of $folder" not plant "$act"
		done
	done
	tree "$us/alex" "$T/$A" >after
	ok 'nothing of it has happened' cmp -s before after || diff before after | diag
	is "$(find "$us" -type f ! -perm 640; find "$us/alex" "$us/sam" -type d ! -perm 2750)" '' 'modes are what they are everywhere'
	is "$(find "$T/$A" "$T/$B" -mindepth 1 -path '*unhurried*' -perm /077)" '' 'what is private is open to nobody'
	a resume -q; a agree -q end how-we-talk; a pace -q end walk
	run a boundary -q drop "surprises $mask"
	status_is 0 'dropped'
	run b boundary
	out_lacks "surprises $mask" 'and gone for sam, too'
done
mask=022

quick_ends

# What sam never shared stands nowhere that alex can read.
b boundary -q not-now 'UNSHARED of sam'
b pace -q visit walk -m 'UNSHARED visit'
is "$(a sh -c "grep -rl UNSHARED '$us'")" '' 'what is not shared is not there'
is "$(a sh -c "find '$us' -newer before -path '*sam*' -type f" 2>/dev/null)" '' 'and leaves no trace'

# Nobody speaks for the other, however the name was chosen.
tree "$us" "$T/$A" "$T/$B" >before
for how in '-u alex' '--as=Alex' 'env UNHURRIED_ME=alex'; do
	for call in 'checkin mood=1' recall progress 'share --yes aaaaaa' unhurried 'unhurried check' 'unhurried export --format jsonl' 'forget aaaaaa'; do
		one_of 3 names || continue
		# shellcheck disable=SC2086 # a call is words
		case $how in
		env*) run b $how $call ;;
		*) run b $call $how; [ "${call#unhurried}" = "$call" ] || run b unhurried $how ${call#unhurried} ;;
		esac
		ok "sam as alex ($how): $call is refused ($status)" [ "$status" -ge 2 ]
		out_is ''
	done
done
err_has 'alex'
run b unhurried join alex
status_is 2 'nor by joining'
err_has 'alex: that place belongs to another account'
tree "$us" "$T/$A" "$T/$B" >after
ok 'nothing was written' cmp -s before after || diff before after | diag
b sh -c 'sed s/sam/alex/ ~/.config/unhurried/config.yaml >x && cat x >~/.config/unhurried/config.yaml'
run b recall
ok 'nor by config.yaml' [ "$status" -ge 2 ]
out_is ''
b sh -c 'sed "/^me/d" x >~/.config/unhurried/config.yaml'
run b recall -1 --by sam
status_is 0 'without a name it goes by the login'
ok 'and is sam' grep -q -- -sam- out

# Every viewer as the other account: what was shared, and no more.
as $A sh -c 'for kind in checkin win thanks reason ritual; do
	printf "%s\n" "{\"at\":\"2026-11-17T09:00:00+01:00\",\"kind\":\"$kind\",\"mood\":1,\"weight\":73917,\"tags\":[\"SECRET\"],\"name\":\"SECRET\",\"note\":\"SECRET\"}"
done | checkin -q -f -' 2>err || diag <err
leaks='' views=0
ids=$(a recall -1 --by alex)
see() {
	one_of 3 views || return 0
	views=$((views + 1))
	b "$@" >view 2>&1
	grep -qE 'SECRET|73917|mood 7|"mood":7|mood=7' view && { leaks="$leaks
$*"; diag <view; }
}
for format in text json yaml tsv; do
	see recall --format $format
	see recall --shared --format $format
	for period in week month all; do see progress $period --format $format; see progress $period --shared --format $format; done
done
for id in $ids; do see recall "$id"; see recall "${id##*-}"; see share --yes "$id"; see forget --yes --all-copies "$id"; see recall -e "$id"; done
for call in 'recall -l' 'recall -1' 'recall --match .' unhurried 'unhurried check' 'checkin last' 'unhurried complete tags' 'unhurried complete ids' \
    'unhurried export --format jsonl' 'unhurried export --format csv' 'unhurried export --format sql'; do
	# shellcheck disable=SC2086 # a call is words
	see $call
done
is "$leaks" '' "$views views"
b recall --by alex >view 2>err
is "$(grep -c 'PRIVATE of alex' view)" 2 'what was shared, and not taken back, is there'

# A tree that is not its person's counts for nothing, but a pause in it holds.
mv "$us/sam" "$T/sams"
cp -a "$T/sams" "$us/sam" && chown -R $A:$group "$us/sam"
run a recall -1 --by sam
status_is 1 "a tree under sam's name that alex owns"
out_is ''
err_has "$us/sam: not owned by the login it names: left out"
run b recall
ok 'sam does not take it for hers' [ "$status" -ge 2 ]
out_is ''
as $A touch "$us/sam/now/pause.yaml"
run a unhurried
status_is 0 'a pause in it does no harm'
out_lacks 'FORGED'
rm -rf "$us/sam" && mv "$T/sams" "$us/sam"
run a recall -1 --by sam
status_is 0 'and all is as it was'

# Other set-ups are refused with the commands that mend them.
refused() {
	for who in $A $B; do
		for call in recall 'share --yes aaaaaa' 'forget aaaaaa' progress unhurried; do
			# shellcheck disable=SC2086 # a call is words
			run as $who $call
			status_is 4 "$1: $call: 4"
			out_is ''
			err_has "as root, 'chown root $us' and 'chmod 3770 $us'"
		done
	done
}
for owner in $A $B; do
	chown $owner "$us"
	refused "a root owned by one of the two"
done
chown root "$us"
chmod 2770 "$us"
refused 'a root that is not sticky'
for mode in 0770 0775 3772; do
	chmod g-s,-t "$us"; chmod $mode "$us"
	for who in $A $B; do
		run as $who recall
		status_is 4 "mode $mode"; out_is ''
		err_has "open for others to write (mode ${mode#0})"; err_has 'unhurried init --group'
	done
done
chmod g-s,o-w "$us"; chmod 3770 "$us"
run b recall -1 --by sam
status_is 0 'mended, it works'

# One of them leaves, under a pause of their own and without one.
sams() { tree "$us/sam" "$us/couple.yaml"; }
sams >before
run b unhurried -u alex leave --yes
ok 'nobody leaves in the name of the other' [ $status -ne 0 ]
ok 'whose place stays' [ -f "$us/alex/person.yaml" ]
run a pause
run a unhurried leave --yes
status_is 0 'alex leaves'
is "$(find "$us/alex" -type f)" "$us/alex/now/pause.yaml" 'and only the pause stays'
run a checkin mood=5
status_is 0 'what is for oneself goes on'
run b signal -q
status_is 1 'and the other is paused'
run a resume
status_is 0 'the pause is still alex to end'
run a unhurried leave --yes
status_is 0 'again'
ok 'nothing of alex is left' [ ! -e "$us/alex" ]
sams >after
ok 'and nothing of the other has changed' cmp -s before after || diff before after | diag

# What they made goes with them.
is "$(find "$T/$A" -user $B)$(find "$T/$B" -user $A)" '' 'neither has anything in the home of the other'
done_testing
