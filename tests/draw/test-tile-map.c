/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Where tiles and squares stand, which class they take, how the arrow keys go over them. */

#include "jl-sample.h"

#define WIDTH 364.0
#define EXACT 1e-6
#define N_TILES 12
#define SENTENCE "Squares show rough position only, not boundaries. Small squares are counties."

static void
test_grid (void)
{
  g_autoptr (JlChart) chart = jl_sample_map ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, WIDTH, 0);
  const JlMark *first = jl_sample_of_datum (layout, 0);

  g_assert_cmpuint (jl_sample_count (layout, JL_MARK_TILE), ==, N_TILES);
  for (int i = 0; i < N_TILES; i++)
    {
      const JlDatum *datum = jl_chart_datum (chart, (guint) i);
      const JlMark  *tile = jl_sample_of_datum (layout, i);

      g_assert_cmpfloat_with_epsilon (tile->x, datum->col * 73.75, EXACT);
      g_assert_cmpfloat_with_epsilon (tile->y, datum->row * 69, 1);
      g_assert_cmpfloat_with_epsilon (tile->width, 69, EXACT);
      g_assert_cmpfloat (tile->height, ==, first->height);
    }
}

static int
datum_of_key (const JlChart *chart, int key)
{
  for (guint i = 0; i < jl_chart_n_data (chart); i++)
    if (jl_chart_datum (chart, i)->key == key)
      return (int) i;
  g_assert_not_reached ();
}

/* Four a row under their own tile, inside its width, above the next row of tiles. */
static void
test_squares_stand_under_their_tile (void)
{
  g_autoptr (JlChart) chart = jl_sample_map ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, WIDTH, 0);

  for (guint i = N_TILES; i < jl_chart_n_data (chart); i++)
    {
      const JlDatum *datum = jl_chart_datum (chart, i);
      const JlMark  *square = jl_sample_of_datum (layout, (int) i);
      const JlMark  *tile = jl_sample_of_datum (layout, datum_of_key (chart, datum->parent));
      int            nth = datum->key - datum->parent * 100;

      g_assert_cmpint (square->kind, ==, JL_MARK_SQUARE);
      g_assert_cmpfloat_with_epsilon (square->x, tile->x + 3 + nth % 4 * 16.5, EXACT);
      g_assert_cmpfloat (square->x + square->width, <=, tile->x + tile->width + EXACT);
      g_assert_cmpfloat_with_epsilon (square->y, tile->y + tile->height + 3 + nth / 4 * 12, 1);
      g_assert_cmpfloat (square->y + square->height, <, tile->y + 69);
    }
}

/* Eight squares a tile stand in two rows, thirteen in four: the rows of tiles give way. */
static void
test_many_squares (void)
{
  g_autoptr (JlChart) chart = jl_chart_new (JL_CHART_TILE_MAP);
  g_autoptr (JlLayout) layout = NULL;

  jl_chart_add (chart, &(JlDatum){ .key = 1, .label = "甲", .value = 1 });
  jl_chart_add (chart, &(JlDatum){ .key = 2, .label = "乙", .value = 1, .row = 1 });
  for (int i = 0; i < 13; i++)
    jl_chart_add (chart, &(JlDatum){ .key = 10 + i, .row = -1, .parent = 1, .value = 1 });
  layout = jl_sample_lay_out (chart, WIDTH, 0);
  g_assert_cmpfloat (jl_sample_of_datum (layout, 14)->y + jl_sample_of_datum (layout, 14)->height + 4,
                     <=, jl_sample_of_datum (layout, 1)->y);
}

