#!/bin/sh
# Words of many languages: what stops, what hurts, what is the same; and how they stand
# on a screen. tests/languages/ has the words.
. "$(dirname "$0")/lib.sh"

need jq
couple
data=$XDG_DATA_HOME/unhurried shared=$data/shared private=$data/private
mine=$shared/alex/now words=$TOP/tests/languages
tab=$(printf '\t')
person=$shared/alex/person.yaml
grep -v '^#' "$words/stops" >stops
no_pause() { rm -f "$mine"/pause* "$private"/alex/mirror/now/pause*; }

#
# Stops.
#

# Each of them, with signs around it, in capitals as far as there are some, in a
# place whose language is another one.
while IFS=$tab read -r kind word; do
	one_of 8 stops || continue
	no_pause
	signal "¡$word!" >out 2>&1 && [ -f "$mine/pause.yaml" ] || echo "$kind $word: $(cat out)"
done <stops >missed
is "$(cat missed)" '' 'every stop of every language pauses, with signs around it'
jamo=$(printf '\341\204\200\341\205\263\341\204\206\341\205\241\341\206\253') # 그만, taken apart
for said in PARA PARÁ ARRÊTE ARRETE NÃO NAO HAYIR СТОП Нет ΣΤΑΜΑΤΑ 'HÖR AUF' ＳＴＯＰ 'ya basta' 'basta ya, por favor' 'por favor para' 'nein nein' \
    'para 😢' para😢 '🛑 ¡para!' 'halt‼️' 'hör auf, bitte' 'bitte hör auf!' 'ça suffit, ça suffit' 그만 "$jamo"; do
	one_of 4 said || continue
	no_pause
	run env LC_ALL=es_ES.UTF-8 LANG=ja_JP.UTF-8 unhurried signal "$said"
	status_is 0 "signal $said"
	ok "signal $said: it pauses" test -f "$mine/pause.yaml"
done
run resume
for said in good sí oui ja sim evet да はい yes please; do
	no_pause
	signal "$said" >out 2>&1
	ok "signal $said pauses nothing" test ! -e "$mine/pause.yaml"
done
run signal none
# Before anything is read: nothing is there to be read.
no_pause
mv "$person" person.away
run signal ¡Basta!
ok 'without a person.yaml' test -f "$mine/pause.yaml"
mv person.away "$person"
run resume

# What is a kind word elsewhere yields to a meaning of one's own; a stop does not.
cp "$person" person.kept
printf 'name: Alex\nsignals:\n  comfort: [nu, halt mich, nein]\n  pause: [mango]\n' >"$person"
run signal nu
status_is 0; ok 'nu is what alex says it is' test ! -e "$mine/pause.yaml"
run signal halt mich
status_is 0; ok 'and so is a phrase' test ! -e "$mine/pause.yaml"
run signal nein
ok 'a stop is a stop, whatever a file says' test -f "$mine/pause.yaml"
run resume
run signal ne
ok 'without such a meaning it stops' test -f "$mine/pause.yaml"
run resume
run signal MÁNGO
ok 'another word is another word' test ! -e "$mine/pause.yaml"
run signal 'Mango!'
ok "one's own word stops, however it is typed" test -f "$mine/pause.yaml"
run resume
cp person.kept "$person"
run unhurried check
status_is 0 'none of it is amiss'

# No shipped word that is not a pause is one.
jq -r '.items[] | select((.theme // "") != "pause") | .text' >kind 2>/dev/null <<EOS || :
$(for deck in signals feel; do
	python3 -c 'import json,sys,yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1])), default=str))' \
	    "$TOP/share/words/en/$deck.yaml" 2>/dev/null
done)
EOS
while read -r word; do
	one_of 4 kind || continue
	no_pause
	signal "$word" >out 2>&1 || :
	[ ! -e "$mine/pause.yaml" ] || echo "$word"
done <kind >taken
is "$(cat taken)" '' 'no shipped word stops unasked'
no_pause

