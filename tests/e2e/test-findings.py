#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

"""问题清单 as officials use it: counted, narrowed, opened, explained by a clerk, accepted, planned, closed by the data; and
what is written in the window or brought in by a file is followed.

Usage: test-findings.py FOLDER_OF_THE_PROGRAMS"""

import datetime
import pathlib
import re
import sys
import tempfile

from database import Database
from form import Hands
from home import Home
from papers import choose_file, pdf
from screen import keys, wait, write
from tap import run_cases

YEAR = 2014
BUILDINGS = 600
CITY_CODE = '220100'  # of the clerk
OFFICE, CLERK = '演练人员甲', '演练人员庚'
FOLLOWING = 60  # s: all rules look at everything
STANDING = "state not in ('closed', 'accepted')"
ORDER = "order by array_position (array['blocks', 'decide', 'warning', 'note'], severity), id"


class Path:
    """What the steps share."""

    def __init__(self, home, window):
        self.home = home
        self.window = window
        self.chosen = None  # the finding that is explained and decided
        self.explained = self.attached = None  # two that the clerk has explained, by a number and by a paper
        self.broken = None  # the record whose finding the data closed
        self.standing = 0  # findings before the edits

    def api(self, query, role='jl_practice_housing1'):
        return self.home.psql(query, role=role)

    def state(self):
        return self.api(f'select state from jl_api.finding_list where id = {self.chosen}')[0][0]

    def listed(self):
        """What stands in the city, in the order of the list: id and state."""
        return self.api(f'select id, state from jl_api.finding_list where {STANDING} and unit_id in (select u.unit_id from '
                        f"jl_api.units ({YEAR}) u where u.code = '{CITY_CODE}' union select l.unit_id from jl_api.units ({YEAR}) u "
                        f"cross join lateral jl_api.leaves (u.unit_id, {YEAR}) l where u.code = '{CITY_CODE}') {ORDER}")

    def wait_total(self, n):
        self.window.find('label', f'合计　{int(n):,} ')  # in whatever word the register counts

    def open_row(self, place):
        table = self.window.find('table', '问题清单')
        self.window.click(table.rows_of(place + 1)[place])

    def reopen_as(self, official):
        self.window.press('主菜单')
        self.window.press('以其他身份打开', role='menu item')
        self.window.press(official, role='menu item')
        self.window.find('label', official)


def sidebar_counts_what_stands(path):
    """The sidebar counts what the database counts, and the page lists as many"""
    n = path.api(f'select count (*) from jl_api.finding_list where {STANDING}')[0][0]
    path.window.find('list item', f'问题清单 {int(n):,}')
    path.window.open_page('问题清单')
    path.wait_total(n)


def gravest_stand_first(path):
    """The gravest and oldest stand first"""
    titles = [row[0] for row in path.api(f'select title from jl_api.finding_list where {STANDING} {ORDER} limit 5')]
    table = path.window.find('table', '问题清单')
    wait(lambda: [row[1] for row in table.rows(5)] == titles, f'{titles}')
    assert table.rows(1)[0][0] == '影响申报', table.rows(1)


def search_narrows(path):
    """Search finds findings by the words of their rule"""
    n = path.api(f"select count (*) from jl_api.finding_list where {STANDING} and title like '%首检%'")[0][0]
    assert int(n) > 0
    path.window.find('text', '查找台账记录').type('首检')
    path.wait_total(n)
    path.window.press('清除筛选')


def chips_of_a_city_open_its_list(path):
    """The chips of a city count its findings and open the list of them"""
    path.window.open_page('地区概况')
    sums = path.api("select n, decide_n, overdue_n from jl_api.finding_sums ((select unit_id from jl_api.units "
                    f"({YEAR}) where code = '{CITY_CODE}'))")[0]
    chips = path.window.find('panel', '问题')
    chips.find('button', f'问题 {int(sums[0]):,}')
    chips.find('button', f'超期未处理 {int(sums[2]):,}')
    chips.find('button', f'待认定 {int(sums[1]):,}').press()
    path.wait_total(sums[1])


def finding_opens_its_record(path):
    """A finding says what was found and opens its record"""
    row = next(i for i, cells in enumerate(path.window.find('table', '问题清单').rows(20)) if cells[4] != '—')
    path.open_row(row)
    path.window.find('label', '处理经过')
    path.window.press('打开记录')
    path.wait_total(1)
    keys('alt+Left')
    path.window.find('table', '问题清单')


def clerk_explains(path):
    """The clerk of the city explains one, after being told what is missing"""
    path.reopen_as(f'市县填报人员  {CLERK}')
    path.window.open_page('问题清单')
    path.wait_total(len(path.listed()))
    path.chosen = next(finding for finding, state in path.listed() if state == 'open')
    open_one(path, '待处理')
    assert not path.window.find('button', '列入整改计划').is_sensitive, 'a clerk makes plans'
    path.window.press('说明')
    words = path.window.find('form').find('text')
    keys('F5')  # the form stays, though nothing is typed yet
    path.wait_total(len(path.listed()))
    path.window.click(words)
    write('Ziliao yi buquan')
    path.window.press('说明')
    path.window.find('label', '请填写文号')
    path.window.find('form').look('text')[1].type('长建函〔2015〕7号')
    path.window.press('说明')
    wait(lambda: path.state() == 'explained', 'the explanation')
    path.window.find('label', '待处理 → 已说明')
    path.window.find('label', '长建函〔2015〕7号')


