#!/bin/sh
# Memory or a file refused, at some of the calls of each tool and verb, by a seed:
# SEED=N does the same again. tests/fault/refuse.t tries all.
! [ -w /dev/shm ] || TMPDIR=/dev/shm
. "$(dirname "$0")/lib.sh"
. "$TOP/tests/fault/place.sh"
. "$TOP/tests/fault/sweep.sh"

why=$(refuse_ready) || skip_all "$why"
sweep quick alloc errno
done_testing
