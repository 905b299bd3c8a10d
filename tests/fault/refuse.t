#!/bin/sh
# Memory or a file that is refused, at each of the calls of each tool and verb.
! [ -w /dev/shm ] || TMPDIR=/dev/shm
. "$(dirname "$0")/../lib.sh"
. "$TOP/tests/fault/place.sh"
. "$TOP/tests/fault/sweep.sh"

why=$(refuse_ready) || skip_all "$why"
sweep full alloc errno
done_testing
