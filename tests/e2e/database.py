# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

"""A psql that stays open beside the window: what the window has done is asked of the database itself."""

import subprocess

END = '-- that was all'


class Database:
    """As the superuser, or for one question as an official."""

    def __init__(self, home):
        self.process = subprocess.Popen(
            [home.programs / 'jiliangctl', 'with-server', '--', 'psql', '-XAtq', '-v', 'VERBOSITY=verbose', '-U', 'jl_superuser'],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def __enter__(self):
        return self

    def __exit__(self, *_failure):
        self.process.communicate()

    def rows(self, query, role=None):
        """As tuples of text; a refusal is an error."""
        if role:
            query = f'set session authorization {role};\n{query};\nreset session authorization'
        self.process.stdin.write(f'{query};\n\\echo {END}\n')
        self.process.stdin.flush()
        lines = [line.rstrip('\n') for line in iter(self.process.stdout.readline, f'{END}\n')]
        refusals = [line for line in lines if line.startswith('ERROR:')]
        if refusals:
            raise PermissionError('\n'.join(lines))
        return [tuple(line.split('|')) for line in lines]

    def value(self, query, role=None):
        return self.rows(query, role)[0][0]

    def is_busy(self):
        """Whether anybody else is being answered."""
        return self.value("select count(*) from pg_stat_activity where state = 'active' and pid <> pg_backend_pid()") != '0'
