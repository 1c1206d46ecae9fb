# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

"""A home of the test's own: private server, practice database, and the window started in it."""

import contextlib
import fcntl
import functools
import hashlib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time

from screen import Atspi, Node, settle, wait, xdo

BUILDINGS = 1500
TITLE = '供热计量改革'
END_PATIENCE = 10
STILL_PATIENCE = 20
LOOK = 0.03


class Home:
    """Where XDG_DATA_HOME and XDG_RUNTIME_DIR point to, for the programs and for this process."""

    def __init__(self, programs):
        self.programs = pathlib.Path(programs)
        self.stack = contextlib.ExitStack()

    def __enter__(self):
        self.data = self.stack.enter_context(tempfile.TemporaryDirectory(prefix='jiliang-test-'))
        self.runtime = self.stack.enter_context(tempfile.TemporaryDirectory(prefix='jiliang-run-'))
        os.environ.update(XDG_DATA_HOME=self.data, XDG_RUNTIME_DIR=self.runtime, LANG='zh_CN.UTF-8', GTK_USE_PORTAL='0')
        return self

    def __exit__(self, *_failure):
        self.wait_for_the_servers_end()
        self.stack.close()

    def wait_for_the_servers_end(self):
        """The server's processes share a lock on this file."""
        for serving in pathlib.Path(self.data).glob('jiliang/postgresql/serving'):
            with serving.open('r+') as file:
                fcntl.lockf(file, fcntl.LOCK_EX)

    def ctl(self, *words, code=0):
        run = subprocess.run([self.programs / 'jiliangctl', *words], capture_output=True, text=True, check=False)
        assert run.returncode == code, f'jiliangctl {words}: exit {run.returncode}: {run.stderr}'
        return run.stdout

    def make_practice(self, buildings=BUILDINGS):
        """Made by the program for the first test of a build; the others start with a copy of its server's directory. No server may run.
        Of tests that run beside each other one makes them, the other waits."""
        with self.programs.parent.joinpath('test-homes.lock').open('w', encoding='ascii') as lock:
            fcntl.lockf(lock, fcntl.LOCK_EX)
            self.make_or_copy_practice(buildings)

    def make_or_copy_practice(self, buildings):
        kept = self.kept_directory(buildings)
        servers = pathlib.Path(self.data, 'jiliang', 'postgresql')
        if kept.is_dir():
            servers.mkdir(mode=0o700, parents=True)
            for directory in kept.iterdir():
                copy_directory(directory, servers / directory.name)
            return
        self.ctl('practice', '--buildings', str(buildings))
        self.wait_for_the_servers_end()
        made = [file.parent for file in servers.glob('*/PG_VERSION')]
        if made:
            half = kept.with_suffix('.half')
            shutil.rmtree(half, ignore_errors=True)
            half.mkdir(parents=True)
            copy_directory(made[0], half / made[0].name)
            half.rename(kept)

    def kept_directory(self, buildings):
        """Of this very program, whose SQL is a part of it; what others left is taken away."""
        homes = self.programs.parent / 'test-homes'
        program = hashlib.sha256((self.programs / 'jiliangctl').read_bytes()).hexdigest()[:16]
        for old in homes.glob('*'):
            if not old.name.startswith(program):
                shutil.rmtree(old)
        return homes / f'{program}-{buildings}'

    def psql(self, query, role='jl_superuser'):
        """Rows as tuples of text, or the server's refusal as an error."""
        run = subprocess.run(
            [self.programs / 'jiliangctl', 'with-server', '--', 'psql', '-XAtq', '-v', 'VERBOSITY=verbose', '-U', role, '-c', query],
            capture_output=True, text=True, check=False)
        if run.returncode:
            raise PermissionError(run.stderr.strip())
        return [tuple(line.split('|')) for line in run.stdout.splitlines()]

    def value(self, query):
        return self.psql(query)[0][0]

    @contextlib.contextmanager
    def keep_server(self, buildings=BUILDINGS):
        """Makes the practice data and holds the server, so that each look at it need not start one."""
        self.make_practice(buildings)
        holder = subprocess.Popen([self.programs / 'jiliangctl', 'with-server', '--', 'cat'], stdin=subprocess.PIPE)
        try:
            yield
        finally:
            holder.communicate()

    @contextlib.contextmanager
    def window(self, *words):
        """The program started with these words, closed at the end; what it said meanwhile must not be a warning."""
        with tempfile.TemporaryFile('w+', encoding='utf-8') as log, \
                subprocess.Popen([self.programs / 'jiliang', *words], stdout=log, stderr=log) as process:
            try:
                window = Window(process)
                yield window
                window.close()
            finally:
                process.kill()
                check_log(log)


def copy_directory(source, target):
    subprocess.run(['cp', '-a', '--reflink=auto', source, target], check=True)


