/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The strokes that the painters of marks share. */

#pragma once

#include "jl-layout-private.h"

G_BEGIN_DECLS

JlRect jl_rect_of (const JlMark *mark);
JlRect jl_rect_grown (JlRect rect, double by);
void   jl_trace_rect (cairo_t *cr, JlRect rect);
void   jl_trace_round (cairo_t *cr, JlRect rect, double radius);
/* Both take the path. */
void jl_fill (cairo_t *cr, const JlTheme *theme, JlColor color);
void jl_stroke (cairo_t *cr, const JlTheme *theme, JlColor color, double width);

/* A tile or small square with the look of its state. */
void jl_paint_tile (const JlMark *mark, cairo_t *cr, const JlTheme *theme);

G_END_DECLS
