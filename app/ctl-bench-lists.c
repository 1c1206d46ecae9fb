/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The lists' part of the bench: of registers large and small, as the window reads them. */

#include "ctl-bench.h"

#include "jl-register-filter.h"
#include "jl-rows-private.h"

#define LIST_TURNS 11

static gboolean
first_page_job (JlSession *session, gpointer data, GError **error)
{
  JlRowsAsk *ask = jl_rows_ask_first (data, JL_ROWS_PAGE);
  g_autoptr (JlResult) rows = jl_rows_work_answer (session, ask, error);

  jl_rows_ask_free (ask);
  return rows != NULL;
}

static GArray *
ids_of (JlSession *session, const JlRowsQuery *query, GError **error)
{
  JlRowsAsk *ask = jl_rows_ask_ids (query);
  GArray    *ids = jl_rows_work_ids (session, ask, error);

  jl_rows_ask_free (ask);
  return ids;
}

static gboolean
ids_job (JlSession *session, gpointer data, GError **error)
{
  g_autoptr (GArray) ids = ids_of (session, data, error);

  return ids != NULL;
}

/* A page in the middle of the list. */
typedef struct
{
  const JlRowsQuery *query;
  const GArray      *ids; /* of the whole list */
} Page;

static gboolean
any_page_job (JlSession *session, gpointer data, GError **error)
{
  const Page   *page = data;
  const gint64 *all = (const gint64 *) page->ids->data;
  guint         from = page->ids->len / 2;
  JlRowsAsk    *ask = jl_rows_ask_page (page->query, all + from, MIN (JL_ROWS_PAGE, page->ids->len - from));
  g_autoptr (JlResult) rows = jl_rows_work_answer (session, ask, error);

  jl_rows_ask_free (ask);
  return rows != NULL;
}

/* The unit with most buildings: Changchun. */
static int
largest_unit (JlSession *session, int year, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("select unit_id from jl_api.units (%d) where code = '220100'", year);
  g_autoptr (JlResult) result = jl_session_query_text (session, sql, 0, NULL, error);

  return result != NULL && jl_result_n_rows (result) == 1 ? (int) jl_result_int (result, 0, "unit_id", 0) : 0;
}

/**
 * ListCase: a list that is measured
 * @reg: its register
 * @name: as it is printed
 * @whole: the province instead of 长春市
 * @order: (nullable): a field to sort by, the greatest first
 * @behind: (nullable): the records of a figure
 * @text: (nullable): what is searched for
 * @ids_goal: milliseconds for the sorted ids; 0: none
 */
typedef struct
{
  const char *reg;
  const char *name;
  gboolean    whole;
  const char *order;
  const char *behind;
  const char *text;
  double      ids_goal;
} ListCase;

static JlRowsQuery *
list_query (int year, int unit_id, const ListCase *list)
{
  g_autoptr (JlRegisterFilter) filter = jl_register_filter_new (jl_register_find (list->reg));

  jl_register_filter_set_year (filter, year);
  jl_register_filter_set_unit (filter, list->whole ? 0 : unit_id);
  jl_register_filter_set_order (filter, list->order, list->order != NULL);
  jl_register_filter_set_behind (filter, list->behind);
  jl_register_filter_set_text (filter, list->text);
  return jl_register_filter_query (filter);
}

static gboolean
bench_list (JlSession *user, int year, int unit_id, const ListCase *list, GError **error)
{
  JlRowsQuery *query = list_query (year, unit_id, list);
  g_autoptr (GArray) ids = ids_of (user, query, error);
  Page         page = { query, ids };
  BenchTimed   jobs[] = { bench_timed (user, first_page_job, query), bench_timed (user, ids_job, query),
                          bench_timed (user, any_page_job, &page) };
  const char  *what[] = { "first page", "sorted ids", "any page" };
  const double goals[] = { list->order == NULL && list->text == NULL ? 20 : 0, list->ids_goal, 5 };
  gboolean     done = ids != NULL && bench_time (jobs, G_N_ELEMENTS (jobs), LIST_TURNS, error);

  for (guint i = 0; done && i < G_N_ELEMENTS (jobs); i++)
    {
      g_autofree char *line = g_strdup_printf ("%s, %s: %s", list->reg, list->name, what[i]);

      bench_report (line, jobs[i].ms, "ms", goals[i]);
    }
  jl_rows_query_free (query);
  return done;
}

gboolean
bench_lists (JlSession *user, int year, GError **error)
{
  static const ListCase lists[] = {
    { "building_season", "220100", .ids_goal = 70 },
    { "building_season", "220100 by area", .order = "heated_dm2", .ids_goal = 70 },
    { "building_season", "220100 fitted but not billed", .behind = "fitted_unbilled", .ids_goal = 70 },
    { "building_season", "province", .whole = TRUE, .ids_goal = 1500 },
    { "building_season", "province by area", .whole = TRUE, .order = "heated_dm2", .ids_goal = 1500 },
    { "building", "220100", .ids_goal = 70 },
    { "building", "province by area", .whole = TRUE, .order = "floor_dm2", .ids_goal = 1500 },
    { "building", "province, 花园", .whole = TRUE, .text = "花园", .ids_goal = 1500 },
    { "household_account", "220100", .ids_goal = 70 },
    { "household_account", "province", .whole = TRUE, .ids_goal = 1500 },
    { "household_account", "province by fee", .whole = TRUE, .order = "fee_fen", .ids_goal = 1500 },
    { "meter_batch", "220100", .ids_goal = 70 },
    { "verification", "province", .whole = TRUE, .ids_goal = 1500 },
    { "new_project", "province", .whole = TRUE, .ids_goal = 1500 },
  };
  int changchun = largest_unit (user, year, error);

  if (changchun == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!bench_list (user, year, changchun, &lists[i], error))
      return FALSE;
  return TRUE;
}
