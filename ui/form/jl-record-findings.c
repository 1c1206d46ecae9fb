/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 问题 of a record. */

#include "jl-record-findings.h"

#include <glib/gi18n-lib.h>

#include "jl-finding.h"
#include "jl-severity.h"

static GtkWidget *
make_note (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "jl-note");
  return label;
}

/* "四（三）" is read as one: a word joiner, which is nothing to see, stands between any two characters. */
static char *
keep_together (const char *clause)
{
  GString *text = g_string_new (NULL);

  for (const char *c = clause; c && *c; c = g_utf8_next_char (c))
    {
      if (c != clause && !g_str_is_ascii (clause))
        g_string_append_unichar (text, 0x2060);
      g_string_append_unichar (text, g_utf8_get_char (c));
    }
  return g_string_free (text, FALSE);
}

/* What is found again every year says of which year it is. */
static char *
year_words (const JlResult *findings, guint row)
{
  if (jl_result_is_null (findings, row, "year"))
    return g_strdup ("");
  /* Translators: an assessment year */
  return g_strdup_printf (_ ("Year %d"), (int) jl_result_int (findings, row, "year", 0));
}

static GtkWidget *
make_evidence (const JlResult *findings, guint row)
{
  const char      *evidence = jl_result_text (findings, row, "evidence");
  g_autofree char *clause = keep_together (jl_result_text (findings, row, "clause"));
  g_autofree char *year = year_words (findings, row);
  g_autofree char *text = g_strconcat (year, *year ? "　" : "", evidence ? evidence : "", "　", clause, NULL);

  return make_note (text);
}

static GtkWidget *
make_title (const JlResult *findings, guint row)
{
  g_autofree char *css_class = g_strconcat ("jl-severity-", jl_result_text (findings, row, "severity"), NULL);
  GtkWidget       *label = gtk_label_new (jl_result_text (findings, row, "title"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "jl-dense");
  gtk_widget_add_css_class (label, "jl-strong");
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_words (const JlResult *findings, guint row, gboolean in_full)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (words), make_title (findings, row));
  gtk_box_append (GTK_BOX (words), make_evidence (findings, row));
  if (in_full)
    {
      g_autofree char *since = NULL;

      /* Translators: state of a finding; the day on which it was first seen */
      since = g_strdup_printf (_ ("%s　first seen %s"), jl_finding_state_word (jl_result_text (findings, row, "state")),
                               jl_result_text (findings, row, "first_seen"));
      gtk_box_append (GTK_BOX (words), make_note (since));
    }
  return words;
}

/* The words stand under each other, beside the mark. */
static GtkWidget *
make_finding (const JlResult *findings, guint row, gboolean in_full)
{
  GtkWidget *block = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *mark = jl_severity_bare_new (jl_result_text (findings, row, "severity"));
  GtkWidget *words = make_words (findings, row, in_full);

  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_set_margin_top (mark, 4);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (block), mark);
  gtk_box_append (GTK_BOX (block), words);
  return block;
}

/* The ground says how grave the gravest is that still asks for something: none for notes and for what was accepted. */
static void
show_gravest (GtkWidget *box, const JlResult *findings)
{
  static const char *const severities[] = { "warning", "decide", "blocks" };
  static const char *const classes[] = { "jl-gravest-warning", "jl-gravest-decide", "jl-gravest-blocks" };
  gsize                    gravest = G_N_ELEMENTS (classes);

  for (gsize i = 0; i < G_N_ELEMENTS (severities); i++)
    {
      gtk_widget_remove_css_class (box, classes[i]);
      for (guint row = 0; row < jl_result_n_rows (findings); row++)
        {
          if (g_strcmp0 (jl_result_text (findings, row, "severity"), severities[i]) == 0 &&
              g_strcmp0 (jl_result_text (findings, row, "state"), "accepted") != 0)
            gravest = i;
        }
    }
  if (gravest < G_N_ELEMENTS (classes))
    gtk_widget_add_css_class (box, classes[gravest]);
}

void
jl_record_findings_fill (GtkBox *box, const JlResult *findings, gboolean in_full)
{
  guint      n = jl_result_n_rows (findings);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))))
    gtk_box_remove (box, child);
  show_gravest (GTK_WIDGET (box), findings);
  for (guint i = 0; i < n; i++)
    gtk_box_append (box, make_finding (findings, i, in_full));
  if (n == 0 && in_full)
    gtk_box_append (box, make_note (_ ("The rules find nothing wrong in this record")));
  gtk_widget_set_visible (GTK_WIDGET (box), n > 0 || in_full);
}
