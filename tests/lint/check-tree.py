#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

"""Holds the tree against the rules of the house; one TAP case a rule. Usage: check-tree.py TOP."""

import pathlib
import re
import shutil
import subprocess
import sys

# A room may include what stands in it and in the rooms named here (design: app → ui → data).
ROOMS = {
    'data/base': [],
    'data/db': ['data/base'],
    'data/draw': ['data/base'],
    'data/sql': ['data/db', 'data/base'],
    'data/model': ['data/sql', 'data/db', 'data/base'],
    'data/exchange': ['data/model', 'data/sql', 'data/db', 'data/base'],
    'data/document': ['data/model', 'data/draw', 'data/sql', 'data/db', 'data/base'],
    'ui': ['data'],
    'app': ['ui', 'data'],
    'tests': ['app', 'ui', 'data'],
}
TOP_LEVEL = {'app', 'data', 'ui', 'po', 'tests', 'meson.build', 'README.md', 'run', 'check', 'LICENSE'}
MAX_LINES = 1000
CODE = ('.c', '.h', '.py', '.sh')
TOOLKIT = re.compile(r'#\s*include\s*[<"](gtk|gdk|gsk|adwaita|graphene)[/.\-]')
INCLUDE = re.compile(r'#\s*include\s*"([^"]+)"')
TRANSLATED = re.compile(r'\b(?:_|C_|N_|NC_|g_dngettext|ngettext)\s*\(\s*"|translatable="yes"')
SQL_LITERAL = re.compile(r"'((?:[^']|'')*)'")
SQL_RAISE = re.compile(r"\braise exception\b(.*?);\n", re.DOTALL)
SENTENCE = re.compile(r'[A-Z][a-z]* \S')
HOSTS = re.compile(r'https?://[^\s/"]*(?:debian\.org/debian|ubuntu\.com/ubuntu|pypi\.|npmjs\.|crates\.io|mirrors?\.)')


class Skip(Exception):
    """The rule cannot be held here; the text says why."""


def tree_files(top):
    listed = subprocess.run(['git', '-C', top, 'ls-files', '-z'], capture_output=True, check=False)
    if listed.returncode == 0:
        names = listed.stdout.decode().split('\0')
    else:
        names = [str(p.relative_to(top)) for p in top.rglob('*') if not {'build', 'out', '.git'} & set(p.parts)]
    return [pathlib.PurePath(name) for name in names if name and (top / name).is_file()]


def room_of(path):
    return next((room for room in ROOMS if path.is_relative_to(room)), None)


def text_of(top, path):
    return (top / path).read_text(encoding='utf-8')


def top_level_is_fixed(_top, files):
    for name in sorted({path.parts[0] for path in files}):
        if name not in TOP_LEVEL and not name.startswith('.'):
            yield f'{name} has no place at the top'


def includes_point_downwards(top, files):
    homes = {}
    for path in files:
        if path.suffix == '.h':
            homes.setdefault(path.name, room_of(path))
    for path in files:
        room = room_of(path)
        if path.suffix not in ('.c', '.h') or room is None:
            continue
        for name in INCLUDE.findall(text_of(top, path)):
            home = homes.get(pathlib.PurePath(name).name)
            if home and home != room and not any(home.startswith(below) for below in ROOMS[room]):
                yield f'{path} includes {name} of {home}'


def no_toolkit_below_ui(top, files):
    for path in files:
        if path.suffix in ('.c', '.h') and path.is_relative_to('data') and TOOLKIT.search(text_of(top, path)):
            yield f'{path} includes the toolkit'


def no_toolkit_in_the_command(top, files):
    for path in files:
        if path.suffix in ('.c', '.h') and path.match('app/ctl*') and TOOLKIT.search(text_of(top, path)):
            yield f'{path} includes the toolkit'


def files_are_of_one_reason(top, files):
    for path in files:
        if path.suffix in ('.c', '.h', '.py', '.sh', '.ui', '.css'):
            lines = text_of(top, path).count('\n')
            if lines > MAX_LINES:
                yield f'{path} has {lines} lines'


def licences_are_named(top, files):
    for path in files:
        if path.suffix in CODE or path.name in ('run', 'check'):
            head = text_of(top, path)[:400]
            if 'SPDX-License-Identifier: GPL-3.0-or-later' not in head or 'SPDX-FileCopyrightText' not in head:
                yield f'{path} lacks its SPDX lines'


def no_package_hosts(top, files):
    for path in files:
        if path.suffix in CODE + ('.build', '.md', '.sql', '') and HOSTS.search(text_of(top, path)):
            yield f'{path} names the host of a package registry'


def tests_are_run(top, files):
    """Every test file stands in the meson.build beside it, by its name without test- and suffix."""
    for path in files:
        if path.parts[0] != 'tests' or not (path.name.startswith('test-') or path.suffix == '.sql'):
            continue
        build = top / path.parent / 'meson.build'
        name = path.stem.removeprefix('test-')
        if not build.exists() or not re.search(rf"['\"](test-)?{re.escape(name)}(\{path.suffix})?['\"]", build.read_text()):
            yield f'{path} is in no meson.build'


