#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

"""What happens on the screen when somebody else changes what stands there: a bar, and after 刷新 the same place with other values.

Usage: test-elsewhere.py FOLDER_OF_THE_PROGRAMS"""

import re
import sys

from database import Database
from home import Home
from screen import keys, wait
from tap import run_cases

BUILDINGS = 600
TOLD = '数据已更新'
OFFICE = 'jl_practice_housing1'
CHANGED = 12  # the row that is opened, counted from 0
REGISTER = '供热单位'


class Path:
    """What the steps share."""

    def __init__(self, window, database):
        self.window = window
        self.database = database

    def change(self, record, values):
        """As somebody at another desk, with the version that stands there."""
        self.database.rows(f"select jl_api.record_save ('company', {record}, (select version from jl_api.company_list where id = {record}), "
                           f"'{values}')", role=OFFICE)

    def table(self):
        return self.window.find('table', REGISTER)

    def open_companies(self):
        self.window.open_page('台账')
        chooser = self.window.find('button', '台账：')
        self.window.click(chooser)
        chooser.find('text', '查找台账').type(REGISTER)
        keys('Return')
        self.window.find('label', '合计　')


def others_change_is_told(path):
    """A record that somebody else changes is told by a bar, the row on show and the one that is open stay as they were"""
    path.open_companies()
    rows = path.table().rows(CHANGED + 1)
    path.name = rows[CHANGED][1]
    path.window.click(path.table().rows_of(CHANGED + 1)[CHANGED])
    path.window.find('label', '变更记录')
    path.record = path.database.value(f"select id from jl_api.company_list where code = '{rows[CHANGED][0]}'")
    path.change(path.record, '{"name": "改名供热公司"}')
    path.window.find('label', TOLD)
    assert path.table().rows(CHANGED + 1)[CHANGED][1] == path.name


def refresh_shows_it_in_place(path):
    """刷新 shows the change in its row and beside the list"""
    path.window.press('刷新')
    wait(lambda: path.table().rows(CHANGED + 1)[CHANGED][1] == '改名供热公司', 'the new name in the list')
    path.window.find('label', '改名供热公司')
    path.window.frame().wait_gone('label', TOLD)


def own_change_is_not(path):
    """What is changed in this window is not told, and stands in the list at once"""
    path.window.press('编辑')
    path.window.find('form').find('text', '供热单位名称').type('自己改名的公司')
    path.window.press('保存')
    wait(lambda: path.table().rows(CHANGED + 1)[CHANGED][1] == '自己改名的公司', 'the own name in the list')
    assert not path.window.frame().look('label', TOLD)


def figures_are_told_as_well(path):
    """A page of figures is told of records; left and opened again it has been read anew, without a bar"""
    path.window.open_page('全省概况')
    path.window.find('label', '需要关注')
    path.change(path.record, '{"note": "一"}')
    path.window.find('label', TOLD)
    path.window.open_page('地区概况')
    path.window.open_page('全省概况')
    path.window.find('label', '需要关注')
    path.window.frame().wait_gone('label', TOLD)


def counts_follow(path):
    """What somebody else's change adds to the findings is counted in the sidebar"""
    count = "select count (*) from jl_api.finding_list where state not in ('closed', 'accepted')"
    before = int(path.database.value(count))
    path.database.rows("insert into jl.boiler_house (unit_id, code, name, planned_on) select min (unit_id), 'SHIYAN-9', '试验锅炉房', '2013-01-01' "
                       'from jl.building')
    path.database.rows('select jl_api.findings_catch_up ()', role=OFFICE)
    after = int(path.database.value(count))
    assert after > before, f'{before} findings, and {after}'
    path.window.find('list item', re.compile(f'问题清单 {after:,}$'))


STEPS = [others_change_is_told, refresh_shows_it_in_place, own_change_is_not, figures_are_told_as_well, counts_follow]


def main():
    print(f'1..{len(STEPS)}', flush=True)
    with Home(sys.argv[1]) as home, home.keep_server(BUILDINGS):
        with Database(home) as database, home.window('--practice') as window:
            window.find('label', '需要关注')
            run_cases(STEPS, Path(window, database), steps=True)


if __name__ == '__main__':
    main()
