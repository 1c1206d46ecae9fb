#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

"""Every page for everybody: what takes the focus has a name, all words are Chinese, charts can be read as tables and by keyboard.

Usage: test-pages.py FOLDER_OF_THE_PROGRAMS"""

import re
import sys

from home import Home
from screen import Node, keys, wait
from tap import run_cases

YEAR = 2012
SEASON = '2012—2013年采暖期'
# What each page shows once it is loaded.
PAGES = {'全省概况': ('image', '占比排序'), '地区概况': ('image', '同组位次'), '各条款指标': ('list item', '供热计量合同已办率'),
         '台账': ('label', '合计'), '问题清单': ('label', '合计'),
         '年度考核': ('list item', '吉林市，得分'), '公文拟制': ('label', '关于')}
CHARTS = {'全省概况': ['各地住宅计量收费面积占比', '占比排序'],
          '地区概况': ['住宅计量收费面积占比', '新建建筑同步安装率', '机关办公楼和公共建筑', '既有居住建筑', '十年趋势', '同组位次']}
# The toolkit's own: rows get names only from GTK 4.12 on, scrolled areas and lists are passed through.
UNNAMED = {'scroll pane', 'list', 'table row'}
ENGLISH = re.compile(r'[A-Za-z]{3,}')
CHECK_CODE = re.compile(r'([0-9a-f]{4} )+([0-9a-f]{4}|…)')
# What stays as it is: names of keys and formats, an example of an address.
KNOWN = {'PDF', 'kgce', 'Alt', 'Page', 'Down', 'Left', 'CBS', 'postgresql', 'server', 'jiliang'}


def shown_nodes(window):
    """What can be seen, with the first rows of tables."""
    for node in window.frame().walk(deep=True):
        if node.role == 'table':
            for row in node.rows_of(3):
                yield from row.walk(deep=True)
        if node.is_shown:
            yield node


def open_page(window, page):
    window.open_page(page)
    window.find(*PAGES[page])


def check_names_and_words(window, page):
    nodes = list(shown_nodes(window))
    nameless = [(node, node.box) for node in nodes if node.is_focusable and not has_name(node)]
    assert not nameless, f'{page}: {nameless}'
    words = {word for node in nodes for text in (node.name, node.description) if not CHECK_CODE.fullmatch(text)
             for word in ENGLISH.findall(text)}
    assert words <= KNOWN, f'{page}: {sorted(words - KNOWN)}'


def has_name(node):
    """Its own, or that of the drop-down or row that it is a part of."""
    if node.role in UNNAMED or node.spoken or node.description:
        return True
    parent = Node(node.it.get_parent())
    return parent.role in ('combo box', 'list item') or bool(parent.name) or bool(parent.labels())


def pages_have_names_and_chinese_words(_home, window):
    """On each page what takes the focus has a name, and all words are Chinese"""
    for page in PAGES:
        open_page(window, page)
        check_names_and_words(window, page)


def years_without_assessment_too(_home, window):
    """The same where nobody has assessed the year"""
    open_page(window, '年度考核')
    window.choose('采暖期', '2013年度')
    window.find('button', '核算')
    check_names_and_words(window, '年度考核')
    window.open_page('公文拟制')
    window.find('button', '前往年度考核')
    check_names_and_words(window, '公文拟制')
    window.open_page('年度考核')
    window.choose('采暖期', f'{YEAR}年度')


def charts_of(window, page):
    return [window.find('image', title) for title in CHARTS[page]]


def marks_of(chart):
    return [node for node in chart.look('button')]


def tables_say_what_charts_say(_home, window):
    """Ctrl+T turns charts into tables with the same values, and back"""
    for page in CHARTS:
        open_page(window, page)
        said = {chart.name: [mark.name for mark in marks_of(chart)] for chart in charts_of(window, page)}
        keys('ctrl+t')
        for title, marks in said.items():
            assert marks, f'{title} has no marks'
            rows = wait(lambda: window.find('table', title).rows(len(marks)), f'the table of {title}')
            for cells, mark in zip(rows, marks):  # of a long table the rows that are in sight
                assert all(cell in mark for cell in cells), f'{title}: {cells} is not {mark!r}'
        keys('ctrl+t')
        window.application.wait_gone('table')
        charts_of(window, page)


def focused(nodes):
    return next((node for node in nodes if node.is_focused), None)


def tab_into(chart):
    """With Tab from wherever the focus is; the mark that has it."""
    marks = marks_of(chart)
    for _ in range(60):
        if focused(marks):
            return focused(marks)
        keys('Tab')
    raise AssertionError(f'Tab does not lead into {chart!r}')


def arrows_move_between_marks(_home, window):
    """Tab leads into a chart, arrows from mark to mark, Return opens the place"""
    open_page(window, '全省概况')
    tile_map, ranking = charts_of(window, '全省概况')
    check_arrow(tile_map, 'Right', 0)
    check_arrow(tile_map, 'Down', 1)
    mark = check_arrow(ranking, 'Down', 1)
    keys('Return')
    window.find('button', f'考核对象：{mark.name.split()[0]}')
    check_arrow(window.find('image', '十年趋势'), 'Right', 0, first='Home')


def check_arrow(chart, key, axis, first=None):
    here = tab_into(chart)
    keys(key)
    there = wait(lambda: focused(node for node in marks_of(chart) if node != here), f'{key} to move the focus in {chart!r}')
    assert there.box[axis] > here.box[axis], f'{key} moves from {here!r} {here.box} to {there!r} {there.box}'
    return there


def sparks_have_tables(_home, window):
    """The small lines of the cards open their table by keyboard too"""
    open_page(window, '全省概况')
    card = window.find('panel', '住宅计量收费面积占比')
    spark = card.find('image', '住宅计量收费面积占比')
    for _ in range(60):
        if spark.is_focused:
            break
        keys('Tab')
    assert spark.is_focused, 'Tab does not lead to the line'
    keys('ctrl+t')
    rows = wait(lambda: window.find('table').rows(), 'the table')
    assert rows[-1][-1] in card.labels() or rows[-1][1] in card.labels(), f'{rows[-1]} is not in {card.labels()}'
    keys('Escape')
    window.application.wait_gone('table')


CASES = [pages_have_names_and_chinese_words, years_without_assessment_too, tables_say_what_charts_say,
         arrows_move_between_marks, sparks_have_tables]


def main():
    print(f'1..{len(CASES)}', flush=True)
    with Home(sys.argv[1]) as home, home.keep_server():
        home.ctl('assess', str(YEAR), '--freeze', '--confirm-as', 'housing2')
        with home.window('--practice', '--year', str(YEAR)) as window:
            window.find('label', SEASON)
            run_cases(CASES, home, window)


if __name__ == '__main__':
    main()
