/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The blocks of a document and their tables. Everything is copied in and owned here; nothing knows of fonts or pages. */

#include "jl-document.h"

#include <string.h>

struct _JlDocument
{
  GPtrArray *blocks; /* JlBlock */
  char      *watermark;
  char      *day;
};

JlAnnexTable *
jl_annex_table_new (const char *const *columns, const double *widths, const JlAlign *aligns, guint n_columns)
{
  JlAnnexTable *self = g_new0 (JlAnnexTable, 1);

  self->n_columns = n_columns;
  self->columns = g_new0 (char *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    self->columns[i] = g_strdup (columns[i]);
  self->widths = g_memdup2 (widths, n_columns * sizeof *widths);
  self->aligns = g_memdup2 (aligns, n_columns * sizeof *aligns);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
jl_annex_table_free (JlAnnexTable *self)
{
  g_strfreev (self->columns);
  g_free (self->widths);
  g_free (self->aligns);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

void
jl_annex_table_add_row (JlAnnexTable *self, const char *const *cells)
{
  char **row = g_new0 (char *, self->n_columns + 1);

  for (guint i = 0; i < self->n_columns; i++)
    row[i] = g_strdup (cells[i]);
  g_ptr_array_add (self->rows, row);
}

void
jl_annex_table_add_note (JlAnnexTable *self, const char *text)
{
  g_ptr_array_add (self->notes, g_strdup (text));
}

static void
block_free (JlBlock *block)
{
  g_free (block->text);
  g_free (block->second);
  g_free (block->third);
  g_clear_pointer (&block->table, jl_annex_table_free);
  g_free (block);
}

JlDocument *
jl_document_new (void)
{
  JlDocument *self = g_new0 (JlDocument, 1);

  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  return self;
}

void
jl_document_free (JlDocument *self)
{
  g_ptr_array_unref (self->blocks);
  g_free (self->watermark);
  g_free (self->day);
  g_free (self);
}

void
jl_document_set_watermark (JlDocument *self, const char *text)
{
  g_free (self->watermark);
  self->watermark = g_strdup (text);
}

const char *
jl_document_get_watermark (const JlDocument *self)
{
  return self->watermark;
}

void
jl_document_set_day (JlDocument *self, const char *iso)
{
  g_free (self->day);
  self->day = g_strdup (iso);
}

const char *
jl_document_get_day (const JlDocument *self)
{
  return self->day;
}

guint
jl_document_n_blocks (const JlDocument *self)
{
  return self->blocks->len;
}

const JlBlock *
jl_document_get_block (const JlDocument *self, guint i)
{
  return g_ptr_array_index (self->blocks, i);
}

const JlBlock *
jl_document_find (const JlDocument *self, JlBlockKind kind)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const JlBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->kind == kind)
        return block;
    }
  return NULL;
}

guint
jl_document_count (const JlDocument *self, JlBlockKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    n += jl_document_get_block (self, i)->kind == kind;
  return n;
}

char *
jl_document_plain_title (const JlDocument *self)
{
  const JlBlock *block = jl_document_find (self, JL_BLOCK_TITLE);
  g_auto (GStrv) parts = g_strsplit (block != NULL ? block->text : "", "|", -1);

  return g_strjoinv ("", parts);
}

JlBlock *
jl_document_add (JlDocument *self, JlBlockKind kind, const char *text)
{
  JlBlock *block = g_new0 (JlBlock, 1);

  block->kind = kind;
  block->text = g_strdup (text);
  g_ptr_array_add (self->blocks, block);
  return block;
}

void
jl_document_add_heading (JlDocument *self, const char *text)
{
  jl_document_add (self, JL_BLOCK_HEADING, text);
}

void
jl_document_add_item (JlDocument *self, const char *text, gsize lead)
{
  jl_document_add (self, JL_BLOCK_ITEM, text)->lead = lead;
}

void
jl_document_add_signature (JlDocument *self, const char *organ, const char *date)
{
  jl_document_add (self, JL_BLOCK_SIGNATURE, organ)->second = g_strdup (date);
}

void
jl_document_add_annex (JlDocument *self, const char *label, const char *title, JlAnnexTable *table)
{
  JlBlock *block = jl_document_add (self, JL_BLOCK_ANNEX, title);

  block->second = g_strdup (label);
  block->table = table;
}

void
jl_document_add_imprint (JlDocument *self, const char *copies, const char *office, const char *date)
{
  JlBlock *block = jl_document_add (self, JL_BLOCK_IMPRINT, copies);

  block->second = g_strdup (office);
  block->third = g_strdup (date);
}
