#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

# The main job where there is no display: the latest season's table on the terminal; both circulars and two pictures in out/.
# Called by ./run in its environment, with the private server kept running around it.

set -euo pipefail
. app/desktop/setup.sh

year=2014
ctl=$build/app/jiliangctl

mkdir -p out
"$ctl" dashboard --year $year
"$ctl" assess $year --freeze --confirm-as housing2
"$ctl" circular $year --kind criticise -o "out/$year-通报批评-演练.pdf"
"$ctl" circular $year --kind situation -o "out/$year-情况通报-演练.pdf"
on_virtual_display "$build/app/jiliang" --practice --picture overview=out/overview.png --picture city=out/city.png
say "In $PWD/out:"
ls out
