#!/bin/sh
# unhurried check: what it finds, what it mends, and what it leaves alone.
# shellcheck disable=SC2119 # snapshot of this test's own home
. "$(dirname "$0")/lib.sh"

couple
data=$XDG_DATA_HOME/unhurried
S=$data/shared P=$data/private
words='words of one evening that nobody else is shown'
id=$(checkin --at 2025-03-04T12:00 mood=7 -m "$words" 2>err)
share --yes --keep-date "$id" >out 2>err
sams=$(checkin -u sam --at 2025-03-05T12:00 -m "$words" 2>err)
share -u sam --yes --keep-date "$sams" >out 2>err
month=log/2025/03
mine=$P/alex/$month/$id.yaml ours=$S/alex/$month/$id.yaml theirs=$S/sam/$month/$sams.yaml
ok 'three entries to check' [ -f "$mine" -a -f "$ours" -a -f "$theirs" ]
cp -a "$data" pristine
fresh() { chmod -R u+rwx "$data" && rm -rf "$data" && cp -a "$T/pristine" "$data"; }

# finds STATUS LINES [ARGUMENT...]: exactly these, with nothing changed.
finds() {
	wanted_status=$1 wanted_lines=$2; shift 2
	one_of 3 snapshots && watched=yes || watched=
	[ -z "$watched" ] || snapshot
	run unhurried check "$@"
	status_is "$wanted_status" "$about: exit status $wanted_status"
	out_is "$wanted_lines" "$about: is named"
	out_lacks 'one evening' "$about: no words are shown"
	err_lacks 'one evening' "$about: no words are shown on stderr"
	[ -z "$watched" ] || unchanged "$about: nothing is changed"
}
# mends LINE DONE: told without --repair and with -n; mended once, then well.
mends() {
	if one_of 3 told; then
		finds 1 "$1"
		err_has 'unhurried check --repair'
		err_lacks 'All is well'
	fi
	! one_of 8 would || finds 1 "$1: would be $2" --repair -n
	run unhurried check --repair
	status_is 0 "$about: mended"
	out_is "$1: $2" "$about: what was done is told"
	one_of 6 thens || return 0
	run unhurried check
	status_is 0 "$about: and it is well then"
	out_is '' "$about: with nothing more to tell"
}
# stays STATUS LINES: only a person can mend it, so --repair changes nothing.
stays() {
	finds "$@"
	err_lacks --repair "$about: no promise to mend it"
	! one_of 6 stays || finds "$@" --repair
}
# about WORDS: the next case, from what is well.
about() { about=$1; fresh; }

about 'a directory in order'
finds 0 ''
err_has 'All is well'
err_has 'Whoever uses it can read and write as' 'says what one account for two means'
run unhurried check -q
status_is 0; out_is ''; err_is '' '-q says nothing'
run unhurried check --repair
status_is 0 'nothing to mend'; out_is ''

# Modes.
about 'an open entry'; chmod 644 "$mine"
mends "$mine: open to others: expected mode 600, found 644" closed
is "$(stat -c %a "$mine")" 600 'it is closed now'
about 'an open private place'; chmod 755 "$P/alex"
mends "$P/alex: open to others: expected mode 700, found 755" closed
about 'an open directory around it'; chmod 711 "$P"
mends "$P: open to others: expected mode 700, found 711" closed
about 'an open directory around more than this'; chmod 711 "$P"; mkdir "$P/music"
stays 1 "$P: open to others: expected mode 700, found 711"
about 'an open shared directory'; chmod 755 "$S"
mends "$S: open to others: expected mode 700, found 755" closed
about 'an open month'; chmod 750 "$S/alex/$month"
mends "$S/alex/$month: open to others: expected mode 700, found 750" closed
about 'an open file in now/'; chmod 604 "$S/alex/now/here"
mends "$S/alex/now/here: open to others: expected mode 600, found 604" closed
about 'an open couple.yaml'; chmod 640 "$S/couple.yaml"
mends "$S/couple.yaml: open to others: expected mode 600, found 640" closed
about 'a directory closed to oneself'; chmod 500 "$P/alex/trash" 2>/dev/null || mkdir -m 500 "$P/alex/trash"
mends "$P/alex/trash: closed to those it is for: expected mode 700, found 500" opened
about "the other's modes behind a closed door"; chmod -R a+rX "$S/sam"
finds 0 ''
chmod 755 "$S"; about="the other's modes behind an open one"
run unhurried check
status_is 1
out_has "$S/sam: open to others: expected mode 700, found 755"
out_has "$theirs: open to others: expected mode 600, found 644"
run unhurried check --repair
status_is 0 "$about: the door is closed"
out_is "$S: open to others: expected mode 700, found 755: closed"
is "$(stat -c %a "$theirs")" 644 "$about: and the other's files are left alone"

