#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

"""The record beside the list: two editors meet, an old version comes back, nothing typed is lost unasked, nothing is written from an
earlier day, papers are attached and shown.

Usage: test-records.py FOLDER_OF_THE_PROGRAMS"""

import hashlib
import pathlib
import re
import sys

from database import Database
from form import Hands, editors
from home import END_PATIENCE, Home
from papers import choose_file, pdf, png
from screen import keys, wait
from tap import run_cases

BUILDINGS = 600
REGISTER, TABLE = '供热单位台账', 'company'
OTHER = 'jl_practice_housing2'
PAST = '2012-12-31'
NOTE, NAME, LICENCE = '备注', '供热单位名称', '许可证号'
TOO_LARGE = 21 * 1024 * 1024


class Bench(Hands):
    """The register's list with the pane beside it."""

    def __init__(self, home, window, database):
        super().__init__(window, database)
        self.home = home
        window.open_page('台账')
        self.open_register(REGISTER)
        self.ids = [row[0] for row in database.rows(f'select id from jl.{TABLE} order by code limit 4')]
        self.show(0)
        self.pane = window.frame().find('panel', '记录：')

    def row(self, n):
        cells = self.window.find('table', REGISTER).rows_of(n + 1)[n].children()
        return next(cell for cell in cells if cell.role == 'table cell')

    def show(self, n):
        self.press(self.row(n))

    def says(self):
        self.pane.it.clear_cache()
        return self.pane.name

    def record(self, n=0):
        """As the database has it."""
        return dict(zip(('version', 'name', 'licence_no', 'note'), self.database.rows(
            f"select version, name, licence_no, coalesce (note, '') from jl.{TABLE} where id = {self.ids[n]}")[0]))

    def edit(self, **words):
        self.press(self.pane.find('button', '编辑'))
        form = editors(self.pane)
        for label, text in words.items():
            form[label].type(text)

    def change_elsewhere(self, **values):
        """As the other official, in psql."""
        text = ', '.join(f'"{name}": "{value}"' for name, value in values.items())
        self.database.rows(f"select jl_api.record_save ('{TABLE}', {self.ids[0]}, {self.record()['version']}, '{{{text}}}')", OTHER)

    def save_into_conflict(self):
        keys('ctrl+s')
        dialog = self.window.find('frame', '该记录已被他人修改')
        self.settle()
        return dialog

    def open_menu(self, button, item):
        """As actions: the button may have been scrolled out of sight."""
        self.pane.find('button', button).press()
        self.settle()
        self.pane.find('menu item', item).press()
        self.settle()

    def answer(self, words):
        dialog = self.window.find('dialog')
        self.settle()
        self.press(dialog.find('button', words))
        self.window.wait_alone()
        self.settle()

    def try_to_leave(self, leave, words):
        """Whoever would leave an unsaved form is asked, and answers."""
        leave()
        self.settle()
        assert not self.window.is_alone(), 'nobody asks'
        self.answer(words)

    def press_page(self, entry):
        self.press(self.window.frame().find('list item', entry))

    def close(self):
        self.press(self.window.frame().find('button', '关闭'))

    def has_form(self):
        return bool(self.pane.look('button', '保存'))


def conflict_can_be_put_off(bench):
    """Another has saved the record meanwhile: both versions are shown, and who wants goes back to his form"""
    bench.edit(备注='窗口所写', 许可证号='演练供热许〔2009〕99号')
    bench.change_elsewhere(note='他人所写', name='长春演练热力甲公司')
    dialog = bench.save_into_conflict()
    said = [box.name for box in dialog.look('check box')]
    for words in ('供热单位名称，他人已存：长春演练热力甲公司', '许可证号，我的修改：演练供热许〔2009〕99号', '备注，我的修改：窗口所写',
                  '备注，他人已存：他人所写'):
        assert words in said, f'{words} is not among {said}'
    assert not dialog.find('button', '按选择保存').is_sensitive, 'an open field can be saved'
    bench.press(dialog.find('button', '返回编辑'))
    bench.window.wait_alone()
    assert editors(bench.pane)[NOTE].text == '窗口所写'
    assert bench.record() == {'version': '2', 'name': '长春演练热力甲公司', 'licence_no': '演练供热许〔2009〕21号', 'note': '他人所写'}


