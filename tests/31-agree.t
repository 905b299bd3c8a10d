#!/bin/sh
# agree: held by both or not in force; ended by either; never a permission.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

need jq clock
couple
data=$XDG_DATA_HOME/unhurried shared=$data/shared private=$data/private
mine=$shared/alex/held/agree theirs=$shared/sam/held/agree
no_yes='This helps you remember. It is not a yes for today.'
hash_of() { agree --format json | jq -r "select(.by != \"alex\") | .hash"; }
# in_force TOPIC WANTED DESCRIPTION: the same for both.
in_force() {
	for who in alex sam; do
		is "$(agree -u $who --format json 2>err | jq -r "select(.name == \"$1\") | .in_force" | sort -u)" "$2" "$3: $who"
	done
}

run agree
status_is 0 'nothing held'
out_is "Nothing is held here, and nothing needs to be. 'agree hold' begins, if you like."
run agree hold
status_is 2 'no topic'; err_has 'how-we-talk'; err_has 'How and when do we like to talk about this'
run agree hold how-we-talk after dinner --review 4w
status_is 0 'hold'
out_is how-we-talk
err_has "$no_yes"
in_force how-we-talk false 'held by one'
pause -q
run agree -u sam
status_is 0; out_is "Things for two wait just now; 'signal' says why." 'under a pause nothing is said to be held by nobody'
resume -q
run agree -u sam
out_has 'alex holds, to look at again on'
out_has '    after dinner'
out_has "$no_yes"
out_lacks wait 'nobody is waited for'
hash=$(agree -u sam --format tsv | cut -f 5)
is "${#hash}" 24 'a hash that nobody finds twice'
run agree -u sam yes how-we-talk
status_is 2 'without a terminal the hash is wanted'; err_has 'agree yes how-we-talk CODE'
snapshot
run agree -u sam yes how-we-talk "$(echo "$hash" | tr a-y b-z)"
status_is 1 'another hash'; err_has 'these are not the words with the code'
run agree -u sam yes nothing "$hash"
status_is 1 'nothing to hold'; err_has "nothing: your partner holds nothing under that name"
unchanged
run agree -u sam yes how-we-talk "$hash"
status_is 0 'with it'
out_is how-we-talk
err_is "You both hold it. $no_yes"
in_force how-we-talk true 'held by both'
ok 'the same bytes' cmp -s "$mine/how-we-talk.yaml" "$theirs/how-we-talk.yaml"
run agree
out_has 'how-we-talk, held by you both, to look at again on'
# The day to look again comes for both at once, where they live.
sed 's/^zone: .*/zone: "Pacific\/Auckland"/' "$shared/couple.yaml" >couple; cp couple "$shared/couple.yaml"
printf 'text: |\n  after dinner\nreview: "2026-12-09"\n' | tee "$mine/how-we-talk.yaml" >"$theirs/how-we-talk.yaml"
for moment in '2026-12-08 11:59:59 true' '2026-12-08 12:00:00 false'; do
	for who in alex sam; do
		is "$(TZ=Europe/Berlin at_time "${moment% *}" agree -u $who --format json | jq -r .in_force | sort -u)" "${moment##* }" "$moment: $who"
	done
