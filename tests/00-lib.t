#!/bin/sh
# The tests' own tools: would they notice?
. "$(dirname "$0")/lib.sh"

cat >"$T/sample.t" <<EOS
. "$TOP/tests/lib.sh"
printf 'one\n' >"\$HOME/file"
run sh -c 'echo out; echo err >&2; exit 3'
status_is 0; out_is other; out_is out; err_has error; err_lacks err; err_is err
snapshot; touch "\$HOME/file"; unchanged
snapshot; echo two >"\$HOME/other"; unchanged
snapshot; cat "\$HOME/file" >/dev/null; unchanged
is a b 'is'; like abc x 'like'; unlike abc b 'unlike'
echo "\$T" >&3
done_testing
EOS
mkdir tests && ln -s "$TOP/tests/lib.sh" "$TOP/tests/at_time" "$TOP/tests/unit" tests/ && mv sample.t tests/sample.t
run sh tests/sample.t 3>"$T/its"
status_is 1 'a file where something is not as it should be ends so'
is "$(sed -n 's/ - .*//p' out | tr '\n' ' ')" \
    'not ok 1 not ok 2 ok 3 not ok 4 not ok 5 ok 6 not ok 7 not ok 8 ok 9 not ok 10 not ok 11 not ok 12 ' \
    'each assertion can tell'
ok 'and has cleaned up' not test -e "$(cat its)"
ok 'no UNHURRIED_ variable comes in' [ -z "${UNHURRIED_ME-}" ]

# The same where no compiler is.
sed '/lib\.sh/a tree_program=tree_of_many' tests/sample.t >tests/plain.t
run sh tests/plain.t 3>"$T/its"
is "$(sed -n 's/ - .*//p' out | tr '\n' ' ')" \
    'not ok 1 not ok 2 ok 3 not ok 4 not ok 5 ok 6 not ok 7 not ok 8 ok 9 not ok 10 not ok 11 not ok 12 ' \
    'by programs that are everywhere as well'

# The two forms.
cat >tests/forms.t <<EOS
. "$TOP/tests/lib.sh"
for n in 1 2 3 4 5; do one_of 2 rounds || continue; echo "\$n"; done
one_of 2 others && echo other
whole && echo whole
EOS
run sh tests/forms.t
out_is '1
2
3
4
5
other
whole' 'the whole form'
run env UNHURRIED_QUICK=1 sh tests/forms.t
out_is '1
3
5
other' 'the quick form: the first, and each second after it'

# The clock: the same on whatever day, another one on demand, and for all that is run.
cat >tests/clock.t <<EOS
. "$TOP/tests/lib.sh"
need clock
date '+%F %H %Z'; day -1; bare date +%F; perl -e 'print((localtime)[5] + 1900, "\n")'
clock_at '2024-03-01 00:00:01' UTC; date '+%F %H %Z'; day -1
at_time '2025-12-31 23:59:59' date '+%F %T'; at_time '@2025-12-31 23:59:59' sh -c 'sleep 1; date +%F'
EOS
if [ -n "${MOMENT-}" ]; then
	run sh tests/clock.t
	out_is "2026-11-25 14 CET
2026-11-24
2026-11-25
2026
2024-03-01 00 UTC
2024-02-29
2025-12-31 23:59:59
2026-01-01"
	run env UNHURRIED_TEST_AT='2026-03-29 01:59:00' UNHURRIED_TEST_ZONE=Asia/Kathmandu sh tests/clock.t
	is "$(head -n 2 out)" '2026-03-29 01 +0545
2026-03-28' 'another moment, another zone'
	here() { env -u TZ MOMENT=+0 date +%F; }
	before=$(here)
	run env UNHURRIED_TEST_AT=now sh tests/clock.t
	like " $before $(here) " " $(sed -n 3p out) " 'the day of this computer, also at midnight'
else
	skip 'no clock here'
fi

# What was not done for want of a terminal: nothing that may rest on it is asserted.
cat >tests/undone.t <<EOS
terminal=no
. "$TOP/tests/lib.sh"
run onterm script false; status_is 0 one
run false; status_is 0 two; ok three false
afresh
run false; status_is 1 four; status_is 0 five
done_testing
EOS
run sh tests/undone.t
is "$(sed -n 's/^\(.*ok [0-9] [#-]\).*\( [a-z]*\)$/\1\2/p' out)" 'ok 1 # one
ok 2 # two
ok 3 # three
ok 4 - four
not ok 5 - five' 'up to where it begins afresh'

# onterm
printf '%s\n' 'expect name?' 'send sam\r' 'expect hello' 'size 120x50' 'send \r' eof >script
run onterm script sh -c 'stty size; printf "name? "; read n; echo "hello $n"; read n; stty size; exit 3'
status_is 3 'onterm ends as its command did'
out_has '24 80'; out_has 'hello sam'; out_has '50 120'
waits=yes
printf '%s\n' 'expect nothing of the kind' >script
run onterm -t 1 script sleep 30
status_is 124 'onterm does not wait for ever'
err_has 'script:1: waited in vain for: nothing of the kind'
run onterm script true
status_is 124 'nor for a command that has gone'
waits=
printf '%s\n' 'expect ready' 'send \x03' >script
run onterm script sh -c 'echo ready; exec sleep 30'
status_is 130 'Ctrl-C comes through'
printf '%s\n' 'expect ready' hangup >script
run onterm script sh -c 'echo ready; exec sleep 30'
status_is 129 'so does a lost terminal'
done_testing