def conflict_is_decided_field_by_field(bench):
    """Each field is chosen; what the other alone has changed stays"""
    dialog = bench.save_into_conflict()
    bench.press(dialog.find('check box', '备注，我的修改'))
    bench.press(dialog.find('button', '按选择保存'))
    bench.window.wait_alone()
    bench.settle()
    assert bench.record() == {'version': '3', 'name': '长春演练热力甲公司', 'licence_no': '演练供热许〔2009〕99号', 'note': '窗口所写'}
    assert bench.says() == '记录：长春演练热力甲公司', bench.says()


def all_of_the_others_version_is_taken(bench):
    """Who takes every field of the other saves nothing"""
    bench.edit(备注='再次所写')
    bench.change_elsewhere(note='他人再写')
    dialog = bench.save_into_conflict()
    bench.press(dialog.find('check box', '备注，他人已存'))
    bench.press(dialog.find('button', '按选择保存'))
    bench.window.wait_alone()
    bench.settle()
    assert bench.record()['version'] == '4' and bench.record()['note'] == '他人再写', bench.record()
    assert not bench.has_form()


def same_change_is_no_conflict(bench):
    """Who has typed what the other has saved meanwhile has nothing to choose"""
    bench.edit(备注='同样所写')
    bench.change_elsewhere(note='同样所写')
    keys('ctrl+s')
    bench.settle()
    assert bench.window.is_alone(), 'there is something to choose'
    assert not bench.has_form() and bench.record()['version'] == '5', bench.record()


def old_version_comes_back(bench):
    """The first version is looked at and restored as the newest"""
    bench.open_menu('版本 1：菜单', '查看该版本')
    bench.pane.find('label', '版本 1，')
    bench.press(bench.pane.find('button', '当前版本'))
    bench.open_menu('版本 1：菜单', '恢复此版本')
    bench.answer('恢复')
    wait(lambda: bench.record()['version'] == '6', 'the version to be restored')
    assert bench.record() == {'version': '6', 'name': '长春演练热力一公司', 'licence_no': '演练供热许〔2009〕21号', 'note': ''}, bench.record()


def leaving_the_record_asks(bench):
    """Another record is opened over an unsaved form: who stays stays, who discards goes on"""
    bench.edit(备注='不留')
    bench.try_to_leave(lambda: bench.show(1), '继续编辑')
    assert editors(bench.pane)[NOTE].text == '不留'
    bench.try_to_leave(lambda: bench.show(1), '不保存')
    assert bench.record()['version'] == '6', bench.record()
    assert not bench.has_form()
    wait(lambda: bench.database.value(f'select name from jl.{TABLE} where id = {bench.ids[1]}') in bench.says(), 'the other record')


def leaving_the_record_saves(bench):
    """Who saves on leaving has saved, and the other record opens"""
    bench.edit(备注='离开时保存')
    bench.try_to_leave(lambda: bench.show(2), '保存')
    wait(lambda: bench.record(1)['note'] == '离开时保存', 'the record to be saved')
    wait(lambda: bench.database.value(f'select name from jl.{TABLE} where id = {bench.ids[2]}') in bench.says(), 'the other record')


def leaving_the_page_asks(bench):
    """Another page is opened over an unsaved form: who stays stays, who saves has saved"""
    bench.edit(备注='换页时保存')
    bench.try_to_leave(lambda: bench.press_page('全省概况'), '继续编辑')
    assert '供热单位台账' in bench.window.frame().name and editors(bench.pane)[NOTE].text == '换页时保存'
    bench.try_to_leave(lambda: bench.press_page('全省概况'), '保存')
    wait(lambda: bench.record(2)['note'] == '换页时保存', 'the record to be saved')
    wait(lambda: '全省概况' in bench.window.frame().name, 'the other page')
    bench.press_page('台账')


def refused_form_stays(bench):
    """What cannot be saved on leaving is not left"""
    bench.show(3)
    bench.edit(供热单位名称='')
    bench.try_to_leave(lambda: bench.press_page('全省概况'), '保存')
    assert '供热单位台账' in bench.window.frame().name
    assert '此项必填' in editors(bench.pane)[NAME].description
    bench.try_to_leave(lambda: bench.press_page('全省概况'), '不保存')
    wait(lambda: '全省概况' in bench.window.frame().name, 'the other page')
    bench.press_page('台账')
    assert bench.record(3)['version'] == '1'


def look(bench, day):
    bench.window.press('查看历史时点')
    bench.window.find('text', '截至日期').type(day)
    bench.window.application.find_exactly('button', '查看(L)').press()
    bench.window.find('label', '正在查看截至')
    bench.settle()


