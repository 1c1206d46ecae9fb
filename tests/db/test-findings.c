/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Findings as pages ask for them: every filter against the same question put plainly, the three statements of a list against one
 * another, and the steps of an official with their errors. */

#include <string.h>

#include "jl-finding.h"
#include "jl-test-practice.h"

#define BUILDINGS 300
#define YEAR 2012

static JlResult *
ask (JlSession *session, const char *sql)
{
  g_autoptr (GError) error = NULL;
  JlResult *result = jl_session_query_text (session, sql, 0, NULL, &error);

  g_assert_no_error (error);
  return result;
}

/* ---- filters */

static const struct
{
  JlFindingFilter filter;
  const char     *where;
} filters[] = {
  { { .state = NULL }, "true" },
  { { .state = "standing" }, "state not in ('closed', 'accepted')" },
  { { .state = "planned" }, "state = 'planned'" },
  { { .state = "overdue" }, "overdue" },
  { { .severity = "blocks" }, "severity = 'blocks'" },
  { { .clause = "C-METER" }, "clause_id = 'C-METER'" },
  { { .rule = "boiler_overdue", .state = "standing" }, "rule = 'boiler_overdue' and state not in ('closed', 'accepted')" },
  { { .reg = "new_project" }, "register = 'new_project'" },
  { { .min_days = 365 }, "last_seen - first_seen >= 365" },
  { { .year = YEAR, .of_year = TRUE }, "(year = 2012 or year is null)" },
  { { .clause = "C-NEW", .rule = "new_not_reported", .reg = "new_project" }, "rule = 'new_not_reported'" },
  { { .unit_id = 2, .year = YEAR },
    "(unit_id = 2 or unit_id in (select leaf_id from jl.assessed_unit_part where assessed_id = 2 and valid @> date '2012-12-31'))" },
};

static gint64
count_plainly (JlSession *session, const char *where)
{
  g_autofree char *sql = g_strdup_printf ("select count (*) as n from jl_api.finding_list where %s", where);
  g_autoptr (JlResult) result = ask (session, sql);

  return jl_result_int (result, 0, "n", -1);
}

static void
test_filters (void)
{
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      gint64 n = count_plainly (session, filters[i].where);
      g_autoptr (GError) error = NULL;
      g_autoptr (JlResult) sums = jl_finding_sums_load (session, &filters[i].filter, &error);
      g_autoptr (JlResult) all = sums != NULL ? jl_finding_all (session, &filters[i].filter, &error) : NULL;

      g_assert_no_error (error);
      g_test_message ("%s", filters[i].where);
      g_assert_cmpint (n, >, 0);
      g_assert_cmpint (jl_result_int (sums, 0, "n", -1), ==, n);
      g_assert_cmpuint (jl_result_n_rows (all), ==, n);
      g_assert_cmpint (jl_result_int (sums, 0, "blocks_n", 0) + jl_result_int (sums, 0, "decide_n", 0) +
                           jl_result_int (sums, 0, "warning_n", 0) + jl_result_int (sums, 0, "note_n", 0),
                       ==, n);
    }
}

/* ---- lists */

static JlResult *
run_list_query (JlSession *session, const char *sql, const JlRowsQuery *query, const char *last)
{
  const char *params[8] = { NULL };
  g_autoptr (GError) error = NULL;
  JlResult *result;

  for (guint i = 0; i < query->n_params; i++)
    params[i] = query->params[i];
  params[query->n_params] = last;
  result = jl_session_query_text (session, sql, (int) query->n_params + (last != NULL), params, &error);
  g_assert_no_error (error);
  return result;
}

static char *
ids_as_array (JlResult *rows, guint n)
{
  GString *ids = g_string_new ("{");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? "," : "", jl_result_text (rows, i, "id"));
  g_string_append_c (ids, '}');
  return g_string_free (ids, FALSE);
}

