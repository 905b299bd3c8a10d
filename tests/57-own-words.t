#!/bin/sh
# own/settings.yaml: words for the body, said to their author alone, and themes.
. "$(dirname "$0")/lib.sh"

need jq clock
couple
data=$XDG_DATA_HOME/unhurried shared=$data/shared private=$data/private
settings=$private/alex/own/settings.yaml
(umask 077; mkdir -p "$private/alex/own")
plant() { (umask 077; printf '%s\n' "$@" >"$settings"); }
export UNHURRIED_SHARE="$T/share"
cp -R "$TOP/share" share
cat >share/rituals/en/body.yaml <<'EOS'
deck: "b"
added: "2026-01-01"
items:
  - id: b-alone
    title: "For one"
    kind: rest
    company: either
    text: "For the lower belly."
    steps:
      - {seconds: 1, text: "Belly, pelvic floor, bellyache. The belly's side; a pelvic  floor."}
  - {id: b-two, title: "For two", kind: rest, company: together, steps: [{seconds: 1, text: "Your belly and mine."}]}
EOS

# Without the file, and without words in it, all is said as it is.
run ritual run b-alone
status_is 0; out_has 'Belly, pelvic floor, bellyache.'
plant 'scales: {pain: {low: a, high: b}}'
run ritual run b-alone
status_is 0; out_has 'Belly, pelvic floor, bellyache.'; err_is ''

plant 'words:' '  belly: "zorpbelly"' '  pelvic-floor: "zorpfloor"' '  prostate: zorpstate' '  vulva: zorpvulva' '  penis: zorppenis' \
    'scales: {pain: {low: a, high: b}}'
tree "$shared" >before.tree
run ritual run b-alone
status_is 0
out_is "For one
Zorpbelly, zorpfloor, bellyache. The zorpbelly's side; a pelvic  floor.
That was it. Take your time." 'whole words alone, with the capital that stood there'
run ritual show b-alone
out_has 'For the lower zorpbelly.'; out_has 'zorpfloor'
run learn tension
status_is 0; out_has zorp 'a reading for oneself'
ok 'a source stays as it is' not grep -A 20 'Further reading' out | grep -q zorp
# Never: safety, what is clinical, for two, formats, paper, pages, or somebody else's words.
(umask 077; mkdir -p "$shared/sam/rituals")
(umask 077; printf 'added: "2026-01-01"\nitems: [{id: sams, title: "S belly", kind: rest, company: alone, steps: [{seconds: 1, text: "My belly."}]}]\n' >"$shared/sam/rituals/own.yaml")
for id in after-treatment entrance examination first-signs help-helps lubricants mans-floor pain-fear pelvic-floor real sessions not-heard; do
	run learn $id
	status_is 0; out_lacks zorp "learn $id: a clinical reading"
done
while read -r call; do
	eval "run $call"
	cat out err >seen
	unlike "$(cat seen)" zorp "$call"
done <<'EOS'
learn safety
unhurried help safety
learn tension --format json
ritual show b-alone --format json
ritual show b-two
ritual run b-two --no-input
ritual run b-alone --together --no-input
ritual run sams
ritual show sams
ritual list
ritual list --from sam
unhurried paper ritual b-alone
unhurried paper words
unhurried paper map
unhurried export
unhurried export --format csv
unhurried
unhurried check
share list
progress all
progress all --shared
recall
recall --shared
boundary
agree
pace
hardday
kindly
care brief
unhurried care brief
unhurried complete rituals
unhurried complete scales
nudge --why
prompt another
learn tension -u sam
ritual run b-alone -u sam
ritual show b-alone -u sam
unhurried -u sam
unhurried -u sam check
unhurried -u sam export --own
recall -u sam zorp
checkin -u sam -n mood=5
EOS
tree "$shared" >after.tree
sed '/sam\/rituals/d; /\/sam directory/d' after.tree >a2; sed '/sam\/rituals/d; /\/sam directory/d' before.tree >b2
ok 'nothing came to the shared place' cmp -s a2 b2
ok 'not a letter of it' not grep -rq zorp "$shared"
# What a backup recipe copies, and a sync would: the shared place and no more.
(cd "$shared" && tar cf - .) >backup.tar
ok 'nor to a copy of it' not grep -q zorp backup.tar
# On a terminal with the other beside: --together knows none of them.
printf '%s\n' 'expect Enter begins' 'send \r' 'expect Belly, pelvic' 'expect Keep something?' 'send \r' eof >script
run onterm -t 20 script ritual run b-alone --together
status_is 0 'for two'; out_lacks zorp
afresh
# What is not right is named by its line, never by what stands there.
for case in 'words: [zorp]' 'words: zorp' 'words: {zorp: a}' 'words: {belly: [zorp]}' 'words: {belly: ""}' 'words: {zorp' 'words: {belly: zorp, belly: zorp}' "words: {belly: $(printf '%065d' 0 | sed 's/0/zorp0/')}"; do
	one_of 2 words || continue
	plant "$case"
	run ritual run b-alone
	status_is 3 "$case"; err_has 'own/settings.yaml'; err_lacks zorp; out_has 'Belly, pelvic floor' 'and it is said as it is'
	run ritual run b-alone --together --no-input
	err_lacks settings "$case: for two it is not even looked at"
