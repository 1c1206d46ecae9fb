/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A card with one figure. */

#include "jl-card.h"

struct _JlCard
{
  AdwBin parent_instance;

  GtkLabel  *title;
  GtkLabel  *note;
  GtkButton *source;
  GtkLabel  *figure;
  GtkLabel  *unit;
  AdwBin    *end;
  AdwBin    *mark;
  GtkLabel  *footnote;
  GtkWidget *
      popover; /* the last one shown; kept until the next, for it may not go away while it closes */
};

static void jl_card_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JlCard,
                               jl_card,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, jl_card_buildable_init))

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_NOTE,
  PROP_SOURCE,
  PROP_FIGURE,
  PROP_UNIT,
  PROP_FOOTNOTE,
  N_PROPS,
};

enum
{
  SOURCE_ACTIVATED,
  N_SIGNALS,
};

static GtkBuildableIface *parent_buildable;
static GParamSpec        *props[N_PROPS];
static guint              signals[N_SIGNALS];

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text && *text);
}

static void
source_clicked_cb (JlCard *self)
{
  g_signal_emit (self, signals[SOURCE_ACTIVATED], 0);
}

static void
jl_card_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (g_strcmp0 (type, "end") == 0)
    jl_card_set_end (JL_CARD (buildable), GTK_WIDGET (child));
  else if (g_strcmp0 (type, "mark") == 0)
    jl_card_set_mark (JL_CARD (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
jl_card_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = jl_card_add_child;
}

static void
jl_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JlCard *self = JL_CARD (object);

  switch (id)
    {
    case PROP_TITLE:
      jl_card_set_title (self, g_value_get_string (value));
      break;
    case PROP_NOTE:
      jl_card_set_note (self, g_value_get_string (value));
      break;
    case PROP_SOURCE:
      jl_card_set_source (self, g_value_get_string (value));
      break;
    case PROP_FIGURE:
      gtk_label_set_label (self->figure, g_value_get_string (value));
      break;
    case PROP_UNIT:
      set_label (self->unit, g_value_get_string (value));
      break;
    case PROP_FOOTNOTE:
      jl_card_set_footnote (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
drop_popover (JlCard *self)
{
  GtkWidget *popover = g_steal_pointer (&self->popover);

  if (popover)
    gtk_widget_unparent (popover);
}

static void
popover_closed_cb (JlCard *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->figure), "jl-ring");
}

static void
jl_card_dispose (GObject *object)
{
  drop_popover (JL_CARD (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_CARD);
  G_OBJECT_CLASS (jl_card_parent_class)->dispose (object);
}

static void
install_texts (GObjectClass *object_class)
{
  static const char *const names[N_PROPS] = { NULL, "title", "note", "source",
                                              "figure", "unit", "footnote" };

  for (int i = PROP_TITLE; i < N_PROPS; i++)
    props[i] =
        g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
jl_card_class_init (JlCardClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = jl_card_set_property;
  object_class->dispose = jl_card_dispose;
  install_texts (object_class);

  signals[SOURCE_ACTIVATED] = g_signal_new ("source-activated", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jiliang/Jiliang/widgets/jl-card.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, JlCard, title);
  gtk_widget_class_bind_template_child (widget_class, JlCard, note);
  gtk_widget_class_bind_template_child (widget_class, JlCard, source);
  gtk_widget_class_bind_template_child (widget_class, JlCard, figure);
  gtk_widget_class_bind_template_child (widget_class, JlCard, unit);
  gtk_widget_class_bind_template_child (widget_class, JlCard, end);
  gtk_widget_class_bind_template_child (widget_class, JlCard, mark);
  gtk_widget_class_bind_template_child (widget_class, JlCard, footnote);
  gtk_widget_class_bind_template_callback (widget_class, source_clicked_cb);
}

static void
jl_card_init (JlCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
jl_card_new (void)
{
  return g_object_new (JL_TYPE_CARD, NULL);
}

void
jl_card_set_title (JlCard *self, const char *title)
{
  gtk_label_set_label (self->title, title ? title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title ? title : "", -1);
}

void
jl_card_set_note (JlCard *self, const char *note)
{
  set_label (self->note, note);
}

void
jl_card_set_source (JlCard *self, const char *source)
{
  gtk_button_set_label (self->source, source ? source : "");
  gtk_widget_set_visible (GTK_WIDGET (self->source), source != NULL);
}

void
jl_card_set_figure (JlCard *self, const char *figure, const char *unit)
{
  gtk_label_set_label (self->figure, figure);
  set_label (self->unit, unit);
}

const char *
jl_card_get_figure (JlCard *self)
{
  return gtk_label_get_label (self->figure);
}

void
jl_card_set_footnote (JlCard *self, const char *markup)
{
  set_label (self->footnote, markup);
}

void
jl_card_set_end (JlCard *self, GtkWidget *end)
{
  adw_bin_set_child (self->end, end);
}

void
jl_card_set_mark (JlCard *self, GtkWidget *mark)
{
  adw_bin_set_child (self->mark, mark);
}

void
jl_card_show_popover (JlCard *self, GtkPopover *popover)
{
  drop_popover (self);
  self->popover = GTK_WIDGET (popover);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_set_position (popover, GTK_POS_BOTTOM);
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (popover_closed_cb), self);
  gtk_widget_add_css_class (GTK_WIDGET (self->figure), "jl-ring");
  gtk_popover_popup (popover);
}
