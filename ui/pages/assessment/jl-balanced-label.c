/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The label gets the least width at which it is not higher than at the whole width. */

#include "jl-balanced-label.h"

struct _JlBalancedLabel
{
  GtkWidget parent_instance;

  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (JlBalancedLabel, jl_balanced_label, GTK_TYPE_WIDGET)

static int
height_at (JlBalancedLabel *self, int width)
{
  int natural;

  gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static int
balanced_width (JlBalancedLabel *self, int width)
{
  int height = height_at (self, width);
  int low, high = width;

  gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, &low, NULL, NULL, NULL);
  while (low < high)
    {
      int middle = (low + high) / 2;

      if (height_at (self, middle) <= height)
        high = middle;
      else
        low = middle + 1;
    }
  return high;
}

static GtkSizeRequestMode
jl_balanced_label_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jl_balanced_label_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  gtk_widget_measure (JL_BALANCED_LABEL (widget)->label, orientation, for_size, minimum, natural,
                      NULL, NULL);
}

static void
jl_balanced_label_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JlBalancedLabel *self = JL_BALANCED_LABEL (widget);
  int              own = balanced_width (self, width);

  gtk_widget_size_allocate (self->label, &(GtkAllocation){ width - own, 0, own, height }, -1);
}

static void
jl_balanced_label_dispose (GObject *object)
{
  g_clear_pointer (&JL_BALANCED_LABEL (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (jl_balanced_label_parent_class)->dispose (object);
}

static void
jl_balanced_label_class_init (JlBalancedLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_balanced_label_dispose;
  widget_class->get_request_mode = jl_balanced_label_get_request_mode;
  widget_class->measure = jl_balanced_label_measure;
  widget_class->size_allocate = jl_balanced_label_size_allocate;
}

static void
jl_balanced_label_init (JlBalancedLabel *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 1);
  gtk_label_set_justify (GTK_LABEL (self->label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
jl_balanced_label_new (const char *text, const char *css_class)
{
  JlBalancedLabel *self = g_object_new (JL_TYPE_BALANCED_LABEL, NULL);

  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_add_css_class (self->label, css_class);
  return GTK_WIDGET (self);
}
