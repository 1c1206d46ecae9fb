/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 数据来源 of one figure. The anchor's figure is ringed while the popover is open (class jl-asked). */

#include "jl-why-popover.h"

#include <glib/gi18n-lib.h>

#include "jl-advice.h"
#include "jl-pair-list.h"
#include "jl-quantity.h"
#include "jl-store.h"
#include "jl-why-lines.h"
#include "jl-words.h"

struct _JlWhyPopover
{
  GtkPopover parent_instance;

  int           year;
  int           unit_id;
  char         *indicator;
  char         *where; /* (nullable): the register of its records */
  GCancellable *cancellable;

  GtkLabel   *name;
  GtkSpinner *spinner;
  JlPairList *parts;
  GtkLabel   *problem;
  GtkWidget  *records;
};

G_DEFINE_FINAL_TYPE (JlWhyPopover, jl_why_popover, GTK_TYPE_POPOVER)

static void
records_clicked_cb (JlWhyPopover *self)
{
  g_autoptr (GVariant) target =
      g_variant_ref_sink (g_variant_new ("(siis)", self->where, self->unit_id, self->year, self->indicator));

  gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.open-register", target);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
add_part (JlWhyPopover *self, const char *name, char *value)
{
  if (value)
    jl_pair_list_add (self->parts, name, value);
  g_free (value);
}

static void
add_result (JlWhyPopover *self, JlResult *why)
{
  g_autofree char *result = jl_why_result (why, self->indicator);

  jl_pair_list_add_strong (self->parts, _ ("Result"), result);
}

static void
add_records (JlWhyPopover *self, JlResult *why)
{
  gboolean         listed = !jl_result_is_null (why, 0, "records_where"); /* a document is in no ledger of ours */
  gint64           n = listed ? jl_result_int (why, 0, "records_n", 0) : 0;
  g_autofree char *count = jl_format_count (n, JL_NUMBER_SCREEN);
  g_autofree char *text = NULL;
  GtkWidget       *link;

  gtk_widget_set_visible (self->records, n > 0);
  if (n == 0)
    return;
  g_free (self->where);
  self->where = g_strdup (jl_result_text (why, 0, "records_where"));
  /* Translators: a link to the ledger; the number of buildings behind a figure, with separators */
  text = g_strdup_printf (ngettext ("Building ledger, %s building ›", "Building ledger, %s buildings ›", (gulong) n),
                          count);
  link = gtk_button_new_with_label (text);
  gtk_widget_add_css_class (link, "flat");
  gtk_widget_add_css_class (link, "jl-link");
  g_signal_connect_swapped (link, "clicked", G_CALLBACK (records_clicked_cb), self);
  jl_pair_list_add_widget (self->parts, _ ("Records"), link);
}

static void
show_problem (JlWhyPopover *self, const GError *error)
{
  g_autofree char *text = g_strdup_printf (C_ ("sentences", "%s %s"), _ ("The source could not be loaded."),
                                           jl_advice_for (error));

  gtk_spinner_stop (self->spinner);
  gtk_label_set_text (self->problem, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
why_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlWhyPopover) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) why = jl_pool_run_finish (JL_POOL (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (why)
    jl_why_popover_show (self, why);
  else
    show_problem (self, error);
}

typedef struct
{
  int   year;
  int   unit_id;
  char *indicator;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->indicator);
  g_free (question);
}

static gpointer
load_why (JlSession *session, gpointer data, GError **error)
{
  const Question *question = data;

  return jl_why_load (session, question->year, question->unit_id, question->indicator, error);
}

static void
load (JlWhyPopover *self, JlLink *link)
{
  Question *question = g_new (Question, 1);

  *question = (Question){ self->year, self->unit_id, g_strdup (self->indicator) };
  jl_pool_run_async (jl_link_get_pool (link), JL_WORK_READ, load_why, question, question_free,
                     (GDestroyNotify) jl_result_unref, self->cancellable, why_loaded_cb, g_object_ref (self));
}

static gboolean
leave_anchor_cb (gpointer user_data)
{
  gtk_widget_unparent (user_data);
  return G_SOURCE_REMOVE;
}

/* Not at once: the popover still works on its own closing. */
static void
jl_why_popover_closed (GtkPopover *popover)
{
  JlWhyPopover *self = JL_WHY_POPOVER (popover);
  GtkWidget    *anchor = gtk_widget_get_parent (GTK_WIDGET (popover));

  g_cancellable_cancel (self->cancellable);
  if (anchor == NULL)
    return;
  gtk_widget_remove_css_class (anchor, "jl-asked");
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, leave_anchor_cb, g_object_ref (self), g_object_unref);
}

