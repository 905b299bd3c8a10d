#!/bin/sh
# kindly: marks what may land hard, lets pass what does not, meets what was hurt.
# shellcheck disable=SC1112,SC2016 # quotes as people type them; no commands
. "$(dirname "$0")/lib.sh"

need jq
letter() { printf '%s\n' "$@" >letter.txt; run kindly letter.txt; }
marks() { letter "$1"; status_is 1 "marked: $1"; out_has "letter.txt:1:"; }
passes() { letter "$1"; status_is 0 "passes: $1"; out_is ''; }
help='If something hurts or scares you, if you are pressed, or if you might harm
yourself: unhurried help safety'
meets() { letter "$1"; status_is 0 "met: $1"; out_is "$help"; }

# Where it stands, whatever was found before it in its sentence.
letter 'Dear you.' 'You always push me after I say no.'
out_has 'letter.txt:2:1: You always push'
marks 'My body is broken.'
marks 'You always pull away.'
marks 'You ALWAYS pull away'
marks 'you dont ever listen to me'
marks 'You don’t want me any more.'
passes 'The heater is broken.'
passes 'You always make me feel safe.'
passes 'We must water the plants.'
passes 'You are not useless.'
passes 'I failed my driving test and laughed.'
passes 'I am sorry I told you to just relax.'
passes 'The doctor said it was all in my head.'
# Limits, a plain no, and what one feels in one's own body.
passes 'Not tonight.'
passes 'No.'
passes 'You need to ask me first.'
passes 'I feel so tight.'
passes 'I cannot do this tonight.'
meets 'You must stop when I say stop.'
meets 'You always sulk when I say no.'
meets 'You always hit me.'
meets "You didn't stop when I asked."
meets "You told me that you'd sell my horse if I went back to her."
meets "I'm afraid of what he'll do."
meets 'Everyone would be better off without me.'
meets "I don't want to wake up anymore."
meets 'Some nights I think it would be easier for everybody if I just was not here.'
meets "I've been putting tablets by in the press."
meets 'You put your hand through the plaster.'
meets 'My first husband used to hit me.'
meets "I'm not to talk to the physio."
meets "She didn't stop the exam though I was crying."
passes "I'd be better off without that sofa."
passes "I didn't wake up till noon."
passes 'Does it hurt when I lean on you?'
passes 'I was wrong when I told you to just relax.'
passes "I'm cross with nobody, not you, not me."
passes 'Did you try harder cheese in it?'
marks "You've got until our anniversary."
passes "It's been two months since we had a lazy Sunday."
passes 'If you never want to try again, I am still here.'
passes 'By Friday the shed could be painted.'
passes 'We have waited so long for the new sofa.'
passes "I can't do the stairs with this knee."
passes 'I was frightened that I would hurt you.'
# Hurt unmarks its own words and nothing else; help is named once.
letter 'You hit me.' 'You are so selfish.' 'I am afraid of you.'
status_is 1 'marked beside hurt'
out_is "letter.txt:2:1: You are so selfish
    It says what someone is, and there's no answer to that.
    Perhaps: I'm having a hard moment, and it's mine to look after.
$help"
for opening in 'It hurts me that' "I'm scared that" 'I cry every night because' 'I feel so lonely, and'; do
	marks "$opening you never listen to me."
done
# A weak turn is marked beside a sure one alone.
passes 'If you had only tried, we would be fine.'
letter 'If you had only tried, we would be fine.' 'You are so selfish.'
status_is 1 'beside a sure one'; out_has 'letter.txt:1:1: If you had only tried'
# No gentler way.
letter 'If you really loved me you would try.'
status_is 1 'pressure'; out_has 'kindly has no softer words for this one. It can stay unsent.'; out_lacks 'Perhaps'
letter 'I will hit you.'
status_is 1 'a threat'; out_has "It's a threat"
letter "I'll hurt myself if you leave."
status_is 0 'no mark'; out_has 'You may be in danger'; out_has "$help"; out_lacks 'Perhaps'

# Where it stands, and what it says.
letter 'Dear,' '' 'I like your soup. And yet you' 'never listen to me.' '' 'Love'
status_is 1 'over two lines'
out_is "letter.txt:3:27: you never listen to
    Always and never make one part the whole story.
    Perhaps: This is only one part of us."
err_is ''
run kindly -q letter.txt
status_is 1 '-q'; out_is ''
run kindly --format json letter.txt
is "$(jq -c '[.file, .line, .column, .text, .theme]' out)" '["letter.txt",3,27,"you\nnever listen to","blame"]' 'json'
ok 'with a reason and a frame' jq -e '(.why | length) > 20 and (.say | length) > 20' out
run kindly --format tsv letter.txt
is "$(cut -f1-3,5 out)" "letter.txt	3	27	blame" 'tsv'
run sh -c 'kindly <letter.txt'
status_is 1 'from stdin'; out_has '<stdin>:3:27:'
run sh -c 'echo "You failed me." | kindly letter.txt -'
status_is 1 'both'; out_has '<stdin>:1:1: You failed'; out_has 'letter.txt:3'
run sh -c 'printf "a\377b" | kindly -'
status_is 3 'no text'; err_is 'kindly: <stdin>: byte 2 is no UTF-8 text' 'the same name'
passes "$(printf 'first\n\n\n')"

