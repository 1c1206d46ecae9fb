/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A row a paragraph: its heading and number of bound values at the left, the text at the right.
 * Text is not edited here. */

#include "jl-bound-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "jl-bound-label.h"
#include "jl-phrases.h"

#define MARGIN_WIDTH 76

struct _JlBoundText
{
  AdwBin parent_instance;

  GtkLabel          *count;
  GtkBox            *legend;
  GtkScrolledWindow *scroller;
  GtkBox            *rows;
};

G_DEFINE_FINAL_TYPE (JlBoundText, jl_bound_text, ADW_TYPE_BIN)

/* ---- a paragraph */

static guint
mark_bounds (JlBoundLabel *label, const JlCircular *circular, guint paragraph)
{
  guint       start, end, i;
  const char *name;

  for (i = 0; jl_circular_get_bound (circular, paragraph, i, &start, &end, &name); i++)
    {
      const JlName *known = jl_name_find (name);

      jl_bound_label_add (label, start, end, known ? known->label : NULL);
    }
  return i;
}

/* A heading has the name of its section and nothing else in it. */
static gboolean
is_heading (const char *text, const char *heading, guint n_bound)
{
  return n_bound == 0 && heading && g_str_has_suffix (text, heading);
}

static GtkWidget *
make_text (const JlCircular *circular, guint i)
{
  const char *heading = NULL;
  guint       n_bound = 0;
  const char *text = jl_circular_get_paragraph (circular, i, &heading, &n_bound);
  GtkWidget  *label = jl_bound_label_new (text);
  GtkLabel   *words = jl_bound_label_get_label (JL_BOUND_LABEL (label));

  mark_bounds (JL_BOUND_LABEL (label), circular, i);
  gtk_label_set_selectable (words, TRUE);
  gtk_widget_set_can_focus (GTK_WIDGET (words), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (words), "jl-bound");
  if (i == 0 || is_heading (text, heading, n_bound))
    gtk_widget_add_css_class (GTK_WIDGET (words), "jl-strong");
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
make_margin_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
count_text (guint n_bound)
{
  return g_strdup_printf (ngettext ("%u bound value", "%u bound values", n_bound), n_bound);
}

/* The same width for all, however long the heading. */
static GtkWidget *
limit_width (GtkWidget *child)
{
  return g_object_new (ADW_TYPE_CLAMP, "child", child, "maximum-size", MARGIN_WIDTH,
                       "tightening-threshold", MARGIN_WIDTH, "width-request", MARGIN_WIDTH, NULL);
}

static GtkWidget *
make_margin (const JlCircular *circular, guint i)
{
  const char *heading = NULL;
  guint       n_bound = 0;
  const char *text = jl_circular_get_paragraph (circular, i, &heading, &n_bound);
  GtkWidget  *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  if (is_heading (text, heading, n_bound))
    return limit_width (box);
  gtk_box_append (GTK_BOX (box), make_margin_label (heading, "caption-heading"));
  if (n_bound > 0)
    {
      g_autofree char *count = count_text (n_bound);
      GtkWidget       *note = make_margin_label (count, "caption");

      gtk_widget_add_css_class (note, "jl-note");
      gtk_box_append (GTK_BOX (box), note);
    }
  return limit_width (box);
}

static GtkWidget *
make_row (const JlCircular *circular, guint i)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (row), make_margin (circular, i));
  gtk_box_append (GTK_BOX (row), make_text (circular, i));
  gtk_widget_add_css_class (row, "jl-paragraph");
  return row;
}

/* ---- the whole */

static void
show_count (JlBoundText *self, const JlCircular *circular)
{
  guint            n = circular ? jl_circular_n_paragraphs (circular) : 0;
  guint            n_bound = 0;
  g_autofree char *paragraphs = NULL;
  g_autofree char *values = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      guint of_paragraph = 0;

      jl_circular_get_paragraph (circular, i, NULL, &of_paragraph);
      n_bound += of_paragraph;
    }
  paragraphs = g_strdup_printf (ngettext ("%u paragraph", "%u paragraphs", n), n);
  values = count_text (n_bound);
  /* Translators: how many paragraphs, how many bound values */
  text = g_strdup_printf (_ ("%s, %s"), paragraphs, values);
  gtk_label_set_text (self->count, n > 0 ? text : "");
}

void
jl_bound_text_set_circular (JlBoundText *self, const JlCircular *circular)
{
  guint      n = circular ? jl_circular_n_paragraphs (circular) : 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  for (guint i = 0; i < n; i++)
    gtk_box_append (self->rows, make_row (circular, i));
  show_count (self, circular);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
fill_legend (JlBoundText *self)
{
  const char *word = _ ("Bound value");
  GtkWidget  *mark = jl_bound_label_new (word);
  GtkWidget  *note = gtk_label_new (_ ("follows the frozen figures"));

  jl_bound_label_add (JL_BOUND_LABEL (mark), 0, (guint) strlen (word), NULL);
  gtk_widget_set_valign (mark, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (note, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (mark, "caption");
  gtk_widget_add_css_class (note, "caption");
  gtk_widget_add_css_class (note, "jl-note");
  gtk_box_append (self->legend, mark);
  gtk_box_append (self->legend, note);
}

static void
jl_bound_text_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_BOUND_TEXT);
  G_OBJECT_CLASS (jl_bound_text_parent_class)->dispose (object);
}

static void
jl_bound_text_class_init (JlBoundTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_bound_text_dispose;
  gtk_widget_class_set_css_name (widget_class, "boundtext");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/jiliang/Jiliang/pages/circular/jl-bound-text.ui");
  gtk_widget_class_bind_template_child (widget_class, JlBoundText, count);
  gtk_widget_class_bind_template_child (widget_class, JlBoundText, legend);
  gtk_widget_class_bind_template_child (widget_class, JlBoundText, scroller);
  gtk_widget_class_bind_template_child (widget_class, JlBoundText, rows);
}

static void
jl_bound_text_init (JlBoundText *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_legend (self);
}
