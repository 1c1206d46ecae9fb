/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The database's answers as values and tables of a circular. */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "jl-circular.h"
#include "jl-error.h"

static JlValues *
values_from_result (const JlResult *result)
{
  JlValues *values = jl_values_new ();

  for (guint i = 0; i < jl_result_n_rows (result); i++)
    {
      const JlValue value = {
        .number = jl_result_text (result, i, "number"),
        .den = jl_result_text (result, i, "den"),
        .day = jl_result_text (result, i, "day"),
        .words = jl_result_text (result, i, "words"),
        .missing = jl_result_text (result, i, "missing_reason"),
      };

      jl_values_add (values, jl_result_text (result, i, "list"), (guint) jl_result_int (result, i, "ordinal", 0),
                     jl_result_text (result, i, "name"), &value);
    }
  return values;
}

static JlAlign
align_from_word (const char *word)
{
  if (g_strcmp0 (word, "center") == 0)
    return JL_ALIGN_CENTER;
  return g_strcmp0 (word, "right") == 0 ? JL_ALIGN_RIGHT : JL_ALIGN_LEFT;
}

static JlAnnexTable *
table_with_columns (char **columns, char **shares, char **words)
{
  guint               n = g_strv_length (columns);
  g_autofree double  *widths = g_new0 (double, n);
  g_autofree JlAlign *aligns = g_new0 (JlAlign, n);
  double              sum = 0;

  for (guint i = 0; i < n; i++)
    {
      widths[i] = g_ascii_strtod (shares[i], NULL);
      aligns[i] = align_from_word (words[i]);
      sum += widths[i];
    }
  for (guint i = 0; i < n; i++)
    widths[i] = sum > 0 ? widths[i] / sum : 1.0 / n;
  return jl_annex_table_new ((const char *const *) columns, widths, aligns, n);
}

/* Every row carries the columns; cells are null in a table without lines. */
static JlAnnexTable *
table_from_result (const JlResult *result)
{
  g_auto (GStrv) columns = jl_result_array (result, 0, "columns");
  g_auto (GStrv) widths = jl_result_array (result, 0, "widths");
  g_auto (GStrv) aligns = jl_result_array (result, 0, "aligns");
  guint         n = g_strv_length (columns), last = jl_result_n_rows (result) - 1;
  JlAnnexTable *table;

  if (n == 0 || g_strv_length (widths) != n || g_strv_length (aligns) != n)
    return NULL;
  table = table_with_columns (columns, widths, aligns);
  for (guint i = 0; i <= last; i++)
    {
      g_auto (GStrv) cells = jl_result_array (result, i, "cells");

      if (g_strv_length (cells) == n)
        jl_annex_table_add_row (table, (const char *const *) cells);
    }
  if (!jl_result_is_null (result, last, "note"))
    jl_annex_table_add_note (table, jl_result_text (result, last, "note"));
  return table;
}

static void
table_clear (JlAnnexTable *table)
{
  g_clear_pointer (&table, jl_annex_table_free);
}

JlCircular *
jl_circular_new (const JlCircularSource *source, GError **error)
{
  JlCircularKind kind = JL_CIRCULAR_SITUATION;
  g_autoptr (JlValues) values = values_from_result (source->values);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) table_clear);

  jl_circular_kind_from_code (source->kind, &kind);
  for (guint i = 0; i < source->n_annexes; i++)
    {
      const JlResult *annex = source->annexes[i];

      g_ptr_array_add (tables, annex != NULL && jl_result_n_rows (annex) > 0 ? table_from_result (annex) : NULL);
    }
  return jl_circular_new_from_values (kind, source->year, values, (JlAnnexTable *const *) tables->pdata, tables->len,
                                      source->practice, error);
}
