#!/bin/sh
# kindly: marks what may land hard, lets pass what does not, meets what was hurt.
# shellcheck disable=SC1112,SC2016 # quotes as people type them; no commands
. "$(dirname "$0")/lib.sh"

need jq
letter() { printf '%s\n' "$@" >letter.txt; run kindly letter.txt; }
marks() { letter "$1"; status_is 1 "marked: $1"; out_has "letter.txt:1:"; }
passes() { letter "$1"; status_is 0 "passes: $1"; out_is ''; }
meets() { letter "$1"; status_is 0 "met: $1"; out_has 'This matters more than its wording'; out_has 'learn safety'; }

marks 'My body is broken.'
marks 'You always pull away.'
marks 'You ALWAYS pull away'
marks 'you dont ever listen to me'
marks 'You don’t ever listen to me.'
passes 'The heater is broken.'
passes 'You always make me feel safe.'
passes 'We must water the plants.'
passes 'You are not useless.'
passes 'I failed my driving test and laughed.'
meets "You didn't stop when I asked."
meets 'You always push me after I say no.'
meets 'You always ignore my pause.'
meets 'Why do you always go on after I cry?'
meets 'It hurt and I was afraid to say so.'
letter 'Not tonight.'
status_is 0 'a no'; out_has 'A no is a whole answer'
meets 'I wish I was not here any more.'
out_has 'need not be alone'
meets 'You make me feel worthless.'
meets 'You are controlling.'
passes 'I could die of laughing at that film.'

# Where it stands, and what it says.
letter 'Dear,' '' 'I like your soup. And yet you' 'never listen.' '' 'Love'
status_is 1 'over two lines'
out_is 'letter.txt:3:27: you never listen
    "Never" leaves out the times that were different.
    Perhaps: I miss …, and I would love it if we could …'
err_is ''
run kindly -q letter.txt
status_is 1 '-q'; out_is ''
run kindly --format json letter.txt
is "$(jq -c '[.file, .line, .column, .text, .theme]' out)" '["letter.txt",3,27,"you\nnever listen","absolutes"]' 'json'
ok 'with a reason and a frame' jq -e '(.why | length) > 20 and (.say | length) > 20' out
run kindly --format tsv letter.txt
is "$(cut -f1-3,5 out)" "letter.txt	3	27	absolutes" 'tsv'
run sh -c 'kindly <letter.txt'
status_is 1 'from stdin'; out_has '-:3:27:'
run sh -c 'echo "You failed me." | kindly letter.txt -'
status_is 1 'both'; out_has '-:1:1: You failed'; out_has 'letter.txt:3'
passes "$(printf 'first\n\n\n')"

# Not one's own words.
passes '> You never listen.'
passes 'He wrote "you never listen" on the wall.'
passes 'He wrote “you never listen” on the wall.'
passes 'Run `you never listen` in a shell.'
letter '```' 'you never listen' '```' 'I like you.'
status_is 0 'code'
letter 'From: me' 'Subject: you never listen' '' 'I like you.' '-- ' 'you never listen'
status_is 0 'the head and signature of a mail'
letter 'From: me' 'Subject: hello' '' 'You never listen.'
status_is 1 'its text'; out_has 'letter.txt:4:1:'
letter '- you never' '- listen'
is "$(grep -c absolutes out)" 0 'items of a list are sentences apart'
letter 'See https://example.org/you/never/listen now.'
status_is 0 'an address'

# What it looks for.
run kindly --list --format json
status_is 0 --list
ok 'at least 150 rules' [ "$(jq -r 'select(.theme != "harm") | .id' out | sort -u | wc -l)" -ge 150 ]
is "$(jq -r .theme out | sort -u | tr '\n' ' ')" 'absolutes bargaining blame body-judgement comparison failure harm minimising pressure worth ' 'of nine kinds, and reports'
is "$(jq -c 'select(.why == null or (.theme != "harm" and .say == null))' out)" '' 'each with a reason and a frame'
is "$(jq -r .id out | sort | uniq -d)" '' 'each once'
run kindly --list
out_has 'Perhaps: '
# Who may be thinking of not being here is told where to turn.
run sh -c 'echo "You would be better off without me." | kindly'
status_is 1 'a life without oneself'; out_has 'please do not stay alone with that'
run learn safety
out_has 'thoughts of harming yourself'
# Frames are kind themselves.
kindly --list --format json | jq -r '.say // empty, "", .why // empty, ""' >frames.txt
run kindly frames.txt
status_is 0 'its own frames and reasons pass'

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
run sh -c 'echo You never listen. | kindly >/dev/full'
status_is 4 '/dev/full'
run env UNHURRIED_SHARE="$T/nowhere" kindly letter.txt
status_is 4 'without the rules'; err_has 'the rules are not there'
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
yes 'you never' | head -n 20000 | tr '\n' ' ' >long.txt
run kindly -q long.txt
status_is 1 'a sentence of 40,000 words'
yes '`` you . ' | head -n 400000 | tr -d '\n' >long.txt
run timeout 60 kindly -q long.txt
status_is 0 'a line of 3 megabytes'

# Rules of one's own making may be wrong, and are then named.
mkdir -p share/phrases/en && cp "$TOP/share/phrases/en/words.yaml" share/phrases/en/
rule() {
	printf 'theme: t\nitems:\n  - {id: t, match: ["%s"], why: w, say: s}\n' "$1" >share/phrases/en/t.yaml
	run env UNHURRIED_SHARE="$T/share" kindly letter.txt
}
rule 'you <nosuch>'
status_is 3 'no such list'; err_has 't.yaml: t: 3:21: <nosuch>: no list has that name'
rule '... you'; status_is 3 'no word first'; err_has 'expected a word first'
rule '[you] never'; status_is 3 'nor one that may be left out'
rule 'you [never'; status_is 3 'a bracket alone'
rule 'you||never'; status_is 0 'an empty alternative is none'
rule ''; status_is 3 'an empty pattern'

# How much of what people write is told apart. Rules are made looking at
# tune.tsv alone; scored.tsv is for this.
score() {
	cut -f3 "$1" | sed G >sentences.txt
	kindly --format json sentences.txt | jq -r '[(.line + 1) / 2, .theme] | @tsv' >found.tsv
	awk -F'\t' -v name="${1##*/}" 'NR == FNR { if ($2 == "harm") met[$1] = 1; else marked[$1] = 1; next }
	    { n = FNR; kind = $1
	      if (kind == "mark" && marked[n]) hit++
	      if (kind == "mark" && !marked[n]) missed++
	      if (kind != "mark" && marked[n]) wrong++
	      if (kind == "harm") { harm++; heard += met[n]; hurt += marked[n] } }
	    END { printf "# kindly, %s: precision %.3f, recall %.3f (%d of %d marked, %d wrongly); reports met %d of %d, marked %d\n",
	      name, hit / (hit + wrong), hit / (hit + missed), hit, hit + missed, wrong, heard, harm, hurt >"said"
	      printf "%d %d %d\n", 1000 * hit / (hit + wrong), 1000 * hit / (hit + missed), 1000 * heard / harm >"score" }' found.tsv "$1"
	read -r precision recall heard <score
	cat said >&2
}
score "$TOP/tests/kindly/tune.tsv"
ok 'on its own half it is nearly always right' [ "$precision" -ge 950 ]
ok 'and finds most' [ "$recall" -ge 890 ]
ok 'and meets nearly all reports' [ "$heard" -ge 950 ]
score "$TOP/tests/kindly/scored.tsv"

done_testing
