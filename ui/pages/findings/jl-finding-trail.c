/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The steps of a finding as lines. */

#include "jl-finding-trail.h"

#include <glib/gi18n-lib.h>

#include "jl-finding.h"
#include "jl-record-trail.h"

static void
append_label (GtkWidget *block, const char *text, const char *css_class, const char *second_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  if (second_class)
    gtk_widget_add_css_class (label, second_class);
  gtk_box_append (GTK_BOX (block), label);
}

/* "待处理 → 已说明"; the first step has nothing before it. */
static char *
states_text (const JlResult *steps, guint row)
{
  const char *from = jl_result_text (steps, row, "from_state");
  const char *to = jl_finding_state_word (jl_result_text (steps, row, "to_state"));

  if (from == NULL)
    /* Translators: the state of a finding when it was first seen */
    return g_strdup_printf (_ ("Found → %s"), to);
  return g_strdup_printf ("%s → %s", jl_finding_state_word (from), to);
}

static gboolean
is_there (const JlResult *papers, gint64 id)
{
  for (guint i = 0; papers && i < jl_result_n_rows (papers); i++)
    {
      if (jl_result_int (papers, i, "id", 0) == id)
        return TRUE;
    }
  return FALSE;
}

/* A paper that has been taken off since is named only. */
static void
append_paper (GtkWidget *block, const JlResult *steps, guint row, const JlResult *papers)
{
  gint64      id = jl_result_int (steps, row, "attachment_id", 0);
  const char *name = jl_result_text (steps, row, "attachment_name");
  GtkWidget  *button;

  if (name == NULL)
    return;
  if (!is_there (papers, id))
    {
      append_label (block, name, "jl-dense", NULL);
      return;
    }
  button = gtk_button_new_with_label (name);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "finding.open-paper");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "jl-link");
  gtk_box_append (GTK_BOX (block), button);
}

static void
append_note (GtkWidget *block, const JlResult *steps, guint row)
{
  const char      *actor = jl_result_text (steps, row, "actor_name");
  g_autofree char *minute = jl_record_minute (jl_result_text (steps, row, "at"));
  g_autofree char *note = g_strdup_printf ("%s　%s", minute, actor ? actor : "—");

  append_label (block, note, "caption", "jl-note");
}

static GtkWidget *
make_step (const JlResult *steps, guint row, const JlResult *papers)
{
  GtkWidget       *block = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *states = states_text (steps, row);
  const char      *words = jl_result_text (steps, row, "words");
  const char      *document = jl_result_text (steps, row, "document");
  const char      *due = jl_result_text (steps, row, "due_on");

  append_label (block, states, "jl-dense", "jl-strong");
  if (due)
    {
      /* Translators: a day */
      g_autofree char *text = g_strdup_printf (_ ("to be put right by %s"), due);

      append_label (block, text, "jl-dense", NULL);
    }
  if (words)
    append_label (block, words, "jl-dense", NULL);
  if (document)
    append_label (block, document, "jl-dense", NULL);
  append_paper (block, steps, row, papers);
  append_note (block, steps, row);
  return block;
}

void
jl_finding_trail_fill (GtkBox *box, const JlResult *steps, const JlResult *papers)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))))
    gtk_box_remove (box, child);
  for (guint i = jl_result_n_rows (steps); i > 0; i--)
    gtk_box_append (box, make_step (steps, i - 1, papers));
}
