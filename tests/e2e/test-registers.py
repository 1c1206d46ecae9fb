#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

"""Every register through the window, by an official who keeps it: open, make, edit, conflict, delete, undo.

The registers come from the database, the fields from the form, the values from a record that is there: a new register is tried without
a word here. Usage: test-registers.py FOLDER_OF_THE_PROGRAMS [REGISTER…]"""

import functools
import itertools
import re
import sys

from home import Home
from screen import keys, wait
from tap import run_case

YEAR = 2012
# One official of each duty.
OFFICIALS = {'jl_housing': 'jl_practice_housing1', 'jl_price': 'jl_practice_price1', 'jl_finance': 'jl_practice_finance1',
             'jl_reform': 'jl_practice_reform1', 'jl_quality': 'jl_practice_quality1'}
ROUNDS = 5  # a form that is refused is mended so often
PATIENCE = 20
NUMBER = re.compile(r'[\d,]+(\.\d+)?$')
DAY = re.compile(r'(\d{4})-\d\d-\d\d$')
NOTHING = {'—', '资料未报', ''}


def titles(home):
    """name → title, from jiliangctl, which reads the program's own descriptions."""
    lines = [re.split(r' {2,}', line.strip()) for line in home.ctl('registers').splitlines()[1:]]
    return {cells[0]: cells[1] for cells in lines if len(cells) > 1}


class Register:
    """One register, whose list is open, with the pane beside it."""

    def __init__(self, home, window, name, title, official):
        self.home, self.window, self.name, self.title, self.official = home, window, name, title, official

    def __repr__(self):
        return self.name

    def rights(self):
        return self.home.psql(f"select may_add, may_change, may_delete from jl_api.register_rights () where name = '{self.name}'",
                              role=self.official)[0]

    def ids(self):
        return {row[0] for row in self.home.psql(f'select id from jl.{self.name}')}

    def version(self, record):
        return self.home.value(f'select version from jl.{self.name} where id = {record}')

    def open(self):
        """By the list of registers in the window's title."""
        self.window.press('台账：')
        self.window.find('text', '查找台账').type(self.title)
        row = self.window.find_exactly('list item', self.title)
        self.window.click(row)
        self.window.find('button', f'台账：{self.title}')
        wait(lambda: self.window.application.look('label', '合计') or self.window.application.look('label', '尚无记录'),
             f'the list of {self}', PATIENCE)

    def pane(self):
        return self.window.find('landmark', patience=PATIENCE)

    def read(self):
        """The label → value pairs of the record in the pane."""
        values = self.pane().find('list', '记录内容', patience=PATIENCE)
        pairs = [row.children() for row in values.look('list item')]
        return {first.name: (second.name or ' '.join(second.labels())) for first, second in map(tuple, pairs)}


def open_first(register):
    """The first record of the list, as the pane reads it."""
    table = register.window.find('table', register.title, patience=PATIENCE)
    wait(lambda: table.rows_of(1), f'a row of {register}', PATIENCE)
    register.window.click(table.rows_of(1)[0])
    return wait(register.read, f'a record of {register}', PATIENCE)


def bare(label):
    """集中供热面积（㎡） in the record is 集中供热面积 in the form."""
    return re.sub(r'[（(][^（(]*[)）]$', '', label)


def fill(register, record):
    """Types into the form what the record says, and chooses where nothing is chosen."""
    pane = register.pane()
    for label, value in record.items():
        if value in NOTHING:
            continue
        type_value(register, pane, bare(label), value)


def type_value(register, pane, label, value):
    entries = [node for node in pane.look('text', label) if node.name == label]
    combos = [node for node in pane.look('combo box', label) if node.name == label]
    pickers = pane.look('button', f'{label}：')
    if entries:
        entries[0].type(value)
    elif combos:
        choose(register, combos[0], value)
    elif pickers:
        pick(register, pickers[0], value)


def choose(register, combo, value):
    if combo.look('label', value):
        return
    combo.find('button').press()
    register.window.click(combo.find('list item', value))


def pick(register, picker, value):
    picker.press()
    search = register.window.find('text', '查找记录')
    search.type(value.split('　')[0])
    row = register.window.find('list item', value.split('　')[0], patience=PATIENCE)
    register.window.click(row)
    register.window.application.wait_gone('text', '查找记录')


def another(value):
    """A value of the same kind that is nobody's yet."""
    day = DAY.match(value)
    if day:
        return f'{int(day[1]) + 1}{value[4:]}'
    if NUMBER.match(value):
        return str(int(float(value.replace(',', ''))) + 1)
    return f'{value}试'


