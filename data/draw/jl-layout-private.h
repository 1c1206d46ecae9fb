/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* How the kinds of this folder set marks down: one file a kind, all on these few helpers. */

#pragma once

#include "jl-chart-private.h"

G_BEGIN_DECLS

typedef struct
{
  double x, y, width, height;
} JlRect;

/* A mark with what only the layout knows of it. */
typedef struct
{
  JlMark       mark;
  JlRect       hit;   /* where the pointer finds it; used when mark.datum ≥ 0 */
  PangoLayout *pango; /* of a text */
} JlItem;

struct _JlLayout
{
  JlChartKind   kind;
  double        width;
  double        height;
  PangoContext *context;
  GArray       *items; /* of JlItem, in the order of painting */
};

/**
 * JlTextStyle:
 * @size: points
 * @align: 0 left, .5 centre, 1 right
 */
typedef struct
{
  double   size;
  gboolean bold;
  JlColor  color;
  double   align;
} JlTextStyle;

#define JL_SIZE_VALUE 10.0 /* points: names and values */
#define JL_SIZE_NOTE 9.0   /* axis, heads, notes */

#define JL_TEXT_UNITS(points) ((points) *96.0 / 72.0)
#define JL_NOTE_LINE 17.0 /* units from one line of notes to the next */

/* The mark stays valid until the next one is added. */
JlMark *jl_layout_add (JlLayout *self, JlMarkKind kind, JlRect rect);
/* Gives the mark just added its datum and the place where the pointer finds it. */
void jl_layout_select (JlLayout *self, int datum, JlState state, JlRect hit);

/* Set on one line, centred in the box's height, ellipsized to its width; the mark's rectangle is
 * where the text stands. */
JlMark *jl_layout_add_text (JlLayout *self, const char *text, JlRect box, const JlTextStyle *style);
/* Set from the top of the box in as many lines as its width asks for. */
JlMark *jl_layout_add_paragraph (JlLayout          *self,
                                 const char        *text,
                                 JlRect             box,
                                 const JlTextStyle *style);
double  jl_layout_text_width (JlLayout *self, const char *text, const JlTextStyle *style);
int     jl_layout_count_lines (JlLayout          *self,
                               const char        *text,
                               double             width,
                               const JlTextStyle *style);

/* A state in the place of a value: the short dash of missing, the dashed empty place of not
 * reported, nothing else drawn. */
JlMark *jl_layout_add_state (JlLayout *self, JlState state, JlRect rect);

/* n_points pairs x, y, copied; broken where y is NAN, and a point alone is no line. */
void jl_layout_add_broken_line (JlLayout     *self,
                                const double *points,
                                guint         n_points,
                                JlColor       color,
                                double        stroke);

/* Without a font at hand: about how wide a text is. */
double jl_text_estimate (const char *text, double points);

#define JL_MAP_N_CLASSES (JL_COLOR_MAP_MORE - JL_COLOR_MAP_0 + 1)

/* Classes, states and the sentence about rough position under a map; layout NULL: an estimate. */
double  jl_map_legend_height (const JlChart *chart, double width, JlLayout *layout);
void    jl_map_legend_lay_out (const JlChart *chart, JlLayout *layout, double top);
JlMark *jl_map_add_square (JlLayout *layout, JlRect rect, JlState state, int class);

void   jl_ranking_lay_out (const JlChart *chart, JlLayout *layout);
double jl_ranking_natural_height (const JlChart *chart, double width);
void   jl_trend_lay_out (const JlChart *chart, JlLayout *layout);
double jl_trend_natural_height (const JlChart *chart, double width);
void   jl_tile_map_lay_out (const JlChart *chart, JlLayout *layout);
double jl_tile_map_natural_height (const JlChart *chart, double width);
int    jl_tile_map_neighbour (const JlLayout *layout, int mark, int dx, int dy);
void   jl_bullet_lay_out (const JlChart *chart, JlLayout *layout);
double jl_bullet_natural_height (const JlChart *chart, double width);
void   jl_spark_lay_out (const JlChart *chart, JlLayout *layout);
double jl_spark_natural_height (const JlChart *chart, double width);

G_END_DECLS
