/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* jiliangctl bench: how dear each promise of speed is, as ratios to a plain job of the same size in the same run. Medians of
 * warm repetitions; every line names its goal. The databases are practice ones and are kept for the next run. */

#include "ctl.h"

#include "jl-building-list.h"
#include "jl-practice.h"
#include "jl-private-server.h"
#include "jl-store.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#define REPETITIONS 41
#define FIRST_YEAR 2010

typedef struct
{
  int         buildings;
  int         last_year;
  const char *database;
  double      fill_s; /* making the practice data; 0: the database was there */
  double      overview_ms;
  double      indicator_ms;
} Size;

typedef gboolean (*Job) (JlSession *session, gpointer data, GError **error);

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The median in milliseconds of a job's warm repetitions, or −1 with error set. */
static double
median_ms (JlSession *session, Job job, gpointer data, guint repetitions, GError **error)
{
  g_autofree double *times = g_new (double, repetitions);

  if (!job (session, data, error))
    return -1;
  for (guint i = 0; i < repetitions; i++)
    {
      gint64 start = g_get_monotonic_time ();

      if (!job (session, data, error))
        return -1;
      times[i] = (double) (g_get_monotonic_time () - start) / 1000.0;
    }
  qsort (times, repetitions, sizeof *times, compare_doubles);
  return times[repetitions / 2];
}

