/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The tasks of a unit as words. The figures and their states are the database's; here they become lines. */

#include "jl-city-task.h"

#include <glib/gi18n-lib.h>

#include "jl-quantity.h"

/* clang-format off */
const JlCityTask jl_city_tasks[] = {
  { .title = N_ ("Share of metered billing"), .clause = NC_ ("clause", "V(2)3"), .indicator = "metered_share",
    .range = 35, .seasonal = TRUE },
  { .title = N_ ("Heat price policy"), .clause = NC_ ("clause", "III(1)"), .indicator = "price_policy" },
  { .title = N_ ("New buildings fitted"), .clause = NC_ ("clause", "III(2)"), .indicator = "new_fitted", .range = 100 },
  { .title = N_ ("Offices and public buildings"), .clause = NC_ ("clause", "III(3)"), .indicator = "office_done",
    .second = "public_done", .first_name = N_ ("Offices"), .second_name = N_ ("Other public"), .range = 100 },
  { .title = N_ ("Existing housing"), .clause = NC_ ("clause", "III(4)"), .indicator = "existing_done", .range = 100 },
};
/* clang-format on */
const guint jl_city_n_tasks = G_N_ELEMENTS (jl_city_tasks);

const char *const jl_city_measures[] = {
  "billed_of_fitted",
  "public_billed",
  "existing_year",
  "nonsaving_year",
  "retrofit_sync",
  NULL,
};

static gboolean
is_date (const JlFigure *figure)
{
  return g_str_equal (figure->indicator, "price_policy");
}

static gboolean
is_share (const JlFigure *figure)
{
  return !is_date (figure) && figure->state == JL_STATE_VALUE && figure->den > 0 &&
         !g_str_equal (figure->indicator, "retrofit_sync");
}

const char *
jl_city_progress_word (const JlFigure *figure)
{
  if (figure->progress == JL_PROGRESS_MET && g_str_equal (figure->indicator, "metered_share"))
    return C_ ("share", "Met");
  return jl_progress_word (figure->progress);
}

const char *
jl_city_figure_unit (const JlFigure *figure)
{
  return is_share (figure) ? "%" : NULL;
}

/* A task overdue says that it was not issued, whatever is known of it. */
static gboolean
is_unknown (const JlFigure *figure)
{
  return figure->state != JL_STATE_VALUE && figure->progress != JL_PROGRESS_OVERDUE;
}

gboolean
jl_city_says_state (const JlFigure *figure)
{
  return is_unknown (figure) && figure->state != JL_STATE_MISSING;
}

char *
jl_city_large_text (const JlFigure *figure)
{
  return is_unknown (figure) && figure->state == JL_STATE_MISSING ? g_strdup ("—") : jl_figure_text (figure);
}

char *
jl_city_figure_text (const JlFigure *figure)
{
  g_autofree char *text = jl_figure_text (figure);

  return g_strconcat (text, jl_city_figure_unit (figure), NULL);
}

/* An unchanged figure is a word. */
static gboolean
has_sign (const char *change)
{
  return g_str_has_prefix (change, "+") || g_str_has_prefix (change, "−");
}

char *
jl_city_change_line (const JlCityTask *task, const JlFigure *figure)
{
  g_autofree char *change = jl_figure_change_text (figure);

  if (change == NULL)
    return g_strdup ("");
  if (!has_sign (change))
    return g_strdup (task->seasonal ? _ ("Unchanged on the season before") : _ ("Unchanged on the year before"));
  /* Translators: %s is a signed number of percentage points */
  return task->seasonal ? g_strdup_printf (_ ("%s points on the season before"), change)
                        : g_strdup_printf (_ ("%s points on the year before"), change);
}

static char *
price_line (const JlFigure *figure)
{
  gulong           days = (gulong) ABS (figure->num);
  g_autofree char *n = jl_format_count ((gint64) days, JL_NUMBER_SCREEN);

  if (figure->state != JL_STATE_VALUE && figure->progress != JL_PROGRESS_OVERDUE)
    return g_strdup ("");
  if (figure->done_on == NULL)
    return g_strdup_printf (ngettext ("%s day overdue", "%s days overdue", days), n);
  if (figure->num > 0)
    return g_strdup_printf (ngettext ("Issued %s day into the season", "Issued %s days into the season", days), n);
  return g_strdup_printf (ngettext ("Issued %s day before the season", "Issued %s days before the season", days), n);
}

static char *
both_line (const JlCityTask *task, const JlFigure *first, const JlFigure *second)
{
  g_autofree char *a = first ? jl_city_figure_text (first) : g_strdup ("—");
  g_autofree char *b = second ? jl_city_figure_text (second) : g_strdup ("—");

  return g_strdup_printf ("%s %s　%s %s", _ (task->first_name), a, _ (task->second_name), b);
}

static char *
areas_line (const JlFigure *figure)
{
  g_autofree char *num = jl_format_area_wan (figure->num, JL_NUMBER_SCREEN);
  g_autofree char *den = jl_format_area_wan (figure->den, JL_NUMBER_SCREEN);

  /* Translators: numerator and denominator in units of ten thousand square metres */
  return g_strdup_printf (_ ("%s / %s 10,000 m²"), num, den);
}

char *
jl_city_detail_line (const JlCityTask *task, const JlFigure *first, const JlFigure *second)
{
  g_autofree char *expected = NULL;

  if (is_date (first))
    return price_line (first);
  if (task->second)
    return both_line (task, first, second);
  if (first->state == JL_STATE_NOT_REPORTED)
    return g_strdup (_ ("The return has not arrived"));
  if (first->expected && (expected = jl_format_decimal (first->expected, 2, JL_NUMBER_SCREEN)))
    /* Translators: the triangle is the mark over the bar; what linear pace asks for by now */
    return g_strdup_printf (_ ("▼ Should be done by now %s%%"), expected);
  return is_share (first) ? areas_line (first) : g_strdup ("");
}

char *
jl_city_clause_line (const JlCityTask *task, const JlFigure *figure)
{
  const char      *clause = g_dpgettext2 (GETTEXT_PACKAGE, "clause", task->clause);
  g_autofree char *strong = NULL;

  if (figure->strength)
    /* Translators: clause and strength of a demand */
    strong = g_strdup_printf (C_ ("clause", "%s %s"), clause, jl_strength_word (figure->strength));
  if (figure->due_on == NULL)
    return g_strdup (strong ? strong : clause);
  /* Translators: clause with strength, deadline as an ISO date */
  return g_strdup_printf (_ ("%s due %s"), strong ? strong : clause, figure->due_on);
}