# A place whose modes got lost on its way: one line for what is open in one way everywhere.
alike='open to others, and so is all in it, as on a disk that keeps no modes: expected mode 700, found 755'
about 'a place that a copy opened'
find "$P" "$S" -type d -exec chmod 755 {} + -o -type f -exec chmod 644 {} +
finds 1 "$P: $alike"
finds 1 "$P: $alike: would be closed" --repair -n
chmod 700 "$P"
run unhurried check
out_has "$S: $alike" 'each of the two alone'
out_lacks "$S/alex" 'and what is in it is in that line'
out_has "$mine: open to others: expected mode 600, found 644" 'behind another door each is named'
chmod 755 "$P"
run unhurried check --repair
status_is 0 "$about: mended"
is "$(find "$P/alex" "$S/alex" "$S/couple.yaml" -perm /077)" '' 'all that is one'"'"'s own is closed'
out_has "$mine: open to others: expected mode 600, found 644: closed"
run unhurried check
status_is 0 'and it is well then'
about 'the same, and one thing is not like the others'
find "$P" "$S" -type d -exec chmod 755 {} + -o -type f -exec chmod 644 {} +
chmod 664 "$mine"; chmod 666 "$S/couple.yaml"
run unhurried check
out_has "$mine: open to others: expected mode 600, found 664"
out_has "$S/couple.yaml: open to others: expected mode 600, found 666"

# What is neither file nor directory.
about 'a link for an entry'; mv "$mine" "$T/elsewhere.yaml"; ln -s "$T/elsewhere.yaml" "$mine"
stays 3 "$mine:1:1: expected a regular file or a directory, found a symbolic link"
about 'a link for a month'; mv "$P/alex/$month" "$T/elsewhere.d"; ln -s "$T/elsewhere.d" "$P/alex/$month"
stays 3 "$P/alex/$month:1:1: expected a regular file or a directory, found a symbolic link"
rm -rf "$T/elsewhere.d"
about "a link for the other's tree"; mv "$S/sam" "$T/elsewhere.d"; ln -s "$T/elsewhere.d" "$S/sam"
run unhurried check
status_is 3 "$about"; out_has "$S/sam:1:1: expected a regular file or a directory, found a symbolic link"
about 'a pipe'; rm "$ours"; mkfifo "$ours"
stays 3 "$ours:1:1: expected a regular file or a directory, found a pipe"
about 'a pipe among the marks'; rm "$S/alex/now/here"; mkfifo "$S/alex/now/here"
stays 3 "$S/alex/now/here:1:1: expected a regular file or a directory, found a pipe"
about 'a device'
if mknod "$P/alex/log/null" c 1 3 2>/dev/null; then
	stays 3 "$P/alex/log/null:1:1: expected a regular file or a directory, found a device"
else
	skip "$about: only root can make one"
fi
about 'a hard link'; ln "$mine" "$T/second"
stays 1 "$mine: this file has a second name somewhere (a hard link): a copy of it in its place ends that"
rm "$T/second"
about 'a directory for an entry'; rm "$mine"; mkdir -m 700 "$mine"
stays 3 "$mine:1:1: expected a name like 20261122t200431z-alex-checkin-a1b2c3.yaml"

# What entries hold.
about 'a number out of range'; sed -i 's/^mood: .*/mood: "one evening"/' "$mine"
stays 3 "$mine:4:7: mood: expected a whole number 0-10"
about 'a key that stands twice'; printf 'one evening: 1\none evening: 2\n' >>"$mine"
n=$(wc -l <"$mine")
stays 3 "$mine:$n:1: this key stands here twice: keep one of them"
about 'no YAML'; echo '[one evening' >"$mine"
run unhurried check
status_is 3 "$about"
out_has "$mine:2:1: not YAML here:"
out_lacks 'one evening'
about 'invalid text'; printf 'note: "\377"\n' >>"$mine"
run unhurried check
status_is 3 "$about"; out_has "$mine:$(wc -l <"$mine"):"; out_has 'expected UTF-8 text'
about 'an anchor'; echo 'more: &a one evening' >>"$mine"
stays 3 "$mine:$(wc -l <"$mine"):7: anchors and tags are not used here: write the value itself"
about 'another author within'; sed -i 's/^by: .*/by: "sam"/' "$mine"
stays 3 "$mine:3:5: by: expected alex, as the file's name has it"
about 'an endless file'; dd if=/dev/zero of="$mine" bs=65536 count=2 2>/dev/null
stays 3 "$mine:1:1: expected at most 64 KiB"
about 'an empty file'; : >"$theirs"
run unhurried check
status_is 3 "$about, the other's"; out_has "$theirs:1:1: "
about 'two versions that git left'
printf '<<<<<<< HEAD\nmood: 1\n=======\nmood: 2\n>>>>>>> other\n' >>"$ours"
n=$(grep -n '<<<' "$ours")
stays 3 "$ours:${n%%:*}:1: expected one version, found two that git could not join: keep one of them"
about 'one amiss'; echo '[' >"$mine"; cp "$mine" "$theirs"; chmod 644 "$mine"
run unhurried check
status_is 3 "$about stops no other: the worst status wins"
is "$(grep -c -e "$mine:2:1: " -e "$mine: open" -e "$theirs:2:1: " out)" 3 'each is named'

