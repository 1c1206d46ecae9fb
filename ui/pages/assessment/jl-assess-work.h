/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What the assessment page asks a worker for: a year, one of its steps, or a unit's items. */

#pragma once

#include "jl-store.h"

G_BEGIN_DECLS

typedef struct
{
  int          year;
  int          unit_id; /* of the items */
  JlAssessStep step;
} JlAssessJob;

/* Freed with g_free(). */
JlAssessJob *jl_assess_job_new (int year, int unit_id, JlAssessStep step);

/* JlWorkFunc with a JlAssessJob; the first two return a JlAssessment, the last a JlResult. */
gpointer jl_assess_load_work (JlSession *session, gpointer job, GError **error);
gpointer jl_assess_step_work (JlSession *session, gpointer job, GError **error);
gpointer jl_assess_items_work (JlSession *session, gpointer job, GError **error);

/* What could not be done; translated. */
const char *jl_assess_step_failed (JlAssessStep step);

G_END_DECLS
