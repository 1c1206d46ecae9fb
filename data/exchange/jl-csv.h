/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* CSV files, read strictly: UTF-8 (with or without its mark), RFC 4180 with CRLF or LF, as many cells in every row. Nothing is
 * guessed: what does not fit is an error that names the line. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define JL_CSV_MAX_BYTES (64u * 1024 * 1024)
#define JL_CSV_MAX_COLUMNS 256u
#define JL_CSV_MAX_CELL 32768u
#define JL_CSV_MAX_ROWS 1000000u

/**
 * JlCsvRow:
 * @line: the line of the file on which the row begins, from 1
 * @cells: its cells, NULL-terminated
 */
typedef struct
{
  guint  line;
  char **cells;
} JlCsvRow;

/* All rows with the first, of JlCsvRow; JL_ERROR_INVALID otherwise. (transfer full) */
GPtrArray *jl_csv_parse (GBytes *bytes, GError **error);

G_END_DECLS
