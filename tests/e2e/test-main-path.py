#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

"""The main job as an official does it: overview, city, buildings, assessment by two people, circulars.

Usage: test-main-path.py FOLDER_OF_THE_PROGRAMS"""

import pathlib
import re
import subprocess
import sys

from home import Home
from screen import keys, wait
from tap import run_cases

YEAR = 2012
SEASON = '2012—2013年采暖期'
CITY, CITY_CODE = '长春市', '220100'
PROPOSER, CONFIRMER = '演练人员甲', '演练人员乙'
MARKING = '演练数据不得引用'
NUMBER = re.compile(r'演练〔\d{4}〕\d+号')


class Path:
    """What the steps share."""

    def __init__(self, home, window):
        self.home = home
        self.window = window

    def api(self, query):
        return self.home.psql(query, role='jl_practice_housing1')

    def city_id(self):
        return self.api(f"select unit_id from jl_api.units ({YEAR}) where code = '{CITY_CODE}'")[0][0]

    def buildings(self, condition='true', order='unit_id, code'):
        """The codes of the city's buildings, from the database itself."""
        rows = self.api(f'select code from jl_api.building_season_list where year = {YEAR} and {condition} and unit_id in '
                        f'(select unit_id from jl_api.leaves ({self.city_id()}, {YEAR})) order by {order}')
        return [row[0] for row in rows]

    def wait_label(self, text):
        return self.window.find('label', text)

    def table(self, name):
        return self.window.find('table', name)


def dashboard(home):
    """What jiliangctl prints: the province's figures by name, the units' cells by code."""
    head, table = home.ctl('dashboard', '--year', str(YEAR)).split('\n\n', 1)
    figures = dict(line.split('：', 1) for line in head.splitlines() if '：' in line)
    units = {cells[0]: cells[1:] for cells in (re.split(r' {2,}', line.strip()) for line in table.splitlines())}
    return figures, units


def prefecture_cities(path):
    return [row[0] for row in path.api(f"select code from jl_api.units ({YEAR}) where grp = 'prefecture' order by place_order")]


def overview_shows_the_provinces_figures(path):
    """The overview shows the figures that jiliangctl prints"""
    path.window.choose('采暖期', SEASON)
    figures, _units = dashboard(path.home)
    assert len(figures) == 5, figures
    for name, value in figures.items():
        first, *rest = value.split(' ', 1)
        card = path.window.find('panel', name)
        wait(lambda: first in card.labels(), f'{name} to be {first}')
        assert all(word in ' '.join(card.labels()) for word in rest), f'{name}: {card.labels()} is not {value}'


def ranking_and_tile_map_show_the_shares(path):
    """Ranking and tile map show the shares that jiliangctl prints"""
    _figures, units = dashboard(path.home)
    for title in ('各地住宅计量收费面积占比', '占比排序'):
        chart = path.window.find('image', title)
        for code in prefecture_cities(path):
            name, share, change = units[code][:3]
            chart.find('button', f'{name} 占比（%） {share} 增减 {change}')


def matrix_shows_the_tasks(path):
    """The matrix of tasks shows the states and values that jiliangctl prints"""
    _figures, units = dashboard(path.home)
    matrix = path.window.find('list', '四项任务进展')
    for code in prefecture_cities(path):
        name, _share, _change, _state, issued, price, new, new_state, office, _, public, _, stock, stock_state = units[code]
        said = matrix.find('list item', name).name
        for words in (f'{price} {issued}', f'{new_state} {new}', f'{stock_state} {stock}'):
            assert words in said, f'{words!r} is not in {said!r}'
        assert office in said or public in said, f'neither {office} nor {public} is in {said!r}'


def ranking_opens_a_city(path):
    """A bar of the ranking opens the city"""
    _figures, units = dashboard(path.home)
    path.window.find('image', '占比排序').find('button', CITY).press()
    path.window.find('button', f'考核对象：{CITY}')
    share = path.window.find('panel', '住宅计量收费面积占比')
    wait(lambda: units[CITY_CODE][1] in share.labels(), 'the share of the city')


