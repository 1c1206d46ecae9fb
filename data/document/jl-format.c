/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One function a format. A count, a number of days or a change of zero prints nothing: its sentence falls, with the reason.
 * No arithmetic is done here beyond rounding for print; directions and phrases come with the value. */

#include "jl-format.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "jl-error.h"
#include "jl-quantity.h"
#include "jl-season.h"

#define NAMES_IN_TEXT 8 /* more go to the annex */
#define NAMES_BEFORE_MORE 3
#define CHANGE_DECIMALS 2
#define CHANGE_DECIMALS_MAX 8
#define WHOLE 100 /* percent: a share just under it is never printed as all of it */

typedef char *(*FormatFunc) (const JlValue *value, const char *argument, char **reason);

int
jl_decimal_sign (const char *decimal)
{
  if (decimal[strcspn (decimal, "123456789")] == '\0')
    return 0;
  return *decimal == '-' ? -1 : 1;
}

static char *
nothing (char **reason, const char *why)
{
  *reason = g_strdup (why);
  return NULL;
}

static gint64
integer (const char *decimal)
{
  return g_ascii_strtoll (decimal, NULL, 10);
}

static char *
format_area (const JlValue *value, const char *argument, char **reason)
{
  return jl_format_area_wan (integer (value->number), JL_NUMBER_PAPER);
}

static char *
format_pct (const JlValue *value, const char *argument, char **reason)
{
  if (value->den == NULL || jl_decimal_sign (value->den) <= 0)
    return nothing (reason, _ ("the share has no denominator"));
  return jl_format_share (integer (value->number), integer (value->den), argument != NULL ? atoi (argument) : WHOLE);
}

/* At least two decimals, more while they would print a change as none; without trailing zeros. */
static char *
magnitude (const char *decimal)
{
  const char *absolute = *decimal == '-' ? decimal + 1 : decimal;

  for (int decimals = CHANGE_DECIMALS; decimals < CHANGE_DECIMALS_MAX; decimals++)
    {
      g_autofree char *text = jl_format_decimal (absolute, decimals, JL_NUMBER_PAPER);

      if (text == NULL || jl_decimal_sign (text) != 0)
        return g_steal_pointer (&text);
    }
  return jl_format_decimal (absolute, CHANGE_DECIMALS_MAX, JL_NUMBER_PAPER);
}

static char *
format_pp (const JlValue *value, const char *argument, char **reason)
{
  if (jl_decimal_sign (value->number) == 0)
    return nothing (reason, _ ("the value is zero"));
  return magnitude (value->number);
}

static char *
format_dir_pp (const JlValue *value, const char *argument, char **reason)
{
  int              sign = jl_decimal_sign (value->number);
  g_autofree char *points = magnitude (value->number);

  if (sign == 0)
    return g_strdup (jl_phrase ("change", "none"));
  return jl_phrase_fill ("change", sign > 0 ? "up" : "down", "x", points, NULL);
}

static char *
format_score (const JlValue *value, const char *argument, char **reason)
{
  return jl_format_decimal (value->number, 2, JL_NUMBER_SCREEN);
}

static char *
format_count (const JlValue *value, const char *argument, char **reason)
{
  if (jl_decimal_sign (value->number) <= 0)
    return nothing (reason, _ ("the value is zero"));
  return jl_format_count (integer (value->number), JL_NUMBER_PAPER);
}

/* The sentence writer puts the words of a tie before the number. */
static char *
format_rank (const JlValue *value, const char *argument, char **reason)
{
  return jl_format_count (integer (value->number), JL_NUMBER_PAPER);
}

static char *
format_date (const JlValue *value, const char *argument, char **reason)
{
  return jl_date_paper (value->day);
}

static char *
format_year (const JlValue *value, const char *argument, char **reason)
{
  if (value->number != NULL)
    return jl_format_count (integer (value->number), JL_NUMBER_PAPER);
  return g_strndup (value->day, strcspn (value->day, "-"));
}

static char *
format_words (const JlValue *value, const char *argument, char **reason)
{
  if (*value->words == '\0')
    return nothing (reason, _ ("there is nothing to name"));
  return g_strdup (value->words);
}

#define IN_NUMBER (JL_VALUE_COUNT | JL_VALUE_DAYS | JL_VALUE_SCORE | JL_VALUE_RANK | JL_VALUE_AREA | JL_VALUE_SHARE | JL_VALUE_CHANGE)

