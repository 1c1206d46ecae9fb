/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What units have set up and promised, what was enforced, handed over and given as a task in meetings. Bodies only, never persons. */

#include "jl-field-words-private.h"
#include "jl-registers-private.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const JlChoice organisation_kinds[] = {
  { "leading_group",        N_ ("Leading group") },
  { "office",               N_ ("Office of the leading group") },
  { "implementing_rules",   N_ ("Implementing rules") },
  { "division_of_work",     N_ ("Division of work") },
  { "leader_appraisal",     N_ ("Part of leaders’ appraisal") },
  { "central_heating_plan", N_ ("Plan for central heating") },
  { "verification_funding", N_ ("Funding of verification") },
  { "energy_appraisal",     N_ ("Appraisal of energy use") },
  { "energy_supervision",   N_ ("Supervision of energy use") },
  { "statistics_pilot",     N_ ("Pilot of energy statistics") },
  { NULL }
};

static const JlField organisation_fields[] = {
  { "unit_id",    N_ ("Assessed unit"), JL_FIELD_UNIT, MUST | LISTED },
  { "kind",       N_ ("Kind of arrangement"), JL_FIELD_CHOICE, MUST | FILTERED, 24, organisation_kinds },
  { "name",       N_ ("What was set up or issued"), JL_FIELD_TEXT, MUST | SEARCHED, 40 },
  { "document",   N_ ("Document number"), JL_FIELD_TEXT, SEARCHED, 26 },
  { "decided_on", N_ ("Decided on"), JL_FIELD_DATE, MUST | FILTERED },
  { "ended_on",   N_ ("Ended on"), JL_FIELD_DATE, LISTED },
  { "note",       N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_organisation = {
  "organisation", N_ ("Organisation and arrangements"), N_ ("Organisation and responsibility"), "C-ORG", organisation_fields, "unit_id"
};

static const JlChoice parties[] = {
  { "departments", N_ ("Departments of the unit") },
  { "companies",   N_ ("Heating companies of the unit") },
  { "counties",    N_ ("Counties of the city") },
  { "province",    N_ ("The province") },
  { NULL }
};

static const JlField responsibility_letter_fields[] = {
  { "unit_id",       N_ ("Assessed unit"), JL_FIELD_UNIT, MUST | LISTED },
  { "year",          N_ ("Year"), JL_FIELD_YEAR, MUST | LISTED },
  { "party",         N_ ("Signed with"), JL_FIELD_CHOICE, MUST | FILTERED, 14, parties },
  { "number",        N_ ("Document number"), JL_FIELD_TEXT, SEARCHED, 30 },
  { "signed_on",     N_ ("Signed on"), JL_FIELD_DATE, MUST | FILTERED },
  { "share",         N_ ("Share to be billed by meter (%)"), JL_FIELD_DECIMAL, LISTED,
    .help = N_ ("Empty where the letter names none. The figures use the yearly target; where the province’s letter differs it is found.") },
  { "existing_dm2",  N_ ("Existing energy-saving housing"), JL_FIELD_AREA_WAN, SUMMED,
    .help = N_ ("As the letter says; the figures use the yearly target.") },
  { "nonsaving_dm2", N_ ("Existing housing, not energy-saving"), JL_FIELD_AREA_WAN, SUMMED },
  { "office_dm2",    N_ ("Party or government office"), JL_FIELD_AREA_WAN, JL_FIELD_TOTAL },
  { "public_dm2",    N_ ("Public buildings"), JL_FIELD_AREA_WAN, JL_FIELD_TOTAL },
  { "note",          N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_responsibility_letter = {
  "responsibility_letter", N_ ("Responsibility letters"), N_ ("Organisation and responsibility"), "C-ORG", responsibility_letter_fields,
  "unit_id,signed_on", "year",
  .counter = JL_COUNTER_PAPER
};

static const JlChoice subject_kinds[] = {
  { "builder",   N_ ("Construction company") },
  { "developer", N_ ("Real-estate developer") },
  { "designer",  N_ ("Design institute") },
  { "reviewer",  N_ ("Drawing reviewer") },
  { "company",   N_ ("Heating company") },
  { "office",    N_ ("Office") },
  { "maker",     N_ ("Maker of devices") },
  { NULL }
};

static const JlChoice decisions[] = {
  { "order",     N_ ("Order to rectify") },
  { "warning",   N_ ("Warning") },
  { "fine",      N_ ("Fine") },
  { "licence",   N_ ("Licence suspended or withdrawn") },
  { "no_breach", N_ ("No breach found") },
  { NULL }
};

static const JlField enforcement_case_fields[] = {
  { "number",       N_ ("Case number"), JL_FIELD_TEXT, MUST | JL_FIELD_UNIQUE | SEARCHED, 26 },
  { "unit_id",      N_ ("County or district"), JL_FIELD_UNIT, MUST | LISTED | JL_FIELD_LEAF },
  { "subject_kind", N_ ("Kind of body"), JL_FIELD_CHOICE, MUST | FILTERED, 14, subject_kinds },
  { "subject",      N_ ("Body concerned"), JL_FIELD_TEXT, MUST | SEARCHED, 30, .help = N_ ("The name of a body, never of a person.") },
  { "project_id",   N_ ("New-building project"), JL_FIELD_REFERENCE, PLAIN, 34, .reference = "new_project" },
  { "opened_on",    N_ ("Opened on"), JL_FIELD_DATE, MUST | FILTERED },
  { "clause",       N_ ("Clause concerned"), JL_FIELD_TEXT, MUST | LISTED, 14 },
  { "decision",     N_ ("Decision"), JL_FIELD_CHOICE, FILTERED, 16, decisions },
  { "penalty_fen",  N_ ("Penalty"), JL_FIELD_MONEY, SUMMED },
  { "decided_on",   N_ ("Decided on"), JL_FIELD_DATE, PLAIN },
  { "closed_on",    N_ ("Case closed on"), JL_FIELD_DATE, LISTED },
  { "note",         N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_enforcement_case = {
  "enforcement_case", N_ ("Enforcement cases"), N_ ("Organisation and responsibility"), "C-ORG", enforcement_case_fields, "unit_id,number",
  .counter = JL_COUNTER_CASE
};

static const JlChoice lead_kinds[] = {
  { "inaction",        N_ ("Inaction") },
  { "lax_enforcement", N_ ("Lax enforcement") },
  { "favouritism",     N_ ("Favouritism") },
  { "power_for_money", N_ ("Power traded for money") },
  { "fraud",           N_ ("False figures") },
  { NULL }
};

static const JlField lead_fields[] = {
  { "unit_id",     N_ ("Assessed unit"), JL_FIELD_UNIT, MUST | LISTED },
  { "year",        N_ ("Year"), JL_FIELD_YEAR, MUST | LISTED },
  { "kind",        N_ ("Kind of lead"), JL_FIELD_CHOICE, MUST | FILTERED, 14, lead_kinds },
  { "n",           N_ ("Leads"), JL_FIELD_COUNT, MUST | SUMMED, .help = N_ ("Only their number; no names and no contents are kept.") },
  { "document",    N_ ("Document of hand-over"), JL_FIELD_TEXT, MUST | SEARCHED, 28 },
  { "handed_on",   N_ ("Handed over on"), JL_FIELD_DATE, MUST | FILTERED },
  { "handed_to",   N_ ("Handed over to"), JL_FIELD_TEXT, MUST | SEARCHED, 22 },
  { "answered_on", N_ ("Answered on"), JL_FIELD_DATE, LISTED },
  { "note",        N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_lead = {
  "lead", N_ ("Leads handed over"), N_ ("Organisation and responsibility"), "C-ORG", lead_fields, "unit_id,handed_on", "year",
  .called = { "kind", "year" }
};

static const JlField assigned_task_fields[] = {
  { "unit_id",  N_ ("Assessed unit"), JL_FIELD_UNIT, MUST | LISTED },
  { "meeting",  N_ ("Meeting"), JL_FIELD_TEXT, MUST | SEARCHED, 30 },
  { "given_on", N_ ("Given on"), JL_FIELD_DATE, MUST | LISTED },
  { "content",  N_ ("Task given"), JL_FIELD_TEXT, MUST | SEARCHED, 44 },
  { "office",   N_ ("Office in charge"), JL_FIELD_TEXT, MUST | SEARCHED, 20, .help = N_ ("The name of a body, never of a person.") },
  { "due_on",   N_ ("Time limit"), JL_FIELD_DATE, MUST | FILTERED },
  { "done_on",  N_ ("Done on"), JL_FIELD_DATE, FILTERED },
  { "result",   N_ ("Outcome"), JL_FIELD_NOTE, PLAIN },
  { "note",     N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_assigned_task = {
  "assigned_task", N_ ("Tasks given in meetings"), N_ ("Organisation and responsibility"), "C-ORG", assigned_task_fields, "unit_id,due_on",
  .counter = JL_COUNTER_ITEM
};
/* clang-format on */