def clerk_attaches_a_paper(path):
    """Another is explained with the paper itself, which is then shown"""
    keepable = {row[0] for row in path.home.psql('select f.id from jl.finding f join jl.register g on g.name = f.register and g.city_keeps')}
    path.explained, path.chosen = path.chosen, next(finding for finding, state in path.listed()[:20] if state == 'open' and finding in keepable)
    open_one(path, '待处理')
    path.window.press('说明')
    file = pathlib.Path(path.home.data) / 'shuoming.pdf'
    file.write_bytes(pdf())
    with Database(path.home) as database:
        choose_file(Hands(path.window, database), path.window.find('button', '添加…'), '添加附件', file)
    path.window.find('combo box', '附件').find('label', 'shuoming.pdf')
    path.window.click(path.window.find('form').find('text'))
    write('Jian fujian')
    path.window.press('说明')
    wait(lambda: path.state() == 'explained', 'the explanation')
    paper = path.window.find('button', 'shuoming.pdf')
    record, attached, size = path.home.psql(
        'select s.words, (a.register, a.record_id) = (f.register, f.record_id), length (a.content) from jl.finding f '
        f'join jl.finding_step s on s.finding_id = f.id join jl.attachment a on a.id = s.attachment_id where f.id = {path.chosen}')[0]
    assert (record, attached, size) == ('Jian fujian', 't', str(len(pdf()))), (record, attached, size)
    paper.press()
    path.window.find('frame', 'shuoming.pdf').find('image', 'shuoming.pdf，第1页，共2页')
    keys('Escape')
    path.window.wait_alone()


def office_rejects(path):
    """What the paper says is not enough: rejected with reasons, the unit is asked again; nothing closes it by hand"""
    path.attached, path.chosen = path.chosen, path.explained
    path.reopen_as(f'省热改办  {OFFICE}')
    path.window.open_page('问题清单')
    path.wait_total(len(path.listed()))  # the window still looks at the city
    path.chosen = path.attached
    open_one(path, '已说明')
    path.window.press('说明不成立')
    path.window.find('form')
    path.window.press('说明不成立')
    path.window.find('label', '此项必填，请填写。')
    assert path.state() == 'explained', 'rejected without reasons'
    path.window.click(path.window.find('form').find('text'))
    write('Cailiao buzu')
    path.window.press('说明不成立')
    wait(lambda: path.state() == 'rejected', 'the decision')
    path.window.find('label', '已说明 → 说明不成立')
    assert not path.window.application.look('button', '销号')
    path.chosen = path.explained


def office_accepts(path):
    """The heating-reform office accepts the explanation; it is not closed by that, but counts no more"""
    n = path.api(f'select count (*) from jl_api.finding_list where {STANDING}')[0][0]
    open_one(path, '已说明')
    path.window.press('说明成立')
    path.window.find('form')
    path.window.press('说明成立')
    wait(lambda: path.state() == 'accepted', 'the decision')
    path.window.find('label', '无需再作处理')
    path.window.find('list item', f'问题清单 {int(n) - 1:,}')


def open_one(path, word):
    """Goes to the finding by its place in the list."""
    place = [row[0] for row in path.listed()].index(path.chosen)
    assert place < 20, f'the finding stands too low: {place}'
    path.open_row(place)
    path.window.find('label', word)


def office_plans(path):
    """Another is put into the plan, by a paper and to a day to come"""
    path.chosen = next(finding for finding, state in path.listed() if state == 'open')
    open_one(path, '待处理')
    day = path.api('select as_of from jl_api.findings_state ()')[0][0]
    due = datetime.date.fromisoformat(day) + datetime.timedelta(days=120)
    path.window.press('列入整改计划')
    form = path.window.find('form')
    day_entry, document = form.look('text')[:2]
    day_entry.type(due.isoformat())
    document.type('吉建热改〔2015〕3号')
    path.window.click(form.look('text')[2])
    write('Anqi zhenggai')
    path.window.press('列入整改计划')
    wait(lambda: path.state() == 'planned', 'the plan')
    path.window.find('label', f'整改期限 {due}')


def data_close_it(path):
    """When the record is put right, the next check closes its finding"""
    path.chosen, record = path.api("select id, record_id from jl_api.finding_list where rule = 'complaint_overdue' and state = 'open' "
                                   'and fires limit 1')[0]
    path.home.psql(f"update jl.complaint set due_on = '2030-01-01' where id = {record}")
    path.window.press('重新核对')
    wait(lambda: path.state() == 'closed', 'the finding to be closed', patience=FOLLOWING)
    path.broken = record


