#!/bin/sh
# The pacer over ten minutes: each cue of each breath, as it comes out of the
# pipe, against the monotonic clock; no cue is 50 ms away from its time.
. "$(dirname "$0")/../lib.sh"

need python3
[ "$under_valgrind" = 0 ] || skip_all 'time is measured without valgrind'
couple
mkdir -p "$XDG_DATA_HOME/unhurried/private/alex/rituals"
cat >"$XDG_DATA_HOME/unhurried/private/alex/rituals/long.yaml" <<'EOS'
deck: long
added: 2026-01-01
items:
  - id: long-breath
    title: "Long"
    kind: breathing
    company: alone
    steps:
      - {seconds: 600, breathe: four-six, text: "Begin."}
EOS
cat >stamp.py <<'EOS'
import os, time
data = b""
while True:
    some = os.read(0, 65536)
    now = time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    if not some:
        break
    data += some
    *lines, data = data.split(b"\n")
    for line in lines:
        print(now, line.decode())
EOS
{ ritual run --plain --alone --minutes 10 long-breath 2>err; echo $? >ended; } | python3 stamp.py >stamped
is "$(cat ended)" 0 'it ends well'
is "$(cat err)" '' 'without a word of trouble'
sed -n 's/ in$/ 0/p; s/ out$/ 4/p' stamped >cues
is "$(wc -l <cues | tr -d ' ')" 120 'sixty breaths in ten minutes, each with two cues'
# A breath is ten seconds; in comes at its beginning, out four seconds later.
awk 'NR == 1 { first = $1 }
    { off = ($1 - first) / 1e6 - (int((NR - 1) / 2) * 10 + $2) * 1000
      if (off < 0) off = -off
      if (off > most) most = off }
    END { printf "%.1f\n", most }' cues >most
diag <<EOS
the furthest cue was $(cat most) ms away
EOS
ok 'none is 50 ms away from its time' awk '$1 >= 50 { exit 1 }' most
# And what ends it comes when the last breath is out.
last=$(awk 'END { print $1 }' cues) after=$(sed -n 's/ That was it\..*//p' stamped)
ok 'it ends with the last breath' awk -v a="$after" -v l="$last" 'BEGIN { d = (a - l) / 1e6 - 6000; exit !(d > -50 && d < 50) }'
done_testing