static void
report (const char *what, double value, const char *unit, double goal)
{
  g_print ("  %-66s %9.2f %-3s", what, value, unit);
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

/* Ready-made tables with exactly the rows that the functions answer, made by the superuser in a schema of their own. */
static gboolean
make_ready (JlSession *superuser, int year, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("drop schema if exists ready cascade;"
                                          "create schema ready;"
                                          "create table ready.units as select * from jl_api.units (%d);"
                                          "create table ready.figures as select * from jl_api.figures (%d);"
                                          "create table ready.province as select * from jl_api.province_figures (%d);"
                                          "create table ready.attention as select * from jl_api.attention (%d);"
                                          "create table ready.one as select * from ready.figures where indicator = 'metered_share';"
                                          "grant usage on schema ready to public;"
                                          "grant select on all tables in schema ready to public;"
                                          "analyze",
                                          year, year, year, year);

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

static gboolean
bench_dashboard (JlSession *session, Size *size, GError **error)
{
  g_autofree char *one_sql = g_strdup_printf ("select * from jl_api.indicator (%d, 'metered_share')", size->last_year);
  JlStatement      one = { "one-indicator", one_sql, 0 };
  JlStatement      ready_one = { "ready-one", "select * from ready.one", 0 };
  double           ready_one_ms, ready_overview_ms;

  ready_one_ms = median_ms (session, query_job, &ready_one, REPETITIONS, error);
  if (ready_one_ms < 0)
    return FALSE;
  size->indicator_ms = median_ms (session, query_job, &one, REPETITIONS, error);
  if (size->indicator_ms < 0)
    return FALSE;
  ready_overview_ms = median_ms (session, ready_overview_job, NULL, REPETITIONS, error);
  if (ready_overview_ms < 0)
    return FALSE;
  size->overview_ms = median_ms (session, overview_job, GINT_TO_POINTER (size->last_year), REPETITIONS, error);
  if (size->overview_ms < 0)
    return FALSE;
  report ("ready-made rows of one indicator", ready_one_ms, "ms", 0);
  report ("one indicator, all units ÷ ready-made rows", size->indicator_ms / ready_one_ms, "×", 5);
  report ("ready-made rows of the overview", ready_overview_ms, "ms", 0);
  report ("whole overview ÷ ready-made rows", size->overview_ms / ready_overview_ms, "×", 25);
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
  GString *text = g_string_new ("{");
  guint    n = ids != NULL ? jl_result_n_rows (ids) : 0;

  for (guint i = n / 2; i < MIN (n, n / 2 + 200); i++)
    g_string_append_printf (text, "%s%s", text->len > 1 ? "," : "", jl_result_text (ids, i, "building_id"));
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

static gboolean
bench_list (JlSession *session, const Size *size, int unit_id, const char *name, GError **error)
{
  const JlBuildingFilter filter = { .year = size->last_year, .unit_id = unit_id, .use = -1, .billing = -1, .energy = -1 };
  JlRowsQuery           *query = jl_building_query_new (&filter);
  g_autofree char       *ids = middle_ids (session, query, error);
  Page                   page = { query, ids };
  double                 first_ms = median_ms (session, first_page_job, query, 11, error);
  double                 ids_ms = first_ms < 0 ? -1 : median_ms (session, ids_job, query, 3, error);
  double                 any_ms = ids_ms < 0 ? -1 : median_ms (session, any_page_job, &page, 11, error);
  g_autofree char       *first_text = g_strdup_printf ("building list, %s: first page", name);
  g_autofree char       *ids_text = g_strdup_printf ("building list, %s: sorted ids", name);
  g_autofree char       *any_text = g_strdup_printf ("building list, %s: any page", name);

  jl_rows_query_free (query);
  if (any_ms < 0)
    return FALSE;
  report (first_text, first_ms, "ms", 20);
  report (ids_text, ids_ms, "ms", 0);
  report (any_text, any_ms, "ms", 5);
  return TRUE;
}

/* The unit with most buildings: Changchun. */
static int
largest_unit (JlSession *session, int year, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("select unit_id from jl_api.units (%d) where code = '220100'", year);
  g_autoptr (JlResult) result = jl_session_query_text (session, sql, 0, NULL, error);

  return result != NULL && jl_result_n_rows (result) == 1 ? (int) jl_result_int (result, 0, "unit_id", 0) : 0;
}

static gboolean
run_script_job (JlSession *session, gpointer data, GError **error)
{
  return jl_session_run_script (session, data, error);
}

/* 100 000 season rows of a year beyond the practice years, loaded and rolled back: with the summaries' triggers and without. */
static double
load_ms (JlSession *owner, const char *prelude, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("begin;"
                                          "select jl.ensure_season (2030);"
                                          "%s"
                                          "insert into jl.building_season (building_id, unit_id, year, use, central, fitted, billing,"
                                          " res_heated_dm2, res_metered_dm2, other_heated_dm2, other_metered_dm2)"
                                          " select building_id, unit_id, 2030, use, central, fitted, billing,"
                                          " res_heated_dm2, res_metered_dm2, other_heated_dm2, other_metered_dm2"
                                          " from jl.building_season where year = %d order by building_id limit 100000;"
                                          "rollback",
                                          prelude, FIRST_YEAR);

  return median_ms (owner, run_script_job, sql, 5, error);
}

static gboolean
bench_load (JlSession *owner, GError **error)
{
  double with_ms = load_ms (owner, "", error);
  double without_ms = with_ms < 0 ? -1 : load_ms (owner, "alter table jl.building_season disable trigger user;", error);

  if (without_ms < 0)
    return FALSE;
  report ("100 000 season rows, summaries, audit and history kept", with_ms, "ms", 0);
  report ("the same load ÷ without any trigger", with_ms / without_ms, "×", 1.6);
  return TRUE;
}

/* Practice rows per second against COPY of the same rows, as text, into a bare table. */
static gboolean
bench_fill (JlSession *owner, const Size *size, GError **error)
{
  static const char copy_sql[] = "begin;"
                                 "create temp table bare (like jl.building_season) on commit drop;"
                                 "copy jl.building_season to '/dev/null';"
                                 "insert into bare select * from jl.building_season;"
                                 "rollback";
  double            copy_ms = median_ms (owner, run_script_job, (gpointer) copy_sql, 1, error);

  if (copy_ms < 0)
    return FALSE;
  report ("raw write of all season rows", copy_ms / 1000.0, "s", 0);
  if (size->fill_s > 0)
    report ("practice data ÷ raw write of its season rows", size->fill_s * 1000.0 / copy_ms, "×", 0);
  else
    g_print ("  practice data were there already; delete the database to time their making\n");
  return TRUE;
}

static gboolean
bench_size (Size *size, GError **error)
{
  g_autofree char *owner_info = jl_private_server_conninfo (size->database, "jl_superuser");
  g_autofree char *user_info = jl_private_server_conninfo (size->database, JL_PRACTICE_ROLE);
  g_autoptr (JlSession) owner = NULL;
  g_autoptr (JlSession) user = NULL;
  gint64 start = g_get_monotonic_time ();
  double seconds;

  g_print ("\n%d buildings × %d seasons\n", size->buildings, size->last_year - FIRST_YEAR + 1);
  if (!jl_practice_ensure (size->database, size->buildings, FIRST_YEAR, size->last_year, FALSE, error))
    return FALSE;
  seconds = (double) (g_get_monotonic_time () - start) / 1e6;
  size->fill_s = seconds > 1.0 ? seconds : 0;
  owner = jl_session_open (owner_info, NULL, NULL, error);
  if (owner == NULL || !make_ready (owner, size->last_year, error))
    return FALSE;
  user = jl_session_open (user_info, NULL, NULL, error);
  if (user == NULL || !bench_dashboard (user, size, error))
    return FALSE;
  if (!bench_list (user, size, largest_unit (user, size->last_year, error), "220100", error) ||
      !bench_list (user, size, 0, "province", error))
    return FALSE;
  return bench_fill (owner, size, error) && (size->buildings < 100000 || bench_load (owner, error));
}

static void
report_growth (const Size *small, const Size *large)
{
  g_print ("\n");
  report ("one indicator at 1 000 000 ÷ at 20 000", large->indicator_ms / small->indicator_ms, "×", 1.5);
  report ("overview at 1 000 000 ÷ at 20 000", large->overview_ms / small->overview_ms, "×", 1.5);
}

/* A missed goal is printed, not an error. */
static gboolean
bench (gboolean small_only, GError **error)
{
  Size small = { 20000, 2014, "jl_bench_20000" };
  Size large = { 1000000, 2019, "jl_bench_1000000" };

  if (!ctl_hold_server (error) || !bench_size (&small, error))
    return FALSE;
  if (!small_only)
    {
      if (!bench_size (&large, error))
        return FALSE;
      report_growth (&small, &large);
    }
  return ctl_bench_window (error);
}

int
ctl_bench (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean           small_only = FALSE;
  const GOptionEntry entries[] = {
    { "small", 0, 0, G_OPTION_ARG_NONE, &small_only, N_ ("leave out the million buildings"), NULL },
    { NULL },
  };

  if (!ctl_parse (&argc, &argv, NULL, entries, NULL, 0, 0))
    return CTL_USAGE;
  return ctl_finish (bench (small_only, &error), &error);
}
