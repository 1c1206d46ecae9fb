/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Where it is good and where not: a tile a unit at its rough place, the counties as small squares
 * under their prefecture, four a row. It is no map and says so. A square whose parent has no tile
 * is left to the table twin. */

#include "jl-layout-private.h"

#include <math.h>

#define TILE_WIDTH 69.0
#define TILE_HEIGHT 40.0
#define TILE_PITCH 73.75
#define SQUARE_WIDTH 13.5
#define SQUARE_HEIGHT 10.0
#define SQUARE_PITCH_X 16.5
#define SQUARE_PITCH_Y 12.0
#define SQUARES_INSET 3.0 /* from the tile's edges, so that one sees whose they are */
#define SQUARES_LIFT 3.0  /* under the tile */
#define SQUARES_DROP 4.0  /* over the next tile */
#define SQUARES_A_ROW 4
#define WIDEST 2.0
#define HIGHEST 1.5
#define LOWEST 0.8
#define LEGEND_GAP 9.0
#define NAME_LIFT 8.5 /* of the name over the tile's middle, of the value under it */
#define TEXT_MARGIN 3.0

static const int class_from[JL_MAP_N_CLASSES] = { 0, 0, 10, 20, 25, 30 };

/* How many tiles and rows of squares there are. */
typedef struct
{
  int columns;
  int rows;
  int squares; /* rows of squares under any tile */
  int last;    /* rows of squares under the last row of tiles */
} Grid;

typedef struct
{
  double scale_x;
  double scale_y;
  double pitch_y;
} Frame;

/* The limit of 25 is judged exactly by the database: the verdict chooses the side, the value only
 * the class on it. From 0. */
static int
class_of (const JlDatum *datum)
{
  const int at_limit = 4;
  int class = JL_MAP_N_CLASSES - 1;

  if (datum->value <= 0)
    return 0;
  while (class > 1 && datum->value < class_from[class])
    class --;
  if (datum->unjudged)
    return class;
  return datum->passes ? MAX (class, at_limit) : MIN (class, at_limit - 1);
}

static gboolean
is_tile (const JlDatum *datum)
{
  return datum->row >= 0;
}

static int
square_rows (const JlChart *chart, int parent)
{
  int n = 0;

  for (guint i = 0; i < jl_chart_n_data (chart); i++)
    {
      const JlDatum *datum = jl_chart_datum (chart, i);

      n += !is_tile (datum) && datum->parent == parent;
    }
  return (n + SQUARES_A_ROW - 1) / SQUARES_A_ROW;
}

static Grid
measure_grid (const JlChart *chart)
{
  Grid grid = { 1, 1, 0, 0 };

  for (guint i = 0; i < jl_chart_n_data (chart); i++)
    {
      const JlDatum *datum = jl_chart_datum (chart, i);
      int            squares;

      if (!is_tile (datum))
        continue;
      squares = square_rows (chart, datum->key);
      grid.columns = MAX (grid.columns, datum->col + 1);
      grid.squares = MAX (grid.squares, squares);
      if (datum->row + 1 > grid.rows)
        grid.last = 0;
      grid.rows = MAX (grid.rows, datum->row + 1);
      if (datum->row + 1 == grid.rows)
        grid.last = MAX (grid.last, squares);
    }
  return grid;
}

static double
pitch_y (const Grid *grid)
{
  return TILE_HEIGHT + SQUARES_LIFT + (MAX (grid->squares, 1) - 1) * SQUARE_PITCH_Y + SQUARE_HEIGHT + SQUARES_DROP;
}

static double
grid_height (const Grid *grid)
{
  return (grid->rows - 1) * pitch_y (grid) + TILE_HEIGHT + SQUARES_LIFT +
         grid->last * SQUARE_PITCH_Y;
}

static double
scale_to_width (const Grid *grid, double width)
{
  double gap = TILE_PITCH - TILE_WIDTH;

  return MIN (width / (grid->columns * TILE_PITCH - gap), WIDEST);
}

static Frame
make_frame (const Grid *grid, double width, double height)
{
  Frame frame;

  frame.scale_x = scale_to_width (grid, width);
  frame.scale_y = CLAMP (height / grid_height (grid), LOWEST, HIGHEST);
  frame.pitch_y = pitch_y (grid) * frame.scale_y;
  return frame;
}

static JlRect
tile_rect (const Frame *frame, const JlDatum *datum)
{
  return (JlRect){
    datum->col * TILE_PITCH * frame->scale_x,
    round (datum->row * frame->pitch_y),
    TILE_WIDTH * frame->scale_x,
    round (TILE_HEIGHT * frame->scale_y),
  };
}

static JlRect
square_rect (const Frame *frame, JlRect tile, int nth)
{
  double lift = (SQUARES_LIFT + nth / SQUARES_A_ROW * SQUARE_PITCH_Y) * frame->scale_y;

  return (JlRect){
    tile.x + (SQUARES_INSET + nth % SQUARES_A_ROW * SQUARE_PITCH_X) * frame->scale_x,
    round (tile.y + tile.height + lift),
    SQUARE_WIDTH * frame->scale_x,
    round (SQUARE_HEIGHT * frame->scale_y),
  };
}

