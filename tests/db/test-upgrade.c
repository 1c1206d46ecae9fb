/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A database with records that is older than the program: what its migrations and definitions make of the records. */

#include "jl-migrate.h"
#include "jl-sql-files.h"
#include "jl-test-practice.h"

#define BUILDINGS 100

/* Complaints of one city have a term of their own, and none has it yet; seasons do not repeat the code of their building, one of which had
 * another code when its season was corrected; a kept sum is not the truth; a past day has been looked back at. */
static const char older[] =
    "insert into jl.rule (kind, valid, value_number, unit_id, basis)"
    " select 'finding.complaint_days', '[2005-01-01,)', 20, p.assessed_id, '1' from jl.complaint c"
    " join jl.assessed_unit_part p on p.leaf_id = c.unit_id where p.valid @> c.received_on order by c.id limit 1;"
    "update jl.complaint set due_on = null;"
    "delete from jl.complaint_history;"
    "update jl.building_season set version = 2 where id = (select min (id) from jl.building_season);"
    "insert into jl.building_season_history select (jsonb_populate_record (null::jl.building_season_history, to_jsonb (s) ||"
    "    jsonb_build_object ('known', tstzrange (now () - interval '2 days', now ()), 'ended_by', 'jl_superuser'))).*"
    "  from jl.building_season s where s.version = 2;"
    "insert into jl.building_history select (jsonb_populate_record (null::jl.building_history, to_jsonb (b) ||"
    "    jsonb_build_object ('known', tstzrange (now () - interval '3 days', now () - interval '1 day'), 'ended_by', 'jl_superuser'))).*"
    "  from jl.building b join jl.building_season s on s.building_id = b.id and s.version = 2;"
    "update jl.building_history set code = 'BEFORE';"
    "create table codes as select s.id, b.code from jl.building_season s join jl.building b on b.id = s.building_id;"
    "alter table jl.building_season drop column code;"
    "alter table jl.building_season_history drop column code;"
    "update jl.register_sum set n = n + 1 where (measure, year, unit_id, part) = (select measure, year, unit_id, part from jl.register_sum limit 1);"
    "insert into jl.sum_known_part values (now (), 'register_sum', 1);"
    "insert into jl.sum_known values (now (), 'register_sum', 1, '{}');"
    "delete from jl.migration where version = 46";

static JlSession *session;

static void
run (const char *sql)
{
  g_autoptr (GError) error = NULL;

  jl_session_run_script (session, sql, &error);
  g_assert_no_error (error);
}

/* No row that should not be. */
static void
assert_none (const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) rows = jl_session_query_text (session, sql, 0, NULL, &error);

  g_assert_no_error (error);
  if (jl_result_n_rows (rows) > 0)
    g_error ("%u rows of: %s", jl_result_n_rows (rows), sql);
}

static void
make_older (void)
{
  g_autoptr (JlSqlFile) drop = jl_sql_file_load ("define/00-drop.sql");

  run (drop->text);
  run (older);
}

static void
upgrade (void)
{
  g_autoptr (GError) error = NULL;
  guint applied = 0;

  jl_migrate_run (session, "practice", &applied, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (applied, ==, 1);
}

/* By the rule of the place on its first day, as a correction of which the history has what was before. */
static void
test_terms (void)
{
  assert_none ("select from jl.complaint c where c.due_on is distinct from c.received_on + case when exists ("
               "  select from jl.rule r join jl.assessed_unit_part p on p.assessed_id = r.unit_id and p.leaf_id = c.unit_id"
               "  where r.kind = 'finding.complaint_days' and p.valid @> c.received_on) then 20 else 15 end");
  assert_none ("select from jl.complaint c left join jl.complaint_history h on h.id = c.id and h.due_on is null and h.version = c.version - 1"
               " where h.id is null");
  assert_none ("select 1 where not exists (select from jl.complaint where due_on = received_on + 20)"
               " or not exists (select from jl.complaint where due_on = received_on + 15)");
}

static void
test_codes (void)
{
  assert_none ("select from jl.building_season s left join codes c on c.id = s.id where s.code is distinct from c.code");
  assert_none ("select 1 where not exists (select from jl.building_season_history)");
  assert_none ("select from jl.building_season_history where code is distinct from 'BEFORE'");
}

static void
test_sums (void)
{
  assert_none ("select * from jl.sums_difference ()");
  assert_none ("select known_at from jl.sum_known union all select known_at from jl.sum_known_part");
}

int
main (int argc, char **argv)
{
  int failed;

  jl_test_practice_enter (&argc, &argv, BUILDINGS, 2014);
  session = jl_test_practice_open ("jl_superuser");
  make_older ();
  upgrade ();
  g_test_add_func ("/db/upgrade/terms", test_terms);
  g_test_add_func ("/db/upgrade/codes", test_codes);
  g_test_add_func ("/db/upgrade/sums", test_sums);
  failed = g_test_run ();
  jl_session_close (session);
  jl_test_practice_leave ();
  return failed;
}
