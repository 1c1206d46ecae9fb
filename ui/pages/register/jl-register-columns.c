/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The key register-columns maps a register to its columns, each "field" or "field:width". What is as the description has it is not
 * remembered, so that a better description is seen. */

#include "jl-register-columns.h"

#include <stdlib.h>

#define KEY "register-columns"

static void
append (GArray *columns, const JlField *field, int width)
{
  JlSeenColumn column = { field, width };

  g_array_append_val (columns, column);
}

GArray *
jl_register_columns_default (const JlRegister *reg)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (JlSeenColumn));

  for (const JlField *field = reg->fields; field->name; field++)
    {
      if (field->flags & JL_FIELD_LISTED)
        append (columns, field, 0);
    }
  if (columns->len == 0)
    append (columns, reg->fields, 0);
  return columns;
}

int
jl_register_columns_find (const GArray *columns, const char *field)
{
  for (guint i = 0; i < columns->len; i++)
    {
      if (g_str_equal (g_array_index (columns, JlSeenColumn, i).field->name, field))
        return (int) i;
    }
  return -1;
}

gboolean
jl_register_columns_equal (const GArray *a, const GArray *b)
{
  for (guint i = 0; i < MIN (a->len, b->len); i++)
    {
      const JlSeenColumn *one = &g_array_index (a, JlSeenColumn, i);
      const JlSeenColumn *other = &g_array_index (b, JlSeenColumn, i);

      if (one->field != other->field || one->width != other->width)
        return FALSE;
    }
  return a->len == b->len;
}

/* A field that the register does not have any more is left out. */
static void
parse (GArray *columns, const JlRegister *reg, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  const JlField *field = parts[0] ? jl_register_field (reg, parts[0]) : NULL;
  int            width = parts[0] && parts[1] ? atoi (parts[1]) : 0;

  if (field && jl_register_columns_find (columns, field->name) < 0)
    append (columns, field, CLAMP (width, 0, 200));
}

GArray *
jl_register_columns_load (GSettings *settings, const JlRegister *reg)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (JlSeenColumn));

  g_autoptr (GVariant) all = settings ? g_settings_get_value (settings, KEY) : NULL;
  g_autofree const char **texts = NULL;

  if (all && g_variant_lookup (all, reg->name, "^a&s", &texts))
    {
      for (const char **text = texts; *text; text++)
        parse (columns, reg, *text);
    }
  if (columns->len > 0)
    return columns;
  g_array_unref (columns);
  return jl_register_columns_default (reg);
}

static gboolean
is_default (const JlRegister *reg, const GArray *columns)
{
  g_autoptr (GArray) usual = jl_register_columns_default (reg);

  return jl_register_columns_equal (usual, columns);
}

static GVariant *
to_variant (const GArray *columns)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < columns->len; i++)
    {
      const JlSeenColumn *column = &g_array_index (columns, JlSeenColumn, i);

      if (column->width > 0)
        g_variant_builder_add_value (&builder, g_variant_new_take_string (g_strdup_printf ("%s:%d", column->field->name, column->width)));
      else
        g_variant_builder_add (&builder, "s", column->field->name);
    }
  return g_variant_builder_end (&builder);
}

/* What is remembered of the other registers. */
static void
keep_others (GVariantBuilder *builder, GVariant *all, const char *name)
{
  GVariantIter iter;
  const char  *other;
  GVariant    *texts;

  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s@as}", &other, &texts))
    {
      if (!g_str_equal (other, name))
        g_variant_builder_add (builder, "{s@as}", other, texts);
      g_variant_unref (texts);
    }
}

void
jl_register_columns_save (GSettings *settings, const JlRegister *reg, const GArray *columns)
{
  g_autoptr (GVariant) all = NULL;
  GVariantBuilder builder;

  if (settings == NULL)
    return;
  all = g_settings_get_value (settings, KEY);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sas}"));
  keep_others (&builder, all, reg->name);
  if (!is_default (reg, columns))
    g_variant_builder_add (&builder, "{s@as}", reg->name, to_variant (columns));
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}
