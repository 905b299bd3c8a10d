#!/bin/sh
# learn: readings for whoever wants them; nothing tells what was read.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

need jq
# For who has no place yet.
run learn
status_is 0 'without a place'; ok 'a line each' [ "$(wc -l <out)" -ge 25 ]
err_is ''
run learn real
status_is 0 'and one of them'; out_has 'It is real'
run learn safety
status_is 0 safety; out_has 'WHEN IT IS URGENT'
is "$(grep -c '^- ' out) $(grep -c '^  - ' out)" "$(grep -c '^- ' "$TOP/share/lessons/en/safety.txt") 0" 'its lists are lists'
# Whatever is in the way of the file, the text is there, the same.
cp out wanted.safety
mkdir -p odd/unreadable/lessons/en odd/empty/lessons/en odd/folder/lessons/en/safety.txt odd/other/lessons/en
cp "$TOP/share/lessons/en/safety.txt" odd/unreadable/lessons/en/
chmod 0 odd/unreadable/lessons/en/safety.txt odd/unreadable/lessons
: >odd/empty/lessons/en/safety.txt; : >odd/file
for place in nowhere odd/unreadable odd/empty odd/folder odd/file odd/file/below; do
	for call in 'learn safety' 'unhurried help safety'; do
		# shellcheck disable=SC2086 # a call is words
		run env UNHURRIED_SHARE="$T/$place" $call
		status_is 0 "$call, where the texts are $place"
		out_same wanted.safety; err_is ''
	done
done
# Where somebody set another text, its first line says so.
printf 'Call this number.\n' >odd/other/lessons/en/safety.txt
for call in 'learn safety' 'unhurried help safety'; do
	# shellcheck disable=SC2086 # a call is words
	run env UNHURRIED_SHARE=odd/other $call
	status_is 0 "$call, of another text"
	is "$(head -n 1 out)" 'This text is from UNHURRIED_SHARE (odd/other), not from this program.' 'its first line'
	out_has 'Call this number.'
done
chmod 755 odd/unreadable/lessons
# A translation has the English under it, but where it says who reviewed it, and of which English it is.
mkdir -p odd/es/lessons/es; cp "$TOP/share/lessons/en/safety.txt" odd/en.txt
number=$(python3 -c 'import functools as f; print("%08x" % f.reduce(lambda n, b: (n ^ b) * 16777619 % 2**32,
    open("odd/en.txt", "rb").read(), 2166136261))' 2>/dev/null)
[ -n "$number" ] && for case in "stale by nobody yet:$number" "stale 2026-12-01, by a midwife:00000000" \
    "whole 2026-12-01, by a midwife:$number"; do
	by=${case#* }
	printf '# reviewed: %s\n# of: %s\n# a note\nEsto no es un consejo.\n' "${by%:*}" "${by##*:}" >odd/es/lessons/es/safety.txt
	run env UNHURRIED_SHARE=odd/es UNHURRIED_LANGUAGE=es unhurried help safety
	status_is 0 "a translation, $case"
	out_has 'Esto no es un consejo.'; out_lacks '# '; out_lacks reviewed:
	case $case in
	stale*) out_has 'the English counts'; out_has 'thoughts of harming yourself' ;;
	*) out_lacks 'English counts'; out_lacks 'thoughts of harming' ;;
	esac
done
# Nor does it hang on memory: at each allocation that is refused it is all there.
if [ -f "$TOP/tests/fault/refuse.c" ] &&
    made "$T/refuse.so" "$TOP/tests/fault/refuse.c" -shared -fPIC -ldl 2>err; then
	k=1 whole=0
	while [ "$k" -le 60 ]; do
		run env REFUSE="alloc:$k:ENOMEM" REFUSE_COUNT="$T/calls" LD_PRELOAD="$T/refuse.so${LD_PRELOAD:+:$LD_PRELOAD}" \
		    learn safety
		[ "$status" = 0 ] && grep -q 'This is not medical advice' out && grep -q 'thoughts of harming' out &&
		    grep -q 'only with' out && whole=$((whole + 1))
		[ "$k" -le "$(cat calls)" ] || break
		k=$((k + 1))
	done
	is "$whole" "$k" 'at each of them, with 0'
else
	skip 'nothing here refuses memory'
fi
is "$(find "$HOME" -type f)" '' 'and nothing is made'
run env UNHURRIED_SHARE="$T/nowhere" learn
status_is 4 'without the shipped texts'; err_has 'no shipped lessons were found'

