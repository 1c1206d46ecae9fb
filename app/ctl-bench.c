/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* jiliangctl bench: how dear each promise of speed is, as ratios to a plain job of the same size in the same run. Medians of
 * warm turns, in which the jobs that are compared take one another's place; every line names its goal. The databases are practice
 * ones and are kept for the next run. */

#include "ctl-bench.h"
#include "ctl.h"

#include "jl-practice.h"
#include "jl-private-server.h"
#include "jl-reach.h"
#include "jl-register-filter.h"
#include "jl-store.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#define TURNS 41
#define LIST_TURNS 11
#define FIRST_YEAR 2010

typedef struct
{
  int         buildings;
  int         last_year;
  const char *database;
  double      fill_s; /* making the practice data; 0: they were there */
  JlSession  *owner;
  JlSession  *user;
} Size;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* One run of a job in milliseconds, or −1 with error set. */
static double
run_once (const BenchTimed *what, GError **error)
{
  gint64 start;
  double ms;

  if (what->prepare != NULL && !what->prepare (what->session, what->data, error))
    return -1;
  start = g_get_monotonic_time ();
  if (!what->job (what->session, what->data, error))
    return -1;
  ms = (double) (g_get_monotonic_time () - start) / 1000.0;
  if (what->finish != NULL && !what->finish (what->session, what->data, error))
    return -1;
  return ms;
}

gboolean
bench_time (BenchTimed *jobs, guint n_jobs, guint turns, GError **error)
{
  g_autofree double *times = g_new (double, n_jobs *turns);

  for (guint turn = 0; turn <= turns; turn++)
    for (guint i = 0; i < n_jobs; i++)
      {
        double ms = run_once (&jobs[i], error);

        if (ms < 0)
          return FALSE;
        if (turn > 0)
          times[i * turns + turn - 1] = ms;
      }
  for (guint i = 0; i < n_jobs; i++)
    {
      qsort (times + i * turns, turns, sizeof *times, compare_doubles);
      jobs[i].ms = times[i * turns + turns / 2];
    }
  return TRUE;
}

void
bench_report (const char *what, double value, const char *unit, double goal)
{
  g_print ("  %s%*s %9.2f %-3s", what, (int) MAX (0, 66 - g_utf8_strlen (what, -1)), "", value, unit);
  if (goal > 0)
    g_print ("  goal ≤ %-6g %s", goal, value <= goal ? "met" : "MISSED");
  g_print ("\n");
}

static gboolean
query_job (JlSession *session, gpointer data, GError **error)
{
  g_autoptr (JlResult) result = jl_session_query (session, data, NULL, error);

  return result != NULL;
}

static gboolean
overview_job (JlSession *session, gpointer data, GError **error)
{
  JlOverview *overview = jl_overview_load (session, GPOINTER_TO_INT (data), error);

  jl_overview_free (overview);
  return overview != NULL;
}

/* Ready-made tables with exactly the rows that the functions answer, under the row security that every table has here. */
static gboolean
make_ready (JlSession *superuser, int year, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "drop schema if exists ready cascade;"
      "create schema ready;"
      "create table ready.units as select * from jl_api.units (%d);"
      "create table ready.figures as select * from jl_api.figures (%d);"
      "create table ready.province as select * from jl_api.province_figures (%d);"
      "create table ready.attention as select * from jl_api.attention (%d);"
      "create table ready.clauses as select * from jl_api.clause_figures (%d);"
      "create table ready.one as select * from jl_api.indicator (%d, 'metered_share');"
      "grant usage on schema ready to public;"
      "grant select on all tables in schema ready to public;"
      "do $$ declare t name; begin"
      " for t in select tablename from pg_tables where schemaname = 'ready' loop"
      "  execute format ('alter table ready.%%I enable row level security', t);"
      "  execute format ('create policy read_all on ready.%%I for select using ((select jl.my_duty ()) is not null)', t);"
      " end loop; end $$;"
      "analyze",
      year, year, year, year, year, year);

  return jl_session_run_script (superuser, sql, error);
}

static gboolean
ready_overview_job (JlSession *session, gpointer data, GError **error)
{
  static const JlStatement tables[] = {
    { "ready-units", "select * from ready.units", 0 },
    { "ready-figures", "select * from ready.figures", 0 },
    { "ready-province", "select * from ready.province", 0 },
    { "ready-attention", "select * from ready.attention", 0 },
  };
  const JlStep steps[] = { { &tables[0] }, { &tables[1] }, { &tables[2] }, { &tables[3] } };
  JlResult    *results[G_N_ELEMENTS (steps)];
  JlFigures   *figures;

  if (!jl_session_begin (session, JL_TRANSACTION_READ, error) ||
      !jl_session_pipeline (session, steps, G_N_ELEMENTS (steps), results, error) || !jl_session_commit (session, error))
    return FALSE;
  figures = jl_figures_new (results[0], results[1]);
  jl_figures_free (figures);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    jl_result_unref (results[i]);
  return TRUE;
}

