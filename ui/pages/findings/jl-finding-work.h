/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What the pane of a finding asks of the database, each as a function for a worker thread with its job and its product. */

#pragma once

#include <gio/gio.h>

#include "jl-finding-step.h"
#include "jl-finding.h"

G_BEGIN_DECLS

/**
 * JlFindingDetails:
 * @finding: with its steps and rights
 * @papers: (nullable): attached to its record; see jl_attachments_load()
 * @may_attach: whether this official adds papers to records of that register
 */
typedef struct
{
  JlFinding *finding;
  JlResult  *papers;
  gboolean   may_attach;
} JlFindingDetails;

void jl_finding_details_free (gpointer details);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlFindingDetails, jl_finding_details_free)

/**
 * JlFindingJob:
 * @id: of the finding
 * @version: of it, as it was shown
 * @act: the step to be taken
 * @words: (nullable): typed with it
 * @document: (nullable): number of a paper
 * @due_on: (nullable): the day of a plan
 * @paper_id: an attached paper, or 0
 * @reg: (nullable): of the record…
 * @record_id: …to which…
 * @file: (nullable): …this file is to be attached
 */
typedef struct
{
  gint64            id;
  int               version;
  JlFindingAct      act;
  char             *words;
  char             *document;
  char             *due_on;
  int               paper_id;
  const JlRegister *reg;
  gint64            record_id;
  GFile            *file;
} JlFindingJob;

void jl_finding_job_free (gpointer job);

gpointer jl_finding_work_load (JlSession *session, gpointer job, GError **error);   /* JlFindingDetails */
gpointer jl_finding_work_take (JlSession *session, gpointer job, GError **error);   /* JlFindingDetails, after the step */
gpointer jl_finding_work_attach (JlSession *session, gpointer job, GError **error); /* JlResult: papers of the record */
gpointer jl_finding_work_paper (JlSession *session, gpointer job, GError **error);  /* GBytes */

G_END_DECLS
