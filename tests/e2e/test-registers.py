#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

"""Every register through the window, by an official who keeps it: the list opens, a record is read, made, changed, changed by two at
once, deleted and brought back.

The registers come from the database, the fields from the form, the values from a record that is there: a new register is tried without
a word here. Usage: test-registers.py FOLDER_OF_THE_PROGRAMS [HALF/2 | REGISTER…]"""

import contextlib
import itertools
import re
import sys

from database import Database
from form import PICKER, STILL, Hands, editors
from home import Home
from screen import GLib, Node, keys, wait
from tap import run_case

# One official of each duty.
OFFICIALS = {'jl_housing': 'jl_practice_housing1', 'jl_price': 'jl_practice_price1', 'jl_finance': 'jl_practice_finance1',
             'jl_reform': 'jl_practice_reform1', 'jl_quality': 'jl_practice_quality1'}
ROUNDS = 8  # a form that is refused is mended so often
BUILDINGS = 100
SIZE = '1100x700'  # the less is drawn, the sooner it is;
CITY = '220100'  # so one city's records are listed, where it has some
MANY = '5000'
NUMBER = re.compile(r'[\d,]+(\.\d+)?$')
DAY = re.compile(r'(\d{4})-\d\d-\d\d$')
EXAMPLE = re.compile(r'请按(\d{4}-\d\d-\d\d)的形式')
HALF = re.compile(r'([12])/2$')
YEARS = re.compile('年度|采暖期')
AT_ODDS = '互相矛盾'
TAKEN = '已有相同的记录'
TOTAL = re.compile('合计　([0-9,]+) ')
NOTHING = {'—', '资料未报', '未核定', '', '请选择…'}
NONE_CHOSEN = {'', '—', '无', '请选择…', '全省', '资料未报', '未核定'}
NOTE = '备注'


def titles(home):
    """name → title, from jiliangctl, which reads the program's own descriptions."""
    lines = [re.split(r' {2,}', line.strip()) for line in home.ctl('registers').splitlines()[1:]]
    return {cells[0]: cells[1] for cells in lines if len(cells) > 1}


class Desk(Hands):
    """The window with the database beside it, and the parts of the page that stay: what has been found once is not looked for again."""

    def __init__(self, home, window, database, official):
        super().__init__(window, database)
        self.home, self.official = home, official
        window.open_page('台账')
        self.settle()
        frame = window.frame()
        self.chooser = frame.find('button', '台账：')
        self.search = None
        self.add = frame.find('button', '新增')
        self.table = frame.find('table')
        self.first_row = self.place_of_first_row()
        self.narrowed = False
        self.feet = None
        self.undo = None
        self.press_first_row()
        self.pane = frame.find('panel', '记录：')
        self.parts = {}
        self.close_pane()

    def says(self, node):
        """Its name as it is now."""
        node.it.clear_cache()
        return node.name

    def part(self, role, name):
        """What is always there in the pane is looked for once."""
        if (role, name) not in self.parts:
            self.parts[role, name] = self.pane.find(role, name)
        return self.parts[role, name]

    def narrow(self):
        """To one city; the page remembers it in every register."""
        if not self.narrowed:
            self.pick(self.window.frame().find('button', '考核对象：全省'), CITY)
            self.narrowed = True

    def place_of_first_row(self):
        """Where in the table it lies."""
        cells = self.table.rows_of(1)[0].children()
        x, y, _width, height = next(cell for cell in cells if cell.role == 'table cell').box
        return x - self.table.box[0] + height, y - self.table.box[1] + height // 2

    def press_first_row(self):
        x, y = self.table.box[:2]
        self.window.tap_at(x + self.first_row[0], y + self.first_row[1])
        self.settle()

    def press_undo(self):
        """In the toast, which lies at the same place each time."""
        if self.undo is None:
            x, y, width, height = self.window.frame().find('button', '撤销').box
            self.undo = x + width // 2, y + height // 2
        self.window.tap_at(*self.undo)
        self.settle()

    def foot(self):
        """The number of records, as the foot of the list says it."""
        with contextlib.suppress(GLib.Error):
            if self.feet and self.feet.is_shown:
                found = next(iter(self.feet.look('label', TOTAL)), None)
                if found:
                    return found
        found = next(iter(self.window.frame().look('label', TOTAL)), None)
        self.feet = Node(found.it.get_parent().get_parent()) if found else None
        return found

    def close_pane(self):
        """Whatever has been left open, typed things too."""
        if not self.window.is_alone():
            keys('Escape')
            self.window.wait_alone()
        if self.pane.is_shown:
            self.press(self.part('button', '关闭记录'))
            if not self.window.is_alone():
                self.window.answer('不保存')
                self.settle()


