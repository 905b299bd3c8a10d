#!/bin/sh
# unhurried paper: only one's own, only what was picked, and as text and nothing
# else.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

data=$XDG_DATA_HOME/unhurried
couple
boundary -q not-now 'my neck'
boundary -q not-now feet
boundary -q welcome hair
boundary -q ask-first back
for what in 'my neck' hair back; do boundary -q share --yes "$what"; done
boundary -q -u sam not-now 'knees of sam'
boundary -q -u sam share --yes 'knees of sam'
snapshot

# The words.
run unhurried paper
status_is 0
out_is 'Pause

Each of these words stops
everything, at once:

    pause

    stop

    no

    time out

And these say: wait, or softer.

    wait a bit

No reason is needed. Nothing is
owed.

Going still, tears, no answer: each
is a pause, too.

Whoever hears it stops, moves back,
and asks nothing.

Only the person who paused ends it.
The end is not a yes.
' 'the words that pause'
err_is ''
cp out words
run unhurried paper words
out_same words 'by their name'
run env COLUMNS=200 unhurried paper words --plain
out_same words 'as wide on any screen'
out_lacks good 'no word that could be read as a yes'
out_lacks ready

# Limits: shared, not now, one's own.
run unhurried paper limits
status_is 0
out_is 'Not now

    my neck

This needs no reason.

What is not on this card is not a
yes, either. Ask each time. No is
always fine.

A no counts at any time, whatever a
card says.
'
cp out neck
key=$(boundary list | sed -n 's/.*my neck.* //p' | tail -n 1)
run unhurried paper limits "$key"
out_same neck 'by its key'
for other in feet hair back 'knees of sam'; do
	run unhurried paper limits 'my neck' "$other"
	status_is 2 "not on a card: $other"
	out_is ''
	err_is "unhurried paper: $other: no \"not now\" that you shared has that name: 'boundary' lists them"
done
run unhurried -u sam paper limits
out_has 'knees of sam' 'each their own'
out_lacks neck

# Prompts.
items() { awk 'BEGIN { RS = "" } /^    / { n++ } END { print n }' out; }
run unhurried paper prompts --theme fears --depth deep --count 2
status_is 0
is "$(items)" 2 'as many as were asked for'
out_has 'Something to talk about'
cp out two
run unhurried paper prompts --theme fears --depth deep --count 2
out_same two 'the same for that day'
run unhurried -u sam paper prompts --theme fears --depth deep --count 2
out_same two 'and for both'
run unhurried paper prompts
is "$(items)" 4 'four, where nothing was said'
run unhurried paper prompts feelings-animal-today
out_is 'Something to talk about

    Which animal are you most like
    today?

Take one, or none. Leaving any is
always fine.
' 'by its name'
run unhurried paper prompts feelings-no-such
status_is 2 'a prompt that is none'
err_has "feelings-no-such: no prompt has that name: 'prompt list' lists them"

# A week: a few questions and small things, the same all week; none belongs to a day.
run unhurried paper week
status_is 0
is "$(items)" 7 'four questions, and three small things'
out_has 'Use one, or none. Nobody collects
it.'
cp out week
run at_time '2026-11-29 23:00:00' unhurried paper week
out_same week 'the same on Sunday'
run unhurried -u sam paper week
out_same week 'and for both'
run at_time '2026-11-30 01:00:00' unhurried paper week
ok 'another in the next week' not cmp -s week out
for monday in 2027-01-04 2027-02-01 2027-03-01 2027-04-05 2027-05-03 2027-06-07; do
	one_of 2 mondays || continue
	run at_time "$monday 12:00:00" unhurried paper week
	is "$(grep -ciwE 'monday|tuesday|wednesday|thursday|friday|saturday|kiss|kissing|sex|penetration' out)" 0 "no day, and nothing that nobody asked for: $monday"
done

# The calls.
for call in --count=7 --count=0 --count=x '--theme=tea prompts' '--depth=low prompts' '--count 2 words' '--theme fears limits' 'words pause' 'week 2' '--theme fears week' cards --gone; do
	one_of 3 call || continue
	# shellcheck disable=SC2086 # words
	run unhurried paper $call
	status_is 2 "not understood: $call"
	out_is ''
done
unchanged 'and nothing is written by any of these'

