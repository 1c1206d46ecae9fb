/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One test of a field. */

#include "jl-field-test.h"

#include <glib/gi18n-lib.h>

JlFieldTest *
jl_field_test_new (const JlField *field, JlTestKind kind, char **values)
{
  JlFieldTest *self = g_new0 (JlFieldTest, 1);

  *self = (JlFieldTest){ field, kind, values ? values : g_new0 (char *, 1) };
  return self;
}

void
jl_field_test_free (JlFieldTest *self)
{
  g_strfreev (self->values);
  g_free (self);
}

/**
 * jl_field_test_apply:
 * @self: a test
 * @filter: a filter of the register that has the test's field
 */
void
jl_field_test_apply (const JlFieldTest *self, JlRegisterFilter *filter)
{
  guint                   n = g_strv_length (self->values);
  g_autofree const char **values = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    values[i] = g_str_equal (self->values[i], JL_TEST_NOTHING) ? NULL : self->values[i];
  if (self->kind == JL_TEST_ANY_OF && n == 1 && values[0] == NULL)
    jl_register_filter_set_test (filter, self->field, JL_TEST_MISSING, NULL, 0);
  else
    jl_register_filter_set_test (filter, self->field, self->kind, values, n);
}

/* What a cell says of nothing, unless that is a dash. */
static char *
nothing_word (const JlField *field)
{
  g_autofree char *word = jl_field_text (field, NULL);

  return g_unichar_isalnum (g_utf8_get_char (word)) ? g_steal_pointer (&word) : g_strdup (_ ("Missing"));
}

char *
jl_field_test_value_word (const JlField *field, const char *value)
{
  return g_str_equal (value, JL_TEST_NOTHING) ? nothing_word (field) : jl_field_text (field, value);
}

static char *
any_of_words (const JlFieldTest *self)
{
  GString *words = g_string_new (NULL);

  for (char **value = self->values; *value; value++)
    {
      g_autofree char *word = jl_field_test_value_word (self->field, *value);

      /* Translators: between the words of a list */
      g_string_append_printf (words, "%s%s", words->len > 0 ? C_ ("list", ", ") : "", word);
    }
  return g_string_free (words, FALSE);
}

static char *
between_words (const JlFieldTest *self)
{
  g_autofree char *from = jl_field_text (self->field, self->values[0]);
  g_autofree char *to = jl_field_text (self->field, self->values[1]);

  if (g_str_equal (self->values[0], JL_TEST_NOTHING))
    /* Translators: a number or day that counts as well */
    return g_strdup_printf (_ ("up to %s"), to);
  if (g_str_equal (self->values[1], JL_TEST_NOTHING))
    /* Translators: a number or day that counts as well */
    return g_strdup_printf (_ ("from %s"), from);
  return g_strdup_printf ("%s – %s", from, to);
}

static char *
test_words (const JlFieldTest *self)
{
  switch (self->kind)
    {
    case JL_TEST_ANY_OF:
      return any_of_words (self);
    case JL_TEST_BETWEEN:
      return between_words (self);
    case JL_TEST_MISSING:
      return g_strdup (_ ("Missing"));
    case JL_TEST_PRESENT:
      return g_strdup (_ ("Present"));
    }
  g_return_val_if_reached (NULL);
}

char *
jl_field_test_words (const JlFieldTest *self)
{
  g_autofree char *words = test_words (self);

  /* Translators: a field, and what is asked of it */
  return g_strdup_printf (_ ("%s: %s"), _ (self->field->label), words);
}

GVariant *
jl_field_test_to_variant (const JlFieldTest *self)
{
  return g_variant_new ("(si^as)", self->field->name, (int) self->kind, self->values);
}

JlFieldTest *
jl_field_test_from_variant (const JlRegister *reg, GVariant *variant)
{
  const char    *name;
  int            kind;
  char         **values;
  const JlField *field;

  g_variant_get (variant, "(&si^as)", &name, &kind, &values);
  field = jl_register_field (reg, name);
  if (field)
    return jl_field_test_new (field, (JlTestKind) kind, values);
  g_strfreev (values);
  return NULL;
}
