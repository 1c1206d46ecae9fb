/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* jiliangctl assess: compute a year, propose and confirm its freezing, verify a frozen one. The steps are the window's. */

#include "ctl.h"

#include "ctl-table.h"
#include "jl-error.h"
#include "jl-quantity.h"
#include "jl-store.h"
#include "jl-words.h"

#include <glib/gi18n.h>

/**
 * Job:
 * @year: assessment year
 * @freeze: propose, from fresh figures
 * @confirm: confirm what another proposed
 * @verify: recompute a frozen year from its stored inputs
 * @confirm_as: (nullable): practice only: the official who confirms after proposing
 */
typedef struct
{
  int      year;
  gboolean freeze;
  gboolean confirm;
  gboolean verify;
  char    *confirm_as;
} Job;

static char *
rank_cell (JlResult *units, guint i)
{
  int rank = (int) jl_result_int (units, i, "rank", 0);

  if (rank == 0)
    return g_strdup (jl_result_text (units, i, "why_unranked"));
  return g_strdup_printf (jl_result_bool (units, i, "tied") ? _ ("tied %d") : "%d", rank);
}

static const char *
proposal_word (const char *code)
{
  if (g_strcmp0 (code, "praise") == 0)
    return _ ("Proposed for commendation");
  return g_strcmp0 (code, "criticise") == 0 ? _ ("Proposed for criticism") : "";
}

static void
add_unit_row (CtlTable *table, JlResult *units, guint i)
{
  char      **cells = g_new0 (char *, 8);
  const char *score = jl_result_text (units, i, "score");
  g_auto (GStrv) vetoes = jl_result_array (units, i, "vetoes");

  cells[0] = g_strdup (jl_group_word (jl_result_text (units, i, "grp")));
  cells[1] = g_strdup (jl_result_text (units, i, "name"));
  cells[2] = score != NULL ? jl_format_decimal (score, 2, JL_NUMBER_SCREEN) : g_strdup ("—");
  cells[3] = g_strdup (jl_result_text (units, i, "grade"));
  cells[4] = rank_cell (units, i);
  cells[5] = g_strjoinv ("、", vetoes);
  cells[6] = g_strdup (proposal_word (jl_result_text (units, i, "proposal")));
  cells[7] = g_strdup (jl_result_text (units, i, "ground"));
  ctl_table_take_row (table, cells);
}

/* "Confirmed by 演练人员乙, 2013-06-24 16:20", to the minute. */
static void
print_hand (JlResult *head, const char *format, const char *who, const char *when)
{
  if (jl_result_text (head, 0, who) != NULL)
    g_print ("%s: %s, %.16s\n", format, jl_result_text (head, 0, who), jl_result_text (head, 0, when));
}

static void
print_head (const JlAssessment *assessment)
{
  JlResult   *head = assessment->assessment;
  const char *hash = jl_result_text (head, 0, "hash_hex");

  g_print (_ ("Assessment %d, version %s: %s\n"), assessment->year, jl_result_text (head, 0, "version"),
           jl_assessment_state_word (jl_assessment_state (assessment)));
  g_print (_ ("Scheme: %s. Tasks as of %s, billing as of %s.\n"), jl_result_text (head, 0, "scheme_title"),
           jl_result_text (head, 0, "task_cutoff"), jl_result_text (head, 0, "billing_cutoff"));
  print_hand (head, _ ("Proposed by"), "proposed_by", "proposed_at");
  print_hand (head, _ ("Confirmed by"), "confirmed_by", "confirmed_at");
  if (hash != NULL)
    g_print (_ ("Check code: %s\n"), hash);
}

static void
print_assessment (const JlAssessment *assessment)
{
  const char *const heads[] = {
    _ ("Group"), _ ("Assessed unit"), _ (">Score"), _ ("Grade"), _ (">Rank"), _ ("Veto"), _ ("Proposal"), _ ("Ground"), NULL
  };
  CtlTable *table = ctl_table_new (heads);

  print_head (assessment);
  for (guint i = 0; i < jl_result_n_rows (assessment->units); i++)
    add_unit_row (table, assessment->units, i);
  ctl_table_print (table);
}

static gboolean
print_and_free (JlAssessment *assessment)
{
  if (assessment == NULL)
    return FALSE;
  print_assessment (assessment);
  jl_assessment_free (assessment);
  return TRUE;
}

/* The server writes bytea as "\\x…". */
static const char *
hex (const char *bytea)
{
  if (bytea == NULL)
    return "—";
  return g_str_has_prefix (bytea, "\\x") ? bytea + 2 : bytea;
}

