/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The loads' part of the bench: the rows of a season by COPY, into a bare table and into the season facts with and without the
 * triggers that keep sums, audit and history; and rows of the largest registers, whose sums are kept beside them too. Every load
 * is rolled back. */

#include "ctl-bench.h"

#define TURNS 7
#define REGISTER_TURNS 3
#define LOAD_ROWS 100000
#define LOAD_YEAR "2030" /* beyond the practice years */

#define COLUMNS "building_id, unit_id, code, company_id, year, use, central, fitted, billing, " \
                "res_heated_dm2, res_metered_dm2, other_heated_dm2, other_metered_dm2, heat_100kj"

typedef struct
{
  const char *prelude; /* what is switched off before the load */
  const char *copy_sql;
  GBytes     *rows;
} Load;

/* The lines that a query gives, as text for COPY. */
static GBytes *
rows_of (JlSession *owner, const char *sql, guint *n, GError **error)
{
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

/* The first rows of a season, moved to the year of the loads. */
static GBytes *
season_rows (JlSession *owner, int year, guint *n, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "select array_to_string (array[s.building_id::text, s.unit_id::text, s.code, s.company_id::text, '%s', s.use::text,"
      " s.central::text, jl.fitted (b.metered_on, b.fit, b.fit_decided_on, make_date (%s, 1, 1))::text, s.billing::text,"
      " s.res_heated_dm2::text, s.res_metered_dm2::text, s.other_heated_dm2::text, s.other_metered_dm2::text,"
      " s.heat_100kj::text], e'\\t', '\\N') as line"
      " from jl.building_season s join jl.building b on b.id = s.building_id"
      " where s.year = %d order by s.building_id limit %d",
      LOAD_YEAR, LOAD_YEAR, year, LOAD_ROWS);

  return rows_of (owner, sql, n, error);
}

static gboolean
begin_load (JlSession *session, gpointer data, GError **error)
{
  const Load      *load = data;
  g_autofree char *sql = g_strdup_printf ("begin; select jl.ensure_season (%s);"
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

/* A register with many rows: those of the practice data, each as often as makes a load of them. */
typedef struct
{
  const char *name;
  const char *columns;
  const char *values; /* of a row of the register and a number k, as text */
} Register;

static const Register registers[] = {
  { "household_account",
    "unit_id, company_id, building_id, year, number, area_dm2, heat_100kj, fee_fen, subsidy_fen, paid_fen",
    "unit_id::text, company_id::text, building_id::text, '" LOAD_YEAR "', number || '-' || k, area_dm2::text, "
    "heat_100kj::text, fee_fen::text, subsidy_fen::text, paid_fen::text" },
  { "meter_batch",
    "unit_id, number, product_id, role, n, company_id, building_id, project_id, installed_on, in_use_on, removed_on, "
    "certificate_no, type_test_no",
    "unit_id::text, number || '-' || k, product_id::text, role, n::text, company_id::text, building_id::text, project_id::text, "
    "installed_on::text, in_use_on::text, removed_on::text, certificate_no, type_test_no" },
};

static gboolean
bench_register (JlSession *owner, const Register *what, GError **error)
{
  guint            n = 0;
  g_autofree char *sql = g_strdup_printf ("select array_to_string (array[%s], e'\\t', '\\N') as line from jl.%s"
                                          " cross join generate_series (1, 20) k order by id, k limit %d",
                                          what->values, what->name, LOAD_ROWS);
  g_autofree char *copy = g_strdup_printf ("copy jl.%s (%s) from stdin", what->name, what->columns);
  g_autofree char *without = g_strdup_printf ("alter table jl.%1$s disable trigger %1$s_entry_sum_insert", what->name);
  g_autofree char *line = g_strdup_printf ("COPY of 100 000 rows into %s ÷ without the sums", what->name);
  g_autoptr (GBytes) rows = rows_of (owner, sql, &n, error);
  Load       loads[] = { { "", copy, rows }, { without, copy, rows } };
  BenchTimed jobs[] = { { owner, begin_load, copy_rows, roll_back, &loads[0], 0 },
                        { owner, begin_load, copy_rows, roll_back, &loads[1], 0 } };

  if (rows == NULL)
    return FALSE;
  if (n < LOAD_ROWS)
    return TRUE;
  if (!bench_time (jobs, G_N_ELEMENTS (jobs), REGISTER_TURNS, error))
    return FALSE;
  bench_report (line, jobs[0].ms / jobs[1].ms, "×", 1.6);
  return TRUE;
}

static gboolean
bench_registers (JlSession *owner, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    if (!bench_register (owner, &registers[i], error))
      return FALSE;
  return TRUE;
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
    return bench_registers (owner, error);
  bench_report ("COPY of 100 000 rows into the season facts, all triggers", jobs[1].ms, "ms", 0);
  bench_report ("… ÷ without those of the summaries", jobs[1].ms / jobs[2].ms, "×", 1.6);
  bench_report ("… ÷ without any (summaries, audit)", jobs[1].ms / jobs[3].ms, "×", 0);
  return bench_registers (owner, error);
}
