/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* From blocks to pages. A paper owns its text context, so it may be made on one thread and painted on another, one at a time. */

#include "jl-flow.h"

static void
bookmark_free (JlBookmark *bookmark)
{
  g_free (bookmark->text);
  g_free (bookmark);
}

void
jl_paper_free (JlPaper *self)
{
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->bookmarks);
  g_object_unref (self->context);
  g_free (self->title);
  g_free (self->author);
  g_free (self->watermark);
  g_free (self->day);
  g_free (self);
}

static void
body (JlFlow *flow, const JlBlock *block, int keep)
{
  JlTypeset how = { .face = JL_FACE_FANG, .size = JL_SIZE_3, .indent = 2 * JL_CELL, .lead = block->lead, .grid = TRUE };

  jl_flow_tag (flow, "P");
  jl_flow_paragraph (flow, block->text, &how, 0, keep);
}

static void
recipients (JlFlow *flow, const JlBlock *block)
{
  JlTypeset how = { .face = JL_FACE_FANG, .size = JL_SIZE_3, .grid = TRUE };

  jl_flow_tag (flow, "P");
  jl_flow_paragraph (flow, block->text, &how, 0, 0);
}

/* A heading never stands on the last row of a page. */
static void
heading (JlFlow *flow, const JlBlock *block)
{
  JlTypeset how = { .face = JL_FACE_HEI, .size = JL_SIZE_3, .indent = 2 * JL_CELL, .grid = TRUE };

  if (jl_flow_rows_left (flow) < 2)
    jl_flow_new_page (flow, FALSE);
  jl_flow_tag (flow, "H2");
  jl_flow_bookmark (flow, block->text, 1);
  jl_flow_paragraph (flow, block->text, &how, 0, 0);
}

static void
title (JlFlow *flow, const JlBlock *block)
{
  jl_flow_bookmark (flow, flow->paper->title, 0);
  jl_flow_title (flow, block->text, "H1");
}

static void
lay_out_block (JlFlow *flow, const JlBlock *block, int keep)
{
  switch (block->kind)
    {
    case JL_BLOCK_DRAFT:
      jl_flow_draft (flow, block);
      break;
    case JL_BLOCK_HEAD:
      jl_flow_head (flow, block);
      break;
    case JL_BLOCK_NUMBER:
      jl_flow_number (flow, block);
      break;
    case JL_BLOCK_TITLE:
      title (flow, block);
      break;
    case JL_BLOCK_RECIPIENTS:
      recipients (flow, block);
      break;
    case JL_BLOCK_HEADING:
      heading (flow, block);
      break;
    case JL_BLOCK_ITEM:
    case JL_BLOCK_TEXT:
      body (flow, block, keep);
      break;
    case JL_BLOCK_ANNEXES:
      jl_flow_annexes (flow);
      break;
    case JL_BLOCK_SIGNATURE:
      jl_flow_signature (flow, block);
      break;
    case JL_BLOCK_ANNEX:
      jl_flow_annex (flow, block);
      break;
    case JL_BLOCK_IMPRINT:
      jl_flow_imprint (flow, block);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* The last paragraph of the text keeps rows for the annexes and the seal: organ and date never stand alone on a page. */
static gboolean
is_last_of_text (const JlDocument *document, guint i)
{
  JlBlockKind next;

  if (i + 1 >= jl_document_n_blocks (document))
    return FALSE;
  next = jl_document_get_block (document, i + 1)->kind;
  return next == JL_BLOCK_ANNEXES || next == JL_BLOCK_SIGNATURE;
}

JlPaper *
jl_paper_new (const JlDocument *document)
{
  JlPaper       *self = g_new0 (JlPaper, 1);
  const JlBlock *signature = jl_document_find (document, JL_BLOCK_SIGNATURE);
  JlFlow         flow = { .paper = self, .document = document };

  self->context = jl_document_context_new ();
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) jl_sheet_free);
  self->bookmarks = g_ptr_array_new_with_free_func ((GDestroyNotify) bookmark_free);
  self->title = jl_document_plain_title (document);
  self->author = g_strdup (signature != NULL ? signature->text : NULL);
  self->watermark = g_strdup (jl_document_get_watermark (document));
  self->day = g_strdup (jl_document_get_day (document));

  jl_flow_new_page (&flow, FALSE);
  for (guint i = 0; i < jl_document_n_blocks (document); i++)
    lay_out_block (&flow, jl_document_get_block (document, i), is_last_of_text (document, i) ? jl_flow_tail_rows (&flow) : 0);
  return self;
}

guint
jl_paper_n_pages (const JlPaper *self)
{
  return self->sheets->len;
}

const JlSheet *
jl_paper_get_sheet (const JlPaper *self, guint i)
{
  return g_ptr_array_index (self->sheets, i);
}

void
jl_paper_paint_page (const JlPaper *self, guint i, cairo_t *cr)
{
  jl_sheet_paint (jl_paper_get_sheet (self, i), cr, self->context, self->watermark);
}
