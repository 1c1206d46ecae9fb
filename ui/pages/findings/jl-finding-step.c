/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The steps with their forms. From which state a step is taken is said by data/sql/define/89-findings-act.sql as well, which decides. */

#include "jl-finding-step.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const JlField explanation[] = {
  { "words",    N_ ("Explanation"), JL_FIELD_NOTE, JL_FIELD_REQUIRED },
  { "document", N_ ("Document number"), JL_FIELD_TEXT },
  { NULL }
};

static const JlField acceptance[] = {
  { "words",    N_ ("Reasons"), JL_FIELD_NOTE },
  { "document", N_ ("Document number"), JL_FIELD_TEXT },
  { NULL }
};

static const JlField rejection[] = {
  { "words",    N_ ("Reasons"), JL_FIELD_NOTE, JL_FIELD_REQUIRED },
  { "document", N_ ("Document number"), JL_FIELD_TEXT },
  { NULL }
};

static const JlField plan[] = {
  { "due_on",   N_ ("To be put right by"), JL_FIELD_DATE, JL_FIELD_REQUIRED },
  { "document", N_ ("Document number"), JL_FIELD_TEXT, JL_FIELD_REQUIRED, .help = N_ ("The plan or decision that names the day.") },
  { "words",    N_ ("What is to be done"), JL_FIELD_NOTE, JL_FIELD_REQUIRED },
  { NULL }
};

const JlFindingStep jl_finding_steps[] = {
  [JL_FINDING_EXPLAIN] = {
    "explain", "explain", N_ ("_Explain"), N_ ("Say why the record stands as it does, with a paper."),
    { "open", "explained", "rejected" }, { .name = "explain", .fields = explanation } },
  [JL_FINDING_ACCEPT] = {
    "accept", "decide", N_ ("_Accept Explanation"), N_ ("The finding then rests as long as the record stays as it is."),
    { "explained" }, { .name = "accept", .fields = acceptance } },
  [JL_FINDING_REJECT] = {
    "reject", "decide", N_ ("_Reject Explanation"), N_ ("The unit is asked again."),
    { "explained" }, { .name = "reject", .fields = rejection } },
  [JL_FINDING_PLAN] = {
    "plan", "plan", N_ ("Put into _Plan"), N_ ("By an approved paper, to a day to come."),
    { "open", "explained", "rejected", "planned" }, { .name = "plan", .fields = plan } },
};
/* clang-format on */

gboolean
jl_finding_step_fits (const JlFindingStep *step, const char *state)
{
  return state && g_strv_contains (step->states, state);
}
