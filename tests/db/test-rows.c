/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The lazy list against a table of 100 000 rows: its growth, random access, memory, letting go. */

#include <string.h>

#include "jl-rows.h"
#include "jl-test-cluster.h"

#define N_ROWS 100000
#define PAGE 100

/* A sanitizer keeps freed memory on purpose. */
#ifdef __SANITIZE_ADDRESS__
#define MEMORY_BOUND_KB G_MAXINT
#else
#define MEMORY_BOUND_KB 4096
#endif

static JlTestCluster *cluster;
static JlPool        *pool;

/* What the list told. */
typedef struct
{
  guint   changes;
  guint   position;
  guint   removed;
  guint   added;
  guint   loaded;
  guint   failed;
  GError *error;
} Told;

static void
items_changed_cb (GListModel *list, guint position, guint removed, guint added, Told *told)
{
  told->changes++;
  told->position = position;
  told->removed = removed;
  told->added = added;
}

static void
loaded_cb (JlRows *rows, GParamSpec *pspec, Told *told)
{
  told->loaded++;
}

static void
failed_cb (JlRows *rows, const GError *error, Told *told)
{
  told->failed++;
  g_clear_error (&told->error);
  told->error = g_error_copy (error);
}

static JlRowsQuery *
make_query (const char *least)
{
  JlRowsQuery *query = g_new0 (JlRowsQuery, 1);

  query->first_sql = g_strdup ("select id, name from thing where id >= $1::int order by name"
                               " limit $2::int");
  query->ids_sql = g_strdup ("select id from thing where id >= $1::int order by name");
  query->page_sql = g_strdup ("select id, name from thing"
                              " where $1::int is not null and id = any ($2::int[])");
  query->n_params = 1;
  query->params = g_new0 (char *, 1);
  query->params[0] = g_strdup (least);
  return query;
}

static JlRows *
open_rows (JlRowsQuery *query, Told *told)
{
  JlRows *rows = jl_rows_new (pool, query, PAGE);

  g_signal_connect (rows, "items-changed", G_CALLBACK (items_changed_cb), told);
  g_signal_connect (rows, "notify::loaded", G_CALLBACK (loaded_cb), told);
  g_signal_connect (rows, "failed", G_CALLBACK (failed_cb), told);
  return rows;
}

static void
wait_loaded (JlRows *rows)
{
  while (!jl_rows_is_loaded (rows))
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_ready (JlRecord *record)
{
  while (!jl_record_is_ready (record))
    g_main_context_iteration (NULL, TRUE);
}

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 100 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

/* The rows stand by name, and the names by id. */
static void
assert_row (JlRecord *record, guint position)
{
  g_autofree char *name = g_strdup_printf ("thing %06u", position + 1);

  g_assert_true (jl_record_is_ready (record));
  g_assert_cmpstr (jl_record_text (record, "name"), ==, name);
  g_assert_cmpint (jl_record_int (record, "id", 0), ==, position + 1);
}

static JlRecord *
look_at (JlRows *rows, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (rows), position);
}

static double
elapsed_ms (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000;
}

/* Resident memory in kilobytes. */
static gint64
memory_kb (void)
{
  g_autofree char *status = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  return g_ascii_strtoll (strstr (status, "VmRSS:") + strlen ("VmRSS:"), NULL, 10);
}

/* ---- growth */

static void
test_growth (void)
{
  Told   told = { 0 };
  gint64 since = g_get_monotonic_time ();
  g_autoptr (JlRows) rows = open_rows (make_query ("1"), &told);
  g_autoptr (JlRecord) held = NULL;
  g_autoptr (JlRecord) again = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 0);
  g_assert_null (look_at (rows, 0));
  while (told.changes == 0)
    g_main_context_iteration (NULL, TRUE);
  g_test_message ("first page after %.1f ms", elapsed_ms (since));
  g_assert_false (jl_rows_is_loaded (rows));
  g_assert_cmpuint (told.position, ==, 0);
  g_assert_cmpuint (told.added, ==, PAGE);
  held = look_at (rows, PAGE - 1);
  assert_row (held, PAGE - 1);

  wait_loaded (rows);
  g_test_message ("ids after %.1f ms", elapsed_ms (since));
  g_assert_cmpuint (told.changes, ==, 2);
  g_assert_cmpuint (told.position, ==, PAGE);
  g_assert_cmpuint (told.removed, ==, 0);
  g_assert_cmpuint (told.added, ==, N_ROWS - PAGE);
  g_assert_cmpuint (told.loaded, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, N_ROWS);
  again = look_at (rows, PAGE - 1);
  g_assert_true (held == again);
  g_assert_null (look_at (rows, N_ROWS));
  g_assert_cmpuint (told.failed, ==, 0);
}

