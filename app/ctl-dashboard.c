/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* jiliangctl dashboard: the province's table of a year, or one unit's figures, verdicts and published figures. */

#include "ctl.h"

#include "ctl-table.h"
#include "jl-error.h"
#include "jl-quantity.h"
#include "jl-season.h"
#include "jl-store.h"

#include <glib/gi18n.h>

/* One cell: the figure's text, its sign and, for tasks, the word of its progress. */
static char *
figure_cell (const JlFigures *figures, const JlUnit *unit, const char *indicator)
{
  const JlFigure *figure = jl_figures_find (figures, unit->id, indicator);

  return figure != NULL ? jl_figure_text (figure) : g_strdup ("—");
}

/* Of a share the limit is reached, a task is done. */
static const char *
progress_word (const JlFigure *figure)
{
  if (figure == NULL)
    return jl_progress_word (JL_PROGRESS_MISSING);
  if (figure->progress == JL_PROGRESS_MET && g_str_equal (figure->indicator, "metered_share"))
    return C_ ("share", "Met");
  return jl_progress_word (figure->progress);
}

static char *
progress_cell (const JlFigures *figures, const JlUnit *unit, const char *indicator)
{
  const JlFigure *figure = jl_figures_find (figures, unit->id, indicator);

  return g_strdup (progress_word (figure));
}

static char *
change_cell (const JlFigures *figures, const JlUnit *unit)
{
  const JlFigure *figure = jl_figures_find (figures, unit->id, "metered_share");
  char           *text = figure != NULL ? jl_figure_change_text (figure) : NULL;

  return text != NULL ? text : g_strdup ("—");
}

static void
add_unit_row (CtlTable *table, const JlFigures *figures, const JlUnit *unit)
{
  const char *const indicators[] = { "price_policy", "new_fitted", "office_done", "public_done", "existing_done" };
  char            **cells = g_new0 (char *, 5 + 2 * G_N_ELEMENTS (indicators));
  guint             n = 0;

  cells[n++] = g_strdup (unit->code);
  cells[n++] = g_strdup (unit->name);
  cells[n++] = figure_cell (figures, unit, "metered_share");
  cells[n++] = change_cell (figures, unit);
  cells[n++] = progress_cell (figures, unit, "metered_share");
  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    {
      cells[n++] = figure_cell (figures, unit, indicators[i]);
      cells[n++] = progress_cell (figures, unit, indicators[i]);
    }
  ctl_table_take_row (table, cells);
}

static void
print_province_figure (JlResult *rows, guint i)
{
  const char      *figure = jl_result_text (rows, i, "figure");
  gint64           num = jl_result_int (rows, i, "numerator", 0);
  gint64           den = jl_result_int (rows, i, "denominator", 0);
  g_autofree char *text = NULL;
  const char      *unit = "";

  if (g_strcmp0 (jl_result_text (rows, i, "state"), "value") != 0)
    text = g_strdup (jl_state_word (jl_state_from_code (jl_result_text (rows, i, "state"))));
  else if (g_str_equal (figure, "metered_area") || g_str_equal (figure, "fitted_unbilled"))
    {
      text = jl_format_area_wan (num, JL_NUMBER_SCREEN);
      unit = _ ("10,000 ㎡");
    }
  else if (g_str_equal (figure, "units_passing"))
    text = g_strdup_printf ("%" G_GINT64_FORMAT " / %" G_GINT64_FORMAT, num, den);
  else
    {
      text = jl_format_share (num, den, (int) jl_result_int (rows, i, "threshold", -1));
      unit = "%";
    }
  /* Translators: a key figure on the terminal: name, figure, unit */
  g_print (_ ("%s: %s %s\n"), jl_indicator_word (figure), text, unit);
}

static void
print_province (JlOverview *overview)
{
  const char *const heads[] = {
    _ ("Code"), _ ("Assessed unit"), _ (">Share of metered billing (%)"), _ (">Change"), _ ("State"),
    _ (">Price policy"), "", _ (">New buildings (%)"), "", _ (">Offices (%)"), "",
    _ (">Public buildings (%)"), "", _ (">Existing residential (%)"), "", NULL
  };
  g_autofree char *season = jl_season_name (overview->year);
  CtlTable        *table = ctl_table_new (heads);

  g_print ("%s\n", season);
  for (guint i = 0; i < jl_result_n_rows (overview->province); i++)
    print_province_figure (overview->province, i);
  g_print ("\n");
  for (guint i = 0; i < jl_figures_n_units (overview->figures); i++)
    add_unit_row (table, overview->figures, jl_figures_unit (overview->figures, i));
  ctl_table_print (table);
}