#define N_INDICATORS 11

static BenchTimed
timed (JlSession *session, BenchJob job, gpointer data)
{
  return (BenchTimed){ session, NULL, job, NULL, data, 0 };
}

/* Each of the eleven indicators, the share of the 25 % first, against the same ready-made rows. */
static gboolean
bench_indicators (const Size *size, GError **error)
{
  static const char *const codes[N_INDICATORS] = { "metered_share", "billed_of_fitted", "price_policy", "new_fitted",
                                                   "office_done", "public_done", "public_billed", "existing_year",
                                                   "existing_done", "nonsaving_year", "retrofit_sync" };
  JlStatement              ready_one = { "ready-one", "select * from ready.one", 0 };
  char                    *sql[N_INDICATORS];
  JlStatement              statements[N_INDICATORS];
  BenchTimed               jobs[1 + N_INDICATORS] = { timed (size->user, query_job, &ready_one) };
  double                   dearest = 0;
  gboolean                 done;

  for (guint i = 0; i < N_INDICATORS; i++)
    {
      sql[i] = g_strdup_printf ("select * from jl_api.indicator (%d, '%s')", size->last_year, codes[i]);
      statements[i] = (JlStatement){ codes[i], sql[i], 0 };
      jobs[1 + i] = timed (size->user, query_job, &statements[i]);
    }
  done = bench_time (jobs, G_N_ELEMENTS (jobs), TURNS, error);
  for (guint i = 0; i < N_INDICATORS; i++)
    {
      dearest = MAX (dearest, jobs[1 + i].ms);
      g_free (sql[i]);
    }
  if (!done)
    return FALSE;
  bench_report ("ready-made rows of one indicator", jobs[0].ms, "ms", 0);
  bench_report ("the share of the 25 %, all units ÷ ready-made rows", jobs[1].ms / jobs[0].ms, "×", 5);
  bench_report ("the dearest of the eleven indicators ÷ ready-made rows", dearest / jobs[0].ms, "×", 5);
  return TRUE;
}

static gboolean
bench_overview (const Size *size, GError **error)
{
  BenchTimed jobs[] = { timed (size->user, ready_overview_job, NULL),
                        timed (size->user, overview_job, GINT_TO_POINTER (size->last_year)) };

  if (!bench_time (jobs, G_N_ELEMENTS (jobs), TURNS, error))
    return FALSE;
  bench_report ("ready-made rows of the overview", jobs[0].ms, "ms", 0);
  bench_report ("whole overview ÷ ready-made rows", jobs[1].ms / jobs[0].ms, "×", 25);
  return TRUE;
}