done
at_time '2026-12-10 12:00:00' agree >out
out_has 'kept until Wednesday 9 December 2026'
run at_time '2026-12-10 12:00:00' agree yes how-we-talk "$(hash_of)"
status_is 1 'not held anew by a yes'
# Other words, another day, one's own end: each is enough.
agree -q hold how-we-talk --review 6w after dinner 2>err
in_force how-we-talk false 'another day'
agree -q hold how-we-talk --review none before dinner 2>err
agree -q -u sam yes how-we-talk "$(agree -u sam --format json | jq -r 'select(.by == "alex") | .hash')"
in_force how-we-talk true 'changed by both'
run agree hold how-we-talk 'before  dinner'
in_force how-we-talk false 'changed by one'
agree -q hold how-we-talk 'before dinner' 2>err
in_force how-we-talk true 'and back'
run agree -n end how-we-talk
err_has 'how-we-talk would be let go.'
in_force how-we-talk true 'a dry run'
run agree end how-we-talk
status_is 0 end; out_is ''; err_is 'Let go. No reason is needed, and nothing is owed.'
is "$(find "$mine" -type f)" "$mine/how-we-talk.ended" 'no words are left of it'
is "$(cat "$mine/how-we-talk.ended")" '' 'and none in the mark'
is "$(grep -l 'before dinner' "$private/alex/trash"/* | wc -l | tr -d ' ')" 2 'they are in the trash'
run agree
out_lacks 'you hold'
run agree end how-we-talk
status_is 1 'twice'; err_is "agree: how-we-talk: you have no words under that name: 'agree' lists them"
# A slip in the name ends nothing, and says what may have been meant.
agree -q hold evenings tea
snapshot
run agree end evening
status_is 1 'a slip'; out_is ''; err_is 'agree: evening: you have no words under that name: did you mean evenings?'
unchanged
# Cut off between its mark and the words, the next run does the rest.
: >"$mine/evenings.ended"
run agree end evenings
status_is 0 'an end that was cut off'; err_is 'Let go. No reason is needed, and nothing is owed.'
is "$(find "$mine" -name 'evenings*')" "$mine/evenings.ended" 'is finished'
rm "$mine/evenings.ended"; rm -f "$private/alex/mirror/held/agree/evenings.ended" "$private/alex/trash"/held-agree-evenings.*
# An old copy of the words is not in force; nor where the mark was lost, after one's next command.
cp "$theirs/how-we-talk.yaml" "$mine/how-we-talk.yaml"
in_force how-we-talk false 'an old copy beside the mark'
run agree
out_lacks 'you hold' 'and it is not shown as held'
mv "$mine/how-we-talk.ended" "$mine/how-we-talk.sync-conflict-20261122-1-ABC.ended"
in_force how-we-talk false "the mark under a second copy's name"
rm "$mine"/*.ended
run signal
err_has 'a file of yours was not here, as can happen with syncing: it is back'
in_force how-we-talk false 'a lost mark is put back'
# Holding it again takes the mark away, for good.
run agree hold how-we-talk before dinner
status_is 0 'held again'
in_force how-we-talk true 'held again'
run signal
err_is '' 'and no mark comes back'
is "$(find "$private/alex/mirror/held" -name '*.ended')" '' 'nor is one kept'
# Second copies that differ, cannot be read, or are cut short.
for copy in 'how-we-talk.sync-conflict-1-2-3.yaml' 'how-we-talk (conflicted copy 2026).yaml' 'Copy of how-we-talk.yaml'; do
	printf 'text: |\n  something else\n' >"$theirs/$copy"
	in_force how-we-talk false "a copy that differs: $copy"
	run agree
	out_has 'two copies of it differ'
	printf 'text: |\n  before dinner\n' >"$theirs/$copy"
	in_force how-we-talk true "a copy that does not: $copy"
	printf 'text: [' >"$theirs/$copy"
	in_force how-we-talk false "a copy that cannot be read: $copy"
	rm "$theirs/$copy"
done
for broken in 'text: |
  before dinner' 'text: before' 'note: x
' 'text: ""
' 'text: |
  before dinner
review: soon
' 'text: |
  before dinner
ended: true
'; do
	cp "$theirs/how-we-talk.yaml" whole; printf '%s' "$broken" >"$theirs/how-we-talk.yaml"
	in_force how-we-talk false "not whole: $(printf %s "$broken" | tail -n 1)"
	cp whole "$theirs/how-we-talk.yaml"
done
printf 'text: [\n' >"$theirs/pauses.yaml"
run agree
status_is 3 'one that cannot be read'
ok 'is named with line and column' grep -qE 'sam/held/agree/pauses.yaml:[0-9]+:[0-9]+: ' err
out_has 'how-we-talk, held by you both' 'and the others are shown'
rm "$theirs/pauses.yaml"

quick_ends

# A pause holds back hold and yes, never list and end; words are kept aside.
agree -q -u sam hold pace slow 2>err
pause -q -u sam
run agree hold easy tea in the garden
status_is 1 'hold, under a pause'; err_has 'a pause is on: this can wait, and nothing is owed'
run agree hold easy - <<'EOS'
tea in the garden
EOS
status_is 1 'from stdin'
is "$(cat "$private/alex/recovery"/* | tr -d '\n')" 'tea in the garden' 'the words are kept, once'
run agree yes pace "$(hash_of)"
status_is 1 'yes, under a pause'
run agree
status_is 0 'a look'; out_lacks slow 'and no invitation meanwhile'
run agree end how-we-talk
status_is 0 'and letting go'
resume -q -u sam
rm -rf "$private/alex/recovery"/*

# Words from an editor, from stdin, hostile ones, and none.
export EDITOR="$T/editor"
editor() { cat >editor; chmod +x editor; }
editor <<'EOS'
#!/bin/sh
cp "$1" "$0.page"
sed -i '/^# Lines like these/a # two is my line' "$1"; echo '# and this' >>"$1"; echo '[pauses]' >>"$1"
EOS
run agree hold easy -e --review "$(day 30)"
status_is 0 'hold -e'
is "$(jq -nr '1' && agree --format json | jq -r 'select(.name == "easy") | .text')" '1
# two is my line

# and this
[pauses]' 'nothing of what one wrote is left out'
like "$(cat editor.page)" '# What is easy and good for us these days?' 'the page asks'
editor <<'EOS'
#!/bin/sh
cp "$1" "$0.page"
sed -i '/^\[how-we-talk\]/a with tea' "$1"
EOS
snapshot
run agree hold -e
status_is 0 'a page for all topics'
out_is how-we-talk
like "$(cat editor.page)" '\[pauses]' 'a line of words that looks like a part is none'
is "$(agree --format json | jq -r 'select(.name == "easy") | .text' | tail -n 1)" '[pauses]' 'and stays as it was'
is "$(agree --format json | jq -r .name | sort -u | tr '\n' ' ')" 'easy how-we-talk pace ' 'nothing else is held'
editor <<'EOS'
#!/bin/sh
exit 0
EOS
find "$data" -type f | sort >before.files
run agree hold plans -e
status_is 0 'a page left as it was'; err_is "$untouched"
find "$data" -type f | sort | cmp -s - before.files
is $? 0 'and no page is left'
esc=$(printf '\033')
printf 'text: |\n  a %s word\n' '\u202e' >"$theirs/plans.yaml"
printf 'text: "x\\e[31m\\u202e"\n' >"$theirs/plans.yaml"
run agree
out_has 'x^[[31m<U+202E>'
out_lacks "${esc}[31m"
run agree --format yaml
out_has 'x\u001b[31m\u202e' 'harmless as YAML, too'
rm "$theirs/plans.yaml"
run agree hold "../../x y" in words
out_is x-y
ok 'a name is a name' [ -f "$mine/x-y.yaml" ]
run agree hold '🌱' 'a plant'
ok 'also one without letters' [ "$(find "$mine" -name '*.yaml' | wc -l | tr -d ' ')" -eq 4 ]
for wrong in 'agree nope' 'agree yes' 'agree end' 'agree end a b' 'agree hold x --review yesterday y' 'agree hold x --review 2026-13-01 y' 'agree list -m x' \
    'agree hold x -m a -' 'agree --review 2w' 'agree yes x -m y' 'agree --nonsense'; do
	one_of 4 wrong || continue
	snapshot
	# shellcheck disable=SC2086 # a call is words
	run $wrong
	status_is 2 "$wrong"
	out_is ''
	unchanged "$wrong: nothing is written"
done
head -c 20000 /dev/zero | tr '\0' x >long
run agree hold plans - <long
status_is 3 'words that are too long'
ok 'they are kept' cmp -s long "$(find "$private/alex/recovery" -type f | head -n 1)"
agree >/dev/full 2>err && status=0 || status=$?
status_is 4 '> /dev/full'
# What the other sees of what one did not do, or does again: nothing.
snapshot
run agree -u sam
run agree -u sam list
run agree -u sam --format json
unchanged 'looking writes nothing'
# With one person their own words are enough.
# What was ended by hand in any way, or while one's words were away.
for ended in true True yes on 1 '"true"'; do
	printf 'text: "a"\nended: %s\n' "$ended" >"$mine/hand.yaml"
	printf 'text: "a"\n' >"$theirs/hand.yaml"
	is "$(agree --format json | jq -r 'select(.name == "hand") | .in_force' | sort -u)" false "ended: $ended"
done
for ended in false null ''; do
	printf 'text: "a"\nended: %s\n' "$ended" >"$mine/hand.yaml"
	is "$(agree --format json | jq -r 'select(.name == "hand") | .in_force' | sort -u)" true "ended: '$ended'"
done
mv "$mine/hand.yaml" hidden
run agree end hand
status_is 0 'end, with words that are away'
mv hidden "$mine/hand.yaml"
is "$(agree --format json | jq -r 'select(.name == "hand") | .in_force' | sort -u)" false 'when they come back they are ended'
unlike "$(unhurried complete topics; unhurried complete -u sam topics | grep -v hand)" 'evenings' 'completion'
rm -f "$mine"/hand* "$theirs"/hand*
# The page for all topics changes what was changed, and no other's day.
agree -q hold one '1' --review "$(day 400)"; agree -q -u sam hold one '1' --review "$(day 400)"
printf '#!/bin/sh\nsed -i "/^.pauses/a changed" "$1"; sed -i "s/^# When to look again.*/&\n2w/" "$1"\n' >editor
run env EDITOR="$T/editor" agree hold -e
is "$(agree --format json | jq -r 'select(.name == "one") | .in_force' | sort -u)" true 'a page leaves the rest as it is'
agree -q end one; agree -q -u sam end one; agree -q end pauses
# The same words with other days: it is said why they do not count.
agree -q hold n 'N'; agree -q -u sam hold n 'N' --review 2w
run agree
out_has 'The same words, but not the same day'
agree -q end n; agree -q -u sam end n
# A zone that is some file is none.
mkfifo "$T/zone"; cp "$shared/couple.yaml" zoned
for zone in "$T/zone" "../../../../../../..$T/zone" ":$T/zone"; do
	one_of 2 zones || continue
	sed "s#^zone: .*#zone: \"$zone\"#" zoned >"$shared/couple.yaml"
	run timeout 60 agree
	status_is 0 "zone: $zone"
