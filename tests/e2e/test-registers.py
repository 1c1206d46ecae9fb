#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

"""Every register through the window, by an official who keeps it: the list opens, a record is read, made, edited, deleted and brought back.

Deleting and bringing back takes the window as long as all the rest: it is done there for one register of each official. For the
others the official does the same in psql, with the functions that the window calls.

The registers come from the database, the fields from the form, the values from a record that is there: a new register is tried without
a word here. Usage: test-registers.py FOLDER_OF_THE_PROGRAMS [REGISTER…]"""

import contextlib
import itertools
import re
import sys

from database import Database
from home import Home
from screen import GLib, keys, wait
from tap import run_case

# One official of each duty.
OFFICIALS = {'jl_housing': 'jl_practice_housing1', 'jl_price': 'jl_practice_price1', 'jl_finance': 'jl_practice_finance1',
             'jl_reform': 'jl_practice_reform1', 'jl_quality': 'jl_practice_quality1'}
ROUNDS = 8  # a form that is refused is mended so often
BUILDINGS = 600
MANY = '5000'
NUMBER = re.compile(r'[\d,]+(\.\d+)?$')
DAY = re.compile(r'(\d{4})-\d\d-\d\d$')
EXAMPLE = re.compile(r'请按(\d{4}-\d\d-\d\d)的形式')
TAKEN = '已有相同的记录'
PICKER = re.compile('(.+)：(.*)$')
TOTAL = re.compile('合计　([0-9,]+) ')
NOTHING = {'—', '资料未报', '未核定', '', '请选择…'}
NONE_CHOSEN = {'', '—', '无', '请选择…', '全省', '资料未报', '未核定'}
EDITORS = {'text', 'combo box', 'button'}
STILL = 0.28  # longer than the pause after which a search starts


def titles(home):
    """name → title, from jiliangctl, which reads the program's own descriptions."""
    lines = [re.split(r' {2,}', line.strip()) for line in home.ctl('registers').splitlines()[1:]]
    return {cells[0]: cells[1] for cells in lines if len(cells) > 1}


class Desk:
    """The window with the database beside it, and the parts of the page that stay."""

    def __init__(self, home, window, database, official):
        self.home, self.window, self.database, self.official = home, window, database, official
        window.open_page('台账')
        self.settle()
        frame = window.frame()
        self.chooser = frame.find('button', '台账：')
        self.add = frame.find('button', '新增')
        self.table = frame.find('table')
        self.total = None
        self.has_deleted = False
        self.press_first_row()
        self.pane = frame.find('panel', '记录：')
        self.parts = {}
        self.close_pane()

    def says(self, node):
        """Its name as it is now."""
        node.it.clear_cache()
        return node.name

    def settle(self, seconds=0.1):
        self.window.wait_still(self.database.is_busy, seconds)

    def part(self, role, name):
        """What is always there in the pane is looked for once."""
        if (role, name) not in self.parts:
            self.parts[role, name] = self.pane.find(role, name)
        return self.parts[role, name]

    def press(self, node):
        """With the pointer: pressed as an action, a button of the toolkit shows itself pressed for a while first."""
        self.window.tap(node)
        self.settle()

    def press_first_row(self):
        cells = self.table.rows_of(1)[0].children()
        self.press(next(cell for cell in cells if cell.role == 'table cell'))

    def close_pane(self):
        """Whatever has been left open, typed things too."""
        self.window.application.it.clear_cache()
        if self.pane.is_shown:
            self.press(self.part('button', '关闭记录'))
            if not self.window.is_alone():
                self.window.answer('不保存')
                self.settle()


class Register:
    """One register, whose list is open."""

    def __init__(self, desk, name, title):
        self.desk, self.name, self.title = desk, name, title
        self.made = None

    def __repr__(self):
        return self.name

    def value(self, what, record=None):
        return self.desk.database.value(f'select {what} from jl.{self.name} where id = {record or self.made}')

    def newest(self):
        return int(self.desk.database.value(f'select coalesce (max (id), 0) from jl.{self.name}'))

    def is_there(self):
        return self.desk.database.value(f'select count(*) from jl.{self.name} where id = {self.made}') == '1'

    def may_all(self):
        query = f"select may_add, may_change, may_delete from jl_api.register_rights () where name = '{self.name}'"
        return self.desk.database.rows(query, self.desk.official)[0] == ('t', 't', 't')

    def open(self):
        """The list opens"""
        desk = self.desk
        desk.press(desk.chooser)
        desk.chooser.find('text', '查找台账').type(self.title)
        keys('Return')
        desk.settle()
        assert desk.says(desk.chooser) == f'台账：{self.title}', desk.chooser.name
        self.total()

    def total(self):
        """The number of records, as the foot of the list says."""
        said = self.foot()
        if not said:
            self.desk.total = next(iter(self.desk.window.frame().look('label', TOTAL)), None)
            said = self.foot()
        return int(said[1].replace(',', '')) if said else 0

    def foot(self):
        """What is known from before, unless it has gone."""
        try:
            return self.desk.total and self.desk.total.is_shown and TOTAL.match(self.desk.says(self.desk.total))
        except GLib.Error:
            return None