# At a question that a no answers, a no of any language is that no; at others it stops.
if has_terminal; then
	checkin -m 'something to share' >id 2>err
	awk -F "$tab" '$1 ~ /no$/ { print $2 }' stops >nos
	for word in $(sed -n '1~6p' nos) NEIN ¡não! нет; do
		one_of 3 nos || continue
		no_pause
		printf 'expect N]\nsend %s\\r\nexpect Nothing was forgotten\neof\n' "$word" >script
		run onterm script forget "$(cat id)"
		status_is 0 "$word at a yes or no"
		ok "$word at a yes or no: no pause" test ! -e "$mine/pause.yaml"
		ok "$word at a yes or no: it is a no" test -n "$(find "$private/alex/log" -name "$(cat id).yaml")"
	done
	for word in none nao ¡NEIN! 'нет 😢'; do
		printf 'expect keeps it all\nsend %s\\r\nexpect stays with you\neof\n' "$word" >script
		run onterm script share "$(cat id)"
		status_is 0 "$word where parts are marked keeps it all"
	done
	printf 'expect mood?\nsend ¡Para!\\n\n' >script
	no_pause
	run onterm script checkin
	ok 'a stop at another question pauses' test -f "$mine/pause.yaml"
	run resume
fi

#

quick_ends

# What hurts.
#

while IFS=$tab read -r code word; do
	case $code in '#'*) continue ;; esac
	for lang in C.UTF-8 es_ES.UTF-8; do
		one_of 15 hurt || continue
		LC_ALL=$lang checkin --feel "$word" >out 2>err
		grep -q 'That sounds hard' err || echo "$lang $code $word"
	done
done <"$words/hurt" >missed
is "$(cat missed)" '' 'hurt is met in every language that is shipped'
for word in calm tender 'sin dolor' contenta curious; do
	run checkin --feel "$word"
	err_lacks 'That sounds hard' "$word is not"
done
# What a note tells of being forced or hit, or of wanting to die, is met as well.
while IFS=$tab read -r code text; do
	case $code in '#'*) continue ;; esac
	one_of 12 danger || continue
	checkin -m "$text" >out 2>err
	tr '\n' ' ' <err | grep -q 'That sounds hard.*help safety' || echo "$code note: $text"
	checkin --today "$text" >out 2>err
	tr '\n' ' ' <err | grep -q 'That sounds hard.*help safety' || echo "$code today: $text"
done <"$words/danger" >missed
is "$(cat missed)" '' 'so is danger in what is written, in every language that is shipped'
for text in 'We hit the road and forced the window open.' 'Grape juice, a draper, a violet.' 'La violeta de la ventana.' \
    'Er war heute mutig.' 'On a ri.'; do
	one_of 3 text || continue
	run checkin -m "$text"
	err_lacks 'That sounds hard' "not danger: $text"
done
if has_terminal; then
	asks() { for q in mood mind body ease close; do printf 'expect %s\nsend \\n\n' "$q"; done; }
	# ask FEEL [NOTE]: a check-in with these alone.
	ask() {
		asks
		printf 'expect sense\nsend %s\\n\nexpect slower\nsend \\n\nexpect suits\nsend \\n\nexpect Any words\n' "$1"
		if [ -n "${2-}" ]; then printf 'send %s\\n.\\n\n' "$2"; else printf 'send \\n\n'; fi
	}
	# not_asked WORDS...: somebody who checks in so is met, and asked to show nothing.
	not_asked() {
		ask "$@" >script
		{ cat script; echo 'expect That sounds hard'; } >met
		onterm met checkin >out 2>&1 || echo "$*: is not met"
		! grep -q 'share some of it' out || echo "$*: is asked to be shown"
	}
	{ ask calm Tea; printf 'expect share some of it\nsend \\n\n'; } >script
	run onterm script checkin
	status_is 0 'somebody who is calm is asked'
	grep -v '^#' "$words/hurt" | awk -F "$tab" '!seen[$1]++ || /obligó|hit me/ { print $2 }' >each
	while IFS= read -r word <&3; do one_of 4 hurts || continue; not_asked "$word"; done 3<each >missed
	is "$(cat missed)" '' 'in a dialogue nobody is asked to show it, in every language'
	grep -v '^#' "$words/danger" | awk -F "$tab" '!seen[$1]++ { print $2 }' >each
	while IFS= read -r text <&3; do one_of 4 dangers || continue; not_asked '' "$text"; done 3<each >missed
	is "$(cat missed)" '' 'nor danger'
