/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* An inline bar over a page (AdwBanner is newer than libadwaita 1.2). */

#include "jl-banner.h"

struct _JlBanner
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel    *sentence;
  GtkLabel    *details;
  GtkWidget   *details_button;
  GtkWidget   *retry_button;
};

G_DEFINE_FINAL_TYPE (JlBanner, jl_banner, GTK_TYPE_WIDGET)

enum
{
  RETRY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
retry_clicked_cb (JlBanner *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

static void
jl_banner_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_BANNER);
  G_OBJECT_CLASS (jl_banner_parent_class)->dispose (object);
}

static void
jl_banner_class_init (JlBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_banner_dispose;

  signals[RETRY] = g_signal_new ("retry", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jiliang/Jiliang/widgets/jl-banner.ui");
  gtk_widget_class_set_css_name (widget_class, "banner");
  gtk_widget_class_bind_template_child (widget_class, JlBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, JlBanner, sentence);
  gtk_widget_class_bind_template_child (widget_class, JlBanner, details);
  gtk_widget_class_bind_template_child (widget_class, JlBanner, details_button);
  gtk_widget_class_bind_template_child (widget_class, JlBanner, retry_button);
  gtk_widget_class_bind_template_callback (widget_class, retry_clicked_cb);
}

static void
jl_banner_init (JlBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
jl_banner_new (void)
{
  return g_object_new (JL_TYPE_BANNER, NULL);
}

void
jl_banner_show (JlBanner *self, const char *sentence, const char *details, gboolean can_retry)
{
  gtk_label_set_text (self->sentence, sentence);
  gtk_label_set_text (self->details, details ? details : "");
  gtk_widget_set_visible (self->details_button, details != NULL);
  gtk_widget_set_visible (self->retry_button, can_retry);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

void
jl_banner_hide (JlBanner *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

gboolean
jl_banner_is_shown (JlBanner *self)
{
  return gtk_revealer_get_reveal_child (self->revealer);
}

const char *
jl_banner_get_sentence (JlBanner *self)
{
  return gtk_label_get_text (self->sentence);
}
