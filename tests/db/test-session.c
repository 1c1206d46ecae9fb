/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One session against a real server: answers, errors, pipelines, transactions, copy, two clients,
 * a lost line. */

#include <gio/gio.h>
#include <math.h>
#include <signal.h>

#include "jl-error.h"
#include "jl-session.h"
#include "jl-test-cluster.h"

static JlTestCluster *cluster;

static const JlStatement add_note = { "test.add-note", "insert into note values ($1, $2)", 2 };
static const JlStatement all_notes = { "test.notes", "select id, words from note order by id", 0 };
static const JlStatement echo = { "test.echo", "select $1::text as words", 1 };
static const JlStatement divide = { "test.divide", "select 1 / $1::int as quotient", 1 };
static const JlStatement unknown = { "test.unknown", "select nothing from nowhere", 0 };

static JlSession *
open_as (const char *user)
{
  g_autofree char *conninfo = jl_test_cluster_conninfo (cluster, "postgres", user);
  g_autoptr (GError) error = NULL;
  JlSession *session = jl_session_open (conninfo, NULL, NULL, &error);

  g_assert_no_error (error);
  return session;
}

static JlResult *
ask (JlSession *session, const char *sql)
{
  g_autoptr (GError) error = NULL;
  JlResult *result = jl_session_query_text (session, sql, 0, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static void
run (JlSession *session, const char *sql)
{
  g_autoptr (GError) error = NULL;

  jl_session_run_script (session, sql, &error);
  g_assert_no_error (error);
}

static void
assert_fails (JlSession *session, const char *sql, JlError code, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (jl_session_run_script (session, sql, &error));
  g_assert_error (error, JL_ERROR, (int) code);
  if (message != NULL)
    g_assert_cmpstr (error->message, ==, message);
}

static void
reset_notes (JlSession *session)
{
  run (session, "drop table if exists note;"
                "create table note (id int primary key, words text check (words <> ''))");
}

/* ---- answers */

static void
test_values (void)
{
  g_autoptr (JlSession) session = open_as (NULL);
  g_autoptr (JlResult) result = ask (session, "select 7 as n, null::int as nothing, '长春' as name,"
                                              " 2.5 as half, true as yes, false as no,"
                                              " 'x' as word");

  g_assert_cmpuint (jl_result_n_rows (result), ==, 1);
  g_assert_cmpuint (jl_result_n_columns (result), ==, 7);
  g_assert_cmpstr (jl_result_column_name (result, 2), ==, "name");
  g_assert_cmpint (jl_result_column (result, "half"), ==, 3);
  g_assert_cmpint (jl_result_int (result, 0, "n", -1), ==, 7);
  g_assert_cmpint (jl_result_int (result, 0, "nothing", -1), ==, -1);
  g_assert_cmpint (jl_result_int (result, 0, "word", -1), ==, -1);
  g_assert_cmpstr (jl_result_text (result, 0, "name"), ==, "长春");
  g_assert_null (jl_result_text (result, 0, "nothing"));
  g_assert_true (jl_result_is_null (result, 0, "nothing"));
  g_assert_false (jl_result_is_null (result, 0, "n"));
  g_assert_cmpfloat (jl_result_double (result, 0, "half"), ==, 2.5);
  g_assert_true (isnan (jl_result_double (result, 0, "nothing")));
  g_assert_true (jl_result_bool (result, 0, "yes"));
  g_assert_false (jl_result_bool (result, 0, "no"));
  g_assert_false (jl_result_bool (result, 0, "nothing"));
}

static void
test_unknown_column (void)
{
  g_autoptr (JlSession) session = open_as (NULL);
  g_autoptr (JlResult) result = ask (session, "select 1 as n");

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*no column m*");
  g_assert_cmpint (jl_result_column (result, "m"), ==, -1);
  g_test_assert_expected_messages ();
}

static void
test_arrays (void)
{
  static const struct
  {
    const char *sql;
    const char *joined;
  } cases[] = {
    { "array[1, 2, 3]", "1|2|3" },
    { "array['a b', 'c,d', 'e\"f', 'g\\h', '{i}']", "a b|c,d|e\"f|g\\h|{i}" },
    { "array['', '四平']", "|四平" },
    { "array[]::int[]", "" },
    { "null::int[]", "" },
    { "array[null, 'x']", "NULL|x" },
  };
  g_autoptr (JlSession) session = open_as (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sql = g_strdup_printf ("select %s as list", cases[i].sql);
      g_autoptr (JlResult) result = ask (session, sql);
      g_auto (GStrv) list = jl_result_array (result, 0, "list");
      g_autofree char *joined = g_strjoinv ("|", list);

      g_assert_cmpstr (joined, ==, cases[i].joined);
    }
}

static void
test_list (void)
{
  g_autoptr (JlSession) session = open_as (NULL);
  g_autoptr (JlResult) result = ask (session, "select n from generate_series (1, 5) n");
  g_autoptr (GListModel) list = jl_result_as_list (result);
  g_autoptr (JlRecord) third = g_list_model_get_item (list, 2);
  g_autoptr (JlRecord) again = g_list_model_get_item (list, 2);

  g_clear_pointer (&result, jl_result_unref);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 5);
  g_assert_true (third == again);
  g_assert_true (jl_record_is_ready (third));
  g_assert_cmpuint (jl_record_get_row (third), ==, 2);
  g_assert_cmpint (jl_record_int (third, "n", 0), ==, 3);
  g_assert_cmpstr (jl_record_text (third, "n"), ==, "3");
}

static void
test_prepared (void)
{
  const char *words[] = { "通化", NULL };
  const char *nothing[] = { NULL };
  g_autoptr (JlSession) session = open_as (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) first = jl_session_query (session, &echo, words, &error);
  g_autoptr (JlResult) second = jl_session_query (session, &echo, nothing, &error);
  g_autoptr (JlResult) kept = ask (session, "select name from pg_prepared_statements");

  g_assert_no_error (error);
  g_assert_cmpstr (jl_result_text (first, 0, "words"), ==, "通化");
  g_assert_null (jl_result_text (second, 0, "words"));
  g_assert_cmpuint (jl_result_n_rows (kept), ==, 1);
  g_assert_cmpstr (jl_result_text (kept, 0, "name"), ==, "test.echo");
}

static void
test_settings (void)
{
  g_autoptr (JlSession) session = open_as (NULL);
  g_autoptr (JlResult) result = ask (session, "select current_setting ('application_name') as name,"
                                              " current_setting ('client_encoding') as encoding,"
                                              " date '2012-12-31' as day");

  g_assert_cmpstr (jl_result_text (result, 0, "name"), ==, "jiliang");
  g_assert_cmpstr (jl_result_text (result, 0, "encoding"), ==, "UTF8");
  g_assert_cmpstr (jl_result_text (result, 0, "day"), ==, "2012-12-31");
}

/* ---- pipelines */

static void
test_pipeline (void)
{
  const char  *one[] = { "1", "一" };
  const char  *two[] = { "2", NULL };
  const JlStep steps[] = { { &add_note, one }, { &add_note, two }, { &all_notes, NULL } };
  g_autoptr (JlSession) session = open_as (NULL);
  g_autoptr (GError) error = NULL;
  JlResult *results[3];

  reset_notes (session);
  g_assert_true (jl_session_pipeline (session, steps, 3, results, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (jl_result_n_rows (results[2]), ==, 2);
  g_assert_cmpstr (jl_result_text (results[2], 0, "words"), ==, "一");
  g_assert_true (jl_result_is_null (results[2], 1, "words"));
  for (guint i = 0; i < 3; i++)
    jl_result_unref (results[i]);
}

/* The step that fails gives the error, nothing of the pipeline stays, and the session goes on:
 * statements that were not reached are prepared when they are next asked for. */
static void
test_pipeline_error (void)
{
  const char  *one[] = { "1", "一" };
  const char  *zero[] = { "0" };
  const char  *words[] = { "after" };
  const JlStep steps[] = {
    { &add_note, one }, { &divide, zero }, { &echo, words }, { &all_notes, NULL }
  };
  g_autoptr (JlSession) session = open_as (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) notes = NULL;
  g_autoptr (JlResult) after = NULL;
  JlResult *results[4];

  reset_notes (session);
  g_assert_false (jl_session_pipeline (session, steps, 4, results, &error));
  g_assert_error (error, JL_ERROR, JL_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "The database does not take this value\ndivision by zero");
  for (guint i = 0; i < 4; i++)
    g_assert_null (results[i]);
  g_clear_error (&error);

  notes = jl_session_query (session, &all_notes, NULL, &error);
  after = jl_session_query (session, &echo, words, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (jl_result_n_rows (notes), ==, 0);
  g_assert_cmpstr (jl_result_text (after, 0, "words"), ==, "after");
}

static void
test_pipeline_bad_statement (void)
{
  const JlStep steps[] = { { &all_notes, NULL }, { &unknown, NULL }, { &all_notes, NULL } };
  g_autoptr (JlSession) session = open_as (NULL);
  JlResult *results[3];

  reset_notes (session);
  for (int attempt = 0; attempt < 2; attempt++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (jl_session_pipeline (session, steps, 3, results, &error));
      g_assert_error (error, JL_ERROR, JL_ERROR_SCHEMA);
    }
}

/* ---- transactions */

static void
test_transaction_kinds (void)
{
  static const char *const isolation[] = { "repeatable read", "read committed", "repeatable read" };
  static const char *const read_only[] = { "on", "off", "off" };
  g_autoptr (JlSession) session = open_as (NULL);

  for (int kind = JL_TRANSACTION_READ; kind <= JL_TRANSACTION_STRICT; kind++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JlResult) result = NULL;

      jl_session_begin (session, (JlTransaction) kind, &error);
      g_assert_no_error (error);
      result = ask (session, "select current_setting ('transaction_isolation') as isolation,"
                             " current_setting ('transaction_read_only') as read_only");
      g_assert_cmpstr (jl_result_text (result, 0, "isolation"), ==, isolation[kind]);
      g_assert_cmpstr (jl_result_text (result, 0, "read_only"), ==, read_only[kind]);
      jl_session_commit (session, &error);
      g_assert_no_error (error);
    }
}

static gint64
count_notes (JlSession *session)
{
  g_autoptr (JlResult) result = ask (session, "select count(*) as n from note");

  return jl_result_int (result, 0, "n", -1);
}

static void
test_rollback (void)
{
  g_autoptr (JlSession) session = open_as (NULL);

  reset_notes (session);
  jl_session_rollback (session);
  g_assert_true (jl_session_begin (session, JL_TRANSACTION_WRITE, NULL));
  run (session, "insert into note values (1, 'x')");
  jl_session_rollback (session);
  g_assert_cmpint (count_notes (session), ==, 0);
}

/* A commit that the server turns into a rollback is no success. */
static void
test_commit_failed (void)
{
  g_autoptr (JlSession) session = open_as (NULL);
  g_autoptr (GError) error = NULL;

  reset_notes (session);
  g_assert_true (jl_session_begin (session, JL_TRANSACTION_WRITE, NULL));
  run (session, "insert into note values (1, 'x')");
  assert_fails (session, "select 1 / 0", JL_ERROR_INVALID, NULL);
  g_assert_false (jl_session_commit (session, &error));
  g_assert_error (error, JL_ERROR, JL_ERROR_FAILED);
  g_assert_cmpint (count_notes (session), ==, 0);
}

static void
test_copy (void)
{
  g_autoptr (GBytes) good = g_bytes_new_static ("1\ta\n2\t\\N\n", 9);
  g_autoptr (GBytes) bad = g_bytes_new_static ("3\tc\n3\td\n", 8);
  g_autoptr (JlSession) session = open_as (NULL);
  g_autoptr (GError) error = NULL;

  reset_notes (session);
  g_assert_true (jl_session_copy_in (session, "copy note from stdin", good, &error));
  g_assert_no_error (error);
  g_assert_false (jl_session_copy_in (session, "copy note from stdin", bad, &error));
  g_assert_error (error, JL_ERROR, JL_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (jl_session_copy_in (session, "copy nowhere from stdin", good, &error));
  g_assert_error (error, JL_ERROR, JL_ERROR_SCHEMA);
  g_assert_cmpint (count_notes (session), ==, 2);
}

/* ---- errors */

static void
test_errors (void)
{
  static const struct
  {
    const char *sql;
    JlError     code;
    const char *message;
  } cases[] = {
    { "do $$begin raise sqlstate 'JL001' using message = 'no such unit', detail = 'line 7'; end$$",
      JL_ERROR_INVALID, "no such unit\nline 7" },
    { "do $$begin raise sqlstate 'JL002' using message = 'frozen', hint = 'correct it'; end$$",
      JL_ERROR_FROZEN, "frozen\ncorrect it" },
    { "do $$begin raise sqlstate 'JL003' using message = 'a', detail = 'b', hint = 'c'; end$$",
      JL_ERROR_STATE, "a\nb\nc" },
    { "do $$begin raise sqlstate 'JL004' using message = 'no rule'; end$$", JL_ERROR_NOT_FOUND,
      "no rule" },
    { "do $$begin raise 'plain'; end$$", JL_ERROR_FAILED, "plain" },
    { "do $$begin raise sqlstate '42501' using message = 'The audit log is never changed'; end$$",
      JL_ERROR_PERMISSION, "The audit log is never changed" },
    { "do $$begin raise sqlstate 'JL001' using message = 'x', detail = 'line 7: 1,5'; end$$",
      JL_ERROR_INVALID, "x\nline 7: 1,5" },
    { "do $$begin raise sqlstate 'JL001' using message = 'x', detail = 'lines 2 and 10'; end$$",
      JL_ERROR_INVALID, "x\nlines 2 and 10" },
    { "do $$begin raise sqlstate 'JL001' using message = 'x', detail = 'line 7th'; end$$",
      JL_ERROR_INVALID, "x\nline 7th" },
    { "insert into note values (1, '')", JL_ERROR_INVALID, NULL },
    { "insert into note values (null, 'x')", JL_ERROR_INVALID, NULL },
    { "insert into note values (1, 'x'), (1, 'y')", JL_ERROR_CONFLICT, NULL },
    { "select 'x'::int", JL_ERROR_INVALID,
      "The database does not take this value\ninvalid input syntax for type integer: \"x\"" },
    { "select * from nowhere", JL_ERROR_SCHEMA,
      "Program and database do not fit\nrelation \"nowhere\" does not exist" },
    { "select nothing ()", JL_ERROR_SCHEMA, NULL },
    { "set search_path = ''; create table nowhere.t ()", JL_ERROR_SCHEMA, NULL },
    { "set statement_timeout = 10; select pg_sleep (5)", JL_ERROR_TIMEOUT, NULL },
    { "selekt", JL_ERROR_FAILED, NULL },
  };
  g_autoptr (JlSession) session = open_as (NULL);

  reset_notes (session);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_fails (session, cases[i].sql, cases[i].code, cases[i].message);
  run (session, "select 1");
}

static void
test_permission (void)
{
  g_autoptr (JlSession) owner = open_as (NULL);
  g_autoptr (JlSession) reader = NULL;

  reset_notes (owner);
  run (owner, "drop role if exists test_reader; create role test_reader login");
  reader = open_as ("test_reader");
  assert_fails (reader, "select * from note", JL_ERROR_PERMISSION,
                "Your duty does not allow this\npermission denied for table note");
  assert_fails (reader, "create role test_more", JL_ERROR_PERMISSION, NULL);
}

static void
assert_cannot_open (const char *conninfo, const char *user, JlError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (jl_session_open (conninfo, user, "guess", &error));
  g_assert_error (error, JL_ERROR, (int) code);
}

static void
test_sign_in (void)
{
  g_autofree char *here = jl_test_cluster_conninfo (cluster, "postgres", NULL);
  g_autofree char *missing = jl_test_cluster_conninfo (cluster, "missing", NULL);

  assert_cannot_open (here, "nobody", JL_ERROR_AUTH);
  assert_cannot_open (missing, NULL, JL_ERROR_NOT_FOUND);
  assert_cannot_open ("host=/nonexistent", NULL, JL_ERROR_CONNECTION);
  assert_cannot_open ("postgresql://127.0.0.1:1/x", NULL, JL_ERROR_CONNECTION);
  assert_cannot_open ("no such parameter=1", NULL, JL_ERROR_INVALID);
  assert_cannot_open ("service=no-such-service", NULL, JL_ERROR_INVALID);
}

/* ---- two clients */

static void
test_serialization (void)
{
  g_autoptr (JlSession) one = open_as (NULL);
  g_autoptr (JlSession) two = open_as (NULL);

  reset_notes (one);
  run (one, "insert into note values (1, 'x')");
  g_assert_true (jl_session_begin (one, JL_TRANSACTION_STRICT, NULL));
  g_assert_cmpint (count_notes (one), ==, 1);
  run (two, "update note set words = 'y'");
  assert_fails (one, "update note set words = 'z'", JL_ERROR_CONFLICT, NULL);
  jl_session_rollback (one);
  run (one, "update note set words = 'z'");
}

static void
test_lock (void)
{
  g_autoptr (JlSession) one = open_as (NULL);
  g_autoptr (JlSession) two = open_as (NULL);

  reset_notes (one);
  g_assert_true (jl_session_begin (one, JL_TRANSACTION_WRITE, NULL));
  run (one, "lock table note");
  assert_fails (two, "begin; lock table note nowait", JL_ERROR_CONFLICT, NULL);
  g_assert_true (jl_session_commit (one, NULL));
  jl_session_rollback (two);
  run (two, "begin; lock table note nowait; commit");
}

static void
test_snapshot (void)
{
  g_autoptr (JlSession) reader = open_as (NULL);
  g_autoptr (JlSession) writer = open_as (NULL);

  reset_notes (writer);
  g_assert_true (jl_session_begin (reader, JL_TRANSACTION_READ, NULL));
  g_assert_cmpint (count_notes (reader), ==, 0);
  run (writer, "insert into note values (1, 'x')");
  g_assert_cmpint (count_notes (reader), ==, 0);
  g_assert_true (jl_session_commit (reader, NULL));
  g_assert_cmpint (count_notes (reader), ==, 1);
}

/* ---- a lost line */

static void
test_lost (void)
{
  const JlStep steps[] = { { &all_notes, NULL }, { &all_notes, NULL } };
  g_autoptr (JlSession) session = open_as (NULL);
  g_autoptr (GError) error = NULL;
  JlResult *results[2];

  g_assert_false (jl_session_is_lost (session));
  jl_test_cluster_stop (cluster, SIGQUIT);
  g_assert_false (jl_session_pipeline (session, steps, 2, results, &error));
  g_assert_error (error, JL_ERROR, JL_ERROR_CONNECTION);
  g_assert_true (jl_session_is_lost (session));
  jl_session_rollback (session);
  assert_fails (session, "select 1", JL_ERROR_CONNECTION, NULL);
  jl_test_cluster_start (cluster);
}

static void
test_lost_while_idle (void)
{
  g_autoptr (JlSession) session = open_as (NULL);

  g_assert_false (jl_session_is_lost (session));
  jl_test_cluster_stop (cluster, SIGINT);
  g_assert_true (jl_session_is_lost (session));
  jl_test_cluster_start (cluster);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/db/session/values", test_values);
  g_test_add_func ("/db/session/unknown-column", test_unknown_column);
  g_test_add_func ("/db/session/arrays", test_arrays);
  g_test_add_func ("/db/session/list", test_list);
  g_test_add_func ("/db/session/prepared", test_prepared);
  g_test_add_func ("/db/session/settings", test_settings);
  g_test_add_func ("/db/session/pipeline", test_pipeline);
  g_test_add_func ("/db/session/pipeline-error", test_pipeline_error);
  g_test_add_func ("/db/session/pipeline-bad-statement", test_pipeline_bad_statement);
  g_test_add_func ("/db/session/transaction-kinds", test_transaction_kinds);
  g_test_add_func ("/db/session/rollback", test_rollback);
  g_test_add_func ("/db/session/commit-failed", test_commit_failed);
  g_test_add_func ("/db/session/copy", test_copy);
  g_test_add_func ("/db/session/errors", test_errors);
  g_test_add_func ("/db/session/permission", test_permission);
  g_test_add_func ("/db/session/sign-in", test_sign_in);
  g_test_add_func ("/db/session/serialization", test_serialization);
  g_test_add_func ("/db/session/lock", test_lock);
  g_test_add_func ("/db/session/snapshot", test_snapshot);
  g_test_add_func ("/db/session/lost", test_lost);
  g_test_add_func ("/db/session/lost-while-idle", test_lost_while_idle);

  cluster = jl_test_cluster_new ();
  status = g_test_run ();
  jl_test_cluster_free (cluster);
  return status;
}
