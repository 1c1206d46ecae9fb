#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

# apart.sh TEST ARGUMENT…: a test of this folder on a display and a session bus of its own, so that it can run beside another.

set -euo pipefail
here=$(realpath "$(dirname "$0")")
cd "$here/../.."
. app/desktop/setup.sh
on_virtual_display /usr/bin/python3 "$here/$1" "${@:2}" | grep --line-buffered -v '^SpiRegistry'