couple
private=$XDG_DATA_HOME/unhurried/private

learn --format json >all.json
ok 'at least 24' [ "$(wc -l <all.json)" -ge 24 ]
for id in $(jq -r .id all.json); do
	one_of 6 lessons || continue
	learn --format json "$id" >one.json
	words=$(jq -r .text one.json | wc -w)
	ok "$id: 250 to 700 words ($words)" [ "$words" -ge 250 ] && [ "$words" -le 700 ]
	is "$(jq -r '[.title, .reviewed, (.sources | length >= 2), (.try | length >= 2)] | map(. != null and . != false) | all' one.json)" true "$id: title, day, sources, what to try"
done
for id in real tension consent still touch positions lubricants pelvic-floor sensate-focus breath partner hear-pause sadness not-therapist pressured beneath sessions \
    examination after-treatment setbacks closeness gestures long-view first-signs entrance pain-fear mans-floor wanting erotic own-body \
    child faith-family marriage-no who-knows dating resentment not-heard partner-body autism-touch small-children help-helps after-therapy jealousy \
    two-languages; do
	one_of 4 id || continue
	ok "there is $id" grep -q "\"id\":\"$id\"" all.json
done
is "$(learn --format tsv | head -n 1)" "$(jq -r '[.id, .theme, .title, .reviewed] | @tsv' all.json | head -n 1)" 'as TSV'
run learn touch
status_is 0 touch
out_has 'What you could try, or not'; out_has 'Further reading'; out_has 'Last checked on'
is "$(awk 'length > 80' out | LC_ALL=C grep -c '^[ -~]*$')" 0 'no wider than the screen'

# What is read by its name is kept nowhere; next keeps its own, for oneself.
snapshot
learn still >out; learn list >out; learn safety >out; learn --format json pressured >out
unchanged 'reading writes nothing'
tree "$XDG_DATA_HOME/unhurried/shared" >before.tree
n=0
while learn -q next >out; do
	n=$((n + 1)); head -n 1 out
	[ $n -lt 60 ] || break
done >titles
is "$(sort titles | uniq -d)" '' 'next shows none twice'
is "$n" "$(($(wc -l <all.json) - 10))" 'and all of them'
for id in pressured marriage-no erotic own-body child faith-family dating partner-body jealousy two-languages; do
	one_of 4 own || continue
	unlike "$(cat titles)" "$(jq -r "select(.id == \"$id\").title" all.json)" "but $id is only for somebody who looks for it"
done
run learn next
status_is 1 'then no more'; out_is ''; err_has 'You have seen them all'
is "$(learn -u sam next | head -n 1)" "$(head -n 1 titles)" 'each for themselves'
tree "$XDG_DATA_HOME/unhurried/shared" >after.tree
ok 'nothing of it is in the shared directory' cmp -s before.tree after.tree
echo '[' >"$private/alex/aside/lessons.yaml"
run learn next
status_is 3 'marks that cannot be read are named'; err_has 'lessons.yaml:'

quick_ends

# On a terminal through a pager; safety without one.
printf '#!/bin/sh\necho PAGED; cat\n' >pager; chmod +x pager
export PAGER="$T/pager"
for case in 'real 1' 'safety 0' 'list 1' 'real --plain 0' 'real --no-input 0'; do
	# Safety has screens of its own, that wait.
	: >script
	[ "${case% *}" != safety ] || printf '%s\n' 'expect q ends.' 'send q' >script
	# shellcheck disable=SC2086 # a call is words
	run onterm script learn ${case% *}
	is "$(grep -c PAGED out)" "${case##* }" "${case% *}: a pager ${case##* }"
done
run onterm /dev/null env LESSHISTFILE=kept PAGER='echo "history: $LESSHISTFILE"' learn real
out_has 'history: -' 'and it keeps no list of what was looked for'
printf '%s\n' 'expect q ends.' 'send q' >script
run onterm script env PAGER=no-such-pager learn real
out_has 'It is real' 'a pager that is not there loses nothing'
afresh
run learn real
out_lacks PAGED 'none where there is no terminal'

