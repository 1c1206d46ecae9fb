/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The life of a record through the store, and registers as files: what goes out comes back the same, what must not come in does not. */

#include "jl-csv.h"
#include "jl-register-export.h"
#include "jl-register-import.h"
#include "jl-register-store.h"
#include "jl-test-practice.h"

#include <glib/gstdio.h>
#include <string.h>

#define BUILDINGS 600
#define YEAR 2012

/* The first row's first column. (transfer full) */
static char *
ask (JlSession *session, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) result = jl_session_query_text (session, sql, 0, NULL, &error);

  g_assert_no_error (error);
  return g_strdup (jl_result_text (result, 0, jl_result_column_name (result, 0)));
}

static gint64
ask_number (JlSession *session, const char *sql)
{
  g_autofree char *text = ask (session, sql);

  return g_ascii_strtoll (text, NULL, 10);
}

/* ---- one record */

static const JlRegister *
boilers (void)
{
  return jl_register_find ("boiler_house");
}

static JlFieldValue
value (const char *field, const char *raw)
{
  return (JlFieldValue){ jl_register_field (boilers (), field), raw };
}

/* A boiler house in 南关区; its id. */
static gint64
add_boiler_house (JlSession *session, const char *code, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *unit = ask (session, "select unit_id::text from jl_api.leaves (null, 2012) where code = '220102'");
  const JlFieldValue values[] = { value ("unit_id", unit), value ("code", code), value ("name", name), value ("boilers", "2") };
  g_autoptr (JlResult) saved = jl_register_save_record (session, boilers (), 0, 0, values, G_N_ELEMENTS (values), &error);

  g_assert_no_error (error);
  g_assert_cmpint (jl_result_int (saved, 0, "version", 0), ==, 1);
  return jl_result_int (saved, 0, "id", 0);
}

static void
assert_boilers (JlSession *session, gint64 id, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) record = jl_register_load_record (session, boilers (), id, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (jl_result_n_rows (record), ==, expected != NULL);
  if (expected != NULL)
    g_assert_cmpstr (jl_result_text (record, 0, "boilers"), ==, expected);
}

/* Two read version 1; the second to save meets the first's version. */
static void
test_conflict (void)
{
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);
  gint64             id = add_boiler_house (session, "TEST-C", "测试“甲”\\锅炉房");
  const JlFieldValue three[] = { value ("boilers", "3") };
  const JlFieldValue four[] = { value ("boilers", "4") };
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) first = jl_register_save_record (session, boilers (), id, 1, three, 1, &error);
  g_autoptr (JlResult) second = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (jl_result_int (first, 0, "version", 0), ==, 2);
  second = jl_register_save_record (session, boilers (), id, 1, four, 1, &error);
  g_assert_null (second);
  g_assert_error (error, JL_ERROR, JL_ERROR_CONFLICT);
  assert_boilers (session, id, "3");
}

static gboolean
has_step (JlResult *history, const char *field, const char *before, const char *after)
{
  for (guint i = 0; i < jl_result_n_rows (history); i++)
    if (g_strcmp0 (jl_result_text (history, i, "field"), field) == 0 &&
        g_strcmp0 (jl_result_text (history, i, "old_value"), before) == 0 &&
        g_strcmp0 (jl_result_text (history, i, "new_value"), after) == 0)
      return TRUE;
  return FALSE;
}