fi

# A scale knows its hard end in any language.
cp "$shared/couple.yaml" couple.kept
cat >>couple.tail <<'EOS'
scales:
  animo: {ask: "¿Qué tal?", low: pesado, high: ligero, gentler: high, words: {difícil: 2, regular: 5, bien: 7}}
  tension: {ask: "¿Tensión?", low: poca, high: mucha, gentler: low, words: {mucha: 8, poca: 2}}
  cercania: {ask: "¿Cerca?", low: lejos, high: cerca, gentler: high, hard: no, words: {lejos: 2, cerca: 8}}
  energia: {ask: "¿Energía?", low: poca, high: mucha, gentler: high}
EOS
{ sed '/^scales:/,$d' couple.kept; cat couple.tail; } >"$shared/couple.yaml"
for rating in animo=0 animo=2 animo=difícil animo=DIFÍCIL tension=8 tension=Mucha tension=10; do
	run checkin "$rating"
	status_is 0; err_has 'That sounds hard' "$rating is met"
done
for rating in animo=3 animo=bien tension=7 tension=0 cercania=0 energia=0; do
	run checkin "$rating"
	status_is 0; err_lacks 'That sounds hard' "$rating is not hard"
done
cp couple.kept "$shared/couple.yaml"

#
# The same words.
#

nfd=$(printf 'n\314\203andu\314\201')
boundary not-now Ñandú >out 2>err; boundary welcome "$nfd" >out 2>err
boundary ask-first 'BESOS' >out 2>err; boundary not-now ' ¿besos? ' >out 2>err
is "$(boundary --format json | jq -r '.subject + .now' | sort)" "$(printf '%s\n' "${nfd}welcome" '¿besos?not-now' | sort)" \
    'however a subject is typed, there is one, as it was typed last'
# Of two copies that meet the more protective holds.
run unhurried -u alex boundary drop besos
is "$(boundary --format json | jq -r .subject | wc -l | tr -d ' ')" 1 'it is let go of by the same words'
for one in aaaaaa:Ñandú:not-now bbbbbb:ÑANDÚ:ask-first; do
	printf 'subject: "%s"\nnow: %s\n' "$(echo "$one" | cut -d : -f 2)" "${one##*:}" >"$private/alex/bounds/${one%%:*}.yaml"
done
is "$(boundary --format json | jq -r '.subject + ": " + .now')" 'Ñandú: not-now' 'a not-now wins'

# Topics: one, however it is typed, and shown as it was.
agree hold 'Límites' 'Hasta aquí.' >id 2>err
for typed in límites LÍMITES "$(printf 'li\314\201mites')" '¿límites?'; do
	agree hold "$typed" 'Hasta aquí.' >again 2>err
	ok "$typed is the same topic" cmp -s id again
done
run agree
out_has '¿límites?' 'it is shown as it was typed last'
out_lacks "$(cat id)" 'and not by what its file is called'
is "$(agree --format json | jq -r '.name + " " + .title')" "$(cat id) ¿límites?" 'json has both'
printf '\ntitle: "Something else"\n' >>"$shared/alex/held/agree/$(cat id).yaml" # twice: not to be read
agree hold límites 'Hasta aquí.' >again 2>err
sed -i 's/^title:.*/title: "Otra cosa"/' "$shared/alex/held/agree/$(cat id).yaml"
run agree
out_lacks 'Otra cosa' 'a title that is not the name of its file is not shown'
# Both hold the same words, with a title or without one.
sed '/^title:/d' "$shared/alex/held/agree/$(cat id).yaml" >held
mkdir -p "$shared/sam/held/agree"; cp held "$shared/sam/held/agree/$(cat id).yaml"
agree hold límites 'Hasta aquí.' >again 2>err
is "$(agree --format json | jq -r .in_force | sort -u)" true 'a title is not part of the words'
run agree
out_has 'límites, held by you both'
run agree end LÍMITES
status_is 0 'it is ended by any of them'
# What an earlier version called by its letters as they were typed is found.
rm "$shared/sam/held/agree/$(cat id).yaml"
printf 'text: |\n  Silencio.\n' >"$shared/alex/held/agree/l-mites-465yo4.yaml"
run agree hold 'Límites' 'Otra vez.'
out_is l-mites-465yo4 'an old file keeps its name'
run agree end Límites
status_is 0; ok 'and is let go of by it' test -e "$shared/alex/held/agree/l-mites-465yo4.ended"

