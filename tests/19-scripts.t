#!/bin/sh
# Words of people in seven scripts, in every viewer at two widths and on a terminal: no line wider than the screen by
# widths that are not ours, no letter cut, nothing raw that turns a line around, and in a page each with its direction.
. "$(dirname "$0")/lib.sh"

need python3
export UNHURRIED_LANGUAGE=en
clock_at '2026-11-25 14:00:00'
couple
tab=$(printf '\t')
rlo=$(printf '\342\200\256') lri=$(printf '\342\201\246') alm=$(printf '\330\234')
shared=$XDG_DATA_HOME/unhurried/shared
printf 'name: "مریم می‌خواهمِ کریمی"\n' >"$shared/alex/person.yaml"
printf 'name: "דוד בן־אברהם הלוי"\n' >"$shared/sam/person.yaml"

# Of each its language, a word of at most nine signs, and a sentence.
grep -v '^#' "$TOP/tests/languages/scripts" | python3 -c 'import sys
for line in sys.stdin:
    code, text = line.rstrip("\n").split("\t")
    print(code, text.split(" ")[0][:9], text, sep="\t")' >scripts
while IFS=$tab read -r code first text <&3; do
	checkin -q -t "$first" --feel "$first" --today "$text" -m "$text $rlo$lri$alm$text $text" mood=6
	checkin -q -u sam -t "$first" -m "$text"
	share -q -u sam --yes "$(recall -u sam --by sam -1 | tail -n 1)"
	share -q --yes "$(recall --by alex -1 | tail -n 1)"
	win -q "$text"
	boundary -q ask-first "$text"
	boundary -q share --yes "$text"
	boundary -q -u sam not-now "$text $code"
	boundary -q -u sam share --yes "$text $code"
	agree -q hold "$code $text" "$text $text"
	agree -q hold -u sam "$text" "$text"
	pace -q hold "$first" "$text"
	pace -q own add "$text"
	care -q add "$text" --does "$text" -m "$text"
	care -q ask "$text"
	care -q visit '2026-12-10 09:30' "$text"
	moment -q plan tomorrow 20:00 "$text"
	hardday -q -m "$text"
	printf '%s\n\n%s\n' "$text" "$text" | hardday -q kinder -
	boundary -q welcome "$text $text"
	boundary -q before "$text"
done 3<scripts >set 2>&1 </dev/null
signal -u sam hesitation about "$(head -n 1 scripts | cut -f 3)" >>set 2>&1

calls='recall
recall -l
recall -u sam -l
progress week
share list
agree
agree -u sam
boundary
boundary -u sam
pace
pace list
pace own
care
care visits
care questions
care people
care brief --part questions
moment
win list
boundary before
hardday kinder list
signal
signal words
checkin last
hardday
unhurried
unhurried paper
unhurried -u sam paper limits --yes
unhurried paper words
unhurried paper week
forget list
unhurried complete tags'
for columns in 40 80; do
	[ "$columns" = 40 ] || whole || continue
	export COLUMNS=$columns
	echo "$calls" | while read -r call; do
		echo "=== $columns $call"
		# shellcheck disable=SC2086 # a call is words
		$call 2>&1 </dev/null
	done
done >viewed
unset COLUMNS
cat >look.py <<'EOS'
import re, sys, unicodedata as u

scripts = [line.rstrip("\n").split("\t")[2] for line in open("scripts", encoding="utf-8")]


def extends(c):
    """True for what belongs to the letter before it (UAX 29)."""
    return u.category(c) in ("Mn", "Mc", "Me") or c in "\u200c\u200d\u0e33\u0eb3"


def width(line):
    return sum(0 if u.category(c) in ("Mn", "Me", "Cf") else 2 if u.east_asian_width(c) in "WF" else 1 for c in line)


def is_right(c):
    return u.bidirectional(c) in ("R", "AL")


def look(line, most):
    if re.search("[\x1b\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]", line):
        yield "raw"
    if width(line) > most:
        yield f"wide {width(line)}"
    if line.strip() and extends(line.strip()[0]):
        yield "begins within a letter"
    # What was cut goes on, in one of the texts, with a letter of its own.
    for m in re.finditer(r"(\S*[^\x00-\x7f])\.\.\.", line):
        after = [s[s.index(m[1]) + len(m[1]):][:1] for s in scripts if m[1] in s]
        if after and all(c and extends(c) for c in after):
            yield "cut within a letter"
    # Digits of ours after words that run from right to left would run on among them.
    last = ""
    for c in line:
        if is_right(c) or u.bidirectional(c) == "L":
            last = c
        elif c in "0123456789" and last and is_right(last):
            yield "digits after words from right to left"
            break


call, most = "", int(sys.argv[2])
seen = set()
with open(sys.argv[1], "rb") as f:
    for raw in f:
        try:
            line = raw.decode().rstrip("\n")
        except UnicodeDecodeError:
            print(f"{call}: a letter is cut: {raw!r}")
            continue
        if line.startswith("=== "):
            call, most = line[4:], int(line.split()[1])
            continue
        seen |= {s for s in scripts if s.split(" ")[0][:6] in line}
        for what in look(line, most):
            print(f"{call}: {what}: {line}")
    f.seek(0)
    text = f.read().decode(errors="replace")
if len(seen) != len(scripts) or "\u05d3\u05d5\u05d3" not in text or "\u0645\u06cc\u200c" not in text:
    print("not all scripts and names were seen")
EOS
python3 look.py viewed 80 >amiss
is "$(cat amiss)" '' 'every viewer, at 40 and 80 columns'

quick_ends

# On a terminal of 24 lines, without a pager between.
if has_terminal; then
	echo eof >script
	# hardday asks there.
	echo "$calls" | grep -vx hardday | while read -r call; do
		one_of 3 calls || continue
		echo "=== 40 $call"
		# shellcheck disable=SC2086 # a call is words
		PAGER=cat TERM=vt100 onterm -s 40x24 script $call | sed "s/$(printf '\033')\[[0-9;]*[mKC]//g" | tr -d '\r'
	done >viewed
	python3 look.py viewed 40 >amiss
	is "$(cat amiss)" '' 'on a terminal of 40 columns'
else
	skip 'no terminal here'
fi

# In pages each has its own direction: the words of people, and no sentence of ours with them.
progress -o progress.html week >out 2>&1
care brief --part questions --html >brief.html 2>err
unhurried -u sam paper limits --html --yes >limits.html 2>err
unhurried paper --html --yes >words.html 2>err
python3 - progress.html brief.html limits.html words.html >amiss <<'EOS'
import html.parser, sys, unicodedata as u

VOID = {"meta", "link", "br", "hr", "img", "input"}


class Page(html.parser.HTMLParser):
    def __init__(self, name):
        super().__init__()
        self.name, self.open, self.found = name, [], 0

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("dir")))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if any(u.bidirectional(c) in ("R", "AL") for c in data):
            self.found += 1
            if not any(d == "auto" or tag in ("bdi", "title") for tag, d in self.open):
                print(f"{self.name}: no direction: {data.strip()}")


for name in sys.argv[1:]:
    page = Page(name)
    with open(name, encoding="utf-8") as f:
        page.feed(f.read())
    if page.found == 0 and name != "words.html":
        print(f"{name}: nothing was found")
EOS
is "$(cat amiss)" '' 'a page says where words begin'
done_testing