# Html: text, and nothing that runs or loads.
run unhurried paper limits --html
status_is 0
out_has '<li dir="auto" lang="">my neck</li>'
out_has "content=\"default-src 'none'; style-src 'unsafe-inline';"
out_has '@page { margin: 18mm }'
for none in '<script' http: https: src= href= '<img' '<link' '@import' 'url('; do out_lacks "$none"; done
boundary -q not-now '</li></ul><script src=//evil>&amp;"x"</script>'
boundary -q share --yes '</li></ul><script src=//evil>&amp;"x"</script>'
printf 'two\nlines \033[31m\342\200\256red <b' | boundary -q not-now -
hidden=$(boundary list --format json | grep 'two' | sed 's/.*"id":"\([a-z0-9]*\)".*/\1/; s/.*"key":"\([a-z0-9]*\)".*/\1/')
boundary -q share --yes "$hidden"
sed -i 's/time out/<b>"red"/' "$data/shared/alex/person.yaml" && sed -i "s/\"<b>\"red\"\"/'<b>\"red\"'/" "$data/shared/alex/person.yaml"
mkdir "$data/shared/sam/prompts"
printf 'added: 2026-01-01\nitems:\n  - id: sam-one\n    text: "<iframe>"\n' >"$data/shared/sam/prompts/own.yaml"
run unhurried paper limits --html
status_is 0
out_has '<li dir="auto" lang="">&lt;/li&gt;&lt;/ul&gt;&lt;script src=//evil&gt;&amp;amp;&quot;x&quot;&lt;/script&gt;</li>' 'a tag is text'
out_has '^[[31m&lt;U+202E&gt;red &lt;b</li>' 'and what hides or turns text around is seen'
is "$(grep -o '<[a-z/][a-z0-9]*' out | sort -u | tr '\n' ' ')" '</body </h1 </head </html </li </main </p </style </title </ul <body <br <h1 <head <html <li <main <meta <p <style <title <ul ' 'only tags of our own'
run unhurried paper --html
out_has '<li dir="auto" lang="">&lt;b&gt;&quot;red&quot;</li>' 'in words for signals'
run unhurried paper prompts sam-one --html
status_is 0
out_has '<li dir="auto" lang="">From sam: &lt;iframe&gt;</li>' 'and in decks that others wrote, with their name'
for n in 1 2 3 4 5 6 7 8 9; do printf '  - id: press-%s\n    theme: fears\n    depth: deep\n    text: You owe me.\n' $n; done \
    >>"$data/shared/sam/prompts/own.yaml"
run prompt list --from sam --theme fears --depth deep
out_has press-9 'what the other wrote'
for day in 1 2 3 4 5 6; do
	run at_time "2026-12-0$day 12:00:00" unhurried paper prompts --theme fears --depth deep --count 6
	out_lacks 'owe me' "is on no card unnamed: $day"
done
run unhurried paper limits
unlike "$(od -c out)" '033' 'no escape in plain text either'
cp "$data/shared/couple.yaml" couple.yaml
boundary -q not-now 'mine alone'
sed -i 's/, "sam"//' "$data/shared/couple.yaml"
run unhurried paper limits
out_lacks 'mine alone' 'nor what was not shared, also where couple.yaml names one alone'
cp couple.yaml "$data/shared/couple.yaml"
if command -v python3 >/dev/null; then
	run unhurried paper limits --html
	cat >parse.py <<'EOS'
import sys
from html.parser import HTMLParser
void, stack, items = {"meta", "br"}, [], []
class P(HTMLParser):
    def handle_starttag(self, tag, attrs):
        if tag not in void:
            stack.append(tag)
        if tag == "li":
            items.append("")
    def handle_endtag(self, tag):
        assert stack.pop() == tag, tag
    def handle_data(self, data):
        if stack and stack[-1] == "li":
            items[-1] += data
P().feed(open(sys.argv[1]).read())
assert not stack
print("\n".join(items))
EOS
	python3 parse.py out >items 2>&1
	like "$(cat items)" '</li></ul><script src=//evil>&amp;"x"</script>' 'a parser reads the very words'
else
	skip 'no python3 here'
fi

quick_ends