def read_first(register):
    """The label → value pairs of the list's first record, as the pane says them"""
    desk = register.desk
    if not register.total():
        return {}
    desk.press_first_row()
    pairs = [list(row.children()) for row in desk.part('list', '记录内容').look('list item')]
    return {first.name: (second.name or ' '.join(second.labels())) for first, second, *_rest in pairs}


def clear_the_way(register, record):
    """The record whose values are typed again goes, so that none of them is taken; where others refer to it, it stays."""
    desk = register.desk
    year = desk.database.value('select max (year) from jl.building_season')
    listed = [re.split(r' {2,}', line.strip()) for line in desk.home.ctl('list', register.name, '--limit', MANY, '--year', year).splitlines()]
    rows = [cells for cells in listed if cells[0].isdigit()]
    if rows:
        shown = max(rows, key=lambda cells: len(set(cells[1:]) & set(record.values())))
        with contextlib.suppress(PermissionError):
            desk.database.rows(f'delete from jl.{register.name} where id = {shown[0]}')


def bare(label):
    """集中供热面积（㎡） in the record is 集中供热面积 in the form."""
    return re.sub(r'[（(][^（(]*[)）]$', '', label)


def editors(pane):
    """label → editor, of the form on show."""
    found = {}
    for node in pane.walk():
        if node.role in EDITORS and node.is_shown:
            name = PICKER.match(node.name)
            node.help = node.description
            found.setdefault(name[1] if name and node.role == 'button' else node.name, node)
    return found


def fill(register, record):
    """Types into the form what the record says, and chooses where nothing is chosen."""
    form = editors(register.desk.pane)
    for label, value in record.items():
        editor = form.get(bare(label)) or form.get(label)
        if editor and value not in NOTHING:
            put(register.desk, editor, value)
    return form


def put(desk, editor, value):
    if editor.role == 'text':
        if not editor.text:
            editor.type(value)
    elif editor.role == 'combo box':
        choose(desk, editor, value)
    else:
        pick(desk, editor, value)


def choose(desk, combo, value):
    """By the keys that a user has: the list is open, the choice so many steps down."""
    chosen = combo.look('label')
    if chosen and chosen[0].name not in NONE_CHOSEN:
        return
    desk.press(combo)
    words = [item.spoken for item in combo.look('list item')]
    steps = words.index(value) if value in words else len(words) - 1 if '请选择…' in words else 0
    keys(*['Down'] * steps, 'Return')
    desk.settle()


def pick(desk, picker, value):
    """A unit or a record, by search; the first that is found."""
    if PICKER.match(picker.name)[2] not in NONE_CHOSEN:
        return
    desk.press(picker)
    search = next(node for node in picker.walk(deep=True) if node.role == 'text')
    search.type(value.split('　')[0])
    desk.settle(STILL)
    keys('Return')
    desk.settle()
    if PICKER.match(desk.says(picker))[2] in NONE_CHOSEN:
        search.type('')
        desk.settle(STILL)
        keys('Return')
        desk.settle()


def another(value):
    """A value of the same kind that is nobody's yet."""
    day = DAY.match(value)
    if day:
        return f'{int(day[1]) + 1}{value[4:]}'
    if NUMBER.match(value):
        return str(int(float(value.replace(',', ''))) + 1)
    return f'{value}试'


def save(register, form, send, is_saved):
    """Saves the form; what is refused at a field is changed there and tried again."""
    for _round in range(ROUNDS):
        send()
        register.desk.settle()
        if is_saved():
            return
        mend(register.desk, form)
    raise AssertionError(f'{register}: still refused: {complaints(form)}')


def complaint(node):
    """What is said under the field, if it is not its help; GTK 4.8 does not tell the state."""
    node.it.clear_cache()
    return node.description if node.description != node.help else None


def complaints(form):
    return [f'{label}: {complaint(node)}' for label, node in form.items() if complaint(node)]


