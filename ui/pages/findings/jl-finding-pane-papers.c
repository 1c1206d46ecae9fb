/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Papers attached to the record of a finding: chosen for an explanation, added to it, shown. */

#include "jl-finding-pane-private.h"

#include <glib/gi18n-lib.h>

#include "jl-compat.h"
#include "jl-paper-window.h"
#include "jl-record-work.h"

void
jl_finding_pane_fill_papers (JlFindingPane *self, gboolean select_newest)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const JlResult *papers = self->details->papers;
  guint           n = papers ? jl_result_n_rows (papers) : 0;

  gtk_string_list_append (names, _ ("No paper"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, jl_result_text (papers, i, "name"));
  gtk_drop_down_set_model (self->paper, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->paper, select_newest && n > 0 ? 1 : 0);
}

int
jl_finding_pane_chosen_paper (JlFindingPane *self)
{
  guint selected = gtk_drop_down_get_selected (self->paper);

  if (self->step != &jl_finding_steps[JL_FINDING_EXPLAIN] || selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return 0;
  return (int) jl_result_int (self->details->papers, selected - 1, "id", 0);
}

/* Another finding may be on show by now; then it is seen with its record. */
static void
attached_cb (gpointer owner, gpointer product, const GError *error)
{
  JlFindingPane   *self = owner;
  g_autofree char *sentence = error ? jl_record_error_sentence (error) : NULL;

  g_clear_object (&self->paper_run);
  if (self->details == NULL || self->attaching_to != jl_finding_pane_number (self, "id"))
    {
      if (sentence)
        gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", sentence);
      g_clear_pointer (&product, jl_result_unref);
      return;
    }
  jl_finding_pane_set_sentence (self->problem, sentence);
  if (product == NULL)
    return;
  g_clear_pointer (&self->details->papers, jl_result_unref);
  self->details->papers = product;
  jl_finding_pane_fill_papers (self, TRUE);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlFindingPane) self = user_data;
  g_autoptr (GFile) file = jl_compat_file_open_finish (result);
  JlFindingJob *job;

  if (file == NULL || self->link == NULL || self->step == NULL)
    return;
  job = jl_finding_pane_job_new (self);
  job->file = g_steal_pointer (&file);
  self->attaching_to = self->id;
  jl_finding_pane_start (self, &self->paper_run, JL_WORK_WRITE, jl_finding_work_attach, job, (GDestroyNotify) jl_result_unref, attached_cb);
}

void
jl_finding_pane_attach_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const mimes[] = { "application/pdf", "image/png", "image/jpeg", NULL };
  GtkRoot                 *root = gtk_widget_get_root (widget);

  jl_compat_file_open_async (GTK_WINDOW (root), _ ("Attach a Paper"), _ ("PDF and pictures"), mimes, file_chosen_cb, g_object_ref (widget));
}

static int
paper_row (JlFindingPane *self, int id)
{
  const JlResult *papers = self->details ? self->details->papers : NULL;

  for (guint i = 0; papers && i < jl_result_n_rows (papers); i++)
    {
      if (jl_result_int (papers, i, "id", 0) == id)
        return (int) i;
    }
  return -1;
}

static void
paper_fetched_cb (gpointer owner, gpointer product, const GError *error)
{
  JlFindingPane *self = owner;
  g_autoptr (GBytes) content = product;
  int row = paper_row (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (self->paper_run), "jl-paper")));

  g_clear_object (&self->paper_run);
  if (content == NULL)
    g_signal_emit_by_name (self, "failed", error);
  else if (row >= 0)
    gtk_window_present (GTK_WINDOW (jl_paper_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                                         jl_result_text (self->details->papers, (guint) row, "name"),
                                                         jl_result_text (self->details->papers, (guint) row, "mime"), content)));
}

void
jl_finding_pane_open_paper_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JlFindingPane *self = JL_FINDING_PANE (widget);
  JlFindingJob  *job;

  if (self->link == NULL)
    return;
  job = jl_finding_pane_job_new (self);
  job->paper_id = g_variant_get_int32 (parameter);
  jl_finding_pane_start (self, &self->paper_run, JL_WORK_READ, jl_finding_work_paper, job, (GDestroyNotify) g_bytes_unref, paper_fetched_cb);
  g_object_set_data (G_OBJECT (self->paper_run), "jl-paper", GINT_TO_POINTER (g_variant_get_int32 (parameter)));
}