def check_log(log):
    """A warning of the toolkit is a mistake of ours, but for that of its own dialog for files about what it offers for completion."""
    log.seek(0)
    said = [line for line in log.read().splitlines()
            if ('WARNING' in line or 'CRITICAL' in line) and 'gdk_monitor_get_geometry' not in line]
    assert not said, '\n'.join(said)


def find_application(pid):
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()  # an early empty answer would be kept for ever
    for i in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(i)
        if application and application.get_process_id() == pid and application.get_child_count() > 0:
            return Node(application)
    return None


class Window:
    """The program on the screen."""

    def __init__(self, process):
        self.process = process
        self.application = wait(self._find_application, 'the window', 30)

    def _find_application(self):
        assert self.process.poll() is None, f'jiliang ended with {self.process.returncode}'
        return find_application(self.process.pid)

    def frame(self):
        self.application.it.clear_cache()
        return next(child for child in self.application.children() if child.role == 'frame')

    def find(self, role, name='', **words):
        assert self.process.poll() is None, f'jiliang ended with {self.process.returncode}'
        return self.application.find(role, name, **words)

    def press(self, name, role='button'):
        self.find(role, name).press()

    def click(self, node):
        """With the pointer, for what has no action; the pointer then leaves, so that no tooltip covers anything."""
        settle(lambda: node.box, f'{node!r} to stand still')
        self.tap(node)

    def tap(self, node):
        """The same for what is known to stand still."""
        x, y, width, height = node.box
        self.tap_at(x + width // 2, y + height // 2)

    def tap_at(self, x, y):
        left, top = self._origin()
        xdo('mousemove', left + x, top + y, 'click', 1, 'mousemove', 1599, 999)

    @functools.cache
    def _origin(self):
        """Without a window manager the window lies at 0,0; round it stands a margin for its shadow."""
        found = xdo('search', '--onlyvisible', '--name', TITLE, 'getwindowgeometry', '--shell')
        geometry = dict(line.split('=') for line in found.split())
        _x, _y, width, height = self.frame().box
        return (int(geometry['WIDTH']) - width) // 2, (int(geometry['HEIGHT']) - height) // 2

    def open_page(self, entry):
        """By its entry in the sidebar."""
        self.click(self.find('list item', entry))
        wait(lambda: entry in self.frame().name, f'page {entry}')

    def is_alone(self):
        self.application.it.clear_cache()
        return self.application.it.get_child_count() == 1

    def wait_alone(self):
        """Until the dialogs over the window are gone. GTK 4.8 dies when it is asked about a window that is just going, so the
        windows are counted and not looked into."""
        wait(self.is_alone, 'the dialog to go')
        self.take_keys()

    @staticmethod
    def take_keys():
        """What a window manager would do when a dialog has gone."""
        xdo('search', '--onlyvisible', '--name', TITLE, 'windowfocus')

    def _spent(self):
        """What the program has computed until now; nothing while it runs."""
        fields = pathlib.Path(f'/proc/{self.process.pid}/stat').read_text(encoding='ascii').rpartition(')')[2].split()
        return None if fields[0] == 'R' else (fields[11], fields[12])

    def wait_still(self, is_busy, seconds):
        """Until the program has had nothing to do for so long, and nobody works for it either. GTK 4.8 dies when it is asked about
        widgets that have just come and are not yet known to the accessibility bus, so a page that changes is not looked at."""
        assert self.process.poll() is None, f'jiliang ended with {self.process.returncode}'
        deadline = time.monotonic() + STILL_PATIENCE
        xdo('getmouselocation')  # what has been typed has come to the display,
        self.is_alone()  # and what has come is done before this is answered
        since, last = time.monotonic(), None
        while time.monotonic() - since < seconds:
            assert time.monotonic() < deadline, 'the window does not come to rest'
            spent = self._spent()
            if spent is None or spent != last or is_busy():
                since, last = time.monotonic(), spent
            time.sleep(LOOK)

    def _top(self, role):
        self.application.it.clear_cache()
        return next((child for child in self.application.children() if child.role == role and child != self.frame()), None)

    def find_dialog(self, role='dialog'):
        """The window over the window; what lies in the other is not looked through."""
        return wait(lambda: self._top(role), 'a dialog')

    def answer(self, words):
        """In the dialog that asks."""
        self.find_dialog().find('button', re.compile(re.escape(words) + r'(\(\w\))?$')).press()
        self.wait_alone()

    def choose(self, box, option):
        """In a drop-down."""
        combo = self.find('combo box', box)
        combo.find('button').press()
        self.click(combo.find('list item', option))
        wait(lambda: combo.look('label', option) and not combo.look('list item'), f'{box} to be {option}')

    def close(self):
        """Unless a case has done so."""
        if self.process.poll() is None:
            self.press('关闭')
        assert self.process.wait(END_PATIENCE) == 0, f'jiliang ended with {self.process.returncode}'

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
