#!/bin/sh
# boundary: one's own, private until shared; the more protective holds; a change
# is one call; nothing tells more than was shared.
# shellcheck disable=SC2119 # snapshot takes more places where there are some
. "$(dirname "$0")/lib.sh"

need jq clock
couple
data=$XDG_DATA_HOME/unhurried shared=$data/shared private=$data/private
mine=$shared/alex/bounds
no_yes='Nothing here is a yes. Where it says "not now", please do not ask about it. For
the rest, ask each time. No is always fine.'
# seen SUBJECT: how the other sees it; "" for nothing.
seen() { boundary -u sam --format json 2>err | jq -r "select(.by == \"alex\" and (.subject | ascii_downcase) == \"$1\") | .now"; }
own() { boundary --format json 2>err | jq -r "select(.by == \"alex\" and (.subject | ascii_downcase) == \"$1\") | .now"; }

run boundary
status_is 0 'nothing yet'
out_is "Nothing is here. 'boundary not-now TEXT' keeps something for yourself, if you
like.
$no_yes"
run boundary -u sam
cp out nothing.out; tree "$shared" >nothing.tree
# Private: nothing of it reaches the other, by any view or name or time.
for now in not-now ask-first welcome; do
	run boundary $now my neck --about trigger
	status_is 0 "$now"
	ok 'six characters are told' grep -qx '[0-9a-z]\{6\}' out
	err_is 'Kept, and not shared.'
	is "$(own 'my neck')" $now 'it is there'
	is "$(find "$private/alex/bounds" -name '*.yaml' | wc -l | tr -d ' ')" 1 'once'
	run boundary -u sam
	out_same nothing.out 'the other sees what was there before'
	tree "$shared" >now.tree
	ok 'and so does a listing' cmp -s nothing.tree now.tree || diff nothing.tree now.tree | diag
done
run boundary
out_has 'welcome today: my neck (trigger)'
# Whatever its capitals and blanks, one subject.
run boundary not-now 'MY   neck'
is "$(boundary --format tsv | wc -l | tr -d ' ')" 1 'the same subject'
is "$(boundary --format json | jq -r '.about')" trigger 'what it is about stays'
run boundary not-now - <<'EOS'
  my neck
EOS
status_is 0 'from standard input'
is "$(boundary --format json | jq -r .subject)" 'my neck' 'without blanks around it'
is "$(find "$private/alex/trash" -name 'boundary*' | wc -l | tr -d ' ')" 4 'what was there is in the trash'

# Sharing: shown first, asked about, and what it is about left out.
snapshot
run boundary share my neck
status_is 2 'without a terminal --yes is wanted'
err_has 'What sam will see, and no more:'
err_has 'nothing was shared: read what would be seen, then add --yes'
run boundary -n share my neck
status_is 0 '-n'
unchanged
run boundary share my neck --yes
status_is 0 'shared'
key=$(cat out)
is "$(cat "$mine/$key.yaml")" 'subject: "my neck"
now: not-now' 'this and no more'
is "$(seen 'my neck')" not-now 'and it is seen'
run boundary -u sam
out_is "alex, not now:
  my neck
$no_yes"
run boundary share my neck --yes --with-about
is "$(boundary -u sam --format json | jq -r .about)" trigger 'what it is about, if it is picked'
run boundary share my neck --yes
is "$(boundary -u sam --format json | jq -r .about)" null 'and not any more'
run boundary share nothing --yes
status_is 1 'nothing of that name'; err_has "nothing: nothing of yours is about that: 'boundary' lists them"
printf '%s\n' 'expect What sam will see, and no more:' 'expect not now: my neck' 'expect Share this? [y/N]' 'send \r' "expect Nothing changed. 'boundary unshare' takes back what is shared of it." eof >script
snapshot
run onterm script boundary share my neck
status_is 0 'asked, and no'
unchanged
# A change of what is shared is one call, and reaches the other at once.
afresh
for now in ask-first not-now welcome not-now; do
	run boundary $now my neck
	status_is 0 "$now"
	err_is 'Kept. You share this one, so your partner can see the change.'
	is "$(seen 'my neck')" $now 'the other sees it'
	is "$(find "$mine" -name '*.yaml' | wc -l | tr -d ' ')" 1 'in one file'
done
is "$(cat "$mine"/*.yaml | grep -c '^at:')" 0 'without a time'

