#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

"""Divisions are changed through the window: renamed, moved, merged and split. After each operation the database is asked who the
units are, who answers for them and where the records lie; at the end, that nothing has been lost.

Usage: test-divisions.py FOLDER_OF_THE_PROGRAMS"""

import sys

from database import Database
from form import Hands, editors
from home import Home
from screen import wait
from tap import run_cases

BUILDINGS = 600
REGISTER = '行政区划与考核对象'
DIALOG = '区划变更'
DAY = '2016-01-01'
RENAMED, CITY, MOVED, TO, MERGED, TAKER, SPLIT = '220382', '220300', '220322', '220400', '220303', '220302', '220702'
PART = '220725'
YEARS = '2011, 2014'


class Bench(Hands):
    """What the steps share: the window on the register, the database, and what this showed before the first operation."""

    def __init__(self, window, database):
        super().__init__(window, database)
        self.units = {code: self.unit(code) for code in (RENAMED, CITY, MOVED, TO, MERGED, TAKER, SPLIT)}
        self.before = self.shown()
        self.records = self.count_records()
        self.dialog = None

    def value(self, query):
        return self.database.value(query)

    def unit(self, code):
        return self.value(f"select jl.unit_of_code ('{code}')")

    def shown(self):
        """What every assessed unit and the province show for past years."""
        return self.database.rows(f"""
            select y, f.unit_id, f.indicator, f.numerator, f.denominator, f.state
            from generate_series ({YEARS}) y cross join lateral jl_api.figures (y) f
            union all
            select y, 1, p.figure, p.numerator, p.denominator, p.state
            from generate_series ({YEARS}) y cross join lateral jl_api.province_figures (y) p
            order by 1, 2, 3""")

    def count_records(self):
        names = [name for name, in self.database.rows("select name from jl.register where name <> 'unit_version' order by name")]
        return self.database.rows(' union all '.join(f"select '{name}', count (*) from jl.{name}" for name in names))

    def versions(self, unit):
        return self.database.rows(f'select code, name, type, lower (valid), upper (valid) from jl.unit_version where unit_id = {unit} order by valid')

    def answers(self, unit, day):
        """Who answers for a leaf on a day."""
        return [row[0] for row in self.database.rows(
            f"select assessed_id from jl.assessed_unit_part where leaf_id = {unit} and valid @> date '{day}' order by 1")]

    def operations(self):
        return int(self.value('select count (*) from jl.unit_operation where not running'))

    def open(self):
        self.press(self.window.frame().find('button', '区划变更…'))
        self.dialog = self.window.find('frame', DIALOG)
        self.settle()

    def fill(self, **words):
        """Field by field: text is typed, a choice chosen, a unit picked."""
        for label, text in words.items():
            node = editors(self.dialog)[label]
            if node.role == 'combo box':
                self.choose_word(node, text)
            elif node.role == 'button':
                self.pick(node, text)
            elif node.text != text:
                node.type(text)

    def complaints(self):
        return {label: node.description for label, node in editors(self.dialog).items()}

    def carry_out(self, answer='执行'):
        self.press(self.dialog.find('button', '执行'))
        ask = self.window.find('dialog')
        self.settle()
        self.press(ask.find('button', answer))

    def carry_out_whole(self):
        """The question is answered with yes, the dialog goes, and there is one operation more."""
        n = self.operations()
        self.carry_out()
        self.window.wait_alone()
        self.settle()
        assert self.operations() == n + 1, f'{self.operations()} operations after {n}'

    def close(self):
        self.press(self.dialog.find('button', '取消'))
        self.window.wait_alone()


def form_says_what_is_missing(bench):
    """An empty form says at each field what it needs"""
    bench.open()
    bench.press(bench.dialog.find('button', '执行'))
    said = bench.complaints()
    assert '此项必填' in said['生效日期'] and '此项必填' in said['批准文号'], said
    bench.fill(变更单位=RENAMED, 生效日期='2016年1月1日', 批准文号='民政文〔2016〕1号')
    bench.press(bench.dialog.find('button', '执行'))
    assert '请填写新的名称' in bench.complaints()['新名称'], bench.complaints()
    for code in ('2203', '22038A', '2203820'):
        bench.fill(新代码=code)
        bench.press(bench.dialog.find('button', '执行'))
        assert '6位数字' in bench.complaints()['新代码'], bench.complaints()
    assert bench.operations() == 0


def question_can_be_declined(bench):
    """Nothing happens before the question has been answered with yes"""
    bench.fill(新名称='双辽新市', 新代码='220399')
    bench.carry_out('取消')
    assert bench.operations() == 0
    assert bench.dialog.is_shown


def unit_is_renamed(bench):
    """更名: the unit has both names and codes, each in its time, and answers for itself as before"""
    unit = bench.units[RENAMED]
    bench.carry_out_whole()
    assert bench.versions(unit) == [
        ('220382', '双辽市', 'county_city', '2000-01-01', DAY), ('220399', '双辽新市', 'county_city', DAY, '')], bench.versions(unit)
    assert bench.unit('220382') == bench.unit('220399') == unit
    assert bench.answers(unit, '2015-12-31') == bench.answers(unit, DAY) == [unit]
    bench.window.find('text', '查找台账记录').type('双辽')
    table = bench.window.find('table', REGISTER)
    wait(lambda: [row[:2] for row in table.rows(3)] == [['220382', '双辽市'], ['220399', '双辽新市']], 'both names in the list')


