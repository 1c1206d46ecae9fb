/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Values of fields: what is typed is kept exactly or refused, what is kept is shown and typed again the same. */

#include "jl-plain-text.h"
#include "jl-quantity.h"
#include "jl-register.h"
#include "jl-season.h"

#include "jl-error.h"

static const JlChoice choices[] = { { "a", "First" }, { "b", "Second" }, { NULL } };
static const JlChoice undecided[] = { { "", "Undecided" }, { NULL } };

/* Takes text. */
static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

typedef struct
{
  JlFieldType type;
  const char *typed;
  const char *raw; /* NULL: refused */
} Typed;

static const Typed numbers[] = {
  { JL_FIELD_AREA, "1234.5", "123450" },
  { JL_FIELD_AREA, " 1,234.50 ", "123450" },
  { JL_FIELD_AREA, "１，２３４．５", "123450" },
  { JL_FIELD_AREA, "0", "0" },
  { JL_FIELD_AREA, "007", "700" },
  { JL_FIELD_AREA, "1234.567", NULL },
  { JL_FIELD_AREA, "1234.500", "123450" },
  { JL_FIELD_AREA, "12,34", NULL },
  { JL_FIELD_AREA, "1,2345", NULL },
  { JL_FIELD_AREA, ",123", NULL },
  { JL_FIELD_AREA, "1,234,", NULL },
  { JL_FIELD_AREA, "1.", NULL },
  { JL_FIELD_AREA, ".5", NULL },
  { JL_FIELD_AREA, "-1", NULL },
  { JL_FIELD_AREA, "-0", "0" },
  { JL_FIELD_AREA, "1e3", NULL },
  { JL_FIELD_AREA, "12 ㎡", NULL },
  { JL_FIELD_AREA, "99999999999999999", NULL },
  { JL_FIELD_AREA_WAN, "245.6", "245600000" },
  { JL_FIELD_AREA_WAN, "0.000001", "1" },
  { JL_FIELD_AREA_WAN, "0.0000001", NULL },
  { JL_FIELD_HEAT, "12.3456", "123456" },
  { JL_FIELD_HEAT, "12.34567", NULL },
  { JL_FIELD_MONEY, "0.01", "1" },
  { JL_FIELD_MONEY, "0.001", NULL },
  { JL_FIELD_MONEY_WAN, "１２．５", "12500000" },
  { JL_FIELD_COUNT, "20,000", "20000" },
  { JL_FIELD_COUNT, "1.5", NULL },
  { JL_FIELD_COUNT, "1.0", "1" },
  { JL_FIELD_COUNT, "twelve", NULL },
  { JL_FIELD_DECIMAL, "−0.50", "-0.5" },
  { JL_FIELD_DECIMAL, "30", "30" },
  { JL_FIELD_DECIMAL, "1.2.3", NULL },
  { JL_FIELD_DECIMAL, "--1", NULL },
  { JL_FIELD_YEAR, "2012", "2012" },
  { JL_FIELD_YEAR, "２０１２年", "2012" },
  { JL_FIELD_YEAR, "12", NULL },
  { JL_FIELD_YEAR, "20120", NULL },
};

static const Typed days_and_words[] = {
  { JL_FIELD_DATE, "2012-12-31", "2012-12-31" },
  { JL_FIELD_DATE, "2012/1/2", "2012-01-02" },
  { JL_FIELD_DATE, "2012.02.29", "2012-02-29" },
  { JL_FIELD_DATE, "2012年12月31日", "2012-12-31" },
  { JL_FIELD_DATE, "２０１２－１２－３１", "2012-12-31" },
  { JL_FIELD_DATE, "2011-02-29", NULL },
  { JL_FIELD_DATE, "2012-13-01", NULL },
  { JL_FIELD_DATE, "2012-12", NULL },
  { JL_FIELD_DATE, "31-12-2012", NULL },
  { JL_FIELD_DATE, "2012-12-31 ", "2012-12-31" },
  { JL_FIELD_DATE, "2012- 12-31", NULL },
  { JL_FIELD_DATE, "2012-12-31x", NULL },
  { JL_FIELD_DATE, "2012/12-31", NULL },
  { JL_FIELD_YES_NO, "是", "true" },
  { JL_FIELD_YES_NO, "Yes", "true" },
  { JL_FIELD_YES_NO, "否", "false" },
  { JL_FIELD_YES_NO, "maybe", NULL },
  { JL_FIELD_CHOICE, "Second", "b" },
  { JL_FIELD_CHOICE, "a", "a" },
  { JL_FIELD_CHOICE, "c", NULL },
  { JL_FIELD_TEXT, " 长春 ", "长春" },
  { JL_FIELD_TEXT, "a\nb", NULL },
  { JL_FIELD_TEXT, "a\u202eb", NULL },
  { JL_FIELD_NOTE, "a\nb", "a\nb" },
  { JL_FIELD_SPAN, "2010-07-23", "[2010-07-23,)" },
  { JL_FIELD_SPAN, "2010-07-23起", "[2010-07-23,)" },
  { JL_FIELD_SPAN, "2010年7月23日 起", "[2010-07-23,)" },
  { JL_FIELD_SPAN, "from 2010-07-23", "[2010-07-23,)" },
  { JL_FIELD_SPAN, "2010-07-23 — 2012-12-31", "[2010-07-23,2013-01-01)" },
  { JL_FIELD_SPAN, "2010-07-23至2012-02-28", "[2010-07-23,2012-02-29)" },
  { JL_FIELD_SPAN, "2012-12-31～2012-12-31", "[2012-12-31,2013-01-01)" },
  { JL_FIELD_SPAN, "[2010-07-23,2013-01-01)", "[2010-07-23,2013-01-01)" },
  { JL_FIELD_SPAN, "2012-12-31 — 2010-07-23", NULL },
  { JL_FIELD_SPAN, "2012", NULL },
  { JL_FIELD_SPAN, "— 2012-12-31", NULL },
  { JL_FIELD_WORD, "Second", "b" },
  { JL_FIELD_WORD, "b", "b" },
  { JL_FIELD_WORD, "12月31日", "12-31" },
  { JL_FIELD_WORD, "次年4月30日", "+1-04-30" },
  { JL_FIELD_WORD, "4-30 of the next year", "+1-04-30" },
  { JL_FIELD_WORD, "10-25", "10-25" },
};