class Register:
    """One register, whose list is open."""

    def __init__(self, desk, name, title, narrow):
        self.desk, self.name, self.title, self.narrow = desk, name, title, narrow
        self.made = None

    def __repr__(self):
        return self.name

    def value(self, what, record=None):
        return self.desk.database.value(f'select {what} from jl.{self.name} where id = {record or self.made}')

    def newest(self):
        return int(self.desk.database.value(f'select coalesce (max (id), 0) from jl.{self.name}'))

    def is_there(self):
        return self.desk.database.value(f'select count(*) from jl.{self.name} where id = {self.made}') == '1'

    def forget(self):
        """What has been made stands in no other register's way."""
        if self.made:
            with contextlib.suppress(PermissionError):
                self.desk.database.rows(f'delete from jl.{self.name} where id = {self.made}')

    def rights(self):
        """To add, to change and to delete."""
        query = f"select may_add, may_change, may_delete from jl_api.register_rights () where name = '{self.name}'"
        return [right == 't' for right in self.desk.database.rows(query, self.desk.official)[0]]

    def open(self):
        """The list opens"""
        desk = self.desk
        desk.press(desk.chooser)
        desk.search = desk.search or desk.chooser.find('text', '查找台账')
        desk.search.type(self.title)
        keys('Return')
        desk.settle()
        assert desk.says(desk.chooser) == f'台账：{self.title}', desk.chooser.name
        if self.narrow:
            desk.narrow()
        if self.total() == 0 and self.newest() > 0:
            self.show_all_years()
            assert self.total() > 0, 'the list is empty'

    def show_all_years(self):
        """Where the year of the page has no records."""
        self.desk.choose_word(self.desk.window.frame().find('combo box', YEARS), '全部年度')

    def total(self):
        foot = self.desk.foot()
        return int(TOTAL.match(foot.name)[1].replace(',', '')) if foot else 0


def read_first(register):
    """The label → value pairs of the list's first record, as the pane says them"""
    desk = register.desk
    if not register.total():
        return {}
    desk.press_first_row()
    return wait(lambda: read_pairs(desk.part('list', '记录内容')), 'the record')


def read_pairs(content):
    pairs = [list(row.children()) for row in content.look('list item')]
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
    desk.settle()  # the page says that data have been changed elsewhere, and all of it moves


def bare(label):
    """集中供热面积（㎡） in the record is 集中供热面积 in the form."""
    return re.sub(r'[（(][^（(]*[)）]$', '', label)


def fill(register, form, record, is_wanted):
    """Types into the form what the record says, and chooses."""
    for label, value in record.items():
        editor = form.get(bare(label)) or form.get(label)
        if editor and value not in NOTHING and is_wanted(editor):
            put(register.desk, editor, value)


def is_first(editor):
    """What is typed, and what must be chosen."""
    return editor.is_needed or editor.role == 'text'


def put(desk, editor, value):
    if editor.role == 'text':
        if not editor.text:
            editor.type(value)
    elif editor.role == 'combo box':
        choose(desk, editor, value)
    else:
        pick(desk, editor, value)


def is_chosen(combo):
    chosen = combo.look('label')
    return bool(chosen) and chosen[0].name not in NONE_CHOSEN


def choose(desk, combo, value):
    """As the record has it, or the last choice."""
    if is_chosen(combo):
        return
    desk.press(combo)
    words = [item.spoken for item in combo.look('list item')]
    steps = words.index(value) if value in words else len(words) - 1 if '请选择…' in words else 0
    keys('Home', *['Down'] * steps, 'Return')
    desk.settle()


