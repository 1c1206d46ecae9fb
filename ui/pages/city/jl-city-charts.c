/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The two charts of a unit. Ranks are the database's; here units are only put in their order. */

#include "jl-city-charts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "jl-quantity.h"

#define SHARE "metered_share"
#define TREND_YEARS 10

static const JlFigure *
own_share (const JlCity *city)
{
  return jl_figures_find (city->figures, city->unit_id, SHARE);
}

/* A unit of the group with its figure. */
typedef struct
{
  const JlUnit   *unit;
  const JlFigure *figure; /* (nullable) */
} Member;

static int
rank_of (const Member *member)
{
  return member->figure && member->figure->rank > 0 ? member->figure->rank : G_MAXINT;
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
  const Member *x = a;
  const Member *y = b;

  if (rank_of (x) != rank_of (y))
    return rank_of (x) < rank_of (y) ? -1 : 1;
  return x->unit->place_order - y->unit->place_order;
}

/* The unit's group by rank, those without one last. */
static GArray *
members_of (const JlCity *city)
{
  const JlUnit *own = jl_figures_find_unit (city->figures, city->unit_id);
  GArray       *members = g_array_new (FALSE, FALSE, sizeof (Member));

  for (guint i = 0; i < jl_figures_n_units (city->figures); i++)
    {
      const JlUnit *unit = jl_figures_unit (city->figures, i);
      Member        member = { unit, jl_figures_find (city->figures, unit->id, SHARE) };

      if (g_strcmp0 (unit->grp, own->grp) == 0)
        g_array_append_val (members, member);
    }
  g_array_sort (members, compare_members);
  return members;
}

static void
set_limit (JlChart *chart, const JlFigure *figure)
{
  g_autofree char *text = NULL;

  if (figure == NULL || figure->threshold < 0)
    return;
  text = g_strdup_printf ("%d%%", figure->threshold);
  jl_chart_set_threshold (chart, figure->threshold, text);
}

/* For drawing only. */
static double
percent (gint64 num, gint64 den)
{
  return den > 0 ? 100.0 * (double) num / (double) den : NAN;
}

static double
group_percent (JlResult *trend, guint i)
{
  return percent (jl_result_int (trend, i, "group_num", 0), jl_result_int (trend, i, "group_den", 0));
}

/* For the table and the reader: what the peers' line shows. */
static char *
group_text (JlResult *trend, guint i)
{
  gint64 den = jl_result_int (trend, i, "group_den", 0);

  return den > 0 ? jl_format_share (jl_result_int (trend, i, "group_num", 0), den, -1) : NULL;
}

/* The exact test, not the drawn position. */
static gboolean
passes (JlState state, gint64 num, gint64 den, int threshold)
{
  return state == JL_STATE_VALUE && den > 0 && threshold >= 0 && jl_share_compare (num, den, threshold) >= 0;
}

static void
add_year (JlChart *chart, JlResult *trend, guint i, int threshold, gboolean alone)
{
  int              year = (int) jl_result_int (trend, i, "year", 0);
  JlState          state = jl_state_from_code (jl_result_text (trend, i, "state"));
  gint64           num = jl_result_int (trend, i, "numerator", 0);
  gint64           den = jl_result_int (trend, i, "denominator", 0);
  g_autofree char *label = g_strdup_printf ("%d", year);
  g_autofree char *group = alone ? NULL : group_text (trend, i);
  g_autofree char *text = NULL;

  if (state == JL_STATE_VALUE && den > 0)
    text = jl_format_share (num, den, threshold);
  else
    text = g_strdup (jl_state_word (state));
  jl_chart_add (chart, &(JlDatum){
                           .key = year,
                           .label = label,
                           .value_text = text,
                           .change_text = group,
                           .state = state,
                           .passes = passes (state, num, den, threshold),
                           .own = TRUE,
                           .value = percent (num, den),
                           .group_value = group_percent (trend, i),
                       });
}

