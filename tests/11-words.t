#!/bin/sh
# Any text survives byte for byte and reads the same everywhere; what cannot is
# refused with the words kept; and no text steers a terminal.
. "$(dirname "$0")/lib.sh"

need jq perl
couple
data=$XDG_DATA_HOME/unhurried
log=$data/private/alex/log recovery=$data/private/alex/recovery

# Texts to try, each a file.
mkdir texts
n=1000
text() {
	n=$((n + 1))
	case $n in *0) ;; *) whole || return 0 ;; esac
	printf "$@" >"texts/$n"
}
for t in "'" '"' '""' "it's \"quoted\"" 'a: b' 'a:' ': a' ':' '#' '# a' 'a # b' '\' '\\' 'a\' '\n' '\x00' '\"' \
    - '- a' '? a' '?' '| a' '|' '>' '> a' @ '`' '{' '}' '[' ']' '{a: b}' '[a]' ',' '&a' '*a' '!a' '!!str a' % '%YAML 1.1' \
    --- ... '--- a' '<<' = '~' null Null NULL y n Y N yes No on Off TRUE false 0 007 -1 +1 1.0 1e3 .5 . .inf -.INF .nan \
    0x1f 0o17 0b1 1_000 10:30 190:20:30 1:2:3.4 2001-12-14 2001-12-14t21:59:43.10-05:00 '2026-11-22 21:00' \
    'mood: 7' 'note: |' '  a' 'a  '; do
	text %s "$t"
	text '%s\n' "$t"
done
text 'a\n\n\n'; text '\n\na\n'; text 'a\n\nb\n'; text 'a\n  \nb\n'; text '  a\nb\n'
text 'a\n   b\n'; text 'a  \nb\n'; text '\ta\n'; text 'a\n\tb\n'; text 'a\tb\n'; text 'a\t\n'; text 'a\n '; text ' \n a'
text 'a\r\nb\r\n'; text 'a\rb'; text 'a\n---\nb\n'; text 'a\n...\nb\n'; text '%%YAML 1.2\n---\na\n'
text -- '- a\n- b\n'; text '# a\n# b\n'; text 'a\n# b\n'; text '? a\n: b\n'; text '"a\nb"\n'; text '\n a\n'
for c in '\302\205' '\342\200\250' '\342\200\251' '\357\273\277' '\342\200\217' '\342\200\256' '\342\201\246' '\342\200\213' \
    '\342\200\215' '\302\255' '\302\240' '\343\200\200' '\357\277\276' '\357\277\277' '\357\277\275' '\001' '\007' '\010' \
    '\013' '\014' '\033' '\037' '\177' '\302\200' '\302\233' '\302\237' '\355\237\277' '\356\200\200' '\364\217\277\277' \
    '\363\240\200\201' '\314\201' '\360\237\214\261'; do
	# VT and FF are blanks, which alone say nothing.
	case $c in *01[34]) ;; *) text "$c" ;; esac
	text "a${c}b"; text "a${c}\nb\n"; text "${c}a\n"; text "a\nb${c}\n"
done
text '\360\237\221\251\342\200\215\360\237\221\251\342\200\215\360\237\221\247 \342\235\244\357\270\217 \360\237\207\251\360\237\207\252\n'
text '\327\251\327\234\327\225\327\235 \331\205\330\261\330\255\330\250\330\247\n'
text '\033[31mred\033[0m \033]0;title\007\n'
text '%020000d\n' 0
text '%20000s|\n' ' '
text '\n\n  \t\n\n a \n\n \n\n'
{ yes 'a: # "line"' | head -n 1500; } >texts/$((n += 1))
{ yes "$(printf '\302\205')" | tr -d '\n' | head -c 9000; } >texts/$((n += 1))
ok "there are enough of them ($((n - 1000)))" [ "$n" -gt 1250 ]
if [ "$under_valgrind" = 1 ]; then
	find texts -name '*[1-9]' -exec rm {} +
elif ! whole; then
	find texts -type f -name '*[!0]' -exec rm {} +
fi
texts=$(ls texts) n=$(ls texts | wc -l)

