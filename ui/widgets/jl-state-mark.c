/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The mark of a progress state with its word: shape first, word second, colour third. */

#include "jl-state-mark.h"

#include "jl-chart.h"
#include "jl-screen-theme.h"

struct _JlStateMark
{
  GtkWidget parent_instance;

  JlProgress progress;

  GtkDrawingArea *mark;
  GtkLabel       *word;
};

G_DEFINE_FINAL_TYPE (JlStateMark, jl_state_mark, GTK_TYPE_WIDGET)

static const char *const tints[] = { "jl-tint-backward", "jl-tint-overdue", "jl-tint-neutral" };

/* A ground only where somebody must act, so that a table full of good news stays quiet. */
static const char *
tint_of (JlProgress progress)
{
  if (progress == JL_PROGRESS_BACKWARD)
    return tints[0];
  if (progress == JL_PROGRESS_OVERDUE)
    return tints[1];
  if (progress == JL_PROGRESS_NOT_REPORTED)
    return tints[2];
  return NULL;
}

static void
update_tint (JlStateMark *self, const char *tint)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tints); i++)
    {
      if (tint != tints[i])
        gtk_widget_remove_css_class (GTK_WIDGET (self), tints[i]);
    }
  if (tint)
    gtk_widget_add_css_class (GTK_WIDGET (self), tint);
}

static void
draw_mark (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  JlStateMark *self = user_data;

  jl_paint_progress_mark (cr, self->progress, 0, 0, MIN (width, height), jl_screen_theme ());
}

static void
jl_state_mark_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_STATE_MARK);
  G_OBJECT_CLASS (jl_state_mark_parent_class)->dispose (object);
}

static void
jl_state_mark_class_init (JlStateMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_state_mark_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jiliang/Jiliang/widgets/jl-state-mark.ui");
  gtk_widget_class_set_css_name (widget_class, "state-mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, JlStateMark, mark);
  gtk_widget_class_bind_template_child (widget_class, JlStateMark, word);
}

static void
jl_state_mark_init (JlStateMark *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->mark, draw_mark, self, NULL);
  jl_state_mark_set (self, JL_PROGRESS_MISSING, NULL);
}

GtkWidget *
jl_state_mark_new (void)
{
  return g_object_new (JL_TYPE_STATE_MARK, NULL);
}

/**
 * jl_state_mark_set:
 * @word: (nullable): beside the mark; %NULL for the state's own word, "" for the bare mark, which
 * then says it to screen readers
 */
void
jl_state_mark_set (JlStateMark *self, JlProgress progress, const char *word)
{
  const char *spoken = word && *word ? word : jl_progress_word (progress);
  gboolean    bare = word && *word == '\0';

  self->progress = progress;
  gtk_label_set_text (self->word, spoken);
  gtk_widget_set_visible (GTK_WIDGET (self->word), !bare);
  update_tint (self, bare ? NULL : tint_of (progress));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self->mark));
}

void
jl_state_mark_set_bare (JlStateMark *self, JlProgress progress, const char *spoken)
{
  jl_state_mark_set (self, progress, "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
