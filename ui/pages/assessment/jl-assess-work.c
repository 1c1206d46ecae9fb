/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Thin: the database does each step, the model asks it. */

#include "jl-assess-work.h"

#include <glib/gi18n.h>

JlAssessJob *
jl_assess_job_new (int year, int unit_id, JlAssessStep step)
{
  JlAssessJob *self = g_new0 (JlAssessJob, 1);

  *self = (JlAssessJob){ year, unit_id, step };
  return self;
}

gpointer
jl_assess_load_work (JlSession *session, gpointer job, GError **error)
{
  return jl_assessment_load (session, ((JlAssessJob *) job)->year, error);
}

gpointer
jl_assess_step_work (JlSession *session, gpointer job, GError **error)
{
  const JlAssessJob *self = job;

  return jl_assessment_step (session, self->year, self->step, error);
}

gpointer
jl_assess_items_work (JlSession *session, gpointer job, GError **error)
{
  const JlAssessJob *self = job;

  return jl_assessment_items (session, self->year, self->unit_id, error);
}

const char *
jl_assess_step_failed (JlAssessStep step)
{
  switch (step)
    {
    case JL_ASSESS_COMPUTE:
      return _ ("The year could not be computed.");
    case JL_ASSESS_PROPOSE:
      return _ ("Freezing could not be proposed.");
    case JL_ASSESS_WITHDRAW:
      return _ ("The proposal could not be withdrawn.");
    case JL_ASSESS_CONFIRM:
      return _ ("The year could not be frozen.");
    }
  return "";
}