# Names.
about 'an entry by the other'; cp "$theirs" "$S/alex/$month/"
stays 3 "$S/alex/$month/$sams.yaml:1:1: expected a file by this tree's own person"
about 'an entry in another month'; mkdir -m 700 "$P/alex/log/2025/04"; mv "$mine" "$P/alex/log/2025/04/"
stays 3 "$P/alex/log/2025/04/$id.yaml:1:1: expected in the month that its name tells"
about 'a name that is no ID'; touch "$P/alex/$month/notes.txt"; chmod 600 "$P/alex/$month/notes.txt"
stays 3 "$P/alex/$month/notes.txt:1:1: expected a name like 20261122t200431z-alex-checkin-a1b2c3.yaml"
about 'a name that begins as an ID'; (umask 077; echo >"${mine%.yaml}x.yaml")
stays 3 "${mine%.yaml}x.yaml:1:1: expected a name like 20261122t200431z-alex-checkin-a1b2c3.yaml"
about 'a strange year'; mkdir -m 700 "$S/alex/log/25"
stays 3 "$S/alex/log/25:1:1: expected only a directory for each year here, such as 2026"
about 'a strange month'; mkdir -m 700 "$S/alex/log/2025/13"
stays 3 "$S/alex/log/2025/13:1:1: expected only a directory for each month here, 01 to 12"
about 'a file beside the years'; (umask 077; echo >"$P/alex/log/$id.yaml")
stays 3 "$P/alex/log/$id.yaml:1:1: expected only a directory for each year here, such as 2026"
about 'somebody else'; mkdir -m 700 "$S/joe"
stays 3 "$S/joe:1:1: expected only couple.yaml here, and a directory for each name"
about 'a name that steers a terminal'; (umask 077; echo >"$S/alex/$(printf 'a\033[31m\nb')")
run unhurried check
status_is 3 "$about"
is "$(LC_ALL=C tr -d ' -~' <out | od -An -c | tr -d ' ')" '\n' "$about: is harmless, on one line"
about "somebody's own deck"; mkdir -m 700 "$S/alex/prompts"; (umask 077; echo 'a: [' >"$S/alex/prompts/own.yaml")
run unhurried check
status_is 3 "$about"; out_has "$S/alex/prompts/own.yaml:2:1: not YAML here:"
about 'held words'; (umask 077; mkdir -p "$S/sam/held/pace"; echo 'text: slow' >"$S/sam/held/pace/slow.yaml"; : >"$S/sam/held/pace/old.ended")
finds 0 ''
about 'held words without words'; (umask 077; mkdir -p "$S/sam/held/pace"; echo 'a: 1' >"$S/sam/held/pace/slow.yaml")
stays 3 "$S/sam/held/pace/slow.yaml:1:1: text: expected words"
about 'held words, cut short'; (umask 077; mkdir -p "$S/sam/held/pace"; printf 'text: slo' >"$S/sam/held/pace/slow.yaml")
stays 3 "$S/sam/held/pace/slow.yaml:1:1: expected a newline at its end: it may be cut short"
about 'boundaries'; (umask 077; mkdir -p "$S/sam/bounds"; printf 'subject: x\nnow: not-now\n' >"$S/sam/bounds/aaaaaa.yaml"; : >"$S/sam/bounds/bbbbbb.gone")
finds 0 ''
about 'a boundary that says nothing'; (umask 077; mkdir -p "$S/sam/bounds"; printf 'subject: x\nnow: y\n' >"$S/sam/bounds/aaaaaa.yaml")
stays 3 "$S/sam/bounds/aaaaaa.yaml:1:1: now: expected welcome, ask-first or not-now"
about 'words for signals'; echo 'signals: {comfort: [stop]}' >>"$S/alex/person.yaml"; sed '/^signals:$/,/^  pause/d' "$S/alex/person.yaml" >p; cat p >"$S/alex/person.yaml"
stays 3 "$S/alex/person.yaml:6:21: expected a word without a fixed meaning of its own, as stop and no have"
about 'directories without an end'; mkdir -p "$S/alex/a/b/c/d/e/f"; chmod -R go-rwx "$S/alex/a"
stays 3 "$S/alex/a/b/c/d/e:1:1: expected only names here that end in .yaml"
about 'what sync programs and git keep'; mkdir -m 700 "$S/.git" "$S/.stfolder" "$S/.stversions" "$S/lost+found"
mkfifo "$S/.git/pipe"
finds 0 ''
for mark in .git .stfolder .stversions .sync .dropbox.cache .stfolder.removed-20250304-120000; do
	one_of 2 mark || continue
	mkdir -p "$S/$mark" "$S/alex/$mark"; chmod 755 "$S/$mark" "$S/alex/$mark"; echo '[' >"$S/$mark/odd"
