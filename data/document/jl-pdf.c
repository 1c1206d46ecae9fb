/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A paper as PDF: one structure tree over all pages, outline, labels, fonts embedded. Text pieces carry their path of tags; the
 * writer closes and opens what differs from the piece before, so a paragraph broken by a page becomes two. */

#include "jl-paper.h"

#include <cairo-pdf.h>

#include "jl-error.h"

#define ROOT "Document"

typedef struct
{
  cairo_t    *cr;
  const char *tags[JL_PIECE_DEPTH];
  int         ids[JL_PIECE_DEPTH];
  int         depth;
} TagStack;

static void
close_to (TagStack *stack, int depth)
{
  while (stack->depth > depth)
    cairo_tag_end (stack->cr, stack->tags[--stack->depth]);
}

static void
enter (TagStack *stack, const JlPiece *piece)
{
  int same = 0;

  while (same < stack->depth && piece->tags[same] != NULL && piece->ids[same] == stack->ids[same])
    same++;
  close_to (stack, same);
  for (int i = same; i < JL_PIECE_DEPTH && piece->tags[i] != NULL; i++)
    {
      cairo_tag_begin (stack->cr, piece->tags[i], NULL);
      stack->tags[i] = piece->tags[i];
      stack->ids[i] = piece->ids[i];
      stack->depth = i + 1;
    }
}

static void
write_pieces (TagStack *stack, const JlSheet *page, gboolean rules)
{
  for (guint i = 0; i < jl_sheet_n_pieces (page); i++)
    {
      const JlPiece *piece = jl_sheet_get_piece (page, i);

      if ((piece->line == NULL) != rules)
        continue;
      if (!rules)
        enter (stack, piece);
      jl_piece_paint (piece, stack->cr);
    }
  close_to (stack, 0);
}

static void
write_page (const JlPaper *self, const JlSheet *page, cairo_surface_t *surface, TagStack *stack)
{
  g_autofree char *label = g_strdup_printf ("%u", jl_sheet_get_number (page));
  double           width, height;

  jl_sheet_get_size (page, &width, &height);
  cairo_pdf_surface_set_size (surface, width, height); /* forgets what was drawn or tagged on the page before */
  if (jl_sheet_get_number (page) == 1)
    cairo_tag_begin (stack->cr, ROOT, NULL);
  cairo_pdf_surface_set_page_label (surface, label);
  jl_sheet_paint_ground (page, stack->cr, self->context, self->watermark);
  write_pieces (stack, page, TRUE);
  write_pieces (stack, page, FALSE);
  cairo_show_page (stack->cr);
}

static void
write_metadata (const JlPaper *self, cairo_surface_t *surface)
{
  g_autofree char *created = g_strdup_printf ("%sT00:00:00+08:00", self->day != NULL ? self->day : "2010-07-23");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  if (self->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Jiliang " JL_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

static void
write_outline (const JlPaper *self, cairo_surface_t *surface)
{
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < self->bookmarks->len; i++)
    {
      const JlBookmark *mark = g_ptr_array_index (self->bookmarks, i);
      g_autofree char  *place = g_strdup_printf ("page=%u pos=[0 %d]", mark->page + 1, (int) mark->y);
      int               id = cairo_pdf_surface_add_outline (surface, mark->level == 0 ? CAIRO_PDF_OUTLINE_ROOT : parent, mark->text,
                                                            place, CAIRO_PDF_OUTLINE_FLAG_OPEN);

      if (mark->level == 0)
        parent = id;
    }
}

static void
write_pages (const JlPaper *self, cairo_surface_t *surface)
{
  TagStack stack = { .cr = cairo_create (surface) };

  write_metadata (self, surface);
  for (guint i = 0; i < self->sheets->len; i++)
    {
      if (i + 1 == self->sheets->len)
        write_outline (self, surface);
      write_page (self, jl_paper_get_sheet (self, i), surface, &stack);
    }
  cairo_tag_end (stack.cr, ROOT);
  cairo_destroy (stack.cr);
}

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

gboolean
jl_paper_write_pdf (const JlPaper *self, const char *path, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, JL_PAGE_WIDTH, JL_PAGE_HEIGHT);
  cairo_status_t   status;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  write_pages (self, surface);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, JL_ERROR, JL_ERROR_FAILED, "%s", cairo_status_to_string (status));
      return FALSE;
    }
  return g_file_set_contents (path, (const char *) bytes->data, (gssize) bytes->len, error);
}