done
cp zoned "$shared/couple.yaml"
# More than anybody holds: what is not read may say something else, so nothing of theirs is in force.
agree -q hold a-first tea 2>err; cp "$mine/a-first.yaml" "$theirs/a-first.yaml"
in_force a-first true 'before there are too many'
awk -v to="$theirs" 'BEGIN { for (i = 0; i < 3000; i++) { f = to "/x" i ".yaml"; print "text: \"x\"" >f; close(f) } }'
run agree --format json
status_is 3 'too many'
is "$(grep -c . err)" 1 'one line tells it'; err_has 'sam/held/agree/: more than 2000 files'
is "$(jq -r 'select(.in_force) | .name' out)" '' 'nothing is in force'
rm "$theirs"/x*
in_force a-first true 'and again without them'
rm -rf "$HOME"; mkdir "$HOME"
unhurried -q init --solo kim
agree -q hold easy tea 2>err
run agree --format json
is "$(jq -r .in_force out)" true 'solo: in force'
out_lacks null
run agree
out_lacks partner; out_lacks 'you hold:'

# Steps and reasons that both hold are told, too; what one holds alone is not.
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME
HOME=$T/both; mkdir "$HOME"
couple
for who in alex sam; do
	pace -q -u $who hold 'a slow walk' 2>/dev/null
	reason -q -u $who together hold 'we laugh' 2>/dev/null
done
pace -q hold 'mine alone' 2>/dev/null
run agree
status_is 0 'steps and reasons'
out_is "Of 'pace':
Held by you both:
  a-slow-walk: a slow walk
This helps you remember. It is not a yes for today.
Of 'reason together':
Held by you both:
  we-laugh: we laugh
This helps you remember. It is not a yes for today."
run agree --format tsv
out_is '' 'data has agreements alone'
done_testing
