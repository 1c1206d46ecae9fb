/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The circular: marked text, pages, what was left out, the states of the page. No server: the
 * circular is made from sample values. */

#include "jl-bound-label.h"
#include "jl-bound-text.h"
#include "jl-circular-page.h"
#include "jl-circular-work.h"
#include "jl-gtk-test.h"
#include "jl-paper-view.h"
#include "jl-sample-year.h"
#include "jl-sheet-view.h"

static JlCircular *
make_circular (JlCircularKind kind)
{
  g_autoptr (JlValues) values = jl_sample_values ();
  g_autoptr (GPtrArray) tables = jl_sample_tables (kind);
  g_autoptr (GError) error = NULL;
  JlCircular *circular = jl_circular_new_from_values (
      kind, 2012, values, (JlAnnexTable *const *) tables->pdata, tables->len, TRUE, &error);

  g_assert_no_error (error);
  return circular;
}

static void
assert_says (gpointer widget, const char *text)
{
  if (jl_find_label (widget, text) == NULL)
    g_error ("“%s” is not shown", text);
}

/* ---- marks */

static GskRenderNode *
node_of (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  return gtk_snapshot_free_to_node (snapshot);
}

/* Two for each line that a bound value stands in: its ground and the line under it. */
static guint
count_marks (GskRenderNode *node)
{
  guint n = 0;

  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_COLOR_NODE:
      return 1;
    case GSK_TRANSFORM_NODE:
      return count_marks (gsk_transform_node_get_child (node));
    case GSK_CLIP_NODE:
      return count_marks (gsk_clip_node_get_child (node));
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        n += count_marks (gsk_container_node_get_child (node, i));
      return n;
    default:
      return 0;
    }
}

static void
test_marks (void)
{
  GtkWidget *label = jl_bound_label_new ("aaaa bbbb cccc dddd");
  GtkWindow *window = jl_present (label, 400, 60);
  g_autoptr (GskRenderNode) none = NULL;
  g_autoptr (GskRenderNode) two = NULL;

  jl_wait_ms (100);
  none = node_of (label);
  jl_bound_label_add (JL_BOUND_LABEL (label), 0, 4, "first");
  jl_bound_label_add (JL_BOUND_LABEL (label), 10, 14, NULL);
  jl_wait_ms (100);
  two = node_of (label);
  g_assert_cmpuint (none ? count_marks (none) : 0, ==, 0);
  g_assert_cmpuint (count_marks (two), ==, 4);
  gtk_window_destroy (window);
}

/* A value that runs over the end of a line is marked in both lines. */
static void
test_marks_over_lines (void)
{
  GtkWidget *label = jl_bound_label_new ("aaaa\nbbbb");
  GtkWindow *window = jl_present (label, 400, 60);
  g_autoptr (GskRenderNode) node = NULL;

  jl_bound_label_add (JL_BOUND_LABEL (label), 2, 7, NULL);
  jl_wait_ms (100);
  node = node_of (label);
  g_assert_cmpuint (count_marks (node), ==, 4);
  gtk_window_destroy (window);
}

/* ---- text */

static void
test_text (void)
{
  g_autoptr (JlCircular) circular = make_circular (JL_CIRCULAR_SITUATION);
  JlBoundText     *text = g_object_new (JL_TYPE_BOUND_TEXT, NULL);
  GtkWindow       *window = jl_present (GTK_WIDGET (text), 660, 600);
  guint            n = jl_circular_n_paragraphs (circular);
  g_autofree char *count = g_strdup_printf ("%u paragraphs, ", n);

  jl_bound_text_set_circular (text, circular);
  jl_wait_ms (100);
  assert_says (text, count);
  g_assert_cmpuint (jl_count_type (GTK_WIDGET (text), JL_TYPE_BOUND_LABEL), ==, n + 1);
  jl_picture (window, "circular-text");
  jl_bound_text_set_circular (text, NULL);
  g_assert_cmpuint (jl_count_type (GTK_WIDGET (text), JL_TYPE_BOUND_LABEL), ==, 1);
  gtk_window_destroy (window);
}

/* ---- pages */

