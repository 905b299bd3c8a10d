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
mkdir tests && ln -s "$TOP/tests/lib.sh" tests/lib.sh && mv sample.t tests/sample.t
run sh tests/sample.t 3>"$T/its"
status_is 1 'a file where something is not as it should be ends so'
is "$(sed -n 's/ - .*//p' out | tr '\n' ' ')" \
    'not ok 1 not ok 2 ok 3 not ok 4 not ok 5 ok 6 not ok 7 not ok 8 ok 9 not ok 10 not ok 11 not ok 12 ' \
    'each assertion can tell'
ok 'and has cleaned up' not test -e "$(cat its)"
ok 'no UNHURRIED_ variable comes in' [ -z "${UNHURRIED_ME-}" ]
is "$(TZ='' date +%Z)$(date +%H -d 2026-11-22T12:00Z 2>/dev/null || echo 13)" UTC13 'zone'

# onterm
printf '%s\n' 'expect name?' 'send sam\r' 'expect hello' 'size 120x50' 'send \r' eof >script
run onterm script sh -c 'stty size; printf "name? "; read n; echo "hello $n"; read n; stty size; exit 3'
status_is 3 'onterm ends as its command did'
out_has '24 80'; out_has 'hello sam'; out_has '50 120'
printf '%s\n' 'expect nothing of the kind' >script
run onterm -t 1 script sleep 30
status_is 124 'onterm does not wait for ever'
err_has 'script:1: waited in vain for: nothing of the kind'
run onterm script true
status_is 124 'nor for a command that has gone'
printf '%s\n' 'expect ready' 'send \x03' >script
run onterm script sh -c 'echo ready; exec sleep 30'
status_is 130 'Ctrl-C comes through'
printf '%s\n' 'expect ready' hangup >script
run onterm script sh -c 'echo ready; exec sleep 30'
status_is 129 'so does a lost terminal'
done_testing