mkdir -p "$XDG_DATA_HOME/unhurried/shared/sam/lessons"
printf 'items: [{id: esc, added: "2026-01-01", title: "x\\e[31m", text: "y\\e[31m\\u202e"}]\n' >"$XDG_DATA_HOME/unhurried/shared/sam/lessons/o.yaml"
run learn esc
out_has 'From sam: x^[[31m'; out_has '    y^[[31m<U+202E>' 'set apart'
printf '%s\n' 'added: "2026-01-01"' 'reviewed: "2026-11-25"' 'items:' \
    '  - {id: owed, order: 1, title: "Owed", text: "You owe it.", try: ["Give it."], sources: ["WHO 2020"]}' \
    >"$XDG_DATA_HOME/unhurried/shared/sam/lessons/o.yaml"
rm -f "$XDG_DATA_HOME/unhurried/private/alex/aside/lessons.yaml"
for call in learn 'learn list' 'learn next' 'unhurried complete lessons' 'learn --format json'; do
	run $call
	out_lacks Owed "$call: nothing that was not asked for"
done
run learn --from sam
out_has 'From sam: Owed'; out_lacks safety
run learn owed
out_has 'From sam: Owed'; out_has '    You owe it.'
out_lacks WHO 'no sources, as ours have'; out_lacks 'Looked over'; out_lacks 'What you could try'
for format in json yaml; do
	run learn owed --format $format
	ok "$format: with the name" grep -Eq '"by":"sam"|^by: "sam"' out
	out_lacks WHO "$format: no sources"; out_lacks reviewed "$format: not looked over"
done
run learn --from sam --format tsv
is "$(cut -f 1,5 out)" 'owed	sam' 'tsv: with the name'
run learn owe
status_is 2; err_lacks owed 'nothing of theirs is suggested'
for call in 'learn --from alex' 'learn list --from alex' 'learn list --from alex --format json'; do
	run $call
	status_is 1 "$call: there is none"; out_is ''
	err_is "No reading matches, and that is fine. 'learn list' shows them all."
done
run learn --from nobody
status_is 2; err_has '--from nobody'
run learn next --from sam
status_is 2 'next has shipped ones alone'
echo 'items: [' >"$XDG_DATA_HOME/unhurried/shared/sam/lessons/o.yaml"
run learn real
status_is 0 'a broken deck of theirs is nothing to who did not ask'; err_is ''
run learn --from sam
status_is 3 'and named to who asks'
for wrong in nope 'real tension' '-n real' '--nonsense'; do
	one_of 2 wrong || continue
	snapshot
	# shellcheck disable=SC2086 # a call is words
	run learn $wrong
	status_is 2 "refused: $wrong"; out_is ''
	unchanged
done
for format in text json; do
	learn --format $format >/dev/full 2>err && status=0 || status=$?
	status_is 4 "$format > /dev/full"
done

# A page of a reading, for someone who uses no terminal.
snapshot
run learn partner -o page.html
status_is 0 'a page'; out_is ''; err_is 'Written, for this account alone: page.html'
is "$(stat -c %a page.html) $(grep -c '<title>A reading</title>' page.html) $(grep -c '^<h1 dir="auto" lang="en">' page.html)" '600 1 1' 'closed, with a neutral title'
learn --format json partner | jq -r '[.title, .text, .try[], .sources[]] | join(" ")' | tr -s ' \n' '  ' >wanted
sed -n '/<main>/,/<\/main>/p' page.html | sed 's/<[^>]*>//g; s/&#39;/'"'"'/g; s/&quot;/"/g; s/&amp;/\&/g' | tr -s ' \n' '  ' >got
sed 's/What you could try, or not //; s/Further reading //; s/ Last checked on.*//; s/^ //' got >words
is "$(cat words)" "$(sed 's/ *$//' wanted)" 'the same words as anywhere'
ok 'and where to turn' grep -q '<p>If something hurts or scares you: unhurried help safety. When it is urgent:' page.html
run env LC_ALL=es_ES.UTF-8 learn partner -o page.html -q
status_is 0; err_is '' 'written again, quietly'
unchanged 'and nothing is kept of it'
for call in '-o page.html' 'list -o page.html' 'next -o page.html' 'safety -o page.html' 'partner -o page.svg' 'partner -o page.html --format json' 'no-such -o none.html'; do
	# shellcheck disable=SC2086 # a call is words
	run learn $call
	status_is 2 "refused: $call"; out_is ''
done
run learn partner -o "$XDG_DATA_HOME/unhurried/shared/alex/page.html"
status_is 2 'nor where the other would come upon it'
err_has 'in the directory that you two share'
ok 'nothing is there' [ ! -e none.html ]
unchanged
done_testing
