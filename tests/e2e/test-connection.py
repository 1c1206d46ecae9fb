#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

"""The way into the program, and a server that goes away under it.

Usage: test-connection.py FOLDER_OF_THE_PROGRAMS"""

import os
import pathlib
import re
import signal
import sys

from home import Home
from screen import keys, wait
from tap import run_cases

ADDRESS = '地址或服务名'
CHART = '占比排序'


def first_start_asks_for_the_database(_home, window):
    """The first start asks for the database"""
    window.find('list item', '演练库')
    window.find('label', '中心服务器')
    assert not window.find('button', '连接').is_sensitive, 'it would connect to nothing'
    assert not window.application.look('list', '页面'), 'there are pages without a database'


def check_refusal(window, address, *words):
    window.find('text', ADDRESS).type(address)
    window.press('连接')
    window.find('label', re.compile('数据库未能打开。.*' + '.*'.join(words)))
    assert window.find('text', ADDRESS).text == address, 'the address has to be typed once more'


def wrong_address_says_what_to_do(_home, window):
    """A wrong address is refused with what to do, and can be corrected"""
    check_refusal(window, 'postgresql://[', '请核对地址')
    check_refusal(window, 'postgresql://127.0.0.1:1/jiliang', '无法连接', '重试')


def unknown_service_says_what_to_do(_home, window):
    """An unknown service is refused with what to do"""
    check_refusal(window, 'no_such_service', '请核对地址', '服务名')


def practice_database_opens(_home, window):
    """The practice database opens from there"""
    window.find('list item', '演练库').find('button', '打开').press()
    window.find('image', CHART, patience=30)
    window.find('label', '演练数据')


def data_directory(home):
    return pathlib.Path(home.value('show data_directory'))


def kill_server(data):
    os.kill(int((data / 'postmaster.pid').read_text(encoding='utf-8').split()[0]), signal.SIGKILL)


def killed_server_comes_back(home, window):
    """A killed server comes back by itself"""
    kill_server(data_directory(home))
    open_city(window, '吉林市')


def open_city(window, name):
    window.open_page('全省概况')
    window.find('image', CHART).find('button', name).press()
    window.find('button', f'考核对象：{name}')
    wait(lambda: f'{name}' in ' '.join(mark.name for mark in window.find('image', '同组位次').look('button')), f'the figures of {name}')


def retry(window):
    """As a person does: again if the server was not up yet."""
    for _ in range(5):
        for button in window.application.look('button', '重试'):
            button.press()
        try:
            window.application.wait_gone('banner', patience=8)
            return
        except AssertionError:
            pass
    raise AssertionError('重试 does not recover')


def error_bar_and_retry(home, window):
    """While the server cannot start the page says so; 重试 recovers"""
    data = data_directory(home)
    settings = data / 'postgresql.conf'
    good = settings.read_text(encoding='utf-8')
    settings.write_text(good + 'nonsense = 1\n', encoding='utf-8')
    kill_server(data)
    keys('F5')
    bar = window.find('banner', patience=20)
    sentence = bar.find('label').name
    assert '重试' in sentence and '数据截至' in sentence, sentence
    settings.write_text(good, encoding='utf-8')
    retry(window)
    window.find('image', '同组位次')


STEPS = [first_start_asks_for_the_database, wrong_address_says_what_to_do, unknown_service_says_what_to_do,
         practice_database_opens, killed_server_comes_back, error_bar_and_retry]


def main():
    print(f'1..{len(STEPS)}', flush=True)
    with Home(sys.argv[1]) as home:
        home.make_practice()
        with home.window() as window:
            run_cases(STEPS, home, window, steps=True)


if __name__ == '__main__':
    main()
