/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A page holds its records weakly: a view that scrolls on lets go of them, and a placeholder that
 * nobody holds need not be filled. While a record is held, the same object is given out again. */

#include "jl-page-private.h"

#include "jl-result-private.h"

#define NO_ROW G_MAXUINT

JlPage *
jl_page_new (guint index, guint n_rows)
{
  JlPage *self = g_new0 (JlPage, 1);

  self->index = index;
  self->n_rows = n_rows;
  self->records = g_new0 (JlRecord *, n_rows);
  self->link.data = self;
  return self;
}

void
jl_page_free (JlPage *self)
{
  for (guint place = 0; place < self->n_rows; place++)
    g_clear_weak_pointer (&self->records[place]);
  g_clear_pointer (&self->answer, jl_result_unref);
  g_free (self->records);
  g_free (self->rows);
  g_free (self);
}

static void
fill_record (JlPage *self, guint place, JlRecord *record)
{
  guint row = self->rows[place];

  if (row == NO_ROW)
    jl_record_fill (record, NULL, 0);
  else
    jl_record_fill (record, self->answer, row);
}

JlRecord *
jl_page_get_record (JlPage *self, guint place)
{
  JlRecord *record = self->records[place];

  if (record != NULL)
    return g_object_ref (record);
  record = jl_record_new_placeholder ();
  if (self->answer != NULL)
    fill_record (self, place, record);
  g_set_weak_pointer (&self->records[place], record);
  return record;
}

gboolean
jl_page_is_wanted (const JlPage *self)
{
  for (guint place = 0; place < self->n_rows; place++)
    if (self->records[place] != NULL)
      return TRUE;
  return FALSE;
}

static GHashTable *
rows_by_id (JlResult *answer)
{
  GHashTable *rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint row = 0; row < jl_result_n_rows (answer); row++)
    {
      gint64 id = jl_result_int (answer, row, "id", -1);

      g_hash_table_insert (rows, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (row));
    }
  return rows;
}

static void
find_rows (JlPage *self, const gint64 *ids)
{
  g_autoptr (GHashTable) rows = rows_by_id (self->answer);

  self->rows = g_new (guint, self->n_rows);
  for (guint place = 0; place < self->n_rows; place++)
    {
      gpointer row;
      gboolean found = g_hash_table_lookup_extended (rows, &ids[place], NULL, &row);

      self->rows[place] = found ? GPOINTER_TO_UINT (row) : NO_ROW;
    }
}

/* Filling notifies, and whoever is told may let go of a record: each is held while it is filled. */
void
jl_page_fill (JlPage *self, JlResult *answer, const gint64 *ids)
{
  self->answer = jl_result_ref (answer);
  find_rows (self, ids);
  for (guint place = 0; place < self->n_rows; place++)
    if (self->records[place] != NULL)
      {
        g_autoptr (JlRecord) record = g_object_ref (self->records[place]);

        fill_record (self, place, record);
      }
}