static void
test_short (void)
{
  Told told = { 0 };
  g_autoptr (JlRows) rows = open_rows (make_query ("99991"), &told);
  g_autoptr (JlRecord) last = NULL;

  wait_loaded (rows);
  g_assert_cmpuint (told.changes, ==, 1);
  g_assert_cmpuint (told.added, ==, 10);
  last = look_at (rows, 9);
  assert_row (last, N_ROWS - 1);
}

static void
test_empty (void)
{
  Told told = { 0 };
  g_autoptr (JlRows) rows = open_rows (make_query ("200000"), &told);

  wait_loaded (rows);
  g_assert_cmpuint (told.changes, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 0);
}

/* A row that comes between the two questions changes the list from its place on, not the whole. */
static void
test_changed_between (void)
{
  JlRowsQuery *query = make_query ("1");
  Told         told = { 0 };
  g_autoptr (JlRows) rows = NULL;
  g_autoptr (JlRecord) moved = NULL;

  g_free (query->ids_sql);
  query->ids_sql = g_strdup ("select id from thing where id >= $1::int and id <> 51 order by name");
  rows = open_rows (query, &told);
  wait_loaded (rows);
  g_assert_cmpuint (told.changes, ==, 2);
  g_assert_cmpuint (told.position, ==, 50);
  g_assert_cmpuint (told.removed, ==, PAGE - 50);
  g_assert_cmpuint (told.added, ==, N_ROWS - 51);
  moved = look_at (rows, 50);
  wait_ready (moved);
  assert_row (moved, 51);
}

/* ---- access */

static void
ready_cb (JlRecord *record, GParamSpec *pspec, guint *n)
{
  *n += 1;
}

static void
test_placeholder (void)
{
  Told  told = { 0 };
  guint n_ready = 0;
  g_autoptr (JlRows) rows = open_rows (make_query ("1"), &told);
  g_autoptr (JlRecord) record = NULL;
  g_autoptr (JlRecord) again = NULL;

  wait_loaded (rows);
  record = look_at (rows, 77777);
  again = look_at (rows, 77777);
  g_signal_connect (record, "notify::ready", G_CALLBACK (ready_cb), &n_ready);
  g_assert_true (record == again);
  g_assert_false (jl_record_is_ready (record));
  g_assert_null (jl_record_get_result (record));
  g_assert_null (jl_record_text (record, "name"));
  g_assert_cmpint (jl_record_int (record, "id", -5), ==, -5);
  wait_ready (record);
  g_assert_cmpuint (n_ready, ==, 1);
  assert_row (record, 77777);
}

/* A row that has gone since the ids came is ready and empty. */
static void
test_gone (void)
{
  JlRowsQuery *query = make_query ("1");
  Told         told = { 0 };
  g_autoptr (JlRows) rows = NULL;
  g_autoptr (JlRecord) gone = NULL;
  g_autoptr (JlRecord) next = NULL;

  g_free (query->page_sql);
  query->page_sql = g_strdup ("select id, name from thing"
                              " where $1::int is not null and id = any ($2::int[]) and id <> 5001");
  rows = open_rows (query, &told);
  wait_loaded (rows);
  gone = look_at (rows, 5000);
  next = look_at (rows, 5001);
  wait_ready (gone);
  g_assert_null (jl_record_text (gone, "name"));
  assert_row (next, 5001);
}

static void
test_random_access (void)
{
  Told told = { 0 };
  g_autoptr (JlRows) rows = open_rows (make_query ("1"), &told);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20100723);
  gint64 worst = 0;
  gint64 since;
  gint64 before;

  wait_loaded (rows);
  before = memory_kb ();
  since = g_get_monotonic_time ();
  for (guint i = 0; i < 2000; i++)
    {
      guint  position = (guint) g_rand_int_range (rand, 0, N_ROWS);
      gint64 began = g_get_monotonic_time ();
      g_autoptr (JlRecord) record = look_at (rows, position);

      wait_ready (record);
      assert_row (record, position);
      worst = MAX (worst, g_get_monotonic_time () - began);
    }
  g_test_message ("a page at random: %.2f ms, worst %.2f ms, %d kB of memory more",
                  elapsed_ms (since) / 2000, (double) worst / 1000, (int) (memory_kb () - before));
  g_assert_cmpint (memory_kb () - before, <, MEMORY_BOUND_KB);
  g_assert_cmpuint (told.failed, ==, 0);
}

/* A view that races through the list: looking costs little, and only what it holds at the end is
 * fetched, which is there soon. */
static void
test_race (void)
{
  Told told = { 0 };
  g_autoptr (JlRows) rows = open_rows (make_query ("1"), &told);
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 since;

  wait_loaded (rows);
  since = g_get_monotonic_time ();
  for (guint i = 0; i < N_ROWS; i++)
    g_object_unref (look_at (rows, i));
  for (guint i = 0; i < 200; i++)
    g_ptr_array_add (held, look_at (rows, 60000 + i));
  g_test_message ("looking at %d places: %.1f ms", N_ROWS + 200, elapsed_ms (since));
  g_assert_cmpfloat (elapsed_ms (since), <, 1000);
  since = g_get_monotonic_time ();
  for (guint i = 0; i < held->len; i++)
    {
      wait_ready (held->pdata[i]);
      assert_row (held->pdata[i], 60000 + i);
    }
  g_test_message ("what is held was there after %.1f ms", elapsed_ms (since));
  g_assert_cmpfloat (elapsed_ms (since), <, 1000);
}

