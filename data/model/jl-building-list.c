/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The building ledger as a list. Filters are whole numbers and fixed words, so they stand in the SQL; what a person typed
 * is the one parameter. Missing values come last in either direction. */

#include "jl-building-list.h"

const char *const jl_building_columns[] = {
  "code",
  "name",
  "unit_name",
  "use",
  "energy",
  "heated_dm2",
  "res_heated_dm2",
  "metered_dm2",
  "billing",
  "fit",
  "metered_on",
  "completed_on",
  "accepted_on",
  "heat_100kj",
  NULL,
};

static void
append_number (GString *where, const char *column, int value)
{
  if (value >= 0)
    g_string_append_printf (where, " and %s = %d", column, value);
}

static void
append_place (GString *where, const JlBuildingFilter *filter)
{
  if (filter->leaf_id > 0)
    g_string_append_printf (where, " and unit_id = %d", filter->leaf_id);
  else if (filter->unit_id > 0)
    g_string_append_printf (where, " and unit_id = any (array (select l.unit_id from jl_api.leaves (%d, %d) l))",
                            filter->unit_id, filter->year);
}

static void
append_fitness (GString *where, const char *fit)
{
  static const char *const words[] = { "yes", "no", "undecided", NULL };

  if (fit != NULL && g_strv_contains (words, fit))
    g_string_append_printf (where, " and fit = '%s'", fit);
}

/* The records that a figure counts, in the words of the sums (data/sql/define/10-sums.sql). */
#define IN_YEAR(day) day " between make_date (year, 1, 1) and make_date (year, 12, 31)"
#define BY_YEAR(day) day " <= make_date (year, 12, 31)"

static const struct
{
  const char *figure;
  const char *where;
} behind_figures[] = {
  { "metered_area", "metered_dm2 > 0" },
  { "fitted_unbilled", "fitted and not missing and metered_dm2 + other_metered_dm2 < heated_dm2" },
  { "billed_of_fitted", "fitted and not missing" },
  { "public_billed", "fitted and not missing and use in (2, 3, 4)" },
  { "new_fitted", IN_YEAR ("completed_on") },
  { "office_done", "use = 2 and " BY_YEAR ("accepted_on") },
  { "public_done", "use in (3, 4) and " BY_YEAR ("accepted_on") },
  { "existing_year", "use in (1, 5) and energy >= 50 and " IN_YEAR ("accepted_on") },
  { "existing_done", "use in (1, 5) and energy >= 50 and " BY_YEAR ("accepted_on") },
  { "nonsaving_year", "use in (1, 5) and energy < 50 and " IN_YEAR ("accepted_on") },
  { "retrofit_sync", "use in (1, 5) and " IN_YEAR ("energy_retrofit_on") },
};

static const char *
find_behind (const char *behind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (behind_figures); i++)
    if (g_strcmp0 (behind_figures[i].figure, behind) == 0)
      return behind_figures[i].where;
  return NULL;
}

gboolean
jl_building_can_narrow (const char *behind)
{
  return find_behind (behind) != NULL;
}

static gboolean
has_text (const JlBuildingFilter *filter)
{
  return filter->text != NULL && *filter->text != '\0';
}

static char *
where_clause (const JlBuildingFilter *filter)
{
  GString *where = g_string_new (NULL);

  g_string_append_printf (where, "where year = %d", filter->year);
  append_place (where, filter);
  append_number (where, "use", filter->use);
  append_number (where, "energy", filter->energy);
  if (filter->billing == 0)
    g_string_append (where, " and billing is null");
  else
    append_number (where, "billing", filter->billing);
  append_fitness (where, filter->fit);
  if (jl_building_can_narrow (filter->behind))
    g_string_append_printf (where, " and %s", find_behind (filter->behind));
  if (filter->missing_only)
    g_string_append (where, " and missing");
  if (has_text (filter))
    g_string_append (where, " and (position ($1 in name) > 0 or starts_with (code, $1))");
  return g_string_free (where, FALSE);
}

static char *
order_clause (const JlBuildingFilter *filter)
{
  const char *direction = filter->descending ? "desc" : "asc";

  if (filter->order == NULL || !g_strv_contains (jl_building_columns, filter->order) || g_str_equal (filter->order, "code"))
    return g_strdup_printf ("order by unit_id %s, code %s", direction, direction);
  return g_strdup_printf ("order by %s %s nulls last, code", filter->order, direction);
}

/**
 * jl_building_query_new:
 * @filter: which buildings in which order
 *
 * Returns: (transfer full): the three statements of a lazy list
 */
JlRowsQuery *
jl_building_query_new (const JlBuildingFilter *filter)
{
  g_autofree char *where = where_clause (filter);
  g_autofree char *order = order_clause (filter);
  guint            n = has_text (filter) ? 1 : 0;
  JlRowsQuery     *query = g_new0 (JlRowsQuery, 1);

  query->n_params = n;
  query->params = g_new0 (char *, n + 1);
  if (n > 0)
    query->params[0] = g_strdup (filter->text);
  query->first_sql = g_strdup_printf ("select building_id as id, b.* from jl_api.ledger_list b %s %s limit $%u::int",
                                      where, order, n + 1);
  query->ids_sql = g_strdup_printf ("select building_id from jl_api.ledger_list b %s %s", where, order);
  query->page_sql = g_strdup_printf ("select building_id as id, b.* from jl_api.ledger_list b where year = %d%s"
                                     " and building_id = any ($%u::int[])",
                                     filter->year, n > 0 ? " and $1::text is not null" : "", n + 1);
  return query;
}

/**
 * jl_building_sums_load:
 * @session: a session
 * @filter: which buildings
 * @error: return location
 *
 * Returns: (transfer full): one row: n, missing_n, heated, res_heated, metered (dm², int8) of the filtered set
 */
JlResult *
jl_building_sums_load (JlSession *session, const JlBuildingFilter *filter, GError **error)
{
  g_autofree char  *where = where_clause (filter);
  g_autofree char  *sql = g_strdup_printf ("select count (*) as n, count (*) filter (where missing) as missing_n,"
                                            " sum (heated_dm2)::bigint as heated, sum (res_heated_dm2)::bigint as res_heated,"
                                            " sum (metered_dm2)::bigint as metered"
                                            " from jl_api.ledger_list %s",
                                           where);
  const char *const params[] = { filter->text };

  return jl_session_query_text (session, sql, has_text (filter) ? 1 : 0, params, error);
}

static const JlStatement building = { "building", "select * from jl_api.building($1::int)", 1 };
static const JlStatement history = { "building-history", "select * from jl_api.building_history($1::int)", 1 };

static JlResult *
query_by_id (JlSession *session, const JlStatement *statement, int building_id, GError **error)
{
  g_autofree char  *id = g_strdup_printf ("%d", building_id);
  const char *const params[] = { id };

  return jl_session_query (session, statement, params, error);
}

/* One record of the ledger; no row when it is not there or not this official's. (transfer full) */
JlResult *
jl_building_load (JlSession *session, int building_id, GError **error)
{
  return query_by_id (session, &building, building_id, error);
}

/* 变更记录 of a building, newest first. (transfer full) */
JlResult *
jl_building_history_load (JlSession *session, int building_id, GError **error)
{
  return query_by_id (session, &history, building_id, error);
}
