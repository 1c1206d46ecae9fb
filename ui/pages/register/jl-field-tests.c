/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Lists of tests of fields. */

#include "jl-field-tests.h"

#define MISSING "missing"

GPtrArray *
jl_field_tests_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) jl_field_test_free);
}

static JlFieldTest *
parse_test (const JlRegister *reg, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  const JlField *field = parts[0] ? jl_register_field (reg, parts[0]) : NULL;

  if (field == NULL || (parts[1] == NULL && !g_str_equal (parts[0], MISSING)))
    return NULL;
  return jl_field_test_new (field, JL_TEST_ANY_OF, g_strsplit (parts[1] ? parts[1] : "t", ",", 0));
}

/**
 * jl_field_tests_parse:
 * @reg: a register
 * @word: (nullable): tests with semicolons between
 *
 * Returns: (transfer full): the tests
 */
GPtrArray *
jl_field_tests_parse (const JlRegister *reg, const char *word)
{
  GPtrArray *tests = jl_field_tests_new ();
  g_auto (GStrv) texts = g_strsplit (word ? word : "", ";", -1);

  for (char **text = texts; *text; text++)
    {
      JlFieldTest *test = parse_test (reg, *text);

      if (test == NULL)
        {
          g_ptr_array_set_size (tests, 0);
          break;
        }
      g_ptr_array_add (tests, test);
    }
  return tests;
}

JlFieldTest *
jl_field_tests_find (GPtrArray *tests, const JlField *field)
{
  for (guint i = 0; i < tests->len; i++)
    {
      JlFieldTest *test = g_ptr_array_index (tests, i);

      if (test->field == field)
        return test;
    }
  return NULL;
}

void
jl_field_tests_set (GPtrArray *tests, const JlField *field, JlFieldTest *test)
{
  JlFieldTest *before = jl_field_tests_find (tests, field);

  if (before)
    g_ptr_array_remove (tests, before);
  if (test)
    g_ptr_array_add (tests, test);
}

void
jl_field_tests_add_others (GPtrArray *tests, GPtrArray *more)
{
  while (more->len > 0)
    {
      g_autoptr (JlFieldTest) test = g_ptr_array_steal_index (more, 0);

      if (jl_field_tests_find (tests, test->field) == NULL)
        g_ptr_array_add (tests, g_steal_pointer (&test));
    }
}

static gboolean
is_same (const JlFieldTest *one, const JlFieldTest *other)
{
  return other && one->kind == other->kind &&
         g_strv_equal ((const char *const *) one->values, (const char *const *) other->values);
}

gboolean
jl_field_tests_equal (GPtrArray *one, GPtrArray *other)
{
  for (guint i = 0; i < one->len; i++)
    {
      const JlFieldTest *test = g_ptr_array_index (one, i);

      if (!is_same (test, jl_field_tests_find (other, test->field)))
        return FALSE;
    }
  return one->len == other->len;
}

GVariant *
jl_field_tests_to_variant (GPtrArray *tests)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (JL_FIELD_TESTS_TYPE));
  for (guint i = 0; i < tests->len; i++)
    g_variant_builder_add_value (&builder, jl_field_test_to_variant (g_ptr_array_index (tests, i)));
  return g_variant_builder_end (&builder);
}

GPtrArray *
jl_field_tests_from_variant (const JlRegister *reg, GVariant *variant)
{
  GPtrArray   *tests = jl_field_tests_new ();
  GVariantIter iter;
  GVariant    *one;

  g_variant_iter_init (&iter, variant);
  while ((one = g_variant_iter_next_value (&iter)))
    {
      JlFieldTest *test = jl_field_test_from_variant (reg, one);

      if (test)
        g_ptr_array_add (tests, test);
      g_variant_unref (one);
    }
  return tests;
}