/* All indicators, those of the assessment and those of the clauses, of all units of a season in one pipeline. */
static gboolean
read_all (JlSession *session, JlStatement figures, JlStatement clauses, GError **error)
{
  const JlStep steps[] = { { &figures }, { &clauses } };
  JlResult    *results[G_N_ELEMENTS (steps)];

  if (!jl_session_begin (session, JL_TRANSACTION_READ, error) ||
      !jl_session_pipeline (session, steps, G_N_ELEMENTS (steps), results, error) || !jl_session_commit (session, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    jl_result_unref (results[i]);
  return TRUE;
}

static gboolean
ready_all_job (JlSession *session, gpointer data, GError **error)
{
  return read_all (session, (JlStatement){ "ready-figures", "select * from ready.figures", 0 },
                   (JlStatement){ "ready-clauses", "select * from ready.clauses", 0 }, error);
}

static gboolean
all_job (JlSession *session, gpointer data, GError **error)
{
  int              year = GPOINTER_TO_INT (data);
  g_autofree char *figures = g_strdup_printf ("select * from jl_api.figures (%d)", year);
  g_autofree char *clauses = g_strdup_printf ("select * from jl_api.clause_figures (%d)", year);

  return read_all (session, (JlStatement){ "all-figures", figures, 0 }, (JlStatement){ "all-clauses", clauses, 0 }, error);
}

static gboolean
bench_clauses (const Size *size, GError **error)
{
  BenchTimed jobs[] = { timed (size->user, ready_all_job, NULL), timed (size->user, all_job, GINT_TO_POINTER (size->last_year)) };

  if (!bench_time (jobs, G_N_ELEMENTS (jobs), LIST_TURNS, error))
    return FALSE;
  bench_report ("ready-made rows of all indicators of a season", jobs[0].ms, "ms", 0);
  bench_report ("all indicators of a season ÷ ready-made rows", jobs[1].ms / jobs[0].ms, "×", 25);
  return TRUE;
}

static gboolean
first_page_job (JlSession *session, gpointer data, GError **error)
{
  const JlRowsQuery *query = data;
  const char *const  params[] = { "200" };
  g_autoptr (JlResult) page = jl_session_query_text (session, query->first_sql, 1, params, error);

  return page != NULL;
}

static gboolean
ids_job (JlSession *session, gpointer data, GError **error)
{
  const JlRowsQuery *query = data;
  g_autoptr (JlResult) ids = jl_session_query_text (session, query->ids_sql, 0, NULL, error);

  return ids != NULL;
}

typedef struct
{
  const JlRowsQuery *query;
  char              *ids;
} Page;

static gboolean
any_page_job (JlSession *session, gpointer data, GError **error)
{
  const Page       *page = data;
  const char *const params[] = { page->ids };
  g_autoptr (JlResult) rows = jl_session_query_text (session, page->query->page_sql, 1, params, error);

  return rows != NULL;
}

/* The ids of a page in the middle of the list, as an array literal. */
static char *
middle_ids (JlSession *session, const JlRowsQuery *query, GError **error)
{
  g_autoptr (JlResult) ids = jl_session_query_text (session, query->ids_sql, 0, NULL, error);
  GString *text;
  guint    n;

  if (ids == NULL)
    return NULL;
  n = jl_result_n_rows (ids);
  text = g_string_new ("{");
  for (guint i = n / 2; i < MIN (n, n / 2 + 200); i++)
    g_string_append_printf (text, "%s%s", text->len > 1 ? "," : "", jl_result_text (ids, i, "id"));
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
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
 * @name: as it is printed
 * @whole: the province instead of 长春市
 * @order: (nullable): a field to sort by, the greatest first
 * @behind: (nullable): the records of a figure
 * @ids_goal: milliseconds for the sorted ids; 0: none
 */
typedef struct
{
  const char *name;
  gboolean    whole;
  const char *order;
  const char *behind;
  double      ids_goal;
} ListCase;

static JlRowsQuery *
list_query (const Size *size, int unit_id, const ListCase *list)
{
  g_autoptr (JlRegisterFilter) filter = jl_register_filter_new (jl_register_find ("building_season"));

  jl_register_filter_set_year (filter, size->last_year);
  jl_register_filter_set_unit (filter, list->whole ? 0 : unit_id);
  jl_register_filter_set_order (filter, list->order, list->order != NULL);
  jl_register_filter_set_behind (filter, list->behind);
  return jl_register_filter_query (filter);
}

static gboolean
bench_list (const Size *size, int unit_id, const ListCase *list, GError **error)
{
  JlRowsQuery     *query = list_query (size, unit_id, list);
  g_autofree char *ids = middle_ids (size->user, query, error);
  Page             page = { query, ids };
  BenchTimed       jobs[] = { timed (size->user, first_page_job, query), timed (size->user, ids_job, query),
                              timed (size->user, any_page_job, &page) };
  const char      *what[] = { "first page", "sorted ids", "any page" };
  const double     goals[] = { list->order == NULL ? 20 : 0, list->ids_goal, 5 };
  gboolean         done = ids != NULL && bench_time (jobs, G_N_ELEMENTS (jobs), LIST_TURNS, error);

  for (guint i = 0; done && i < G_N_ELEMENTS (jobs); i++)
    {
      g_autofree char *line = g_strdup_printf ("season list, %s: %s", list->name, what[i]);

      bench_report (line, jobs[i].ms, "ms", goals[i]);
    }
  jl_rows_query_free (query);
  return done;
}

static gboolean
bench_lists (const Size *size, GError **error)
{
  static const ListCase lists[] = {
    { "220100", FALSE, NULL, NULL, 70 },
    { "220100 by area", FALSE, "heated_dm2", NULL, 70 },
    { "220100 fitted but not billed", FALSE, NULL, "fitted_unbilled", 70 },
    { "province", TRUE, NULL, NULL, 1500 },
    { "province by area", TRUE, "heated_dm2", NULL, 1500 },
  };
  int changchun = largest_unit (size->user, size->last_year, error);

  if (changchun == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!bench_list (size, changchun, &lists[i], error))
      return FALSE;
  return TRUE;
}

/* Makes the database, when it is not there or is to be made anew, and opens it for its owner and for an official. */
static gboolean
open_size (Size *size, gboolean recreate, GError **error)
{
  g_autofree char *owner_info = jl_private_server_conninfo (size->database, "jl_superuser");
  g_autofree char *user_info = jl_private_server_conninfo (size->database, JL_PRACTICE_ROLE);
  JlPractice       found;
  gboolean         was_there = !recreate && jl_practice_find (size->database, &found, NULL);
  gint64           start = g_get_monotonic_time ();

  if (!jl_practice_ensure (size->database, size->buildings, FIRST_YEAR, size->last_year, recreate, error))
    return FALSE;
  if (!was_there)
    size->fill_s = (double) (g_get_monotonic_time () - start) / 1e6;
  size->owner = jl_session_open (owner_info, NULL, NULL, error);
  if (size->owner == NULL || !make_ready (size->owner, size->last_year, error))
    return FALSE;
  size->user = jl_session_open (user_info, NULL, NULL, error);
  return size->user != NULL;
}

static void
close_size (Size *size)
{
  g_clear_pointer (&size->owner, jl_session_close);
  g_clear_pointer (&size->user, jl_session_close);
}

static gboolean
bench_size (Size *size, gboolean recreate, GError **error)
{
  int seasons = size->last_year - FIRST_YEAR + 1;

  g_print ("\n%d buildings × %d seasons\n", size->buildings, seasons);
  return open_size (size, recreate, error) && bench_indicators (size, error) && bench_overview (size, error) && bench_clauses (size, error) &&
         bench_lists (size, error) &&
         bench_load (size->owner, FIRST_YEAR, size->fill_s, size->buildings * (1.0 + seasons), error);
}

static gboolean
bench_growth (const Size *small, const Size *large, GError **error)
{
  g_autofree char *small_sql = g_strdup_printf ("select * from jl_api.indicator (%d, 'metered_share')", small->last_year);
  g_autofree char *large_sql = g_strdup_printf ("select * from jl_api.indicator (%d, 'metered_share')", large->last_year);
  JlStatement      small_one = { "growth", small_sql, 0 };
  JlStatement      large_one = { "growth", large_sql, 0 };
  BenchTimed       jobs[] = { timed (small->user, query_job, &small_one), timed (large->user, query_job, &large_one),
                              timed (small->user, overview_job, GINT_TO_POINTER (small->last_year)),
                              timed (large->user, overview_job, GINT_TO_POINTER (large->last_year)),
                              timed (small->user, all_job, GINT_TO_POINTER (small->last_year)),
                              timed (large->user, all_job, GINT_TO_POINTER (large->last_year)) };

  if (!bench_time (jobs, G_N_ELEMENTS (jobs), TURNS, error))
    return FALSE;
  g_print ("\n");
  bench_report ("the share of the 25 % at 1 000 000 ÷ at 20 000", jobs[1].ms / jobs[0].ms, "×", 1.5);
  bench_report ("overview at 1 000 000 ÷ at 20 000", jobs[3].ms / jobs[2].ms, "×", 1.5);
  bench_report ("all indicators at 1 000 000 ÷ at 20 000", jobs[5].ms / jobs[4].ms, "×", 1.5);
  return TRUE;
}

static gboolean
bench (gboolean small_only, gboolean recreate, GError **error)
{
  Size     small = { .buildings = 20000, .last_year = 2014, .database = "jl_bench_20000" };
  Size     large = { .buildings = 1000000, .last_year = 2019, .database = "jl_bench_1000000" };
  gboolean done = jl_reach_hold_server (error) && bench_size (&small, recreate, error);

  if (done && !small_only)
    done = bench_size (&large, recreate, error) && bench_growth (&small, &large, error);
  close_size (&small);
  close_size (&large);
  return done && bench_window (error);
}

int
ctl_bench (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean           small_only = FALSE;
  gboolean           recreate = FALSE;
  const GOptionEntry entries[] = {
    { "small", 0, 0, G_OPTION_ARG_NONE, &small_only, N_ ("leave out the million buildings"), NULL },
    { "recreate", 0, 0, G_OPTION_ARG_NONE, &recreate, N_ ("make the databases anew"), NULL },
    { NULL },
  };

  if (!ctl_parse (&argc, &argv, NULL, entries, NULL, 0, 0))
    return CTL_USAGE;
  return ctl_finish (bench (small_only, recreate, &error), &error);
}