def data_open_it_again(path):
    """When it is broken again, the next check opens the same finding again"""
    path.home.psql(f"update jl.complaint set due_on = received_on + 1 where id = {path.broken}")
    path.window.press('重新核对')
    wait(lambda: path.state() == 'open', 'the finding to be opened again', patience=FOLLOWING)
    steps = path.api(f'select from_state, to_state from jl_api.finding_steps ({path.chosen})')
    assert steps[-2:] == [('open', 'closed'), ('closed', 'open')], steps


# What is written is followed, in the background.

BOILERS, BOILER, OVERDUE = '小锅炉房撤并台账', '试验锅炉房', '小锅炉房到期未撤并'


def count_standing(path):
    return int(path.api(f'select count (*) from jl_api.finding_list where {STANDING}')[0][0])


def open_boiler(path):
    """A boiler house that is in time, beside its list."""
    path.home.psql("insert into jl.boiler_house (unit_id, code, name, planned_on) select min (unit_id), 'SHIYAN-1', "
                   f"'{BOILER}', '2030-01-01' from jl.building")
    path.window.open_page('台账')
    path.window.click(path.window.find('button', '台账：'))
    path.window.find('text', '查找台账').type(BOILERS)
    keys('Return')
    path.window.find('button', f'台账：{BOILERS}')
    path.window.find('text', '查找台账记录').type('SHIYAN-1')
    path.wait_total(1)
    path.window.click(path.window.find('table').rows_of(1)[0])
    path.window.find('panel', f'记录：{BOILER}')


def plan_merger(path, day):
    """The day in its form, saved."""
    path.window.press('编辑')
    path.window.find('text', '计划撤并日期').type(day)
    path.window.press('保存')
    wait(lambda: path.home.psql("select planned_on from jl.boiler_house where code = 'SHIYAN-1'") == [(day,)], 'the record to be saved')


def wait_count(path, n):
    path.window.find('list item', re.compile(f'问题清单 {n:,}$'), patience=FOLLOWING)


def edit_opens_a_finding(path):
    """An edit that makes a rule fire shows the finding beside the record, and the sidebar counts it"""
    path.standing = count_standing(path)
    open_boiler(path)
    pane = path.window.find('panel', f'记录：{BOILER}')
    assert not pane.look('label', OVERDUE)
    plan_merger(path, '2013-01-01')
    pane.find('label', OVERDUE, patience=FOLLOWING)
    pane.find('label', '计划2013-01-01撤并，已逾期')
    wait_count(path, path.standing + 1)


def mending_closes_it(path):
    """Put right in the window, it is closed"""
    plan_merger(path, '2030-01-01')
    path.window.find('panel', f'记录：{BOILER}').wait_gone('label', OVERDUE, patience=FOLLOWING)
    wait_count(path, path.standing)


def deleting_closes_it(path):
    """With the record its finding goes, and comes back with it"""
    plan_merger(path, '2013-02-01')
    wait_count(path, path.standing + 1)
    path.window.press('该记录的更多操作')
    path.window.press('删除', role='menu item')
    path.window.answer('删除')
    undo = path.window.find('button', '撤销')
    wait_count(path, path.standing)
    undo.press()
    wait_count(path, path.standing + 1)


def failure_is_told(path):
    """When the check fails the record is saved all the same, and it is said so until somebody tries again"""
    path.home.psql('alter function jl_api.findings_catch_up () rename to findings_catch_up_away')
    path.window.click(path.window.find('table').rows_of(1)[0])
    plan_merger(path, '2030-02-01')
    path.window.find('label', '已保存，但问题清单未能随之核对', patience=FOLLOWING)
    path.home.psql('alter function jl_api.findings_catch_up_away () rename to findings_catch_up')
    path.window.press('重试')
    wait_count(path, path.standing)


def import_is_followed(path):
    """What a file brings in is looked at with it"""
    code = path.api(f"select code from jl_api.units ({YEAR}) where name = '农安县'")[0][0]
    with tempfile.NamedTemporaryFile('w', suffix='.csv', encoding='utf-8') as file:
        file.write(f'unit_id,code,name,planned_on\n{code},SHIYAN-2,试验锅炉房二,2013-01-01\n')
        file.flush()
        said = path.home.ctl('import', '--register', 'boiler_house', file.name)
        assert '问题：新增1条' in said, said
        assert '问题' not in path.home.ctl('import', '--register', 'boiler_house', file.name), 'nothing is left to do'
    assert count_standing(path) == path.standing + 1


STEPS = [
    sidebar_counts_what_stands, gravest_stand_first, search_narrows, chips_of_a_city_open_its_list, finding_opens_its_record,
    clerk_explains, clerk_attaches_a_paper, office_rejects, office_accepts, office_plans, data_close_it, data_open_it_again,
    edit_opens_a_finding, mending_closes_it, deleting_closes_it,
    failure_is_told, import_is_followed,
]


def main():
    print(f'1..{len(STEPS)}', flush=True)
    with Home(sys.argv[1]) as home, home.keep_server(BUILDINGS):
        with home.window('--practice', '--year', str(YEAR)) as window:
            window.find('label', '需要关注')
            run_cases(STEPS, Path(home, window), steps=True)


if __name__ == '__main__':
    main()
