/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The pages' loads that need no more than their pipeline. */

#include "jl-store.h"

#include "jl-store-private.h"

gboolean
jl_store_read (JlSession *session, const JlStep *steps, guint n, JlResult **results, GError **error)
{
  if (!jl_session_begin (session, JL_TRANSACTION_READ, error))
    return FALSE;
  if (!jl_session_pipeline (session, steps, n, results, error))
    {
      jl_session_rollback (session);
      return FALSE;
    }
  if (jl_session_commit (session, error))
    return TRUE;
  for (guint i = 0; i < n; i++)
    jl_result_unref (results[i]);
  return FALSE;
}

static const JlStatement units = { "units", "select * from jl_api.units($1::int)", 1 };
static const JlStatement figures = { "figures", "select * from jl_api.figures($1::int)", 1 };
static const JlStatement province = { "province", "select * from jl_api.province_figures($1::int)", 1 };
static const JlStatement trend = { "trend", "select * from jl_api.trend($1::int, 'metered_share')", 1 };
static const JlStatement published = { "published", "select * from jl_api.published($1::int)", 1 };
static const JlStatement awards = { "awards-now", "select * from jl_api.awards_now($1::int, $2::int)", 2 };
static const JlStatement leaves = { "leaves", "select * from jl_api.leaves($1::int, $2::int)", 2 };
static const JlStatement findings = { "finding-sums", "select * from jl_api.finding_sums($1::int)", 1 };
static const JlStatement grave = { "finding-attention", "select * from jl_api.finding_attention (30)", 0 };
static const JlStatement why = { "why", "select * from jl_api.why($1::int, $2::text, $3::int)", 3 };

static JlFigures *
take_figures (JlResult *unit_rows, JlResult *figure_rows)
{
  JlFigures *self = jl_figures_new (unit_rows, figure_rows);

  jl_result_unref (unit_rows);
  jl_result_unref (figure_rows);
  return self;
}

/**
 * jl_overview_load:
 * @session: a session
 * @year: construction year and season
 * @error: return location
 *
 * Returns: (transfer full): what 全省概况 shows, or %NULL
 */
JlOverview *
jl_overview_load (JlSession *session, int year, GError **error)
{
  g_autofree char  *year_text = g_strdup_printf ("%d", year);
  const char *const params[] = { year_text };
  const JlStep      steps[] = { { &units, params }, { &figures, params }, { &province, params }, { &grave, NULL } };
  JlResult         *results[G_N_ELEMENTS (steps)];
  JlOverview       *self;

  if (!jl_store_read (session, steps, G_N_ELEMENTS (steps), results, error))
    return NULL;
  self = g_new0 (JlOverview, 1);
  self->year = year;
  self->attention = jl_result_ref (results[1]);
  self->figures = take_figures (results[0], results[1]);
  self->province = results[2];
  self->findings = results[3];
  return self;
}

void
jl_overview_free (JlOverview *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->figures, jl_figures_free);
  g_clear_pointer (&self->province, jl_result_unref);
  g_clear_pointer (&self->attention, jl_result_unref);
  g_clear_pointer (&self->findings, jl_result_unref);
  g_free (self);
}

/**
 * jl_city_load:
 * @session: a session
 * @year: construction year and season
 * @unit_id: an assessed unit
 * @error: return location
 *
 * Returns: (transfer full): what 地区概况 shows, or %NULL
 */
JlCity *
jl_city_load (JlSession *session, int year, int unit_id, GError **error)
{
  g_autofree char  *year_text = g_strdup_printf ("%d", year);
  g_autofree char  *unit_text = g_strdup_printf ("%d", unit_id);
  const char *const by_year[] = { year_text };
  const char *const by_unit[] = { unit_text };
  const char *const by_both[] = { year_text, unit_text };
  const char *const by_place[] = { unit_text, year_text };
  const JlStep      steps[] = {
         { &units, by_year },
         { &figures, by_year },
         { &trend, by_unit },
         { &published, by_unit },
         { &awards, by_both },
         { &leaves, by_place },
         { &findings, by_unit },
  };
  JlResult *results[G_N_ELEMENTS (steps)];
  JlCity   *self;

  if (!jl_store_read (session, steps, G_N_ELEMENTS (steps), results, error))
    return NULL;
  self = g_new0 (JlCity, 1);
  self->year = year;
  self->unit_id = unit_id;
  self->figures = take_figures (results[0], results[1]);
  self->trend = results[2];
  self->published = results[3];
  self->awards = results[4];
  self->leaves = results[5];
  self->findings = results[6];
  return self;
}