static void
check_list (JlSession *session, const JlFindingFilter *filter)
{
  JlRowsQuery *query = jl_finding_query_new (filter);
  g_autoptr (JlResult) ids = run_list_query (session, query->ids_sql, query, NULL);
  g_autoptr (JlResult) first = run_list_query (session, query->first_sql, query, "20");
  guint            n = jl_result_n_rows (first);
  g_autofree char *array = ids_as_array (first, n);
  g_autoptr (JlResult) page = run_list_query (session, query->page_sql, query, array);

  g_assert_cmpuint (n, ==, MIN (jl_result_n_rows (ids), 20));
  g_assert_cmpuint (jl_result_n_rows (page), ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (jl_result_text (first, i, "id"), ==, jl_result_text (ids, i, "id"));
  jl_rows_query_free (query);
}

static void
test_lists (void)
{
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    check_list (session, &filters[i].filter);
  for (const char *const *order = jl_finding_orders; *order != NULL; order++)
    {
      JlFindingFilter filter = { .state = "standing", .order = *order };

      check_list (session, &filter);
      filter.descending = TRUE;
      check_list (session, &filter);
    }
}

/* What is not known narrows nothing and never becomes SQL. */
static void
test_strange_words (void)
{
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);
  JlFindingFilter filter = { .state = "' or true --", .severity = "none'", .order = "1; drop table jl.finding" };

  check_list (session, &filter);
  filter.rule = "' or true --";
  check_list (session, &filter);
}

/* ---- counts and words */

static void
test_counts (void)
{
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) counts = jl_finding_counts_load (session, YEAR, &error);
  JlFindingFilter filter = { .unit_id = 2, .year = YEAR, .of_year = TRUE, .state = "standing" };
  g_autoptr (JlResult) sums = jl_finding_sums_load (session, &filter, &error);
  gint64 n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < jl_result_n_rows (counts); i++)
    if (jl_result_int (counts, i, "unit_id", 0) == 2)
      n += jl_result_int (counts, i, "n", 0);
  g_assert_cmpint (n, >, 0);
  g_assert_cmpint (n, ==, jl_result_int (sums, 0, "n", -1));
}

static void
test_rules_and_words (void)
{
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) rules = jl_finding_rules_load (session, &error);
  g_autoptr (JlResult) states = ask (session, "select distinct state from jl.finding");

  g_assert_no_error (error);
  g_assert_cmpuint (jl_result_n_rows (rules), >, 50);
  for (guint i = 0; i < jl_result_n_rows (rules); i++)
    g_assert_cmpstr (jl_finding_severity_word (jl_result_text (rules, i, "severity")), !=, jl_result_text (rules, i, "severity"));
  for (guint i = 0; i < jl_result_n_rows (states); i++)
    g_assert_cmpstr (jl_finding_state_word (jl_result_text (states, i, "state")), !=, jl_result_text (states, i, "state"));
  g_assert_cmpstr (jl_finding_state_word ("strange"), ==, "strange");
}

/* ---- steps */

