/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Names of seasons and dates on paper. */

#include "jl-season.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "jl-error.h"
#include "jl-plain-text.h"

char *
jl_season_name (int year)
{
  /* Translators: a heating season is named by the years of its autumn and its spring */
  return g_strdup_printf (_ ("Season %d–%d"), year, year + 1);
}

/* Circulars are Chinese whatever the language of the screen, hence no gettext. Months and days
 * carry no leading zero (GB/T 9704-2012). */
char *
jl_date_paper (const char *iso)
{
  guint year, month, day;
  int   length = 0;

  if (iso == NULL || sscanf (iso, "%4u-%2u-%2u%n", &year, &month, &day, &length) != 3)
    return NULL;
  if (iso[length] != '\0' || !g_date_valid_dmy ((GDateDay) day, month, (GDateYear) year))
    return NULL;
  return g_strdup_printf ("%u年%u月%u日", year, month, day);
}

/* Digits, at most so many, and what must stand behind them. */
static gboolean
read_part (const char **at, gsize max_digits, const char *behind, guint *number)
{
  gsize n = strspn (*at, "0123456789");

  if (n == 0 || n > max_digits || !g_str_has_prefix (*at + n, behind))
    return FALSE;
  *number = (guint) g_ascii_strtoull (*at, NULL, 10);
  *at += n + strlen (behind);
  return TRUE;
}

static gboolean
read_date (const char *text, guint *year, guint *month, guint *day)
{
  static const char *const marks[][3] = { { "-", "-", "" }, { "/", "/", "" }, { ".", ".", "" }, { "年", "月", "日" } };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *at = text;

      if (read_part (&at, 4, marks[i][0], year) && read_part (&at, 2, marks[i][1], month) &&
          read_part (&at, 2, marks[i][2], day) && *at == '\0')
        return TRUE;
    }
  return FALSE;
}

/**
 * jl_parse_date:
 * @typed: what a person typed
 * @iso: (out) (transfer full): the day as the server writes it
 * @error: return location
 *
 * Returns: whether it is a day of the calendar
 */
gboolean
jl_parse_date (const char *typed, char **iso, GError **error)
{
  g_autofree char *text = jl_plain_text (typed);
  guint            year, month, day;

  if (!read_date (text, &year, &month, &day))
    g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("“%s” is no date: write for example 2012-12-31"), typed);
  else if (year < 1900 || year > 2200 || !g_date_valid_dmy ((GDateDay) day, month, (GDateYear) year))
    g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("There is no day “%s” in the calendar"), typed);
  else
    {
      *iso = g_strdup_printf ("%04u-%02u-%02u", year, month, day);
      return TRUE;
    }
  return FALSE;
}
