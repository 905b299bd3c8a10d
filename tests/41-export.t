#!/bin/sh
# unhurried export: one's own entries in three forms, each of which another
# program reads back to the same values.
. "$(dirname "$0")/lib.sh"

# Its times are written out as one zone has them.
TZ=Europe/Berlin

couple
private=$XDG_DATA_HOME/unhurried/private
log=$private/alex/log

# What is refused, and that nothing is printed or written then.
refused() {
	want=$1 saying=$2; shift 2
	snapshot
	run unhurried export "$@"
	status_is "$want" "$*: exit status $want"
	out_is '' "$*: nothing on stdout"
	err_has "$saying" "$*: says $saying"
	unchanged "$*: nothing is written"
}
refused 2 '--colour: not an option here' --colour
refused 2 'jsonl, csv or sql' --format xml
refused 2 'this takes no such word' entries
refused 2 'not a time these tools know' --since whenever
refused 4 'it is not there: if it is on a disk' -d "$T/nowhere"

# Nothing yet.
snapshot
run unhurried export
status_is 1 'nothing to export: exit status 1'
out_is ''
err_has 'nothing of yours'
run unhurried -q export --format csv
status_is 1
printf 'id,at,by,kind,mood,stress,body,comfort,closeness,tags,feel,pace,today,name,minutes,note,other\r\n' >wanted.csv
out_same wanted.csv 'a sheet with no rows'
err_is '' 'quiet'
run unhurried export --format sql
status_is 1
out_has 'COMMIT;' 'a whole script with no rows'
unchanged

# Entries of every kind, with words of every sort.
cat >all.yaml <<'EOS'
kind: checkin
at: "2024-03-05T21:04:31+01:00"
mood: 7
stress: 0
tags: ["evening", "a, b", "=1+1"]
feel: ["calm"]
pace: "slower"
today: "only holding hands"
note: "He said \"yes\", I said 'not now'; \\ and $HOME.\n\tA tab.\n\n🌱 👩‍❤️‍👩 \u202e \u200b\n"
---
kind: win
at: "2024-03-06T08:00:00+05:30"
note: "-- ' ); DROP TABLE entries;"
---
kind: thanks
at: "2024-03-07T08:00:00Z"
note: "two\r\nlines\r\n\r\nof a letter\r"
---
kind: reason
at: "2024-04-01T09:00"
note: ": \n.quit\n/\ngo\n\\q\n"
---
kind: ritual
at: "2024-04-02T09:00"
name: "tea"
minutes: 10
---
at: "2024-04-03T09:00"
mood: 10
weather: "=rain"
walk: {steps: 12, with: ["dog", "Sam"], far: true, why: null}
EOS
for formula in '=1+1' '+1' '-1' '@SUM(A1)' '\t=1' '\r=1' '＝1' '＋1' '－1' '＠1'; do
	printf -- "---\nat: \"2024-05-01T09:00\"\nnote: \"%s\"\n" "$formula"
done >>all.yaml
checkin -q -f all.yaml 2>err || diag <err
unhurried -u sam checkin --at 2024-03-05T10:00 -m 'of the other' >sams 2>err
unhurried -u sam share --yes "$(cat sams)" >shared 2>err || diag <err

snapshot
run unhurried export
status_is 0
err_is ''
cp out all.jsonl
recall --by alex --format json >wanted
out_same wanted 'as recall --format json prints it, oldest first'
out_lacks 'of the other' 'and only what is one'\''s own'
is "$(wc -l <out)" 16 'all of it'
run unhurried export --format jsonl
out_same wanted 'jsonl is the default'
run unhurried export --since 2024-03-06 --until 2024-03-07
is "$(jq -r .kind out 2>/dev/null || sed 's/.*"kind":"//;s/".*//' out)" 'win
thanks' 'from and up to a day, both whole'
unchanged 'reading changes nothing'