# A tag is found however it is typed.
checkin -t 'Té' -m 'una taza' >out 2>err
run recall -1 -t TÉ
is "$(wc -l <out | tr -d ' ')" 1 'a tag'

#
# On the screen.
#

zwnj=$(printf '\342\200\214') zwj=$(printf '\342\200\215') rlm=$(printf '\342\200\217') rlo=$(printf '\342\200\256')
fa="می${zwnj}خواهم" hi="क्${zwj}ष"
checkin -m "$fa $hi" >id 2>err
run recall "$(cat id)"
out_has "$fa $hi" 'Persian and Hindi are read as they are written'
checkin -m "a${zwnj}b $rlm$rlo $fa$zwnj." >id 2>err
run recall "$(cat id)"
out_has "a<U+200C>b <U+200F><U+202E> $fa<U+200C>." 'elsewhere what does not show is marked'
# No line begins with what closes, or ends with what opens; none waits for a blank.
checkin -m 'はい きょうはとてもやさしい時間でした。（ゆっくり、ゆっくり）でも「やめて」と言えたのがうれしかった。ありがとう、また話そうね。' >id 2>err
for columns in 40 46 50 57 80; do
	one_of 2 columns || continue
	COLUMNS=$columns recall "$(cat id)" | tail -n +2 >out
	is "$(grep -c '^ *[。、）」]' out) $(grep -c '[（「]$' out)" '0 0' "no line at $columns begins or ends with the wrong sign"
	ok "no line at $columns is left short" test "$(head -n 1 out | wc -m)" -gt 15
done

# Each script in every viewer: whole letters, no line wider than the screen, nothing raw
# that turns a line around.
cat >wide.py <<'EOS'
import sys, unicodedata as u
most = int(sys.argv[1])
for line in open(sys.argv[2], encoding="utf-8"):
    line = line.rstrip("\n")
    if sum(0 if u.category(c) in ("Mn", "Me", "Cf") else 2 if u.east_asian_width(c) in "WF" else 1 for c in line) > most:
        print(line)
EOS
LRI=$(printf '\342\201\246')
i=0
while IFS=$tab read -r code text; do
	case $code in '#'*) continue ;; esac
	one_of 3 scripts || continue
	i=$((i + 1))
	checkin -t "$(echo "$text" | cut -d ' ' -f 1)" --today "$text" -m "$text $rlo$LRI$text $text" >id 2>err
	win "$text" >out 2>err
	boundary ask-first "$text" >out 2>err
	agree hold "$code $text" "$text $text" >out 2>err
	for columns in 40 80; do
		for call in recall 'recall -l' boundary agree 'win list' progress 'signal words' checkin\ last; do
			# shellcheck disable=SC2086 # a call is words
			COLUMNS=$columns $call >out 2>err
			iconv -f UTF-8 -t UTF-16 out >wide 2>err || echo "$code $call at $columns: a letter is cut"
			! grep -qE "$rlo|$LRI|$rlm" out || echo "$code $call at $columns: a direction is raw"
			cat out >>"all.$columns"
		done
	done
done <"$words/scripts" >garbled
if command -v python3 >python; then
	for columns in 40 80; do python3 wide.py "$columns" "all.$columns"; done >>garbled
fi
is "$(cat garbled)" '' 'every script in every viewer'
whole && much=6 || much=2
ok 'there were some' test "$i" -ge $much

#
# Questions, pages, machine formats, with a second language that is made up here.
#