# The more protective holds: old copies, second copies, lost ones.
cp "$mine"/*.yaml old.yaml
run boundary ask-first my neck
is "$(seen 'my neck')" ask-first 'softer'
cp old.yaml "$mine/abc123.yaml"
is "$(seen 'my neck')" not-now 'an old not-now that came back holds'
is "$(own 'my neck')" not-now 'also for oneself'
run boundary ask-first my neck
is "$(seen 'my neck')" ask-first 'until its author changes it'
for name in abc123.yaml 'abc123.sync-conflict-1-2-3.yaml' 'abc123 (conflicted copy).yaml' 'Copy of abc123.yaml'; do
	cp old.yaml "$mine/$name"
	is "$(seen 'my neck')" not-now "in force as $name"
	rm "$mine/$name"
done
cp old.yaml "$mine/abc123.yaml~"
is "$(seen 'my neck')" ask-first 'but not as an editor left it'
rm "$mine/abc123.yaml~"
boundary -q not-now my neck
rm "$mine"/*.yaml
is "$(seen 'my neck')" '' 'a file that is lost'
run recall
err_has 'a file of yours was not here, as can happen with syncing: it is back'
is "$(seen 'my neck')" not-now 'is put back by the next command'
for f in "$mine"/*.yaml; do printf 'subject: "my n' >"$f"; done
run recall
is "$(seen 'my neck')" not-now 'also where it was cut short'
for now in ask-first 'welcome\nat: "2026-11-25T12:00:00+01:00"'; do
	printf 'subject: "my neck"\nnow: '"$now"'\n# whoever did this, with a comment that is long enough\n' >"$f"
	run recall
	is "$(seen 'my neck')" not-now 'and where a hand made it softer'
done
: >"${f%.yaml}.gone"
is "$(seen 'my neck')" not-now 'a mark hides nothing that protects'
rm "${f%.yaml}.gone"
printf 'subject: "my neck"\nnow: not-now\n# by hand, with a comment that is long enough\n' >"$f"
cp "$f" by-hand
run recall
ok 'what a hand left as protective stays' cmp -s by-hand "$f"
boundary -q not-now my neck
printf 'subject: [\n' >"$mine/bad123.yaml"
run boundary -u sam
status_is 3 'one that cannot be read'
out_has 'Something that was shared cannot be read, so ask first, whatever it is.'
ok 'is named with line and column' grep -qE 'bounds/bad123.yaml:[0-9]+:[0-9]+: ' err
out_has 'my neck' 'and the others are shown'
for odd in 'subject: ""
now: not-now' 'now: not-now' 'subject: x' 'subject: x
now: never' 'subject: x
now: welcome' 'subject: x
now: welcome
at: "soon"'; do
	printf '%s\n' "$odd" >"$mine/bad123.yaml"
	run boundary -u sam
	status_is 3 "none: $(echo "$odd" | tail -n 1)"
done
rm "$mine/bad123.yaml"

# A welcome is for its own day, and gone when it is taken back.
TZ=Europe/Berlin
at_time '2026-11-22 20:00:00' boundary -q welcome a hug
at_time '2026-11-22 20:00:01' boundary -q share --yes a hug 2>err
for moment in '2026-11-22 23:59:59 welcome' '2026-11-23 00:00:00 ask-first' '2026-11-22 19:55:30 welcome' '2026-11-22 19:50:00 ask-first'; do
	one_of 3 moments || continue
	is "$(at_time "${moment% *}" boundary -u sam --format json | jq -r 'select(.subject == "a hug") | .now')" "${moment##* }" "at $moment"
done
is "$(TZ=Pacific/Auckland at_time '2026-11-23 11:00:00' boundary -u sam --format json | jq -r 'select(.subject == "a hug") | .now')" welcome 'by the clock of whose it is'
boundary -q drop a hug 2>err
boundary -q welcome a hug
boundary -q share --yes a hug 2>err
run boundary -u sam
out_has 'alex, welcome today, but still ask:
  a hug'
cp "$(grep -l hug "$mine"/*.yaml)" hug.yaml; name=$(basename "$(grep -l hug "$mine"/*.yaml)")
run boundary drop a hug
status_is 0 drop
is "$(tr '\n' ' ' <err)" "Let go. Your partner no longer sees it. 'forget --undo ${name%.yaml}' brings it back, to you alone. " 'what went, and its way back'
is "$(seen 'a hug')" '' 'taken back'
cp hug.yaml "$mine/$name"
is "$(seen 'a hug')" '' 'and an old copy of it stays hidden'
rm -f "$mine/$name" "$mine"/*.gone
run recall
cp hug.yaml "$mine/$name"
is "$(seen 'a hug')" '' 'also after the mark was lost'
rm "$mine/$name"
boundary -q welcome a walk; boundary -q share --yes a walk 2>err
rm "$(grep -l walk "$mine"/*.yaml)"
run recall
is "$(seen 'a walk')" '' 'a lost welcome is not put back'

quick_ends

# Taking back, and letting go.
run boundary unshare my neck
status_is 0 unshare
is "$(seen 'my neck')" '' 'yours alone again'
is "$(own 'my neck')" not-now 'and still yours'
run boundary share --yes my neck
key=$(cat out)
run boundary drop "$key"
status_is 0 'drop by its key'
is "$(seen 'my neck')$(own 'my neck')" '' 'gone from both'
ok 'the words are in the trash' grep -q 'my neck' "$private/alex/trash"/boundary.*
run recall
is "$(seen 'my neck')" '' 'and nothing puts it back'
run boundary drop my neck
status_is 1 'twice'

# Under a pause all of it is free.
pause -q -u sam
for call in 'not-now feet' 'share --yes feet' 'unshare feet' 'drop feet' list; do
	# shellcheck disable=SC2086 # a call is words
	run boundary $call
	status_is 0 "under a pause: $call"
done
resume -q -u sam
esc=$(printf '\033')
printf 'subject: "x\\e[31m\\u202e"\nnow: not-now\n' >"$shared/sam/bounds/abc123.yaml"
run boundary
out_has 'x^[[31m<U+202E>'; out_lacks "${esc}[31m"
rm "$shared/sam/bounds/abc123.yaml"
for wrong in 'nope x' 'not-now x --about y' 'share' 'drop' 'list -m x' '-m x' 'drop x -m y' 'not-now -m a b -m c -' '--nonsense'; do
	one_of 4 wrong || continue
	snapshot
	# shellcheck disable=SC2086 # a call is words
	run boundary $wrong
	status_is 2 "$wrong"
	out_is ''
	unchanged "$wrong: nothing is written"
done
run boundary not-now -m "$(head -c 1001 /dev/zero | tr '\0' x)"
status_is 3 'too long'
boundary --format json >/dev/full 2>err && status=0 || status=$?
status_is 4 '> /dev/full'
mv "$shared/alex" away
run boundary not-now my back
status_is 0 'what is private goes on without the shared place'
run boundary share --yes my back
status_is 4 'and what is shared says what is amiss'
mv away "$shared/alex"
rm -rf "$HOME"; mkdir "$HOME"
unhurried -q init --solo kim
run boundary not-now phone calls
status_is 0 solo
run boundary
out_has 'not now: phone calls'; out_lacks partner
run boundary share --yes phone calls
status_is 1 'nobody to share with'
# What somebody else plants, hides or takes away.
export HOME="$T/away" XDG_DATA_HOME="$T/away/data" XDG_CONFIG_HOME="$T/away/config"
mkdir "$HOME"
couple
shared=$XDG_DATA_HOME/unhurried/shared private=$XDG_DATA_HOME/unhurried/private
for sign in r v f; do
	for i in 1 2; do
		printf 'subject: "a\\%sb"\nnow: not-now\n' "$sign" >"$shared/sam/bounds/aaaa$sign$i.yaml"
	done
done
run timeout 60 boundary
status_is 0 'blanks of every kind'
rm "$shared/sam/bounds"/*
printf 'my\r\nneck' >crlf
for call in first second; do
	run timeout 60 boundary not-now - <crlf
	status_is 0 "with CRLF, the $call time"
done
boundary -q drop my neck
# A welcome that was taken back leaves no words and no hour.
boundary -q -u sam welcome SECRET hug; boundary -q -u sam share --yes SECRET hug
boundary -q -u sam drop SECRET hug
is "$(cat "$shared/sam/bounds"/*.gone | sed 's/[0-9]*-[0-9]*-[0-9]*T/DAYT/; s/[+-][0-9:]*"$/ZONE"/')" 'day: "DAYT00:00:00ZONE"' 'the mark of a welcome holds a day'
is "$(grep -rl SECRET "$HOME" | grep -v /trash/)" '' 'and nothing else is left'
rm "$shared/sam/bounds"/*
# A pause is put back whatever is in the way of the rest.
share -q --yes --part note -u sam "$(checkin -u sam -m x 2>err)" >shared.id 2>err
forget -q -u sam --shared "$(cat shared.id)" 2>err
pause -q -u sam
rm "$shared/sam/now/pause.yaml"; rm -rf "$shared/sam/log"; echo x >"$shared/sam/log"
run recall -u sam
ok 'a pause is back, though marks are not' [ -f "$shared/sam/now/pause.yaml" ]
rm "$shared/sam/log"; resume -q -u sam
# Where the shared place is away: nothing claims to be taken back.
boundary -q not-now my neck; boundary -q share --yes my neck
mv "$shared/alex" "$T/elsewhere"
run boundary ask-first my neck
status_is 4 'a change is kept'; err_has 'Your partner cannot see it yet'
run boundary not-now my neck
status_is 4 'and changed back'
for verb in unshare drop; do
	run boundary $verb my neck
	status_is 4 "$verb, away"
	err_is "boundary: $shared/alex: your shared place is not there: what you shared of it can still be read; once that is mended, run: boundary $verb my neck"
	is "$(grep -l 'my neck' "$private/alex/bounds"/* 2>/dev/null | wc -l | tr -d ' ')" "$([ $verb = drop ] && echo 0 || echo 1)" "$verb: one's own"
done
mv "$T/elsewhere" "$shared/alex"
run boundary -u sam
status_is 0; out_has 'my neck'
mv "$shared/sam" "$T/elsewhere"
run boundary
out_has "Your partner's place is not here just now, so ask first, whatever it is."
mv "$T/elsewhere" "$shared/sam"
# Its key is no entry's: what does it with a boundary is told, and nothing goes.
key=$(boundary not-now my elbow 2>err)
# shellcheck disable=SC2089,SC2090 # quotes are what is said
for call in "forget|boundary drop $key' lets go of it" "share --yes|boundary share $key' shares it" "recall|boundary' shows it" \
    "recall -e|boundary' shows it" "forget --for-good|boundary drop $key' lets go of it"; do
	# shellcheck disable=SC2086 # options are words
	run ${call%%|*} "$key"
	status_is 1 "${call%%|*}: no entry"; err_is "$(echo "${call%%|*}" | cut -d ' ' -f 1): $key: this is not an entry; '${call#*|}"
done
is "$(own 'my elbow')" not-now 'it is there'
run forget how-we-talk; status_is 2 'no ID'; agree -q hold how-we-talk -m 'we sit' 2>err
run forget how-we-talk; status_is 2 'nor that'; err_is "forget: how-we-talk: this is not an entry; 'agree end how-we-talk' lets go of it"
run agree end how-we-talk; status_is 0 'as it was told'

# With a disk that takes nothing a welcome can still be taken back.
if [ "$under_valgrind" = 0 ]; then
boundary -q welcome a kiss; boundary -q share --yes a kiss
(ulimit -f 0; boundary -q drop a kiss 2>err)
unlike "$(boundary -u sam)" 'a kiss' 'taken back, on a full disk'
boundary -q welcome a kiss; boundary -q share --yes a kiss
(ulimit -f 0; boundary -q not-now a kiss 2>err)
unlike "$(boundary -u sam)" 'welcome' 'and where it is changed'
else
	skip 'valgrind writes its own files'
fi

# Situations to begin with: only not now and ask first, only for oneself.
rm -rf "$HOME" && mkdir "$HOME"
couple
snapshot
ok 'none is a touch of somebody asleep, who cannot be asked' not grep -qiE 'am asleep|woken with|as I sleep' "$TOP/share/boundaries/en/boundaries.yaml"
run boundary begin
status_is 2 'no terminal'; err_has "'unhurried paper map' is the same for a pen"
unchanged
cp -R "$shared" before.shared
printf '%s\n' 'expect what you pass is not a yes' 'expect You two share this account' 'expect a hand on my back while I cook' 'send n\r' \
    'expect a hug while my hands are full' 'send a\r' 'expect being kissed' 'send \r' 'expect being tickled' 'send y\r' 'expect n, a, or Enter' \
    'expect being tickled' 'send no\r' 'expect being watched' 'send q\r' 'expect Kept, and not shared.' eof >script
run onterm script boundary begin
status_is 0 'as far as one likes'
is "$(boundary --format tsv | awk -F'\t' '{ print $2, $3, $5 }' | sort)" 'ask-first a hug while my hands are full false
not-now a hand on my back while I cook false
not-now being tickled false' 'what was said, and what was passed is nothing'
ok 'nothing of it is shared' diff -r before.shared "$shared"
run boundary -u sam; out_lacks tickled 'and the other sees none of it'
printf '%s\n' 'expect being kissed' 'send stop\r' eof >script
run onterm script boundary begin
out_lacks tickled 'what is there is not asked again'
ok 'a word that stops is a pause' not signal -q
out_lacks 'Nothing was kept' 'and nothing more is said'
resume -q
snapshot
printf '%s\n' 'expect being kissed' 'send n\r' 'expect watched' 'send q\r' eof >script
run onterm script boundary -n begin
out_has 'being kissed on the neck' 'a dry run shows it'
unchanged
done_testing
