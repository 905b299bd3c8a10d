#!/bin/sh
# Memory, a file or a system call refused, at some of the calls of each tool and verb,
# by a seed: SEED=N does the same again. tests/fault/refuse.t and calls.t try all, and
# the quick form the first call of each tool, then of each verb, with the same seed.
! [ -w /dev/shm ] || TMPDIR=/dev/shm
. "$(dirname "$0")/lib.sh"
. "$TOP/tests/fault/place.sh"
. "$TOP/tests/fault/sweep.sh"
. "$TOP/tests/fault/faults.sh"

why=$(refuse_ready) || skip_all "$why"
calls=calls
why=$(dispatch_ready) || { skip "$why"; calls=; }
# With one sweep of each call, what it asks the disk for is heard in every one.
whole || SEED=${SEED:-1} first_of=verb asked=${calls:+asked}
! quickest || first_of=tool
# shellcheck disable=SC2086 # none, or one
sweep quick alloc errno $calls
done_testing
