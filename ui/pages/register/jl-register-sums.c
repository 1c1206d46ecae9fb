/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What the filtered set sums to. A sum says how many of its records have no figure; of a set in which nothing was measured there is
 * no sum. */

#include "jl-register-sums.h"

#include <glib/gi18n-lib.h>

#include "jl-quantity.h"

static gpointer
load_sums (JlSession *session, gpointer data, GError **error)
{
  return jl_register_filter_sums (data, session, error);
}

void
jl_register_sums_load_async (JlPool                 *pool,
                             const JlRegisterFilter *filter,
                             GCancellable           *cancellable,
                             GAsyncReadyCallback     callback,
                             gpointer                user_data)
{
  jl_pool_run_async (pool, JL_WORK_READ, load_sums, jl_register_filter_copy (filter), (GDestroyNotify) jl_register_filter_free,
                     (GDestroyNotify) jl_result_unref, cancellable, callback, user_data);
}

static gint64
missing_of (const JlField *field, JlResult *sums)
{
  g_autofree char *column = g_strconcat (field->name, "_missing", NULL);

  return jl_result_int (sums, 0, column, 0);
}

/* The columns in sight that have a sum. (transfer container) */
static GPtrArray *
summed_fields (JlTable *table)
{
  GPtrArray      *fields = g_ptr_array_new ();
  guint           n;
  const JlColumn *columns = jl_table_get_columns (table, &n);

  for (guint i = 0; i < n; i++)
    {
      if (columns[i].described && (columns[i].described->flags & JL_FIELD_TOTAL))
        g_ptr_array_add (fields, (gpointer) columns[i].described);
    }
  return fields;
}

static char *
heading_text (JlCounter counter, JlResult *sums)
{
  g_autofree char *count = jl_counter_text (counter, jl_result_int (sums, 0, "records", 0));

  /* Translators: heads the totals row; "8,412 buildings" */
  return g_strdup_printf (_ ("Total　%s"), count);
}

static char *
missing_text (JlCounter counter, gint64 n)
{
  g_autofree char *count = jl_counter_text (counter, n);

  /* Translators: "3 buildings", which have no figure and are therefore not part of the sum */
  return n > 0 ? g_strdup_printf (_ ("%s without figure not counted"), count) : g_strdup ("");
}

static gboolean
same_everywhere (GPtrArray *fields, JlResult *sums)
{
  for (guint i = 1; i < fields->len; i++)
    {
      if (missing_of (g_ptr_array_index (fields, i), sums) != missing_of (g_ptr_array_index (fields, 0), sums))
        return FALSE;
    }
  return TRUE;
}

/* One count when it is the same for all sums, else each with its name. */
static char *
note_text (JlCounter counter, GPtrArray *fields, JlResult *sums)
{
  GString *text;

  if (fields->len == 0)
    return g_strdup ("");
  if (same_everywhere (fields, sums))
    return missing_text (counter, missing_of (g_ptr_array_index (fields, 0), sums));
  text = g_string_new (NULL);
  for (guint i = 0; i < fields->len; i++)
    {
      const JlField   *field = g_ptr_array_index (fields, i);
      gint64           n = missing_of (field, sums);
      g_autofree char *count = jl_counter_text (counter, n);
      /* Translators: a field and how many records have nothing in it */
      g_autofree char *words = g_strdup_printf (C_ ("totals", "%s %s"), _ (field->label), count);

      if (n > 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? C_ ("list", ", ") : _ ("Not counted: "), words);
    }
  return g_string_free (text, FALSE);
}

static char *
sum_in_wan (const JlField *field, JlResult *sums)
{
  if (jl_result_is_null (sums, 0, field->name))
    return g_strdup (JL_TABLE_MISSING);
  return jl_format_area_wan (jl_result_int (sums, 0, field->name, 0), JL_NUMBER_SCREEN);
}

/* The areas again, as circulars say them. */
static char *
tail_text (GPtrArray *fields, JlResult *sums)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      const JlField   *field = g_ptr_array_index (fields, i);
      g_autofree char *sum = field->type == JL_FIELD_AREA ? sum_in_wan (field, sums) : NULL;

      if (sum)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " / " : _ ("10,000 m²　"), sum);
    }
  return g_string_free (text, FALSE);
}

static void
show_sum (JlCounter counter, const JlField *field, JlResult *sums, JlTable *table)
{
  const char      *raw = jl_result_text (sums, 0, field->name);
  JlColumn         column = jl_column_for_field (field);
  g_autofree char *text = jl_column_text (&column, raw);
  g_autofree char *missing = missing_text (counter, missing_of (field, sums));

  jl_table_set_total (table, field->name, text, *missing ? missing : NULL);
}

void
jl_register_sums_show (JlResult *sums, JlCounter counter, JlTable *table)
{
  g_autoptr (GPtrArray) fields = summed_fields (table);
  g_autofree char *heading = sums ? heading_text (counter, sums) : g_strdup ("");
  g_autofree char *note = sums ? note_text (counter, fields, sums) : g_strdup ("");
  g_autofree char *tail = sums ? tail_text (fields, sums) : g_strdup ("");

  jl_table_set_total_words (table, heading, note, tail);
  for (guint i = 0; i < fields->len; i++)
    {
      if (sums)
        show_sum (counter, g_ptr_array_index (fields, i), sums, table);
      else
        jl_table_set_total (table, ((const JlField *) g_ptr_array_index (fields, i))->name, "", NULL);
    }
}