# lines [ascii|latin] SHAPE: each text as a JSON object, a minute apart.
cat >lines.pl <<'EOS'
use strict; use JSON::PP;
my ($how, $shape) = @ARGV;
my $json = JSON::PP->new->canonical; $how eq 'ascii' ? $json->ascii : $json->utf8;
my $i = 0;
for my $file (sort glob 'texts/*') {
	open my $f, '<:raw', $file; local $/; my $t = <$f>; utf8::decode($t) or die $file;
	my $at = sprintf '2024-01-%02dT%02d:%02d', 1 + $i / 600, 10 + $i % 600 / 60, $i++ % 60;
	next if $shape eq 'deep' && length $t > 200;
	my $line = $json->encode($shape eq 'note' ? { at => $at, note => $t } :
	    { at => $at, tags => ['x', $t], feel => [$t], today => $t, name => $t, x => { $t => [ $t, { a => $t } ] } });
	$line =~ s/\x7f/\\u007f/g if $how eq 'ascii';
	print "$line\n";
}
EOS
# same GOT WANTED: both JSON lines; what both say of note, or of all fields of
# WANTED, is equal in value.
cat >same.pl <<'EOS'
use strict; use JSON::PP;
my $json = JSON::PP->new->utf8->canonical;
my ($got, $wanted) = map { open my $f, '<:raw', $_ or die "$_: $!"; [<$f>] } @ARGV;
my $bad = @$got != @$wanted;
print '# ', scalar @$got, ' for ', scalar @$wanted, "\n" if $bad;
for my $n (0 .. $#$wanted) {
	last if !defined $got->[$n];
	my ($g, $w) = (eval { $json->decode($got->[$n]) }, $json->decode($wanted->[$n]));
	print "# no JSON: $@" if !$g;
	for my $key (grep { $_ ne 'at' } keys %$w) {
		my ($a, $b) = map { $json->encode([$_]) } $g->{$key}, $w->{$key};
		next if $a eq $b;
		$bad++; printf "# line %d: %s: got %.100s, wanted %.100s\n", $n + 1, $key, $a, $b;
	}
}
exit $bad > 0;
EOS
perl lines.pl ascii note >wanted
read_back() { ok "$2: the same, byte for byte" perl same.pl "$1" wanted; }
minute() { printf '2024-01-%02dT%02d:%02d' $((1 + $1 / 600)) $((10 + $1 % 600 / 60)) $(($1 % 60)); }

i=0 refused=
for t in $texts; do
	checkin -q --at "$(minute $i)" - <"texts/$t" 2>err || { refused="$refused $t"; diag <err; }
	i=$((i + 1))
done
is "$refused" '' 'all of them are taken on stdin'
recall --format json >read
read_back read 'on stdin'
jq -c . read >jq.read 2>err
read_back jq.read jq
cp -R "$log" from-stdin
find from-stdin -name '*.yaml' | sort >entries
is "$(wc -l <entries | tr -d ' ')" "$n" 'each is one file'

# What the files on the disk hold, as others read it.
while read -r f; do echo ---; cat "$f"; done <entries >all.yaml
readers=0
other() {
	[ -s read ] || { skip "no $1 here"; return; }
	readers=$((readers + 1))
	read_back read "$1"
}
: >read
cat >readers.py <<'EOS'
import json, yaml
for d in yaml.safe_load_all(open("all.yaml", "rb")):
    assert isinstance(d["at"], str) and d["kind"] == "checkin"
    print(json.dumps(d))
EOS
python3 -c 'import yaml' 2>err && python3 readers.py >read 2>err
other PyYAML
: >read
export NODE_PATH=/usr/share/nodejs:/usr/local/lib/node_modules
node -e 'require("js-yaml")' 2>err && node - >read 2>err <<'EOS'
const fs = require("fs"), yaml = require("js-yaml");
yaml.loadAll(fs.readFileSync("all.yaml", "utf8"), d => console.log(JSON.stringify(d)));
EOS
other js-yaml
: >read
case $(yq --version 2>&1) in
*mikefarah*) yq -o=json -I=0 all.yaml >read 2>err ;;
yq*) yq -c . all.yaml >read 2>err ;;
esac
other yq
: >read
command -v fy-tool >err && fy-tool --dump --mode json all.yaml 2>err | jq -c . >read
other libfyaml
ok "at least two other readers are here ($readers)" [ "$readers" -ge 2 ]

