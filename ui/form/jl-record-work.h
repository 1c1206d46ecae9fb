/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What the pane asks of the database, each as a function for a worker thread with its job and its product. */

#pragma once

#include "jl-form-value.h"
#include "jl-record-details.h"

G_BEGIN_DECLS

/**
 * JlRecordJob:
 * @reg: a register
 * @id: of the record; 0: one to be made
 * @version: the version that was read; for deleting and saving
 * @year: of the page: whose divisions are offered
 * @parent_id: of the record that one to be made belongs to, or 0
 * @values: (nullable): what is to be written, of #JlFormValue
 * @of_version: for bringing back
 * @at: (nullable): a moment, for looking back
 */
typedef struct
{
  const JlRegister *reg;
  gint64            id;
  int               version;
  int               year;
  gint64            parent_id;
  GPtrArray        *values;
  int               of_version;
  char             *at;
} JlRecordJob;

JlRecordJob *jl_record_job_copy (const JlRecordJob *wish); /* (transfer full) */
void         jl_record_job_free (gpointer job);

/**
 * JlRecordOutcome:
 * @id: of the record
 * @version: that it has thereby
 * @theirs: (nullable): nothing was written, as another has saved this meanwhile
 * @versions: (nullable): with @theirs: who and when
 */
typedef struct
{
  gint64    id;
  int       version;
  JlResult *theirs;
  JlResult *versions;
} JlRecordOutcome;

void jl_record_outcome_free (gpointer outcome);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlRecordOutcome, jl_record_outcome_free)

gpointer jl_record_work_load (JlSession *session, gpointer job, GError **error);    /* JlRecordDetails */
gpointer jl_record_work_look (JlSession *session, gpointer job, GError **error);    /* JlResult: as known at job->at */
gpointer jl_record_work_save (JlSession *session, gpointer job, GError **error);    /* JlRecordOutcome */
gpointer jl_record_work_delete (JlSession *session, gpointer job, GError **error);  /* JlRecordOutcome */
gpointer jl_record_work_restore (JlSession *session, gpointer job, GError **error); /* JlRecordOutcome */

/* The first field of the register that an error of the database names in its details ("field company.code, company.name"), as far as
 * a person types it; NULL: none. */
const JlField *jl_record_error_field (const JlRegister *reg, const GError *error);
/* The error's first sentence, without details and hints. (transfer full) */
char *jl_record_error_sentence (const GError *error);

G_END_DECLS
