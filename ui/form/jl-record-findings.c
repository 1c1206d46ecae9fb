/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 问题 of a record. */

#include "jl-record-findings.h"

#include <glib/gi18n-lib.h>

#include "jl-chart.h"
#include "jl-finding.h"
#include "jl-screen-theme.h"
#include "jl-words.h"

#define MARK_SIZE 12

static const struct
{
  const char *code;
  JlProgress  mark;
  const char *css_class;
  const char *word;
} severities[] = {
  { "blocks", JL_PROGRESS_OVERDUE, "jl-blocks", NC_ ("finding", "Blocks an award") },
  { "decide", JL_PROGRESS_SLOW, "jl-decide", NC_ ("finding", "To be decided") },
  { "warning", JL_PROGRESS_BEHIND, "jl-warns", NC_ ("finding", "Warning") },
  { "note", JL_PROGRESS_NOT_DUE, "jl-hints", NC_ ("finding", "Hint") },
};

static gsize
severity_of (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (severities); i++)
    {
      if (g_strcmp0 (severities[i].code, code) == 0)
        return i;
    }
  return G_N_ELEMENTS (severities) - 1;
}

static GtkWidget *
make_note (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_margin_start (label, 19);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "jl-note");
  return label;
}

static void
draw_mark (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer severity)
{
  jl_paint_progress_mark (cr, severities[GPOINTER_TO_SIZE (severity)].mark, 0, 0, MIN (width, height), jl_screen_theme ());
}

static GtkWidget *
make_mark (gsize severity)
{
  GtkWidget *mark = g_object_new (GTK_TYPE_DRAWING_AREA,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                                  "content-width", MARK_SIZE,
                                  "content-height", MARK_SIZE,
                                  "valign", GTK_ALIGN_START,
                                  "margin-top", 4,
                                  NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (mark), draw_mark, GSIZE_TO_POINTER (severity), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_dpgettext2 (NULL, "finding", severities[severity].word), -1);
  return mark;
}

static GtkWidget *
make_title (const JlResult *findings, guint row)
{
  gsize      severity = severity_of (jl_result_text (findings, row, "severity"));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  GtkWidget *label = gtk_label_new (jl_result_text (findings, row, "title"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "jl-dense");
  gtk_widget_add_css_class (label, "jl-strong");
  gtk_widget_add_css_class (label, severities[severity].css_class);
  gtk_box_append (GTK_BOX (line), make_mark (severity));
  gtk_box_append (GTK_BOX (line), label);
  return line;
}

static GtkWidget *
make_finding (const JlResult *findings, guint row, gboolean in_full)
{
  const char      *evidence = jl_result_text (findings, row, "evidence");
  const char      *clause = jl_result_text (findings, row, "clause");
  g_autofree char *note = g_strdup_printf ("%s　%s", evidence ? evidence : "", clause ? clause : "");
  GtkWidget       *block = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (block), make_title (findings, row));
  gtk_box_append (GTK_BOX (block), make_note (note));
  if (in_full)
    {
      g_autofree char *since = NULL;

      /* Translators: state of a finding; the day on which it was first seen */
      since = g_strdup_printf (_ ("%s　first seen %s"), jl_finding_state_word (jl_result_text (findings, row, "state")),
                               jl_result_text (findings, row, "first_seen"));
      gtk_box_append (GTK_BOX (block), make_note (since));
    }
  return block;
}

void
jl_record_findings_fill (GtkBox *box, const JlResult *findings, gboolean in_full)
{
  guint      n = jl_result_n_rows (findings);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))))
    gtk_box_remove (box, child);
  for (guint i = 0; i < n; i++)
    gtk_box_append (box, make_finding (findings, i, in_full));
  if (n == 0 && in_full)
    {
      GtkWidget *label = make_note (_ ("The rules find nothing wrong in this record"));

      gtk_widget_set_margin_start (label, 0);
      gtk_box_append (box, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (box), n > 0 || in_full);
}