quick_ends

# The other ways in.
rm -rf "$log"/*
i=0
for t in $texts; do
	i=$((i + 1))
	case $i in *[2-9]) continue ;; esac	# some of them: it is the same way in
	words=$(cat "texts/$t"; echo x)
	[ "${#words}" -gt 60000 ] || checkin -q --at "$(minute $((i - 1)))" -m "${words%x}" 2>err || diag <err
done
(cd "$log" && find . -name '*.yaml' | sort | sed 's/-[^-]*$//') >instants
while read -r f; do cat "$log/$f"-*; done <instants >got.files
while read -r f; do cat "from-stdin/$f"-*; done <instants >wanted.files
ok 'with -m: the same files' cmp -s wanted.files got.files || diff wanted.files got.files | cut -c1-200 | diag
ok 'not few' [ "$(wc -l <instants)" -gt $((n / 6)) ]
contents() { (cd "$1" && find . -name '*.yaml' | sort | xargs cat); }
contents from-stdin >wanted.files
alike() {
	contents "$log" >got.files
	ok "$1" cmp -s wanted.files got.files || diff wanted.files got.files | cut -c1-200 | diag
}
for how in ascii utf8; do
	rm -rf "$log"/*
	perl lines.pl $how note >lines
	run checkin -q -f lines
	status_is 0 "with -f, JSON, $how"
	err_is '' 'nothing to say'
	alike "with -f, JSON, $how: the same files"
done
rm -rf "$log" && cp -R from-stdin "$log"
# What recall prints goes back in as it was, in an empty place.
for format in yaml json; do
	recall --format $format >printed
	recall -1 >ids
	mv "$data" aside
	couple
	run checkin -f printed
	status_is 0 "what recall --format $format prints can be read in"
	out_same ids 'under the same IDs'
	alike 'and gives the same files'
	rm -rf "$data" && mv aside "$data"
done
# Other fields, and keys nobody knows.
rm -rf "$log"/*
perl lines.pl ascii deep >wanted
run checkin -q -f wanted
status_is 0 'in every field'; err_is ''
recall --format json >read
read_back read 'in every field'
find "$log" -name '*.yaml' | sort | while read -r f; do echo ---; cat "$f"; done >all.yaml
if python3 -c 'import yaml' 2>err; then
	python3 readers.py >read 2>err
	read_back read 'in every field, PyYAML'
else
	skip 'no PyYAML here'
fi

# A note stays readable.
rm -rf "$log"/*
printf 'We laughed. 🌱👩‍👩‍👧\n\n  "Really?" # yes: really\nשלום\n' >words
checkin -q --at 2024-03-05T21:04 - <words
tail -n 5 "$log"/2024/03/*.yaml >got
printf 'note: |\n  We laughed. 🌱👩‍👩‍👧\n\n    "Really?" # yes: really\n  שלום\n' >wanted
ok 'emoji and quotes stay a readable block' cmp -s wanted got || diff wanted got | diag
rm -rf "$log"/*

# Blanks alone say nothing.
for blanks in ' ' '\n' '\n\n\n' '\t' ' \r\n \v\f\n'; do
	one_of 3 blanks || continue
	printf "$blanks" >words
	snapshot
	run checkin - <words
	status_is 2 "blanks alone ($blanks): exit status 2"
	err_has 'there is nothing to keep yet'
	unchanged
done

# What cannot be kept is refused, with the words kept as they were.
kept() {
	path=$(sed -n 's/^checkin: your words are kept in //p' err)
	ok "$1: the words are kept, byte for byte, and it says where" cmp -s words "${path:-/nowhere}" || said
	is "$(find "${path:-/nowhere}" ! -perm 600 2>&1)" '' "$1: and closed to others"
	rm -f "${path:-/nowhere}"
	is "$(find "$log" "$recovery" -type f)" '' "$1: and nothing else is written"
}
# The same where all was understood and it could not be written: the whole record.
kept_record() {
	path=$(sed -n 's/^checkin: your words are kept in //p' err)
	{ printf 'kind: checkin\nby: "alex"\nmood: 7\nnote: "'; perl -pe 's/\n/\\n/; s/\001/\\u0001/g' words; echo '"'; } >record
	sed 2d "${path:-/nowhere}" >found
	ok "$1: the record is kept, byte for byte, and it says where" cmp -s record found || said
	like "$(sed -n 2p "${path:-/nowhere}" | tr -d 0-9 | tr + -)" 'at: "--T::-:"' "$1: with its time"
	rm -f "${path:-/nowhere}"
	is "$(find "$log" "$recovery" -type f)" '' "$1: and nothing else is written"
}
for wrong in 18:'a\000b' 17:'\000' 18:'a\377' 17:'\300\200' 17:'\340\200\200' 17:'\355\240\200' 17:'\364\220\200\200' \
    17:'\360\237\214' 20:'caf\351\n' 17:'\200'; do
	one_of 4 wrong || continue
	where=${wrong%%:*} wrong=${wrong#*:}
	printf "good words, then $wrong and more" >words
	run checkin mood=7 - <words
	status_is 3 "$wrong on stdin: exit status 3"
	out_is '' "$wrong: nothing on stdout"
	err_has "<stdin>: expected UTF-8 without NUL, found something else at byte $where: iconv converts" \
	    "$wrong: says what, where, and what to do"
	kept "$wrong"
	case $wrong in *000*) continue ;; esac
	run checkin -m "$(cat words)"
	status_is 3 "$wrong with -m: exit status 3"
	err_has 'expected UTF-8'
	kept "$wrong with -m"
	run checkin --today "$(cat words)" -m ''
	status_is 3 "$wrong with --today: exit status 3"
	kept "$wrong with --today"
done

# As much as an entry may hold, and more.
printf x | checkin -q --at 2024-03-05T21:04 mood=7 -
room=$((65536 - $(cat "$log"/2024/03/*.yaml | wc -c) + 1))
rm -rf "$log"/*
head -c $room /dev/zero | tr '\0' x >words
run checkin --at 2024-03-05T21:04 mood=7 - <words
status_is 0 '64 KiB in all'
is "$(cat "$log"/2024/03/*.yaml | wc -c | tr -d ' ')" 65536 'are there'
run recall --format json
jq -j .note out | cmp -s - words
is "$?" 0 'and can be read'
rm -rf "$log"/*
printf x >>words
run checkin --at 2024-03-05T21:04 mood=7 - <words
status_is 3 'one more is too much'
err_has '64 KiB'
kept_record 'one more'
for more in 65537 70000 200000 1000000; do
	one_of 2 more || continue
	yes 'words of a long evening' | head -c $more >words
	status=0; : >out
	# shellcheck disable=SC2002 # a pipe, which cannot be read again
	cat words | checkin mood=7 - >out 2>err || status=$?
	status_is 3 "$more bytes"
	err_has '64 KiB'
	kept "$more bytes"
done
head -c 65000 /dev/zero | tr '\0' '\001' >words
run checkin mood=7 - <words
status_is 3 'words that are too much once written'
err_has '64 KiB'
kept_record 'words that are too much once written'
head -c 100000 /dev/zero | tr '\0' y >words
run checkin mood=7 -m "$(cat words)"
status_is 3 'too much with -m'
kept_record 'too much with -m'

# What stands in a file cannot steer a terminal.
tame() {
	ok "$1" perl -e '
		binmode STDIN; local $/; my $s = <STDIN>;
		utf8::decode($s) or die "# not UTF-8\n";
		$s =~ /([^\n\x20-\x7e\xa0-\xac\xae-\x{34e}\x{350}-\x{61b}\x{61d}-\x{115e}\x{1161}-\x{17b3}\x{17b6}-\x{180a}\x{1810}-\x{200a}\x{200d}\x{2010}-\x{2027}\x{202f}-\x{205f}\x{2070}-\x{3163}\x{3165}-\x{fdff}\x{fe0e}-\x{fefe}\x{ff00}-\x{ff9f}\x{ffa1}-\x{ffef}\x{fffc}\x{fffd}\x{10000}-\x{dffff}])/
		    and die sprintf("# U+%04X in: %s\n", ord $1, $s =~ s/[^\n\x20-\x7e]/?/gr);
		$s =~ /(?<![\x{2190}-\x{2bff}\x{fe0f}\x{1f000}-\x{1ffff}])\x{200d}|\x{200d}(?![\x{2190}-\x{2bff}\x{1f000}-\x{1ffff}])/
		    and die "# a joiner outside of emoji\n";' <"${2-out}"
}
hostile=$(printf 'x\033[2J\033]0;title\007\b\177\302\233\061m\302\205\342\200\256evil\342\200\254\342\201\246\342\200\213\342\200\215\342\200\250\357\273\277\302\255\363\240\201\201\rz')
jq -nac --arg h "$hostile" '{at: "2024-03-05T21:04", mood: 7, note: ("note-" + $h), today: ("today-" + $h), tags: ["tag-" + $h],
    feel: ["feel-" + $h], ("key-" + $h): {("deep-" + $h): ["value-" + $h]}},
    {at: "2024-03-05T21:05", kind: "win", note: ("win-" + $h)}, {at: "2024-03-05T21:06", kind: "ritual", name: ("name-" + $h)},
    {at: "2024-03-05T21:07", kind: "thanks", note: ("thanks-" + $h)}, {at: "2024-03-05T21:08", kind: "reason", note: ("reason-" + $h)},
    {at: "2024-03-05T21:09", mood: 3, note: "family 👩‍👩‍👧 ❤️‍🔥\n"}' >lines
run checkin -f lines
status_is 0 'words that would steer a terminal are taken'
ids=$(cat out) id=$(head -n 1 out)
# What a person sees, in every tool that shows text.
shows() {
	about="$*"; run "$@"
	ok "$about: ends well" [ "$status" -le 1 ] || said
	tame "$about: shows nothing that steers"
	tame "$about: nor on stderr" err
}
shows env COLUMNS=200 recall
for part in note today tag feel key deep value win name thanks reason; do
	out_has "$part-x^[[2J^[]0;title^G" "the $part is there, with marks"
done
out_has '<U+202E>evil' 'a direction override is a mark'
out_has '👩‍👩‍👧 ❤️‍🔥' 'the joiner within emoji stays'
shows recall "$id"; shows recall -l; shows checkin last; shows recall --plain
shows env COLUMNS=200 progress week 2024-03-05
out_has 'win-x^[[2J' 'progress shows it with marks'
shows progress month 2024-03-05; shows progress all 2024-03-05; shows progress --plain week 2024-03-05
for charset in LC_ALL=C LC_ALL=POSIX; do
	one_of 2 charset || continue
	shows env "$charset" recall
	shows env "$charset" progress week 2024-03-05
done
shows recall; shows progress week 2024-03-05; shows env COLUMNS=40 recall
shows share -n "$id"
for each in $ids; do run share --yes --part note,today,tags,feel,name "$each" || :; run share --yes "$each"; done
for view in recall 'recall -l' 'recall --shared' 'progress week 2024-03-05' 'progress all' 'progress all --shared' unhurried; do
	one_of 2 view || continue
	# shellcheck disable=SC2046 # a view is words
	shows ${view%% *} -u sam $(echo "$view" | cut -s -d' ' -f2-)
done
run unhurried -u sam
out_has '-x^[[2J' 'unhurried shows what was shared, with marks'
shows forget "$id"
# Machine formats keep the value, and escape what would steer.
for tool in recall 'progress all'; do
	for format in json tsv yaml; do
		# shellcheck disable=SC2086 # a tool is words
		run $tool --format $format
		[ $format != tsv ] || { tr '\t' ' ' <out >untabbed; mv untabbed out; }
		ok "$tool --format $format: no control character" not env LC_ALL=C grep -aq "$(printf '[\001-\011\013-\037\177]\\|\302[\200-\237]')" out
		[ $format != json ] || tame "$tool --format json: nothing that steers"
	done
done
run recall --format json
is "$(jq -j 'select(.kind == "win").note' out)" "win-$hostile" 'while the value is exact'

# Messages about what is wrong are tame, and keep to their lines.
month=$data/shared/sam/log/2024/03
mkdir -p "$month"
odd=$(printf '20240305t200400z-sam-checkin-\033[2J\302\233x.yaml')
printf 'kind: checkin\n' >"$month/$odd" 2>/dev/null || :
printf 'x' >"$month/$(printf 'bad\377\nchild')" 2>/dev/null || :
printf 'kind: "\033"\n' >"$month/20240305t200400z-sam-checkin-aaaaaa.yaml"
printf 'kind: checkin\nat: "2024-03-05T21:04:00+01:00"\nby: "\\e[2Jx\\u202e\\nnew: line"\n' >"$month/20240305t200400z-sam-checkin-bbbbbb.yaml"
printf 'kind: checkin\nat: "\\x9b2J\\u200b"\nby: "sam"\n' >"$month/20240305t200400z-sam-checkin-cccccc.yaml"
printf 'kind: checkin\nkind: checkin\n"\\e[2J": 1\n"\\e[2J": 2\n' >"$month/20240305t200400z-sam-checkin-dddddd.yaml"
printf 'kind: checkin\n"\\e[2J": 1\n"\\e[2J": 2\n' >"$month/20240305t200400z-sam-checkin-eeeeee.yaml"
for tool in 'recall' 'recall --format json' 'progress all' 'progress week 2024-03-05' 'unhurried check' 'recall --shared'; do
	one_of 2 tool || continue
	# shellcheck disable=SC2086 # a tool is words
	run $tool
	tame "$tool: its messages are tame" err
done
run recall
status_is 3 'what is broken is told'
ok 'in lines that each begin with the tool' not grep -av '^recall: ' err || said
for key in kind by at mood pace minutes tags; do
	one_of 3 key || continue
	jq -nac --arg h "$hostile
checkin: all is well" --arg k $key '{at: "2024-03-05T21:04", mood: 7} + {($k): $h}' >lines
	snapshot
	run checkin -f lines
	status_is 3 "a hostile $key in a record"
	tame "a hostile $key: the message is tame" err
	is "$(wc -l <err | tr -d ' ')" 1 "a hostile $key: and one line"
	unchanged "a hostile $key: nothing is written"
done
plainly() { printf %s "$*" | tr -cd ' -~'; }
for way in "mood=$hostile" "$hostile" "--at=$hostile" "--pace=$hostile" "--fold=$hostile" "--format=$hostile" "-f$hostile" "-d$hostile" \
    "-u$hostile" "--$hostile" "-$(printf '\001')" "-$(printf '\377')"; do
	one_of 4 way || continue
	run checkin "$way"
	ok "$(plainly "$way"): refused" [ "$status" -ge 2 ] || said
	tame "$(plainly "$way"): the message is tame" err
done
for way in "--since=$hostile" "--match=[$hostile" "--kind=$hostile" "--by=$hostile" "$hostile"; do
	one_of 3 recall || continue
	run recall "$way"
	tame "recall $(plainly "$way"): the message is tame" err
done
for way in "$hostile" "--since=$hostile" "--scale=$hostile"; do
	run progress "$way"
	tame "progress $(plainly "$way"): the message is tame" err
done
run unhurried "$hostile"; tame 'unhurried TOOL: the message is tame' err
run forget "$hostile"; tame 'forget ID: the message is tame' err
run share "$hostile"; tame 'share ID: the message is tame' err
rm -r "$month"
for key in name login; do
	printf '%s: "\\e[2J\\u202e\\x9b"\n' $key >"$data/shared/sam/person.yaml"
	shows unhurried; shows recall -l; shows progress all
done
done_testing
