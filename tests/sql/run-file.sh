#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

# run-file.sh JILIANGCTL FILE.sql: runs one pgTAP file in a database of its own, copied from a practice database of 600 buildings
# on a private server of the tests. The practice database is made anew when any SQL of the program has changed.

set -euo pipefail
ctl=$1 file=$2
home=${MESON_BUILD_ROOT:?}/test-sql
export XDG_DATA_HOME=$home

# Comes back here with the server running.
if [ "${3:-}" != served ]; then
  mkdir -p "$home"
  exec "$ctl" with-server -- "$0" "$ctl" "$file" served
fi

sql () { psql -X -q -A -t -v ON_ERROR_STOP=1 "$@"; }

prepare_practice () {
  local source=${MESON_SOURCE_ROOT:?}/data/sql now anew=()
  now=$(cat "$source"/*.sql "$source"/*/*.sql "$source"/seed/*.csv | sha256sum)
  [ "$(cat "$home/made-from" 2> /dev/null)" = "$now" ] || anew=(--recreate)
  "$ctl" practice --buildings 600 "${anew[@]}" >&2
  echo "$now" > "$home/made-from"
}

database=test_$(basename "$file" .sql | tr -c 'a-z0-9\n' _)
exec 9> "$home/preparing"
flock 9
prepare_practice
sql -d postgres -c "drop database if exists $database with (force)" -c "create database $database template jl_practice" 2>&1 |
  { grep -v 'does not exist, skipping' >&2 || true; }
flock -u 9

sql -d "$database" -c 'create extension pgtap'
status=0
sql -d "$database" -f "$file" || status=$?
sql -d postgres -c "drop database $database with (force)"
exit $status
