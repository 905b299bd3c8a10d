#!/bin/sh
# prompt: the same for both, none twice; answers are one's own until both open.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

# Its times are written out as one zone has them.
TZ=Europe/Berlin
need jq clock
couple
data=$XDG_DATA_HOME/unhurried shared=$data/shared private=$data/private
on() { date=$1; shift; at_time "$date 12:00:00" "$@"; }
id_on() { on "$1" prompt -u "${2:-alex}" --format yaml | sed -n 's/^id: "\(.*\)"$/\1/p'; }
# deck FILE ADDED ID...: a deck of light questions.
deck() {
	file=$1 added=$2; shift 2
	mkdir -p "${file%/*}"
	{ printf 'deck: "d"\nadded: "%s"\nitems:\n' "$added"
	for id; do printf '  - {id: %s, theme: hopes, depth: light, text: "Text of %s?"}\n' "$id" "$id"; done; } >"$file"
}
days() { # FIRST HOW-MANY: as dates
	i=0
	while [ $i -lt "$2" ]; do echo "$1 + $i days"; i=$((i + 1)); done | date -u -f - +%F
}
sed 's/^id: .*/id: "always the same"/; s/^since: .*/since: "2026-11-22"/' "$shared/couple.yaml" >c && cat c >"$shared/couple.yaml"

# What is shipped.
prompt list --format json >all.json
ok 'at least 240' [ "$(wc -l <all.json)" -ge 240 ]
is "$(jq -r .id all.json | sort | uniq -d)$(jq -r .text all.json | sort | uniq -d)" '' 'each once'
for theme in $(prompt themes); do
	ok "$theme" [ "$(prompt list --theme "$theme" --format json | wc -l)" -ge 12 ]
	for depth in light warm deep; do
		one_of 5 depths || continue
		ok "$theme, $depth" [ "$(prompt list --theme "$theme" --depth $depth --format json | wc -l)" -ge 3 ]
	done
