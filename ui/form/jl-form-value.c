/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Values on their way from a form to the store. */

#include "jl-form-value.h"

static void
value_free (gpointer data)
{
  JlFormValue *value = data;

  g_free (value->raw);
  g_free (value->text);
  g_free (value);
}

GPtrArray *
jl_form_values_new (void)
{
  return g_ptr_array_new_with_free_func (value_free);
}

void
jl_form_values_add (GPtrArray *values, const JlField *field, char *raw, char *text)
{
  JlFormValue *value = g_new (JlFormValue, 1);

  *value = (JlFormValue){ field, raw, text };
  g_ptr_array_add (values, value);
}

const JlFormValue *
jl_form_values_find (const GPtrArray *values, const JlField *field)
{
  for (guint i = 0; i < values->len; i++)
    {
      const JlFormValue *value = g_ptr_array_index (values, i);

      if (value->field == field)
        return value;
    }
  return NULL;
}

JlFieldValue *
jl_form_values_for_store (const GPtrArray *values)
{
  JlFieldValue *list = g_new0 (JlFieldValue, values->len + 1);

  for (guint i = 0; i < values->len; i++)
    {
      const JlFormValue *value = g_ptr_array_index (values, i);

      list[i] = (JlFieldValue){ value->field, value->raw };
    }
  return list;
}
