#!/bin/sh
# share: part by part, shown exactly before it is written, and no more than that.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

# Its times are written out as one zone has them.
TZ=Europe/Berlin
need clock
couple
private=$XDG_DATA_HOME/unhurried/private shared=$XDG_DATA_HOME/unhurried/shared
now() { at_time '2026-11-22 12:00:00' "$@"; }
of_alex=$shared/alex/log/2026/11
six() { echo "${1##*-}"; }
# preview: what the last call said would be seen.
preview() { sed -n '/^What .* will see, and no more:$/,$p' "$T/err" | sed '1,2d' | sed '/^$/,$d'; }

# Eight of the same, so that each part can go alone.
for i in 1 2 3 4 5 6 7 8 9; do
	printf '%s\n' '{"id":"20261103t080000z-alex-checkin-aaaaa'$i'","at":"2026-11-03T09:00:00+01:00","mood":3,"stress":8,"tags":["tea"],"feel":["tender","warm"],"pace":"slower","today":"only hands","weight":73917,"note":"The note.\nIts second line.\n"}'
done | checkin -f - >ids 2>"$T/err"
printf '%s\n' '{"id":"20261104t080000z-alex-checkin-number","at":"2026-11-04T09:00:00+01:00","mood":3}' \
    '{"id":"20261105t080000z-alex-win-wwwww1","kind":"win","at":"2026-11-05T09:00:00+01:00","tags":["kitchen"],"note":"We danced"}' \
    '{"id":"20261106t080000z-alex-ritual-rrrrr1","kind":"ritual","at":"2026-11-06T09:00:00+01:00","name":"Ten breaths","minutes":5}' |
    checkin -q -f - 2>/dev/null

# Without a terminal: shown, and written only with --yes.
cp "$shared/sam/person.yaml" person
sed 's/^name: .*/name: "Samira"/' person >"$shared/sam/person.yaml"
run now share -n aaaaa1
err_has 'What Samira (sam) will see, and no more:' 'by the name they like'
cat person >"$shared/sam/person.yaml"
snapshot
run now share aaaaa1
status_is 2 'without a terminal, without --yes: 2'
out_is ''
err_has 'What sam will see, and no more:'
err_has 'share: nothing was shared: read what would be seen, then add --yes'
preview >first
run now share -n aaaaa1
status_is 0 'dry run: 0'
out_is ''
preview >again
ok 'the same is shown' cmp -s first again
run now share --no-input --part mood aaaaa1
status_is 2 '--no-input: 2'
unchanged 'nothing is written by any of these'

# part LIST WANTED-LINES: exactly that is written, shown, and seen.
i=0
part() {
	i=$((i + 1)) at=2026-11-22T12:00:00 id=20261122t110000z-alex-checkin-aaaaa$i
	# What suits one today is never dated later: it would read as a yes for now.
	case $1 in *today*) at=2026-11-03T09:00:00 id=20261103t080000z-alex-checkin-aaaaa$i ;; esac
	# shellcheck disable=SC2086 # no list, no option
	run now share --yes ${1:+--part $1} aaaaa$i
	status_is 0 "share --part ${1:-(none)}"
	out_is $id 'prints the new ID'
	printf 'kind: checkin\nat: "%s+01:00"\nby: "alex"\n%s\n' $at "$2" >wanted
	ok "$1: holds that and nothing else" cmp -s wanted "$of_alex/$id.yaml" ||
	    diff wanted "$of_alex/$id.yaml" | diag
	is "$(stat -c %a "$of_alex/$id.yaml")" 600 'readable on this account alone'
	preview >seen
	run recall -u sam $id
	ok "$1: what was shown is what the other sees" cmp -s seen "$T/out" || diff seen "$T/out" | diag
}
note='note: |
  The note.
  Its second line.'
feel='feel: ["tender", "warm"]'
today='today: "only hands"'
part '' "$feel
$note"
part note "$note"
part feel "$feel"
part today "$today"
part tags 'tags: ["tea"]'
part mood 'mood: 3'
part stress,mood "mood: 3
stress: 8"
part weight,pace,note 'pace: "slower"
weight: 73917
'"$note"
run now share --yes --part note,mood wwwww1
status_is 2 'a part that it does not have'
err_has 'mood'
run now share --yes wwwww1 rrrrr1
status_is 0 'a win and a ritual'
out_is '20261122t110000z-alex-win-wwwww1
20261122t110000z-alex-ritual-rrrrr1'
is "$(sed 1,3d "$of_alex/20261122t110000z-alex-ritual-rrrrr1.yaml")" 'name: "Ten breaths"' 'no minutes unless picked'

