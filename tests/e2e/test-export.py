#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

"""A list is exported through the dialog for files, and what is written is what the database has; its columns are chosen and put in
order, and the next start of the program shows them so.

Usage: test-export.py FOLDER_OF_THE_PROGRAMS"""

import csv
import datetime
import os
import pathlib
import re
import sys
import xml.etree.ElementTree
import zipfile

from database import Database
from form import Hands
from home import Home
from screen import keys, wait
from tap import run_case, run_cases

BUILDINGS = 100
REGISTER, TABLE = '供热单位台账', 'company'
WORD = '长春'
HEAD = ['单位编号', '供热单位名称', '考核对象', '热源类别', '许可证号', '经营起始日期', '经营终止日期']
CHOSEN = ['单位编号', '供热单位名称', '热源类别', '考核对象', '经营起始日期', '经营终止日期', '备注']
KINDS = {'chp': '热电联产', 'mixed': '多种热源'}
SHEET = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'


class Bench(Hands):
    """The list, narrowed to one word, with what the database has of it."""

    def __init__(self, home, window, database):
        super().__init__(window, database)
        self.home = home
        window.open_page('台账')
        self.open_register(REGISTER)
        self.table = window.find('table', REGISTER)

    def narrow(self):
        self.window.find('text', '查找台账记录').type(WORD)
        self.window.find('label', f'合计　{len(self.wanted())} ')

    def wanted(self):
        """Column → text, record by record in the order of the list."""
        rows = self.database.rows(f"""
            select code, name, unit_name, kind, licence_no, started_on, ended_on, note from jl_api.{TABLE}_list
            where name like '%{WORD}%' order by code, id""")
        return [dict(zip(HEAD + ['备注'], (*row[:3], KINDS.get(row[3], row[3]), *row[4:]))) for row in rows]

    def export(self, kind, suffix):
        """Through the menu and the dialog of the toolkit."""
        self.press(self.window.frame().find('button', '导出'))
        self.window.find('menu item', kind).press()
        dialog = self.window.find_dialog('panel')
        name = wait(lambda: [node for node in dialog.walk() if node.role == 'text' and node.text.endswith(suffix)], 'the name of the file')[0]
        assert '演练' in name.text, f'{name.text} does not say that the data are for practice'
        file = pathlib.Path(self.home.data) / name.text
        name.type(str(file))
        keys('Return')
        self.window.wait_alone()
        self.window.find('label', '列表已导出')
        wait(file.exists, f'{file}')
        return file

    def first_row(self):
        return wait(lambda: self.table.rows(1), 'a row')[0]

    def put(self, name, *strokes):
        """With the keys, at the box of one column in the list of columns."""
        boxes = [node for node in self.window.frame().walk(deep=True) if node.role == 'check box']
        box = next(box for box in boxes if box.name == name)
        for _ in range(60):
            if box.is_focused:
                break
            keys('Tab')
        assert box.is_focused, f'{name} takes no focus'
        keys(*strokes)
        self.settle()


def compare(read, wanted):
    """The head, and each record below it; an empty cell is nothing in the database."""
    head = next(n for n, row in enumerate(read) if HEAD[0] in row[:1])
    assert [re.sub(r'[（(].*', '', cell) for cell in read[head]] == HEAD, read[head]
    rows = [row for row in read[head + 1:] if re.match(r'\d{6}-', row[0] or '')]
    assert len(rows) == len(wanted), f'{len(rows)} records instead of {len(wanted)}'
    for row, record in zip(rows, wanted):
        assert [cell.replace('—', '') for cell in row] == [record[name] for name in HEAD], f'{row} is not {record}'


def text_is_exported(bench):
    """CSV: the records of the filtered list, in its order, marked as practice"""
    bench.narrow()
    with bench.export('文本（CSV）', '.csv').open(encoding='utf-8-sig', newline='') as file:
        compare(list(csv.reader(file)), bench.wanted())


def cell_text(cell):
    """Numbers in these columns are days, counted from the end of 1899."""
    if cell.get('t') == 'inlineStr':
        return ''.join(part.text or '' for part in cell.iter(f'{SHEET}t'))
    value = cell.find(f'{SHEET}v')
    return '' if value is None else str(datetime.date(1899, 12, 30) + datetime.timedelta(int(value.text)))


def read_sheet(file):
    """The first sheet's rows as text; a cell that is left out is empty."""
    with zipfile.ZipFile(file) as archive:
        sheet = xml.etree.ElementTree.fromstring(archive.read('xl/worksheets/sheet1.xml'))
    rows = [{cell.get('r')[0]: cell_text(cell) for cell in row} for row in sheet.iter(f'{SHEET}row')]
    return [[row.get(letter, '') for letter in 'ABCDEFG'] for row in rows]


def sheet_is_exported(bench):
    """XLSX: the same records"""
    read = read_sheet(bench.export('电子表格（XLSX）', '.xlsx'))
    assert '演练' in ''.join(''.join(row) for row in read), 'the sheet does not say that the data are for practice'
    compare(read, bench.wanted())


def columns_are_chosen(bench):
    """One column is switched off, one on, one moved"""
    bench.press(bench.window.frame().find('button', '列'))
    bench.put('许可证号', 'space')
    bench.put('备注', 'space')
    bench.put('热源类别', 'alt+Up', 'alt+Up', 'alt+Down')
    keys('Escape')
    bench.settle()
    check_columns(bench)


def check_columns(bench):
    record = bench.wanted()[0]
    shown = [cell.replace('—', '') for cell in bench.first_row()]
    assert shown == [record[name] for name in CHOSEN], f'{shown} is not {record}'


def columns_are_remembered(home, database):
    """The next start of the program shows the list as it was left"""
    with home.window('--practice') as window:
        check_columns(Bench(home, window, database))


def main():
    print('1..4', flush=True)
    os.environ['GSETTINGS_BACKEND'] = 'keyfile'  # in the folder for settings that this display has
    with Home(sys.argv[1]) as home, home.keep_server(BUILDINGS):
        with Database(home) as database:
            with home.window('--practice') as window:
                good = run_cases([text_is_exported, sheet_is_exported, columns_are_chosen], Bench(home, window, database), steps=True)
            if good:
                run_case(4, columns_are_remembered, (home, database))
            else:
                print('not ok 4 columns are remembered (not reached)', flush=True)


if __name__ == '__main__':
    main()
