#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

"""Counts what a run of `meson test` found, case by case, from its log: "N passed, N failed[, N skipped]"."""

import json
import re
import sys

CASE = re.compile(r'^(not )?ok\b(.*)$', re.MULTILINE)
FAILURE = re.compile(r'^not ok\b.*(?:\n#.*)*', re.MULTILINE)


def cases(test):
    """The TAP cases of one test as words; a test without any is one case."""
    words = []
    for failed, rest in CASE.findall(test.get('stdout') or ''):
        skipped = re.search(r'# *skip', rest, re.IGNORECASE)
        words.append('failed' if failed else 'skipped' if skipped else 'passed')
    whole = {'OK': 'passed', 'SKIP': 'skipped'}.get(test['result'], 'failed')
    if not words or (whole == 'failed' and 'failed' not in words):
        words.append(whole)
    return words


def show(test):
    """The failed cases with what the test says about them, and the end of its other output."""
    print(f"failed: {test['name']} ({test['result']})")
    print('\n'.join(FAILURE.findall(test.get('stdout') or '')))
    print('\n'.join((test.get('stderr') or '').splitlines()[-20:]))


def main():
    count = {'passed': 0, 'failed': 0, 'skipped': 0}
    with open(sys.argv[1], encoding='utf-8') as log:
        for line in log:
            test = json.loads(line)
            words = cases(test)
            if 'failed' in words:
                show(test)
            for word in words:
                count[word] += 1
    tail = f", {count['skipped']} skipped" if count['skipped'] else ''
    print(f"{count['passed']} passed, {count['failed']} failed{tail}")
    return 1 if count['failed'] else 0


if __name__ == '__main__':
    sys.exit(main())