/* ---- failures and letting go */

static void
test_page_fails (void)
{
  JlRowsQuery *query = make_query ("1");
  Told         told = { 0 };
  g_autoptr (JlRows) rows = NULL;
  g_autoptr (JlRecord) record = NULL;

  g_free (query->page_sql);
  query->page_sql = g_strdup ("select id, 1 / (id - id) as name from thing"
                              " where $1::int is not null and id = any ($2::int[])");
  rows = open_rows (query, &told);
  wait_loaded (rows);
  record = look_at (rows, 500);
  for (guint attempt = 1; attempt <= 2; attempt++)
    {
      while (told.failed < attempt)
        g_main_context_iteration (NULL, TRUE);
      g_assert_error (told.error, JL_ERROR, JL_ERROR_INVALID);
      g_assert_false (jl_record_is_ready (record));
      g_object_unref (look_at (rows, 501));
    }
  g_clear_error (&told.error);
}

static void
test_first_fails (void)
{
  JlRowsQuery *query = make_query ("no number");
  Told         told = { 0 };
  g_autoptr (JlRows) rows = open_rows (query, &told);

  while (told.failed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (told.error, JL_ERROR, JL_ERROR_INVALID);
  g_assert_false (jl_rows_is_loaded (rows));
  g_clear_error (&told.error);
}

static void
slow (char **sql)
{
  char *slowed = g_strdup_printf ("with wait as materialized (select pg_sleep (30)) select t.*"
                                  " from (%s) t, wait",
                                  *sql);

  g_free (*sql);
  *sql = slowed;
}

/* However far the list is, the last reference ends it, and the pool is free for others at once. */
static void
test_let_go (void)
{
  for (guint stage = 0; stage < 3; stage++)
    {
      JlRowsQuery *query = make_query ("1");
      Told         told = { 0 };
      g_autoptr (JlRecord) record = NULL;
      g_autoptr (JlRows) other = NULL;
      JlRows *rows;
      gint64  since;

      slow (stage == 0 ? &query->first_sql : stage == 1 ? &query->ids_sql
                                                        : &query->page_sql);
      rows = open_rows (query, &told);
      while (stage > 0 && told.changes < stage)
        g_main_context_iteration (NULL, TRUE);
      if (stage == 2)
        record = look_at (rows, 90000);
      settle ();
      g_assert_finalize_object (rows);
      since = g_get_monotonic_time ();
      other = open_rows (make_query ("99991"), &told);
      wait_loaded (other);
      g_assert_cmpfloat (elapsed_ms (since), <, 1000);
      g_assert_cmpuint (told.failed, ==, 0);
    }
}

static void
test_close_pool (void)
{
  g_autofree char *conninfo = jl_test_cluster_conninfo (cluster, "postgres", NULL);
  JlPool          *own = jl_pool_new (conninfo, NULL, NULL, 2);
  JlRows          *rows = jl_rows_new (own, make_query ("1"), PAGE);

  jl_pool_close (own);
  settle ();
  g_assert_false (jl_rows_is_loaded (rows));
  g_assert_finalize_object (rows);
  g_assert_finalize_object (own);
}

int
main (int argc, char **argv)
{
  g_autofree char *conninfo = NULL;
  int              status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/db/rows/growth", test_growth);
  g_test_add_func ("/db/rows/short", test_short);
  g_test_add_func ("/db/rows/empty", test_empty);
  g_test_add_func ("/db/rows/changed-between", test_changed_between);
  g_test_add_func ("/db/rows/placeholder", test_placeholder);
  g_test_add_func ("/db/rows/gone", test_gone);
  g_test_add_func ("/db/rows/random-access", test_random_access);
  g_test_add_func ("/db/rows/race", test_race);
  g_test_add_func ("/db/rows/page-fails", test_page_fails);
  g_test_add_func ("/db/rows/first-fails", test_first_fails);
  g_test_add_func ("/db/rows/let-go", test_let_go);
  g_test_add_func ("/db/rows/close-pool", test_close_pool);

  cluster = jl_test_cluster_new ();
  jl_test_cluster_run (cluster, "postgres",
                       "create table thing (id int primary key, name text not null);"
                       "insert into thing select n, 'thing ' || lpad (n::text, 6, '0')"
                       " from generate_series (1, 100000) n;"
                       "create index on thing (name); analyze thing");
  conninfo = jl_test_cluster_conninfo (cluster, "postgres", NULL);
  pool = jl_pool_new (conninfo, NULL, NULL, 2);
  status = g_test_run ();
  g_object_unref (pool);
  jl_test_cluster_free (cluster);
  return status;
}
