#!/bin/sh
# Each system call of each tool and verb that writes, refused in every way, and the tool
# killed before each that changes anything; THIN=N tries one in N of these.
! [ -w /dev/shm ] || TMPDIR=/dev/shm
. "$(dirname "$0")/../lib.sh"
. "$TOP/tests/fault/place.sh"
. "$TOP/tests/fault/sweep.sh"
. "$TOP/tests/fault/faults.sh"

why=$(refuse_ready) || skip_all "$why"
why=$(dispatch_ready) || skip_all "$why"
sweep full calls
done_testing