static gboolean
is_hatched (const JlDatum *datum)
{
  return datum->state == JL_STATE_MISSING || datum->state == JL_STATE_NOT_REPORTED;
}

static JlColor
text_color (const JlDatum *datum)
{
  if (datum->state == JL_STATE_VALUE)
    return (JlColor) (JL_COLOR_MAP_TEXT_0 + class_of (datum));
  return is_hatched (datum) ? JL_COLOR_TEXT : JL_COLOR_NOTE;
}

static const char *
word_of (const JlDatum *datum)
{
  return datum->state == JL_STATE_VALUE ? datum->value_text : jl_state_word (datum->state);
}

static const char *
name_of (const JlDatum *datum)
{
  return datum->short_label ? datum->short_label : datum->label;
}

/* Hatching under letters would spoil them. */
static void
clear_ground (const JlDatum     *datum,
              JlLayout          *layout,
              JlRect             tile,
              const JlTextStyle *name,
              const JlTextStyle *value)
{
  double width = MAX (jl_layout_text_width (layout, name_of (datum), name),
                      jl_layout_text_width (layout, word_of (datum), value));
  double room = tile.width - 2 * TEXT_MARGIN;

  width = MIN (width + 2 * TEXT_MARGIN, room);
  jl_layout_add (layout, JL_MARK_TRACK,
                 (JlRect){ tile.x + (tile.width - width) / 2, tile.y + TEXT_MARGIN, width,
                           tile.height - 2 * TEXT_MARGIN })
      ->fill = JL_COLOR_GROUND;
}

static void
add_tile_text (const JlDatum *datum, JlLayout *layout, JlRect tile)
{
  JlTextStyle name = { JL_SIZE_VALUE, TRUE, text_color (datum), 0.5 };
  JlTextStyle value = { JL_SIZE_NOTE, FALSE, text_color (datum), 0.5 };
  JlRect      line = { tile.x + TEXT_MARGIN, tile.y - NAME_LIFT, tile.width - 2 * TEXT_MARGIN,
                       tile.height };

  if (is_hatched (datum))
    clear_ground (datum, layout, tile, &name, &value);
  if (name_of (datum))
    jl_layout_add_text (layout, name_of (datum), line, &name);
  line.y += 2 * NAME_LIFT;
  if (word_of (datum))
    jl_layout_add_text (layout, word_of (datum), line, &value);
}

static JlColor
edge_color (const JlDatum *datum)
{
  if (datum->own)
    return JL_COLOR_TEXT;
  if (is_hatched (datum))
    return JL_COLOR_HATCH;
  return datum->state != JL_STATE_VALUE || class_of (datum) == 0 ? JL_COLOR_PEERS
                                                                 : JL_COLOR_NONE;
}

static void
add_tile (const JlChart *chart, JlLayout *layout, const Frame *frame, guint i)
{
  const JlDatum *datum = jl_chart_datum (chart, i);
  JlRect         rect = tile_rect (frame, datum);
  JlMark        *tile = jl_layout_add (layout, JL_MARK_TILE, rect);

  if (datum->state == JL_STATE_VALUE)
    tile->fill = (JlColor) (JL_COLOR_MAP_0 + class_of (datum));
  tile->edge = edge_color (datum);
  tile->stroke = datum->own ? 2 : 0.8;
  jl_layout_select (layout, (int) i, datum->state, rect);
  add_tile_text (datum, layout, rect);
}

/* A quarter of the gap to each side still finds the small square. */
static void
add_squares (const JlChart *chart, JlLayout *layout, const Frame *frame, const JlDatum *tile)
{
  const double reach = 1.5;
  int          nth = 0;

  for (guint i = 0; i < jl_chart_n_data (chart); i++)
    {
      const JlDatum *datum = jl_chart_datum (chart, i);
      JlRect         rect;

      if (is_tile (datum) || datum->parent != tile->key)
        continue;
      rect = square_rect (frame, tile_rect (frame, tile), nth++);
      jl_map_add_square (layout, rect, datum->state, class_of (datum));
      jl_layout_select (layout, (int) i, datum->state,
                        (JlRect){ rect.x - reach, rect.y - reach, rect.width + 2 * reach,
                                  rect.height + 2 * reach });
    }
}

void
jl_tile_map_lay_out (const JlChart *chart, JlLayout *layout)
{
  Grid   grid = measure_grid (chart);
  double legend = jl_map_legend_height (chart, layout->width, layout);
  Frame  frame = make_frame (&grid, layout->width, layout->height - legend - LEGEND_GAP);

  for (guint i = 0; i < jl_chart_n_data (chart); i++)
    if (is_tile (jl_chart_datum (chart, i)))
      {
        add_tile (chart, layout, &frame, i);
        add_squares (chart, layout, &frame, jl_chart_datum (chart, i));
      }
  jl_map_legend_lay_out (chart, layout, layout->height - legend);
}

double
jl_tile_map_natural_height (const JlChart *chart, double width)
{
  const double grown = 1.25; /* tiles of a wide map get some height too */
  Grid         grid = measure_grid (chart);
  double       scale = CLAMP (scale_to_width (&grid, width), 1, grown);

  return ceil (grid_height (&grid) * scale + LEGEND_GAP +
               jl_map_legend_height (chart, width, NULL));
}
