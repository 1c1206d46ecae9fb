/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The values of one frozen year by name: what a circular may quote, as the database gave it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JlValue: texts as the server sends them; NULL for what a value does not have.
 * @number: decimal; of a share the numerator
 * @den: denominator of a share
 * @day: ISO date
 * @missing: why there is no value
 */
typedef struct
{
  const char *number;
  const char *den;
  const char *day;
  const char *words;
  const char *missing;
} JlValue;

typedef struct _JlValues JlValues;

JlValues *jl_values_new (void);
void      jl_values_free (JlValues *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlValues, jl_values_free)

/**
 * jl_values_add:
 * @list: (nullable): the list the value's row belongs to
 * @ordinal: of the row, from 1; 0 without a list
 * @value: copied; replaces an earlier one of that name
 */
void           jl_values_add (JlValues *self, const char *list, guint ordinal, const char *name, const JlValue *value);
void           jl_values_add_words (JlValues *self, const char *name, const char *words);
const JlValue *jl_values_get (const JlValues *self, const char *list, guint ordinal, const char *name);
guint          jl_values_n_rows (const JlValues *self, const char *list);

/* Whether there is something to print: any field but @missing. */
gboolean jl_value_is_there (const JlValue *value);

G_END_DECLS
