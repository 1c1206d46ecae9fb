# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

"""The hands at a form: what its editors are, and how words, choices, units and records are put into them."""

import re

from screen import keys, wait

EDITORS = {'text', 'combo box', 'button'}
PICKER = re.compile('(.+)：(.*)$')
SCROLLED = {'combo box', 'button'}  # in a form, which begins under the head of the record and ends over the buttons and the foot of the page
ABOVE, BELOW = 180, 100
STILL = 0.28  # longer than the pause after which a search starts


class Hands:
    """A window with the database beside it. After each move they wait until both are at rest."""

    def __init__(self, window, database):
        self.window, self.database = window, database

    def settle(self, seconds=0.1):
        self.window.wait_still(self.database.is_busy, seconds)

    def press(self, node):
        """With the pointer: pressed as an action, a button of the toolkit shows itself pressed for a while first. What has been scrolled
        out of sight is pressed so all the same."""
        _x, y, _width, height = node.box
        if ABOVE < y + height // 2 < self.window.frame().box[3] - BELOW or node.role not in SCROLLED:
            self.window.tap(node)
            self.settle()
        else:
            node.press()
            self.settle(STILL)

    def open_register(self, title):
        """By its name in the list of registers."""
        chooser = self.window.frame().find('button', '台账：')
        self.press(chooser)
        chooser.find('text', '查找台账').type(title)
        keys('Return')
        self.settle()
        chooser.it.clear_cache()
        assert chooser.name == f'台账：{title}', chooser.name

    def choose(self, combo, steps):
        """The keys that a user has: the list is open, the choice so many steps from the first."""
        self.press(combo)
        keys('Home', *['Down'] * steps, 'Return')
        self.settle()

    def choose_word(self, combo, word):
        self.press(combo)
        words = [item.spoken for item in combo.look('list item')]
        keys('Home', *['Down'] * words.index(word), 'Return')
        self.settle()

    def pick(self, picker, text):
        """A unit or a record, by search; the first that is found."""
        self.press(picker)
        search = wait(lambda: next((node for node in picker.walk(deep=True) if node.role == 'text'), None), 'the field for a search')
        search.type(text)
        self.settle(STILL)
        keys('Return')
        self.settle()
        return search


def editors(pane):
    """label → editor, of the form on show, with what is said under it and whether it must be filled in."""
    found, label = {}, ''
    for node in pane.walk():
        if node.role == 'label':
            label = node.name
        elif node.role in EDITORS and node.name and node.is_shown:
            name = PICKER.match(node.name)
            node.help = node.description
            node.is_needed = label.endswith(' *')
            found.setdefault(name[1] if name and node.role == 'button' else node.name, node)
    return found
