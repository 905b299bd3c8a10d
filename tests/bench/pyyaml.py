# Copyright (c) 2026 The unhurried authors
# SPDX-License-Identifier: ISC
"""pyyaml.py add|week|all DIR: the bench's jobs, as PyYAML would do them.

add writes one check-in with the same two syncs, week takes the means of
2019-W20 from the months it lies in, all takes monthly means of everything.
LibYAML's C loader where PyYAML has it.
"""
import os
import sys
import time

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def add(base):
    now = time.gmtime()
    month = os.path.join(base, "private/alex/log", time.strftime("%Y/%m", now))
    os.makedirs(month, exist_ok=True)
    path = "%s/%s-alex-checkin-py%04d.yaml" % (
        month, time.strftime("%Y%m%dt%H%M%Sz", now), os.getpid() % 10000)
    with open(path + ".tmp", "x") as f:
        yaml.safe_dump({
            "kind": "checkin", "at": time.strftime("%FT%T+00:00", now),
            "by": "alex", "mood": 7, "note": "a short note"}, f)
        f.flush()
        os.fsync(f.fileno())
    os.rename(path + ".tmp", path)
    fd = os.open(month, os.O_RDONLY)
    os.fsync(fd)
    os.close(fd)


def means(base, under, key, wanted):
    sums = {}
    for log in "private/alex/log", "shared/sam/log":
        for folder, _, files in os.walk(os.path.join(base, log, under)):
            for name in files:
                with open(os.path.join(folder, name), "rb") as f:
                    entry = yaml.load(f, LOADER)
                if not wanted(entry):
                    continue
                group = sums.setdefault((entry["by"], key(entry)), [0, 0])
                group[0] += entry["mood"]
                group[1] += 1
    for group in sorted(sums):
        print(*group, round(sums[group][0] / sums[group][1], 3))


def main():
    what, base = sys.argv[1:]
    if what == "add":
        add(base)
    elif what == "week":
        means(base, "2019/05", lambda e: "2019-W20",
              lambda e: "2019-05-13" <= e["at"] < "2019-05-20")
    else:
        means(base, "", lambda e: e["at"][:7], lambda e: True)


main()
