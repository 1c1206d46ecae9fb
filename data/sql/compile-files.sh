#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Jiliang authors

# Compiles the listed files into C. Usage: compile-files.sh GLIB-COMPILE-RESOURCES FOLDER LIST SOURCE HEADER DEPFILE

set -e
compile () { "$compiler" --sourcedir="$folder" --c-name=jl_sql --internal "$@" "$list"; }

compiler=$1 folder=$2 list=$3
compile --generate-source --target="$4" --dependency-file="$6"
compile --generate-header --target="$5"
