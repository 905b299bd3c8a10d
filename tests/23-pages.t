#!/bin/sh
# progress -o: a look back as a page or a picture of its own. Whatever the days were it
# has the same parts; what it tells is what text and json tell; words stay words; and it
# lies nowhere where somebody else would come upon it.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"
. "$TOP/tests/progress/weeks.sh"

need python3
clock_at '2026-11-25 14:00:00'
unhurried -q init alex sam 2>err && unhurried -q -u sam join 2>err || { diag <err; exit 1; }
data=$XDG_DATA_HOME/unhurried
{
	weeks '"feel":["hard"]'
	given 2024-08-03T09:00 1 5 ''
} >weeks.jsonl
checkin -q -f weeks.jsonl
at_time '2026-10-21 12:00:00' win -q -m 'A nap'
at_time '2026-09-16 12:00:00' thanks -q -m 'Soup'
mkdir "$HOME/pages"
snapshot

# The same parts in the same order, and the way to safety; nothing in the form of a page
# tells how the days were.
form() {
	sed -e 's/<desc.*/<desc>/; /Nothing here, and/d; /Compared with/d; /^<h1/d' -e '/If and when/{n;s/.*/<p>/;}' "$1" |
	    grep -E '^</?(html|head|title|style|body|main|h[23]|p|section|svg|desc|table|thead|tbody|text)'
}
for week in good=2026-10-21 hard=2026-10-12 empty=2026-11-03 one=2026-09-30 many=2026-09-16; do
	run progress week "${week#*=}" -o "pages.${week%=*}.html"
	status_is 0 "a page of a week, ${week%=*}"
	out_is ''
	err_is "Written, for this account alone: pages.${week%=*}.html"
	form "pages.${week%=*}.html" >"form.${week%=*}"
	ok 'has the parts of any other' cmp -s form.good "form.${week%=*}" || diff form.good "form.${week%=*}" | diag
	like "$(tail -n 4 "pages.${week%=*}.html")" '<p>If something hurts or scares you: unhurried help safety. When it is urgent:' 'and the way to safety'
	progress week "${week#*=}" -o "pages.${week%=*}.svg" 2>err
	ok 'a picture has, too' grep -q '>If something hurts or scares you: unhurried help</text>' "pages.${week%=*}.svg"
	# A picture, and the one that is shown: what is drawn left out, and its dates.
	sed -e '/^<desc/,/<\/desc>/d; /^<g.*width/,/^<\/g>/d; /^<circle/d; />Looking back/,/^<text.*74.0/d' "pages.${week%=*}.svg" >"picture.${week%=*}"
	ok 'drawn alike' cmp -s picture.good "picture.${week%=*}" || diff picture.good "picture.${week%=*}" | diag
	progress week "${week#*=}" --chart >"chart.${week%=*}"
	sed -e '1d; s/\([0-9] ┤\).*/\1/' "chart.${week%=*}" >"shown.${week%=*}"
	ok 'shown alike' cmp -s shown.good "shown.${week%=*}" || diff shown.good "shown.${week%=*}" | diag
	is "$(tail -n 1 "chart.${week%=*}")" 'If something hurts or scares you: unhurried help safety.' 'with the way to safety'
done
ok 'a picture has parts' [ "$(grep -c '<text' picture.good)" -gt 25 ]
is "$(grep -c '┤$' shown.good) $(sed -n 's/ (.*//p' shown.good | tr '\n' ' ')" '15 mood stress body comfort closeness ' 'each scale has its own'
# A longer time has these parts as well, whatever it holds.
for time in 'month 2026-10' 'month 2026-11' 'month 2024-08' 'year 2026' 'year 2024' 'year 2020' all; do
	one_of 3 times || continue
	# shellcheck disable=SC2086 # a call is words
	progress $time -q -o pages.time.html
	form pages.time.html | sed 's/.*<h2/<h2/; s/<p class.*/<p>/' >form.time
	is "$(grep -c '<section>' form.time) $(grep -c '<h2>' form.time) $(grep -c '<svg' form.time) $(grep -c '<table>' form.time)" '5 6 5 5' "$time: all of them"
	like "$(tail -n 4 pages.time.html)" '<p>If something hurts or scares you: unhurried help safety. When it is urgent:' "$time: and the way to safety"
