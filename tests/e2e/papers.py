# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

"""Papers to be attached: a PDF and a picture, and the dialog in which a file is chosen."""

import struct
import zlib

from screen import keys


def png(width, height):
    """A picture of one colour."""
    def chunk(name, content):
        return struct.pack('>I', len(content)) + name + content + struct.pack('>I', zlib.crc32(name + content))
    rows = (b'\0' + b'\x1c\x71\xd8' * width) * height
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0)) + \
        chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b'')


def pdf():
    """Two empty pages."""
    parts = [b'<</Type/Catalog/Pages 2 0 R>>', b'<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>'] + \
        [b'<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'] * 2
    text, places = b'%PDF-1.4\n', []
    for number, part in enumerate(parts, 1):
        places.append(len(text))
        text += b'%d 0 obj%sendobj\n' % (number, part)
    table = b''.join(b'%010d 00000 n \n' % place for place in places)
    return text + b'xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n' % (
        len(parts) + 1, table, len(parts) + 1, len(text))


def choose_file(hands, button, title, file):
    """Through the dialog of the toolkit, in its line for a path. What that offers for completion might take Return, and never rests."""
    hands.press(button)
    dialog = hands.window.find('panel', title)
    hands.settle()
    keys('ctrl+l')
    hands.settle()
    dialog.find('text').type(str(file))
    dialog.find('button', '打开').press()
    hands.window.wait_alone()
    hands.settle()