# The way back.
export XDG_DATA_HOME="$HOME/second" XDG_CONFIG_HOME="$HOME/second-config"
couple
run checkin -f - <all.jsonl
status_is 0 'checkin -f takes what export gave'
sed 's/^{"id":"\([^"]*\).*/\1/' all.jsonl >wanted
sort out >sorted && sort wanted >wanted.sorted
ok 'the same IDs' cmp -s sorted wanted.sorted
(cd "$log" && find . -type f -exec cksum {} + | sort) >first.sums
(cd "$HOME/second/unhurried/private/alex/log" && find . -type f -exec cksum {} + | sort) >second.sums
ok 'the same files, byte for byte' cmp -s first.sums second.sums || diff first.sums second.sums | diag
run unhurried export
out_same all.jsonl 'the same export'
snapshot
run checkin -f - <all.jsonl
status_is 0
out_is '' 'a second time writes nothing'
unchanged
export XDG_DATA_HOME="$HOME/data" XDG_CONFIG_HOME="$HOME/config"

# CSV, to the byte.
run unhurried export --format csv --until 2024-04-30
status_is 0
{
	cat wanted.csv
	sed 1q all.jsonl | sed 's/^{"id":"\([^"]*\).*/\1/' | tr -d '\n'
	printf ',2024-03-05T21:04:31+01:00,alex,checkin,7,0,,,,"evening, a, b, =1+1",calm,slower,only holding hands,,,'
	printf '"He said ""yes"", I said '\''not now'\''; \\ and $HOME.\n\tA tab.\n\n🌱 👩‍❤️‍👩 \342\200\256 \342\200\213\n",\r\n'
	sed -n 2p all.jsonl | sed 's/^{"id":"\([^"]*\).*/\1/' | tr -d '\n'
	printf ",2024-03-06T08:00:00+05:30,alex,win,,,,,,,,,,,,'-- ' ); DROP TABLE entries;,\r\n"
	sed -n 3p all.jsonl | sed 's/^{"id":"\([^"]*\).*/\1/' | tr -d '\n'
	printf ',2024-03-07T08:00:00+00:00,alex,thanks,,,,,,,,,,,,"two\r\nlines\r\n\r\nof a letter\r",\r\n'
	sed -n 4p all.jsonl | sed 's/^{"id":"\([^"]*\).*/\1/' | tr -d '\n'
	printf ',2024-04-01T09:00:00+02:00,alex,reason,,,,,,,,,,,,": \n.quit\n/\ngo\n\\q\n",\r\n'
	sed -n 5p all.jsonl | sed 's/^{"id":"\([^"]*\).*/\1/' | tr -d '\n'
	printf ',2024-04-02T09:00:00+02:00,alex,ritual,,,,,,,,,,tea,10,,\r\n'
	sed -n 6p all.jsonl | sed 's/^{"id":"\([^"]*\).*/\1/' | tr -d '\n'
	printf ',2024-04-03T09:00:00+02:00,alex,checkin,10,,,,,,,,,,,,'
	printf '"{""weather"":""=rain"",""walk"":{""steps"":12,""with"":[""dog"",""Sam""],""far"":true,""why"":null}}"\r\n'
} >wanted
out_same wanted 'csv as RFC 4180 has it, with what has no column as JSON'
run unhurried export --format csv --since 2024-05-01
is "$(sed '1d; s/.*checkin,*//; s/,\(\r*\)$/\1/' out | tr -d '"' | tr '\r\t' '$^' | sort)" \
    "$(printf "'＋1$\n'－1$\n'＝1$\n'＠1$\n'+1$\n'-1$\n'=1+1$\n'@SUM(A1)$\n'^=1$\n'\$=1$\n" | sort)" \
    'what would be a formula is text'

