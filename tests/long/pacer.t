#!/bin/sh
# The pacer over ten minutes: each cue of each breath, as it comes out of the
# pipe, against the monotonic clock; in no minute it has drifted by 50 ms.
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
# A breath is ten seconds; in comes at its beginning, out four seconds later. How
# late each cue is beside the most punctual one; of every minute the middle one
# counts, as a busy machine wakes anybody late now and then.
awk 'NR == 1 { first = $1 }
    { print int((NR - 1) / 12), ($1 - first) / 1e6 - (int((NR - 1) / 2) * 10 + $2) * 1000 }' cues >late
least=$(cut -d ' ' -f 2 late | sort -g | head -n 1)
sort -k 1,1n -k 2,2g late | awk -v least="$least" 'NR % 12 == 6 { printf "%.1f\n", $2 - least }' >minutes
printf 'minute by minute, in ms: %s\nthe latest of all: %s\n' "$(tr '\n' ' ' <minutes)" \
    "$(sort -k 2,2g late | awk -v least="$least" 'END { printf "%.1f", $2 - least }')" | diag
is "$(wc -l <minutes | tr -d ' ')" 10 'ten minutes'
ok 'in none of them a cue is 50 ms away from its time' awk '$1 >= 50 { exit 1 }' minutes
# And what ends it comes when the last breath is out.
first=$(sed -n '1s/ .*//p' cues) after=$(sed -n 's/ That was it\..*//p' stamped)
ok 'it ends with the last breath' awk -v a="$after" -v f="$first" -v l="$least" 'BEGIN { d = (a - f) / 1e6 - 600000 - l; exit !(d > -1 && d < 500) }'
done_testing
