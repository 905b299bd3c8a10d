#!/bin/sh
# What cannot be told: a directory or a file that answers with an error is never
# taken for one that is not there. It is named, with 4, and no word says more.
# shellcheck disable=SC2086,SC2154 # calls are words; place.sh names the library
. "$(dirname "$0")/lib.sh"

need clock
[ -f "$TOP/tests/fault/refuse.c" ] || skip_all 'no library that refuses here'
. "$TOP/tests/fault/place.sh"
why=$(refuse_ready) || skip_all "$why"
clock_at '2026-11-25 14:00:00'
couple
data=$XDG_DATA_HOME/unhurried shared=$data/shared private=$data/private
mine=$private/alex ours=$shared/alex theirs=$shared/sam

# refused CALL ERRNO PATH COMMAND...: run with every such call for PATH, or below
# it, refused from the K-th on; CALL is openat, getdents, fstatat or read, or CALL:K
# for the K-th alone.
refused() {
	case $1 in *:*) how=$1:$2 ;; *) how=$1:1+:$2 ;; esac
	where=$3; shift 3
	run injected "$@"
}
injected() {
	(LD_PRELOAD="$refuse${LD_PRELOAD:+:$LD_PRELOAD}" REFUSE=$how REFUSE_BELOW=$where
	export LD_PRELOAD REFUSE REFUSE_BELOW
	exec "$@")
}
# untold PATH DESCRIPTION: it is said, with 4, and names the path.
untold() { status_is 4 "$2"; err_has "$1" "$2: it is named"; }
# The same of a check, which tells it as a finding.
checked() {
	status_is 4 "$2"
	out_has "$1" "$2: it is named"
	err_lacks 'All is well'
}

# Entries in two months of two years, one of sam's among them.
first=$(checkin --at '2024-03-05 21:04' mood=5 -m 'words of march' 2>err) || exit
second=$(checkin --at '2026-11-20 21:04' mood=6 -m 'words of november' 2>err) || exit
theirs_id=$(checkin -u sam --at '2026-11-19 21:04' mood=4 -m 'words of sam' 2>err) || exit
theirs_id=$(share -u sam --yes --part note "$theirs_id" 2>err) || exit
for dir in "$mine/log/2024/03" "$mine/log/2024"; do
	for call in 'recall -l' 'progress all' 'unhurried export' 'unhurried export --format csv' \
	    'unhurried export --format sql'; do
		for what in getdents openat; do
			one_of 3 calls || continue
			refused $what EIO "$dir" $call
			untold "$dir" "$call: $what of ${dir#"$mine/"}"
			[ "$call" = 'progress all' ] || out_has 'words of november' 'the rest is there'
			out_lacks 'words of march'
		done
	done
	refused getdents EIO "$dir" recall "${first##*-}"
	untold "$dir" 'by six characters'
	err_lacks 'no such entry'
	refused getdents EIO "$dir" unhurried check
	checked "$dir" 'check'
done
refused getdents EIO "$mine/log" unhurried export
untold "$mine/log" 'all of the log'
out_is ''
err_lacks 'There is nothing of yours'
refused getdents EIO "$mine/log/2026/11" checkin last
untold "$mine/log/2026/11" 'the newest may be there'
out_is '' 'an older one is not shown for it'
refused fstatat EIO "$mine/log/2026/11" unhurried check
checked "$mine/log/2026/11" 'check, where nothing can be looked at'
# A failure that comes once, wherever it comes, is not passed over.
for k in 1 2 3 4 5 6; do
	for what in getdents openat; do
		one_of 3 once || continue
		refused $what:$k EIO "$mine/log" unhurried export
		case $status in
		0) ok "$what $k: all of it" [ "$(grep -c 'words of' out)" -eq 2 ] ;;
		*) untold "$mine/log" "$what $k" ;;
		esac
		refused $what:$k EIO "$data" unhurried check
		[ "$status" -eq 0 ] || err_lacks 'All is well' "check, $what $k: $status"
	done
done

