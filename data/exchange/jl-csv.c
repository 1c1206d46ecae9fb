/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One pass over the bytes: rows, cells, and the two kinds of cells. Limits are checked before anything is kept. */

#include "jl-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "jl-error.h"

typedef struct
{
  const char *at;
  const char *end;
  guint       line;
  GString    *cell;
} Reader;

static void
row_free (JlCsvRow *row)
{
  g_strfreev (row->cells);
  g_free (row);
}

static gboolean
fail (guint line, const char *reason, GError **error)
{
  g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("line %u: %s"), line, reason);
  return FALSE;
}

static gboolean
keep (Reader *self, char byte, GError **error)
{
  if (self->cell->len >= JL_CSV_MAX_CELL)
    return fail (self->line, _ ("the cell is too long"), error);
  g_string_append_c (self->cell, byte);
  return TRUE;
}

/* At the end of a cell: a comma, the end of the line or of the file. */
static gboolean
at_border (const Reader *self)
{
  if (self->at == self->end || *self->at == ',' || *self->at == '\n')
    return TRUE;
  return *self->at == '\r' && self->at + 1 < self->end && self->at[1] == '\n';
}

/* After the opening quote, to behind the closing one; a doubled quote stands for one. */
static gboolean
read_quoted (Reader *self, GError **error)
{
  guint begin = self->line;

  for (; self->at < self->end; self->at++)
    {
      if (*self->at == '"' && (self->at + 1 == self->end || self->at[1] != '"'))
        {
          self->at++;
          return at_border (self) || fail (self->line, _ ("text after the closing quotation mark"), error);
        }
      if (*self->at == '"')
        self->at++;
      self->line += *self->at == '\n';
      if (!keep (self, *self->at, error))
        return FALSE;
    }
  return fail (begin, _ ("the quotation mark is never closed"), error);
}

static gboolean
read_plain (Reader *self, GError **error)
{
  for (; !at_border (self); self->at++)
    {
      if (*self->at == '"')
        return fail (self->line, _ ("a quotation mark inside a cell that is not quoted"), error);
      if (*self->at == '\r')
        return fail (self->line, _ ("a carriage return inside a cell"), error);
      if (!keep (self, *self->at, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_cell (Reader *self, GError **error)
{
  g_string_truncate (self->cell, 0);
  if (self->at == self->end || *self->at != '"')
    return read_plain (self, error);
  self->at++;
  return read_quoted (self, error);
}

static void
skip_line_end (Reader *self)
{
  if (self->at < self->end && *self->at == '\r')
    self->at++;
  if (self->at < self->end)
    self->at++;
  self->line++;
}

/* Cells up to the end of the line; NULL with error set. */
static JlCsvRow *
read_row (Reader *self, GError **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint     line = self->line;
  JlCsvRow *row;

  for (;;)
    {
      if (cells->len == JL_CSV_MAX_COLUMNS)
        return fail (line, _ ("too many columns"), error), NULL;
      if (!read_cell (self, error))
        return NULL;
      g_ptr_array_add (cells, g_strndup (self->cell->str, self->cell->len));
      if (self->at == self->end || *self->at != ',')
        break;
      self->at++;
    }
  skip_line_end (self);
  g_ptr_array_add (cells, NULL);
  row = g_new0 (JlCsvRow, 1);
  row->line = line;
  row->cells = (char **) g_ptr_array_steal (cells, NULL);
  return row;
}

static gboolean
check_row (GPtrArray *rows, const JlCsvRow *row, GError **error)
{
  guint            width = g_strv_length (((JlCsvRow *) g_ptr_array_index (rows, 0))->cells);
  guint            n = g_strv_length (row->cells);
  g_autofree char *reason = NULL;

  if (rows->len > JL_CSV_MAX_ROWS)
    return fail (row->line, _ ("too many rows"), error);
  if (n == width)
    return TRUE;
  /* Translators: the number of cells found in a row of a table and the number of its columns */
  reason = g_strdup_printf (_ ("%u cells where the first row has %u"), n, width);
  return fail (row->line, reason, error);
}

/* The line of the first byte that is no UTF-8. */
static guint
line_of (const char *from, const char *to)
{
  guint line = 1;

  for (; from < to; from++)
    line += *from == '\n';
  return line;
}

static gboolean
check_encoding (const char *data, gsize size, GError **error)
{
  const char *bad;

  if (size > JL_CSV_MAX_BYTES)
    return fail (1, _ ("the file is too large"), error);
  if (!g_utf8_validate_len (data, size, &bad))
    return fail (line_of (data, bad), _ ("this is no UTF-8 text; save the file as “CSV UTF-8”"), error);
  return size > 0 || fail (1, _ ("the file is empty"), error);
}

/**
 * jl_csv_parse:
 * @bytes: the file
 *
 * Returns: (transfer full) (element-type JlCsvRow): its rows, at least one
 */
GPtrArray *
jl_csv_parse (GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  g_autoptr (GString) cell = g_string_new (NULL);
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);
  Reader      reader = { data, data + size, 1, cell };

  if (!check_encoding (data, size, error))
    return NULL;
  if (g_str_has_prefix (data, "\xef\xbb\xbf"))
    reader.at += 3;
  do
    {
      JlCsvRow *row = read_row (&reader, error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (rows, row);
      if (!check_row (rows, row, error))
        return NULL;
    }
  while (reader.at < reader.end);
  return g_steal_pointer (&rows);
}
