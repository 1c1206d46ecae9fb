/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One JlSheetView a page: it asks for the page's own proportions and paints with the function that writes the PDF. */

#include "jl-paper-view.h"

#include <glib/gi18n.h>

#define JL_TYPE_SHEET_VIEW (jl_sheet_view_get_type ())
G_DECLARE_FINAL_TYPE (JlSheetView, jl_sheet_view, JL, SHEET_VIEW, GtkWidget)

struct _JlSheetView
{
  GtkWidget parent_instance;

  const JlCircular *circular;
  guint             page;
  double            width;
  double            height;
};

G_DEFINE_FINAL_TYPE (JlSheetView, jl_sheet_view, GTK_TYPE_WIDGET)

struct _JlPaperView
{
  AdwBin parent_instance;

  GtkBox *sheets;
};

G_DEFINE_FINAL_TYPE (JlPaperView, jl_paper_view, ADW_TYPE_BIN)

#define MIN_SHEET_WIDTH 280

static GtkSizeRequestMode
jl_sheet_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jl_sheet_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  JlSheetView *self = JL_SHEET_VIEW (widget);
  int          width = for_size > 0 ? for_size : MIN_SHEET_WIDTH;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MIN_SHEET_WIDTH;
  else
    *minimum = *natural = (int) (width * self->height / self->width);
}

static void
jl_sheet_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JlSheetView    *self = JL_SHEET_VIEW (widget);
  double          scale = gtk_widget_get_width (widget) / self->width;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  cairo_t        *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  jl_circular_paint_page (self->circular, self->page, cr);
  cairo_destroy (cr);
}

static void
jl_sheet_view_class_init (JlSheetViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = jl_sheet_view_get_request_mode;
  widget_class->measure = jl_sheet_view_measure;
  widget_class->snapshot = jl_sheet_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "sheet");
}

static void
jl_sheet_view_init (JlSheetView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static GtkWidget *
sheet_view_new (const JlCircular *circular, guint page)
{
  JlSheetView     *self = g_object_new (JL_TYPE_SHEET_VIEW, NULL);
  g_autofree char *label = g_strdup_printf (_ ("Page %u of %u"), page + 1, jl_circular_n_pages (circular));

  self->circular = circular;
  self->page = page;
  jl_circular_page_size (circular, page, &self->width, &self->height);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

static void
remove_sheets (JlPaperView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sheets))) != NULL)
    gtk_box_remove (self->sheets, child);
}

void
jl_paper_view_set_circular (JlPaperView *self, const JlCircular *circular)
{
  guint n = circular != NULL ? jl_circular_n_pages (circular) : 0;

  remove_sheets (self);
  for (guint page = 0; page < n; page++)
    {
      g_autofree char *text = g_strdup_printf (_ ("Page %u of %u"), page + 1, n);
      GtkWidget       *caption = gtk_label_new (text);

      gtk_label_set_xalign (GTK_LABEL (caption), 0);
      gtk_widget_add_css_class (caption, "caption");
      gtk_widget_add_css_class (caption, "jl-note");
      gtk_box_append (self->sheets, caption);
      gtk_box_append (self->sheets, sheet_view_new (circular, page));
    }
}

static void
jl_paper_view_class_init (JlPaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "paper");
}

static void
jl_paper_view_init (JlPaperView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->sheets = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->sheets));
  adw_bin_set_child (ADW_BIN (self), scroller);
}
