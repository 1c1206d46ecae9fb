#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

"""jiliangctl as people use it: help, exit codes, plain words, imports and officials. Usage: test-jiliangctl.py JILIANGCTL TOP"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

CTL, TOP = sys.argv[1:]
SEED = pathlib.Path(TOP) / 'data/sql/seed/published.csv'
HEAD = 'place_code,place,period,indicator,value,unit,source,note\n'


def ctl(*words, typed=''):
    return subprocess.run([CTL, *words], input=typed, capture_output=True, text=True, check=False)


def sql(query):
    run = ctl('with-server', '--', 'psql', '-XAtc', query)
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


def expect(run, code, *said):
    everything = run.stdout + run.stderr
    assert run.returncode == code, f'exit {run.returncode}: {everything}'
    for words in said:
        assert words in everything, f'{words!r} is not in {everything!r}'


def commands():
    lines = ctl('--help').stdout.splitlines()
    return [line.split()[0] for line in lines if line.startswith('  ')]


def every_command_has_help():
    assert len(commands()) > 5
    for name in commands():
        expect(ctl(name, '--help'), 0, 'jiliangctl')


def wrong_words_are_usage():
    expect(ctl(), 2)
    expect(ctl('frobnicate'), 2, 'frobnicate')
    expect(ctl('import'), 2)
    expect(ctl('practice', '--buildings', 'many'), 2)
    expect(ctl('official', 'add', 'somebody'), 2, '--duty')


def practice_is_made_once():
    expect(ctl('practice', '--buildings', '200'), 0, 'jl_practice: 200 buildings')
    expect(ctl('practice', '--buildings', '200'), 0)
    expect(ctl('practice', '--buildings', '300'), 1, '--recreate')
    expect(ctl('practice', '--years', '2014-2010'), 1, '2010-2014')
    expect(ctl('practice', '--database', 'service_of_somebody'), 1, 'private server only')
    assert sql('select count(*) from jl.building') == '200'


def practice_has_the_published_figures():
    assert sql('select count(*) from jl.published_figure') == str(len(SEED.read_text(encoding='utf-8').splitlines()) - 1)
    expect(ctl('import', str(SEED)), 0, 'nothing to do')


def write(text):
    path = pathlib.Path(os.environ['XDG_DATA_HOME']) / 'figures.csv'
    path.write_text(HEAD + text, encoding='utf-8')
    return str(path)


def import_takes_all_or_nothing():
    before = sql('select count(*) from jl.published_figure')
    good = '220100,长春市,2013,metered_billing_area,1200,万m²,测试文件,\n'
    for bad in ('229999,长春市,2013,metered_billing_area,1,万m²,测试文件,\n',
                '220100,长春市,2013,metered_billing_area,many,万m²,测试文件,\n',
                '220100,长春市,2013,metered_billing_area\n'):
        expect(ctl('import', write(good + bad)), 1, 'line 3')
        assert sql('select count(*) from jl.published_figure') == before
    expect(ctl('import', write(good)), 0, '1 new')
    expect(ctl('import', write(good)), 0, 'nothing to do')
    assert sql('select count(*) from jl.published_figure') == str(int(before) + 1)


def import_needs_the_duty():
    expect(ctl('import', '--as', 'reader1', str(SEED)), 1)
    expect(ctl('import', '/nonexistent.csv'), 1, 'nonexistent')


def officials_come_and_go():
    expect(ctl('official', 'add', 'zhang', '--duty', 'city', '--unit', '220182', '--display-name', '张三'), 0)
    expect(ctl('official', 'list'), 0, 'zhang', '张三')
    expect(ctl('official', 'add', 'zhang', '--duty', 'city'), 1)
    expect(ctl('official', 'add', 'li', '--duty', 'emperor'), 1, 'jl_emperor')
    expect(ctl('official', 'add', 'li', '--duty', 'reader', '--as', 'housing1'), 1)
    expect(ctl('official', 'end', 'zhang'), 0)
    expect(ctl('official', 'end', 'zhang'), 1)


def passwords_go_as_verifiers():
    expect(ctl('official', 'add', 'wang', '--duty', 'reader', '--password', typed='\n'), 1)
    expect(ctl('official', 'add', 'wang', '--duty', 'reader', '--password', typed='秘密 secret\n'), 0)
    assert sql("select left(rolpassword, 14) from pg_authid where rolname = 'wang'") == 'SCRAM-SHA-256$'


def findings_are_listed_and_reconciled():
    expect(ctl('findings', '--refresh'), 0, '2015-04-30', 'findings')
    expect(ctl('findings', '--unit', '220100', '--rule', 'share_below_line', '--state', 'all'), 0, '长春市')
    expect(ctl('findings', '--refresh', '--as-of', '2011-01-01'), 1, '2015-04-30')
    expect(ctl('findings', '--refresh', '--as', 'city1'), 1, 'jl_housing')
    expect(ctl('findings', '--rule', 'nothing'), 1, 'nothing')
    expect(ctl('findings', '--state', 'gone'), 2, 'gone')
    expect(ctl('findings', '--as-of', '2015-05-01'), 2, '--refresh')


def migrate_says_what_it_did():
    expect(ctl('migrate'), 0, 'has this program’s schema')
    expect(ctl('server-setup'), 0)


def a_central_server_is_set_up_and_used():
    """Another database of the same server, reached by a URI as a central one would be."""
    folder = sql('show unix_socket_directories')

    def uri(database, user):
        return '--database', f'postgresql://{user}@/{database}?host={folder}'

    expect(ctl('server-setup', *uri('postgres', 'jl_superuser')), 0)
    sql('create database central owner jl_owner')
    expect(ctl('official', 'list', *uri('central', 'jl_superuser')), 1, 'jiliangctl migrate')
    expect(ctl('migrate', *uri('central', 'jl_superuser')), 0, 'applied')
    expect(ctl('migrate', *uri('central', 'jl_superuser')), 0, 'has this program’s schema')
    expect(ctl('official', 'add', 'root_of_all', '--duty', 'admin', *uri('central', 'jl_superuser')), 0)
    expect(ctl('official', 'add', 'li', '--duty', 'housing', *uri('central', 'root_of_all')), 0)
    expect(ctl('import', str(SEED), *uri('central', 'li')), 0, 'new')
    expect(ctl('import', str(SEED), *uri('central', 'root_of_all')), 1, 'permission denied')
    expect(ctl('practice', '--recreate', *uri('central', 'li')), 1, 'private server only')
    assert sql("select count(*) from pg_database where datname = 'central'") == '1'


CASES = [
    every_command_has_help, wrong_words_are_usage, practice_is_made_once, practice_has_the_published_figures,
    import_takes_all_or_nothing, import_needs_the_duty, officials_come_and_go,
    passwords_go_as_verifiers, findings_are_listed_and_reconciled, migrate_says_what_it_did, a_central_server_is_set_up_and_used,
]


def main():
    print(f'1..{len(CASES)}')
    for number, case in enumerate(CASES, 1):
        name = case.__name__.replace('_', ' ')
        try:
            case()
            print(f'ok {number} {name}', flush=True)
        except AssertionError as failure:
            print(f'not ok {number} {name}\n# {failure}', flush=True)


def clear_away(data, sockets):
    """Waits for the end of the server, which takes the folder of its sockets away; its data may lie outside the test's home (root
    without user namespaces)."""
    while pathlib.Path(sockets).exists():
        time.sleep(0.02)
    shutil.rmtree(pathlib.Path(data).parent)


if __name__ == '__main__':
    with tempfile.TemporaryDirectory(prefix='jiliang-test-') as home, \
            tempfile.TemporaryDirectory(prefix='jiliang-run-') as runtime:
        os.environ.update(XDG_DATA_HOME=home, XDG_RUNTIME_DIR=runtime)
        # Holds the server over all the cases, so that each of them need not start it.
        holder = subprocess.Popen([CTL, 'with-server', '--', 'cat'], stdin=subprocess.PIPE)
        try:
            main()
            server = sql('show data_directory'), sql('show unix_socket_directories')
        finally:
            holder.communicate()
        clear_away(*server)