static void
jl_why_popover_dispose (GObject *object)
{
  JlWhyPopover *self = JL_WHY_POPOVER (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), JL_TYPE_WHY_POPOVER);
  G_OBJECT_CLASS (jl_why_popover_parent_class)->dispose (object);
}

static void
jl_why_popover_finalize (GObject *object)
{
  g_free (JL_WHY_POPOVER (object)->indicator);
  g_free (JL_WHY_POPOVER (object)->where);
  G_OBJECT_CLASS (jl_why_popover_parent_class)->finalize (object);
}

static void
jl_why_popover_class_init (JlWhyPopoverClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jl_why_popover_dispose;
  object_class->finalize = jl_why_popover_finalize;
  GTK_POPOVER_CLASS (klass)->closed = jl_why_popover_closed;

  g_type_ensure (JL_TYPE_PAIR_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/pages/city/jl-why-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, JlWhyPopover, name);
  gtk_widget_class_bind_template_child (widget_class, JlWhyPopover, spinner);
  gtk_widget_class_bind_template_child (widget_class, JlWhyPopover, parts);
  gtk_widget_class_bind_template_child (widget_class, JlWhyPopover, problem);
  gtk_widget_class_bind_template_child (widget_class, JlWhyPopover, records);
  gtk_widget_class_bind_template_callback (widget_class, records_clicked_cb);
}

static void
jl_why_popover_init (JlWhyPopover *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
jl_why_popover_new (const JlWhyKey *key)
{
  JlWhyPopover *self = g_object_new (JL_TYPE_WHY_POPOVER, NULL);

  self->year = key->year;
  self->unit_id = key->unit_id;
  self->indicator = g_strdup (key->indicator);
  gtk_label_set_text (self->name, jl_indicator_word (key->indicator));
  return GTK_WIDGET (self);
}

void
jl_why_popover_show (JlWhyPopover *self, JlResult *why)
{
  gtk_spinner_stop (self->spinner);
  jl_pair_list_clear (self->parts);
  if (jl_result_n_rows (why) == 0)
    return;
  add_part (self, _ ("Numerator"), jl_why_part (why, self->indicator, "numerator"));
  add_part (self, _ ("Denominator"), jl_why_part (why, self->indicator, "denominator"));
  add_result (self, why);
  add_part (self, _ ("Test (m²)"), jl_why_test (why));
  add_part (self, _ ("Rule"), jl_why_basis (why));
  add_part (self, _ ("Clause"), jl_why_clause (why));
  add_part (self, C_ ("records", "Missing data"), jl_why_missing (why));
  add_records (self, why);
  add_part (self, _ ("Return filed"), jl_why_return (why));
  add_part (self, _ ("Data as of"), g_strdup (jl_result_text (why, 0, "cutoff")));
}

/* The anchor may go while the popover is open: with its page, or when the page shows another answer. */
void
jl_why_popover_open (GtkWidget *anchor, JlLink *link, const JlWhyKey *key)
{
  GtkWidget *popover = jl_why_popover_new (key);

  gtk_widget_add_css_class (anchor, "jl-asked");
  gtk_widget_set_parent (popover, anchor);
  g_signal_connect_object (anchor, "destroy", G_CALLBACK (gtk_widget_unparent), popover, G_CONNECT_SWAPPED);
  load (JL_WHY_POPOVER (popover), link);
  gtk_popover_popup (GTK_POPOVER (popover));
}
