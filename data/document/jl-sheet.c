/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Pages as arrays of placed pieces. Every text line stands at a place computed from the grid, never where the line above
 * happened to end: the pitch stays exact whatever font stands in. A turned page is the upright one seen from its left side, so
 * the page number is drawn through the same turn and keeps its edge of the paper. */

#include "jl-sheet.h"

#define ASCENT 0.88 /* of an ideographic em */
#define NUMBER_DISTANCE (7 * JL_MM)
#define WATERMARK_BLACK 0.07

struct _JlSheet
{
  guint      number;
  gboolean   landscape;
  gboolean   unnumbered;
  GPtrArray *pieces; /* JlPiece */
};

static void
piece_free (JlPiece *piece)
{
  g_clear_object (&piece->layout);
  g_free (piece);
}

JlSheet *
jl_sheet_new (guint number, gboolean landscape)
{
  JlSheet *self = g_new0 (JlSheet, 1);

  self->number = number;
  self->landscape = landscape;
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);
  return self;
}

void
jl_sheet_free (JlSheet *self)
{
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

guint
jl_sheet_get_number (const JlSheet *self)
{
  return self->number;
}

gboolean
jl_sheet_is_landscape (const JlSheet *self)
{
  return self->landscape;
}

void
jl_sheet_get_size (const JlSheet *self, double *width, double *height)
{
  *width = self->landscape ? JL_PAGE_HEIGHT : JL_PAGE_WIDTH;
  *height = self->landscape ? JL_PAGE_WIDTH : JL_PAGE_HEIGHT;
}

JlSheetArea
jl_sheet_get_area (const JlSheet *self)
{
  if (self->landscape)
    return (JlSheetArea){ JL_PAGE_BOTTOM, JL_PAGE_LEFT, JL_TYPE_HEIGHT, JL_TYPE_WIDTH };
  return (JlSheetArea){ JL_PAGE_LEFT, JL_PAGE_TOP, JL_TYPE_WIDTH, JL_TYPE_HEIGHT };
}

guint
jl_sheet_n_pieces (const JlSheet *self)
{
  return self->pieces->len;
}

const JlPiece *
jl_sheet_get_piece (const JlSheet *self, guint i)
{
  return g_ptr_array_index (self->pieces, i);
}

void
jl_sheet_add (JlSheet *self, const JlPiece *piece)
{
  JlPiece *copy = g_memdup2 (piece, sizeof *piece);

  if (copy->layout != NULL)
    g_object_ref (copy->layout);
  g_ptr_array_add (self->pieces, copy);
}

void
jl_sheet_hide_number (JlSheet *self)
{
  self->unnumbered = TRUE;
}

int
jl_sheet_n_rows (const JlSheet *self)
{
  return (int) (jl_sheet_get_area (self).height / JL_ROW + 0.001);
}

double
jl_baseline_between (double top, double height, double size)
{
  return top + (height - size) / 2 + size * ASCENT;
}

double
jl_sheet_baseline (const JlSheet *self, int row, double size)
{
  return jl_baseline_between (jl_sheet_get_area (self).y + row * JL_ROW, JL_ROW, size);
}

static void
paint_line (const JlPiece *piece, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, piece->x, piece->y);
  cairo_scale (cr, piece->stretch > 0 ? piece->stretch : 1, 1);
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout_line (cr, piece->line);
  cairo_restore (cr);
}

void
jl_piece_paint (const JlPiece *piece, cairo_t *cr)
{
  if (piece->red)
    cairo_set_source_rgb (cr, 0.85, 0, 0);
  else
    cairo_set_source_rgb (cr, 0, 0, 0);

  if (piece->line != NULL)
    {
      paint_line (piece, cr);
      return;
    }
  cairo_rectangle (cr, piece->x, piece->y, piece->width, piece->height);
  cairo_fill (cr);
}

static PangoLayout *
plain_layout (PangoContext *context, const char *text, JlFace face, double size)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) description = jl_document_face_description (face, size);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
turn (const JlSheet *self, cairo_t *cr)
{
  cairo_matrix_t clockwise;

  cairo_matrix_init (&clockwise, 0, 1, -1, 0, JL_PAGE_HEIGHT, 0);
  if (self->landscape)
    cairo_transform (cr, &clockwise);
}

/* The dashes' upper edge is 7 mm under the type area; odd pages at the right, even at the left, one character in. */
static void
paint_number (const JlSheet *self, cairo_t *cr, PangoContext *context)
{
  g_autofree char *text = g_strdup_printf ("— %u —", self->number);
  g_autoptr (PangoLayout) layout = plain_layout (context, text, JL_FACE_SONG, JL_SIZE_4);
  g_autoptr (PangoLayout) dash = plain_layout (context, "—", JL_FACE_SONG, JL_SIZE_4);
  PangoRectangle ink, logical;
  double         width, x;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (dash, 0), &ink, NULL);
  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, 0), NULL, &logical);
  width = (double) logical.width / PANGO_SCALE;
  x = self->number % 2 == 1 ? JL_PAGE_LEFT + JL_TYPE_WIDTH - JL_SIZE_4 - width : JL_PAGE_LEFT + JL_SIZE_4;

  cairo_save (cr);
  turn (self, cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_move_to (cr, x, JL_PAGE_TOP + JL_TYPE_HEIGHT + NUMBER_DISTANCE - (double) ink.y / PANGO_SCALE);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
  cairo_restore (cr);
}

static void
paint_watermark (const JlSheet *self, cairo_t *cr, PangoContext *context, const char *text)
{
  g_autoptr (PangoLayout) layout = plain_layout (context, text, JL_FACE_HEI, 64);
  PangoRectangle logical;
  double         width, height;

  jl_sheet_get_size (self, &width, &height);
  pango_layout_get_extents (layout, NULL, &logical);
  cairo_save (cr);
  cairo_translate (cr, width / 2, height / 2);
  cairo_rotate (cr, self->landscape ? -G_PI / 9 : -G_PI / 4);
  cairo_move_to (cr, -0.5 * logical.width / PANGO_SCALE, -0.5 * logical.height / PANGO_SCALE);
  cairo_set_source_rgba (cr, 0, 0, 0, WATERMARK_BLACK);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

void
jl_sheet_paint_ground (const JlSheet *self, cairo_t *cr, PangoContext *context, const char *watermark)
{
  if (watermark != NULL)
    paint_watermark (self, cr, context, watermark);
  if (!self->unnumbered)
    paint_number (self, cr, context);
}

void
jl_sheet_paint (const JlSheet *self, cairo_t *cr, PangoContext *context, const char *watermark)
{
  jl_sheet_paint_ground (self, cr, context, watermark);
  for (guint i = 0; i < self->pieces->len; i++)
    jl_piece_paint (jl_sheet_get_piece (self, i), cr);
}
