/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The charts of the overview as specs. */

#include "jl-overview-charts.h"

#include <glib/gi18n.h>
#include <math.h>

#include "jl-quantity.h"
#include "jl-season.h"

#define INDICATOR "metered_share"

static void
add_unit (JlChart         *chart,
          const JlFigures *figures,
          const JlUnit    *unit,
          const char      *label,
          gboolean         placed)
{
  const JlFigure  *figure = jl_figures_find (figures, unit->id, INDICATOR);
  g_autofree char *value = figure ? jl_figure_text (figure) : NULL;
  g_autofree char *change = figure ? jl_figure_change_text (figure) : NULL;
  JlDatum          datum = {
             .key = unit->id,
             .label = label,
             .short_label = placed ? unit->tile_name : NULL,
             .value_text = value,
             .change_text = change,
             .state = figure ? figure->state : JL_STATE_MISSING,
             .passes = figure && jl_figure_passes (figure),
             .unjudged = figure && jl_figure_is_unjudged (figure),
             .value = figure ? jl_figure_position (figure) : NAN,
             .group_value = NAN,
             .row = placed ? unit->tile_row : -1,
             .col = placed ? unit->tile_col : -1,
             .parent = unit->parent,
  };

  jl_chart_add (chart, &datum);
}

static void
set_words (JlChart *chart, const char *title)
{
  jl_chart_set_title (chart, title);
  jl_chart_set_columns (chart, _ ("Assessed unit"), _ ("Share (%)"), _ ("Change"));
}

/* The limit is the rule's, as the figures carry it. */
static void
set_limit (JlChart *chart, const JlFigures *figures)
{
  for (guint i = 0; i < jl_figures_n_units (figures); i++)
    {
      const JlFigure *figure =
          jl_figures_find (figures, jl_figures_unit (figures, i)->id, INDICATOR);
      g_autofree char *text = NULL;

      if (figure == NULL || figure->threshold < 0)
        continue;
      text = g_strdup_printf ("%d%%", figure->threshold);
      jl_chart_set_threshold (chart, figure->threshold, text);
      return;
    }
}

/* "5 of 8 units reach the limit.", of those that it applies to. */
static void
set_summary (JlChart *chart)
{
  g_autofree char *sentence = NULL;
  guint            n = 0, n_passing = 0;

  for (guint i = 0; i < jl_chart_n_data (chart); i++)
    {
      const JlDatum *datum = jl_chart_datum (chart, i);

      n += !datum->unjudged;
      n_passing += datum->passes && !datum->unjudged;
    }
  /* Translators: how many units of how many reach the share that the rule demands */
  sentence = g_strdup_printf (_ ("%u of %u units reach the limit."), n_passing, n);
  jl_chart_set_summary (chart, sentence);
}

JlChart *
jl_overview_map_new (const JlFigures *figures)
{
  JlChart *chart = jl_chart_new (JL_CHART_TILE_MAP);

  set_words (chart, _ ("Share of metered billing by place"));
  set_limit (chart, figures);
  for (guint i = 0; i < jl_figures_n_units (figures); i++)
    {
      const JlUnit *unit = jl_figures_unit (figures, i);

      if (unit->tile_row >= 0 || unit->parent > 0)
        add_unit (chart, figures, unit, unit->short_name, TRUE);
    }
  set_summary (chart);
  return chart;
}

/* By rank; who has none comes last, in the order of the divisions. */
static int
compare_ranks (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const JlUnit   *one = *(const JlUnit *const *) a;
  const JlUnit   *other = *(const JlUnit *const *) b;
  const JlFigure *first = jl_figures_find (user_data, one->id, INDICATOR);
  const JlFigure *second = jl_figures_find (user_data, other->id, INDICATOR);
  int             rank = first && first->rank > 0 ? first->rank : G_MAXINT;
  int             other_rank = second && second->rank > 0 ? second->rank : G_MAXINT;

  if (rank != other_rank)
    return rank < other_rank ? -1 : 1;
  return one->place_order - other->place_order;
}

static GPtrArray *
units_of (const JlFigures *figures, const char *grp)
{
  GPtrArray *units = g_ptr_array_new ();

  for (guint i = 0; i < jl_figures_n_units (figures); i++)
    {
      const JlUnit *unit = jl_figures_unit (figures, i);

      if (g_strcmp0 (unit->grp, grp) == 0)
        g_ptr_array_add (units, (gpointer) unit);
    }
  return units;
}

JlChart *
jl_overview_ranking_new (const JlFigures *figures, const char *grp)
{
  g_autoptr (GPtrArray) units = units_of (figures, grp);
  JlChart *chart = jl_chart_new (JL_CHART_RANKING);

  set_words (chart, _ ("Ranking by share"));
  set_limit (chart, figures);
  g_ptr_array_sort_with_data (units, compare_ranks, (gpointer) figures);
  for (guint i = 0; i < units->len; i++)
    {
      const JlUnit *unit = g_ptr_array_index (units, i);

      add_unit (chart, figures, unit, unit->short_name, FALSE);
    }
  set_summary (chart);
  return chart;
}

guint
jl_overview_count (const JlFigures *figures, const char *grp)
{
  g_autoptr (GPtrArray) units = units_of (figures, grp);

  return units->len;
}

/* The texts of an array that is read element by element; "" and NULL of the server are both no
 * number. */
static gboolean
parse_element (char **texts, guint i, gint64 *value)
{
  return texts[i] && g_ascii_string_to_signed (texts[i], 10, G_MININT64, G_MAXINT64, value, NULL);
}

static void
add_year (JlChart *chart, int year, gboolean known, gint64 num, gboolean has_den, gint64 den)
{
  g_autofree char *label = jl_season_name (year);
  g_autofree char *text = NULL;
  JlDatum          datum = {
             .key = year, .label = label, .state = JL_STATE_MISSING, .value = NAN, .group_value = NAN
  };

  if (known && has_den && den > 0)
    {
      text = jl_format_share (num, den, -1);
      datum.value = 100.0 * (double) num / (double) den;
    }
  else if (known && !has_den)
    {
      text = jl_format_count (num, JL_NUMBER_SCREEN);
      datum.value = (double) num;
    }
  if (text)
    datum.state = JL_STATE_VALUE;
  datum.value_text = text;
  jl_chart_add (chart, &datum);
}

JlChart *
jl_overview_spark_new (const JlResult *province, guint row)
{
  g_auto (GStrv) years = jl_result_array (province, row, "trend_years");
  g_auto (GStrv) nums = jl_result_array (province, row, "trend_num");
  g_auto (GStrv) dens = jl_result_array (province, row, "trend_den");
  guint    n = MIN (g_strv_length (years), g_strv_length (nums));
  JlChart *chart;

  if (n == 0)
    return NULL;
  chart = jl_chart_new (JL_CHART_SPARK);
  jl_chart_set_title (chart, jl_indicator_word (jl_result_text (province, row, "figure")));
  jl_chart_set_columns (chart, _ ("Season"), _ ("Value"), NULL);
  for (guint i = 0; i < n; i++)
    {
      gint64   year = 0, num = 0, den = 0;
      gboolean known = parse_element (nums, i, &num);
      gboolean has_den = i < g_strv_length (dens) && parse_element (dens, i, &den);

      parse_element (years, i, &year);
      add_year (chart, (int) year, known, num, has_den, den);
    }
  return chart;
}
