# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

"""Runs the cases of a test and says how they went in the Test Anything Protocol."""

import time
import traceback


def complain(failure):
    for line in ''.join(traceback.format_exception(failure)).splitlines():
        print('#', line)


def run_case(number, case, arguments):
    name = (case.__doc__ or case.__name__.replace('_', ' ')).splitlines()[0].rstrip('.')
    began = time.monotonic()
    try:
        case(*arguments)
    except Exception as failure:  # whatever goes wrong belongs to the case
        print(f'not ok {number} {name}')
        complain(failure)
        return False
    print(f'ok {number} {name} ({time.monotonic() - began:.1f} s)', flush=True)
    return True


def run_cases(cases, *arguments, steps=False):
    """Steps build on each other: after the first failure the others count as failed without being tried."""
    good = True
    for number, case in enumerate(cases, 1):
        if good or not steps:
            good = run_case(number, case, arguments) and good
        else:
            print(f'not ok {number} {case.__name__.replace("_", " ")} (not reached)', flush=True)
    return good