static void
add_figure_row (CtlTable *table, const JlFigure *figure)
{
  gboolean share = figure->state == JL_STATE_VALUE && figure->den > 0;
  gboolean area = share && !g_str_equal (figure->indicator, "retrofit_sync");
  char   **cells = g_new0 (char *, 8);

  cells[0] = g_strdup (jl_indicator_word (figure->indicator));
  cells[1] = jl_figure_text (figure);
  cells[2] = area ? jl_format_area_wan (figure->num, JL_NUMBER_SCREEN) : g_strdup ("—");
  cells[3] = area ? jl_format_area_wan (figure->den, JL_NUMBER_SCREEN) : g_strdup ("—");
  cells[4] = jl_figure_change_text (figure);
  cells[5] = g_strdup (progress_word (figure));
  cells[6] = g_strdup (figure->due_on);
  cells[7] = g_strdup (figure->rule_text);
  ctl_table_take_row (table, cells);
}

static void
print_figures (const JlFigures *figures, int unit_id)
{
  const char *const heads[] = {
    _ ("Indicator"), _ (">Value"), _ (">Numerator (10,000 m²)"), _ (">Denominator (10,000 m²)"),
    _ (">Change"), _ ("State"), _ ("Deadline"), _ ("Rule"), NULL
  };
  const char *const indicators[] = {
    "metered_share", "billed_of_fitted", "price_policy", "new_fitted", "office_done", "public_done",
    "public_billed", "existing_year", "existing_done", "nonsaving_year", "retrofit_sync"
  };
  CtlTable *table = ctl_table_new (heads);

  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    {
      const JlFigure *figure = jl_figures_find (figures, unit_id, indicators[i]);

      if (figure != NULL)
        add_figure_row (table, figure);
    }
  ctl_table_print (table);
}

static void
print_awards (JlResult *awards)
{
  for (guint i = 0; i < jl_result_n_rows (awards); i++)
    g_print ("%s: %s (%s, %s)\n", jl_result_text (awards, i, "award_name"),
             jl_verdict_word (jl_result_text (awards, i, "verdict")), jl_result_text (awards, i, "reason"),
             jl_result_text (awards, i, "clause"));
}

static void
print_published (JlResult *published)
{
  if (jl_result_n_rows (published) == 0)
    return;
  g_print ("\n%s\n", _ ("Published figures"));
  for (guint i = 0; i < jl_result_n_rows (published); i++)
    g_print ("%s  %s  %s %s  (%s)\n", jl_result_text (published, i, "period"), jl_result_text (published, i, "label"),
             jl_result_text (published, i, "value"), jl_result_text (published, i, "unit"),
             jl_result_text (published, i, "source"));
}

static const char *
clause_word (const char *progress)
{
  if (progress == NULL)
    return "";
  return g_str_equal (progress, "met") ? C_ ("share", "Met") : jl_progress_word (jl_progress_from_code (progress));
}

static void
add_clause_row (CtlTable *table, JlResult *rows, guint i)
{
  const char *value = jl_result_text (rows, i, "value_text");
  const char *state = jl_result_text (rows, i, "state");
  char      **cells = g_new0 (char *, 7);

  cells[0] = g_strdup (jl_result_text (rows, i, "clause_id"));
  cells[1] = g_strdup (jl_result_text (rows, i, "clause"));
  cells[2] = g_strdup (jl_result_text (rows, i, "label"));
  cells[3] = value != NULL ? g_strdup_printf ("%s %s", value, jl_result_text (rows, i, "value_unit"))
                           : g_strdup (jl_state_word (jl_state_from_code (state)));
  cells[4] = g_strdup (clause_word (jl_result_text (rows, i, "progress")));
  cells[5] = g_strdup (jl_result_int (rows, i, "missing_n", 0) > 0 ? jl_result_text (rows, i, "missing_n") : "");
  ctl_table_take_row (table, cells);
}