def figure_tells_its_source(path):
    """The 25 % card tells numerator, denominator, basis and clause"""
    path.window.find('panel', '住宅计量收费面积占比').find('button', '来源').press()
    path.wait_label('分子')
    why = path.api(f"select numerator, denominator, basis, clause from jl_api.why ({path.city_id()}, 'metered_share', {YEAR})")[0]
    labels = ' '.join(path.window.frame().labels())
    for part in ('分子', '分母', '口径', '条款', f'{int(why[0]) / 1e6:,.2f}', f'{int(why[1]) / 1e6:,.2f}', why[2], why[3]):
        assert part in labels, f'{part!r} is not in {labels!r}'


def figure_leads_to_its_records(path):
    """查看明细 leads to as many buildings as the database has"""
    path.window.press('查看明细')
    path.wait_label(total(path.buildings('central')))
    wait(lambda: first_codes(path) == path.buildings('central')[:10], 'the list by code')


def total(records):
    return f'合计　{len(records):,} 栋'


def first_codes(path, n=10):
    return [row[0] for row in path.table('采暖期收费台账').rows(n)]


def header_sorts(path):
    """A header sorts in the database's order, once more turns it round"""
    for order in ('heated_dm2', 'heated_dm2 desc'):
        wanted = path.buildings('central and heated_dm2 is not null', f'{order}, id')[:5]
        path.window.find('panel', '集中供热面积').press()
        wait(lambda: first_codes(path, 5) == wanted, f'the list by {order}')


def check(box):
    """By keyboard, from wherever in its list the focus is."""
    for _ in range(20):
        if box.is_focused:
            break
        keys('Tab')
    keys('space')


def filters_narrow_the_list(path):
    """A filter narrows list and totals; clearing it brings all back"""
    path.window.press('收费方式')
    check(path.window.find('check box', '按用热量计量收费'))
    keys('Escape')
    path.wait_label(total(path.buildings('central and billing = 2')))
    name = path.api(f"select name from jl_api.building_season_list where year = {YEAR} and code = '{path.buildings()[0]}'")[0][0]
    path.window.press('清除筛选')
    path.wait_label(total(path.buildings()))
    path.window.find('text', '查找台账记录').type(name)
    found = path.buildings(f"name like '%{name}%'")
    path.wait_label(total(found))
    wait(lambda: sorted(first_codes(path, len(found))) == sorted(found), f'the buildings {name}')
    path.window.press('清除筛选')


def back_leads_to_the_city(path):
    """Alt+Left leads back to the city"""
    keys('alt+Left')
    path.window.find('button', f'考核对象：{CITY}')


def year_is_computed(path):
    """核算 shows scores, grades and ranks of the database"""
    path.window.open_page('年度考核')
    path.window.press('核算')
    path.window.find('button', '提请定稿')
    wanted = path.api(f'select name, round (score, 2), grade, rank, tied from jl_api.assessment_units ({YEAR})'
                      " where grp = 'prefecture' order by rank nulls last, place_order")
    rows = path.window.find('list', '各考核对象分项得分').look('list item')
    assert len(wanted) == len(rows[:len(wanted)]), f'{rows} is not {wanted}'
    for row, (name, score, grade, rank, tied) in zip(rows, wanted):
        place = f'并列第{rank}位' if tied == 't' else f'第{rank}位'
        assert row.name.startswith(f'{name}，得分{score}，{grade}，{place}'), f'{row.name} is not {name} {score} {grade} {place}'


def state(path):
    return path.api(f'select state from jl_api.assessment ({YEAR})')[0][0]


def proposer_cannot_confirm(path):
    """提请定稿 asks first; the proposer cannot confirm"""
    path.window.press('提请定稿')
    path.window.answer('提请定稿')
    confirm = path.window.find('button', '确认定稿')
    assert not confirm.is_sensitive, 'the proposer can confirm'
    assert state(path) == 'proposed'
    with_refusal(lambda: path.api(f'select jl_api.assess_confirm ({YEAR})'), 'JL003')


def with_refusal(change, code):
    try:
        change()
    except PermissionError as refusal:
        assert code in str(refusal), f'{refusal} is not {code}'
    else:
        raise AssertionError(f'the database did not refuse with {code}')


def window_reopens_as_another_official(path):
    """The primary menu reopens the window as the other official"""
    path.window.press('主菜单')
    path.window.press('以其他身份打开', role='menu item')
    path.window.press(f'省热改办  {CONFIRMER}', role='menu item')
    path.wait_label(f'省热改办  {CONFIRMER}')


