/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What an export writes: CSV byte by byte, with nothing that a spreadsheet would take for a formula; XLSX as unzip reads it back. */

#include "jl-csv.h"
#include "jl-result-private.h"
#include "jl-sink-private.h"
#include "jl-test-file.h"

static const JlChoice uses[] = { { "1", "Housing" }, { NULL } };
static const JlField  fields[] = {
   { "code", "Code", JL_FIELD_TEXT },
   { "use", "Use", JL_FIELD_CHOICE, 0, 8, uses },
   { "area_dm2", "Area", JL_FIELD_AREA },
   { "done_on", "Done", JL_FIELD_DATE },
};
static const JlField *const shown[] = { &fields[0], &fields[1], &fields[2], &fields[3], NULL };
static const JlRegister     reg = { "sample", "Sample", "Group", "C-NEW", fields, "code" };

/* One row of four cells; NULL: missing. */
static JlResult *
make_row (const char *const cells[4])
{
  PGresult    *made = PQmakeEmptyPGresult (NULL, PGRES_TUPLES_OK);
  PGresAttDesc columns[4] = { 0 };

  for (int i = 0; i < 4; i++)
    columns[i].name = (char *) fields[i].name;
  PQsetResultAttrs (made, 4, columns);
  for (int i = 0; i < 4; i++)
    PQsetvalue (made, 0, i, (char *) cells[i], cells[i] != NULL ? (int) strlen (cells[i]) : -1);
  return jl_result_new (made);
}

static void
write_file (const JlSinkKind *kind, const char *path, const char *const rows[][4], guint n)
{
  g_autoptr (JlRegisterFilter) filter = jl_register_filter_new (&reg);
  g_autoptr (GError) error = NULL;
  const JlRegisterExport what = { .filter = filter, .place = "City", .day = "2012-12-31" };
  JlSink                *sink = kind->open (&what, shown, path, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JlResult) row = make_row (rows[i]);

      g_assert_true (kind->add (sink, row, 0, &error));
    }
  g_assert_true (kind->close (sink, FALSE, &error));
  g_assert_no_error (error);
}

static void
test_csv (void)
{
  static const char *const rows[][4] = {
    { "plain", "1", "123450", "2012-12-31" },
    { "a,b", "1", NULL, NULL },
    { "say \"x\"", NULL, "0", NULL },
    { "two\nlines", NULL, "100000000", NULL },
    { "less", NULL, "-123450", NULL },
  };
  static const char expected[] = "\xef\xbb\xbf"
                                 "Code,Use,Area(m²),Done\r\n"
                                 "plain,Housing,1234.5,2012-12-31\r\n"
                                 "\"a,b\",Housing,,\r\n"
                                 "\"say \"\"x\"\"\",,0,\r\n"
                                 "\"two\nlines\",,1000000,\r\n"
                                 "less,,-1234.5,\r\n";
  g_autoptr (JlTestFile) path = jl_test_file_new ("file.csv");
  g_autofree char *written = NULL;

  write_file (&jl_sink_csv, path, rows, G_N_ELEMENTS (rows));
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, expected);
}

/* A cell that begins as a formula is text, and the reader gives back what was written. */
static void
test_no_formula (void)
{
  static const char *const rows[][4] = {
    { "=1+1", NULL, NULL, NULL },
    { "+1", NULL, NULL, NULL },
    { "-1", NULL, NULL, NULL },
    { "@SUM(A1)", NULL, NULL, NULL },
    { "\tx", NULL, NULL, NULL },
    { "\rx", NULL, NULL, NULL },
    { "a=1", NULL, NULL, NULL },
  };
  g_autoptr (JlTestFile) path = jl_test_file_new ("file.csv");
  g_autofree char *written = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) read = NULL;

  write_file (&jl_sink_csv, path, rows, G_N_ELEMENTS (rows));
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  bytes = g_bytes_new_static (written, strlen (written));
  read = jl_csv_parse (bytes, NULL);
  g_assert_cmpuint (read->len, ==, 1 + G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *cell = ((JlCsvRow *) g_ptr_array_index (read, i + 1))->cells[0];

      g_assert_null (strchr ("=+-@\t\r", cell[0]));
      g_assert_true (g_str_has_suffix (cell, rows[i][0]));
      g_assert_cmpuint (strlen (cell), ==, strlen (rows[i][0]) + (i < G_N_ELEMENTS (rows) - 1 ? 1 : 0));
    }
}

static char *
unzip (const char *path, const char *part)
{
  const char *const argv[] = { "unzip", "-p", path, part, NULL };
  char             *out = NULL;
  int               status = -1;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  return out;
}

/* Numbers are numbers in the unit of the head, days are days, texts are texts and never formulas. */
static void
test_xlsx (void)
{
  static const char *const rows[][4] = {
    { "220102-00001", "1", "123450", "2012-12-31" },
    { "=HYPERLINK(\"x\")", NULL, NULL, NULL },
    { "<&>", NULL, "0", NULL },
    { "less", NULL, "-67890", NULL },
  };
  g_autofree char *program = g_find_program_in_path ("unzip");
  g_autoptr (JlTestFile) path = NULL;
  g_autofree char *sheet = NULL;

  if (program == NULL)
    {
      g_test_skip ("unzip is not installed");
      return;
    }
  path = jl_test_file_new ("file.xlsx");
  write_file (&jl_sink_xlsx, path, rows, G_N_ELEMENTS (rows));
  sheet = unzip (path, "xl/worksheets/sheet1.xml");
  g_assert_nonnull (strstr (sheet, "<c r=\"A3\"")); /* the head */
  g_assert_nonnull (strstr (sheet, "Area(m²)"));
  g_assert_nonnull (strstr (sheet, "<c r=\"A4\" t=\"inlineStr\"><is><t>220102-00001</t></is></c>"));
  g_assert_nonnull (strstr (sheet, "<is><t>Housing</t></is>"));
  g_assert_nonnull (strstr (sheet, "<v>1234.5</v>"));
  g_assert_nonnull (strstr (sheet, "<v>-678.9</v>"));
  g_assert_nonnull (strstr (sheet, "<v>41274</v>")); /* 2012-12-31 */
  g_assert_nonnull (strstr (sheet, "=HYPERLINK"));
  g_assert_null (strstr (sheet, "<f>"));
  g_assert_nonnull (strstr (sheet, "&lt;&amp;&gt;"));
  g_assert_null (strstr (sheet, "r=\"C5\"")); /* what is missing is empty, not zero */
  g_assert_nonnull (strstr (sheet, "<autoFilter ref=\"A3:D7\"/>"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unit/sinks/csv", test_csv);
  g_test_add_func ("/unit/sinks/no-formula", test_no_formula);
  g_test_add_func ("/unit/sinks/xlsx", test_xlsx);
  return g_test_run ();
}