static void
test_pages (void)
{
  g_autoptr (JlCircular) circular = make_circular (JL_CIRCULAR_CRITICISE);
  JlPaperView       *paper = g_object_new (JL_TYPE_PAPER_VIEW, NULL);
  GtkWindow         *window = jl_present (GTK_WIDGET (paper), 400, 500);
  guint              n = jl_circular_n_pages (circular);
  g_autofree char   *first = g_strdup_printf ("Page 1 of %u", n);
  g_autofree char   *last = g_strdup_printf ("Page %u of %u", n, n);
  GtkScrolledWindow *scroller = jl_find_type (GTK_WIDGET (paper), GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget         *sheet;

  jl_paper_view_set_circular (paper, circular);
  jl_wait_ms (100);
  g_assert_cmpuint (jl_count_type (GTK_WIDGET (paper), JL_TYPE_SHEET_VIEW), ==, n);
  assert_says (paper, first);
  sheet = jl_find_type (GTK_WIDGET (paper), JL_TYPE_SHEET_VIEW);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       first);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scroller), G_MAXINT);
  jl_wait_ms (50);
  assert_says (paper, last);
  jl_paper_view_set_circular (paper, NULL);
  gtk_window_destroy (window);
}

static void
test_page_proportions (void)
{
  g_autoptr (JlCircular) circular = make_circular (JL_CIRCULAR_SITUATION);
  g_autoptr (GtkWidget) sheet = g_object_ref_sink (jl_sheet_view_new (circular, 0));
  int height;

  gtk_widget_measure (sheet, GTK_ORIENTATION_VERTICAL, 420, NULL, &height, NULL, NULL);
  g_assert_cmpint (ABS (height - 594), <=, 1);
}

/* ---- the page */

typedef enum
{
  DRAFTED,
  NOT_FROZEN,
  CONTRADICTED,
} State;

static State page_state;

static gpointer
product_work (JlSession *session, gpointer data, GError **error)
{
  JlCircularProduct *product = g_new0 (JlCircularProduct, 1);

  product->frozen = page_state != NOT_FROZEN;
  if (page_state == CONTRADICTED)
    product->why_not = g_strdup ("heading contradicts its figure");
  if (page_state != DRAFTED)
    return product;
  product->circular = make_circular (JL_CIRCULAR_SITUATION);
  product->organ = g_strdup ("演练机关");
  product->frozen_on = g_strdup ("2013-06-24");
  product->denominator = g_strdup ("集中供热总面积");
  return product;
}

static void
reload_from_sample (JlPage *page)
{
  jl_page_load (page, JL_WORK_READ, product_work, NULL, NULL,
                (GDestroyNotify) jl_circular_product_free);
}

static gboolean
is_loaded (gpointer page)
{
  return jl_page_is_loaded (page);
}

static GtkWindow *
open_page (GtkWidget **page, State state, int width, int height)
{
  GtkWindow *window;

  page_state = state;
  *page = jl_circular_page_new ();
  JL_PAGE_GET_CLASS (*page)->reload = reload_from_sample;
  JL_PAGE_GET_CLASS (*page)->without_link = TRUE;
  jl_page_set_year (JL_PAGE (*page), 2012);
  window = jl_present (*page, width, height);
  jl_wait_until (is_loaded, *page);
  jl_wait_ms (100);
  return window;
}

static void
test_page (void)
{
  GtkWidget *page;
  GtkWindow *window = open_page (&page, DRAFTED, 1232, 853);

  assert_says (page, "Issued by: 演练机关");
  assert_says (page, "Frozen figures: 2013-06-24");
  assert_says (page, "frozen figures of the year 2012");
  assert_says (page, "÷ 集中供热总面积");
  assert_says (page, "Sentences left out");
  assert_says (page, "Export PDF");
  jl_picture (window, "circular");

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (window);
  g_assert_null (page);
}

static void
test_page_not_frozen (void)
{
  GtkWidget *page;
  GtkWindow *window = open_page (&page, NOT_FROZEN, 752, 553);

  assert_says (page, "Not frozen yet");
  assert_says (page, "Open the assessment");
  g_assert_null (jl_find_label (page, "Export PDF"));
  gtk_window_destroy (window);
}

static void
test_page_contradicted (void)
{
  GtkWidget *page;
  GtkWindow *window = open_page (&page, CONTRADICTED, 752, 553);

  assert_says (page, "The circular cannot be drafted");
  assert_says (page, "heading contradicts its figure");
  g_assert_null (jl_find_label (page, "Open the assessment"));
  g_assert_null (jl_find_label (page, "Export PDF"));
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  jl_gtk_test_init (&argc, &argv);
#define ADD(name, func) g_test_add_func ("/gtk/circular/" name, func)
  ADD ("marks", test_marks);
  ADD ("marks-over-lines", test_marks_over_lines);
  ADD ("text", test_text);
  ADD ("pages", test_pages);
  ADD ("page-proportions", test_page_proportions);
  ADD ("page", test_page);
  ADD ("page-not-frozen", test_page_not_frozen);
  ADD ("page-contradicted", test_page_contradicted);
  return g_test_run ();
}