# A whole ID needs its own month alone; six characters may be in any.
refused getdents EIO "$mine/log/2024:$ours/log/2024" forget --yes "$second"
status_is 0 'a whole ID, and another month that cannot be listed'
ok 'it is let go of' [ -e "$mine/trash/$second.1.yaml" ]
run forget --undo "$second"
ok 'and is back' [ -e "$mine/log/2026/11/$second.yaml" ]
refused getdents EIO "$mine/log/2024" forget --yes "${second##*-}"
untold "$mine/log/2024" 'six characters, and a month that cannot be listed'
run forget --undo "${second##*-}"
ok 'it is there' [ -e "$mine/log/2026/11/$second.yaml" ]

# What may have been taken back, or let go of, is not shown.
refused fstatat EIO "$theirs/log/2026/11/$theirs_id.gone" recall "$theirs_id"
untold "$theirs_id.gone" 'a mark that cannot be told'
out_is ''
refused fstatat EIO "$mine/log/2026/11/$second.gone" recall "$second"
untold "$second.gone" "and one of one's own"
out_is ''

# What may be shared, or here, already is not written twice.
share --yes --part note "$second" >out 2>err || exit
snapshot
refused getdents EIO "$ours/log/2026/11" share --yes --part note "$second"
untold "$ours/log/2026/11" 'whether it is shared'
out_is ''
refused fstatat EIO "$ours/log" share --yes --part note "$second"
status_is 4 'whether it was taken back'
out_is ''
printf '{"at":"2025-03-05T21:04","mood":1,"note":"brought along"}\n' >records
checkin -f records >ids 2>err || exit
rm "$mine/log/2025/03/$(cat ids).yaml" && snapshot
for what in 'getdents EIO' 'openat EACCES'; do
	refused $what "$mine/log/2025/03" checkin -f records
	untold "$mine/log/2025" "checkin -f: $what"
	out_is ''
	err_has 'nothing was written'
done
refused getdents EIO "$mine/trash" checkin -f records
untold "$mine/trash" 'whether it was let go of'
refused read EIO "$mine/secret" checkin -n -f records
untold "$mine/secret" 'the secret that names it'
unchanged 'nothing was written'

# Words that stand are not written over without a copy.
agree hold pauses 'We stop at once' >out 2>err || exit
cp "$ours/held/agree/pauses.yaml" pauses
snapshot
refused fstatat EIO "$ours/held/agree" agree hold pauses 'We stop soon'
untold "$ours/held/agree/pauses.yaml" 'held words'
cmp -s pauses "$ours/held/agree/pauses.yaml"; ok 'they stand' [ $? -eq 0 ]
ok 'and no copy is made' not test -e "$mine/trash/held-agree-pauses.1.yaml"
for tree in "$ours" "$theirs"; do
	mkdir -p "$tree/held/agree"
	refused getdents EIO "$tree/held/agree" agree
	untold "$tree/held/agree" "agree: ${tree#"$shared/"}"
	out_lacks 'Nothing is held'
	out_lacks 'you both hold'
done
care add 'Dr Lee' >out 2>err || exit
snapshot
refused fstatat EIO "$mine/care" care add 'Dr Lee' --does gynaecology
untold "$mine/care/people/dr-lee.yaml" 'somebody who may be there already'
unchanged 'nothing is written'
refused getdents EIO "$mine/care" care
untold "$mine/care/people" care
err_lacks 'Nothing is here'

# A boundary never vanishes without a word.
boundary not-now neck >out 2>err && boundary share --yes neck >out 2>err || exit
boundary -u sam not-now ears >out 2>err && boundary -u sam share --yes ears >out 2>err || exit
for call in 'getdents EIO' 'read EIO' 'openat EACCES'; do
	refused $call "$mine/bounds" boundary
	untold "$mine/bounds" "one's own, by ${call%% *}"
	out_lacks 'Nothing is here'
	refused $call "$theirs/bounds" boundary
	untold "$theirs/bounds" "the other's, by ${call%% *}"
	out_has 'cannot be read, so ask first'
done
refused getdents EIO "$mine/bounds:$ours/bounds" boundary ask-first neck
status_is 4 'what may be shared is not called private'
err_lacks 'ot shared'
refused getdents EIO "$mine/bounds:$ours/bounds" boundary unshare neck
status_is 4 'nor is it said that there is none'
err_has 'nobody can tell yet whether'
boundary not-now neck >out 2>err && boundary share --yes neck >out 2>err || exit
# What is mirrored is put back where it is lost, and only there.
cp -R "$ours/bounds" kept
refused read EIO "$ours/bounds" recall -l
untold "$ours/bounds" 'whether it is whole'
ok 'nothing is put over it' diff -r kept "$ours/bounds"
refused getdents EIO "$mine/mirror" recall -l
untold "$mine/mirror" 'what would be put back'