/* What is typed is kept exactly, or refused with a reason. */
static void
assert_taken (const Typed *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      const JlField    field = { "x", "X", cases[i].type, .choices = choices };
      g_autofree char *raw = NULL;
      g_autoptr (GError) error = NULL;
      gboolean taken = jl_field_parse (&field, cases[i].typed, &raw, &error);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpint (taken, ==, cases[i].raw != NULL);
      g_assert_cmpstr (raw, ==, cases[i].raw);
      if (!taken)
        g_assert_error (error, JL_ERROR, JL_ERROR_INVALID);
    }
}

static void
test_parse_numbers (void)
{
  assert_taken (numbers, G_N_ELEMENTS (numbers));
}

static void
test_parse_words (void)
{
  assert_taken (days_and_words, G_N_ELEMENTS (days_and_words));
}

static void
test_empty (void)
{
  for (int type = JL_FIELD_TEXT; type <= JL_FIELD_REFERENCE; type++)
    {
      const JlField    field = { "x", "X", (JlFieldType) type, .choices = choices };
      g_autofree char *raw = g_strdup ("before");
      g_autoptr (GError) error = NULL;

      g_clear_pointer (&raw, g_free);
      g_assert_true (jl_field_parse (&field, "  ", &raw, &error));
      g_assert_null (raw);
      assert_text (jl_field_typed_text (&field, NULL), "");
      assert_text (jl_field_text (&field, NULL), type == JL_FIELD_YES_NO ? "Not reported" : "—");
    }
}

/* The word of a field of its own for what is neither yes nor no. */
static void
test_undecided (void)
{
  const JlField field = { "fit", "Fit", JL_FIELD_YES_NO, .choices = undecided };
  char         *raw;

  assert_text (jl_field_text (&field, NULL), "Undecided");
  assert_text (jl_field_text (&field, "t"), "Yes");
  assert_text (jl_field_text (&field, "f"), "No");
  g_assert_true (jl_field_parse (&field, "Undecided", &raw, NULL));
  g_assert_null (raw);
}

