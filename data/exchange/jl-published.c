/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* CSV with the known columns → JSON. */

#include "jl-published.h"

#include <glib/gi18n-lib.h>

#include "jl-csv.h"
#include "jl-error.h"
#include "jl-plain-text.h"

static const char *const columns[] = { "place_code", "place", "period", "indicator", "value", "unit", "source", "note" };

#define N_COLUMNS G_N_ELEMENTS (columns)
#define NOTE (N_COLUMNS - 1)

static int
find_column (char **head, const char *name)
{
  for (int i = 0; head[i] != NULL; i++)
    if (g_str_equal (head[i], name))
      return i;
  return -1;
}

static gboolean
is_known (const char *name)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    if (g_str_equal (columns[i], name))
      return TRUE;
  return FALSE;
}

/* Where each column stands in the file; −1: absent. */
static gboolean
read_head (char **head, int *places, GError **error)
{
  for (char **name = head; *name != NULL; name++)
    if (!is_known (*name))
      {
        g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("line 1: unknown column “%s”"), *name);
        return FALSE;
      }
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      places[i] = find_column (head, columns[i]);
      if (places[i] < 0 && i != NOTE)
        {
          g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("line 1: the column “%s” is missing"), columns[i]);
          return FALSE;
        }
    }
  return TRUE;
}

/* An empty cell is null: there is no figure without a word. */
static void
append_row (GString *json, const JlCsvRow *row, const int *places)
{
  g_string_append_printf (json, "%s{\"line\":%u", json->len > 1 ? "," : "", row->line);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      const char *cell = places[i] >= 0 ? row->cells[places[i]] : "";

      g_string_append_printf (json, ",\"%s\":", columns[i]);
      jl_append_json_text (json, *cell != '\0' ? cell : NULL);
    }
  g_string_append_c (json, '}');
}

/**
 * jl_published_read:
 * @bytes: a CSV file
 *
 * Returns: (transfer full): its rows as JSON
 */
char *
jl_published_read (GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) rows = jl_csv_parse (bytes, error);
  g_autoptr (GString) json = g_string_new ("[");
  int places[N_COLUMNS];

  if (rows == NULL || !read_head (((JlCsvRow *) g_ptr_array_index (rows, 0))->cells, places, error))
    return NULL;
  for (guint i = 1; i < rows->len; i++)
    append_row (json, g_ptr_array_index (rows, i), places);
  g_string_append_c (json, ']');
  return g_string_free (g_steal_pointer (&json), FALSE);
}
