/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What holds for every kind at every size: marks inside, words apart, the same marks from every
 * screen, marks found again. */

#include <string.h>

#include "jl-sample.h"

#define SLACK 0.51 /* half a hair line at an edge */

static JlChart *(*const makers[]) (void) = {
  jl_sample_ranking,
  jl_sample_long_ranking,
  jl_sample_ranking_states,
  jl_sample_trend,
  jl_sample_gapped_trend,
  jl_sample_map,
  jl_sample_map_states,
  jl_sample_bullet,
};

typedef void (*Check) (const JlLayout *layout, double width, double height);

static void
check_at_all_widths (Check check)
{
  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    for (double width = 300; width <= 800; width += 20)
      {
        g_autoptr (JlChart) chart = makers[i]();
        double height = jl_chart_natural_height (chart, width);
        g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, width, height);

        check (layout, width, height);
      }
}

static void
check_inside (const JlLayout *layout, double width, double height)
{
  for (guint i = 0; i < jl_layout_n_marks (layout); i++)
    {
      const JlMark *mark = jl_layout_mark (layout, i);

      if (mark->x < -SLACK || mark->y < -SLACK || mark->x + mark->width > width + SLACK ||
          mark->y + mark->height > height + SLACK)
        g_error ("mark %u “%s” of kind %u lies outside %g × %g", i, mark->text, mark->kind, width,
                 height);
    }
}

static gboolean
overlap (const JlMark *a, const JlMark *b)
{
  return a->x + a->width > b->x + SLACK && b->x + b->width > a->x + SLACK &&
         a->y + a->height > b->y + SLACK && b->y + b->height > a->y + SLACK;
}

static void
check_words_apart (const JlLayout *layout, double width, double height)
{
  for (guint i = 0; i < jl_layout_n_marks (layout); i++)
    for (guint k = 0; k < i; k++)
      {
        const JlMark *one = jl_layout_mark (layout, i), *other = jl_layout_mark (layout, k);

        if (one->kind == JL_MARK_TEXT && other->kind == JL_MARK_TEXT && overlap (one, other))
          g_error ("“%s” and “%s” overlap at width %g", one->text, other->text, width);
      }
}

static void
test_inside (void)
{
  check_at_all_widths (check_inside);
}

static void
test_words_apart (void)
{
  check_at_all_widths (check_words_apart);
}

static void
assert_same_marks (const JlLayout *one, const JlLayout *other)
{
  g_assert_cmpuint (jl_layout_n_marks (one), ==, jl_layout_n_marks (other));
  for (guint i = 0; i < jl_layout_n_marks (one); i++)
    {
      const JlMark *a = jl_layout_mark (one, i), *b = jl_layout_mark (other, i);

      g_assert_cmpint (a->kind, ==, b->kind);
      g_assert_cmpfloat (a->x, ==, b->x);
      g_assert_cmpfloat (a->y, ==, b->y);
      g_assert_cmpfloat (a->width, ==, b->width);
      g_assert_cmpfloat (a->height, ==, b->height);
    }
}

/* Neither the screen's resolution nor the size of the interface's font moves a mark. */
static void
test_same_on_every_screen (void)
{
  g_autoptr (JlChart) chart = jl_sample_ranking ();
  g_autoptr (JlLayout) plain = jl_sample_lay_out (chart, 360, 270);
  g_autoptr (JlLayout) dense = NULL;
  PangoContext         *context = jl_sample_context ();
  PangoFontDescription *font =
      pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_size (font, 30 * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  pango_cairo_context_set_resolution (context, 144);
  dense = jl_chart_layout (chart, 360, 270, context);
  g_object_unref (context);
  assert_same_marks (plain, dense);
}

static void
test_marks_are_found (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (JlChart) chart = makers[i]();
      g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, 400, 0);

      for (guint k = 0; k < jl_chart_n_data (chart); k++)
        {
          int           index = jl_layout_mark_of_datum (layout, (int) k);
          const JlMark *mark = jl_layout_mark (layout, (guint) index);
          double        x = mark->x + mark->width / 2, y = mark->y + mark->height / 2;

          g_assert_cmpint (jl_layout_hit (layout, x, y), ==, index);
        }
    }
}