# signal -q: never 0 under a pause, nor where it cannot be told.
clear() { run signal -q; status_is 0 "clear: $1"; out_is ''; err_is ''; }
clear 'to begin with'
not_clear() {
	status_is 1 "$1"
	out_is ''; err_is ''
}
for place in "$shared" "$theirs" "$theirs/now" "$ours/now" "$mine/mirror" "$shared/couple.yaml" \
    "$theirs/person.yaml"; do
	for what in openat getdents read fstatat; do
		for error in EIO EACCES; do
			one_of 2 errors || continue
			refused $what $error "$place" signal -q
			# What is not asked, cannot fail: the rest says it is clear.
			[ "$status" -eq 0 ] && [ ! -s err ] && case $what:$place in
			getdents:*.yaml|getdents:*/mirror|read:*/now|read:*/mirror|fstatat:*) true ;;
			*) false ;;
			esac && continue
			not_clear "$what $error of ${place#"$data/"}"
		done
	done
done
# Somebody's pause in a place that couple.yaml does not name.
mkdir -p "$shared/kim/now" && : >"$shared/kim/now/pause"
for what in openat getdents; do
	refused $what EIO "$shared/kim" signal -q
	not_clear "$what of a place not named"
	refused $what EIO "$shared/kim" signal
	status_is 1 'and it is said'
	out_lacks 'clear'
done
refused fstatat EIO "$shared/kim" signal -q
not_clear 'whether it is a place'
rm -r "$shared/kim"
mkdir -p "$shared/lost+found/now"
refused openat EACCES "$shared/lost+found" signal -q
status_is 0 "what is nobody's place stops nothing"
rmdir "$shared/lost+found/now" "$shared/lost+found"
for who in alex sam; do
	pause -u $who >out 2>err
	for place in "$shared" "$shared/$who" "$shared/$who/now" "$private/$who"; do
		for what in openat getdents read fstatat; do
			for how in $what $what:1 $what:2 $what:3; do
				one_of 5 ways || continue
				refused $how EIO "$place" signal -q
				[ "$status" -ne 0 ] || break 4
			done
		done
	done
	ok "a pause of $who holds, whatever fails" [ "$status" -eq 1 ]
	resume -u $who >out 2>err
done
clear 'and at the end'

# A pause goes where it can, also where nothing can be listed.
for what in 'getdents EIO' 'read EIO' 'fstatat EIO'; do
	one_of 2 statwhats || continue
	refused $what "$shared/couple.yaml:$shared/alex/person.yaml" pause
	ok "$what: it stands" test -e "$ours/now/pause.yaml"
	rm -f "$shared"/*/now/pause* "$private"/*/mirror/now/pause*
done
refused getdents EIO "$shared" pause -u alex
ok 'nothing is listed: it stands' test -e "$ours/now/pause.yaml"
rm -f "$shared"/*/now/pause* "$private"/*/mirror/now/pause*

# Texts of a kind that cannot be listed, or opened.
echo 'You never listen.' >draft
for call in prompt ritual 'kindly draft'; do
	case $call in kindly*) what=openat ;; *) what=getdents ;; esac
	refused $what EIO "$share/prompts:$share/rituals:$share/phrases" $call
	untold "$share/" "$call"
done

# init and join: what may be there is not made anew.
mkdir -p "$T/fresh" && cp "$ours/person.yaml" person
refused fstatat EIO "$T/fresh" unhurried -d "$T/fresh" init alex sam
untold "$T/fresh/couple.yaml" 'init'
is "$(ls -A "$T/fresh")" '' 'nothing is made'
refused getdents EIO "$T/fresh" unhurried -d "$T/fresh" init alex sam
untold "$T/fresh" 'a place that may hold other things'
is "$(ls -A "$T/fresh")" '' 'nothing is made'
snapshot
refused fstatat EIO "$ours" unhurried join alex
status_is 4 'join'
unchanged 'person.yaml stays as it is'
done_testing