def translated_files_are_listed(top, files):
    listing = top / 'po/POTFILES'
    if not listing.exists():
        raise Skip('no po/POTFILES')
    listed = {line.strip() for line in listing.read_text().splitlines() if line.strip() and not line.startswith('#')}
    for path in files:
        if path.suffix in ('.c', '.ui') and path.parts[0] != 'tests' and str(path) not in listed:
            if TRANSLATED.search(text_of(top, path)):
                yield f'{path} is missing in po/POTFILES'
    for name in sorted(listed):
        if not (top / name).exists():
            yield f'po/POTFILES lists {name}, which does not exist'


def chinese_is_complete(top, files):
    translation = top / 'po/zh_CN.po'
    if not translation.exists():
        raise Skip('no po/zh_CN.po')
    run = subprocess.run(
        ['msgfmt', '--check', '--statistics', '-o', '/dev/null', translation],
        capture_output=True, text=True, check=False, env={'PATH': '/usr/bin:/bin', 'LC_ALL': 'C.UTF-8'})
    if run.returncode or 'untranslated' in run.stderr or 'fuzzy' in run.stderr:
        yield run.stderr.strip()
    yield from strings_without_chinese(top)


def strings_without_chinese(top):
    """The strings of the sources that zh_CN.po does not know."""
    pot = subprocess.run(
        ['xgettext', '--from-code=UTF-8', '-f', 'po/POTFILES', '-k_', '-kN_', '-kC_:1c,2', '-kNC_:1c,2', '-o', '-'],
        cwd=top, capture_output=True, check=False)
    if pot.returncode:
        yield pot.stderr.decode().strip()
        return
    missing = subprocess.run(
        ['msgcomm', '--unique', '--no-location', '--omit-header', '-', 'po/zh_CN.po', 'po/zh_CN.po'],
        cwd=top, input=pot.stdout, capture_output=True, check=False)
    for block in missing.stdout.decode().split('\n\n'):
        if 'msgid' in block:
            yield 'not in zh_CN.po: ' + ' '.join(block.split())


def server_words_are_listed(top, files):
    """What SQL raises is a constant sentence, and jl-server-words.c shows it to the translators."""
    listed = set(re.findall(r'\bN_ \("(.*)"\)', text_of(top, pathlib.PurePath('data/db/jl-server-words.c'))))
    raised = set()
    for path in files:
        if path.suffix != '.sql' or not path.is_relative_to('data/sql'):
            continue
        code = re.sub(r'--.*', '', text_of(top, path))
        sentences = {words for words in SQL_LITERAL.findall(code) if SENTENCE.match(words)}
        raised |= sentences
        yield from (f'{path}: “{words}” is not in jl-server-words.c' for words in sorted(sentences - listed))
        for words in unsteady_words(code):
            yield f'{path}: {words} is no constant sentence with a capital'
    yield from (f'jl-server-words.c: nothing raises “{words}”' for words in sorted(listed - raised))


def unsteady_words(code):
    """Messages and hints that are put together, or do not begin as a sentence does; a name of a variable passes."""
    for options in SQL_RAISE.findall(code):
        given = re.findall(r"(?:^\s*|\b(?:message|hint) = )('(?:[^']|'')*'(?: \|\|)?|format\b)", options)
        yield from (words for words in given if not SENTENCE.match(words[1:]) or words.endswith('||'))


def code_is_formatted(top, files):
    tool = shutil.which('clang-format-14') or shutil.which('clang-format')
    version = tool and subprocess.run([tool, '--version'], capture_output=True, text=True, check=False).stdout
    if not version or not re.search(r'version 14\.', version):
        raise Skip('clang-format 14 is not installed')
    code = [path for path in files if path.suffix in ('.c', '.h')]
    run = subprocess.run([tool, '--dry-run', '-Werror', *code], cwd=top, capture_output=True, text=True, check=False)
    complaints = re.findall(r'^([^:\n]+):(\d+):\d+: error', run.stderr, re.MULTILINE)
    for name, line in {name: line for name, line in reversed(complaints)}.items():
        yield f'{name}:{line} is not as clang-format writes it'


def shell_is_sound(top, files):
    tool = shutil.which('shellcheck')
    if not tool:
        raise Skip('shellcheck is not installed')
    scripts = [path for path in files if path.suffix == '.sh' or path.name in ('run', 'check')]
    run = subprocess.run([tool, '-x', '-f', 'gcc', *scripts], cwd=top, capture_output=True, text=True, check=False)
    yield from run.stdout.splitlines()


RULES = [
    top_level_is_fixed, includes_point_downwards, no_toolkit_below_ui, no_toolkit_in_the_command,
    files_are_of_one_reason, licences_are_named, no_package_hosts, tests_are_run, translated_files_are_listed,
    chinese_is_complete, server_words_are_listed, code_is_formatted, shell_is_sound,
]


def report(number, rule, top, files):
    name = rule.__name__.replace('_', ' ')
    try:
        complaints = list(rule(top, files))
    except Skip as reason:
        print(f'ok {number} {name} # SKIP {reason}')
        return
    print(f"{'not ok' if complaints else 'ok'} {number} {name}")
    for complaint in complaints:
        for line in complaint.splitlines():
            print('#', line)


def main():
    top = pathlib.Path(sys.argv[1])
    files = tree_files(top)
    print(f'1..{len(RULES)}')
    for number, rule in enumerate(RULES, 1):
        report(number, rule, top, files)


if __name__ == '__main__':
    main()