def second_change_of_the_day_is_refused(bench):
    """What the server refuses is said over the buttons, and the form stays as it was"""
    bench.open()
    bench.fill(变更单位='220399', 生效日期=DAY, 批准文号='民政文〔2016〕9号', 新名称='双辽某市')
    bench.carry_out()
    said = bench.dialog.find('banner').name
    assert '此日或之后' in said and '双辽新市' in said, said
    assert editors(bench.dialog)['新名称'].text == '双辽某市'
    assert bench.operations() == 1
    bench.close()


def unit_is_moved(bench):
    """划归: the county stands under the other city and behind it in the order, with all its records"""
    unit, to = bench.units[MOVED], bench.units[TO]
    bench.open()
    bench.fill(变更方式='划归其他市（州）', 变更单位=MOVED, 生效日期=DAY, 批准文号='国函〔2016〕1号', 划归至=TO, 新代码='220499')
    bench.carry_out_whole()
    assert bench.versions(unit)[-1][:3] == ('220499', '梨树县', 'county'), bench.versions(unit)
    parents = bench.database.rows(f'select parent_id from jl.unit_version where unit_id = {unit} order by valid')
    assert parents == [(bench.units[CITY],), (to,)], parents
    place = 'select place_order from jl.assessed_unit where unit_id = {} and upper_inf (valid)'
    assert int(bench.value(place.format(unit))) > int(bench.value(place.format(to)))
    assert bench.answers(unit, DAY) == [unit]


def unit_is_merged(bench):
    """撤并: the district stays as a part, for which the city goes on answering"""
    unit, city = bench.units[MERGED], bench.units[CITY]
    bench.open()
    bench.fill(变更方式='并入其他单位', 变更单位=MERGED, 生效日期=DAY, 批准文号='国函〔2016〕3号', 并入=MERGED)
    bench.press(bench.dialog.find('button', '执行'))
    assert '该单位以外' in bench.complaints()['并入'], bench.complaints()
    bench.fill(并入=TAKER)
    bench.carry_out_whole()
    assert bench.versions(unit)[-1][2] == 'part', bench.versions(unit)
    assert bench.answers(unit, '2015-12-31') == bench.answers(unit, DAY) == [city]
    assert bench.value(f'select count (*) > 0 from jl.building where unit_id = {unit}') == 't', 'the part has lost its buildings'


def unknown_building_is_named(bench):
    """A code that no building of the unit has is named, and nothing is split"""
    bench.open()
    bench.fill(变更方式='析置新单位', 变更单位=SPLIT, 生效日期=DAY, 批准文号='国函〔2016〕5号', 新单位名称='江北县', 新单位代码=PART,
               单位类别='县', 随之划出的建筑='无此建筑')
    bench.carry_out()
    assert '无此建筑' in bench.dialog.find('banner').name
    assert bench.operations() == 3


def unit_is_split(bench):
    """析置: the buildings and projects that are named go with all their seasons, and no others"""
    unit = bench.units[SPLIT]
    codes = {register: [row[0] for row in bench.database.rows(
        f'select code from jl.{register} where unit_id = {unit} order by id limit {n}')] for register, n in (('building', 5), ('new_project', 1))}
    assert len(codes['building']) == 5 and codes['new_project'], codes
    had = int(bench.value(f'select count (*) from jl.building where unit_id = {unit}'))
    bench.fill(随之划出的建筑='，'.join(codes['building'][:3]) + '\n' + ' '.join(codes['building'][3:]),
               随之划出的新建项目=codes['new_project'][0])
    bench.carry_out_whole()
    part = bench.unit(PART)
    for register, wanted in codes.items():
        went = [row[0] for row in bench.database.rows(f'select code from jl.{register} where unit_id = {part} order by id')]
        assert went == wanted, f'{register}: {went} is not {wanted}'
    assert int(bench.value(f'select count (*) from jl.building where unit_id = {unit}')) == had - 5
    strays = bench.database.rows('select from jl.building b join jl.building_season s on s.building_id = b.id where s.unit_id <> b.unit_id')
    assert not strays, f'{len(strays)} seasons stayed behind'
    assert bench.answers(part, '2015-12-31') == bench.answers(unit, '2015-12-31')
    assert bench.answers(part, DAY) == [part]


def nothing_is_lost(bench):
    """Every record is there, every figure of past years stands, the kept sums are the truth"""
    assert bench.count_records() == bench.records
    lost = set(bench.before) ^ set(bench.shown())
    assert not lost, sorted(lost)[:10]
    assert not bench.database.rows('select * from jl.sums_difference ()')
    kinds = bench.database.rows('select kind, on_day, document from jl.unit_operation order by id')
    assert kinds == [('rename', DAY, '民政文〔2016〕1号'), ('move', DAY, '国函〔2016〕1号'), ('merge', DAY, '国函〔2016〕3号'),
                     ('split', DAY, '国函〔2016〕5号')], kinds


CASES = [
    form_says_what_is_missing, question_can_be_declined, unit_is_renamed, second_change_of_the_day_is_refused, unit_is_moved,
    unit_is_merged, unknown_building_is_named, unit_is_split, nothing_is_lost,
]


def main():
    print(f'1..{len(CASES)}', flush=True)
    with Home(sys.argv[1]) as home, home.keep_server(BUILDINGS):
        with Database(home) as database, home.window('--practice') as window:
            window.open_page('台账')
            bench = Bench(window, database)
            bench.open_register(REGISTER)
            run_cases(CASES, bench, steps=True)


if __name__ == '__main__':
    main()