def pick(desk, picker, value):
    """A unit or a record, by search; the first of all if none is found."""
    if PICKER.match(picker.name)[2] not in NONE_CHOSEN:
        return
    search = desk.pick(picker, value.split('　')[0])
    if PICKER.match(desk.says(picker))[2] in NONE_CHOSEN:
        search.type('')
        desk.settle(STILL)
        keys('Return')
        desk.settle()


def another(value):
    """A value of the same kind that is nobody's yet."""
    if not value:
        return '1'
    day = DAY.match(value)
    if day:
        return f'{int(day[1]) + 1}{value[4:]}'
    if NUMBER.match(value):
        return str(int(float(value.replace(',', ''))) + 1)
    return f'{value}试'


def save(register, form, send, is_saved, rest=None):
    """Saves the form; what is refused at a field is changed there and tried again. Fields at odds may lack the rest."""
    for turn in range(ROUNDS):
        send()
        register.desk.settle()
        if is_saved():
            return
        said = complaints(form)
        if rest and (not said or AT_ODDS in ' '.join(said)):
            rest()
            rest = None
        elif said:
            mend(register.desk, form, turn)
        else:
            vary(form, turn)
    raise AssertionError(f'{register}: still refused: {complaints(form)} {register.desk.pane.labels()[-4:]}')


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


def vary(form, turn):
    """The year, or whatever number or day makes the record another: with each turn the next of them."""
    texts = [node for node in form.values() if node.role == 'text']
    some = [node for node in texts if NUMBER.match(node.text)] + [node for node in texts if DAY.match(node.text)]
    some[turn % len(some)].type(another(some[turn % len(some)].text))


def mend(desk, form, turn):
    for node in [node for node in form.values() if complaint(node)]:
        if node.role == 'text':
            node.type(remedy(node))
        elif TAKEN in complaint(node):  # what is chosen stays
            vary(form, turn)
        elif node.role == 'combo box' and is_chosen(node):
            desk.press(node)
            keys('Down', 'Return')
            desk.settle()
        else:
            put(desk, node, '')


def make(register):
    """A record is made with the values of another"""
    desk = register.desk
    record = read_first(register)
    clear_the_way(register, record)
    last = register.newest()
    desk.press(desk.add)
    wait(lambda: desk.says(desk.pane) == f'新增：{register.title}', 'the form of a new record')
    form = editors(desk.pane)
    fill(register, form, record, is_first)
    save(register, form, lambda: desk.window.tap(desk.part('button', '保存')), lambda: register.newest() > last,
         lambda: fill(register, form, record, lambda editor: not is_first(editor)))
    register.made = register.newest()


def with_texts(form):
    return {label: node for label, node in form.items() if node.role == 'text'}


def start_editing(register):
    """The field that is changed: the note, or the last that has a text, or the last that could have one."""
    desk = register.desk
    desk.press(desk.part('button', '编辑'))
    form = wait(lambda: (found := editors(desk.pane)) and with_texts(found) and found, 'the form')
    texts = with_texts(form)
    return form, texts.get(NOTE) or sorted(texts.values(), key=lambda node: bool(node.text))[-1]


def edit(register):
    """The record is changed and saved with Ctrl+S; the version counts"""
    form, field = start_editing(register)
    text = '窗口试改' if field.name == NOTE else another(field.text)
    field.type(text)
    save(register, form, lambda: keys('ctrl+s'), lambda: register.value('version') == '2')
    assert field.name != NOTE or register.value('note') == text, register.value('note')


def changed_column(register):
    """The column that the edit before has changed."""
    return register.desk.database.value(
        f"select field from jl_api.record_history ('{register.name}', {register.made}) where version = 2 limit 1", register.desk.official)


def conflict(register):
    """Another saves the record meanwhile: both versions are shown, mine is chosen and saved over it"""
    desk, column = register.desk, changed_column(register)
    form, field = start_editing(register)
    before = register.value(column)
    text = '冲突试改' if field.name == NOTE else another(field.text)
    field.type(text)
    theirs = another(another(before))
    desk.database.rows(f"select jl_api.record_save ('{register.name}', {register.made}, 2, jsonb_build_object ('{column}', '{theirs}'))",
                       desk.official)
    desk.settle()
    assert register.value(column) == theirs, register.value(column)
    save(register, form, lambda: keys('ctrl+s'), lambda: not desk.window.is_alone())
    choose_mine(desk, desk.window.find_dialog('frame'), field.name)
    wait(lambda: register.value('version') == '4', 'my version to be saved')
    assert register.value(column) not in (before, theirs), register.value(column)