# Shown and asked about first, where it goes elsewhere and somebody is there.
printf '%s\n' 'expect my neck' 'expect Print just this? [y/N]' 'send n\r' 'expect Nothing was printed.' eof >script
run onterm script sh -c 'unhurried paper limits "my neck" --html >page'
status_is 0 'no is fine'
ok 'and prints nothing' [ ! -s page ]
printf '%s\n' 'expect my neck' 'expect Print just this? [y/N]' 'send y\r' eof >script
run onterm script sh -c 'unhurried paper limits "my neck" --html >page'
status_is 0 'yes'
like "$(cat page)" '<li dir="auto" lang="">my neck</li>' 'prints it'
run onterm /dev/null sh -c 'unhurried paper limits "my neck" --yes >page'
status_is 0 '--yes'
is "$(cat page)" "$(cat neck)" 'does not ask'
run onterm /dev/null unhurried paper limits 'my neck'
status_is 0 'on the screen it is only shown'
unlike "$(cat out)" 'Just this' 'without a question'

# What is not right.
afresh
run env UNHURRIED_DIR="$T/nowhere" unhurried paper limits
status_is 4 'without the shared directory there are no limits'
out_is '' 'and none that are not shared'
rm -rf "$T/nowhere"
run env UNHURRIED_DIR="$T/nowhere" unhurried paper words
status_is 4 'the words that always pause are printed all the same'
out_has '    stop'
cp "$data/shared/alex/person.yaml" person
echo 'signals: [' >"$data/shared/alex/person.yaml"
run unhurried paper
status_is 3 'and with words that cannot be read'
out_has '    stop'
err_has 'person.yaml:'
cp person "$data/shared/alex/person.yaml"
echo 'subject: [' >"$data/shared/alex/bounds/aaaaaa.yaml"
run unhurried paper limits
status_is 3 'a limit that cannot be read is named'
err_has 'bounds/aaaaaa.yaml:'
out_has 'my neck' 'the others are printed'
rm "$data/shared/alex/bounds/aaaaaa.yaml"
for what in words limits 'limits --html'; do
	[ -w /dev/full ] || break
	status=0
	# shellcheck disable=SC2086
	unhurried paper $what >/dev/full 2>err || status=$?
	status_is 4 "no room: $what"
done
pause >out 2>err
run unhurried paper limits
status_is 0 'under a pause it goes on'
run unhurried paper map
status_is 0 'and so does a map for a pen'
out_has 'n   a   a hug at the door'; out_has 'It gives no permission.'
for word in yes welcome 'my neck' alex sam; do
	is "$(grep -v 'is not a yes' out | grep -ci "$word")" 0 "no $word on it"
done

# For one.
rm -rf "$HOME" && mkdir "$HOME"
unhurried -q init --solo alex
run unhurried paper limits
status_is 1 'nothing kept'
err_is 'Nothing is kept as not now, so there is no card. Nothing needs to be.'
boundary -q not-now 'my neck'
run unhurried paper limits
out_same neck 'what is one own is on the card'
run unhurried paper prompts
out_has 'Something to think about'
for what in words limits map prompts; do
	run unhurried paper $what
	status_is 0 "for one: $what"
	out_lacks partner
done

# A ritual, step by step.
run unhurried paper ritual breathing-soft-seat
status_is 0 'paper ritual'
is "$(sed -n 1p out)" 'Softer where you sit' 'its title'
out_has 'No pushing and no'; out_has 'Nobody collects'
ok 'no line is wider than 36 columns' [ "$(awk 'length > 36' out | wc -l)" -eq 0 ]
run unhurried paper ritual breathing-soft-seet
status_is 2 'no such'; err_has 'did you mean breathing-soft-seat?'; out_is ''
run unhurried paper ritual
status_is 2 'which one'
run unhurried paper ritual breathing-soft-seat --html
status_is 0; out_has '<title>Softer where you sit</title>'
mkdir -p "$XDG_DATA_HOME/unhurried/private/alex/rituals" "$XDG_DATA_HOME/unhurried/shared/sam/rituals"
printf '%s\n' 'items:' '  - {id: own-one, title: "x\e[31m<b>", kind: rest, company: alone, added: 2026-11-01, steps: [{seconds: 60, text: "lie\e[31m down"}]}' \
    | tee "$XDG_DATA_HOME/unhurried/shared/sam/rituals/odd.yaml" | sed 's/own-one/mine-one/' >"$XDG_DATA_HOME/unhurried/private/alex/rituals/own.yaml"
run unhurried paper ritual -u alex mine-one
status_is 0 "one of one's own"; out_has '^[[31m'
run unhurried paper ritual -u alex mine-one --html
out_has '&lt;b&gt;'
run unhurried paper ritual -u alex own-one
status_is 2 "nobody else's"; out_is ''

