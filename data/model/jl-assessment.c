/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The yearly assessment as it stands, its steps, and what a circular is made from. */

#include "jl-store.h"

#include "jl-store-private.h"

static const JlStatement assessment = { "assessment", "select * from jl_api.assessment($1::int)", 1 };
static const JlStatement units = { "assessment-units", "select * from jl_api.assessment_units($1::int)", 1 };
static const JlStatement awards = { "assessment-awards", "select * from jl_api.assessment_awards($1::int, null)", 1 };
static const JlStatement vetoes = { "assessment-vetoes", "select * from jl_api.assessment_vetoes($1::int)", 1 };
static const JlStatement items = { "assessment-items", "select * from jl_api.assessment_items($1::int, $2::int)", 2 };
static const JlStatement verify = { "assess-verify", "select * from jl_api.assess_verify($1::int)", 1 };
static const JlStatement installation = { "installation", "select * from jl_api.installation()", 0 };
static const JlStatement values = { "circular-values", "select * from jl_api.circular_values($1::int, $2)", 2 };
static const JlStatement annex = { "circular-table", "select * from jl_api.circular_table($1::int, $2, $3::int)", 3 };

static const JlStatement step_statements[] = {
  [JL_ASSESS_COMPUTE] = { "assess-compute", "select jl_api.assess_compute($1::int)", 1 },
  [JL_ASSESS_PROPOSE] = { "assess-propose", "select jl_api.assess_propose($1::int)", 1 },
  [JL_ASSESS_WITHDRAW] = { "assess-withdraw", "select jl_api.assess_withdraw($1::int)", 1 },
  [JL_ASSESS_CONFIRM] = { "assess-confirm", "select jl_api.assess_confirm($1::int)", 1 },
};

/**
 * jl_assessment_load:
 * @session: a session
 * @year: assessment year
 * @error: return location
 *
 * Returns: (transfer full): the assessment with its units, verdicts and vetoes; empty answers when it was never computed
 */
JlAssessment *
jl_assessment_load (JlSession *session, int year, GError **error)
{
  g_autofree char  *year_text = g_strdup_printf ("%d", year);
  const char *const params[] = { year_text };
  const JlStep      steps[] = { { &assessment, params }, { &units, params }, { &awards, params }, { &vetoes, params } };
  JlResult         *results[G_N_ELEMENTS (steps)];
  JlAssessment     *self;

  if (!jl_store_read (session, steps, G_N_ELEMENTS (steps), results, error))
    return NULL;
  self = g_new0 (JlAssessment, 1);
  self->year = year;
  self->assessment = results[0];
  self->units = results[1];
  self->awards = results[2];
  self->vetoes = results[3];
  return self;
}

void
jl_assessment_free (JlAssessment *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->assessment, jl_result_unref);
  g_clear_pointer (&self->units, jl_result_unref);
  g_clear_pointer (&self->awards, jl_result_unref);
  g_clear_pointer (&self->vetoes, jl_result_unref);
  g_free (self);
}

const char *
jl_assessment_state (const JlAssessment *self)
{
  return jl_result_n_rows (self->assessment) == 0 ? "none" : jl_result_text (self->assessment, 0, "state");
}

JlResult *
jl_assessment_items (JlSession *session, int year, int unit_id, GError **error)
{
  g_autofree char  *year_text = g_strdup_printf ("%d", year);
  g_autofree char  *unit_text = g_strdup_printf ("%d", unit_id);
  const char *const params[] = { year_text, unit_text };

  return jl_session_query (session, &items, params, error);
}

static gboolean
take_step (JlSession *session, int year, JlAssessStep step, GError **error)
{
  g_autofree char  *year_text = g_strdup_printf ("%d", year);
  const char *const params[] = { year_text };
  g_autoptr (JlResult) done = NULL;

  if (!jl_session_begin (session, JL_TRANSACTION_STRICT, error))
    return FALSE;
  done = jl_session_query (session, &step_statements[step], params, error);
  if (done != NULL)
    return jl_session_commit (session, error);
  jl_session_rollback (session);
  return FALSE;
}

/**
 * jl_assessment_step:
 * @session: a session
 * @year: assessment year
 * @step: compute, propose, withdraw or confirm
 * @error: return location; %JL_ERROR_FROZEN, %JL_ERROR_STATE or %JL_ERROR_PERMISSION say why not
 *
 * Returns: (transfer full): the assessment after the step, or %NULL and nothing has changed
 */
JlAssessment *
jl_assessment_step (JlSession *session, int year, JlAssessStep step, GError **error)
{
  if (!take_step (session, year, step, error))
    return NULL;
  return jl_assessment_load (session, year, error);
}

JlResult *
jl_assessment_verify (JlSession *session, int year, GError **error)
{
  g_autofree char  *year_text = g_strdup_printf ("%d", year);
  const char *const params[] = { year_text };

  return jl_session_query (session, &verify, params, error);
}

/* 附件: two with the criticism circular, three with the situation circular. */
static guint
annexes_of (const char *kind)
{
  return g_str_equal (kind, "situation") ? 3 : 2;
}

/**
 * jl_circular_source_load:
 * @session: a session
 * @year: a frozen year
 * @kind: "criticise" or "situation"
 * @error: return location; %JL_ERROR_STATE when the year is not frozen
 *
 * Returns: (transfer full): values and annexes of the circular, or %NULL
 */
JlCircularSource *
jl_circular_source_load (JlSession *session, int year, const char *kind, GError **error)
{
  g_autofree char  *year_text = g_strdup_printf ("%d", year);
  const char *const value_params[] = { year_text, kind };
  const char *const first[] = { year_text, kind, "1" };
  const char *const second[] = { year_text, kind, "2" };
  const char *const third[] = { year_text, kind, "3" };
  const JlStep      steps[] = { { &installation }, { &values, value_params }, { &annex, first }, { &annex, second }, { &annex, third } };
  JlResult         *results[G_N_ELEMENTS (steps)];
  guint             n_annexes = annexes_of (kind);
  JlCircularSource *self;

  if (!jl_store_read (session, steps, 2 + n_annexes, results, error))
    return NULL;
  self = g_new0 (JlCircularSource, 1);
  self->year = year;
  self->kind = g_strdup (kind);
  self->practice = g_strcmp0 (jl_result_text (results[0], 0, "kind"), "official") != 0;
  self->values = results[1];
  for (guint i = 0; i < n_annexes; i++)
    self->annexes[i] = results[2 + i];
  self->n_annexes = n_annexes;
  jl_result_unref (results[0]);
  return self;
}

void
jl_circular_source_free (JlCircularSource *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->values, jl_result_unref);
  for (guint i = 0; i < self->n_annexes; i++)
    jl_result_unref (self->annexes[i]);
  g_free (self->kind);
  g_free (self);
}
