/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What stands under a tile map: the classes, the states that occur in it, and the sentence about
 * rough position. */

#include "jl-layout-private.h"

#include <glib/gi18n-lib.h>

#define SWATCH_WIDTH 15.0
#define SWATCH_HEIGHT 10.0
#define SWATCH_GAP 5.0
#define ITEM_GAP 7.0
#define ROW 18.0
#define SENTENCE_GAP 3.0
#define SQUARE_EDGE 0.8

static const char *class_texts[JL_MAP_N_CLASSES] = {
  "0", "0–10", "10–20", "20–25", "25–30", "≥30"
};

static const JlTextStyle note_style = { JL_SIZE_NOTE, FALSE, JL_COLOR_NOTE, 0 };

typedef struct
{
  JlState state;
  int class;
  char  *text;
  double width; /* of the text */
} Item;

static const char *
sentence (void)
{
  return _ ("Squares show rough position only, not boundaries. Small squares are counties.");
}

static void
clear_item (gpointer data)
{
  g_free (((Item *) data)->text);
}

static double
text_width (JlLayout *layout, const char *text)
{
  return layout ? jl_layout_text_width (layout, text, &note_style)
                : jl_text_estimate (text, JL_SIZE_NOTE);
}

static void
add_item (GArray *items, JlLayout *layout, JlState state, int class, char *text)
{
  Item item = { state, class, text, text_width (layout, text) };

  g_array_append_val (items, item);
}

static gboolean
occurs (const JlChart *chart, JlState state)
{
  for (guint i = 0; i < jl_chart_n_data (chart); i++)
    if (jl_chart_datum (chart, i)->state == state)
      return TRUE;
  return FALSE;
}

/* Not reported and missing are hatched alike and share a swatch. */
static void
add_hatched (const JlChart *chart, GArray *items, JlLayout *layout)
{
  gboolean    unreported = occurs (chart, JL_STATE_NOT_REPORTED);
  gboolean    missing = occurs (chart, JL_STATE_MISSING);
  JlState     state = unreported ? JL_STATE_NOT_REPORTED : JL_STATE_MISSING;
  const char *first = jl_state_word (state);

  if (unreported && missing)
    add_item (items, layout, state, 0,
              g_strdup_printf ("%s / %s", first, jl_state_word (JL_STATE_MISSING)));
  else if (unreported || missing)
    add_item (items, layout, state, 0, g_strdup (first));
}

static GArray *
collect_items (const JlChart *chart, JlLayout *layout)
{
  static const JlState hollow[] = { JL_STATE_NOT_DUE, JL_STATE_NOT_APPLICABLE };
  GArray              *items = g_array_new (FALSE, FALSE, sizeof (Item));

  g_array_set_clear_func (items, clear_item);
  for (int class = 0; class < JL_MAP_N_CLASSES; class ++)
    add_item (items, layout, JL_STATE_VALUE, class, g_strdup (class_texts[class]));
  add_hatched (chart, items, layout);
  for (guint i = 0; i < G_N_ELEMENTS (hollow); i++)
    if (occurs (chart, hollow[i]))
      add_item (items, layout, hollow[i], 0, g_strdup (jl_state_word (hollow[i])));
  return items;
}

JlMark *
jl_map_add_square (JlLayout *layout, JlRect rect, JlState state, int class)
{
  JlMark *square = jl_layout_add (layout, JL_MARK_SQUARE, rect);

  square->state = state;
  if (state == JL_STATE_VALUE)
    square->fill = (JlColor) (JL_COLOR_MAP_0 + class);
  square->edge = JL_COLOR_PEERS;
  square->stroke = SQUARE_EDGE;
  return square;
}

static void
show_item (const Item *item, JlLayout *layout, double x, double y)
{
  JlRect swatch = { x, y + (ROW - SWATCH_HEIGHT) / 2, SWATCH_WIDTH, SWATCH_HEIGHT };

  jl_map_add_square (layout, swatch, item->state, item->class);
  x += SWATCH_WIDTH + SWATCH_GAP;
  jl_layout_add_text (layout, item->text, (JlRect){ x, y, MAX (layout->width - x, 0), ROW },
                      &note_style);
}

/* From left to right in as many rows as the width asks for; set down only when show is true.
 * Returns: the height. */
static double
flow (GArray *items, JlLayout *layout, gboolean show, double width, double top)
{
  double x = 0, y = top;

  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);
      double      advance = SWATCH_WIDTH + SWATCH_GAP + item->width;

      if (x > 0 && x + advance > width)
        {
          x = 0;
          y += ROW;
        }
      if (show)
        show_item (item, layout, x, y);
      x += advance + ITEM_GAP;
    }
  return y + ROW - top;
}

static int
sentence_lines (JlLayout *layout, double width)
{
  if (layout)
    return jl_layout_count_lines (layout, sentence (), width, &note_style);
  return 1 + (int) (jl_text_estimate (sentence (), JL_SIZE_NOTE) / MAX (width, 1));
}

double
jl_map_legend_height (const JlChart *chart, double width, JlLayout *layout)
{
  g_autoptr (GArray) items = collect_items (chart, layout);

  return flow (items, layout, FALSE, width, 0) + SENTENCE_GAP +
         sentence_lines (layout, width) * JL_NOTE_LINE;
}

void
jl_map_legend_lay_out (const JlChart *chart, JlLayout *layout, double top)
{
  g_autoptr (GArray) items = collect_items (chart, layout);
  double bottom = top + flow (items, layout, TRUE, layout->width, top) + SENTENCE_GAP;

  jl_layout_add_paragraph (layout, sentence (), (JlRect){ 0, bottom, layout->width, 0 },
                           &note_style);
}