void
jl_city_free (JlCity *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->figures, jl_figures_free);
  g_clear_pointer (&self->trend, jl_result_unref);
  g_clear_pointer (&self->published, jl_result_unref);
  g_clear_pointer (&self->awards, jl_result_unref);
  g_clear_pointer (&self->leaves, jl_result_unref);
  g_clear_pointer (&self->findings, jl_result_unref);
  g_free (self);
}

/**
 * jl_clause_figures_load:
 * @session: a session
 * @year: construction year and season
 * @unit_id: an assessed unit; 0: the province
 * @error: return location
 *
 * Returns: (transfer full): the figures of every clause in the order of the clauses, or %NULL
 */
JlResult *
jl_clause_figures_load (JlSession *session, int year, int unit_id, GError **error)
{
  static const JlStatement statement = {
    "clause-figures",
    "select f.* from jl_api.clause_figures ($1) f"
    " where f.unit_id = $2 or $2 = 0 and f.unit_id not in (select u.unit_id from jl_api.units ($1) u)"
    " order by f.place_order",
    2
  };
  g_autofree char  *year_text = g_strdup_printf ("%d", year);
  g_autofree char  *unit_text = g_strdup_printf ("%d", unit_id);
  const char *const params[] = { year_text, unit_text };

  return jl_session_query (session, &statement, params, error);
}

/**
 * jl_clause_why_load:
 * @session: a session
 * @year: construction year and season
 * @unit_id: an assessed unit; 0: the province
 * @indicator: the code of a figure
 * @error: return location
 *
 * Returns: (transfer full): one row with parts, basis, clause, limit, register and count of records, or %NULL
 */
JlResult *
jl_clause_why_load (JlSession *session, int year, int unit_id, const char *indicator, GError **error)
{
  static const JlStatement statement = {
    "clause-why",
    "select w.* from jl_api.clause_why (case when $1::int > 0 then $1::int else"
    " (select v.unit_id from jl.unit_version v where v.type = 'province' limit 1) end, $2, $3::int) w",
    3
  };
  g_autofree char  *year_text = g_strdup_printf ("%d", year);
  g_autofree char  *unit_text = g_strdup_printf ("%d", unit_id);
  const char *const params[] = { unit_text, indicator, year_text };

  return jl_session_query (session, &statement, params, error);
}

/**
 * jl_places_load:
 * @session: a session
 * @year: construction year and season
 * @unit_id: the assessed unit whose leaves are wanted; 0: all leaves
 * @error: return location
 *
 * Returns: (transfer full): the places that a list of that year may be narrowed to, or %NULL
 */
JlPlaces *
jl_places_load (JlSession *session, int year, int unit_id, GError **error)
{
  g_autofree char  *year_text = g_strdup_printf ("%d", year);
  g_autofree char  *unit_text = unit_id > 0 ? g_strdup_printf ("%d", unit_id) : NULL;
  const char *const by_year[] = { year_text };
  const char *const by_place[] = { unit_text, year_text };
  const JlStep      steps[] = { { &units, by_year }, { &leaves, by_place } };
  JlResult         *results[G_N_ELEMENTS (steps)];
  JlPlaces         *self;

  if (!jl_store_read (session, steps, G_N_ELEMENTS (steps), results, error))
    return NULL;
  self = g_new0 (JlPlaces, 1);
  self->units = results[0];
  self->leaves = results[1];
  return self;
}

void
jl_places_free (JlPlaces *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->units, jl_result_unref);
  g_clear_pointer (&self->leaves, jl_result_unref);
  g_free (self);
}

/**
 * jl_why_load:
 * @session: a session
 * @year: construction year and season
 * @unit_id: an assessed unit
 * @indicator: an indicator's code
 * @error: return location
 *
 * Returns: (transfer full): one row with numerator, denominator, rule, clause and count of records behind the figure
 */
JlResult *
jl_why_load (JlSession *session, int year, int unit_id, const char *indicator, GError **error)
{
  g_autofree char  *year_text = g_strdup_printf ("%d", year);
  g_autofree char  *unit_text = g_strdup_printf ("%d", unit_id);
  const char *const params[] = { unit_text, indicator, year_text };

  return jl_session_query (session, &why, params, error);
}
