/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The strict CSV reader and the files of published figures. */

#include "jl-csv.h"
#include "jl-error.h"
#include "jl-published.h"

static GPtrArray *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return jl_csv_parse (bytes, error);
}

/* Rows joined by '\n', cells by '|'. */
static char *
joined (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = parse (text, &error);
  GString *all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *row = g_strjoinv ("|", ((JlCsvRow *) g_ptr_array_index (rows, i))->cells);

      g_string_append_printf (all, "%s%s", i > 0 ? "\n" : "", row);
    }
  return g_string_free (all, FALSE);
}

static void
test_accepted (void)
{
  static const char *const cases[][2] = {
    { "a,b\n1,2\n", "a|b\n1|2" },
    { "a,b\r\n1,2\r\n", "a|b\n1|2" },
    { "a,b\n1,2", "a|b\n1|2" },
    { "\xef\xbb\xbf"
      "a,b\n,\n",
      "a|b\n|" },
    { "a\n\"x, \"\"y\"\"\r\nz\"\n", "a\nx, \"y\"\r\nz" },
    { "a,b\n\"\",\"\"\n", "a|b\n|" },
    { "地区,数值\n长春市,\"1,5\"\n", "地区|数值\n长春市|1,5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = joined (cases[i][0]);

      g_assert_cmpstr (found, ==, cases[i][1]);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *line;
  } cases[] = {
    { "", "line 1:" },
    { "a,b\n1\n", "line 2:" },
    { "a,b\n1,2,3\n", "line 2:" },
    { "a,b\n1,2\n\n", "line 3:" },
    { "a\n\"x\ny\n", "line 2:" },
    { "a\n\"x\"y\n", "line 2:" },
    { "a\nx\"y\n", "line 2:" },
    { "a\nx\ry\n", "line 2:" },
    { "a\n\"1\n2\"\n\"x\n", "line 4:" },
    { "a\nb\n\xb3\xa4\xb4\xba\n", "line 3:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rows = parse (cases[i].text, &error);

      g_assert_null (rows);
      g_assert_error (error, JL_ERROR, JL_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, cases[i].line));
    }
}

static void
test_limits (void)
{
  g_autofree char  *cell = g_strnfill (JL_CSV_MAX_CELL + 1, 'x');
  g_autofree char  *columns = g_strnfill (JL_CSV_MAX_COLUMNS, ',');
  const char *const texts[] = { cell, columns };
  g_autoptr (GBytes) nul = g_bytes_new_static ("a\0b\n", 4);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) rows = parse (texts[i], &error);

      g_assert_null (rows);
      g_assert_error (error, JL_ERROR, JL_ERROR_INVALID);
      g_clear_error (&error);
    }
  g_assert_null (jl_csv_parse (nul, &error));
  g_assert_error (error, JL_ERROR, JL_ERROR_INVALID);
}

static char *
read_published (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return jl_published_read (bytes, error);
}

static void
test_published (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = read_published ("value,place_code,place,period,indicator,unit,source\n"
                                          "1.5,220100,长春市,2012,x,%,\"a \"\"b\"\" \\\nc\"\n",
                                          &error);

  g_assert_no_error (error);
  g_assert_cmpstr (json, ==,
                   "[{\"line\":2,\"place_code\":\"220100\",\"place\":\"长春市\",\"period\":\"2012\",\"indicator\":\"x\","
                   "\"value\":\"1.5\",\"unit\":\"%\",\"source\":\"a \\\"b\\\" \\\\\\u000ac\",\"note\":null}]");
}

static void
test_published_columns (void)
{
  static const char *const heads[] = { "place_code,place,period,indicator,unit,source\n",
                                       "place_code,place,period,indicator,value,unit,source,remark\n" };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *json = read_published (heads[i], &error);

      g_assert_null (json);
      g_assert_error (error, JL_ERROR, JL_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv/accepted", test_accepted);
  g_test_add_func ("/exchange/csv/refused", test_refused);
  g_test_add_func ("/exchange/csv/limits", test_limits);
  g_test_add_func ("/exchange/published/rows", test_published);
  g_test_add_func ("/exchange/published/columns", test_published_columns);
  return g_test_run ();
}
