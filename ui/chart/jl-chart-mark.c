/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One mark of a chart as a child widget. */

#include "jl-chart-mark.h"

#include <glib/gi18n.h>

struct _JlChartMark
{
  GtkWidget parent_instance;

  int datum;
};

G_DEFINE_FINAL_TYPE (JlChartMark, jl_chart_mark, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
activate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[ACTIVATED], 0);
}

static void
jl_chart_mark_class_init (JlChartMarkClass *klass)
{
  GtkWidgetClass    *widget_class = GTK_WIDGET_CLASS (klass);
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space,
                                GDK_KEY_KP_Space };

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_install_action (widget_class, "mark.activate", NULL, activate_action);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "mark.activate", NULL);
}

static void
jl_chart_mark_init (JlChartMark *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
jl_chart_mark_new (const JlChart *chart, int datum)
{
  JlChartMark     *self = g_object_new (JL_TYPE_CHART_MARK, NULL);
  g_autofree char *text = jl_chart_mark_describe (chart, datum);

  self->datum = datum;
  g_strdelimit (text, "\n", ' ');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return GTK_WIDGET (self);
}

int
jl_chart_mark_get_datum (JlChartMark *self)
{
  return self->datum;
}

const char *
jl_chart_mark_value_text (const JlDatum *datum)
{
  return datum->value_text && *datum->value_text ? datum->value_text : jl_state_word (datum->state);
}

static void
append_pair (GString *text, const char *head, const char *value)
{
  if (head && *head)
    g_string_append_printf (text, "%s ", head);
  g_string_append (text, value);
}

/* What a bullet has to reach is a target in time; its card says how it stands. */
static const char *
verdict_word (const JlChart *chart, const JlDatum *datum)
{
  if (jl_chart_get_kind (chart) == JL_CHART_BULLET)
    return NULL;
  if (datum->state != JL_STATE_VALUE || datum->unjudged || !jl_chart_has_threshold (chart))
    return NULL;
  return datum->passes ? C_ ("share", "Met") : jl_progress_word (JL_PROGRESS_NOT_MET);
}

char *
jl_chart_mark_describe (const JlChart *chart, int i)
{
  const JlDatum *datum = jl_chart_datum (chart, (guint) i);
  const char    *verdict = verdict_word (chart, datum);
  GString       *text = g_string_new (datum->label);

  g_string_append_c (text, '\n');
  append_pair (text, jl_chart_get_column (chart, 1), jl_chart_mark_value_text (datum));
  if (datum->change_text || verdict)
    g_string_append_c (text, '\n');
  if (datum->change_text)
    append_pair (text, jl_chart_get_column (chart, 2), datum->change_text);
  if (datum->change_text && verdict)
    g_string_append (text, " · ");
  if (verdict)
    g_string_append (text, verdict);
  return g_string_free (text, FALSE);
}
