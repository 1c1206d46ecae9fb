/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The parts of a figure as text. */

#include "jl-why-lines.h"

#include <glib/gi18n-lib.h>

#include "jl-figure.h"
#include "jl-quantity.h"
#include "jl-words.h"

static gboolean
is_value (JlResult *why)
{
  return jl_state_from_code (jl_result_text (why, 0, "state")) == JL_STATE_VALUE;
}

static char *
days_text (gint64 days)
{
  g_autofree char *n = jl_format_count (ABS (days), JL_NUMBER_SCREEN);

  if (days > 0)
    return g_strdup_printf (ngettext ("%s day late", "%s days late", (gulong) days), n);
  return g_strdup_printf (ngettext ("%s day before the season", "%s days before the season", (gulong) -days), n);
}

char *
jl_why_part (JlResult *why, const char *indicator, const char *column)
{
  gint64           n = jl_result_int (why, 0, column, 0);
  g_autofree char *wan = NULL;

  if (jl_result_is_null (why, 0, column))
    return NULL;
  if (g_str_equal (indicator, "price_policy"))
    return g_str_equal (column, "numerator") ? days_text (n) : NULL;
  if (g_str_equal (indicator, "retrofit_sync"))
    return jl_format_count (n, JL_NUMBER_SCREEN);
  wan = jl_format_area_wan (n, JL_NUMBER_SCREEN);
  /* Translators: an area in units of ten thousand square metres */
  return g_strdup_printf (_ ("%s 10,000 m²"), wan);
}

char *
jl_why_result (JlResult *why, const char *indicator)
{
  gint64           num = jl_result_int (why, 0, "numerator", 0);
  gint64           den = jl_result_int (why, 0, "denominator", 0);
  g_autofree char *share = NULL;

  if (!is_value (why))
    return g_strdup (jl_state_word (jl_state_from_code (jl_result_text (why, 0, "state"))));
  if (g_str_equal (indicator, "price_policy"))
    return jl_why_part (why, indicator, "numerator");
  if (g_str_equal (indicator, "retrofit_sync"))
    return jl_format_count (num, JL_NUMBER_SCREEN);
  if (den <= 0)
    return g_strdup (jl_state_word (JL_STATE_MISSING));
  share = jl_format_share (num, den, jl_figure_read_threshold (why, 0));
  return g_strdup_printf ("%s%%", share);
}

static const char *
sign_of (int comparison)
{
  if (comparison == 0)
    return "＝";
  return comparison < 0 ? "＜" : "＞";
}

char *
jl_why_test (JlResult *why)
{
  int              threshold = jl_figure_read_threshold (why, 0);
  gint64           num = jl_result_int (why, 0, "numerator", 0);
  gint64           den = jl_result_int (why, 0, "denominator", 0);
  g_autofree char *num_text = NULL;
  g_autofree char *den_text = NULL;
  const char      *sign;

  if (!is_value (why) || threshold < 0 || den <= 0)
    return NULL;
  num_text = jl_format_area_m2 (num);
  den_text = jl_format_area_m2 (den);
  sign = sign_of (jl_share_compare (num, den, threshold));
  return g_strdup_printf ("%s×100 %s %d×%s", num_text, sign, threshold, den_text);
}

char *
jl_why_basis (JlResult *why)
{
  const char *basis = jl_result_text (why, 0, "basis");
  const char *rule = jl_result_text (why, 0, "rule_id");

  if (basis == NULL || rule == NULL)
    return g_strdup (basis);
  /* Translators: what counts, number of the rule that says so */
  return g_strdup_printf (_ ("%s, rule %s"), basis, rule);
}

char *
jl_why_clause (JlResult *why)
{
  const char *clause = jl_result_text (why, 0, "clause");
  const char *from = jl_result_text (why, 0, "rule_from");

  if (clause == NULL || from == NULL)
    return g_strdup (clause);
  /* Translators: clause, day from which the rule holds */
  return g_strdup_printf (_ ("%s, from %s"), clause, from);
}

char *
jl_why_missing (JlResult *why)
{
  gint64           n = jl_result_int (why, 0, "missing_n", 0);
  g_autofree char *count = jl_format_count (n, JL_NUMBER_SCREEN);

  if (n == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%s building, not counted", "%s buildings, not counted", (gulong) n), count);
}

char *
jl_why_return (JlResult *why)
{
  const char *filed_on = jl_result_text (why, 0, "filed_on");

  return g_strdup (filed_on ? filed_on : jl_state_word (JL_STATE_NOT_REPORTED));
}