def choose_mine(desk, dialog, label):
    boxes = [box.name for box in dialog.look('check box')]
    assert len(boxes) == 2, f'{boxes} are not two versions of {label}'
    desk.press(dialog.find('check box', f'{label}，我的修改'))
    desk.press(dialog.find('button', '按选择保存'))
    desk.window.wait_alone()
    desk.settle()


def delete(register):
    """The record goes after a question"""
    desk = register.desk
    desk.press(desk.part('button', '该记录的更多操作'))
    desk.pane.find('menu item', '删除').press()
    desk.settle()
    desk.press(desk.window.find_dialog().find('button', '删除'))
    desk.window.wait_alone()
    wait(lambda: not register.is_there(), f'{register.made} to go')
    desk.settle()


def undo(register):
    """The record comes back with the same id"""
    register.desk.press_undo()
    wait(register.is_there, f'{register.made} to come back')
    assert int(register.value('version')) > 4, register.value('version')


def steps_for(register):
    """What its official may do with it; whoever may change nothing only opens the list."""
    may_add, may_change, may_delete = register.rights()
    return [make] * may_add + [edit, conflict] * may_change + [delete, undo] * may_delete


def step_of(register, step):
    def case():
        step(register)
    case.__doc__ = f'{register.title}: {step.__doc__}'
    return case


def has_some(database, name):
    """Whether the city has records in this register."""
    columns = database.rows(f"select 1 from pg_attribute where attrelid = 'jl.{name}'::regclass and attname = 'unit_id'")
    city = f"jl.unit_of_code ('{CITY}')"
    return bool(columns) and database.value(
        f'select count(*) > 0 from jl.{name} where unit_id = {city} or unit_id in (select unit_id from jl_api.leaves ({city}, 2014))') == 't'


def owner_of(owners):
    return owners[1] if len(owners) == 2 else owners[0]


def plan(home, database, wanted):
    """official, whether it can be narrowed, name, title: each register with the first of its owners, or of two the second, so that every duty has one."""
    known = titles(home)
    for name, owners in database.rows("select name, array_to_string (owners, ',') from jl.register order by place_order"):
        if not wanted or name in wanted:
            assert name in known, f'the program knows no register {name}'
            yield OFFICIALS.get(owner_of(owners.split(',')), 'jl_practice_housing1'), has_some(database, name), name, known[name]


def try_register(register, numbers):
    """Steps of one register build on each other; the next register does not depend on them."""
    register.desk.close_pane()
    good = run_case(next(numbers), step_of(register, Register.open), ())
    for step in steps_for(register):
        if good:
            good = run_case(next(numbers), step_of(register, step), ())
        else:
            print(f'not ok {next(numbers)} {register.title}: {step.__doc__} (not reached)', flush=True)
    register.forget()


def half_of(planned, half):
    """In the order of officials, so that each has his window once."""
    middle = (len(planned) + 1) // 2
    return planned[:middle] if half == '1' else planned[middle:]


def main():
    half = HALF.match(sys.argv[2]) if len(sys.argv) == 3 else None
    numbers = itertools.count(1)
    with Home(sys.argv[1]) as home, home.keep_server(BUILDINGS):
        with Database(home) as database:
            planned = sorted(plan(home, database, [] if half else sys.argv[2:]), key=lambda entry: entry[:2])
            if half:
                planned = half_of(planned, half[1])
            for official, entries in itertools.groupby(planned, key=lambda entry: entry[0]):
                with home.window('--practice', '--as', official, '--size', SIZE) as window:
                    desk = Desk(home, window, database, official)
                    for _official, narrow, name, title in entries:
                        try_register(Register(desk, name, title, narrow), numbers)
                    desk.close_pane()
    print(f'1..{next(numbers) - 1}', flush=True)


if __name__ == '__main__':
    main()
