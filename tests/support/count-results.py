#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up the results in the logs named (testlog.json of meson test) and ends with the line `N passed, N failed`.

A test program that speaks TAP counts once for each of its points, any other once. A program that ends badly without
saying which point failed counts as one failure, so a crash can never pass unseen.
"""
import json
import pathlib
import re
import sys

POINT = re.compile(r"^(not )?ok\b(.*)$")


def count(test):
    passed = failed = skipped = 0
    for line in test.get("stdout", "").splitlines():
        point = POINT.match(line)
        if point is None:
            continue
        if "# SKIP" in point[2].upper():
            skipped += 1
        elif point[1]:
            failed += 1
        else:
            passed += 1
    if test["result"] not in ("OK", "SKIP") and failed == 0:
        failed = 1
    if passed + failed + skipped == 0:
        passed = 1
    return passed, failed, skipped


def main():
    totals = [0, 0, 0]
    for log in sys.argv[1:]:
        for line in pathlib.Path(log).read_text(encoding="utf-8").splitlines():
            totals = [a + b for a, b in zip(totals, count(json.loads(line)))]
    passed, failed, skipped = totals
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
