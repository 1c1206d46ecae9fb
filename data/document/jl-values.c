/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A table of values keyed by list, ordinal and name. Texts live in one chunk and go with it. */

#include "jl-values.h"

struct _JlValues
{
  GHashTable   *values; /* key → JlValue */
  GHashTable   *rows;   /* list → number of its last row */
  GStringChunk *texts;
};

JlValues *
jl_values_new (void)
{
  JlValues *self = g_new0 (JlValues, 1);

  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->texts = g_string_chunk_new (4096);
  return self;
}

void
jl_values_free (JlValues *self)
{
  g_hash_table_unref (self->values);
  g_hash_table_unref (self->rows);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static char *
key_of (const char *list, guint ordinal, const char *name)
{
  if (list == NULL)
    return g_strdup (name);
  return g_strdup_printf ("%s[%u].%s", list, ordinal, name);
}

static const char *
keep (JlValues *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

static void
count_row (JlValues *self, const char *list, guint ordinal)
{
  if (ordinal > jl_values_n_rows (self, list))
    g_hash_table_insert (self->rows, g_strdup (list), GUINT_TO_POINTER (ordinal));
}

void
jl_values_add (JlValues *self, const char *list, guint ordinal, const char *name, const JlValue *value)
{
  JlValue *copy = g_new (JlValue, 1);

  *copy = (JlValue){ keep (self, value->number), keep (self, value->den), keep (self, value->day), keep (self, value->words),
                     keep (self, value->missing) };
  g_hash_table_insert (self->values, key_of (list, ordinal, name), copy);
  if (list != NULL)
    count_row (self, list, ordinal);
}

void
jl_values_add_words (JlValues *self, const char *name, const char *words)
{
  JlValue value = { .words = words };

  jl_values_add (self, NULL, 0, name, &value);
}

const JlValue *
jl_values_get (const JlValues *self, const char *list, guint ordinal, const char *name)
{
  g_autofree char *key = key_of (list, ordinal, name);

  return g_hash_table_lookup (self->values, key);
}

guint
jl_values_n_rows (const JlValues *self, const char *list)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, list));
}

gboolean
jl_value_is_there (const JlValue *value)
{
  return value != NULL && (value->number != NULL || value->day != NULL || value->words != NULL);
}
