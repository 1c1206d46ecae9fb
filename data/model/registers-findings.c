/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 问题清单 as a list. Nobody types into it: rules find what is in it, so that every field is derived. Of one severity the oldest has the
 * lowest id, as findings are looked for on days that never go back. */

#include "jl-registers-private.h"

#include <glib/gi18n-lib.h>

#define PLAIN JL_FIELD_DERIVED
#define MUST (JL_FIELD_DERIVED | JL_FIELD_REQUIRED)
#define LISTED JL_FIELD_LISTED
#define FILTERED (JL_FIELD_FILTER | JL_FIELD_LISTED)

/* clang-format off */
static const JlChoice severities[] = {
  { "blocks",  N_ ("Blocks an award"), "overdue" },
  { "decide",  N_ ("To be decided"), "to_decide" },
  { "warning", N_ ("Caution"), "behind" },
  { "note",    N_ ("Hint only"), "not_due" },
  { NULL }
};

static const JlChoice states[] = {
  { "open",      N_ ("Finding open") },
  { "explained", N_ ("Explained") },
  { "accepted",  N_ ("Explanation accepted") },
  { "rejected",  N_ ("Explanation rejected") },
  { "planned",   N_ ("In the rectification plan") },
  { "closed",    N_ ("Finding closed") },
  { NULL }
};

/* In the order of the document. */
static const JlChoice subjects[] = {
  { "C-SYNC",    N_ ("Three synchronisations") },
  { "C-PRICE",   N_ ("Heat prices") },
  { "C-NEW",     N_ ("New buildings") },
  { "C-PUBLIC",  N_ ("Offices and public buildings") },
  { "C-EXIST",   N_ ("Existing residential buildings") },
  { "C-FIRM",    N_ ("Duties of heating companies") },
  { "C-METER",   N_ ("Metering devices") },
  { "C-ACCT",    N_ ("Household heat accounts") },
  { "C-BOILER",  N_ ("Boiler houses and networks") },
  { "C-ENERGY",  N_ ("Use of energy") },
  { "C-ORG",     N_ ("Organisation and responsibility") },
  { "C-FUND",    N_ ("Funds of projects") },
  { "C-QUALITY", N_ ("Quality of heating") },
  { "C-25",      N_ ("Share of metered billing as a bar") },
  { "C-DONE",    N_ ("Tasks fulfilled") },
  { "C-LUBAN",   N_ ("Luban award") },
  { "C-PRAISE",  N_ ("Work of assessment") },
  { "C-PLAN",    N_ ("Five-year plans of retrofitting") },
  { "C-VOICE",   N_ ("Complaints and disputes") },
  { "C-BASIS",   N_ ("Force of policy documents") },
  { NULL }
};

static const JlField finding_fields[] = {
  { "severity",     N_ ("Severity"), JL_FIELD_CHOICE, MUST | FILTERED, 14, severities },
  { "title",        N_ ("Finding"), JL_FIELD_TEXT, MUST | LISTED | JL_FIELD_TWO_LINES, 24 },
  { "unit_id",      N_ ("Place of the finding"), JL_FIELD_UNIT, MUST | LISTED | JL_FIELD_TWO_LINES | JL_FIELD_LEAF, 8 },
  { "year",         N_ ("Year"), JL_FIELD_YEAR, PLAIN | LISTED, 5 },
  { "record_label", N_ ("Record"), JL_FIELD_TEXT, PLAIN | LISTED | JL_FIELD_TWO_LINES, 19 },
  { "evidence",     N_ ("Evidence"), JL_FIELD_NOTE, PLAIN | LISTED | JL_FIELD_TWO_LINES, 24 },
  { "clause_id",    N_ ("Subject of the clause"), JL_FIELD_CHOICE, MUST | JL_FIELD_FILTER, 18, subjects },
  { "clause",       N_ ("Clause"), JL_FIELD_TEXT, MUST | LISTED, 9 },
  { "state",        N_ ("State"), JL_FIELD_CHOICE, MUST | FILTERED, 12, states },
  { "days",         N_ ("Standing for"), JL_FIELD_COUNT, MUST | LISTED, 8, .unit = N_ ("days") },
  { "overdue",      N_ ("Left too long"), JL_FIELD_YES_NO, MUST, 8 },
  { "first_seen",   N_ ("First seen"), JL_FIELD_DATE, MUST },
  { "last_seen",    N_ ("Last seen"), JL_FIELD_DATE, MUST },
  { "planned_on",   N_ ("To be put right by"), JL_FIELD_DATE, PLAIN },
  { "fires",        N_ ("Still so by the data"), JL_FIELD_YES_NO, MUST, 12 },
  { "rule",         N_ ("Code of the rule"), JL_FIELD_TEXT, MUST, 30 },
  { NULL }
};

const JlRegister jl_register_finding = {
  "finding", N_ ("List of findings"), N_ ("List of findings"), "C-PRAISE", finding_fields, "severity", .usual = "state:open,explained,rejected,planned"
};
/* clang-format on */