done
for case in 'themes: [zorp]' 'themes: zorp' 'themes: [+zorp]' 'themes: [[zorp]]' 'themes: [touch]' 'themes: {zorp: a}'; do
	one_of 2 themes || continue
	plant "$case"
	run prompt another
	status_is 3 "$case"; err_has 'own/settings.yaml'; err_lacks zorp; out_is ''
	run prompt
	status_is 0 "$case: the day's card does not ask it"; err_is ''
done
plant 'words: {belly: "x\e[31m\u202e"}'
run ritual run b-alone
ok 'controls are harmless' not grep -q "$(printf '\033')" out
printf 'x' >"$settings.big"; head -c 70000 /dev/zero | tr '\0' '#' >"$settings"
run ritual run b-alone
status_is 3 'too large'; out_has 'Belly'
rm -f "$settings.big" "$settings"; mkfifo "$settings"
run timeout 60 ritual run b-alone
out_has 'Belly' 'a pipe'
rm "$settings"

# Themes: what another and softer may draw.
drawn() { # HOW MANY: themes of so many others
	rm -rf "$private/alex/today"; i=0
	while [ $i -lt "$1" ]; do i=$((i + 1)); prompt another 2>err | sed -n 's/^  [^ ]* (\([a-z]*\), .*/\1/p'; done | sort -u | tr '\n' ' '
}
cat >share/prompts/en/few.yaml <<'EOS'
deck: "few"
added: "2026-01-01"
depth: "light"
items:
  - {id: f1, theme: fears, text: "One?"}
  - {id: f2, theme: fears, text: "Two?"}
  - {id: t1, theme: touch, text: "Three?"}
  - {id: t2, theme: touch, text: "Four?"}
  - {id: h1, theme: hopes, text: "Five?"}
  - {id: h2, theme: hopes, text: "Six?"}
EOS
find share/prompts/en -name '*.yaml' ! -name few.yaml -exec rm {} +
ours=$(prompt --format json | jq -r .id)
plant 'themes: [+touch, -fears]'
is "$(drawn 6)" 'hopes touch ' 'one that is wanted, and none that is not'
is "$(prompt -u sam --format json | jq -r .id)" "$ours" "the day's card is the same"
rm -rf "$private/alex/today"
is "$(prompt --format json | jq -r .id)" "$ours" 'for both'
ours_theme=$(prompt --format json | jq -r .theme)
ok "the day's card is of no theme that is only named" [ "$ours_theme" != touch ]
days=0; while [ $days -lt 12 ]; do days=$((days + 1)); at_time "2026-12-$(printf %02d $days) 12:00:00" prompt --format json | jq -r .theme; done | sort -u >themes
is "$(tr '\n' ' ' <themes)" 'fears hopes ' 'on any day, also of what another leaves out'
run prompt list
out_lacks 'Three?' 'a list is as it was'; out_has 'One?'
run prompt -n --theme fears another
status_is 0 'a theme that is named comes'
run prompt -u sam another
is "$(sed -n 's/^  [^ ]* (\(touch\),.*/\1/p' out)" '' 'sam draws what sam would'
i=0; while [ $i -lt 6 ]; do i=$((i + 1)); prompt another >out 2>err; grep -q '(touch,' out && break; done
ok 'one of touch was drawn' grep -q '(touch,' out
is "$(prompt --format json | jq -r .id)" "$ours" 'what goes to a mail is still the card of the day'
done_testing
