/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The GB/T 9704-2012 page: geometry, the pieces placed on it, and painting them. Points, origin at the top left. */

#pragma once

#include "jl-fonts.h"

G_BEGIN_DECLS

#define JL_MM (72.0 / 25.4)
#define JL_PAGE_WIDTH (210 * JL_MM)
#define JL_PAGE_HEIGHT (297 * JL_MM)
#define JL_PAGE_TOP (37 * JL_MM)  /* 天头 */
#define JL_PAGE_LEFT (28 * JL_MM) /* 订口 */
#define JL_PAGE_RIGHT (26 * JL_MM)
#define JL_PAGE_BOTTOM (35 * JL_MM)
#define JL_TYPE_WIDTH (156 * JL_MM) /* 版心 */
#define JL_TYPE_HEIGHT (225 * JL_MM)
#define JL_PAGE_ROWS 22
#define JL_PAGE_COLUMNS 28
#define JL_ROW (JL_TYPE_HEIGHT / JL_PAGE_ROWS)    /* pitch of the lines */
#define JL_CELL (JL_TYPE_WIDTH / JL_PAGE_COLUMNS) /* pitch of the characters */
#define JL_SIZE_2 22.0                            /* 二号 */
#define JL_SIZE_3 16.0                            /* 三号 */
#define JL_SIZE_4 14.0                            /* 四号 */

/**
 * JlSheetArea: the type area of a page in the page's own coordinates.
 */
typedef struct
{
  double x, y, width, height;
} JlSheetArea;

#define JL_PIECE_DEPTH 3

/**
 * JlPiece: one line of text or one rule at its place.
 * @line: (nullable): the text line; NULL for a rule
 * @x, @y: start of the baseline, or the rule's top left corner
 * @width, @height: size of the rule
 * @stretch: horizontal scale of the text, 1 for none
 * @red: drawn in the red of the head
 * @tags: (nullable elements): path of structure tags under the document, outermost first
 * @ids: tells apart neighbours with the same tag
 */
typedef struct
{
  PangoLayout     *layout; /* keeps the line alive */
  PangoLayoutLine *line;
  double           x, y, width, height;
  double           stretch;
  gboolean         red;
  const char      *tags[JL_PIECE_DEPTH];
  int              ids[JL_PIECE_DEPTH];
} JlPiece;

typedef struct _JlSheet JlSheet;

/**
 * jl_sheet_new:
 * @number: number printed under the type area; odd ones stand at the right
 * @landscape: a wide table: the sheet is turned, the number keeps its edge
 */
JlSheet *jl_sheet_new (guint number, gboolean landscape);
void     jl_sheet_free (JlSheet *self);

guint          jl_sheet_get_number (const JlSheet *self);
gboolean       jl_sheet_is_landscape (const JlSheet *self);
void           jl_sheet_get_size (const JlSheet *self, double *width, double *height);
JlSheetArea    jl_sheet_get_area (const JlSheet *self);
guint          jl_sheet_n_pieces (const JlSheet *self);
const JlPiece *jl_sheet_get_piece (const JlSheet *self, guint i);

/* Takes copies of the piece and a reference of its layout. */
void jl_sheet_add (JlSheet *self, const JlPiece *piece);

/* A page whose only content is the 版记 after an empty page carries no number. */
void jl_sheet_hide_number (JlSheet *self);

/* Whole grid rows in the type area: 22, on a turned page 15. */
int jl_sheet_n_rows (const JlSheet *self);

/**
 * jl_sheet_baseline:
 * @row: grid row, 0 at the top
 * @size: em size of the text
 *
 * Returns: the baseline that centres an ideographic em box in the row
 */
double jl_sheet_baseline (const JlSheet *self, int row, double size);

/* The baseline that centres an em box of that size between top and top + height. */
double jl_baseline_between (double top, double height, double size);

/* Draws one piece; the source colour is set. */
void jl_piece_paint (const JlPiece *piece, cairo_t *cr);

/* Everything under the pieces: the mark across the page (nullable) and the page number. */
void jl_sheet_paint_ground (const JlSheet *self, cairo_t *cr, PangoContext *context, const char *watermark);

void jl_sheet_paint (const JlSheet *self, cairo_t *cr, PangoContext *context, const char *watermark);

G_END_DECLS
