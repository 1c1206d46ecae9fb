/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The awards share a bar's verdict as a rule: those with the same bar, verdict and reason stand
 * under one mark. */

#include "jl-award-list.h"

#include "jl-score-items.h"
#include "jl-state-mark.h"
#include "jl-words.h"

#include <glib/gi18n.h>

static gboolean
same_verdict (JlResult *awards, guint a, guint b)
{
  static const char *const columns[] = { "unit_id", "bar", "verdict", "reason", "clause" };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (g_strcmp0 (jl_result_text (awards, a, columns[i]),
                     jl_result_text (awards, b, columns[i])) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_first_of_kind (JlResult *awards, guint i)
{
  for (guint k = 0; k < i; k++)
    {
      if (same_verdict (awards, k, i))
        return FALSE;
    }
  return TRUE;
}

static char *
award_names (JlResult *awards, guint first)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = first; i < jl_result_n_rows (awards); i++)
    {
      if (same_verdict (awards, first, i))
        g_ptr_array_add (names, (char *) jl_result_text (awards, i, "award_name"));
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("、", (char **) names->pdata);
}

static GtkWidget *
make_mark (const char *verdict)
{
  GtkWidget *mark = jl_state_mark_new ();

  jl_state_mark_set (JL_STATE_MARK (mark), jl_verdict_mark (verdict), jl_verdict_word (verdict));
  gtk_widget_set_halign (mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (mark, "jl-dense");
  gtk_widget_add_css_class (mark, "jl-strong");
  return mark;
}

static GtkWidget *
make_verdict (JlResult *awards, guint i)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *names = award_names (awards, i);
  const char      *reason = jl_result_text (awards, i, "reason");
  GtkWidget       *clause = jl_score_label_new (jl_result_text (awards, i, "clause"), 0, "caption");

  gtk_widget_add_css_class (clause, "jl-note");
  gtk_box_append (GTK_BOX (box), make_mark (jl_result_text (awards, i, "verdict")));
  gtk_box_append (GTK_BOX (box), jl_score_label_new (names, 0, "jl-dense"));
  if (reason && *reason)
    gtk_box_append (GTK_BOX (box), jl_score_label_new (reason, 0, "caption"));
  gtk_box_append (GTK_BOX (box), clause);
  gtk_widget_add_css_class (box, "jl-score-item");
  return box;
}

guint
jl_award_list_fill (GtkBox *box, JlResult *awards, int unit_id)
{
  guint n = 0;

  jl_score_items_clear (box);
  for (guint i = 0; i < jl_result_n_rows (awards); i++)
    {
      if (jl_result_int (awards, i, "unit_id", 0) != unit_id || !is_first_of_kind (awards, i))
        continue;
      gtk_box_append (box, make_verdict (awards, i));
      n++;
    }
  return n;
}