# Columns are those of a screen: behind an accent, emoji, a tab, another script, and back in its sentence.
tab=$(printf '\t')
letter 'Dear Zoë, 🌱 you never listen to me.' "${tab}Zoë,$tab🌱 you never listen to me." '日本, you never listen to me.' \
    'Oh 👩‍👧 you never listen to me. Zoë you always push me away.'
is "$(sed -n 's/^letter.txt:\([0-9]*:[0-9]*\): .*/\1/p' out | tr '\n' ' ')" '1:14 2:20 3:7 4:9 4:37 ' 'columns'
run kindly --format json letter.txt
is "$(jq -c '[.line, .column]' out | tr '\n' ' ')" '[1,14] [2,20] [3,7] [4,9] [4,37] ' 'the same in json'
# Editors with what the page says for them, where they are here.
if command -v vim >err && [ -f "$TOP/man/kindly.1" ]; then
	{
		sed -n 's/\\e/\\/g; s/^:\(set makeprg=.*\)/\1/p' "$TOP/man/kindly.1"
		printf '%s\n' 'redir! >places' 'for i in [1, 2, 3]' 'echo line(".") strpart(getline("."), col(".") - 1)' cnext endfor \
		    'redir END' qa!
	} >script
	LC_ALL=C.UTF-8 vim -N -u NONE -i NONE -n -es letter.txt -S script >out 2>err
	is "$(grep -c '^[1-3] you never listen to me\.$' places)" 3 'vim goes to the marked words'
else
	skip 'no vim, or no pages, here'