static gboolean
verify (JlSession *session, int year, GError **error)
{
  g_autoptr (JlResult) result = jl_assessment_verify (session, year, error);

  if (result == NULL)
    return FALSE;
  if (jl_result_n_rows (result) == 1 && jl_result_bool (result, 0, "ok"))
    {
      g_print (_ ("Year %d: recomputed from its stored inputs to the same check code.\n%s\n"), year,
               hex (jl_result_text (result, 0, "computed_hash")));
      return TRUE;
    }
  g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("Year %d does not come out the same: stored %s, recomputed %s."), year,
               jl_result_n_rows (result) > 0 ? hex (jl_result_text (result, 0, "stored_hash")) : "—",
               jl_result_n_rows (result) > 0 ? hex (jl_result_text (result, 0, "computed_hash")) : "—");
  return FALSE;
}

static char *
state_of (JlSession *session, int year, GError **error)
{
  JlAssessment *assessment = jl_assessment_load (session, year, error);
  char         *state = assessment != NULL ? g_strdup (jl_assessment_state (assessment)) : NULL;

  jl_assessment_free (assessment);
  return state;
}

/* A frozen year is shown as it is and nothing changes. */
static gboolean
show_frozen (JlSession *session, int year, GError **error)
{
  g_print (_ ("Year %d is frozen already; nothing was changed.\n"), year);
  return print_and_free (jl_assessment_load (session, year, error));
}

static gboolean
take_step (JlSession *session, int year, JlAssessStep step, GError **error)
{
  JlAssessment *assessment = jl_assessment_step (session, year, step, error);

  jl_assessment_free (assessment);
  return assessment != NULL;
}

/* Proposing starts from fresh figures, unless the proposal is already there. */
static gboolean
propose (JlSession *session, int year, const char *state, GError **error)
{
  if (g_str_equal (state, "proposed"))
    return TRUE;
  return take_step (session, year, JL_ASSESS_COMPUTE, error) && take_step (session, year, JL_ASSESS_PROPOSE, error);
}

static gboolean
confirm_as (const CtlOptions *options, int year, const char *name, GError **error)
{
  g_autoptr (JlSession) other = ctl_open_as (options, name, error);

  return other != NULL && take_step (other, year, JL_ASSESS_CONFIRM, error);
}

/* Done, or nothing left to do: both are TRUE. */
static gboolean
work (JlSession *session, const CtlOptions *options, const Job *job, GError **error)
{
  g_autofree char *state = NULL;

  if (job->verify)
    return verify (session, job->year, error);
  state = state_of (session, job->year, error);
  if (state == NULL)
    return FALSE;
  if (g_str_equal (state, "frozen"))
    return show_frozen (session, job->year, error);
  if (!job->freeze)
    return print_and_free (jl_assessment_step (session, job->year, job->confirm ? JL_ASSESS_CONFIRM : JL_ASSESS_COMPUTE, error));
  if (!propose (session, job->year, state, error))
    return FALSE;
  if (job->confirm_as != NULL && !confirm_as (options, job->year, job->confirm_as, error))
    return FALSE;
  return print_and_free (jl_assessment_load (session, job->year, error));
}

static gboolean
open_and_work (const CtlOptions *options, const Job *job, GError **error)
{
  g_autoptr (JlSession) session = ctl_open (options, error);

  return session != NULL && work (session, options, job, error);
}

/* One thing at a time; the second official only beside proposing, and only where nobody is deceived by it. */
static gboolean
check_job (const Job *job, const CtlOptions *options)
{
  if (job->freeze + job->confirm + job->verify > 1)
    g_printerr ("%s\n", _ ("Give one of --freeze, --confirm and --verify."));
  else if (job->confirm_as != NULL && !job->freeze)
    g_printerr ("%s\n", _ ("--confirm-as goes with --freeze."));
  else if (job->confirm_as != NULL && ctl_private_database (options) == NULL)
    g_printerr ("%s\n", _ ("--confirm-as is for practice databases: here the second official signs in."));
  else
    return TRUE;
  return FALSE;
}

int
ctl_assess (int argc, char **argv)
{
  g_auto (CtlOptions) options = { 0 };
  g_autoptr (GError) error = NULL;
  Job                job = { 0 };
  g_autofree char   *confirm_as = NULL;
  const GOptionEntry entries[] = {
    { "freeze", 0, 0, G_OPTION_ARG_NONE, &job.freeze, N_ ("compute and propose freezing"), NULL },
    { "confirm", 0, 0, G_OPTION_ARG_NONE, &job.confirm, N_ ("confirm the freezing that another official proposed"), NULL },
    { "confirm-as", 0, 0, G_OPTION_ARG_STRING, &confirm_as, N_ ("practice only: confirm as this official after proposing"), N_ ("NAME") },
    { "verify", 0, 0, G_OPTION_ARG_NONE, &job.verify, N_ ("recompute a frozen year from its stored inputs"), NULL },
    { NULL },
  };

  if (!ctl_parse (&argc, &argv, _ ("YEAR"), entries, &options, 1, 1) || !ctl_parse_year (argv[1], &job.year))
    return CTL_USAGE;
  job.confirm_as = confirm_as;
  if (!check_job (&job, &options))
    return CTL_USAGE;
  return ctl_finish (open_and_work (&options, &job, &error), &error);
}
