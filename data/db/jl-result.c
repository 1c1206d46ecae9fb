/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* An answer is the PGresult itself, shared by reference. libpq only reads from it after it has been
 * made, so any number of threads may look at once. */

#include "jl-result-private.h"

#include <math.h>
#include <string.h>

struct _JlResult
{
  gatomicrefcount refs;
  PGresult       *answer;
};

G_DEFINE_BOXED_TYPE (JlResult, jl_result, jl_result_ref, jl_result_unref)

JlResult *
jl_result_new (PGresult *answer)
{
  JlResult *self = g_new0 (JlResult, 1);

  g_atomic_ref_count_init (&self->refs);
  self->answer = answer;
  return self;
}

JlResult *
jl_result_ref (JlResult *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
jl_result_unref (JlResult *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  PQclear (self->answer);
  g_free (self);
}

guint
jl_result_n_rows (const JlResult *self)
{
  return (guint) PQntuples (self->answer);
}

guint
jl_result_n_columns (const JlResult *self)
{
  return (guint) PQnfields (self->answer);
}

const char *
jl_result_column_name (const JlResult *self, guint column)
{
  return PQfname (self->answer, (int) column);
}

/**
 * jl_result_column:
 * @self: an answer
 * @name: the name of a column, in lower case
 *
 * Returns: its place, or −1 after a critical message: asking for a column that the statement does
 *   not return is a mistake of the program.
 */
int
jl_result_column (const JlResult *self, const char *name)
{
  int column = PQfnumber (self->answer, name);

  if (column < 0)
    g_critical ("The answer has no column %s", name);
  return column;
}

/**
 * jl_result_text:
 * @self: an answer
 * @row: a row
 * @column: the name of a column
 *
 * Returns: (transfer none) (nullable): the value as the server wrote it, %NULL for null; it lives
 *   as long as the answer
 */
const char *
jl_result_text (const JlResult *self, guint row, const char *column)
{
  int place = jl_result_column (self, column);

  g_return_val_if_fail (row < jl_result_n_rows (self), NULL);

  if (place < 0 || PQgetisnull (self->answer, (int) row, place))
    return NULL;
  return PQgetvalue (self->answer, (int) row, place);
}

gint64
jl_result_int (const JlResult *self, guint row, const char *column, gint64 fallback)
{
  const char *text = jl_result_text (self, row, column);
  gint64      value;

  if (text == NULL || !g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &value, NULL))
    return fallback;
  return value;
}

gboolean
jl_result_bool (const JlResult *self, guint row, const char *column)
{
  const char *text = jl_result_text (self, row, column);

  return text != NULL && *text == 't';
}

gboolean
jl_result_is_null (const JlResult *self, guint row, const char *column)
{
  return jl_result_text (self, row, column) == NULL;
}

double
jl_result_double (const JlResult *self, guint row, const char *column)
{
  const char *text = jl_result_text (self, row, column);

  return text != NULL ? g_ascii_strtod (text, NULL) : NAN;
}

/* Moves over one element; quotes and backslashes are taken off. */
static char *
take_element (const char **cursor)
{
  GString    *element = g_string_new (NULL);
  const char *p = *cursor;
  gboolean    quoted = *p == '"';

  for (p += quoted; *p != '\0' && (quoted ? *p != '"' : *p != ',' && *p != '}'); p++)
    {
      if (*p == '\\' && p[1] != '\0')
        p++;
      g_string_append_c (element, *p);
    }
  *cursor = p + (quoted && *p == '"');
  return g_string_free (element, FALSE);
}

/**
 * jl_result_array:
 * @self: an answer
 * @row: a row
 * @column: the name of a column of a one-dimensional array type
 *
 * Returns: (transfer full): its elements as text; empty for null
 */
char **
jl_result_array (const JlResult *self, guint row, const char *column)
{
  g_autoptr (GStrvBuilder) elements = g_strv_builder_new ();
  const char *p = jl_result_text (self, row, column);

  for (p = p != NULL && *p == '{' ? p + 1 : ""; *p != '\0' && *p != '}'; p += *p == ',')
    {
      g_autofree char *element = take_element (&p);

      g_strv_builder_add (elements, element);
    }
  return g_strv_builder_end (elements);
}