def save(register, record):
    """Saves the form; what is refused at a field is changed there and tried again."""
    before = register.ids()
    for _round in range(ROUNDS):
        register.pane().find('button', '保存').press()
        made = wait(lambda: register.ids() - before or refused(register), f'{register} to be saved or refused', PATIENCE)
        if isinstance(made, set):
            return made.pop()
        mend(register, record, made)
    raise AssertionError(f'{register}: still refused: {refused(register)}')


def refused(register):
    """The entries whose description says what is wrong."""
    return [node for node in register.pane().walk() if node.role in ('text', 'button', 'combo box') and is_invalid(node)]


def is_invalid(node):
    from screen import Atspi
    return node.is_shown and node._is(Atspi.StateType.INVALID_ENTRY)


def mend(register, record, wrong):
    for node in wrong:
        if node.role == 'text':
            node.type(another(node.text or record.get(node.name, '1')))


def make(register):
    """A record is made with the values of another"""
    record = open_first(register)
    register.window.press('新增')
    register.window.find('label', f'新增：{register.title}')
    fill(register, record)
    register.made = save(register, record)


def edit(register):
    """An entry is changed and saved with Ctrl+S; the version counts"""
    pane = register.pane()
    pane.find('button', '编辑', patience=PATIENCE).press()
    note = pane.look('text', '备注')
    assert note, f'{register} has no note'
    note[0].type('窗口试改')
    keys('ctrl+s')
    wait(lambda: register.version(register.made) == '2', f'version 2 of {register}', PATIENCE)
    said = register.home.value(f'select note from jl.{register.name} where id = {register.made}')
    assert said == '窗口试改', said


def conflict(register):
    """What another has saved meanwhile is shown beside mine, and I choose"""
    pane = register.pane()
    pane.find('button', '编辑', patience=PATIENCE).press()
    pane.look('text', '备注')[0].type('我的')
    register.home.psql(f"select jl_api.record_save ('{register.name}', {register.made}, 2, '{{\"note\": \"他人的\"}}')", role=register.official)
    keys('ctrl+s')
    dialog = register.window.find('dialog', '该记录已被他人修改', patience=PATIENCE)
    assert not dialog.find('button', '按选择保存').is_sensitive, 'nothing has been chosen'
    dialog.find('radio button', '备注，我的修改').press()
    dialog.find('button', '按选择保存').press()
    register.window.wait_alone()
    wait(lambda: register.home.value(f'select note from jl.{register.name} where id = {register.made}') == '我的', 'mine', PATIENCE)


def delete_and_undo(register):
    """A record goes after a question, and comes back with the same id"""
    pane = register.pane()
    pane.find('button', '编辑', patience=PATIENCE)
    pane.find('button', '该记录的更多操作').press()
    register.window.find('menu item', '删除').press()
    register.window.answer('删除')
    wait(lambda: register.made not in register.ids(), f'{register.made} to go', PATIENCE)
    register.window.press('撤销')
    wait(lambda: register.made in register.ids(), f'{register.made} to come back', PATIENCE)


STEPS = [make, edit, conflict, delete_and_undo]


def step_of(register, step):
    def case():
        step(register)
    case.__doc__ = f'{register.title}: {step.__doc__}'
    return case


def plan(home, wanted):
    """official → names of registers, each with the first of its owners who may add, change and delete in it."""
    known = titles(home)
    for name, owners in home.psql("select name, array_to_string (owners, ',') from jl.register order by place_order"):
        if wanted and name not in wanted:
            continue
        assert name in known, f'the program knows no register {name}'
        yield OFFICIALS[owners.split(',')[0]], name, known[name]


def try_register(register, numbers):
    """Steps of one register build on each other; the next register does not depend on them."""
    good = run_case(next(numbers), step_of(register, open_list), ())
    may_all = register.rights() == ('t', 't', 't')
    for step in STEPS if may_all else []:
        if good:
            good = run_case(next(numbers), step_of(register, step), ())
        else:
            print(f'not ok {next(numbers)} {register.title}: {step.__doc__} (not reached)', flush=True)
    keys('Escape')


def open_list(register):
    """The list opens"""
    register.open()


def main():
    numbers = itertools.count(1)
    with Home(sys.argv[1]) as home, home.keep_server():
        home.make_practice()
        planned = sorted(plan(home, sys.argv[2:]), key=lambda entry: entry[0])
        for official, entries in itertools.groupby(planned, key=lambda entry: entry[0]):
            with home.window('--practice', '--as', official) as window:
                window.open_page('台账')
                for _official, name, title in entries:
                    try_register(Register(home, window, name, title, official), numbers)
    print(f'1..{next(numbers) - 1}', flush=True)


if __name__ == '__main__':
    main()
