/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The work of the pane of a finding. */

#include "jl-finding-work.h"

#include <glib/gi18n-lib.h>

#include "jl-error.h"
#include "jl-register-store.h"

void
jl_finding_details_free (gpointer data)
{
  JlFindingDetails *self = data;

  g_clear_pointer (&self->finding, jl_finding_free);
  g_clear_pointer (&self->papers, jl_result_unref);
  g_free (self);
}

void
jl_finding_job_free (gpointer data)
{
  JlFindingJob *self = data;

  g_free (self->words);
  g_free (self->document);
  g_free (self->due_on);
  g_clear_object (&self->file);
  g_free (self);
}

static gboolean
may_change (const JlResult *rights, const JlRegister *reg)
{
  for (guint i = 0; i < jl_result_n_rows (rights); i++)
    {
      if (g_str_equal (jl_result_text (rights, i, "name"), reg->name))
        return jl_result_bool (rights, i, "may_change");
    }
  return FALSE;
}

static gboolean
load_papers (JlFindingDetails *details, JlSession *session, GError **error)
{
  const JlResult   *row = details->finding->finding;
  const JlRegister *reg = jl_register_find (jl_result_text (row, 0, "register"));
  g_autoptr (JlResult) rights = NULL;

  if (reg == NULL)
    return TRUE;
  details->papers = jl_attachments_load (session, reg, jl_result_int (row, 0, "record_id", 0), error);
  rights = details->papers ? jl_registers_rights (session, error) : NULL;
  details->may_attach = rights && may_change (rights, reg);
  return rights != NULL;
}

gpointer
jl_finding_work_load (JlSession *session, gpointer job, GError **error)
{
  g_autoptr (JlFindingDetails) details = g_new0 (JlFindingDetails, 1);

  details->finding = jl_finding_load (session, ((JlFindingJob *) job)->id, error);
  if (details->finding == NULL)
    return NULL;
  if (jl_result_n_rows (details->finding->finding) == 0)
    {
      g_set_error_literal (error, JL_ERROR, JL_ERROR_NOT_FOUND, _ ("This finding is not there any more, or not yours to see."));
      return NULL;
    }
  return load_papers (details, session, error) ? g_steal_pointer (&details) : NULL;
}

static int
take (JlSession *session, const JlFindingJob *job, GError **error)
{
  switch (job->act)
    {
    case JL_FINDING_EXPLAIN:
      return jl_finding_explain (session, job->id, job->version, job->words, job->document, job->paper_id, error);
    case JL_FINDING_ACCEPT:
    case JL_FINDING_REJECT:
      return jl_finding_decide (session, job->id, job->version, job->act == JL_FINDING_ACCEPT, job->words, job->document, error);
    case JL_FINDING_PLAN:
      return jl_finding_plan (session, job->id, job->version, job->due_on, job->words, job->document, error);
    case JL_FINDING_N_STEPS:
      break;
    }
  g_return_val_if_reached (-1);
}

gpointer
jl_finding_work_take (JlSession *session, gpointer job, GError **error)
{
  return take (session, job, error) >= 0 ? jl_finding_work_load (session, job, error) : NULL;
}

gpointer
jl_finding_work_attach (JlSession *session, gpointer job, GError **error)
{
  const JlFindingJob *self = job;
  g_autofree char    *name = jl_attachment_add_file (session, self->reg, self->record_id, self->file, error);

  if (name == NULL)
    return NULL;
  return jl_attachments_load (session, self->reg, self->record_id, error);
}

gpointer
jl_finding_work_paper (JlSession *session, gpointer job, GError **error)
{
  return jl_attachment_content (session, ((JlFindingJob *) job)->paper_id, error);
}
