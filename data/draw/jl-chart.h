/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What a chart says (spec), where its marks stand (layout), how they are painted. The marks serve hit-testing, tooltips,
 * keyboard, screen reader and tests; screen, PNG and PDF come from the one paint function. No GTK here. */

#pragma once

#include <pango/pangocairo.h>

#include "jl-theme.h"
#include "jl-words.h"

G_BEGIN_DECLS

typedef enum
{
  JL_CHART_RANKING,  /* horizontal bars, threshold line through them, value and change in columns at the right */
  JL_CHART_TREND,    /* years on x, own line (broken at missing), group line, dashed target with its number */
  JL_CHART_TILE_MAP, /* tiles by row and column, small squares under them */
  JL_CHART_BULLET,   /* one bar with target tick and a triangle for what should be done by now */
  JL_CHART_SPARK,    /* a bare line with its last point */
} JlChartKind;

/**
 * JlDatum: one value of a chart. Texts are formatted by the caller (data/base); value is for position only.
 * @key: what the caller finds again on activation (unit id, year)
 * @state: anything but JL_STATE_VALUE draws the state's mark; value is then ignored
 * @passes: the exact verdict (share ≥ threshold), never derived from value
 * @own: emphasised (the unit in question)
 * @group_value: the peers' value in a trend; NAN for none
 * @row, @col: place of a tile; row < 0: a small square under the tile whose key is @parent
 */
typedef struct
{
  int         key;
  const char *label;
  const char *value_text;
  const char *change_text;
  JlState     state;
  gboolean    passes;
  gboolean    own;
  double      value;
  double      group_value;
  int         row;
  int         col;
  int         parent;
} JlDatum;

typedef struct _JlChart JlChart;

JlChart *jl_chart_new (JlChartKind kind);
void     jl_chart_free (JlChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlChart, jl_chart_free)
JlChartKind jl_chart_get_kind (const JlChart *self);
void        jl_chart_set_title (JlChart *self, const char *title); /* also the accessible name */
const char *jl_chart_get_title (const JlChart *self);
void        jl_chart_set_summary (JlChart *self, const char *sentence); /* one sentence for the screen reader */
const char *jl_chart_get_summary (const JlChart *self);
void        jl_chart_set_columns (JlChart *self, const char *label, const char *value, const char *change); /* heads of the table twin and columns */
const char *jl_chart_get_column (const JlChart *self, int i);                                               /* 0 label, 1 value, 2 change */
/* Limit or target line; NAN for none. text is the number with its unit ("25%"): a bullet writes the word "Target" before it. */
void           jl_chart_set_threshold (JlChart *self, double value, const char *text);
void           jl_chart_set_expected (JlChart *self, double value);        /* bullet: should be done by now; NAN for none */
void           jl_chart_set_range (JlChart *self, double max);             /* at least 0…max on the value axis */
void           jl_chart_set_group_label (JlChart *self, const char *text); /* trend: name of the peers' line */
void           jl_chart_add (JlChart *self, const JlDatum *datum);         /* copies texts */
guint          jl_chart_n_data (const JlChart *self);
const JlDatum *jl_chart_datum (const JlChart *self, guint i);

typedef enum
{
  JL_MARK_BAR,
  JL_MARK_POINT,
  JL_MARK_TILE,
  JL_MARK_SQUARE,
  JL_MARK_STATE, /* the place of a value that is no number: missing, not reported … */
  JL_MARK_THRESHOLD,
  JL_MARK_LINE, /* one unbroken stretch of a line: points hold x,y pairs */
  JL_MARK_GRID,
  JL_MARK_TEXT,
  JL_MARK_TRACK,
  JL_MARK_TICK,
  JL_MARK_EXPECTED, /* triangle over a bar: what should be done by now */
} JlMarkKind;

/**
 * JlMark: x, y, width, height in layout units; datum ≥ 0 for marks that stand for a datum (selectable), else −1.
 * @stroke: width of a line or edge
 * @text: of a text as it stands there, of a state its word
 *
 * A layout unit is 1/96 inch whatever the resolution of the context, so that the same spec gives the same marks everywhere.
 * Larger text is a larger picture: who wants it lays out in width ÷ scale and paints through cairo_scale().
 */
typedef struct
{
  JlMarkKind kind;
  double     x, y, width, height;
  int        datum;
  JlState    state;
  JlColor    fill;
  JlColor    edge;
  gboolean   dashed;
  double     stroke;
  char      *text;
  double     text_size; /* points */
  gboolean   text_bold;
  double     align; /* 0 left, .5 centre, 1 right, of x…x+width */
  double    *points;
  guint      n_points;
} JlMark;

typedef struct _JlLayout JlLayout;

JlLayout *jl_chart_layout (const JlChart *self, double width, double height, PangoContext *context);
void      jl_layout_free (JlLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlLayout, jl_layout_free)
guint         jl_layout_n_marks (const JlLayout *self);
const JlMark *jl_layout_mark (const JlLayout *self, guint i);
/* The selectable mark at a place, or −1; of a datum, or −1. Ranking rows and years take their whole band. */
int jl_layout_hit (const JlLayout *self, double x, double y);
int jl_layout_mark_of_datum (const JlLayout *self, int datum);
/* The neighbour in reading order (step ±1), for tiles by direction; the same mark at the edge; from −1 the first or last. */
int jl_layout_neighbour (const JlLayout *self, int mark, int dx, int dy);
/* focused: index of the mark with the focus ring, hovered: with the 2 px edge; −1 for none. */
void jl_layout_paint (const JlLayout *self, cairo_t *cr, const JlTheme *theme, int focused, int hovered);

/* Natural size: the height a chart wants at a width. A layout given less stays whole but closer. */
double jl_chart_natural_height (const JlChart *self, double width);

/* Title over the chart on the theme's ground; sizes in layout units, a PNG's pixel being one. The PDF is in print colours. */
gboolean jl_chart_write_png (const JlChart *self, const char *path, int width, int height, const JlTheme *theme, GError **error);
gboolean jl_chart_write_pdf (const JlChart *self, const char *path, double width, double height, GError **error);

/* The 12 px state mark (look.md 4) centred in a box of that size. */
void jl_paint_progress_mark (cairo_t *cr, JlProgress progress, double x, double y, double size, const JlTheme *theme);

G_END_DECLS