def nothing_is_saved_from_an_earlier_day(bench):
    """A form that is open when an earlier day is looked at waits for the present, with what is typed in it"""
    bench.show(3)
    bench.edit(备注='当前所写')
    look(bench, PAST)
    assert '不能保存' in ' '.join(bench.pane.labels()), bench.pane.labels()
    assert not bench.pane.find('button', '保存').is_sensitive, 'it can be saved'
    keys('ctrl+s')
    bench.settle()
    assert bench.record(3)['version'] == '1', bench.record(3)
    bench.window.press('返回当前')
    bench.window.application.wait_gone('label', '正在查看截至')
    bench.settle()
    assert '不能保存' not in ' '.join(bench.pane.labels()), bench.pane.labels()
    assert editors(bench.pane)[NOTE].text == '当前所写'
    keys('ctrl+s')
    wait(lambda: bench.record(3)['note'] == '当前所写', 'the record to be saved')


def attach(bench, file):
    choose_file(bench, bench.pane.find('button', '添加附件'), '添加附件', file)


def papers(bench):
    return bench.database.rows(f"select name, mime, length (content), encode (sha256, 'hex') from jl.attachment"
                               f" where register = '{TABLE}' and record_id = {bench.ids[0]} order by id")


def papers_are_attached(bench):
    """A PDF and a picture are attached through the dialog for files, with their check codes"""
    bench.show(0)
    bench.press(bench.pane.find('page tab', '附件'))
    folder = pathlib.Path(bench.home.data)
    for name, mime, content in (('paper.pdf', 'application/pdf', pdf()), ('picture.png', 'image/png', png(300, 200))):
        (folder / name).write_bytes(content)
        attach(bench, folder / name)
        check = hashlib.sha256(content).hexdigest()
        assert (name, mime, str(len(content)), check) in papers(bench), papers(bench)
        bench.pane.find('label', f'校验码 {check[:16]}')


def papers_are_shown(bench):
    """Each is shown in a window of the program, page by page"""
    for name, pages in (('paper.pdf', 2), ('picture.png', 1)):
        bench.press(bench.pane.find('button', name))
        window = bench.window.find('frame', name)
        bench.settle()
        image = window.find('image', f'{name}，第1页，共{pages}页')
        _x, _y, width, height = image.box
        assert width > 100 and height > 100, image.box
        if pages > 1:
            keys('Page_Down')
            window.find('image', f'{name}，第2页，共{pages}页')
        keys('Escape')
        bench.window.wait_alone()


def wrong_files_are_refused(bench):
    """A file of 21 MB and a text that calls itself a PDF are refused with the reason, where they were chosen"""
    folder, before = pathlib.Path(bench.home.data), papers(bench)
    with (folder / 'large.png').open('wb') as file:
        file.write(png(1, 1))
        file.truncate(TOO_LARGE)
    (folder / 'text.pdf').write_text('这不是PDF\n', encoding='utf-8')
    for name, reason in (('large.png', '20 MB'), ('text.pdf', '不是PDF、PNG或JPEG')):
        attach(bench, folder / name)
        said = bench.pane.find('banner', re.compile('.')).name
        assert name in said and reason in said, said
        assert papers(bench) == before, f'{name} was attached'


def closing_the_window_asks(bench):
    """The window is closed over an unsaved form: who stays stays, who saves has saved when the program has ended"""
    bench.edit(备注='关闭时保存')
    bench.try_to_leave(bench.close, '继续编辑')
    assert editors(bench.pane)[NOTE].text == '关闭时保存'
    bench.close()
    bench.window.find('dialog').find('button', '保存').press()
    bench.window.process.wait(END_PATIENCE)
    assert bench.record()['note'] == '关闭时保存', bench.record()


CASES = [
    conflict_can_be_put_off, conflict_is_decided_field_by_field, all_of_the_others_version_is_taken, same_change_is_no_conflict,
    old_version_comes_back,
    leaving_the_record_asks, leaving_the_record_saves, leaving_the_page_asks, refused_form_stays, nothing_is_saved_from_an_earlier_day,
    papers_are_attached, papers_are_shown, wrong_files_are_refused, closing_the_window_asks,
]


def main():
    print(f'1..{len(CASES)}', flush=True)
    with Home(sys.argv[1]) as home, home.keep_server(BUILDINGS):
        with Database(home) as database, home.window('--practice') as window:
            run_cases(CASES, Bench(home, window, database), steps=True)


if __name__ == '__main__':
    main()