static void
test_text (void)
{
  static const struct
  {
    JlFieldType type;
    int         decimals;
    const char *raw;
    const char *text;
    const char *typed;
  } cases[] = {
    { JL_FIELD_AREA, 0, "123450", "1,234.50", "1234.5" },
    { JL_FIELD_AREA, 0, "0", "0", "0" },
    { JL_FIELD_AREA, 0, "5", "0.05", "0.05" },
    { JL_FIELD_AREA_WAN, 0, "245600000", "245.60", "245.6" },
    { JL_FIELD_AREA_WAN, 0, "1", "0.000001", "0.000001" },
    { JL_FIELD_AREA_WAN, 0, "12345000000", "12,345.00", "12345" },
    { JL_FIELD_HEAT, 0, "123456", "12.3", "12.3456" },
    { JL_FIELD_HEAT, 0, "499", "0.0499", "0.0499" },
    { JL_FIELD_HEAT, 0, "500", "0.1", "0.05" },
    { JL_FIELD_MONEY, 0, "123456789", "1,234,567.89", "1234567.89" },
    { JL_FIELD_MONEY_WAN, 0, "100", "0.0001", "0.0001" },
    { JL_FIELD_COUNT, 0, "20000", "20,000", "20000" },
    { JL_FIELD_DECIMAL, 2, "30", "30.00", "30" },
    { JL_FIELD_DECIMAL, 0, "0.36894", "0.36894", "0.36894" },
    { JL_FIELD_YEAR, 0, "2012", "2012", "2012" },
    { JL_FIELD_DATE, 0, "2012-12-31", "2012-12-31", "2012-12-31" },
    { JL_FIELD_CHOICE, 0, "b", "Second", "Second" },
    { JL_FIELD_CHOICE, 0, "unheard_of", "unheard_of", "unheard_of" },
    { JL_FIELD_YES_NO, 0, "t", "Yes", "Yes" },
    { JL_FIELD_SPAN, 0, "[2010-07-23,)", "from 2010-07-23", "from 2010-07-23" },
    { JL_FIELD_SPAN, 0, "[2010-07-23,2013-01-01)", "2010-07-23 — 2012-12-31", "2010-07-23 — 2012-12-31" },
    { JL_FIELD_SPAN, 0, "(,2013-01-01)", "(,2013-01-01)", "(,2013-01-01)" },
    { JL_FIELD_WORD, 0, "b", "Second", "Second" },
    { JL_FIELD_WORD, 0, "12-31", "12-31 of the year", "12-31 of the year" },
    { JL_FIELD_WORD, 0, "+1-04-30", "4-30 of the next year", "4-30 of the next year" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const JlField field = { "x", "X", cases[i].type, .choices = choices, .decimals = cases[i].decimals };

      assert_text (jl_field_text (&field, cases[i].raw), cases[i].text);
      assert_text (jl_field_typed_text (&field, cases[i].raw), cases[i].typed);
    }
}

/* A season is shown by both its years and typed by the first, or as it is shown. */
static void
test_season (void)
{
  static const JlField season = { "year", "Heating season", JL_FIELD_YEAR, JL_FIELD_SEASON };
  static const struct
  {
    const char *typed;
    const char *raw;
  } cases[] = {
    { "2012", "2012" },
    { "2012年", "2012" },
    { "2012—2013", "2012" },
    { "2012-2013", "2012" },
    { "２０１２–２０１３", "2012" },
    { "2012—2014", NULL },
    { "2012—", NULL },
    { "—2013", NULL },
  };

  assert_text (jl_field_text (&season, "2012"), "2012—2013");
  assert_text (jl_field_typed_text (&season, "2012"), "2012");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *raw = NULL;

      g_assert_cmpint (jl_field_parse (&season, cases[i].typed, &raw, NULL), ==, cases[i].raw != NULL);
      g_assert_cmpstr (raw, ==, cases[i].raw);
    }
}

/* Every count comes back from its typed text. */
static void
test_there_and_back (void)
{
  static const JlFieldType types[] = { JL_FIELD_COUNT, JL_FIELD_AREA, JL_FIELD_AREA_WAN, JL_FIELD_HEAT, JL_FIELD_MONEY, JL_FIELD_MONEY_WAN };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    for (int turn = 0; turn < 2000; turn++)
      {
        const JlField    field = { "x", "X", types[i] };
        gint64           count = (gint64) g_test_rand_int_range (0, G_MAXINT) * g_test_rand_int_range (1, 100000) >> turn % 47;
        g_autofree char *raw = g_strdup_printf ("%" G_GINT64_FORMAT, count);
        g_autofree char *typed = jl_field_typed_text (&field, raw);
        g_autofree char *again = NULL;

        g_assert_true (jl_field_parse (&field, typed, &again, NULL));
        g_assert_cmpstr (again, ==, raw);
      }
}

static void
test_json (void)
{
  g_autoptr (GString) json = g_string_new (NULL);

  jl_append_json_text (json, "a\"b\\c\n长\x01");
  g_string_append_c (json, ',');
  jl_append_json_text (json, NULL);
  g_assert_cmpstr (json->str, ==, "\"a\\\"b\\\\c\\u000a长\\u0001\",null");
}

/* Only a line that names a register is changed. */
static void
test_say (void)
{
  g_autofree char *said = jl_register_say ("Other records refer to this one\nregister company: A: B\nregister nothing: C");
  g_autofree char *expected =
      g_strdup_printf ("Other records refer to this one\n%s: A: B\nregister nothing: C", jl_register_find ("company")->title);

  g_assert_cmpstr (said, ==, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unit/fields/parse-numbers", test_parse_numbers);
  g_test_add_func ("/unit/fields/parse-words", test_parse_words);
  g_test_add_func ("/unit/fields/empty", test_empty);
  g_test_add_func ("/unit/fields/undecided", test_undecided);
  g_test_add_func ("/unit/fields/text", test_text);
  g_test_add_func ("/unit/fields/season", test_season);
  g_test_add_func ("/unit/fields/there-and-back", test_there_and_back);
  g_test_add_func ("/unit/fields/json", test_json);
  g_test_add_func ("/unit/fields/say", test_say);
  return g_test_run ();
}
