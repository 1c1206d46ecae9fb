/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One record as it is read. */

#include "jl-record-reading.h"

#include <glib/gi18n-lib.h>

#include "jl-compat.h"
#include "jl-pair-list.h"
#include "jl-record-children.h"
#include "jl-record-findings.h"
#include "jl-record-papers.h"
#include "jl-record-trail.h"
#include "jl-words.h"

struct _JlRecordReading
{
  GtkBox parent_instance;

  GtkBox         *findings;
  JlPairList     *values;
  GtkWidget      *switcher;
  GtkStack       *tabs;
  GtkBox         *trail;
  GtkStackPage   *children_page;
  GtkBox         *children;
  GtkStackPage   *findings_page;
  GtkBox         *all_findings;
  GtkStackPage   *papers_page;
  JlRecordPapers *papers;
  JlPairList     *source;
};

G_DEFINE_FINAL_TYPE (JlRecordReading, jl_record_reading, GTK_TYPE_BOX)

enum
{
  PAPERS_CHANGED,
  PAPERS_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
papers_changed_cb (JlRecordReading *self)
{
  g_signal_emit (self, signals[PAPERS_CHANGED], 0);
}

static void
papers_failed_cb (JlRecordReading *self, const char *what, const GError *error)
{
  g_signal_emit (self, signals[PAPERS_FAILED], 0, what, error);
}

static GtkWidget *
make_reference (const JlField *field, const char *text, gint64 id)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "jl-link");
  gtk_widget_add_css_class (button, "jl-dense");
  gtk_widget_set_valign (button, GTK_ALIGN_BASELINE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", field->reference, id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "record.open-other");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return button;
}

/* The first of the figures that are summed up is what the record is about. */
static void
add_value (JlRecordReading *self, const JlField *field, const JlResult *record, gboolean strong)
{
  g_autofree char *label = g_strconcat (_ (field->label), jl_field_unit (field), NULL);
  g_autofree char *text = jl_record_field_text (field, record, 0);
  gint64           id = field->type == JL_FIELD_REFERENCE ? jl_result_int (record, 0, field->name, 0) : 0;

  if (id > 0)
    jl_pair_list_add_widget (self->values, label, make_reference (field, text, id));
  else if (strong && !jl_result_is_null (record, 0, field->name))
    jl_pair_list_add_strong (self->values, label, text);
  else
    jl_pair_list_add (self->values, label, text);
}

static void
show_values (JlRecordReading *self, const JlRegister *reg, const JlResult *record)
{
  gboolean strong = TRUE;

  jl_pair_list_clear (self->values);
  for (const JlField *field = reg->fields; field->name; field++)
    {
      gboolean total = (field->flags & JL_FIELD_TOTAL) != 0;

      if (!jl_record_has_column (record, field->name))
        continue;
      add_value (self, field, record, total && strong);
      strong = strong && !total;
    }
}

static void
set_counted_title (GtkStackPage *page, const char *title, guint n)
{
  g_autofree char *text = n > 0 ? g_strdup_printf ("%s %u", title, n) : g_strdup (title);

  gtk_stack_page_set_title (page, text);
}

static void
show_source (JlRecordReading *self, const JlRegister *reg, const JlRecordDetails *details)
{
  guint            n = jl_result_n_rows (details->versions);
  const char      *author = n > 0 ? jl_result_text (details->versions, n - 1, "author") : NULL;
  g_autofree char *entered = jl_record_minute (jl_result_text (details->record, 0, "entered_at"));
  g_autofree char *versions = g_strdup_printf ("%d", (int) jl_result_int (details->record, 0, "version", 1));

  jl_pair_list_clear (self->source);
  jl_pair_list_add (self->source, _ ("Register"), _ (reg->title));
  if (jl_clause_place (reg->clause))
    jl_pair_list_add (self->source, _ ("Clause"), jl_clause_place (reg->clause));
  jl_pair_list_add (self->source, _ ("Entered at"), entered);
  jl_pair_list_add (self->source, _ ("Entered by"), author ? author : "—");
  jl_pair_list_add (self->source, _ ("Version"), versions);
}

static void
jl_record_reading_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_RECORD_READING);
  G_OBJECT_CLASS (jl_record_reading_parent_class)->dispose (object);
}

static void
jl_record_reading_class_init (JlRecordReadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_record_reading_dispose;

  signals[PAPERS_CHANGED] =
      g_signal_new ("papers-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PAPERS_FAILED] = g_signal_new ("papers-failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_ERROR);

  g_type_ensure (JL_TYPE_PAIR_LIST);
  g_type_ensure (JL_TYPE_RECORD_PAPERS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/form/jl-record-reading.ui");
  gtk_widget_class_bind_template_child (widget_class, JlRecordReading, findings);
  gtk_widget_class_bind_template_child (widget_class, JlRecordReading, values);
  gtk_widget_class_bind_template_child (widget_class, JlRecordReading, switcher);
  gtk_widget_class_bind_template_child (widget_class, JlRecordReading, tabs);
  gtk_widget_class_bind_template_child (widget_class, JlRecordReading, trail);
  gtk_widget_class_bind_template_child (widget_class, JlRecordReading, children_page);
  gtk_widget_class_bind_template_child (widget_class, JlRecordReading, children);
  gtk_widget_class_bind_template_child (widget_class, JlRecordReading, findings_page);
  gtk_widget_class_bind_template_child (widget_class, JlRecordReading, all_findings);
  gtk_widget_class_bind_template_child (widget_class, JlRecordReading, papers_page);
  gtk_widget_class_bind_template_child (widget_class, JlRecordReading, papers);
  gtk_widget_class_bind_template_child (widget_class, JlRecordReading, source);
  gtk_widget_class_bind_template_callback (widget_class, papers_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, papers_failed_cb);
}

static void
jl_record_reading_init (JlRecordReading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jl_compat_stack_tell_hidden (self->tabs);
}

static void
show_tabs (JlRecordReading *self, gboolean shown)
{
  gtk_widget_set_visible (self->switcher, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->tabs), shown);
}

void
jl_record_reading_show (JlRecordReading *self, JlLink *link, const JlRegister *reg, const JlRecordDetails *details, gboolean may_change)
{
  show_tabs (self, TRUE);
  show_values (self, reg, details->record);
  show_source (self, reg, details);
  jl_record_findings_fill (self->findings, details->findings, FALSE);
  jl_record_findings_fill (self->all_findings, details->findings, TRUE);
  set_counted_title (self->findings_page, _ ("Findings"), jl_result_n_rows (details->findings));
  jl_record_trail_fill (self->trail, reg, details, may_change);
  jl_record_children_fill (self->children, details);
  gtk_stack_page_set_visible (self->children_page, details->children->len > 0);
  set_counted_title (self->children_page, jl_record_children_title (details), 0);
  jl_record_papers_fill (self->papers, link, reg, jl_result_int (details->record, 0, "id", 0), details->papers, may_change);
  set_counted_title (self->papers_page, _ ("Papers"), jl_result_n_rows (details->papers));
}

void
jl_record_reading_show_known (JlRecordReading *self, const JlRegister *reg, const JlResult *known)
{
  show_tabs (self, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), FALSE);
  show_values (self, reg, known);
}