fi
if command -v emacs >err; then
	cat >script <<-'EOS'
		(require 'compile)
		(find-file "letter.txt")
		(compile "unhurried kindly letter.txt")
		(while (get-buffer-process "*compilation*") (accept-process-output nil 0.1))
		(dotimes (i 5)
		  (next-error)
		  (with-current-buffer "letter.txt"
		    (princ (format "%d %s\n" (line-number-at-pos) (buffer-substring (point) (+ 10 (point)))))))
	EOS
	LC_ALL=C.UTF-8 emacs -Q --batch -l script >out 2>err
	is "$(cat out)" '1 you never 
2 you never 
3 you never 
4 you never 
4 you always' 'Emacs goes to the marked words'
else
	skip 'no Emacs here'
fi

quick_ends

# Not one's own words.
passes '> You never listen to me.'
passes 'He wrote "you never listen to me" on the wall.'
passes 'He wrote “you never listen to me” on the wall.'
passes 'Run `you never listen to me` in a shell.'
letter '```' 'you never listen to me' '```' 'I like you.'
status_is 0 'code'
letter 'From: me' 'Subject: you never listen to me' '' 'I like you.' '-- ' 'you never listen to me'
status_is 0 'the head and signature of a mail'
letter 'From me@here Mon Nov 23 09:00:00 2026' 'Subject: you never listen to me' '' 'I like you.'
status_is 0 'a mailbox'
marks 'From this morning on you are useless.'
letter 'From: me' 'Subject: hello' '' 'You never listen to me.'
status_is 1 'its text'; out_has 'letter.txt:4:1:'
letter '- you never' '- listen to me'
is "$(grep -c blame out)" 0 'items of a list are sentences apart'
letter 'See https://example.org/you/never/listen now.'
status_is 0 'an address'

# What it looks for.
run kindly --list --format json
status_is 0 --list
ok 'at most 60 rules' [ "$(wc -l <out)" -le 60 ]
is "$(jq -r .theme out | sort -u | tr '\n' ' ')" 'bargaining blame body comparison danger failure hurt minimising order pressure threat ' 'of nine kinds, and reports'
is "$(jq -c 'select(.why == null and .theme != "hurt")' out)" '' 'each with a reason'
is "$(jq -r 'select(.say != null) | .theme' out | sort -u | tr '\n' ' ')" 'blame comparison failure minimising ' 'a frame where there is a gentler way'
is "$(jq -r .id out | sort | uniq -d)" '' 'each once'
run kindly --list
out_has 'Perhaps: '
# Frames are kind themselves.
kindly --list --format json | jq -r '.say // empty, "", .why // empty, ""' >frames.txt
run kindly frames.txt
status_is 0 'its own frames and reasons pass'
# Each rule marks what it is for.
lines=$(mktemp) && cut -f2 "$TOP/tests/kindly/examples.tsv" | sed G >examples.txt
kindly --format json examples.txt | jq -r 'select(.line) | (.line + 1) / 2' | sort -u >found
awk -F'\t' '$1 !~ /^(struck|threatened|afraid-of|after-a-no|pressed|forbidden|wish-to-be-dead|in-pain)$/ { print NR }' \
    "$TOP/tests/kindly/examples.tsv" | sort -u >wanted
is "$(comm -3 found wanted)" '' 'the examples of each rule are marked, and no report'
rm -f "$lines"

# Each report brings help, alone.
awk -F'\t' '$1 ~ /^(struck|threatened|afraid-of|after-a-no|pressed|forbidden|wish-to-be-dead|in-pain)$/ { print $2 }' \
    "$TOP/tests/kindly/examples.tsv" | while IFS= read -r line; do
	printf '%s\n' "$line" | kindly | grep -q 'unhurried help safety' || printf '%s\n' "$line"
done >alone.txt
is "$(cat alone.txt)" '' 'each report brings the line about help'

# What cannot be read.
run kindly nowhere.txt
status_is 4 'no such file'; err_has 'nowhere.txt'
run kindly nowhere.txt letter.txt
status_is 4 'the others are read'
printf 'You never \377 listen.\n' >bad.txt
run kindly bad.txt
status_is 3 'no UTF-8'; err_has 'bad.txt: byte 11'
mkdir dir
run kindly dir
status_is 3 'a directory'
run kindly --nonsense
status_is 2 'unknown option'
run kindly --list letter.txt
status_is 2 '--list stands alone'
run sh -c 'echo You never listen to me. | kindly >/dev/full'
status_is 4 '/dev/full'
run env UNHURRIED_SHARE="$T/nowhere" kindly letter.txt
status_is 4 'without the rules'; err_has 'rules.yaml'
# Rules that somebody else wrote: what is no rule of ours is passed over.
mkdir -p odd/phrases/en odd/words/en
cp "$TOP"/share/words/en/*.yaml odd/words/en/
odd=0
while read -r rules; do
	one_of 3 rules || continue
	odd=$((odd + 1))
	printf 'deck: rules\nlocale: en\nreviewed: 2026-11-29\nsource: original\n%b' "$rules" >odd/phrases/en/rules.yaml
	run env UNHURRIED_SHARE="$T/odd" kindly letter.txt
	case $status in 0|1|3) status=0 ;; esac
	status_is 0 "odd rules, $odd"
done <<'EOS'

items:\n
items: words\n
items:\n- id: a\n
items:\n- id: a\n  match: you\n
items:\n- id: a\n  match: [[a], {b: c}]\n
items:\n- id: a\n  kind: zebra\n  match: [you never]\n
items:\n- id: a\n  kind: ""\n  match: [you never]\n
items:\n- id: a\n  match: ["", " ", "|", "[]", "[", "]", "*", "..", "$"]\n
lists: [a]\nitems:\n- id: a\n  match: [you]\n
lists: {a: [b], c: {d: e}}\nsame: words\nitems:\n- id: a\n  match: [<c>]\n
same: {you: them, never: {a: b}}\nitems:\n- id: a\n  match: [you never]\n
EOS
printf 'You never \033[31mlisten\007 to me.\n' >steer.txt
run kindly steer.txt
out_lacks "$(printf '\033')"
run kindly </dev/null
status_is 0 'nothing to read'; out_is ''
# Words without end, and nothing but signs.
head -c 200000 /dev/zero | tr '\0' a >long.txt
run kindly long.txt
status_is 0 'a word of 200,000 letters'
head -c 200000 /dev/zero | tr '\0' '"' >long.txt
run kindly long.txt
status_is 0 'as many quotation marks'
yes 'you are selfish' | head -n 20000 | tr '\n' ' ' >long.txt
run kindly -q long.txt
status_is 1 'a sentence of 40,000 words'
yes '`` you . ' | head -n 400000 | tr -d '\n' >long.txt
run timeout 60 kindly -q long.txt
status_is 0 'a line of 3 megabytes'


# How much of what people write is told apart; no floor: it shows what is missed.
score() {
	cut -f3 "$1" | sed G >sentences.txt
	kindly --format json sentences.txt | jq -r 'select(.line) | (.line + 1) / 2' | sort -u >found
	awk -F'\t' -v name="${1##*/}" 'NR == FNR { marked[$1] = 1; next }
	    { n[$1]++; hit[$1] += marked[FNR] }
	    END { printf "# kindly, %s: marked %d of %d, wrongly %d of %d clean and %d of %d reports\n", name, hit["mark"], n["mark"],
	      hit["clean"], n["clean"], hit["harm"], n["harm"] }' found "$1" >&2
}
score "$TOP/tests/kindly/tune.tsv"
score "$TOP/tests/kindly/scored.tsv"

done_testing