/* The figures of every clause: of a unit, or of the province (unit_id 0). */
static gboolean
print_clauses (JlSession *session, int year, int unit_id, GError **error)
{
  const char *const heads[] = { _ ("Clause"), "", _ ("Indicator"), _ (">Value"), _ ("State"), _ (">Missing"), NULL };
  g_autoptr (JlResult) rows = jl_clause_figures_load (session, year, unit_id, error);
  CtlTable *table;

  if (rows == NULL)
    return FALSE;
  table = ctl_table_new (heads);
  for (guint i = 0; i < jl_result_n_rows (rows); i++)
    add_clause_row (table, rows, i);
  g_print ("\n");
  ctl_table_print (table);
  return TRUE;
}

static const JlUnit *
find_by_code (const JlFigures *figures, const char *code)
{
  for (guint i = 0; i < jl_figures_n_units (figures); i++)
    {
      const JlUnit *unit = jl_figures_unit (figures, i);

      if (g_strcmp0 (unit->code, code) == 0 || g_strcmp0 (unit->name, code) == 0)
        return unit;
    }
  return NULL;
}

static gboolean
print_unit (JlSession *session, JlOverview *overview, const char *code, gboolean clauses, GError **error)
{
  const JlUnit    *unit = find_by_code (overview->figures, code);
  g_autofree char *season = jl_season_name (overview->year);
  JlCity          *city;

  if (unit == NULL)
    {
      g_set_error (error, JL_ERROR, JL_ERROR_NOT_FOUND, _ ("No assessed unit has the code “%s” in %d."), code, overview->year);
      return FALSE;
    }
  city = jl_city_load (session, overview->year, unit->id, error);
  if (city == NULL)
    return FALSE;
  g_print ("%s %s  %s\n\n", unit->name, unit->code, season);
  print_figures (city->figures, unit->id);
  g_print ("\n");
  print_awards (city->awards);
  print_published (city->published);
  jl_city_free (city);
  return !clauses || print_clauses (session, overview->year, unit->id, error);
}

/* The year asked for, or the newest one with facts; 0 with error set. */
static int
choose_year (JlSession *session, int year, GError **error)
{
  JlDesk *desk = year == 0 ? jl_desk_load (session, error) : NULL;

  if (desk == NULL)
    return year;
  year = jl_desk_latest_year (desk);
  jl_desk_free (desk);
  if (year == 0)
    g_set_error_literal (error, JL_ERROR, JL_ERROR_NOT_FOUND, _ ("The database holds no year yet."));
  return year;
}

static gboolean
print_dashboard (const CtlOptions *options, int year, const char *unit_code, gboolean clauses, GError **error)
{
  g_autoptr (JlSession) session = ctl_open (options, error);
  JlOverview *overview;
  gboolean    done = TRUE;

  if (session == NULL || (year = choose_year (session, year, error)) == 0)
    return FALSE;
  overview = jl_overview_load (session, year, error);
  if (overview == NULL)
    return FALSE;
  if (unit_code != NULL)
    done = print_unit (session, overview, unit_code, clauses, error);
  else
    print_province (overview);
  if (unit_code == NULL && clauses)
    done = print_clauses (session, year, 0, error);
  jl_overview_free (overview);
  return done;
}

int
ctl_dashboard (int argc, char **argv)
{
  g_auto (CtlOptions) options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char   *unit = NULL;
  int                year = 0;
  gboolean           clauses = FALSE;
  const GOptionEntry entries[] = {
    { "year", 'y', 0, G_OPTION_ARG_INT, &year, N_ ("construction year and season; without it the newest"), N_ ("YEAR") },
    { "unit", 'u', 0, G_OPTION_ARG_STRING, &unit, N_ ("one assessed unit instead of the province"), N_ ("CODE") },
    { "clauses", 'c', 0, G_OPTION_ARG_NONE, &clauses, N_ ("the figures of every clause as well"), NULL },
    { NULL },
  };

  if (!ctl_parse (&argc, &argv, NULL, entries, &options, 0, 0))
    return CTL_USAGE;
  if (year != 0 && !ctl_check_year (year))
    return CTL_USAGE;
  return ctl_finish (print_dashboard (&options, year, unit, clauses, &error), &error);
}