def remedy(node):
    """What the complaint gives as an example, or another value than the one refused."""
    example = EXAMPLE.search(complaint(node))
    return example[1] if example else another(node.text or '1')


def mend(desk, form):
    for node in [node for node in form.values() if complaint(node)]:
        if node.role == 'text':
            node.type(remedy(node))
        elif TAKEN in complaint(node):  # what is chosen stays: the year, or whatever number makes the record another
            number = next(other for other in form.values() if other.role == 'text' and NUMBER.match(other.text))
            number.type(another(number.text))
        else:
            put(desk, node, '')


def make(register):
    """A record is made with the values of another"""
    desk = register.desk
    record = read_first(register)
    clear_the_way(register, record)
    desk.settle()  # the window is told of it
    last = register.newest()
    desk.press(desk.add)
    assert desk.says(desk.pane) == f'新增：{register.title}', desk.pane.name
    form = fill(register, record)
    save(register, form, lambda: desk.window.tap(desk.part('button', '保存')), lambda: register.newest() > last)
    register.made = register.newest()


def edit(register):
    """The record is changed and saved with Ctrl+S; the version counts"""
    desk = register.desk
    desk.press(desk.part('button', '编辑'))
    form = editors(desk.pane)
    texts = {label: node for label, node in form.items() if node.role == 'text'}
    field = '备注' if '备注' in texts else [label for label, node in texts.items() if node.text][-1]
    texts[field].type('窗口试改' if field == '备注' else another(texts[field].text))
    save(register, form, lambda: keys('ctrl+s'), lambda: register.value('version') == '2')
    assert field != '备注' or register.value('note') == '窗口试改', register.value('note')


def delete_and_undo(register):
    """The record goes after a question, and comes back with the same id"""
    desk = register.desk
    more = desk.part('button', '该记录的更多操作')
    desk.press(more)
    desk.pane.find('menu item', '删除').press()
    desk.window.answer('删除')
    desk.settle()
    wait(lambda: not register.is_there(), f'{register.made} to go')
    desk.press(desk.window.frame().find('button', '撤销'))
    wait(register.is_there, f'{register.made} to come back')
    assert int(register.value('version')) > 2, register.value('version')


def delete_and_restore(register):
    """The record goes and comes back with the same id, in psql"""
    database, official = register.desk.database, register.desk.official
    version = register.value('version')
    database.rows(f"select jl_api.record_delete ('{register.name}', {register.made}, {version})", official)
    assert not register.is_there(), f'{register.made} is still there'
    database.rows(f"select * from jl_api.record_restore ('{register.name}', {register.made}, {version}, 0)", official)
    assert register.is_there(), f'{register.made} is still gone'
    assert int(register.value('version')) > int(version), register.value('version')


def steps_for(register):
    """What its official may do with it, and where; whoever may change nothing only opens the list."""
    if not register.may_all():
        return []
    in_window, register.desk.has_deleted = not register.desk.has_deleted, True
    return [make, edit, delete_and_undo if in_window else delete_and_restore]


def step_of(register, step):
    def case():
        step(register)
    case.__doc__ = f'{register.title}: {step.__doc__}'
    return case


def plan(home, database, wanted):
    """official, name, title: each register with the first of its owners."""
    known = titles(home)
    for name, owners in database.rows("select name, array_to_string (owners, ',') from jl.register order by place_order"):
        if not wanted or name in wanted:
            assert name in known, f'the program knows no register {name}'
            yield OFFICIALS.get(owners.split(',')[0], 'jl_practice_housing1'), name, known[name]


def try_register(register, numbers):
    """Steps of one register build on each other; the next register does not depend on them."""
    register.desk.close_pane()
    good = run_case(next(numbers), step_of(register, Register.open), ())
    for step in steps_for(register):
        if good:
            good = run_case(next(numbers), step_of(register, step), ())
        else:
            print(f'not ok {next(numbers)} {register.title}: {step.__doc__} (not reached)', flush=True)


def main():
    numbers = itertools.count(1)
    with Home(sys.argv[1]) as home, home.keep_server(BUILDINGS):
        with Database(home) as database:
            planned = sorted(plan(home, database, sys.argv[2:]), key=lambda entry: entry[0])
            for official, entries in itertools.groupby(planned, key=lambda entry: entry[0]):
                with home.window('--practice', '--as', official) as window:
                    desk = Desk(home, window, database, official)
                    for _official, name, title in entries:
                        try_register(Register(desk, name, title), numbers)
                    desk.close_pane()
    print(f'1..{next(numbers) - 1}', flush=True)


if __name__ == '__main__':
    main()