done
is "$(grep -c '<section>' form.good) $(grep -c '<h2>' form.good) $(grep -c '<svg' form.good) $(grep -c '<table>' form.good)" '5 7 5 5' 'all of them'
is "$(cat pages.hard.html | grep -ic 'hard')" 0 'a hard week is called nothing'
is "$(stat -c %a pages.good.html pages.good.svg | tr '\n' ' ')" '600 600 ' 'for this account alone'
is "$(sed -n 's,^<title[^>]*>\(.*\)</title>$,\1,p' pages.good.html pages.good.svg | sort -u | tr '\n' ' ')" \
    'A quiet note body closeness comfort mood stress ' 'its title says nothing'
unchanged 'and nothing else is written'

# Text, page and json tell the same.
cat >facts.py <<'EOS'
import json, re, sys
from html.parser import HTMLParser

class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.at, self.rows, self.items, self.lists, self.scale, self.cells = [], {}, [], [], None, []
    def handle_starttag(self, tag, attrs):
        if tag in ('meta', 'br', 'line', 'circle'):
            return
        self.at.append(tag)
        if tag == 'li':
            self.items.append('')
        if tag == 'tr':
            self.cells = []
    def handle_endtag(self, tag):
        if tag in ('line', 'circle'):
            return
        assert self.at.pop() == tag, tag
        if tag == 'tr' and len(self.cells) == 4 and self.cells[0] != 'when':
            self.rows[self.scale].append(self.cells)
    def handle_data(self, s):
        where = self.at[-1] if self.at else ''
        if where == 'h3':
            self.scale = s.split(' ')[0]
            self.rows[self.scale] = []
        if where in ('td', 'th'):
            self.cells.append(s)
        if 'li' in self.at:
            self.items[-1] += s

page = Page()
page.feed(open(sys.argv[1]).read())
assert not page.at
j = json.load(open(sys.argv[2]))
told, scale = {}, None
for line in open(sys.argv[3]):
    line = line.rstrip('\n')
    if re.match(r'[a-z]+ \(0 ', line):
        scale = line.split(' ')[0]
        told[scale] = []
    m = re.match(r'  (.*?): (\d+)(?: to (\d+), around ([\d.]+))?$', line)
    if m and scale:
        told[scale].append([m[1], m[2], m[3] or m[2], m[4] or m[2]])
number = lambda x: '%g' % x
for r in j['ratings']:
    rows = page.rows[r['scale']]
    want = [[number(s[k]) for k in ('least', 'most', 'typical')] for s in r['steps']]
    assert [row[1:] for row in rows[:-1]] == want, (r['scale'], rows, want)
    assert rows[-1] == ['all of it'] + [number(r[k]) for k in ('least', 'most', 'typical')], rows[-1]
    assert rows[:-1] == told[r['scale']], (rows, told[r['scale']])
given = {r['scale'] for r in j['ratings']}
assert all(not rows for scale, rows in page.rows.items() if scale not in given)
assert all(not rows for scale, rows in told.items() if scale not in given)
assert set(told) == set(page.rows)
texts = [re.sub(r'\s+', ' ', i['text']) for k in ('words', 'thanks', 'rituals', 'reasons', 'wins') for i in j[k]]
items = [re.sub(r'\s+', ' ', i.split(': ', 1)[1]).strip() for i in page.items]
assert texts == items, (texts, items)
text = re.sub(r'\s+', ' ', open(sys.argv[4]).read())
assert all(t in text for t in texts), text
print(len(j['ratings']), len(texts))
EOS
while read -r wanted time; do
	one_of 3 facts || continue
	# shellcheck disable=SC2086 # words
	{
		progress $time -o "facts.html" 2>err
		progress $time --format json >json
		progress $time --chart --plain >lines
		progress $time >text
	}
	run python3 facts.py facts.html json lines text
	out_is "${wanted%:*} ${wanted#*:}" "text, page, lines and json: $time"
	err_is ''
done <<'EOS'
3:1 week 2026-10-21
4:0 week 2026-10-12
0:0 week 2026-11-03
3:1 week 2026-09-16
3:1 month 2026-09-01
4:1 2026-10
4:2 year
4:2 all
4:2 all --since 2026-09-01
EOS

# Where it may lie.
snapshot
ln -s "$data/shared" "$T/way" 2>err
ln -s "$data/shared/alex/way.html" "$T/way.html"
for place in "$data/shared/x.html" "$data/shared/alex/x.html" "$data/shared/sam/../alex/log/x.svg" way/x.html way/alex/x.html "$data/private/x.html" \
    "$data/private/alex/x.html"; do
	one_of 3 place || continue
	run progress week -o "$place"
	status_is 2 "refused: ${place##*"$data"}"
	out_is ''
	err_has "$place: "