static void
test_steps (void)
{
  g_autoptr (JlSession) clerk = jl_test_practice_open ("jl_practice_city1");
  g_autoptr (JlSession) office = jl_test_practice_open (JL_PRACTICE_ROLE);
  g_autoptr (JlResult) chosen = ask (clerk, "select id, version from jl_api.finding_list where state = 'open' and fires order by id limit 1");
  gint64 id = jl_result_int (chosen, 0, "id", 0);
  int    version = (int) jl_result_int (chosen, 0, "version", 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (JlFinding) finding = NULL;

  g_assert_cmpint (jl_finding_explain (clerk, id, version, "说明", NULL, 0, &error), ==, -1);
  g_assert_error (error, JL_ERROR, JL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (jl_finding_explain (clerk, id, version, "说明", "1号", 0, &error), ==, version + 1);
  g_assert_cmpint (jl_finding_explain (clerk, id, version, "说明", "1号", 0, &error), ==, -1);
  g_assert_error (error, JL_ERROR, JL_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpint (jl_finding_decide (clerk, id, version + 1, TRUE, NULL, NULL, &error), ==, -1);
  g_assert_error (error, JL_ERROR, JL_ERROR_PERMISSION);
  g_clear_error (&error);
  g_assert_cmpint (jl_finding_decide (office, id, version + 1, FALSE, "不足", NULL, &error), ==, version + 2);
  g_assert_cmpint (jl_finding_plan (office, id, version + 2, "2015-12-31", "列入", "2号", &error), ==, version + 3);
  g_assert_no_error (error);
  finding = jl_finding_load (office, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (jl_result_text (finding->finding, 0, "state"), ==, "planned");
  g_assert_cmpstr (jl_result_text (finding->finding, 0, "planned_on"), ==, "2015-12-31");
  g_assert_cmpuint (jl_result_n_rows (finding->steps), ==, 4);
}

/* What catching up after a statement opened, closed and opened again. */
static void
expect_change (JlSession *office, const char *sql, int opened, int closed, int reopened)
{
  g_autoptr (JlResult) written = ask (office, sql);
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) caught = jl_finding_catch_up (office, &error);
  g_autoptr (JlResult) again = jl_finding_catch_up (office, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (jl_result_n_rows (caught), ==, 1);
  g_assert_cmpint (jl_result_int (caught, 0, "opened", -1), ==, opened);
  g_assert_cmpint (jl_result_int (caught, 0, "closed", -1), ==, closed);
  g_assert_cmpint (jl_result_int (caught, 0, "reopened", -1), ==, reopened);
  g_assert_cmpuint (jl_result_n_rows (again), ==, 0);
}

/* In transactions of their own what was written is told from what was seen: made, mended, broken again, deleted, brought back. */
static void
test_catching_up (void)
{
  g_autoptr (JlSession) office = jl_test_practice_open (JL_PRACTICE_ROLE);
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) state = jl_finding_state_load (office, &error);
  g_autoptr (JlResult) refreshed = jl_finding_refresh (office, jl_result_text (state, 0, "as_of"), &error);
  g_autoptr (JlResult) nothing = jl_finding_catch_up (office, &error);
  g_autoptr (JlResult) record = NULL;
  g_autofree char *deletion = NULL;
  g_autofree char *restoration = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (jl_result_n_rows (refreshed), ==, 1);
  g_assert_cmpuint (jl_result_n_rows (nothing), ==, 0);
  expect_change (office,
                 "insert into jl.boiler_house (unit_id, code, name, planned_on)"
                 " select min (unit_id), 'XG-9200', '演练', '2014-01-01' from jl.building returning id",
                 1, 0, 0);
  expect_change (office, "update jl.boiler_house set planned_on = '2030-01-01' where code = 'XG-9200'", 0, 1, 0);
  expect_change (office, "update jl.boiler_house set planned_on = '2014-01-01' where code = 'XG-9200'", 0, 0, 1);
  record = ask (office, "select id, version from jl.boiler_house where code = 'XG-9200'");
  deletion = g_strdup_printf ("select jl_api.record_delete ('boiler_house', %s, %s)", jl_result_text (record, 0, "id"),
                              jl_result_text (record, 0, "version"));
  restoration = g_strdup_printf ("select * from jl_api.record_restore ('boiler_house', %s, %s, 0)", jl_result_text (record, 0, "id"),
                                 jl_result_text (record, 0, "version"));
  expect_change (office, deletion, 0, 1, 0);
  expect_change (office, restoration, 0, 0, 1);
}

int
main (int argc, char **argv)
{
  int failed;

  jl_test_practice_enter (&argc, &argv, BUILDINGS, YEAR + 2);
  g_test_add_func ("/db/findings/filters", test_filters);
  g_test_add_func ("/db/findings/lists", test_lists);
  g_test_add_func ("/db/findings/strange-words", test_strange_words);
  g_test_add_func ("/db/findings/counts", test_counts);
  g_test_add_func ("/db/findings/rules-and-words", test_rules_and_words);
  g_test_add_func ("/db/findings/steps", test_steps);
  g_test_add_func ("/db/findings/catching-up", test_catching_up);
  failed = g_test_run ();
  jl_test_practice_leave ();
  return failed;
}
