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
#include "jl-store.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#define TURNS 41
#define FINDING_TURNS 3
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

BenchTimed
bench_timed (JlSession *session, BenchJob job, gpointer data)
{
  return (BenchTimed){ session, NULL, job, NULL, data, 0 };
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
      year, year, year, year, year);

  return jl_session_run_script (superuser, sql, error);
}

static gboolean
ready_overview_job (JlSession *session, gpointer data, GError **error)
{
  static const JlStatement tables[] = {
    { "ready-units", "select * from ready.units", 0 },
    { "ready-figures", "select * from ready.figures", 0 },
    { "ready-province", "select * from ready.province", 0 },
  };
  const JlStep steps[] = { { &tables[0] }, { &tables[1] }, { &tables[2] } };
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
  BenchTimed               jobs[1 + N_INDICATORS] = { bench_timed (size->user, query_job, &ready_one) };
  double                   dearest = 0;
  gboolean                 done;

  for (guint i = 0; i < N_INDICATORS; i++)
    {
      sql[i] = g_strdup_printf ("select * from jl_api.indicator (%d, '%s')", size->last_year, codes[i]);
      statements[i] = (JlStatement){ codes[i], sql[i], 0 };
      jobs[1 + i] = bench_timed (size->user, query_job, &statements[i]);
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
  BenchTimed jobs[] = { bench_timed (size->user, ready_overview_job, NULL),
                        bench_timed (size->user, overview_job, GINT_TO_POINTER (size->last_year)) };

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
  BenchTimed jobs[] = { bench_timed (size->user, ready_all_job, NULL), bench_timed (size->user, all_job, GINT_TO_POINTER (size->last_year)) };

  if (!bench_time (jobs, G_N_ELEMENTS (jobs), TURNS, error))
    return FALSE;
  bench_report ("ready-made rows of all indicators of a season", jobs[0].ms, "ms", 0);
  bench_report ("all indicators of a season ÷ ready-made rows", jobs[1].ms / jobs[0].ms, "×", 25);
  return TRUE;
}

static gboolean
begin_job (JlSession *session, gpointer data, GError **error)
{
  return jl_session_run_script (session, "begin", error);
}

static gboolean
roll_back_job (JlSession *session, gpointer data, GError **error)
{
  return jl_session_run_script (session, "rollback", error);
}

/* Every rule once more on the day of the last time, as after an edit: nothing or little changes. */
static gboolean
bench_findings (const Size *size, GError **error)
{
  JlStatement refresh = { "bench-findings", "select jl.findings_reconcile ((select max (r.as_of) from jl.finding_refresh r))", 0 };
  BenchTimed  job = { size->owner, begin_job, query_job, roll_back_job, &refresh, 0 };

  if (!bench_time (&job, 1, FINDING_TURNS, error))
    return FALSE;
  bench_report ("all rules of the findings", job.ms, "ms", 0);
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
  return open_size (size, recreate, error) && bench_indicators (size, error) && bench_overview (size, error) &&
         bench_clauses (size, error) && bench_findings (size, error) && bench_lists (size->user, size->last_year, error) &&
         bench_load (size->owner, FIRST_YEAR, size->fill_s, size->buildings * (1.0 + seasons), error);
}

static gboolean
bench_growth (const Size *small, const Size *large, GError **error)
{
  g_autofree char *small_sql = g_strdup_printf ("select * from jl_api.indicator (%d, 'metered_share')", small->last_year);
  g_autofree char *large_sql = g_strdup_printf ("select * from jl_api.indicator (%d, 'metered_share')", large->last_year);
  JlStatement      small_one = { "growth", small_sql, 0 };
  JlStatement      large_one = { "growth", large_sql, 0 };
  BenchTimed       jobs[] = { bench_timed (small->user, query_job, &small_one), bench_timed (large->user, query_job, &large_one),
                              bench_timed (small->user, overview_job, GINT_TO_POINTER (small->last_year)),
                              bench_timed (large->user, overview_job, GINT_TO_POINTER (large->last_year)),
                              bench_timed (small->user, all_job, GINT_TO_POINTER (small->last_year)),
                              bench_timed (large->user, all_job, GINT_TO_POINTER (large->last_year)) };
  const char      *what[] = { "the share of the 25 %", "overview", "all clauses and indicators" };
  gboolean         done = bench_time (jobs, G_N_ELEMENTS (jobs), TURNS, error);

  g_print ("\n");
  for (guint i = 0; done && i < G_N_ELEMENTS (what); i++)
    {
      g_autofree char *line = g_strdup_printf ("%s at %d ÷ at %d", what[i], large->buildings, small->buildings);

      bench_report (line, jobs[2 * i + 1].ms / jobs[2 * i].ms, "×", 1.5);
    }
  return done;
}

/* large_n: buildings of the large database; 0: none */
static gboolean
bench (int large_n, gboolean recreate, GError **error)
{
  g_autofree char *large_name = g_strdup_printf ("jl_bench_%d", large_n);
  Size             small = { .buildings = 20000, .last_year = 2014, .database = "jl_bench_20000" };
  Size             large = { .buildings = large_n, .last_year = 2019, .database = large_name };
  gboolean         done = jl_reach_hold_server (error) && bench_size (&small, recreate, error);

  if (done && large_n > 0)
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
  int                large_n = 1000000;
  gboolean           recreate = FALSE;
  const GOptionEntry entries[] = {
    { "small", 0, 0, G_OPTION_ARG_NONE, &small_only, N_ ("leave out the large database"), NULL },
    { "buildings", 0, 0, G_OPTION_ARG_INT, &large_n, N_ ("buildings of the large database (a million by default)"), N_ ("N") },
    { "recreate", 0, 0, G_OPTION_ARG_NONE, &recreate, N_ ("make the databases anew"), NULL },
    { NULL },
  };

  if (!ctl_parse (&argc, &argv, NULL, entries, NULL, 0, 0))
    return CTL_USAGE;
  return ctl_finish (bench (small_only ? 0 : MAX (0, large_n), recreate, &error), &error);
}