run recall -1 --kind win
out_is 20261105t080000z-alex-win-wwwww1 'one stays in its own place, once'
run recall -1 --shared --kind win
out_is 20261122t110000z-alex-win-wwwww1 'and --shared shows what was shared'

# --keep-date, -q, and what is refused.
run now share -q --yes --keep-date aaaaa9
status_is 0; out_is ''; err_is '' 'quiet is quiet'
ok 'the date is kept' cmp -s "$of_alex/20261103t080000z-alex-checkin-aaaaa9.yaml" - <<EOS
kind: checkin
at: "2026-11-03T09:00:00+01:00"
by: "alex"
$feel
$note
EOS
checkin -q -u sam --at 2026-11-03T12:00 -m "sam's own" 2>/dev/null
sams=$(recall -1 -u sam --by sam)
cat >"$private/alex/log/2026/11/20261107t080000z-alex-checkin-broken.yaml" <<'EOS'
kind: checkin
at: "2026-11-07T09:00:00+01:00"
by: "alex"
mood: eleven
EOS
snapshot
refuse() {
	want=$1 says=$2; shift 2
	run now share --yes "$@"
	status_is "$want" "share $*: $want"
	out_is ''
	err_has "$says"
}
refuse 1 'aaaaa1: it is shared already' aaaaa1
refuse 1 'it is shared already' --keep-date 20261103t080000z-alex-checkin-aaaaa2
refuse 1 'it is shared already' --part mood aaaaa9
refuse 1 'nothing is picked to share: add --part with any of: mood' number
refuse 2 'that entry has mood' --part '' number
refuse 2 'that entry has mood' --part at number
refuse 2 'that entry has mood' --part by number
refuse 2 'that entry has mood' --part note number
refuse 1 'no entry of yours has that ID' zzzzz9
refuse 1 'no entry of yours has that ID' "$sams"
refuse 1 'no entry of yours has that ID' "$(six "$sams")"
refuse 2 'not an ID' today
refuse 2 "which entry? Give its ID, as 'recall -l' lists it"
refuse 2 'not an option here' --nonsense
refuse 3 '-broken.yaml:4:7: mood: expected a whole number 0-10, found "eleven"' broken
unchanged 'what is refused writes nothing'
run now share --yes broken number --part mood
status_is 3 'worst wins'
out_is 20261122t110000z-alex-checkin-number 'and the other one is shared'
mv "$shared/alex" "$T/away"
snapshot "$shared"
run now share --yes --part mood aaaaa1
status_is 4 'no shared place: 4'
err_has 'your shared place is not there: if it is synced, let that finish'
out_is ''
unchanged 'and none is made' "$shared"
mv "$T/away" "$shared/alex"
mv "$shared/couple.yaml" "$T/away"
run now share --yes number
status_is 4 'no couple.yaml: 4'
err_has 'there is no couple.yaml in it'
mv "$T/away" "$shared/couple.yaml"

quick_ends

# Every viewer as the other person: that and no more. Secrets stand in every
# field of every kind, in the trash, in recovery and in what was taken back.
rm -rf "$HOME"; mkdir "$HOME"
couple
for kind in checkin win thanks reason ritual; do
	printf '%s\n' '{"at":"2026-11-16T09:00:00+01:00","kind":"'$kind'","mood":1,"stress":9,"body":9,"comfort":1,"closeness":1,"name":"SECRET name","minutes":1313,"tags":["SECRETtag"],"feel":["SECRETfeel"],"today":"SECRET today","pace":"slower","weight":73917,"my_SECRET_key":"SECRET value","deep":{"list":["SECRET deep"]},"note":"SECRET note\nand more SECRET\n"}'