cp -R "$TOP/share" made && chmod -R u+w made
id=$(prompt --format json | jq -r .id)
asked=$(prompt --format json | jq -r .text)
mkdir made/prompts/es
printf 'deck: made\nlocale: es\nadded: 2026-11-01\nreviewed: 2026-11-01\nsource: original\ntheme: needs\ndepth: light\nitems:\n  - {id: %s, text: "¿Qué te haría bien?"}\n' \
    "$id" >made/prompts/es/made.yaml
es() { UNHURRIED_SHARE=$T/made LC_ALL=es_ES.UTF-8 "$@"; }
en() { UNHURRIED_SHARE=$T/made "$@"; }
run es prompt
out_has '¿Qué te haría bien?' 'a question in the language of whoever reads'
es prompt answer "$id" -m 'Silencio.' >answer 2>err
run es recall "$(cat answer)"
out_has '¿Qué te haría bien?' 'an answer with its question'
run en recall "$(cat answer)"
out_has "$(echo "$asked" | cut -c 1-20)" 'and in English for somebody who reads English'
out_lacks '¿Qué te haría bien?'
is "$(en recall --format json "$(cat answer)" | jq -r .name)" '¿Qué te haría bien?' 'the file has what was asked'
sed -i 's/te haría bien/otra cosa/' made/prompts/es/made.yaml
run en recall "$(cat answer)"
out_has '¿Qué te haría bien?' 'what is no longer what is shipped stays as it was asked'
if has_terminal; then
	cp -R "$private/alex/log" log.kept
	checkin -m 'uno' >id 2>err
	for typed in '¿sí?' 'sí?' no nein oui; do
		printf 'expect N]\nsend %s\\r\nexpect Nothing was forgotten\neof\n' "$typed" >script
		es run onterm script forget "$(cat id)"
		status_is 0 "$typed: it is answered"
		ok "$typed is no yes in Spanish" test -n "$(find "$private/alex/log" -name "$(cat id).yaml")"
	done
	printf 'expect N]\nsend SÍ\\r\neof\n' >script
	es run onterm script forget "$(cat id)"
	ok 'sí is a yes in Spanish' test -z "$(find "$private/alex/log" -name "$(cat id).yaml")"
fi
run es unhurried paper prompts "$id" --html --yes
out_has '<li dir="auto" lang="es">' 'a page says in which language its words are'
for call in 'prompt' 'prompt list' 'ritual' 'ritual list' 'learn list' 'pace list' 'progress' 'boundary' 'agree' 'recall' 'signal'; do
	for format in json yaml tsv; do
		# shellcheck disable=SC2086 # a call is words
		LC_ALL=C en $call --format $format >in.c 2>&1
		# shellcheck disable=SC2086
		es $call --format $format >in.es 2>&1
		cmp -s in.c in.es || echo "$call $format"
	done
done >differ
is "$(cat differ)" '' 'machine formats are the same in every language'
printf 'name: "Ana María"\nsignals: {}\n' >"$person"
run recall "$(cat answer)"
out_has 'Ana María, answer' 'somebody is called by their name'
cp person.kept "$person"

#
# kindly knows English only, and says so.
#

while IFS=$tab read -r code text; do
	case $code in '#'*) continue ;; esac
	snapshot
	printf '%s\n' "$text" >text
	kindly text >out 2>err
	[ "$?" = 3 ] && grep -q 'English is all' err && grep -q 'help safety' out || echo "$code: $text"
done <"$words/letters" >missed
is "$(cat missed)" '' 'a text in another language is not passed over in silence'
for text in 'ok' 'Bis später, mein Schatz' 'sí' 'We read "No paraste cuando te lo pedí" at the café, and you said nothing.' \
    'Beyoncé at the café' 'I had a job interview. I cant wait!' \
    'Thank you for the tea. Te quiero mucho, and I am glad that you asked before you hugged me yesterday.'; do
	printf '%s\n' "$text" >text
	run kindly text
	status_is 0 "short, mixed or English: $text"
	is "$(cat out err)" '' "and nothing is said: $text"
done

done_testing