done
is "$(prompt themes | wc -l | tr -d ' ')" 16 'sixteen themes'
is "$(jq -r 'select(.theme | test("^(touch|wanting|family|together)$")) | .id' all.json)" '' 'four of them come only when named'
is "$(on 2026-12-01 prompt --theme touch --format json | jq -r .theme)" touch 'and then they do'
gone=$(grep -h -B 2 '^    retired:' "$TOP"/share/prompts/en/*.yaml | sed -n 's/^  - id: //p' | head -n 1)
ok 'what is retired is listed up to its day' [ "$(on 2026-11-30 prompt list --format json | jq -r .id | grep -cx "$gone")" = 1 ]
ok 'and no more from then on' [ "$(on 2026-12-01 prompt list --format json | jq -r .id | grep -cx "$gone")" = 0 ]
like "$(unhurried paper --yes prompts "$gone")" '?' 'it can be read all the same'
is "$(jq -r 'select(.text | test("^[^?]*[?][^?]*$") | not) | .id' all.json)" '' 'each one question'
is "$(prompt list --format tsv | head -n 1)" "$(jq -r '[.id, .theme, .depth, .text] | @tsv' all.json | head -n 1)" 'as TSV'

# The same for both, light, and nothing is written.
snapshot
run prompt
status_is 0 today
text=$(head -n 1 out)
run prompt -u sam
is "$(head -n 1 out)" "$text" 'the same for sam'
is "$(prompt --format json | jq -r .depth)" light 'a light one'
is "$(prompt --theme fears --depth deep --format json | jq -r '.theme + .depth')" fearsdeep 'or as one asks'
is "$(prompt --format yaml | sed -n 's/^id: "\(.*\)"/\1/p')" "$(prompt --format json | jq -r .id)" 'as YAML'
unchanged
# From one zone to another: by the couple's day.
is "$(TZ=Pacific/Auckland on 2026-11-30 prompt --format json | jq -r .date)" 2026-11-30 'the day at their home'
is "$(TZ=Pacific/Auckland at_time '2026-11-30 02:00:00' prompt --format json | jq -r .date)" 2026-11-29 'not where one travels'

# None twice until all have come, each with a deck of seven.
export UNHURRIED_SHARE="$T/share"
deck share/prompts/en/a.yaml 2026-01-01 a b c d e f g
for day in $(days 2026-11-22 21); do id_on "$day"; done >dealt
for round in 1,7 8,14 15,21; do
	is "$(sed -n "${round}p" dealt | sort | tr -d '\n')" abcdefg "days $round: each once"
done
is "$(uniq -d dealt)" '' 'none on two days that meet'
ok 'in no fixed order' not cmp -s "$(sed -n 1,7p dealt >r1; echo r1)" "$(sed -n 8,14p dealt >r2; echo r2)"
is "$(for day in $(days 2026-11-22 7); do id_on "$day" sam; done)" "$(sed -n 1,7p dealt)" 'the same for sam'
is "$(id_on 2026-11-01)" "$(id_on 2026-11-22)" 'a clock before the first day'
# A deck that grows changes no day that was, and repeats nothing.
deck share/prompts/en/b.yaml 2026-11-26 h i
for day in $(days 2026-11-22 9); do id_on "$day"; done >grown
is "$(head -n 4 grown)" "$(head -n 4 dealt)" 'days before stay'
is "$(sort grown | tr -d '\n')" abcdefghi 'nothing twice, nothing left out'
is "$(for day in $(days 2026-11-22 9); do id_on "$day" sam; done)" "$(cat grown)" 'and for sam'
sed -i 's/{id: h,/{id: h, retired: "2026-11-27",/' share/prompts/en/b.yaml
ok 'one that is retired comes no more' not grep -qx h "$(for day in $(days 2026-11-27 20); do id_on "$day"; done >r3; echo r3)"
rm share/prompts/en/b.yaml
# A translation changes only words.
deck share/prompts/de/a.yaml 2026-01-01 a zz
sed -i 's/Text of a/Frage a/' share/prompts/de/a.yaml
said_in() { "$@" | jq -r 'select(.id == "a" or .id == "zz") | .text'; }
is "$(said_in prompt list --format json --language de)" 'Frage a?' 'a translation says what it has'
like "$(LC_ALL=de_DE.UTF-8 prompt list)" 'Frage a?' 'also by the name of the locale'
is "$(LC_ALL=de_DE.UTF-8 said_in prompt list --format json)" 'Text of a?' 'what programs read is English'

# What somebody adds comes to who asks for it, with their name, and changes no day.
deck "$shared/sam/prompts/own.yaml" 2026-01-01 h i
i=0
while [ $i -lt 300 ]; do i=$((i + 1)); echo "  - {id: more-$i, theme: hopes, text: \"More $i?\"}"; done >>"$shared/sam/prompts/own.yaml"
is "$(for day in $(days 2026-11-22 7); do id_on "$day"; done)" "$(head -n 7 dealt)" 'three hundred change no day'
is "$(for day in $(days 2026-11-22 7); do id_on "$day" sam; done)" "$(head -n 7 dealt)" 'nor for whose they are'
for call in list another softer themes; do
	run prompt $call
	out_lacks 'Text of h' "$call: shipped ones alone"; out_lacks More
done
run prompt list --format json --theme hopes
out_lacks '"by"' 'no name, no sign'
for format in json yaml tsv; do
	run prompt list --from sam --format $format
	status_is 0; out_has 'Text of h?' "$format: asked for"
	is "$(grep -c -e '"by":"sam"' -e '^by: "sam"' -e '	sam$' out)" 302 "$format: each with the name"
	out_lacks 'Text of a' "$format: and no other"
done
run prompt list --from sam
is "$(grep -c '^From sam: ' out)" 302 'text: each with the name'
run prompt --from Sam
out_has 'From sam: '
run prompt --from sam --depth deep
status_is 1 'none like that'
run prompt --from alex list
status_is 1 'alex has none'
run prompt --from nobody
status_is 2; err_has '--from nobody'
run prompt --from sam another
status_is 2 'only where it is looked at, answered or offered'
run prompt answer h -m 'mine'
status_is 0 'one that is named is asked for'
is "$(grep -rhE '^(name|prompt): "?(h|From)' "$private/alex/log" | tr -d '"')" 'name: From sam: Text of h?
prompt: h' 'the answer says whose question it was'
run prompt offer h
status_is 0; run prompt
out_has "'prompt withdraw h'"; out_lacks 'Text of h' 'an offer shows no words of theirs'
prompt -q withdraw
run prompt answer hh -m 'x'
status_is 2; err_lacks 'more-' 'nothing of theirs is suggested'
run unhurried complete prompts
out_lacks More 'nor completed'
# Nobody changes what is there: of two the first person's, of one's own each.
deck "$shared/alex/prompts/own.yaml" 2026-11-26 h
sed -i 's/Text of h/Alex asks h/' "$shared/alex/prompts/own.yaml"
run prompt list --from sam --format json
is "$(jq -r 'select(.id == "h") | .text' out)" 'Text of h?' "sam's, where sam's are asked for"
run prompt answer h -m 'again'
status_is 0; ok 'by name, of two the first' grep -rq '^name: "From alex: Alex asks h?"' "$private/alex/log"
printf 'items: [{id: a, text: "Say yes?", retired: "2026-01-01"}]\n' >"$shared/sam/prompts/over.yaml"
run prompt list --from sam
status_is 3; err_has 'a: there is one of that id already: choose another'; out_lacks 'Say yes'
is "$(prompt list --format json | jq -r 'select(.id == "a") | .text')" 'Text of a?' 'a shipped one stays as it is'
rm "$shared/sam/prompts/over.yaml"
# What is broken is named to who asks, and the others are there.
printf 'items:\n  - {id: [\n' >"$shared/sam/prompts/broken.yaml"
run prompt
status_is 0 'a broken deck of theirs is nothing to who did not ask'; err_is ''
run prompt --from sam
status_is 3 'a broken deck'; ok 'is named' grep -qE 'sam/prompts/broken.yaml:[0-9]+:[0-9]+: ' err
ok 'and the rest is dealt' [ -s out ]
printf 'items:\n  - {id: new, text: "x?"}\n  - {text: "y?"}\n  - {id: Odd, text: "z?", added: "2026-01-01"}\n  - {id: ok, text: "fine?", added: "2026-11-26"}\n  - {id: ok, text: "twice?", added: "2026-11-26"}\n  - {id: bad, text: "x", added: soon}\n' >"$shared/sam/prompts/broken.yaml"
run prompt list --from sam --format json
status_is 3 'odd cards'
err_has "new: expected 'added:' with a day" 'the first that is odd is named'
is "$(jq -r 'select(.id == "ok") | .text' out)" 'fine?' 'and the others are there'
printf 'items: [{id: esc, added: "2026-01-01", theme: "our tool", text: "x\\e[31m\\u202e?"}]\n' >"$shared/sam/prompts/broken.yaml"
run prompt list --from sam
out_has 'x^[[31m<U+202E>?'; out_lacks 'our tool' 'a theme is one of the known'
rm -rf "$shared/sam/prompts" "$shared/alex/prompts"

# What one sees instead is one's own, and lapses with the day.
tree "$shared" >before.tree
ours=$(id_on 2026-11-30)
seen=$ours
for n in 1 2 3 4 5 6; do
	run on 2026-11-30 prompt another
	status_is 0 "another $n"
	id=$(sed -n 's/^  \([a-z]*\) (.*/\1/p' out)
	unlike "$seen" "$id" 'not seen today'
	seen="$seen $id"
	is "$(id_on 2026-11-30)" "$id" 'it stays for the day'
	is "$(id_on 2026-11-30 sam)" "$ours" "and changes nothing for sam"
done
run on 2026-11-30 prompt another
status_is 1 'none is left'; out_is ''; err_has 'leaving it is fine, too'
run on 2026-11-30 prompt skip
status_is 0 skip; err_is 'Left for today. Nothing is owed.'
run on 2026-11-30 prompt
status_is 0; out_is "Nothing for today, and that is fine. 'prompt another' has one, if you change
your mind."
run on 2026-11-30 prompt answer -m x
status_is 0 'and answering is free all the same'
rm -rf "$private/alex/log"/*
is "$(id_on 2026-12-01)" "$(id_on 2026-12-01 sam)" 'the next day it is the same for both again'
tree "$shared" >after.tree
ok 'nothing of this can be seen' cmp -s before.tree after.tree
export UNHURRIED_SHARE="$TOP/share"
rm -rf "$private/alex/today"
for start in deep warm; do
	on 2026-11-30 prompt --depth $start another >out
	run on 2026-11-30 prompt softer
	is "$(sed -n 's/.*(\([a-z]*\), \([a-z]*\))$/\2/p' out)" "$([ $start = deep ] && echo warm || echo light)" "softer than $start"
done
run on 2026-11-30 prompt softer
is "$(sed -n 's/.*(\([a-z]*\), \([a-z]*\))$/\2/p' out)" light 'softer than light is light'

quick_ends

# Answers: one's own.
id=$(prompt --format json | jq -r .id)
run prompt answer -m 'PRIVATE words'
status_is 0 answer; err_is 'Kept, and not shared.'
entry=$(cat out)
run recall --format json "$entry"
is "$(jq -r '.kind + " " + .prompt + " " + .note' out)" "answer $id PRIVATE words" 'what is kept'
is "$(jq -r .name out)" "$(prompt list --format json | jq -r "select(.id == \"$id\") | .text")" 'with the question'
run prompt answer hopes-little-hope - <<'EOS'
from a stream
EOS
status_is 0 'of another one, from a stream'
printf '#!/bin/sh\necho "with a pen" >>"$1"\n' >editor; chmod +x editor
run env EDITOR="$T/editor" prompt answer hopes-little-hope -e
status_is 0 'in an editor'; is "$(recall --format json "$(cat out)" | jq -r .note)" 'with a pen' 'what was written'
run env EDITOR=true prompt answer -e
status_is 0 'nothing written'; err_is "$untouched"
run prompt answer
status_is 2 'no words, no terminal'
run prompt -n answer -m dry
status_is 0 '-n'; out_has 'kind: answer'
unlike "$(recall -u sam; prompt -u sam)" 'PRIVATE' 'sam sees nothing of it'

# Offer and open: neither learns of the other's before their own.
run prompt offer needs-easier-to-say
status_is 1 'without words'; err_has 'nothing is written for this one'
looks_alike() { prompt -u sam >sees 2>&1; prompt -u sam open "$id" >>sees 2>&1; prompt -u sam open >>sees 2>&1; cat sees; }
before=$(looks_alike)
run prompt offer
status_is 0 offer; err_has 'Nothing you wrote has been'
is "$(looks_alike)" "$before" 'what alex offers is not told to sam'
is "$(ls "$shared/alex/now")" "here
offer-$id.yaml" 'a listing tells it, as the manual says'
run prompt
like "$(tr -s '\n ' '  ' <out)" "You have offered to open this one together; 'prompt withdraw $id' takes" 'an offer tells how it is taken back'
out_lacks sam
run prompt open
status_is 1 'one alone opens nothing'; err_has 'it opens once you have both offered to; there is no hurry'
run prompt withdraw
status_is 0 withdraw; is "$(ls "$shared/alex/now")" here 'and it is gone'
prompt -q offer; prompt -q -u sam answer -m 'SAMS words'; prompt -q -u sam offer
for who in alex sam; do
	run prompt -u $who
	out_has "You both offered this one: 'prompt open $id' opens yours"
done
pause -q
for call in offer open; do
	run prompt $call
	status_is 1 "under a pause: $call"; err_has 'a pause is on'
done
run prompt
out_lacks 'open this one' 'no talk of it meanwhile'
run prompt withdraw -n
status_is 0 'under a pause: withdraw'
resume -q
run prompt open
status_is 2 'no terminal, no --yes'; err_has 'PRIVATE words' 'what will be seen'; err_has 'then add --yes'
printf '%s\n' 'expect Open this? [y/N]' 'send \r' 'expect It stays with you.' eof >script
run onterm script prompt open
status_is 0 'asked, and no'
unlike "$(recall -u sam)" 'PRIVATE' 'nothing is shared'
afresh
run prompt open --yes
status_is 0 'opened'; err_has 'Yours is open. Nothing here needs an answer.'; out_is ''
run recall -u sam --kind answer --by alex --format json
is "$(jq -r '(.note | rtrimstr("\n")) + " " + .prompt' out)" "PRIVATE words $id" 'sam reads it'
is "$(ls "$shared/alex/now")" here 'the offer is over'
run prompt open "$id"
status_is 0 'once more'; err_has 'Yours is open already.'
# The other's turn, after a change of mind, and after what was opened was taken back.
run prompt -u sam withdraw
status_is 0 'sam changes their mind'
run prompt -u sam withdraw
status_is 1 'twice'
err_is "prompt: no offer of yours is there. What you opened stays open; 'forget --shared' takes that back" 'and nothing is said that is not so'
run prompt -u sam open "$id" --yes
status_is 1 'then nothing opens'
unlike "$(recall)" 'SAMS' 'and nothing is shared'
prompt -q -u sam offer "$id"
run prompt -u sam
like "$(tr -s '\n ' '  ' <out)" "Your partner has opened theirs. 'prompt open $id' would open" 'and how to follow'
run prompt -u sam withdraw "${id}x"
status_is 1 'a slip of the hand takes nothing back'; err_has "no offer of yours has that name: did you mean $id?"
run prompt -u sam open --yes
status_is 0 'alex has opened, so sam may'; out_has 'PRIVATE words'
run prompt open "$id"
out_has 'SAMS words' 'and alex reads that'
# A second question, where the first one's author forgets meanwhile.
prompt -q answer hopes-little-hope -m 'one'; prompt -q -u sam answer hopes-little-hope -m 'two'
prompt -q offer hopes-little-hope; prompt -q -u sam offer hopes-little-hope
for entry in $(recall -1 --by alex --kind answer); do forget -q "$entry" 2>err; done
run prompt open hopes-little-hope --yes
status_is 1 'after forget'; err_has 'no answer of yours to this is here'
prompt -q -u sam open hopes-little-hope --yes 2>err
run recall --by sam --kind answer
ok 'sam opened; nothing of alex' [ "$status" -le 1 ]
prompt -q withdraw; prompt -q -u sam withdraw
# The other changes their mind while it is asked.
id2=$(prompt list --format json | jq -r .id | sed -n 40p)
prompt -q answer "$id2" -m 'mine'; prompt -q -u sam answer "$id2" -m 'theirs'; prompt -q offer "$id2"; prompt -q -u sam offer "$id2"
printf 'until grep -q "Open this" out; do sleep 0.05; done; prompt -q -u sam withdraw; echo withdrawn >/dev/tty\n' >changing
printf '%s\n' 'expect even if they do not' 'expect Open this? [y/N]' 'expect withdrawn' 'send y\r' eof >script
run onterm -t 20 script sh -c "sh changing & exec prompt open $id2"
status_is 1 'a change of mind that comes meanwhile'
unlike "$(recall -u sam --by alex --kind answer 2>err)" 'mine' 'opens nothing'
afresh
# Withdraw takes all: believed or not.
touch "$shared/alex/now/offer-odd.yaml"
printf 'prompt: "%s"\nat: "2999-01-01T00:00:00Z"\n' "$id2" >"$shared/alex/now/offer-$id2.yaml"
prompt -q withdraw
is "$(ls "$shared/alex/now")" here 'nothing of it is left'
run unhurried -u sam check
out_lacks 'offer-' 'a check tells the other nothing of offers'
# Times, clocks, copies.
for case in '2026-11-20T12:00:01+01:00 yes' '2026-11-20T12:00:00+01:00 no' '2026-11-27T12:05:00+01:00 yes' '2026-11-27T12:05:01+01:00 no' 'never no'; do
	for who in alex sam; do printf 'prompt: "%s"\nat: "%s"\n' "$id2" "${case% *}" >"$shared/$who/now/offer-$id2.yaml"; done
	run at_time '2026-11-27 12:00:00' prompt
	is "$(grep -c 'You both offered' out)" "$([ "${case#* }" = yes ] && echo 1 || echo 0)" "an offer of $case"
done
rm "$shared"/*/now/offer-*
prompt -q offer "$id2" || diag <err
cp "$shared/alex/now/offer-$id2.yaml" "$shared/sam/now/offer-$id2.yaml"
cp "$shared/alex/now/offer-$id2.yaml" "$shared/alex/now/offer-$id2.sync-conflict-20261127-120000-ABCDEFG.yaml"
is "$(find "$shared/alex/now" -name 'offer*' | wc -l | tr -d ' ')" 2 'an offer, and a second copy'
run prompt withdraw "$id2"
is "$(find "$shared/alex/now" -name 'offer*')" '' 'a second copy goes, too'
for odd in '' '[' 'prompt: [a]' 'prompt: other'; do
	printf '%s\n' "$odd" >"$shared/sam/now/offer-$id.yaml"
	run prompt
	status_is 0 "an offer that says '$odd'"; err_is ''
done
rm "$shared"/*/now/offer-*
mkfifo "$shared/sam/now/offer-$id.yaml"
run timeout 60 prompt
status_is 0 'a pipe'
rm "$shared/sam/now/offer-$id.yaml"

# Talk: a turn each, a pause ends it, and nothing is written.
snapshot
printf '%s\n' 'expect Time for two to talk' 'expect Enter begins' 'send \r' 'expect Any key stops the clock' 'send q' 'expect Now swap' 'expect Enter begins' 'send \r' \
    'expect Any key stops the clock' 'send x' 'expect Stopped.' 'send x' 'send q' 'expect Nothing needs to be' eof >script
run onterm script prompt talk --minutes 1
status_is 0 talk
printf '%s\n' 'expect Enter begins' 'send no\r' 'expect That is enough.' eof >script
run onterm script prompt talk
status_is 0 'not begun'; out_lacks 'Now swap'
unchanged
printf 'until grep -q "Any key" out; do sleep 0.05; done; : >"%s"\n' "$shared/sam/now/pause.yaml" >pausing
printf '%s\n' 'expect Enter begins' 'send \r' 'expect A pause is on, so this stops here. Nothing is owed.' eof >script
run onterm -t 20 script sh -c 'sh pausing & exec prompt talk'
status_is 1 'a pause that comes'; out_lacks 'Now swap'
run prompt talk
status_is 2 'no terminal'
run onterm /dev/null prompt talk
status_is 1 'under a pause it waits'
rm -f "$shared/sam/now/pause.yaml"

afresh
for wrong in 'talk --minutes 0' '--minutes 5' nope 'another x' 'skip x' 'answer a b' 'answer no-such-one -m x' '--theme nope' '--depth nope' 'softer --depth warm' 'list -m x' 'offer --yes' \
    'answer --format json -m x' '-m x' 'themes --theme hopes' '--nonsense'; do
	snapshot
	# shellcheck disable=SC2086 # a call is words
	run prompt $wrong
	status_is 2 "refused: $wrong"
	out_is ''
	unchanged
done
for format in text json; do
	prompt list --format $format >/dev/full 2>err && status=0 || status=$?
	status_is 4 "$format > /dev/full"
done
rm -rf "$HOME"; mkdir "$HOME"
unhurried -q init --solo kim
run prompt
status_is 0 'solo'
run prompt answer -m x
status_is 0 'solo: answer'
for verb in offer open withdraw; do
	run prompt $verb
	status_is 1 "solo: $verb"; err_has 'this place is yours alone'
done
done_testing