/* A row answers over its whole width, the head of the columns does not. */
static void
test_rows_answer (void)
{
  g_autoptr (JlChart) chart = jl_sample_ranking ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, 360, 0);
  int    last = jl_layout_mark_of_datum (layout, 7);
  double middle = jl_layout_mark (layout, (guint) last)->y + 9;

  g_assert_cmpint (jl_layout_hit (layout, 1, middle), ==, last);
  g_assert_cmpint (jl_layout_hit (layout, 359, middle), ==, last);
  g_assert_cmpint (jl_layout_hit (layout, 100, 5), ==, -1);
  g_assert_cmpint (jl_layout_hit (layout, -1, middle), ==, -1);
  g_assert_cmpint (jl_layout_mark_of_datum (layout, -1), ==, -1);
  g_assert_cmpint (jl_layout_mark_of_datum (layout, 8), ==, -1);
}

static void
test_reading_order (void)
{
  g_autoptr (JlChart) chart = jl_sample_ranking ();
  g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, 360, 0);
  int mark = jl_layout_neighbour (layout, -1, 0, 1);

  g_assert_cmpint (mark, ==, jl_layout_mark_of_datum (layout, 0));
  for (int datum = 1; datum < 8; datum++)
    {
      mark = jl_layout_neighbour (layout, mark, 0, 1);
      g_assert_cmpint (mark, ==, jl_layout_mark_of_datum (layout, datum));
    }
  g_assert_cmpint (jl_layout_neighbour (layout, mark, 0, 1), ==, mark);
  g_assert_cmpint (jl_layout_neighbour (layout, mark, -1, 0), ==,
                   jl_layout_mark_of_datum (layout, 6));
  g_assert_cmpint (jl_layout_neighbour (layout, -1, 0, -1), ==, mark);
}

static void
test_empty (void)
{
  for (int kind = JL_CHART_RANKING; kind <= JL_CHART_SPARK; kind++)
    {
      g_autoptr (JlChart) chart = jl_chart_new ((JlChartKind) kind);
      g_autoptr (JlLayout) layout = jl_sample_lay_out (chart, 300, 200);

      g_assert_cmpuint (jl_layout_n_marks (layout), ==, 0);
      g_assert_cmpint (jl_layout_hit (layout, 10, 10), ==, -1);
      g_assert_cmpint (jl_layout_neighbour (layout, -1, 1, 0), ==, -1);
    }
}

/* A chart keeps what it was given, not where it was kept. */
static void
test_texts_are_copied (void)
{
  g_autoptr (JlChart) chart = jl_chart_new (JL_CHART_BULLET);
  char text[] = "四平市";

  jl_chart_add (chart, &(JlDatum){ .label = text });
  jl_chart_set_title (chart, text);
  jl_chart_set_columns (chart, text, NULL, NULL);
  memset (text, 'x', sizeof text - 1);
  g_assert_cmpstr (jl_chart_datum (chart, 0)->label, ==, "四平市");
  g_assert_cmpstr (jl_chart_get_title (chart), ==, "四平市");
  g_assert_cmpstr (jl_chart_get_column (chart, 0), ==, "四平市");
  g_assert_null (jl_chart_get_column (chart, 1));
  g_assert_null (jl_chart_get_summary (chart));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/layout/inside", test_inside);
  g_test_add_func ("/draw/layout/words-apart", test_words_apart);
  g_test_add_func ("/draw/layout/same-on-every-screen", test_same_on_every_screen);
  g_test_add_func ("/draw/layout/marks-are-found", test_marks_are_found);
  g_test_add_func ("/draw/layout/rows-answer", test_rows_answer);
  g_test_add_func ("/draw/layout/reading-order", test_reading_order);
  g_test_add_func ("/draw/layout/empty", test_empty);
  g_test_add_func ("/draw/layout/texts-are-copied", test_texts_are_copied);
  return g_test_run ();
}
