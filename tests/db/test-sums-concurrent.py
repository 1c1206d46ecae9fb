#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

"""Several connections write into the same registers at once: what the sums say afterwards is what the facts say.

Usage: test-sums-concurrent.py JILIANGCTL (starts a private server of its own and comes back inside it)"""

import os
import random
import subprocess
import sys

WRITERS = 5
STATEMENTS = 60
DATABASE = 'jl_practice'

# Every writer takes the same few records, so that they meet: parents, children and season rows, moves and deletes.
STATEMENTS_OF = [
    "update jl.verification set n_passed = least (n_sent, {k}) where id % 7 = {r}",
    "update jl.meter_batch set n = 20 + {k} where id % 5 = {r}",
    "insert into jl.verification (batch_id, unit_id, kind, verified_on, valid_until, n_sent, n_passed)"
    " select id, unit_id, 'periodic', date '2012-01-01' + {k}, date '2015-01-01', 50, {k} from jl.meter_batch where id % 9 = {r}",
    "delete from jl.verification where kind = 'periodic' and n_sent = 50 and id % 11 = {r}",
    "update jl.new_project set fitted_on = completed_on + {k} - 20 where id % 6 = {r} and completed_on is not null",
    "update jl.project_gate set state = 'done', done_on = date '2012-06-01' + {k} where id % 8 = {r}",
    "update jl.retrofit_project set accepted_on = done_on + {k} where id % 6 = {r} and done_on is not null",
    "update jl.fund set spent_fen = {k} * 1000, spent_on = date '2012-06-01' + {k} where id % 5 = {r}",
    "update jl.complaint set closed_on = received_on + {k} where id % 7 = {r}",
    "update jl.complaint c set unit_id = (select o.unit_id from jl.complaint o where o.id > c.id order by o.id limit 1)"
    " where id % 13 = {r} and id < (select max (id) from jl.complaint)",
    "update jl.building set company_id = (select id from jl.company order by id offset {k} limit 1) where id % 17 = {r}",
    "update jl.building_season set heat_100kj = {k} + 1000 where year = 2014 and building_id % 9 = {r}",
    "insert into jl.quality_check (unit_id, checked_on, kind, n_checked, n_passed)"
    " select unit_id, date '2013-01-01' + {k}, 'room_temperature', 50, {k} from jl.quality_check where id % 23 = {r}",
]


def writer_script(seed):
    draw = random.Random(seed)
    lines = ['\\set ON_ERROR_STOP off', "set lock_timeout = '60s';"]
    for _ in range(STATEMENTS):
        count = draw.choice([1, 1, 2])
        lines.append('begin;')
        lines += [draw.choice(STATEMENTS_OF).format(k=draw.randrange(1, 30), r=draw.randrange(5)) + ';' for _ in range(count)]
        lines.append(draw.choice(['commit;', 'commit;', 'commit;', 'rollback;']))
    return '\n'.join(lines)


def psql(*args, **more):
    return subprocess.run(['psql', '-X', '-q', '-A', '-t', '-d', DATABASE, *args], text=True, capture_output=True, check=False, **more)


def difference():
    answer = psql('-c', 'select count(*) from jl.sums_difference ()')
    return answer.stdout.strip() or answer.stderr


def main_inside():
    print('1..3')
    print('ok 1 - no difference before' if difference() == '0' else 'not ok 1 - a difference before')
    writers = [subprocess.Popen(['psql', '-X', '-q', '-d', DATABASE], text=True, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE) for _ in range(WRITERS)]
    for seed, writer in enumerate(writers):
        writer.stdin.write(writer_script(seed))
        writer.stdin.close()
    complaints = [line for writer in writers for line in writer.stderr.read().splitlines() if line.startswith('ERROR')]
    for writer in writers:
        writer.wait()
    # Two transactions of several statements may meet in a circle, whoever writes them; nothing else may go wrong.
    others = [line for line in complaints if 'deadlock' not in line and 'aborted' not in line]
    for line in others[:5]:
        print('#', line)
    print(f'{"not ok" if others else "ok"} 2 - every statement of {WRITERS} writers went through ({len(complaints)} met in a circle)')
    left = difference()
    print('ok 3 - no difference after' if left == '0' else f'not ok 3 - a difference after: {left}')


def main():
    ctl = os.path.abspath(sys.argv[1])
    if len(sys.argv) > 2:
        main_inside()
        return
    home = os.path.join(os.environ['MESON_BUILD_ROOT'], 'test-concurrent')
    os.makedirs(home, exist_ok=True)
    env = dict(os.environ, XDG_DATA_HOME=home)
    subprocess.run([ctl, 'practice', '--buildings', '600', '--recreate'], env=env, check=True, stdout=subprocess.DEVNULL)
    sys.exit(subprocess.run([ctl, 'with-server', '--', sys.executable, __file__, ctl, 'inside'], env=env, check=False).returncode)


if __name__ == '__main__':
    main()
