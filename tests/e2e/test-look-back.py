#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

"""Looking back: what the window shows of an earlier day is what the database knew then; and all years by the divisions of today.

Usage: test-look-back.py FOLDER_OF_THE_PROGRAMS"""

import sys

from home import Home
from screen import keys, wait
from tap import run_cases

YEAR = 2012
SEASON = '2012—2013年采暖期'
CARD = '住宅计量收费面积占比'
# Before the season's figures came in, and after; the later day is one on which buildings were still known as they were.
NOTHING = '尚无记录'
EARLY, LATE = '2012-12-31', '2013-09-30'


def known(home, day, query):
    return home.value(f"begin; set local jl.known_at = '{day} 24:00 Asia/Shanghai'; {query}; commit")


def share_known(home, day):
    return known(home, day, "select coalesce (round (numerator::numeric * 100 / nullif (denominator, 0), 2)::text, '—')"
                            f" from jl_api.province_figures ({YEAR}) where figure = 'metered_share'")


def look(window, day):
    window.press('查看历史时点')
    window.find('text', '截至日期').type(day)
    window.application.find_exactly('button', '查看(L)').press()


def card_labels(window):
    return window.find('panel', CARD).labels()


def the_present_is_shown_at_first(home, window):
    """At first everything that is known is shown"""
    present = home.value("select round (numerator::numeric * 100 / denominator, 2)"
                         f" from jl_api.province_figures ({YEAR}) where figure = 'metered_share'")
    wait(lambda: present in card_labels(window), f'{present} on the card')
    assert not window.application.look('label', '正在查看')


def a_day_to_come_is_refused(_home, window):
    """Tomorrow cannot be looked back at"""
    look(window, '2099-01-01')
    window.find('banner', '只能查看已经过去的日期')
    keys('Escape')
    assert not window.application.look('label', '正在查看')


def an_early_day_lacks_what_came_later(home, window):
    """Before the season's figures came in there are none"""
    look(window, EARLY)
    window.find('label', '正在查看截至2012年12月31日已掌握的数据')
    shown = share_known(home, EARLY)
    wait(lambda: shown in card_labels(window), f'{shown} on the card')


def a_later_day_shows_what_was_known(home, window):
    """A later day shows what the database knew then"""
    look(window, LATE)
    window.find('label', '正在查看截至2013年9月30日已掌握的数据')
    shown = share_known(home, LATE)
    assert shown != '—', 'the practice data know nothing of that day'
    wait(lambda: shown in card_labels(window), f'{shown} on the card')


def lists_are_of_that_day_too(home, window):
    """The list of a register has the records that were known"""
    window.open_page('台账')
    n = int(known(home, EARLY, f'select count (*) from jl_api.building_season_known_list where year = {YEAR}'))
    now = int(home.value(f'select count (*) from jl_api.building_season_list where year = {YEAR}'))
    assert n != now, 'both days know as many'
    look(window, EARLY)
    window.find('label', '正在查看截至2012年12月31日')
    if n == 0:
        window.find('label', NOTHING)
    else:
        wait(lambda: any(f'{n:,}' in label.name for label in window.application.look('label', '第')), f'{n} rows')


def the_present_comes_back(home, window):
    """One press brings the present back, in the list and in the figures"""
    window.press('返回当前')
    window.application.wait_gone('label', '正在查看')
    window.open_page('全省概况')
    the_present_is_shown_at_first(home, window)


def divisions_of_today(home, window):
    """All years by the divisions of today"""
    window.press('查看历史时点')
    box = window.find('check box', '按现行区划汇总')
    for _ in range(12):  # from the day over the calendar
        if box.is_focused:
            break
        keys('Tab')
    keys('space')
    wait(lambda: box.is_checked, 'the box to be ticked')
    window.application.find_exactly('button', '查看(L)').press()
    window.find('label', '各年数据均按现行区划汇总')
    window.open_page('地区概况')
    window.press('返回当前')
    window.application.wait_gone('label', '各年数据均按现行区划汇总')


CASES = [the_present_is_shown_at_first, a_day_to_come_is_refused, an_early_day_lacks_what_came_later, a_later_day_shows_what_was_known,
         lists_are_of_that_day_too, the_present_comes_back, divisions_of_today]


def main():
    print(f'1..{len(CASES)}', flush=True)
    with Home(sys.argv[1]) as home, home.keep_server():
        with home.window('--practice', '--year', str(YEAR)) as window:
            window.find('label', SEASON)
            run_cases(CASES, home, window, steps=True)


if __name__ == '__main__':
    main()
