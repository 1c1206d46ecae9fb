/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Text shaped for the grid: letter spacing, faces inside a line, places where a line may not break, titles broken in balance. */

#pragma once

#include "jl-sheet.h"

G_BEGIN_DECLS

/**
 * JlTypeset: how a paragraph is set.
 * @lead: bytes at the beginning set in JL_FACE_KAI
 * @width: of the lines in points
 * @indent: of the first line in points
 * @grid: squeezes 三号 so that 28 characters fill the line, and justifies
 */
typedef struct
{
  JlFace   face;
  double   size;
  gsize    lead;
  double   width;
  double   indent;
  gboolean grid;
} JlTypeset;

/* (transfer full) */
PangoLayout *jl_typeset (PangoContext *context, const char *text, const JlTypeset *how);
/* One line of any length. (transfer full) */
PangoLayout *jl_typeset_line (PangoContext *context, const char *text, JlFace face, double size);
/* Width of line i in points; ink (nullable) in points relative to the baseline. */
double jl_typeset_width (PangoLayout *layout, int i);
void   jl_typeset_ink (PangoLayout *layout, int i, double *top, double *bottom);

/**
 * jl_typeset_title:
 * @text: title with '|' at the places where it may be broken; without any, every character is such a place
 * @width: of the type area
 *
 * Returns: (transfer full): the fewest lines that fit, as even as the places allow
 */
char **jl_typeset_title (PangoContext *context, const char *text, double size, double width);

G_END_DECLS
