/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What a chart says (spec), where its marks stand (layout), how they are painted. The marks serve
 * hit-testing, tooltips, keyboard, screen reader and tests; screen, PNG and PDF come from the one
 * paint function. No GTK here. */

#pragma once

#include <pango/pangocairo.h>

#include "jl-theme.h"
#include "jl-words.h"

G_BEGIN_DECLS

/**
 * JlChartKind:
 * @JL_CHART_RANKING: horizontal bars, the limit through them, value and change in columns
 * @JL_CHART_TREND: years on x, own line broken at missing ones, peers' line, dashed target
 * @JL_CHART_TILE_MAP: tiles by row and column, small squares under them
 * @JL_CHART_BULLET: one bar with target tick and a triangle for what should be done by now
 * @JL_CHART_SPARK: a bare line with its last point
 */
typedef enum
{
  JL_CHART_RANKING,
  JL_CHART_TREND,
  JL_CHART_TILE_MAP,
  JL_CHART_BULLET,
  JL_CHART_SPARK,
} JlChartKind;

/**
 * JlDatum: one value of a chart
 * @key: what the caller finds again on activation (unit id, year)
 * @value_text: formatted by the caller; @value is for position only
 * @state: anything but %JL_STATE_VALUE draws the state's mark; @value is then ignored
 * @passes: the exact verdict (share ≥ threshold), never derived from @value
 * @unjudged: no limit applies to it: there is no verdict, and @passes says nothing
 * @short_label: (nullable): what a tile says in place of @label
 * @own: emphasised (the unit in question)
 * @group_value: the peers' value in a trend; NAN for none
 * @row: of a tile; < 0: a small square under the tile whose key is @parent
 * @col: of a tile
 */
typedef struct
{
  int         key;
  const char *label;
  const char *short_label;
  const char *value_text;
  const char *change_text;
  JlState     state;
  gboolean    passes;
  gboolean    unjudged;
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

/* Also the accessible name. */
void        jl_chart_set_title (JlChart *self, const char *title);
const char *jl_chart_get_title (const JlChart *self);
/* One sentence for the screen reader. */
void        jl_chart_set_summary (JlChart *self, const char *sentence);
const char *jl_chart_get_summary (const JlChart *self);
/* Heads of the table twin and of the columns in the chart: 0 label, 1 value, 2 change (in a trend:
 * the peers' value, whose text is change_text). */
void        jl_chart_set_columns (JlChart    *self,
                                  const char *label,
                                  const char *value,
                                  const char *change);
const char *jl_chart_get_column (const JlChart *self, int i);

/* Limit or target line; NAN for none. text is the number with its unit ("25%"): a bullet writes
 * the word "Target" before it. */
void     jl_chart_set_threshold (JlChart *self, double value, const char *text);
gboolean jl_chart_has_threshold (const JlChart *self);
/* Bullet: what should be done by now; NAN for none. */
void jl_chart_set_expected (JlChart *self, double value);
/* The value axis holds at least 0…max. */
void jl_chart_set_range (JlChart *self, double max);
/* Trend: name of the peers' line; without it none is drawn. */
void jl_chart_set_group_label (JlChart *self, const char *text);

/* Copies the texts. */
void           jl_chart_add (JlChart *self, const JlDatum *datum);
guint          jl_chart_n_data (const JlChart *self);
const JlDatum *jl_chart_datum (const JlChart *self, guint i);

/**
 * JlMarkKind:
 * @JL_MARK_STATE: the place of a value that is no number: missing, not reported …
 * @JL_MARK_LINE: one unbroken stretch of a line
 * @JL_MARK_EXPECTED: triangle over a bar: what should be done by now
 */
typedef enum
{
  JL_MARK_BAR,
  JL_MARK_POINT,
  JL_MARK_TILE,
  JL_MARK_SQUARE,
  JL_MARK_STATE,
  JL_MARK_THRESHOLD,
  JL_MARK_LINE,
  JL_MARK_GRID,
  JL_MARK_TEXT,
  JL_MARK_TRACK,
  JL_MARK_TICK,
  JL_MARK_EXPECTED,
} JlMarkKind;

/**
 * JlMark:
 * @x: like @y, @width and @height in layout units; of a text where its letters stand
 * @datum: ≥ 0 for the mark that stands for a datum (selectable), else −1
 * @stroke: width of a line or edge
 * @text: of a text its words before they were ellipsized, of a state its word
 * @text_size: points
 * @align: 0 left, .5 centre, 1 right of the box in which a text was set
 * @points: of a line: x, y of each of its @n_points
 *
 * A layout unit is 1/96 inch whatever the resolution of the context, so that the same spec gives
 * the same marks everywhere. Larger text is a larger picture: who wants it lays out in width ÷
 * scale and paints through cairo_scale().
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
  double     text_size;
  gboolean   text_bold;
  double     align;
  double    *points;
  guint      n_points;
} JlMark;

typedef struct _JlLayout JlLayout;

/* The height a chart wants at a width. A layout given less stays whole but closer. */
double    jl_chart_natural_height (const JlChart *self, double width);
JlLayout *jl_chart_layout (const JlChart *self, double width, double height, PangoContext *context);
void      jl_layout_free (JlLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlLayout, jl_layout_free)
guint         jl_layout_n_marks (const JlLayout *self);
const JlMark *jl_layout_mark (const JlLayout *self, guint i);

/* The selectable mark at a place, of a datum, or −1. Ranking rows and years take a whole band. */
int jl_layout_hit (const JlLayout *self, double x, double y);
int jl_layout_mark_of_datum (const JlLayout *self, int datum);
/* The neighbour in reading order (step ±1), for tiles by direction; the same mark at the edge; from
 * −1 the first or last. */
int jl_layout_neighbour (const JlLayout *self, int mark, int dx, int dy);

/* focused: index of the mark with the focus ring, hovered: with the 2 px edge; −1 for none. */
void jl_layout_paint (const JlLayout *self,
                      cairo_t        *cr,
                      const JlTheme  *theme,
                      int             focused,
                      int             hovered);

/* Title over the chart on the theme's ground; sizes in layout units, a PNG's pixel being one. The
 * PDF is in print colours. */
gboolean jl_chart_write_png (const JlChart *self,
                             const char    *path,
                             int            width,
                             int            height,
                             const JlTheme *theme,
                             GError       **error);
gboolean jl_chart_write_pdf (const JlChart *self,
                             const char    *path,
                             double         width,
                             double         height,
                             GError       **error);

/* The mark of a state in a box of a side of 12 beside text. */
void jl_paint_progress_mark (cairo_t       *cr,
                             JlProgress     progress,
                             double         x,
                             double         y,
                             double         size,
                             const JlTheme *theme);

G_END_DECLS