done | checkin -f - >secrets 2>/dev/null
first=$(head -n 1 secrets)
export EDITOR="sed -i s/SECRET.note/SECRETedited/"
recall -q -e "$first"
now share -q --yes --part mood,note,tags,weight "$first" 2>/dev/null
forget -q --shared --yes "$(six "$first")"
second=$(checkin --at 2026-11-17T09:00 mood=1 -m 'SECRET forgotten' 2>/dev/null)
forget -q "$second"
EDITOR="sed -i s/mood:.1/mood:SECRETbroken/"
recall -q -e "$first" 2>/dev/null
third=$(checkin --at 2026-11-18T09:00 mood=0 -t SECRETtag --feel soft --today 'a quiet SECRET day' -m 'OPEN words' 2>/dev/null)
run now share --yes "$third"
printf 'SECRETdraft\n' >"$private/alex/recovery/left.txt"
is "$(grep -rl SECRET "$shared")" '' 'nothing of it is in the shared directory'
viewers=0 leaks=
see() {
	viewers=$((viewers + 1))
	now "$@" >"$T/view" 2>&1
	grep -qaE 'SECRET|73917|1313|(mood|stress|closeness)("?[:=]| [0-9(])' "$T/view" && { leaks="$leaks
$*"; diag <"$T/view"; }
	if grep -qa OPEN "$T/view"; then opened="$opened $1"; fi
}
opened=
for format in text yaml json tsv; do
	for period in week month all; do
		see progress -u sam $period --format $format
		see progress -u sam $period --shared --format $format
	done
	see recall -u sam --format $format
	see recall -u sam --shared --format $format
	see checkin -u sam last --format $format
	while read -r id; do
		see recall -u sam --format $format "$id"
		see recall -u sam --format $format "$(six "$id")"
	done <secrets
done
for format in jsonl csv sql; do see unhurried export -u sam --format $format; done
see progress -u sam --scale comfort all
see recall -u sam -l
see recall -u sam -1
see recall -u sam --match .
see recall -u sam -t SECRETtag --by alex -l
see unhurried -u sam
see unhurried check -u sam
for word in '' recall 'recall -t ' 'recall --tag=' 'share ' 'forget ' 'recall --kind ' 'checkin -t '; do
	# shellcheck disable=SC2086 # words of a line
	see unhurried complete -u sam $word
	# shellcheck disable=SC2086
	see unhurried complete $word
done
for id in "$first" "$second" "$third" "$(six "$first")" "$(six "$second")"; do
	see recall -u sam "$id"
	see recall -u sam -e "$id"
	see share -u sam --yes "$id"
	see forget -u sam -n --all-copies --for-good --yes "$id"
	see forget -u sam -n --undo "$id"
done
is "$leaks" '' "nobody sees what was not shared ($viewers views)"
for tool in recall progress unhurried; do like "$opened" " $tool" "$tool shows what was"; done
is "$(now recall -u sam)" "Sunday 22 November 2026, 12:00  alex, checkin  $(six "$third")
    feel: soft
    OPEN words" 'exactly that'

# On a terminal: the newest is asked about; numbers mark, Enter goes on.
newest=$(checkin --at 2026-11-20T09:00 mood=4 -t tea -m 'On a terminal' 2>/dev/null)
printf '%s\n' 'expect 1 [ ] mood' 'expect 3 [x] note: On a terminal' "expect 'none' keeps it all" 'send none\r' \
    'expect It stays with you.' eof >none
printf '%s\n' "expect 'none' keeps it all" 'send \r' 'expect Share this? [y/N]' 'send \r' 'expect It stays with you.' eof >no
printf '%s\n' "expect 'none' keeps it all" 'send 3\r' 'expect 3 [ ] note' "expect 'none' keeps it all" 'send \r' 'expect It stays' eof >unmarked
printf '%s\n' "expect 'none' keeps it all" 'send 7\r' 'expect Numbers from 1 to 3, please.' "expect 'none' keeps it all" 'send \x04' 'expect It stays' eof >strange
printf '%s\n' "expect 'none' keeps it all" 'send \r' 'expect [y/N]' 'send \x03' >stopped
printf '%s\n' "expect 'none' keeps it all" 'send 1 3\r' 'expect 1 [x] mood' "expect 'none' keeps it all" 'send \r' 'expect mood 4' \
    'expect Share this? [y/N]' 'send y\r' "expect $newest" eof >yes
today=$(checkin --at 2026-11-19T09:00 --today 'only hands' --feel soft 2>/dev/null)
printf '%s\n' 'expect 1 [x] feel: soft' 'expect 2 [ ] today: only hands' "expect 'none' keeps it all" 'send none\r' 'expect It stays with you.' eof >today
run onterm today share "$today"
status_is 0 'what suited one day is never marked beforehand'
snapshot
for script in none no unmarked strange; do
	run onterm $script env TZ=Europe/Berlin share
	status_is 0 "on a terminal: $script"
	out_lacks -checkin-
done
run onterm stopped share "$newest"
status_is 130 'Ctrl-C'
unchanged 'nothing is shared by these'
sed -i "s/$newest/-alex-checkin-$(six "$newest")/" yes
run onterm yes share "$(six "$newest")"
status_is 0 'on a terminal: yes'
is "$(recall -u sam "$(six "$newest")" | sed 1d)" '    mood 4' 'what was marked, and no more'
rm -rf "$HOME"; mkdir "$HOME"
couple
printf '%s\n' 'expect and that is fine.' eof >nothing
run onterm nothing share
status_is 1 'nothing to share yet'

# All that is out, of every kind, and what takes each back does.
afresh
run share list
status_is 0 'nothing is out but a name'
is "$(share list --format tsv | cut -f 1)" person 'who one is'
id=$(checkin mood=3 --today 'only hands' -m 'words' 2>/dev/null)
share -q --yes --part mood,note "$(six "$id")" 2>/dev/null
checkin -q mood=4 -m 'mine alone' 2>/dev/null
agree -q hold tea -m 'at five' 2>/dev/null; pace -q hold 'a slow walk' 2>/dev/null; reason -q together hold 'we laugh' 2>/dev/null
boundary -q not-now my neck 2>/dev/null; boundary -q not-now my ears 2>/dev/null; boundary -q share --yes my neck 2>/dev/null
moment -q plan --together "$(day 3)" 20:00 2>/dev/null; moment -q plan "$(day 4)" 20:00 2>/dev/null
p=$(prompt list --format tsv 2>/dev/null | cut -f 1 | head -n 1)
prompt -q answer "$p" -m x 2>/dev/null; prompt -q offer "$p" 2>/dev/null
signal -q comfort 2>/dev/null
q=$(prompt list --format tsv 2>/dev/null | cut -f 1 | sed -n 2p)
prompt -q answer "$q" -m 'opened words' 2>/dev/null
share -q --yes "$(recall -1 --kind answer | tail -n 1)" 2>/dev/null
agree -u sam -q hold theirs -m 'of sam' 2>/dev/null
snapshot
run share list --format tsv
status_is 0 'a list'
is "$(cut -f 1 out | tr '\n' ' ')" 'entry entry agree pace reason boundary plan offer signal person ' 'of every kind'
err_is ''
out_has "entry	$(six "$id")	$(date +%F), checkin, mood, note	forget --shared $(six "$id")" 'by its parts'
for private in 'only hands' alone ears theirs "$(day 4)"; do out_lacks "$private" "what is not shared is not there: $private"; done
for format in yaml json text; do run share list --format $format; status_is 0 "--format $format"; out_has "forget --shared $(six "$id")"; done
out_has 'All that sam can read of yours'
ok '80 columns' [ "$(wc -L <out)" -le 80 ]
for format in json tsv; do
	is "$(unhurried share list --format $format | grep -c '[	"]unhurried forget --shared')" \
	    "$(share list --format tsv | grep -c 'forget --shared')" "--format $format: as it can be typed"
done
unchanged 'it writes nothing'
share list --format tsv | cut -f 4 | grep -v '^-$' >back
is "$(wc -l <back | tr -d ' ')" 9 'a command for each'
while read -r back; do
	run sh -c "$back"
	status_is 0 "$back"
done <back
is "$(share list --format tsv | cut -f 1)" person 'then nothing is out'
is "$(find "$shared/alex" -name '*.yaml' ! -name person.yaml)" '' 'and no file is'
pause -q
run share list --format tsv
is "$(cut -f 1,4 out)" "$(printf 'pause\tresume\nperson\t-')" 'a pause is there, too'
resume -q
run share --format json
status_is 2 '--format goes with list'
run sh -c 'echo "$1" | share -' sh "$(six "$id")"
status_is 2 'a list by a pipe needs --yes'; err_has 'add --yes'
run sh -c 'echo "$1" | share --yes -' sh "$(six "$id")"
status_is 0 'and with it is shared'
err_has "'forget --shared $(six "$id")' takes it back."
run share -
status_is 1 'an empty one'
done_testing
