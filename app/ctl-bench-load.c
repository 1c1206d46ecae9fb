/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The loads' part of the bench: the rows of a season by COPY, into a bare table and into the season facts with and without the
 * triggers that keep sums, audit and history. Every load is rolled back. */

#include "ctl-bench.h"

#define TURNS 7
#define LOAD_ROWS 100000
#define LOAD_YEAR 2030 /* beyond the practice years */

#define COLUMNS "building_id, unit_id, code, company_id, year, use, central, fitted, billing, " \
                "res_heated_dm2, res_metered_dm2, other_heated_dm2, other_metered_dm2, heat_100kj"

typedef struct
{
  const char *prelude; /* what is switched off before the load */
  const char *copy_sql;
  GBytes     *rows;
} Load;

/* The first rows of a season, moved to the year of the loads, as text for COPY. */
static GBytes *
season_rows (JlSession *owner, int year, guint *n, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "select array_to_string (array[s.building_id::text, s.unit_id::text, s.code, s.company_id::text, '%d', s.use::text,"
      " s.central::text, jl.fitted (b.metered_on, b.fit, b.fit_decided_on, make_date (%d, 1, 1))::text, s.billing::text,"
      " s.res_heated_dm2::text, s.res_metered_dm2::text, s.other_heated_dm2::text, s.other_metered_dm2::text,"
      " s.heat_100kj::text], e'\\t', '\\N') as line"
      " from jl.building_season s join jl.building b on b.id = s.building_id"
      " where s.year = %d order by s.building_id limit %d",
      LOAD_YEAR, LOAD_YEAR, year, LOAD_ROWS);
  g_autoptr (JlResult) result = jl_session_query_text (owner, sql, 0, NULL, error);
  GString *text;

  if (result == NULL)
    return NULL;
  *n = jl_result_n_rows (result);
  text = g_string_sized_new (*n * 64);
  for (guint i = 0; i < *n; i++)
    g_string_append_printf (text, "%s\n", jl_result_text (result, i, "line"));
  return g_string_free_to_bytes (text);
}

static gboolean
begin_load (JlSession *session, gpointer data, GError **error)
{
  const Load      *load = data;
  g_autofree char *sql = g_strdup_printf ("begin; select jl.ensure_season (%d);"
                                          "create temp table bare on commit drop as select " COLUMNS
                                          " from jl.building_season limit 0; %s",
                                          LOAD_YEAR, load->prelude);

  return jl_session_run_script (session, sql, error);
}

static gboolean
copy_rows (JlSession *session, gpointer data, GError **error)
{
  const Load *load = data;

  return jl_session_copy_in (session, load->copy_sql, load->rows, error);
}

static gboolean
roll_back (JlSession *session, gpointer data, GError **error)
{
  return jl_session_run_script (session, "rollback", error);
}

static void
report_fill (double fill_s, double fill_rows, double copy_row_ms)
{
  if (fill_s <= 0)
    {
      g_print ("  the practice data were there already; --recreate times their making\n");
      return;
    }
  bench_report ("making the database with its practice data", fill_s, "s", 0);
  bench_report ("practice data ÷ raw COPY, a row", fill_s * 1000.0 / fill_rows / copy_row_ms, "×", 0);
}

gboolean
bench_load (JlSession *owner, int year, double fill_s, double fill_rows, GError **error)
{
  static const char bare[] = "copy bare (" COLUMNS ") from stdin";
  static const char facts[] = "copy jl.building_season (" COLUMNS ") from stdin";
  guint             n = 0;
  g_autoptr (GBytes) rows = season_rows (owner, year, &n, error);
  Load loads[] = {
    { "", bare, rows },
    { "", facts, rows },
    { "alter table jl.building_season disable trigger season_sum_insert, disable trigger firm_sum_insert", facts, rows },
    { "alter table jl.building_season disable trigger user", facts, rows },
  };
  BenchTimed jobs[G_N_ELEMENTS (loads)];

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (loads); i++)
    jobs[i] = (BenchTimed){ owner, begin_load, copy_rows, roll_back, &loads[i], 0 };
  if (!bench_time (jobs, G_N_ELEMENTS (jobs), TURNS, error))
    return FALSE;
  bench_report ("raw COPY of season rows into a bare table, 100 000 rows", jobs[0].ms * LOAD_ROWS / n, "ms", 0);
  report_fill (fill_s, fill_rows, jobs[0].ms / n);
  if (n < LOAD_ROWS)
    return TRUE;
  bench_report ("COPY of 100 000 rows into the season facts, all triggers", jobs[1].ms, "ms", 0);
  bench_report ("… ÷ without those of the summaries", jobs[1].ms / jobs[2].ms, "×", 1.6);
  bench_report ("… ÷ without any (summaries, audit)", jobs[1].ms / jobs[3].ms, "×", 0);
  return TRUE;
}