/* Emptied, deleted, brought back as it first was, and its history told. */
static void
test_life (void)
{
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);
  gint64             id = add_boiler_house (session, "TEST-L", "测试乙锅炉房");
  const JlFieldValue none[] = { value ("boilers", NULL) };
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) changed = jl_register_save_record (session, boilers (), id, 1, none, 1, &error);
  g_autoptr (JlResult) restored = NULL;
  g_autoptr (JlResult) versions = NULL;
  g_autoptr (JlResult) history = NULL;

  g_assert_no_error (error);
  g_assert_true (jl_register_delete_record (session, boilers (), id, 2, &error));
  assert_boilers (session, id, NULL);
  g_assert_false (jl_register_delete_record (session, boilers (), id, 2, &error));
  g_assert_error (error, JL_ERROR, JL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  restored = jl_register_restore_record (session, boilers (), id, 1, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (jl_result_int (restored, 0, "id", 0), ==, id);
  assert_boilers (session, id, "2");
  versions = jl_register_versions (session, boilers (), id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (jl_result_n_rows (versions), ==, 4);
  g_assert_true (jl_result_bool (versions, 1, "deleted"));
  g_assert_nonnull (strstr (jl_result_text (versions, 0, "content"), "TEST-L"));
  history = jl_register_history (session, boilers (), id, &error);
  g_assert_no_error (error);
  g_assert_true (has_step (history, "boilers", "2", NULL));
}

/* What a constraint refuses is an error of the values, not of the program. */
static void
test_refused (void)
{
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);
  g_autoptr (JlSession) price = jl_test_practice_open ("jl_practice_price1");
  gint64             id = add_boiler_house (session, "TEST-R", "测试丙锅炉房");
  const JlFieldValue zero[] = { value ("boilers", "0") };
  const JlFieldValue one[] = { value ("boilers", "1") };
  g_autoptr (GError) error = NULL;

  g_assert_null (jl_register_save_record (session, boilers (), id, 1, zero, 1, &error));
  g_assert_error (error, JL_ERROR, JL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (jl_register_save_record (price, boilers (), id, 1, one, 1, &error));
  g_assert_error (error, JL_ERROR, JL_ERROR_PERMISSION);
}

/* Found by its characters, by 拼音 and by initials, in a list and in a picker. */
static void
test_found (void)
{
  static const char *const asked[] = { "丁级试验", "djsy", "dingjishiyan", "TEST-F" };
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);
  gint64 id = add_boiler_house (session, "TEST-F", "丁级试验锅炉房");
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autoptr (JlRegisterFilter) filter = jl_register_filter_new (boilers ());
      g_autoptr (JlResult) sums = NULL;
      g_autoptr (JlResult) picked = jl_register_pick (session, boilers (), asked[i], 0, 5, &error);

      g_assert_no_error (error);
      jl_register_filter_set_text (filter, asked[i]);
      sums = jl_register_filter_sums (filter, session, &error);
      g_assert_no_error (error);
      g_test_message ("%s", asked[i]);
      g_assert_cmpint (jl_result_int (sums, 0, "records", 0), ==, 1);
      g_assert_cmpuint (jl_result_n_rows (picked), ==, 1);
      g_assert_cmpint (jl_result_int (picked, 0, "id", 0), ==, id);
    }
}

/* Papers come back byte for byte; what is none of the three kinds is refused. */
static void
test_papers (void)
{
  static const char pdf[] = "%PDF-1.4\n\0\x01\xff binary\\";
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);
  gint64 id = add_boiler_house (session, "TEST-P", "测试戊锅炉房");
  g_autoptr (GBytes) paper = g_bytes_new_static (pdf, sizeof pdf);
  g_autoptr (GBytes) text = g_bytes_new_static ("hello", 5);
  g_autoptr (GBytes) back = NULL;
  g_autoptr (JlResult) papers = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (jl_attachment_add (session, boilers (), id, "批复.pdf", paper, &error));
  g_assert_no_error (error);
  g_assert_false (jl_attachment_add (session, boilers (), id, "批复.pdf", text, &error));
  g_assert_error (error, JL_ERROR, JL_ERROR_INVALID);
  g_clear_error (&error);
  papers = jl_attachments_load (session, boilers (), id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (jl_result_n_rows (papers), ==, 1);
  g_assert_cmpstr (jl_result_text (papers, 0, "mime"), ==, "application/pdf");
  back = jl_attachment_content (session, jl_result_int (papers, 0, "id", 0), &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (back, paper));
}

static void
test_rights (void)
{
  g_autoptr (JlSession) reader = jl_test_practice_open ("jl_practice_reader1");
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) none = jl_registers_rights (reader, &error);
  g_autoptr (JlResult) some = jl_registers_rights (session, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < jl_result_n_rows (none); i++)
    {
      g_assert_nonnull (jl_register_find (jl_result_text (none, i, "name")));
      g_assert_false (jl_result_bool (none, i, "may_add"));
      n += jl_result_bool (some, i, "may_add");
    }
  g_assert_cmpuint (n, >, 20);
}

/* ---- files */

