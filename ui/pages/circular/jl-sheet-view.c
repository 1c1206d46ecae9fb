/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* It asks for the page's own proportions and paints with the function that writes the PDF. Paper is
 * white in the dark style, too. */

#include "jl-sheet-view.h"

#include <glib/gi18n.h>

#define MIN_WIDTH 240

struct _JlSheetView
{
  GtkWidget parent_instance;

  const JlCircular *circular;
  guint             page;
  double            width;
  double            height;
};

G_DEFINE_FINAL_TYPE (JlSheetView, jl_sheet_view, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
jl_sheet_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jl_sheet_view_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  JlSheetView *self = JL_SHEET_VIEW (widget);
  int          width = for_size > 0 ? for_size : MIN_WIDTH;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MIN_WIDTH;
  else
    *minimum = *natural = (int) (width * self->height / self->width);
}

static void
jl_sheet_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JlSheetView    *self = JL_SHEET_VIEW (widget);
  int             width = gtk_widget_get_width (widget);
  int             height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t        *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / self->width, width / self->width);
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

GtkWidget *
jl_sheet_view_new (const JlCircular *circular, guint page)
{
  JlSheetView     *self = g_object_new (JL_TYPE_SHEET_VIEW, NULL);
  guint            n = jl_circular_n_pages (circular);
  g_autofree char *label = g_strdup_printf (_ ("Page %u of %u"), page + 1, n);

  self->circular = circular;
  self->page = page;
  jl_circular_page_size (circular, page, &self->width, &self->height);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}
