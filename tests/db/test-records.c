/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The way from a figure to its records: as many rows in the ledger as the figure says it counts. */

#include "jl-register-filter.h"
#include "jl-store.h"
#include "jl-test-practice.h"

#define BUILDINGS 2000
#define YEAR 2012
#define LATE "make_date (" G_STRINGIFY (YEAR) ", 12, 1)"

/* reg: where its records are (transfer full) (nullable) */
static gint64
said_records (JlSession *session, int unit_id, const char *indicator, char **reg)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) why = jl_why_load (session, YEAR, unit_id, indicator, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (jl_result_n_rows (why), ==, 1);
  *reg = g_strdup (jl_result_text (why, 0, "records_where"));
  return jl_result_int (why, 0, "records_n", 0);
}

/* A building of the year that is done when its season has begun: it has no row in that season, and counts all the same. */
static void
complete_late (void)
{
  static const char late[] =
      "insert into jl.building (unit_id, code, name, use, energy, heat_source, floor_dm2, residential_dm2, completed_on, metered_on)"
      " select b.unit_id, 'LATE', b.name, 1, 65, 1, 100, 100, " LATE ", " LATE " from jl.building b order by b.id limit 1";
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);
  g_autoptr (GError) error = NULL;

  jl_session_run_script (session, late, &error);
  g_assert_no_error (error);
}

static gint64
listed_records (JlSession *session, int unit_id, const char *indicator, const char *reg)
{
  g_autoptr (JlRegisterFilter) filter = jl_register_filter_new (jl_register_find (reg));
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) sums = NULL;

  jl_register_filter_set_year (filter, YEAR);
  jl_register_filter_set_unit (filter, unit_id);
  g_assert_true (jl_register_filter_set_behind (filter, indicator));
  sums = jl_register_filter_sums (filter, session, &error);
  g_assert_no_error (error);
  return jl_result_int (sums, 0, "records", -1);
}

static void
test_indicator (gconstpointer data)
{
  const char *indicator = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);
  JlPlaces *places = jl_places_load (session, YEAR, 0, &error);
  gint64    all = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < jl_result_n_rows (places->units); i++)
    {
      int              unit_id = (int) jl_result_int (places->units, i, "unit_id", 0);
      g_autofree char *reg = NULL;
      gint64           said = said_records (session, unit_id, indicator, &reg);

      g_assert_cmpint (listed_records (session, unit_id, indicator, reg), ==, said);
      all += said;
    }
  g_assert_cmpint (all, >, 0);
  jl_places_free (places);
}

static const char *const indicators[] = {
  "metered_share",
  "billed_of_fitted",
  "public_billed",
  "new_fitted",
  "office_done",
  "public_done",
  "existing_year",
  "existing_done",
  "nonsaving_year",
  "retrofit_sync",
};

int
main (int argc, char **argv)
{
  int failed;

  jl_test_practice_enter (&argc, &argv, BUILDINGS, YEAR);
  complete_late ();
  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    {
      g_autofree char *path = g_strconcat ("/db/records/", indicators[i], NULL);

      g_test_add_data_func (path, indicators[i], test_indicator);
    }
  failed = g_test_run ();
  jl_test_practice_leave ();
  return failed;
}