static char *
temporary_file (const char *suffix)
{
  g_autofree char *name = g_strconcat ("jiliang-export-", G_STRINGIFY (YEAR), suffix, NULL);

  return g_build_filename (g_get_user_data_dir (), name, NULL);
}

static JlRegisterExport
export_of (const JlRegisterFilter *filter)
{
  return (JlRegisterExport){ .filter = filter, .place = "全省", .day = "2013-06-01", .practice = TRUE };
}

static GPtrArray *
read_csv (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GPtrArray *rows;
  char      *text;
  gsize      size;

  g_assert_true (g_file_get_contents (path, &text, &size, &error));
  bytes = g_bytes_new_take (text, size);
  rows = jl_csv_parse (bytes, &error);
  g_assert_no_error (error);
  return rows;
}

static gboolean
seek (JlResult *batch, gpointer data, GError **error)
{
  return g_ptr_array_add ((GPtrArray *) data, jl_result_ref (batch)), TRUE;
}

/* Less than nothing is computed only, never typed: its digits are read. */
static char *
read_cell (const JlField *field, const char *cell)
{
  gboolean         negative = field->flags & JL_FIELD_DERIVED && *cell == '-' && g_ascii_isdigit (cell[1]);
  g_autofree char *raw = NULL;
  g_autoptr (GError) error = NULL;

  jl_field_parse (field, cell + negative, &raw, &error);
  g_assert_no_error (error);
  return negative ? g_strconcat ("-", raw, NULL) : g_steal_pointer (&raw);
}

/* Every number and word of every register is read back from its file as the server's own text. */
static void
assert_same_cells (const JlRegister *reg, GPtrArray *rows, JlResult *batch, guint first)
{
  for (guint r = 0; r < jl_result_n_rows (batch); r++)
    {
      char **cells = ((JlCsvRow *) g_ptr_array_index (rows, first + r))->cells;

      for (guint i = 0; reg->fields[i].name != NULL; i++)
        {
          const JlField   *field = &reg->fields[i];
          const char      *cell = cells[i][0] == '\'' ? cells[i] + 1 : cells[i];
          g_autofree char *raw = NULL;

          if (field->type == JL_FIELD_UNIT || field->type == JL_FIELD_REFERENCE || field->type == JL_FIELD_YES_NO)
            continue;
          raw = read_cell (field, cell);
          if (field->type == JL_FIELD_DECIMAL && raw != NULL)
            g_assert_cmpfloat (g_ascii_strtod (raw, NULL), ==, jl_result_double (batch, r, field->name));
          else
            g_assert_cmpstr (raw, ==, jl_result_text (batch, r, field->name));
        }
    }
}

static void
test_csv (void)
{
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);
  g_autofree char *path = temporary_file (".csv");

  for (const JlRegister *const *reg = jl_registers_all (); *reg != NULL; reg++)
    {
      g_autoptr (JlRegisterFilter) filter = jl_register_filter_new (*reg);
      const JlRegisterExport what = export_of (filter);
      g_autoptr (GPtrArray) batches = g_ptr_array_new_with_free_func ((GDestroyNotify) jl_result_unref);
      g_autoptr (GPtrArray) rows = NULL;
      g_autoptr (GError) error = NULL;
      guint first = 1;

      g_test_message ("%s", (*reg)->name);
      g_assert_true (jl_register_export_write (&what, session, path, NULL, NULL, NULL, &error));
      g_assert_no_error (error);
      rows = read_csv (path);
      jl_register_filter_each_batch (filter, session, seek, batches, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < batches->len; i++)
        {
          JlResult *batch = g_ptr_array_index (batches, i);

          assert_same_cells (*reg, rows, batch, first);
          first += jl_result_n_rows (batch);
        }
      g_assert_cmpuint (rows->len, ==, first);
    }
  g_unlink (path);
}

