/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What the filtered set sums to. */

#include "jl-building-sums.h"

#include <glib/gi18n-lib.h>

#include "jl-quantity.h"

static gpointer
load_sums (JlSession *session, gpointer data, GError **error)
{
  return jl_building_sums_load (session, data, error);
}

static void
filter_free (gpointer data)
{
  JlBuildingFilter *filter = data;

  g_free ((char *) filter->text);
  g_free (filter);
}

void
jl_building_sums_load_async (JlPool                 *pool,
                             const JlBuildingFilter *filter,
                             GCancellable           *cancellable,
                             GAsyncReadyCallback     callback,
                             gpointer                user_data)
{
  JlBuildingFilter *copy = g_memdup2 (filter, sizeof *filter);

  copy->text = g_strdup (filter->text);
  copy->order = NULL;
  jl_pool_run_async (pool, JL_WORK_READ, load_sums, copy, filter_free, (GDestroyNotify) jl_result_unref,
                     cancellable, callback, user_data);
}

/* Of a set in which nothing was measured there is no sum. */
static char *
sum_text (JlResult *sums, const char *column, char *(*format) (gint64))
{
  if (jl_result_is_null (sums, 0, column))
    return g_strdup (JL_TABLE_MISSING);
  return format (jl_result_int (sums, 0, column, 0));
}

static char *
format_wan (gint64 dm2)
{
  return jl_format_area_wan (dm2, JL_NUMBER_SCREEN);
}

/* Zero reads as in the cells. */
static char *
format_sum (gint64 dm2)
{
  return dm2 == 0 ? g_strdup ("0") : jl_format_area_m2 (dm2);
}

static char *
heading_text (JlResult *sums)
{
  gint64           n = jl_result_int (sums, 0, "n", 0);
  g_autofree char *count = jl_format_count (n, JL_NUMBER_SCREEN);

  /* Translators: heads the totals row; the number of buildings with separators */
  return g_strdup_printf (ngettext ("Total　%s building", "Total　%s buildings", (gulong) n), count);
}

static char *
missing_text (JlResult *sums)
{
  gint64           n = jl_result_int (sums, 0, "missing_n", 0);
  g_autofree char *count = jl_format_count (n, JL_NUMBER_SCREEN);

  if (n == 0)
    return g_strdup ("");
  /* Translators: buildings whose data are missing and therefore not part of the sums */
  return g_strdup_printf (ngettext ("%s without data not counted", "%s without data not counted", (gulong) n), count);
}

static char *
wan_text (JlResult *sums)
{
  g_autofree char *heated = sum_text (sums, "heated", format_wan);
  g_autofree char *residential = sum_text (sums, "res_heated", format_wan);
  g_autofree char *metered = sum_text (sums, "metered", format_wan);

  /* Translators: the three sums again in units of ten thousand square metres */
  return g_strdup_printf (_ ("10,000 m²　%s / %s / %s"), heated, residential, metered);
}

static void
show_sum (JlResult *sums, JlTable *table, const char *column, const char *field)
{
  g_autofree char *text = sum_text (sums, column, format_sum);

  jl_table_set_total (table, field, text);
}

void
jl_building_sums_show (JlResult *sums, JlTable *table)
{
  g_autofree char *heading = heading_text (sums);
  g_autofree char *missing = missing_text (sums);
  g_autofree char *wan = wan_text (sums);

  jl_table_set_total_words (table, heading, missing, wan);
  show_sum (sums, table, "heated", "heated_dm2");
  show_sum (sums, table, "res_heated", "res_heated_dm2");
  show_sum (sums, table, "metered", "metered_dm2");
}
