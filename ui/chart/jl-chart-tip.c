/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The tip beside the mark that has the keyboard's focus. It takes no focus and hides nothing by
 * itself. */

#include "jl-chart-tip.h"

struct _JlChartTip
{
  GtkPopover parent_instance;

  GtkLabel *text;
};

G_DEFINE_FINAL_TYPE (JlChartTip, jl_chart_tip, GTK_TYPE_POPOVER)

static void
jl_chart_tip_class_init (JlChartTipClass *klass)
{
}

static void
jl_chart_tip_init (JlChartTip *self)
{
  self->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "jl-dense");
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->text));
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
}

JlChartTip *
jl_chart_tip_new (GtkWidget *parent)
{
  JlChartTip *self = g_object_new (JL_TYPE_CHART_TIP, NULL);

  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  return self;
}

void
jl_chart_tip_show (JlChartTip *self, const char *text, const graphene_rect_t *mark)
{
  GdkRectangle place = { (int) mark->origin.x, (int) mark->origin.y, (int) mark->size.width,
                         (int) mark->size.height };

  gtk_label_set_text (self->text, text);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &place);
  gtk_popover_popup (GTK_POPOVER (self));
}

void
jl_chart_tip_hide (JlChartTip *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}
