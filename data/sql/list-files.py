#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

"""Writes the list of SQL and seed files as a GResource description: a file that is there is part of the program.

Usage: list-files.py FOLDER OUTPUT"""

import pathlib
import sys

PATTERNS = ('bootstrap.sql', 'roles.sql', 'migrations/*.sql', 'define/*.sql', 'seed/published.csv')


def main():
    folder, output = map(pathlib.Path, sys.argv[1:])
    names = sorted(str(path.relative_to(folder)) for pattern in PATTERNS for path in folder.glob(pattern))
    lines = [f'    <file>{name}</file>' for name in names]
    text = '\n'.join(
        ['<gresources>', '  <gresource prefix="/org/jiliang/Jiliang/sql">', *lines, '  </gresource>', '</gresources>', ''])
    if not output.exists() or output.read_text() != text:
        output.write_text(text)


if __name__ == '__main__':
    main()