static char *
trend_summary (const JlCity *city)
{
  const JlUnit    *unit = jl_figures_find_unit (city->figures, city->unit_id);
  const JlFigure  *figure = own_share (city);
  g_autofree char *share = figure ? jl_figure_text (figure) : g_strdup ("—");
  g_autofree char *change = figure ? jl_figure_change_text (figure) : NULL;

  if (change)
    /* Translators: for the screen reader: unit, its share in percent, change in percentage points */
    return g_strdup_printf (_ ("%s: %s%% this season, %s points on the season before."), unit->name, share, change);
  return g_strdup_printf (_ ("%s: %s this season."), unit->name, share);
}

/* A unit listed separately is its own group: its average says nothing. */
static gboolean
is_alone (const JlCity *city)
{
  g_autoptr (GArray) members = members_of (city);

  return members->len < 2;
}

/* Ten years up to the one that is looked at: a page of 2012 knows nothing of 2013. */
static gboolean
is_in_trend (const JlCity *city, int year)
{
  return year <= city->year && year > city->year - TREND_YEARS;
}

JlChart *
jl_city_trend_chart (const JlCity *city)
{
  const JlFigure  *figure = own_share (city);
  JlChart         *chart = jl_chart_new (JL_CHART_TREND);
  g_autofree char *summary = trend_summary (city);
  gboolean         alone = is_alone (city);

  jl_chart_set_title (chart, _ ("Ten-year trend"));
  jl_chart_set_summary (chart, summary);
  jl_chart_set_columns (chart, _ ("Season"), _ ("Share (%)"), _ ("Group average"));
  if (!alone)
    jl_chart_set_group_label (chart, _ ("Group average"));
  jl_chart_set_range (chart, 30);
  set_limit (chart, figure);
  for (guint i = 0; i < jl_result_n_rows (city->trend); i++)
    {
      if (is_in_trend (city, (int) jl_result_int (city->trend, i, "year", 0)))
        add_year (chart, city->trend, i, figure ? figure->threshold : -1, alone);
    }
  return chart;
}

static void
add_member (JlChart *chart, const Member *member, int own_id)
{
  const JlFigure  *figure = member->figure;
  g_autofree char *text = figure ? jl_figure_text (figure) : g_strdup ("—");
  g_autofree char *change = figure ? jl_figure_change_text (figure) : NULL;

  jl_chart_add (chart, &(JlDatum){
                           .key = member->unit->id,
                           .label = member->unit->short_name,
                           .value_text = text,
                           .change_text = change,
                           .state = figure ? figure->state : JL_STATE_MISSING,
                           .passes = figure && jl_figure_passes (figure),
                           .unjudged = figure && jl_figure_is_unjudged (figure),
                           .own = member->unit->id == own_id,
                           .value = figure ? jl_figure_position (figure) : NAN,
                           .group_value = NAN,
                       });
}

JlChart *
jl_city_group_chart (const JlCity *city)
{
  g_autoptr (GArray) members = members_of (city);
  g_autofree char *summary = jl_city_rank_text (city);
  JlChart         *chart = jl_chart_new (JL_CHART_RANKING);

  jl_chart_set_title (chart, _ ("Place in the group"));
  jl_chart_set_summary (chart, summary);
  jl_chart_set_columns (chart, _ ("Assessed unit"), _ ("Share (%)"), _ ("Change"));
  jl_chart_set_range (chart, 30);
  set_limit (chart, own_share (city));
  for (guint i = 0; i < members->len; i++)
    add_member (chart, &g_array_index (members, Member, i), city->unit_id);
  return chart;
}

char *
jl_city_rank_text (const JlCity *city)
{
  const JlUnit   *unit = jl_figures_find_unit (city->figures, city->unit_id);
  const JlFigure *figure = own_share (city);

  if (figure == NULL || figure->rank == 0)
    return g_strdup (jl_group_word (unit->grp));
  /* Translators: rank, number of ranked units, name of the group */
  return g_strdup_printf (_ ("no. %d of %d, %s"), figure->rank, figure->rank_of, jl_group_word (unit->grp));
}

double
jl_city_rank_position (const JlCity *city)
{
  g_autoptr (GArray) members = members_of (city);

  for (guint i = 0; i < members->len; i++)
    {
      if (g_array_index (members, Member, i).unit->id == city->unit_id)
        return (i + 0.5) / members->len;
    }
  return 0;
}