# Five cards and a plate: nothing of anybody's, and no place is needed.
snapshot
run unhurried paper plate
status_is 0; err_is ''
is "$(grep -cE '^\| +leaf +:' out) $(grep -cE '^\| +stone +:' out)" '3 2' 'three leaves, two stones'
is "$(grep -cE '^\|.*: +\|$' out)" 15 'each with an empty back'
is "$(grep -o '([^)]*)' out | grep -c '^(.\{4\})$')" 5 'five places'
for step in 1 2 3 4 5; do ok "step $step" grep -q "^$step\. " out; done
ok 'no name of anyone' not grep -qwiE 'alex|sam' out
ok 'no line is wider than large print' not grep -q '.\{37\}' out
cat out >plate
python3 -c 'import sys, yaml
d = yaml.safe_load(open(sys.argv[1]))
print("\n".join([d[k] for k in ("title", "leaf", "stone", "top", "fold", "ring")] + [i["text"] for i in d["items"]]))' "$TOP/share/paper/en/plate.yaml" >said
run kindly said
status_is 0 'kind words'; out_is ''
run unhurried paper --html plate
status_is 0
ok 'a page that is whole' python3 -c 'import re, sys
from html.parser import HTMLParser
class P(HTMLParser):
    def __init__(self):
        super().__init__(); self.open = []; self.cells = 0
    def handle_starttag(self, tag, attrs):
        if tag not in ("meta", "br"): self.open.append(tag)
        self.cells += ("class", "spot") in attrs
        assert tag not in ("script", "img", "link", "a")
    def handle_endtag(self, tag):
        assert self.open.pop() == tag
p = P(); p.feed(open("out").read()); assert not p.open and p.cells == 5'
ok 'no name here' not grep -qwiE 'alex|sam' out
for way in pause unreadable gone; do
	case $way in
	pause) pause -q ;;
	unreadable) mv "$data/shared/sam" sam.aside; : >"$data/shared/sam" ;;
	gone) mv "$data" data.aside ;;
	esac
	run unhurried paper plate </dev/null
	status_is 0 "$way"; out_same plate "$way: the same"; err_is ''
	case $way in
	pause) resume -q ;;
	unreadable) rm "$data/shared/sam"; mv sam.aside "$data/shared/sam" ;;
	gone) ok 'nothing is made' [ ! -e "$data" ]; mv data.aside "$data" ;;
	esac
done
printf '%s\n' 'expect someone you trust' eof >script
run onterm script unhurried paper plate
status_is 0 'on a terminal nothing is asked'
afresh
run unhurried paper plate --count 2
status_is 2
run unhurried paper plate alex
status_is 2
# What the page says: a ring that was turned tells of two leaves beside the top one, and of
# nothing else. near a, top, near b, far b, far a: of each ring the least of its turns.
ring() { # NEAR-A NEAR-B
	far() { if [ "$1" = l ]; then echo s; else echo l; fi; }
	cards="$(far "$1")${1}l$2$(far "$2")"
	for _ in 1 2 3 4 5; do echo "$cards"; cards="${cards#?}${cards%"${cards#?}"}"; done | sort | head -n 1
}
is "$(ring l l)" lllss 'both: three leaves side by side'
is "$(ring l s)" "$(ring s l)" 'one of them, whoever it is'
is "$(ring s s)" "$(ring s l)" 'or neither: the same ring'
ok 'which is another' [ "$(ring s s)" != "$(ring l l)" ]
# Where the two do not speak the same language the card is in both, the reader's first.
if command -v python3 >/dev/null && [ -f "$TOP/po/messages" ]; then
	"$TOP/po/messages" xx "$TOP/share" xx.share
	chmod -R u+rwX "$HOME"; rm -rf "$HOME"; mkdir "$HOME"; couple
	echo 'language: xx' >>"$data/shared/alex/person.yaml"
	run env UNHURRIED_SHARE="$T/xx.share" unhurried paper
	is "$(sed -n '1p;3p' out)" "$(printf '%s\n' '⟦Pause⟧' 'Pause')" "alex's language, then sam's"
	run env UNHURRIED_SHARE="$T/xx.share" unhurried paper -u sam
	is "$(sed -n '1p;3p' out)" "$(printf '%s\n' 'Pause' '⟦Pause⟧')" "sam's language, then alex's"
fi
done_testing
