/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The pane looks at an earlier version of its record, and brings it back. */

#include "jl-record-pane-private.h"

#include <glib/gi18n-lib.h>

#include "jl-record-ask.h"
#include "jl-record-trail.h"
#include "jl-run.h"

static void
looked_cb (gpointer owner, gpointer product, const GError *error)
{
  JlRecordPane *self = owner;
  g_autoptr (JlResult) known = product;
  g_autofree char *minute = NULL;
  g_autofree char *text = NULL;

  g_clear_object (&self->loading);
  if (error)
    {
      jl_record_pane_report (self, _ ("The version could not be loaded."), error);
      return;
    }
  if (jl_result_n_rows (known) == 0 || jl_record_pane_has_form (self))
    return;
  minute = jl_record_minute (g_object_get_data (G_OBJECT (self), "jl-looking-at"));
  /* Translators: number of a version; the moment since which it was known */
  text = g_strdup_printf (_ ("Version %d as saved at %s"), (int) jl_result_int (known, 0, "version", 0), minute);
  jl_record_pane_show_head (self, known);
  jl_record_pane_set_notice (self, text);
  jl_record_pane_set_mode (self, JL_RECORD_MODE_LOOKING_BACK);
  jl_record_reading_show_known (self->reading, self->shown.reg, known);
}

void
jl_record_pane_show_version_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JlRecordPane *self = JL_RECORD_PANE (widget);
  JlRecordJob  *job;

  if (self->link == NULL)
    return;
  job = jl_record_job_copy (&self->shown);
  job->at = g_variant_dup_string (parameter, NULL);
  g_object_set_data_full (G_OBJECT (self), "jl-looking-at", g_strdup (job->at), g_free);
  jl_record_pane_stop_loading (self);
  self->loading = jl_run_start (self, jl_link_get_pool (self->link), JL_WORK_READ, jl_record_work_look, job, jl_record_job_free,
                                (GDestroyNotify) jl_result_unref, looked_cb);
}

void
jl_record_pane_show_present_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jl_record_pane_show_reading (JL_RECORD_PANE (widget));
}

static void
restore_asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlRecordAsked) asked = user_data;
  g_autoptr (GError) error = NULL;

  if (jl_record_ask_restore_finish (result, &asked->job.of_version, &error))
    jl_record_pane_restore (asked->pane, &asked->job);
  else if (error)
    jl_record_pane_report (asked->pane, _ ("The version could not be loaded."), error);
}

void
jl_record_pane_restore_version_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JlRecordPane *self = JL_RECORD_PANE (widget);

  jl_record_ask_restore_async (jl_record_pane_get_window (self), self->link, self->shown.reg, self->details, g_variant_get_int32 (parameter),
                               restore_asked_cb, jl_record_asked_new (self));
}
