/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The pane's work in a worker thread. */

#include "jl-record-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "jl-error.h"

void
jl_record_job_free (gpointer job)
{
  JlRecordJob *self = job;

  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_free (self->at);
  g_free (self);
}

JlRecordJob *
jl_record_job_copy (const JlRecordJob *wish)
{
  JlRecordJob *job = g_memdup2 (wish, sizeof *wish);

  job->values = wish->values ? g_ptr_array_ref (wish->values) : NULL;
  job->at = g_strdup (wish->at);
  return job;
}

void
jl_record_outcome_free (gpointer outcome)
{
  JlRecordOutcome *self = outcome;

  g_clear_pointer (&self->theirs, jl_result_unref);
  g_clear_pointer (&self->versions, jl_result_unref);
  g_free (self);
}

gpointer
jl_record_work_load (JlSession *session, gpointer job, GError **error)
{
  const JlRecordJob *self = job;

  return jl_record_details_load (session, self->reg, self->id, self->year, self->parent_id, error);
}

gpointer
jl_record_work_look (JlSession *session, gpointer job, GError **error)
{
  const JlRecordJob *self = job;

  return jl_record_load_known (session, self->reg, self->id, self->at, error);
}

static JlRecordOutcome *
outcome_of (JlResult *answer)
{
  JlRecordOutcome *outcome = g_new0 (JlRecordOutcome, 1);

  outcome->id = jl_result_int (answer, 0, "id", 0);
  outcome->version = (int) jl_result_int (answer, 0, "version", 0);
  jl_result_unref (answer);
  return outcome;
}

/* Not every conflict is about the version: a number that is there already is one as well. That is seen by what is there now. */
static JlRecordOutcome *
meet_theirs (JlSession *session, const JlRecordJob *job, GError **error)
{
  g_autoptr (JlResult) theirs = jl_register_load_record (session, job->reg, job->id, NULL);
  JlRecordOutcome *outcome;

  if (theirs == NULL)
    return NULL;
  if (jl_result_n_rows (theirs) == 0)
    {
      g_clear_error (error);
      g_set_error_literal (error, JL_ERROR, JL_ERROR_NOT_FOUND, _ ("The record has been deleted by somebody else meanwhile."));
      return NULL;
    }
  if (jl_result_int (theirs, 0, "version", 0) == job->version)
    return NULL;
  g_clear_error (error);
  outcome = g_new0 (JlRecordOutcome, 1);
  outcome->id = job->id;
  outcome->version = (int) jl_result_int (theirs, 0, "version", 0);
  outcome->theirs = g_steal_pointer (&theirs);
  outcome->versions = jl_register_versions (session, job->reg, job->id, NULL);
  return outcome;
}

static gpointer
finish_writing (JlSession *session, const JlRecordJob *job, JlResult *answer, GError **error)
{
  if (answer)
    return outcome_of (answer);
  if (job->id > 0 && *error &&
      (g_error_matches (*error, JL_ERROR, JL_ERROR_CONFLICT) || g_error_matches (*error, JL_ERROR, JL_ERROR_NOT_FOUND)))
    return meet_theirs (session, job, error);
  return NULL;
}

gpointer
jl_record_work_save (JlSession *session, gpointer job, GError **error)
{
  const JlRecordJob       *self = job;
  g_autofree JlFieldValue *values = jl_form_values_for_store (self->values);
  JlResult                *answer = jl_register_save_record (session, self->reg, self->id, self->version, values, self->values->len, error);

  return finish_writing (session, self, answer, error);
}

gpointer
jl_record_work_delete (JlSession *session, gpointer job, GError **error)
{
  const JlRecordJob *self = job;
  JlRecordOutcome   *outcome;

  if (!jl_register_delete_record (session, self->reg, self->id, self->version, error))
    return finish_writing (session, self, NULL, error);
  outcome = g_new0 (JlRecordOutcome, 1);
  outcome->id = self->id;
  outcome->version = self->version;
  return outcome;
}

gpointer
jl_record_work_restore (JlSession *session, gpointer job, GError **error)
{
  const JlRecordJob *self = job;
  JlResult          *answer = jl_register_restore_record (session, self->reg, self->id, self->of_version, self->version, error);

  return finish_writing (session, self, answer, error);
}

/* jl_api.record_save() says "field company.code, company.name" in a line of its own. */
const JlField *
jl_record_error_field (const JlRegister *reg, const GError *error)
{
  g_autofree char *head = g_strdup_printf ("\nfield %s.", reg->name);
  const char      *begin = error->domain == JL_ERROR ? strstr (error->message, head) : NULL;
  g_autofree char *name = NULL;
  const JlField   *field;

  if (begin == NULL)
    return NULL;
  begin += strlen (head);
  name = g_strndup (begin, strcspn (begin, ",\n"));
  field = jl_register_field (reg, name);
  return field && !(field->flags & JL_FIELD_DERIVED) ? field : NULL;
}

char *
jl_record_error_sentence (const GError *error)
{
  return g_strndup (error->message, strcspn (error->message, "\n"));
}