done
err_has 'choose another place'
run progress week -o "$data/shared/nowhere/x.html"
status_is 4 'a directory that is not there'
for call in '-o x' '-o x.pdf' '-o .html' '-o dir/.svg' '-o x.html --note' '-o x.html --format json' '-o x.svg --shared' '--chart -o x.html --shared'; do
	one_of 3 call || continue
	# shellcheck disable=SC2086 # words
	run progress week $call
	status_is 2 "refused: $call"
done
unchanged
echo 'A letter' >letter.html
printf '#!/bin/sh\n' >letter.svg
mkdir dir.html
for name in letter.html letter.svg dir.html way.html; do
	run progress week -o $name
	status_is 2 "$name stays"
	err_is "progress: $name: that name is taken, and what has it stays: choose another"
done
is "$(cat letter.html letter.svg)" 'A letter
#!/bin/sh' 'as it was'
ok 'and nobody followed a link' [ ! -e "$data/shared/alex/way.html" ]
run progress week 2026-10-21 -o pages.hard.html
status_is 0 'a page of ours gives way to another'
ok 'whole' cmp -s pages.hard.html pages.good.html
run progress week -q -o quiet.html
err_is '' '-q says nothing'
if [ "$(id -u)" -ne 0 ]; then
	mkdir closed; chmod 500 closed
	run progress week -o closed/x.html
	status_is 4 'a directory that takes nothing'
else
	skip 'root may write anywhere'
fi

# Words are text and nothing else, loaded or run is nothing.
hostile='</li></ul><script src=//evil>&amp;"x"</script>'
at_time '2026-11-24 12:00:00' win -q -m "$hostile"
printf 'two\nlines \033[31m\342\200\256red <b' | at_time '2026-11-24 13:00:00' thanks -q - 2>err
sed -i 's/low: "heavy"/low: "<\/desc><script>\\u202e"/' "$data/shared/couple.yaml"
checkin -q mood=3
run progress -o hostile.html
status_is 0
page=$(cat hostile.html)
like "$page" '&lt;/li&gt;&lt;/ul&gt;&lt;script src=//evil&gt;&amp;amp;&quot;x&quot;&lt;/script&gt;</span>' 'a tag is text'
like "$page" '</span>: <span dir="auto" lang="">' 'no blank before the colon'
like "$page" '<span dir="auto" lang="">two<br>
lines ^[[31m&lt;U+202E&gt;red &lt;b</span>' 'and what hides is seen'
like "$page" '<h3>mood (0 &lt;/desc&gt;&lt;script&gt;&lt;U+202E&gt;, 10 light)</h3>' 'in words of a scale, too'
is "$(grep -o '<[a-z/][a-z0-9]*' hostile.html | sort -u | tr '\n' ' ')" '</body </desc </g </h1 </h2 </h3 </head </html </li </main </p </section </span </style </svg </table </tbody </td </text </th </thead </title </tr </ul <body <br <circle <desc <g <h1 <h2 <h3 <head <html <li <line <main <meta <p <section <span <style <svg <table <tbody <td <text <th <thead <title <tr <ul ' 'only tags of our own'
run progress --chart -o hostile.svg
is "$(grep -o '<[a-z/][a-z0-9]*' hostile.svg | sort -u | tr '\n' ' ')" '</desc </g </style </svg </text </title <circle <desc <g <line <rect <style <svg <text <title ' 'in a picture, too'
ok 'it is XML' python3 -c 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])' hostile.svg
for none in '<script' https: ' src="' ' href=' '<img' '<link' '@import' 'url(' 'http-equiv="refresh'; do
	unlike "$(grep -v xmlns= hostile.html hostile.svg)" "$none" "nothing of: $none"
done

# What is shared alone, and a scale of one's own.
run progress --shared -o shared.html
status_is 0
ok 'no numbers' not grep -q '<svg\|Your numbers' shared.html
checkin -q scale pain none most 2>err
checkin -q pain=4 2>err
run progress -o with.html
ok 'no scale of one'\''s own unnamed' not grep -q pain with.html
run progress -s pain -o pain.html
ok 'named, it is drawn' grep -q '<title id="title1">pain</title>' pain.html
ok 'and nothing else is there' not grep -q 'Thanks\|mood' pain.html
done_testing