/* A text that a spreadsheet would compute is a text in the file. */
static void
test_formula (void)
{
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);
  g_autoptr (JlRegisterFilter) filter = jl_register_filter_new (boilers ());
  const char *const      code[] = { "TEST-X" };
  const JlRegisterExport what = export_of (filter);
  g_autofree char       *path = temporary_file (".csv");
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  add_boiler_house (session, "TEST-X", "=cmd|'/c calc'!A1,\"x\"");
  jl_register_filter_set_test (filter, jl_register_field (boilers (), "code"), JL_TEST_ANY_OF, code, 1);
  g_assert_true (jl_register_export_write (&what, session, path, NULL, NULL, NULL, &error));
  rows = read_csv (path);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_true (g_strv_contains ((const char *const *) ((JlCsvRow *) rows->pdata[1])->cells, "'=cmd|'/c calc'!A1,\"x\""));
  g_unlink (path);
}

static void
cancel_soon (guint64 n_done, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

/* An export that is cancelled leaves what was there before, and nothing beside it. */
static void
test_cancelled (void)
{
  static const char *const suffixes[] = { ".csv", ".xlsx" };
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);
  g_autoptr (JlRegisterFilter) filter = jl_register_filter_new (jl_register_find ("building_season"));
  const JlRegisterExport what = export_of (filter);

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autofree char *path = temporary_file (suffixes[i]);
      g_autofree char *part = g_strconcat (path, ".part", NULL);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, "before", -1, NULL));
      g_assert_false (jl_register_export_write (&what, session, path, cancellable, cancel_soon, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, "before");
      g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
      g_unlink (path);
    }
}

/* ---- what comes in */

static JlRegisterImport *
read_text (const JlRegister *reg, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  JlRegisterImport *import = jl_register_import_read (reg, bytes, &error);

  g_assert_no_error (error);
  return import;
}

/* Files with one fault each, and where it is. */
static void
test_faults (void)
{
  static const struct
  {
    const char *text;
    guint       line;
    const char *column;
  } cases[] = {
    { "unit_id,code,name,用户姓名\n220102,a,b,c\n", 1, "用户姓名" },
    { "unit_id,code,name,联系电话\n220102,a,b,\n", 1, "联系电话" },
    { "unit_id,code,name,colour\n220102,a,b,c\n", 1, "colour" },
    { "unit_id,code,name,name\n220102,a,b,c\n", 1, "name" },
    { "unit_id,code\n220102,a\n", 1, NULL },
    { "unit_id,code,name\n", 1, "" },
    { "unit_id,code,name\n220102,a,b\n220102,,b\n", 3, "code" },
    { "unit_id,code,name,note\n220102,a,b,电话13812345678\n", 2, "note" },
    { "unit_id,code,name,note\n220102,a,b,11010519491231002X\n", 2, "note" },
    { "unit_id,code,name,note\n220102,a,b,110105491231002\n", 2, "note" },
    { "unit_id,code,name,heated_dm2\n220102,a,b,1.23456789\n", 2, "heated_dm2" },
    { "unit_id,code,name,boilers\n220102,a,b,two\n", 2, "boilers" },
    { "unit_id,code,name,merged_on\n220102,a,b,2011-02-29\n", 2, "merged_on" },
    { "unit_id,code,name\n229999,a,b\n", 2, "unit_id" },
    { "unit_id,code,name,company_id\n220102,a,b,没有这家\n", 2, "company_id" },
  };
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JlRegisterImport) import = read_text (boilers (), cases[i].text);
      GPtrArray           *faults = jl_register_import_get_faults (import);
      const JlImportFault *fault;

      g_test_message ("%s", cases[i].text);
      if (faults->len == 0)
        g_assert_true (jl_register_import_resolve (import, session, NULL));
      g_assert_cmpuint (faults->len, ==, 1);
      fault = g_ptr_array_index (faults, 0);
      g_assert_cmpuint (fault->line, ==, cases[i].line);
      if (cases[i].column != NULL)
        g_assert_cmpstr (fault->column, ==, cases[i].column);
    }
}

/* What is no identity: other digits of the same length. */
static void
test_harmless (void)
{
  g_autoptr (JlRegisterImport) import = read_text (boilers (), "unit_id,code,name,note\n220102,a,b,110105194912310021 22010219990101\n");

  g_assert_cmpuint (jl_register_import_get_faults (import)->len, ==, 0);
}