static const struct
{
  const char *name;
  int         kinds;
  FormatFunc  function;
} formats[] = {
  { "area", JL_VALUE_AREA, format_area },
  { "pct", JL_VALUE_SHARE, format_pct },
  { "pp", JL_VALUE_CHANGE, format_pp },
  { "dir_pp", JL_VALUE_CHANGE, format_dir_pp },
  { "score", JL_VALUE_SCORE, format_score },
  { "rank", JL_VALUE_RANK, format_rank },
  { "count", JL_VALUE_COUNT, format_count },
  { "days", JL_VALUE_DAYS, format_count },
  { "date", JL_VALUE_DAY, format_date },
  { "year", JL_VALUE_YEAR | JL_VALUE_DAY, format_year },
  { "", JL_VALUE_YEAR, format_year },
  { "", JL_VALUE_WORDS, format_words },
};

static FormatFunc
function_for (JlValueKind kind, const char *format)
{
  gsize length = format != NULL ? strcspn (format, " ") : 0;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if ((formats[i].kinds & (int) kind) && strlen (formats[i].name) == length && strncmp (formats[i].name, format != NULL ? format : "", length) == 0)
      return formats[i].function;
  return NULL;
}

gboolean
jl_format_fits (const JlName *name, const char *format)
{
  if (name->kind == JL_VALUE_TREND)
    return format != NULL && strchr (format, '/') != NULL;
  if (name->kind == JL_VALUE_LIST)
    return format != NULL && g_str_has_prefix (format, "names");
  return function_for (name->kind, format) != NULL;
}

/* Of the phrases, good first and bad last: the one given must be among them and agree with the sign of its figure. */
static char *
format_trend (const JlName *name, const JlValue *value, const char *format, GError **error)
{
  g_auto (GStrv) phrases = g_strsplit (format, "/", -1);
  guint n = g_strv_length (phrases), i = 0;
  int   sign = value->number != NULL ? jl_decimal_sign (value->number) : 0;

  while (i < n && !g_str_equal (phrases[i], value->words))
    i++;
  if (i == n)
    g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("“%s” is no phrase for %s"), value->words, name->label);
  else if (value->number != NULL && ((i == 0 && (n == 2 ? sign < 0 : sign <= 0)) || (i == n - 1 && sign >= 0)))
    g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("The heading says “%s”, but the figure behind it is %s (%s)"), value->words, value->number, name->label);
  else
    return g_strdup (value->words);
  return NULL;
}

static gboolean
lacks_field (const JlName *name, const JlValue *value)
{
  if (name->kind & IN_NUMBER)
    return value->number == NULL;
  if (name->kind == JL_VALUE_DAY)
    return value->day == NULL;
  if (name->kind == JL_VALUE_YEAR)
    return value->number == NULL && value->day == NULL;
  return value->words == NULL;
}

char *
jl_format_value (const JlName *name, const JlValue *value, const char *format, char **reason, GError **error)
{
  const char *argument = format != NULL ? strchr (format, ' ') : NULL;
  char       *text = NULL;

  if (value == NULL || lacks_field (name, value))
    return nothing (reason, value != NULL && value->missing != NULL ? value->missing : _ ("no such figure is kept"));
  if (name->kind == JL_VALUE_TREND)
    return format_trend (name, value, format, error);
  text = function_for (name->kind, format) (value, argument != NULL ? argument + 1 : NULL, reason);
  if (text == NULL && *reason == NULL)
    g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("%s cannot be printed: the server gave something else"), name->label);
  return text;
}

/* a、b和c; of more than eight the first three and how many there are. */
char *
jl_format_names (const JlValues *values, const char *list, const char *format, char **reason)
{
  guint            n = jl_values_n_rows (values, list);
  const char      *annex = strchr (format, ' ');
  guint            shown = n > NAMES_IN_TEXT && annex != NULL ? NAMES_BEFORE_MORE : n;
  g_autofree char *number = g_strdup_printf ("%u", n);
  GString         *text = g_string_new (NULL);

  for (guint i = 1; i <= shown; i++)
    {
      const JlValue *name = jl_values_get (values, list, i, "name");

      if (i > 1)
        g_string_append (text, jl_phrase ("names", i == n ? "last" : "between"));
      g_string_append (text, name != NULL && name->words != NULL ? name->words : "");
    }
  if (shown < n)
    {
      g_autofree char *more = jl_phrase_fill ("names", "many", "n", number, "annex", annex + 1, NULL);

      g_string_append (text, more);
    }
  if (n == 0)
    *reason = g_strdup (_ ("nobody is concerned"));
  return g_string_free (text, n == 0);
}