/* The edge of 25 is the verdict's, the others are the value's. */
static void
test_classes (void)
{
  static const struct
  {
    double   value;
    gboolean passes;
    JlColor  color;
  } cases[] = {
    { 0, FALSE, JL_COLOR_MAP_0 },
    { 0.0001, FALSE, JL_COLOR_MAP_10 },
    { 9.99, FALSE, JL_COLOR_MAP_10 },
    { 10, FALSE, JL_COLOR_MAP_20 },
    { 20, FALSE, JL_COLOR_MAP_25 },
    { 24.9999999, FALSE, JL_COLOR_MAP_25 },
    { 25, FALSE, JL_COLOR_MAP_25 },
    { 24.9999999, TRUE, JL_COLOR_MAP_30 },
    { 25, TRUE, JL_COLOR_MAP_30 },
    { 29.9999, TRUE, JL_COLOR_MAP_30 },
    { 30, TRUE, JL_COLOR_MAP_MORE },
  };
  g_autoptr (JlChart) chart = jl_chart_new (JL_CHART_TILE_MAP);
  g_autoptr (JlLayout) layout = NULL;

  for (int i = 0; i < (int) G_N_ELEMENTS (cases); i++)
    jl_chart_add (chart, &(JlDatum){
                             .label = "市",
                             .value = cases[i].value,
                             .passes = cases[i].passes,
                             .col = i,
                         });
  layout = jl_sample_lay_out (chart, 900, 0);
  for (int i = 0; i < (int) G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (jl_sample_of_datum (layout, i)->fill, ==, cases[i].color);
}

/* A total of a prefecture gets no verdict: its value alone chooses the class. */
static void
test_class_without_verdict (void)
{
  g_autoptr (JlChart) chart = jl_chart_new (JL_CHART_TILE_MAP);
  g_autoptr (JlLayout) layout = NULL;

  jl_chart_add (chart, &(JlDatum){ .label = "州", .value = 31, .unjudged = TRUE });
  layout = jl_sample_lay_out (chart, WIDTH, 0);
  g_assert_cmpint (jl_sample_of_datum (layout, 0)->fill, ==, JL_COLOR_MAP_MORE);
}

static void
test_states (void)
{
  g_autoptr (JlChart) chart = jl_sample_map_states ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, WIDTH, 0);

  for (int i = 0; i < 4; i++)
    {
      const JlMark *tile = jl_sample_of_datum (layout, i);

      g_assert_cmpint (tile->state, ==, jl_chart_datum (chart, (guint) i)->state);
      g_assert_cmpint (tile->fill, ==, JL_COLOR_NONE);
      g_assert_cmpint (tile->edge, !=, JL_COLOR_NONE);
      g_assert_nonnull (jl_sample_text (layout, jl_state_word (tile->state)));
    }
  g_assert_cmpint (jl_sample_of_datum (layout, 4)->fill, ==, JL_COLOR_MAP_0);
  g_assert_cmpint (jl_sample_of_datum (layout, 4)->edge, ==, JL_COLOR_PEERS);
}

static void
test_legend (void)
{
  g_autoptr (JlChart) chart = jl_sample_map ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, WIDTH, 0);
  const JlMark *sentence = jl_sample_text (layout, SENTENCE);
  const JlMark *last = jl_sample_of_datum (layout, N_TILES - 1);

  g_assert_nonnull (jl_sample_text (layout, "≥30"));
  g_assert_nonnull (jl_sample_text (layout, jl_state_word (JL_STATE_NOT_REPORTED)));
  g_assert_null (jl_sample_text (layout, jl_state_word (JL_STATE_MISSING)));
  g_assert_cmpfloat (sentence->y, >, last->y + last->height);
  g_assert_cmpfloat (sentence->y + sentence->height, <=,
                     jl_chart_natural_height (chart, WIDTH) + 1);
}

static int
go (const JlLayout *layout, int datum, int dx, int dy)
{
  int mark = jl_layout_neighbour (layout, jl_layout_mark_of_datum (layout, datum), dx, dy);

  return jl_layout_mark (layout, (guint) mark)->datum;
}

/* 公主岭 2, 长春 3, 吉林 4, 延边 5; 四平 6; the squares of 长春 begin after those of 白城 and 松原.
 */
static void
test_arrow_keys (void)
{
  g_autoptr (JlChart) chart = jl_sample_map ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, WIDTH, 0);
  int square = N_TILES + 8;

  g_assert_cmpint (go (layout, 2, 1, 0), ==, 3);
  g_assert_cmpint (go (layout, 4, -1, 0), ==, 3);
  g_assert_cmpint (go (layout, 5, 1, 0), ==, 5);
  g_assert_cmpint (go (layout, 2, 0, 1), ==, 6);
  g_assert_cmpint (go (layout, 3, 0, 1), >=, square);
  g_assert_cmpint (go (layout, square, 1, 0), ==, square + 1);
  g_assert_cmpint (go (layout, square, 0, -1), ==, 3);
}

static void
visit (const JlLayout *layout, int mark, gboolean *visited)
{
  static const int ways[][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };

  if (visited[mark])
    return;
  visited[mark] = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    visit (layout, jl_layout_neighbour (layout, mark, ways[i][0], ways[i][1]), visited);
}

static void
test_every_mark_is_reached (void)
{
  g_autoptr (JlChart) chart = jl_sample_map ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, WIDTH, 0);
  g_autofree gboolean *visited = g_new0 (gboolean, jl_layout_n_marks (layout));

  visit (layout, jl_layout_neighbour (layout, -1, 1, 0), visited);
  for (guint i = 0; i < jl_layout_n_marks (layout); i++)
    if (jl_layout_mark (layout, i)->datum >= 0)
      g_assert_true (visited[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/tile-map/grid", test_grid);
  g_test_add_func ("/draw/tile-map/squares-stand-under-their-tile",
                   test_squares_stand_under_their_tile);
  g_test_add_func ("/draw/tile-map/many-squares", test_many_squares);
  g_test_add_func ("/draw/tile-map/classes", test_classes);
  g_test_add_func ("/draw/tile-map/class-without-verdict", test_class_without_verdict);
  g_test_add_func ("/draw/tile-map/states", test_states);
  g_test_add_func ("/draw/tile-map/legend", test_legend);
  g_test_add_func ("/draw/tile-map/arrow-keys", test_arrow_keys);
  g_test_add_func ("/draw/tile-map/every-mark-is-reached", test_every_mark_is_reached);
  return g_test_run ();
}