static gboolean
send (JlSession *session, const JlRegister *reg, const char *text, guint *n_added, GError **error)
{
  g_autoptr (JlRegisterImport) import = read_text (reg, text);

  g_assert_cmpuint (jl_register_import_get_faults (import)->len, ==, 0);
  g_assert_true (jl_register_import_resolve (import, session, error));
  g_assert_cmpuint (jl_register_import_get_faults (import)->len, ==, 0);
  return jl_register_import_send (import, session, "boilers.csv", n_added, error);
}

/* All rows or none: a row that the database refuses is named by its line; a file that came before changes nothing. */
static void
test_all_or_none (void)
{
  static const char good[] = "unit_id,code,name,heated_dm2,planned_on\n220102,IMP-1,甲,1.5,2012年3月4日\n朝阳区,IMP-2,乙,,\n";
  static const char bad[] = "unit_id,code,name,boilers\n220102,IMP-3,丙,1\n220102,IMP-4,丁,1\n220102,IMP-1,戊,1\n220102,IMP-5,己,1\n";
  static const char count[] = "select count (*) from jl_api.boiler_house_list where code like 'IMP-%' and import_id is not null";
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);
  g_autoptr (GError) error = NULL;
  guint n_added;

  g_assert_true (send (session, boilers (), good, &n_added, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_added, ==, 2);
  g_assert_cmpint (ask_number (session, count), ==, 2);
  g_assert_cmpint (ask_number (session, "select heated_dm2 from jl_api.boiler_house_list where code = 'IMP-1'"), ==, 1500000);
  g_assert_true (send (session, boilers (), good, &n_added, &error));
  g_assert_cmpuint (n_added, ==, 0);
  g_assert_false (send (session, boilers (), bad, &n_added, &error));
  g_assert_error (error, JL_ERROR, JL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "line 4"));
  g_assert_cmpint (ask_number (session, count), ==, 2);
}

/* A clerk brings in what lies in his own units only; the record of a parent lies where the parent does. */
static void
test_own_rights (void)
{
  g_autoptr (JlSession) clerk = jl_test_practice_open ("jl_practice_city1");
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);
  g_autoptr (GError) error = NULL;
  guint n_added;

  g_assert_false (send (clerk, boilers (), "unit_id,code,name\n220282,OWN-9,外\n", &n_added, &error));
  g_assert_error (error, JL_ERROR, JL_ERROR_PERMISSION);
  g_clear_error (&error);
  g_assert_true (send (clerk, boilers (), "unit_id,code,name\n220102,OWN-8,内\n", &n_added, &error));
  g_assert_no_error (error);
  g_assert_true (send (session, jl_register_find ("new_project"),
                       "unit_id,code,name,developer,use,floor_dm2\n220102,OWN-P,项目,开发单位,residential,100\n", &n_added, &error));
  g_assert_no_error (error);
  g_assert_true (send (session, jl_register_find ("project_gate"), "project_id,gate,state\nOWN-P,contract,done\n", &n_added, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask_number (session, "select count (*) from jl_api.project_gate_list g join jl_api.new_project_list p on p.id = g.project_id"
                                        " where p.code = 'OWN-P' and g.unit_id = p.unit_id"),
                   ==, 1);
  g_assert_cmpuint (n_added, ==, 1);
}

int
main (int argc, char **argv)
{
  int failed;

  jl_test_practice_enter (&argc, &argv, BUILDINGS, YEAR + 2);
  g_test_add_func ("/db/register-records/conflict", test_conflict);
  g_test_add_func ("/db/register-records/life", test_life);
  g_test_add_func ("/db/register-records/refused", test_refused);
  g_test_add_func ("/db/register-records/found", test_found);
  g_test_add_func ("/db/register-records/papers", test_papers);
  g_test_add_func ("/db/register-records/rights", test_rights);
  g_test_add_func ("/db/register-records/csv", test_csv);
  g_test_add_func ("/db/register-records/formula", test_formula);
  g_test_add_func ("/db/register-records/cancelled", test_cancelled);
  g_test_add_func ("/db/register-records/faults", test_faults);
  g_test_add_func ("/db/register-records/harmless", test_harmless);
  g_test_add_func ("/db/register-records/all-or-none", test_all_or_none);
  g_test_add_func ("/db/register-records/own-rights", test_own_rights);
  failed = g_test_run ();
  jl_test_practice_leave ();
  return failed;
}