# Other programs read the same values (Miller takes CR LF for LF).
if command -v jq >/dev/null && command -v mlr >/dev/null; then
	unhurried export --format csv --until 2024-04-30 >out
	mlr --icsv --ojsonl cat out | jq -c '[.id, .at, .by, .kind, (.mood | tostring), ((.note // "") | gsub("\r"; ""))]' >got
	jq -c '[.id, .at, .by, .kind, ((.mood // "") | tostring),
	    ((.note // "") | gsub("\r"; "") | if test("^-") then "\u0027" + . else . end)]' all.jsonl | sed 6q >wanted
	ok 'Miller reads the sheet back' cmp -s got wanted || diff got wanted | diag
else
	skip 'no mlr or no jq'
fi
if command -v sqlite3 >/dev/null && command -v jq >/dev/null; then
	run unhurried export --format sql
	status_is 0
	cp out all.sql
	run sqlite3 -bail entries.db <all.sql
	status_is 0 'sqlite3 takes the script'
	is "$(cat out err)" '' 'without a word'
	sqlite3 -json entries.db 'select * from entries order by id, rowid' |
	    jq -cS '.[] | .tags |= (. // "null" | fromjson) | .feel |= (. // "null" | fromjson) |
	    . + (.other // "{}" | fromjson) | del(.other) | del(.[] | nulls)' >got
	jq -cS 'del(.[] | nulls)' all.jsonl >wanted
	ok 'and holds what jsonl holds' cmp -s got wanted || diff got wanted | diag
	is "$(sqlite3 entries.db 'select typeof(mood), typeof(minutes), typeof(at) from entries
	    where mood is not null or minutes is not null')" "$(printf 'integer|null|text\nnull|integer|text\ninteger|null|text')" \
	    'ratings and minutes are numbers'
	# Longer than sqlite3 would nest expressions.
	awk 'BEGIN { for (i = 0; i < 4000; i++) printf "line\r\n" }' >letter
	checkin -q --at 2024-06-01 - <letter 2>err || diag <err
	unhurried export --format sql --since 2024-06-01 | sqlite3 -bail long.db
	is "$(sqlite3 long.db 'select hex(note) from entries')" \
	    "$(od -An -v -tx1 letter | tr -d ' \n' | tr a-f A-F)" 'line ends CR LF come through whole'
	rm "$log"/2024/06/*
else
	skip 'no sqlite3 or no jq'
fi

# A scale may have the name of a column.
cp "$XDG_DATA_HOME/unhurried/shared/couple.yaml" couple.yaml
printf '  other:\n    ask: "x"\n    low: "a"\n    high: "b"\n    gentler: low\n' \
    >>"$XDG_DATA_HOME/unhurried/shared/couple.yaml"
checkin -q --at 2024-07-01 other=3 2>err || diag <err
run unhurried export --format csv --since 2024-07-01
is "$(sed 1q out | tr -d '\r')" "$(tr -d '\r' <wanted.csv)" 'each column has a name of its own'
cp couple.yaml "$XDG_DATA_HOME/unhurried/shared/couple.yaml"
rm -r "$log/2024/07"

# Broken files are left out and named; the rest comes all the same.
broken=$log/2024/03/20240308t080000z-alex-checkin-broken.yaml
printf 'kind: checkin\nat: "2024-03-08T09:00:00+01:00"\nby: "alex"\nmood: eleven\n' >"$broken"
for format in jsonl csv sql; do
	run unhurried export --format $format
	status_is 3 "$format: a broken file: exit status 3"
	err_is "unhurried export: $broken:4:7: mood: expected a whole number 0-10, found \"eleven\"" \
	    "$format: it is named"
	is "$(grep -ac 2024-05-01T09 out)" 10 "$format: the others are there"
done
is "$(tail -n 1 out)" 'COMMIT;' 'and the script is whole'
run unhurried export --since 2024-03-08 --until 2024-03-08
status_is 3 'only a broken file: exit status 3'
out_is ''
rm "$broken"

if [ -c /dev/full ]; then
	for format in jsonl csv sql; do
		run sh -c "unhurried export --format $format >/dev/full"
		status_is 4 "$format to a full disk: exit status 4"
		err_has 'could not be written' "$format: and says so"
	done
fi

# Many large entries in little memory.
if (sh -c 'ulimit -v 16384 && unhurried export -V') >/dev/null 2>&1; then
	mkdir -p "$log/2023/01"
	awk -v dir="$log/2023/01" 'BEGIN {
		for (i = 0; i < 900; i++)
			words = words "0123456789 quite some words " (i % 20 ? "" : "\n  ")
		for (i = 0; i < 600; i++) {
			m = int(i / 60)
			file = sprintf("%s/20230101t00%02d%02dz-alex-checkin-%06d.yaml", dir, m, i % 60, i)
			printf "kind: checkin\nat: \"2023-01-01T00:%02d:%02d+00:00\"\nby: \"alex\"\nnote: |\n  %s\n",
			    m, i % 60, words >file
			close(file)
		}
	}'
	for format in jsonl csv sql; do
		run sh -c "ulimit -v 16384; unhurried export --format $format --until 2023-12-31"
		status_is 0 "$format: much in little memory"
		ok "$format: it was much" [ "$(wc -c <out)" -gt 15000000 ]
	done
else
	skip 'memory is not limited here'
fi
done_testing