def other_official_confirms(path):
    """The other official confirms: frozen, with its check code"""
    path.window.press('确认定稿')
    path.window.answer('确认定稿')
    path.wait_label('校验码')
    assert state(path) == 'frozen'
    code, *hands = path.api(f'select hash_hex, proposed_by, confirmed_by from jl_api.assessment ({YEAR})')[0]
    assert hands == [PROPOSER, CONFIRMER], hands
    assert code in [node.description.replace(' ', '') for node in path.window.frame().look('panel')], f'{code} is not shown'
    said = path.window.find('list', '定稿流程').find('list item', '已定稿').name
    assert CONFIRMER in said, said


def frozen_year_refuses_changes(path):
    """No button changes a frozen year, and the database refuses it too"""
    for name in ('核算', '提请定稿', '撤回提请', '确认定稿'):
        assert not path.window.application.look('button', name), f'{name} is still there'
    assert path.home.ctl('assess', str(YEAR), '--verify')
    with_refusal(lambda: path.api(f'select jl_api.assess_compute ({YEAR})'), 'JL002')
    unit_scores = 'update jl.assessment_unit set score = 100 where assessment_id in ' \
                  f'(select id from jl.assessment where year = {YEAR})'
    with_refusal(lambda: path.home.psql(unit_scores), 'JL002')


def export(path, kind):
    """Through the dialog of the toolkit; the text of the file."""
    path.window.choose('通报种类', kind)
    path.window.press('导出PDF')
    name = wait(lambda: [node for node in path.window.application.walk() if node.role == 'text' and node.text.endswith('.pdf')],
                'the dialog for the file')[0]
    assert '演练' in name.text, f'{name.text} does not say that the data are for practice'
    file = pathlib.Path(path.home.data) / name.text
    name.type(str(file))
    keys('Return')
    path.window.wait_alone()
    wait(file.exists, f'{file}')
    path.wait_label('已导出')
    return wait(lambda: read_pdf(file), 'the whole PDF')


def read_pdf(file):
    """The text of each page, without spaces and line ends; nothing while the file is not whole."""
    run = subprocess.run(['pdftotext', '-raw', file, '-'], capture_output=True, text=True, check=False)
    return [re.sub(r'\s', '', page) for page in run.stdout.split('\f')[:-1]] if run.returncode == 0 else None


def check_circular(pages, *words):
    for page in pages:
        assert MARKING in page, f'a page is not marked: {page}'
    for word in words:
        assert word in ''.join(pages), f'{word!r} is not in the circular'


def situation_circular_is_exported(path):
    """The situation circular says what the database says, numbered and marked as practice"""
    path.window.open_page('公文拟制')
    pages = export(path, '情况通报')
    share = path.api(f'select round (100.0 * numerator / denominator, 2) from jl_api.province_figures ({YEAR})'
                     " where figure = 'metered_share'")[0][0]
    check_circular(pages, f'关于{YEAR}年度全省供热计量改革工作情况的通报', '演练机关文件', f'占集中供热总面积的{share}%')
    assert NUMBER.search(pages[0]), f'no document number: {pages[0]}'


def criticism_circular_is_exported(path):
    """The criticism circular is a draft for the government without a number"""
    pages = export(path, '批评通报')
    units = path.api(f"select name, round (score, 2) from jl_api.assessment_units ({YEAR}) where proposal = 'criticise'")
    assert units, 'nobody is criticised'
    check_circular(pages, f'关于{YEAR}年度供热计量改革工作推进不力城市的通报', '代拟稿',
                   *(f'{name}。考核得分{score}分' for name, score in units))
    assert not NUMBER.search(''.join(pages)), 'the draft has a document number'


STEPS = [
    overview_shows_the_provinces_figures, ranking_and_tile_map_show_the_shares, matrix_shows_the_tasks,
    ranking_opens_a_city, figure_tells_its_source, figure_leads_to_its_records, header_sorts, filters_narrow_the_list,
    back_leads_to_the_city, year_is_computed, proposer_cannot_confirm, window_reopens_as_another_official,
    other_official_confirms, frozen_year_refuses_changes, situation_circular_is_exported, criticism_circular_is_exported,
]


def main():
    print(f'1..{len(STEPS)}', flush=True)
    with Home(sys.argv[1]) as home, home.keep_server():
        with home.window('--practice') as window:
            run_cases(STEPS, Path(home, window), steps=True)


if __name__ == '__main__':
    main()
