/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The database keeps the first day that does not count any more; people name the last that does. */

#include "jl-span-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "jl-error.h"
#include "jl-season.h"

#define ISO_DAY "([0-9]{4}-[0-9]{2}-[0-9]{2})"

static char *
shift_day (const char *iso, int days)
{
  GDate date;
  guint year, month, day;

  if (sscanf (iso, "%4u-%2u-%2u", &year, &month, &day) != 3 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return g_strdup (iso);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  if (days < 0)
    g_date_subtract_days (&date, (guint) -days);
  else
    g_date_add_days (&date, (guint) days);
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

/* The groups of pattern in text; NULL when it does not match whole. (transfer full) */
static char **
match (const char *pattern, const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_ANCHORED | G_REGEX_DOLLAR_ENDONLY, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;

  return g_regex_match (regex, text, 0, &info) ? g_match_info_fetch_all (info) : NULL;
}

char *
jl_span_text (const char *raw)
{
  g_auto (GStrv) days = match ("\\[" ISO_DAY ",(?:" ISO_DAY ")?\\)$", raw);
  g_autofree char *last = NULL;

  if (days == NULL)
    return g_strdup (raw);
  if (days[2] == NULL || *days[2] == '\0')
    /* Translators: a day from which something holds, without end */
    return g_strdup_printf (C_ ("span", "from %s"), days[1]);
  last = shift_day (days[2], -1);
  return g_strdup_printf ("%s — %s", days[1], last);
}

/* Takes a day out of the words around it. */
static char *
first_of (const char *typed)
{
  g_autofree char *frame = g_strdup_printf (C_ ("span", "from %s"), "\t");
  g_auto (GStrv) around = g_strsplit (frame, "\t", 2);
  const char *text = typed + (g_str_has_prefix (typed, around[0]) ? strlen (around[0]) : 0);
  char       *day = g_strdup (text);

  if (*around[1] != '\0' && g_str_has_suffix (day, around[1]))
    day[strlen (day) - strlen (around[1])] = '\0';
  else if (g_str_has_suffix (day, "起"))
    day[strlen (day) - strlen ("起")] = '\0';
  return g_strstrip (day);
}

gboolean
jl_span_parse (const char *typed, char **raw, GError **error)
{
  g_auto (GStrv) given = match ("\\[" ISO_DAY ",(?:" ISO_DAY ")?\\)$", typed);
  g_auto (GStrv) days = match ("(.+?) *(?:—+|–|～|~|至) *(.+)$", typed);
  g_autofree char *alone = days == NULL ? first_of (typed) : NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *end = NULL;

  if (given != NULL)
    {
      *raw = g_strdup (typed);
      return TRUE;
    }
  if (!jl_parse_date (days != NULL ? days[1] : alone, &first, error) || (days != NULL && !jl_parse_date (days[2], &last, error)))
    return FALSE;
  if (last != NULL && strcmp (last, first) < 0)
    {
      g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("“%s” ends before it begins"), typed);
      return FALSE;
    }
  end = last != NULL ? shift_day (last, 1) : g_strdup ("");
  *raw = g_strdup_printf ("[%s,%s)", first, end);
  return TRUE;
}

char *
jl_year_day_text (const char *raw)
{
  g_auto (GStrv) parts = match ("(\\+1-)?([0-9]{2})-([0-9]{2})$", raw);
  int month, day;

  if (parts == NULL)
    return NULL;
  month = (int) g_ascii_strtoll (parts[2], NULL, 10);
  day = (int) g_ascii_strtoll (parts[3], NULL, 10);
  if (*parts[1] != '\0')
    /* Translators: a day of the year after: month, day */
    return g_strdup_printf (_ ("%d-%02d of the next year"), month, day);
  /* Translators: a day of any year: month, day */
  return g_strdup_printf (_ ("%d-%02d of the year"), month, day);
}

char *
jl_year_day_parse (const char *typed)
{
  g_auto (GStrv) chinese = match ("(次年)?([0-9]{1,2})月([0-9]{1,2})日$", typed);
  g_auto (GStrv) english = match ("([0-9]{1,2})-([0-9]{2}) of the (next )?year$", typed);

  if (chinese != NULL)
    return g_strdup_printf ("%s%02d-%02d", *chinese[1] != '\0' ? "+1-" : "", (int) g_ascii_strtoll (chinese[2], NULL, 10),
                            (int) g_ascii_strtoll (chinese[3], NULL, 10));
  if (english != NULL)
    return g_strdup_printf ("%s%02d-%02d", english[3] != NULL && *english[3] != '\0' ? "+1-" : "",
                            (int) g_ascii_strtoll (english[1], NULL, 10), (int) g_ascii_strtoll (english[2], NULL, 10));
  return NULL;
}