done
for mark in .syncthing.couple.yaml.tmp .dropbox .owncloudsync.log .nextcloudsync.log .sync_0a1b.db ._sync_0a1b.db-wal .unison.x; do
	(umask 077; echo '[' >"$S/$mark"; echo '[' >"$S/alex/$mark"); touch -d '2 days ago' "$S/$mark" "$S/alex/$mark"
done
about='marks of sync programs'
finds 0 ''
about "the other's private place"; echo '[' >"$P/sam/$month/$sams.yaml"; chmod 777 "$P/sam"
finds 0 ''

# Second copies of one's own entries.
copy=$id.sync-conflict-20250304-120000-ABCDEFG.yaml
about 'a second copy, the same'; cp -p "$mine" "${mine%/*}/$copy"
mends "${mine%/*}/$copy: a second copy, the same as $mine" 'moved to your trash'
ok 'it rests in the trash' cmp -s "$mine" "$P/alex/trash/$id.copy.1.yaml"
about 'the same, shared'; cp -p "$ours" "${ours%/*}/$copy"
mends "${ours%/*}/$copy: a second copy, the same as $ours" 'moved to your trash'
ok 'it rests in the private trash' cmp -s "$ours" "$P/alex/trash/$id.copy.1.yaml"
about 'a second copy without a first'; mv "$mine" "${mine%/*}/$copy"
mends "${mine%/*}/$copy: a second copy, with no first: $mine" 'renamed to that'
ok 'it is that entry again' cmp -s "$mine" "$T/pristine/private/alex/$month/$id.yaml"
about 'a second copy that is not whole'; mv "$mine" "${mine%/*}/$copy"; echo '[' >>"${mine%/*}/$copy"
stays 1 "${mine%/*}/$copy: a second copy of $mine"
about 'a second copy of what is no file'; mv "$mine" "${mine%/*}/$copy"; mkfifo "$mine"
stays 3 "${mine%/*}/$copy: a second copy of $mine
$mine:1:1: expected a regular file or a directory, found a pipe"
about 'a second copy that differs'; cp -p "$mine" "${mine%/*}/$copy"; echo '# more' >>"$mine"
asks="'unhurried check --repair' asks you which to keep"
stays 1 "${mine%/*}/$copy: a second copy, not the same as $mine: only comments or blanks differ; $id.yaml counts: $asks"
about 'a second copy with other words'; sed -i 's/^mood: .*/mood: 3/; s/words of/a word of/' "$mine"
sed 's/mood: 3/mood: 4/; s/a word of/more words of/' "$mine" >"${mine%/*}/$copy"; echo 'one evening: 3' >>"${mine%/*}/$copy"
chmod 600 "${mine%/*}/$copy"
stays 1 "${mine%/*}/$copy: a second copy, not the same as $mine: what differs: mood, note; $id.yaml counts: $asks"
cp -p "$mine" first; cp -p "${mine%/*}/$copy" second
printf '%s\n' 'expect two that differ' 'expect Enter leaves both' 'send s\r' 'expect more words' 'expect Enter leaves' 'send \r' eof >script
run onterm script unhurried check --repair
ok 'asked about, they can be seen, and both stay' cmp -s first "$mine"
ok 'the copy, too' cmp -s second "${mine%/*}/$copy"
printf '%s\n' 'expect Enter leaves both' 'send 1\r' 'expect settled' eof >script
run onterm script unhurried check --repair
ok 'the first is kept' cmp -s first "$mine"
ok 'the copy lies in the trash' cmp -s second "$P/alex/trash/$id.copy.1.yaml"
ok 'and no more beside it' [ ! -e "${mine%/*}/$copy" ]
cp -p second "${mine%/*}/$copy"; rm -f "$P/alex/trash"/*
printf '%s\n' 'expect Enter leaves both' 'send 2\r' 'expect settled' eof >script
run onterm script unhurried check --repair
ok 'or the copy is kept' cmp -s second "$mine"
ok 'what counted lies in the trash' cmp -s first "$P/alex/trash/$id.1.yaml"
ok 'and no copy is beside it' [ ! -e "${mine%/*}/$copy" ]
run unhurried check
status_is 0 'and all is well'
cp -p first "$mine"; cp -p second "${mine%/*}/$copy"
printf '%s\n' 'expect Enter leaves both' 'send pause\r' 'expect Stopped. Nothing is owed.' eof >script
run onterm script unhurried check --repair
ok 'an answer that stops is a pause' [ -e "$S/alex/now/pause.yaml" ]
ok 'and nothing went' cmp -s second "${mine%/*}/$copy"
resume -q
afresh
about 'two copies without a first'
mv "$mine" "${mine%/*}/$copy"
{ cat "${mine%/*}/$copy"; echo '# more'; } >"${mine%/*}/$id.sync-conflict-20250304-120001-ABCDEFG.yaml"
chmod 600 "${mine%/*}"/*
run unhurried check --repair
status_is 1 "$about: one is left to choose"
out_is "${mine%/*}/$copy: a second copy, with no first: $mine: renamed to that
${mine%/*}/$id.sync-conflict-20250304-120001-ABCDEFG.yaml: a second copy, not the same as $mine: only comments or blanks differ; $id.yaml counts: $asks"
about "a copy of the other's"; cp -p "$theirs" "${theirs%/*}/$sams.sync-conflict-1-2-3.yaml"
stays 1 "${theirs%/*}/$sams.sync-conflict-1-2-3.yaml: a second copy, the same as $theirs"
for name in "$id.yaml~" "$id.yaml.bak" "$id.yaml.orig" ".$id.yaml.swp" "#$id.yaml#" "$id (1).yaml" \
    "$id-laptop.yaml" "$id (conflicted copy 2025-03-04 120000).yaml" "$id (alex's conflicted copy 2025-03-04).yaml"; do
	about "a copy named $name"; cp -p "$mine" "${mine%/*}/$name"
	mends "${mine%/*}/$name: a second copy, the same as $mine" 'moved to your trash'
done
about "an editor's copy without a first"; mv "$mine" "$mine~"
stays 1 "$mine~: a second copy of $mine"
about 'a copy in another month'; mkdir -m 700 "$P/alex/log/2025/04"; cp -p "$mine" "$P/alex/log/2025/04/$copy"
stays 1 "$P/alex/log/2025/04/$copy: a second copy of $P/alex/log/2025/04/$id.yaml"

quick_ends

# Second copies of other files.
for file in couple person; do
	dir=$S; [ $file = couple ] || dir=$S/alex
	second=$dir/$file.sync-conflict-20250304-120000-ABCDEFG.yaml
	about "a second copy of $file.yaml"; cp -p "$dir/$file.yaml" "$second"
	mends "$second: a second copy, the same as $dir/$file.yaml" 'moved to your trash'
	ok "$about: it rests in the trash" cmp -s "$dir/$file.yaml" "$P/alex/trash/left.1.yaml"
	about "another $file.yaml"; cp -p "$dir/$file.yaml" "$second"; echo 'one evening: 3' >>"$second"
	stays 1 "$second: a second copy, not the same as $dir/$file.yaml: what differs: lines of your own; $file.yaml counts: $asks"
	cp -p "$dir/$file.yaml" first; cp -p "$second" second
	printf '%s\n' 'expect Enter leaves both' 'send 2\r' 'expect settled' eof >script
	run onterm script unhurried check --repair
	ok "$about: the copy is kept" cmp -s second "$dir/$file.yaml"
	ok "$about: what counted lies in the trash" cmp -s first "$P/alex/trash/left.1.yaml"
	ok "$about: and no copy is beside it" [ ! -e "$second" ]
	printf '[\n' >"$second"; chmod 600 "$second"
	stays 1 "$second: a second copy, not the same as $dir/$file.yaml: the copy is not whole; $file.yaml counts: $asks"
	printf '%s\n' 'expect Enter leaves both' 'send 2\r' 'expect not mended' eof >script
	run onterm script unhurried check --repair
	ok "$about: what is not whole takes nobody's place" cmp -s second "$dir/$file.yaml"
	ok "$about: and stays" [ -e "$second" ]
	afresh
done
about 'a second copy, where nobody is named'; config=$XDG_CONFIG_HOME/unhurried/config.yaml
cp -p "$S/.gitignore" "$S/.gitignore~"; sed -i 's/^people: .*/people: 3/' "$S/couple.yaml"; mv "$config" "$T/config.yaml"
run unhurried check --repair
out_has "$S/.gitignore~: a second copy, the same as $S/.gitignore: not mended: it would go to your trash: say who you are with -u NAME"
ok "$about: it stays" [ -e "$S/.gitignore~" ]
mv "$T/config.yaml" "$config"
about 'a scale in another couple.yaml'; second=$S/couple.sync-conflict-git-1234567.yaml
{ cat "$S/couple.yaml"; printf '  sleep:\n    ask: "Sleep?"\n    low: "little"\n    high: "well"\n'; } >"$second"; chmod 600 "$second"
stays 1 "$second: a second copy, not the same as $S/couple.yaml: what differs: scales; couple.yaml counts: $asks"
about 'held words, two of them'; (umask 077; mkdir -p "$S/alex/held/pace" "$S/sam/held/pace"
for who in alex sam; do echo 'text: slow' >"$S/$who/held/pace/slow.yaml"; echo 'text: slower' >"$S/$who/held/pace/slow.sync-conflict-1-2-3.yaml"; done)
unhurried check -q --mine >noted 2>&1
stays 1 "$S/alex/held/pace/slow.sync-conflict-1-2-3.yaml: a second copy, not the same as $S/alex/held/pace/slow.yaml: \
what differs: text; until one is left, neither is in force: $asks
$S/sam/held/pace/slow.sync-conflict-1-2-3.yaml: a second copy, not the same as $S/sam/held/pace/slow.yaml: \
what differs: text; until one is left, neither is in force"
about 'a shared boundary, two of it'; boundary -q not-now hands; boundary share -q --yes hands
first=$(echo "$S"/alex/bounds/*.yaml) name=$(basename "$first" .yaml)
sed 's/not-now/ask-first/' "$first" >"${first%.yaml}.sync-conflict-1-2-3.yaml"; chmod 600 "$S"/alex/bounds/*
stays 1 "${first%.yaml}.sync-conflict-1-2-3.yaml: a second copy, not the same as $first: what differs: now; the more protective of them holds: $asks"
printf '%s\n' 'expect Enter leaves both' 'send 2\r' 'expect settled' eof >script
run onterm script unhurried check --repair
ok 'the one that was chosen is kept in the mirror, too' cmp -s "$first" "$P/alex/mirror/bounds/$name.yaml"
rm "$first"; checkin -q mood=4 2>err
ok 'and is the one that is put back' grep -q ask-first "$first"
afresh
about 'whatever is named as a pause'; (umask 077; : >"$S/alex/now/pause.yaml"; echo '[' >"$S/sam/now/pause.sync-conflict-1-2-3.yaml")
finds 0 ''

# What was let go of.
about 'a mark'; forget --shared "$id" >out 2>err
finds 0 ''
about='an entry that came back beside its mark'; (umask 077; echo '[' >"$ours")
finds 0 ''
rm "$ours"; about='a second copy of what was let go of'
cp -p "$T/pristine/shared/alex/$month/$id.yaml" "${ours%/*}/$copy"
mends "${ours%/*}/$copy: a second copy of what you let go of" 'moved to your trash'
run recall --match 'one evening' --by alex --shared
status_is 1 'it stays forgotten'; out_is ''
rm "${ours%yaml}gone"; about='a lost mark'
mends "$P/alex/mirror/gone/$id.gone: the shared mark that this was forgotten is not there" 'put back'
ok 'the mark is there' test -f "${ours%yaml}gone"
about "a second copy of what the other took back"; forget -u sam --shared "$sams" >out 2>err
cp -p "$T/pristine/shared/sam/$month/$sams.yaml" "${theirs%/*}/$sams.sync-conflict-1-2-3.yaml"
finds 0 ''
run unhurried -u sam check
status_is 1 'its author is told'; out_has "$sams.sync-conflict-1-2-3.yaml: a second copy of what you let go of"

# What was left half-way.
old() { chmod go-rwx "$@" && touch -d '2 days ago' "$@"; }
about 'a temporary of today'; (umask 077; echo '[' >"$P/alex/log/.tmp-abcdefabcdef"; touch -d '1 hour ago' "$P/alex/log/.tmp-abcdefabcdef")
finds 0 ''
about='an old temporary'; old "$P/alex/log/.tmp-abcdefabcdef"
mends "$P/alex/log/.tmp-abcdefabcdef: left half-way more than a day ago, with something in it" 'moved to your trash'
is "$(cat "$P/alex/trash"/left.1.yaml)" '[' 'whatever it was'
about='an old temporary with nothing in it'; fresh; : >"$P/alex/log/.tmp-abcdefabcdef"; old "$P/alex/log/.tmp-abcdefabcdef"
mends "$P/alex/log/.tmp-abcdefabcdef: left half-way more than a day ago" removed
about 'an old temporary directory'; mkdir "$S/alex/log/.tmp-abcdefabcdef"; old "$S/alex/log/.tmp-abcdefabcdef"
mends "$S/alex/log/.tmp-abcdefabcdef: left half-way more than a day ago" removed
about 'an old temporary with a second name'; ln "$mine" "${mine%/*}/.tmp-abcdefabcdef"; old "$mine"
finds 1 "${mine%/*}/.tmp-abcdefabcdef: left half-way more than a day ago
$mine: this file has a second name somewhere (a hard link): a copy of it in its place ends that"
run unhurried check --repair
status_is 0 "$about: mended"
out_is "${mine%/*}/.tmp-abcdefabcdef: left half-way more than a day ago: removed"
ok 'the entry stays' test -f "$mine"
about 'an old temporary with words'; rm -r "$S/alex/log/2025"; mv "$mine" "${mine%/*}/.tmp-abcdefabcdef"; old "${mine%/*}/.tmp-abcdefabcdef"
mends "${mine%/*}/.tmp-abcdefabcdef: left half-way more than a day ago, with words of yours in it" \
    "moved to your trash, so that 'forget --undo' can bring it back"
kept=$(ls "$P/alex/trash"); kept=${kept%.1.yaml}
run forget --undo "$kept"
status_is 0 'it can be brought back'
run recall -1 --by alex
out_has "$kept"
about "the other's temporary"; (umask 077; echo '[' >"$S/sam/log/.tmp-abcdefabcdef"); old "$S/sam/log/.tmp-abcdefabcdef"
finds 0 ''
about "another program's file"; touch "$S/alex/now/.DS_Store"; old "$S/alex/now/.DS_Store"
stays 1 "$S/alex/now/.DS_Store: left by another program: yours to keep or remove"
about 'words that wait'; mkdir -p "$P/alex/recovery"; (umask 077; echo "$words" >"$P/alex/recovery/20250304t110000z-abcdef.txt")
stays 1 "$P/alex/recovery/20250304t110000z-abcdef.txt: words of yours were put aside here: save them where you like, then remove the file"
waits=$P/alex/recovery/20250304t110000z-abcdef.txt
printf '%s\n' 'expect put aside here' 'expect Enter leaves' 'send s\r' 'expect Enter leaves' 'send \r' eof >script
run onterm script unhurried check --repair
ok 'asked about, they can be seen and stay' [ -f "$waits" ]
printf '%s\n' 'expect Enter leaves' 'send pause\r' 'expect Stopped. Nothing is owed.' eof >script
run onterm script unhurried check --repair
ok 'an answer that stops is a pause' [ -e "$S/alex/now/pause.yaml" ]
ok 'and nothing went' [ -f "$waits" ]
resume -q
printf '%s\n' 'expect Enter leaves' 'send t\r' 'expect moved to your trash' eof >script
run onterm script unhurried check --repair
ok 'or go to the trash' [ ! -e "$waits" ]
ok 'whole' grep -qrF "$words" "$P/alex/trash"
run unhurried check
status_is 0 'where they are as they were meant'
afresh

# What is missing.
about 'no here'; rm "$S/alex/now/here"
mends "$S/alex/now/here: not there, so everything reads as paused" made
about 'no now'; rm -r "$S/alex/now"
mends "$S/alex/now/here: not there, so everything reads as paused" made
about "the other's here"; rm "$S/sam/now/here"
stays 1 "$S/sam/now/here: not there, so everything reads as paused"
run unhurried -u sam check --repair
status_is 0 'its own person can mend it'; out_has 'made'
for file in .stignore .gitignore .gitattributes; do
	about "no $file"; rm "$S/$file"
	mends "$S/$file: not there" made
	ok 'as it was' cmp -s "$S/$file" "$T/pristine/shared/$file"
done
about 'no ignore files'; rm "$S"/.[gs]*
run unhurried check --repair
status_is 0 "$about"; is "$(grep -c ': made$' out)" 3 'each is told'
about 'no shared log'; rm -r "$S/alex/log"
mends "$S/alex/log: not there" made
about 'no person.yaml'; rm "$S/alex/person.yaml"
stays 1 "$S/alex/person.yaml: not there: 'unhurried join' makes yours"
about 'an empty place'; rm -r "$S/alex"; mkdir -m 700 "$S/alex"
stays 4 "$S/alex: it is empty: if it is synced, let that finish; to make it anew: unhurried join"

# couple.yaml, and one's settings.
about='a zone that is none'; fresh; sed -i 's/^zone: .*/zone: Berlin/' "$S/couple.yaml"
finds 3 "$S/couple.yaml:1:1: zone: expected a time zone like Europe/Berlin"
about 'couple.yaml amiss'; sed -i 's/^people: .*/people: 3/' "$S/couple.yaml"; echo '[' >"$mine"; echo '[' >"$theirs"
run unhurried check
status_is 3 "$about"
out_has "$S/couple.yaml:" ; out_has 'people: expected one or two names'
out_has "$mine:2:1: not YAML here" 'one own private place is still read'
out_has "$theirs:2:1: not YAML here" 'and the shared trees'
about 'couple.yaml as git left it'
{ echo '<<<<<<< HEAD'; echo '>>>>>>> other'; } >>"$S/couple.yaml"
n=$(grep -n '<<<' "$S/couple.yaml")
stays 3 "$S/couple.yaml:${n%%:*}:1: expected one version, found two that git could not join: keep one of them"
about 'a person.yaml amiss'; printf 'name: [one evening]\nlogin: x\n' >"$S/sam/person.yaml"
stays 3 "$S/sam/person.yaml:1:7: name: expected text"
about 'settings'; config=$XDG_CONFIG_HOME/unhurried/config.yaml; cp "$config" saved
echo '[' >"$config"
run unhurried check
status_is 3 "$about amiss"; out_has "$config:2:1: not YAML here"
err_lacks 'account' 'then nothing is claimed about who is kept apart'
echo '- me' >"$config"
run unhurried -u alex check
status_is 3 "$about that are a list"; out_is "$config:1:1: expected lines like 'key: value'"
cp saved "$config"

# Calls.
about 'calls'; snapshot
run unhurried check --mend
status_is 2; out_is ''; err_has '--mend: not an option here'
run unhurried check alex
status_is 2; out_is ''; err_has 'no names, please'
run unhurried check -u joe
status_is 2; out_is ''; err_has 'joe: not a name in couple.yaml'
run unhurried check -d "$T/none" --repair
status_is 4; out_is ''; err_has "$T/none: "; err_has 'connect that'; err_lacks 'unhurried init'
mkdir "$T/bare"; run unhurried check -d "$T/bare" --repair
status_is 4; out_is ''; err_has 'no couple.yaml'
is "$(ls -A "$T/bare")" '' 'nothing is put into a directory that is not theirs'
unchanged
chmod 644 "$mine"; status=0
unhurried check >/dev/full 2>err || status=$?
status_is 4 '> /dev/full'
mv "$P/alex" "$T/away"; run unhurried check
status_is 4 'no private place'; err_has "$P/alex: "

# One person, and a partner who has not come in.
HOME=$T/solo XDG_DATA_HOME=$T/solo/data XDG_CONFIG_HOME=$T/solo/config; export HOME XDG_DATA_HOME XDG_CONFIG_HOME
mkdir "$HOME"
unhurried init --solo alex >out 2>err
run unhurried check
status_is 0 'one person alone'; out_is ''; err_has 'One person'
rm -r "$HOME"; mkdir "$HOME"
unhurried init alex sam >out 2>err
run unhurried check
status_is 0 'a partner who has no place yet is nothing to tell'; out_is ''; err_lacks sam

# Two accounts.
if [ "$(id -u)" != 0 ] || [ "$under_valgrind" = 1 ] || ! command -v setpriv >/dev/null ||
    ! id daemon >/dev/null 2>&1 || ! id games >/dev/null 2>&1; then
	skip 'two accounts: only root can be both'
	done_testing
fi
group=64001 us=$T/us
chmod 711 "$T"
as() {
	who=$1; shift
	mkdir -p "$T/$who" && chown "$who" "$T/$who"
	HOME=$T/$who XDG_DATA_HOME=$T/$who/data XDG_CONFIG_HOME=$T/$who/config \
	    setpriv --reuid="$who" --regid="$(id -g "$who")" --groups=$group "$@"
}
as daemon sh -c 'command -v unhurried' >/dev/null 2>&1 ||
    { skip 'two accounts: this tree is not theirs to read'; done_testing; }
install -d -o root -g $group -m 3770 "$us"
install -d -o daemon -g $group -m 2750 "$us/alex"
install -d -o games -g $group -m 2750 "$us/sam"
as daemon unhurried -d "$us" init alex sam >out 2>err || said
run as daemon unhurried check
status_is 0 'two accounts, one of them in'; out_is ''
as games unhurried -d "$us" join sam >out 2>err || said
run as daemon unhurried check
status_is 0 'two accounts'; out_is ''
err_has 'The system lets nobody write'
id=$(as games checkin --at 2025-03-05T12:00 -m "$words" 2>err)
as games share --yes --keep-date "$id" >out 2>err
run as daemon unhurried check
status_is 0 'two accounts, with something shared'; out_is ''
file=$us/sam/$month/$id.yaml
chmod 666 "$file"
run as daemon unhurried check --repair
status_is 1 'an open file of the other'; out_is "$file: open to others: expected mode 640, found 666"
err_lacks 'lets nobody write' 'where somebody can write there, it is not said that nobody can'
err_has 'keeps neither from writing'
run as games unhurried check --repair
status_is 0 'its own person can close it'; out_is "$file: open to others: expected mode 640, found 666: closed"
err_has 'The system lets nobody write'
chmod 2770 "$us/sam"
run as games unhurried check
status_is 1 'a tree that the group may write in'; err_lacks 'lets nobody write'; err_has 'keeps neither from writing'
chmod 2750 "$us/sam"
chmod 600 "$file"
run as games unhurried check --repair
status_is 0 'a file that only its owner can read'
out_is "$file: closed to those it is for: expected mode 640, found 600: opened"
chown daemon "$file"; chmod 666 "$file"
run as games unhurried check --repair
status_is 3 "a file that another account put there"
out_is "$file: open to others: expected mode 640, found 666
$file: it belongs to another account than the place it is in"
chown games "$file"; chmod 640 "$file"
rm "$us/alex/now/here" "$us/.stignore"
run as games unhurried check --repair
status_is 1 "what is the other's is left alone"
out_is "$us/alex/now/here: not there, so everything reads as paused
$us/.stignore: not there: made"
(umask 027; : >"$us/alex/now/here"); chown daemon "$us/alex/now/here"
chown -R daemon "$us/sam"
run as daemon unhurried check
status_is 3 "a tree that is not its person's"
out_is "$us/sam: expected to belong to the login that its person.yaml names: until then only a pause in it counts"
chown -R games "$us/sam"; chmod 2770 "$us"
run as daemon unhurried check
status_is 4 'a directory where one could replace the other'; err_has 'chmod 3770'
err_has 'keeps neither from writing'
chown daemon "$us"; chmod g-s,o+rx,g-w "$us"
run as daemon unhurried check --repair
status_is 1 'two accounts in a set-up of their own'
out_is "$us: open to others: expected mode 700, found 755"
err_has 'keeps neither from writing'
done_testing
