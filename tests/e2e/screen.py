# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

"""The window as assistive technology sees it, and the hands of a user: a small driver over AT-SPI and xdotool.

Nothing here sleeps for luck: whatever takes time is asked again until a deadline. GTK 4.8 and newer give some roles and names
differently; that is settled here and nowhere else."""

import functools
import re
import subprocess
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402  (the version comes first)

PATIENCE = 20
PAUSE = 0.05

# One word for what differs between versions of GTK and AT-SPI.
SAME = {
    'push button': 'button', 'toggle button': 'button',
    'entry': 'text', 'password text': 'text',
    'tree table': 'table', 'alert': 'banner', 'filler': 'panel', 'grouping': 'panel', 'generic': 'panel',
    'column header': 'panel', 'table column header': 'panel', 'window': 'frame',
}
# What GTK 4.8 says of a widget without a name: that of its class.
CLASS_NAME = re.compile(r'^(Gtk|Adw|Jl)[A-Z][A-Za-z]+$')
# What has nothing inside, or is looked into on its own.
CLOSED = {'label', 'separator', 'scroll bar', 'table'}

Atspi.set_timeout(3000, 10000)


def wait(question, what, patience=PATIENCE):
    """The first answer to the question that is true; objects vanish while the tree changes, so an error is no answer."""
    deadline = time.monotonic() + patience
    while True:
        try:
            answer = question()
        except GLib.Error:
            answer = None
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise AssertionError(f'waited {patience} s for {what}')
        time.sleep(PAUSE)


def settle(question, what):
    """An answer that comes twice in a row."""
    last = [None]

    def twice():
        before, last[0] = last[0], question()
        return last[0] is not None and before == last[0]

    wait(twice, what)
    return last[0]


def xdo(*words):
    return subprocess.run(['xdotool', *map(str, words)], check=True, capture_output=True, text=True).stdout


def keys(*names):
    xdo('key', *names)


def write(text):
    xdo('type', '--delay', 10, text)


def said_once(name):
    """A label that may have a mnemonic is said twice, with and without: "_Retry Retry", "重试(_R) 重试(R)", "取消 取消"."""
    for space in re.finditer(' ', name):
        if name[:space.start()].replace('_', '') == name[space.end():]:
            return name[space.end():]
    return name


class Node:
    """One object of the accessible tree."""

    def __init__(self, it):
        self.it = it

    def __eq__(self, other):
        return isinstance(other, Node) and self.it == other.it

    def __hash__(self):
        return hash(self.it)

    def __repr__(self):
        return f'{self.role} {self.name!r}'

    @functools.cached_property
    def role(self):
        role = self.it.get_role_name()
        return SAME.get(role, role)

    @property
    def name(self):
        name = self.it.get_name() or ''
        return '' if CLASS_NAME.match(name) else said_once(name)

    @property
    def description(self):
        return self.it.get_description() or ''

    @property
    def box(self):
        box = self.it.get_extents(Atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, box.height

    @property
    def is_shown(self):
        try:
            _x, _y, width, height = self.box
        except GLib.Error:  # has no place on the screen, or none any more
            return False
        return width > 0 and height > 0

    def _is(self, state):
        self.it.clear_cache()
        return self.it.get_state_set().contains(state)

    @property
    def is_focusable(self):
        return self._is(Atspi.StateType.FOCUSABLE)

    @property
    def is_focused(self):
        return self._is(Atspi.StateType.FOCUSED)

    @property
    def is_checked(self):
        return self._is(Atspi.StateType.CHECKED)

    @property
    def is_sensitive(self):
        return self._is(Atspi.StateType.SENSITIVE)

    @property
    def text(self):
        return Atspi.Text.get_text(self.it, 0, Atspi.Text.get_character_count(self.it))

    def children(self):
        for i in range(self.it.get_child_count()):
            child = self.it.get_child_at_index(i)
            if child is not None:
                yield Node(child)

    def _is_hidden_page(self):
        """A page of a stack that is not on top; newer GTK leaves it out of the tree."""
        return self.it.get_name() == 'GtkStackPage' and not any(
            child.is_shown and child.it.get_state_set().contains(Atspi.StateType.VISIBLE) for child in self.children())

    def _speaks_for_all(self):
        """A row or button with a name says what is in it; in a menu button, which has no action of its own, there is its menu."""
        return (self.role == 'list item' or (self.role == 'button' and self.it.get_n_actions() > 0)) and self.name

    def _is_closed(self, deep):
        return self.role in CLOSED or (self.role == 'panel' and self._is_hidden_page()) or (not deep and self._speaks_for_all())

    def walk(self, deep=False):
        """The node and what stands in it, depth first. Each step costs a millisecond, so what says nothing new is left out."""
        self.it.clear_cache()
        yield self
        for child in self.children():
            yield from child._walk(deep)

    def _walk(self, deep):
        yield self
        if not self._is_closed(deep):
            for child in self.children():
                yield from child._walk(deep)

    def _matches(self, role, name):
        begins = name.match if isinstance(name, re.Pattern) else lambda text: text.startswith(name)
        return (node for node in self.walk()
                if node.role == role and begins(node.spoken if role == 'list item' else node.name) and node.is_shown)

    def look(self, role, name=''):
        """All nodes of the role whose name begins so, as they are now; name may be a pattern. A tree that changes meanwhile is looked
        at again."""
        return wait(lambda: [list(self._matches(role, name))], f'{self!r} to keep still')[0]

    def find(self, role, name='', patience=PATIENCE):
        """The first such node, once there is one."""
        return wait(lambda: next(self._matches(role, name), None), f'{role} {name!r}', patience)

    def find_exactly(self, role, name):
        return self.find(role, re.compile(re.escape(name) + '$'))

    def wait_gone(self, role, name='', patience=PATIENCE):
        wait(lambda: not self.look(role, name), f'{role} {name!r} to go', patience)

    @property
    def spoken(self):
        """The name, or for rows that have none the words inside. Of a node that is gone there is nothing to wait for: an error."""
        return self.name or ' '.join(self._labels())

    def _labels(self):
        return [label.name for label in self._matches('label', '')]

    def labels(self):
        return wait(lambda: [self._labels()], f'{self!r} to keep still')[0]

    def press(self):
        """What a click does, where the toolkit offers it as an action."""
        wait(lambda: self.is_sensitive, f'{self!r} to become sensitive')
        button = next(node for node in self.walk(deep=True) if node.it.get_n_actions() > 0)  # a menu button's is inside
        assert button.it.do_action(0), f'{self!r} did not take the press'

    def type(self, text):
        assert Atspi.EditableText.set_text_contents(self.it, text), f'{self!r} did not take the text'

    def rows_of(self, limit):
        """The first rows of a table as nodes."""
        found = []
        for node in self.walk():
            if node.role == 'table row' and node.is_shown and any(cell.role == 'table cell' for cell in node.children()):
                found.append(node)
            if len(found) >= limit:
                break
        return found

    def rows(self, limit=50):
        """The cells of a table's first rows, as read; rows that come and go meanwhile are read again."""
        return wait(lambda: [[[' '.join(cell._labels()) for cell in row.children() if cell.role == 'table cell']
                              for row in self.rows_of(limit)]], f'{self!r} to keep still')[0]
