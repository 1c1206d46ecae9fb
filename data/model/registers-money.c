/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Money for retrofits by source and use, and applications for national funds. */

#include "jl-field-words-private.h"
#include "jl-registers-private.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const JlChoice fund_uses[] = {
  { "central_heating", N_ ("Central heating") },
  { "network",         N_ ("Heating networks") },
  { "building_energy", N_ ("Energy saving of buildings") },
  { "metering",        N_ ("Metering and control") },
  { NULL }
};

static const JlChoice fund_sources[] = {
  { "government",     N_ ("Government award") },
  { "company",        N_ ("Raised by the company") },
  { "bank",           N_ ("Bank loan") },
  { "energy_company", N_ ("Advanced by an energy company") },
  { "residents",      N_ ("Borne by residents") },
  { NULL }
};

static const JlField fund_fields[] = {
  { "unit_id",      N_ ("County or district"), JL_FIELD_UNIT, MUST | LISTED | JL_FIELD_LEAF },
  { "year",         N_ ("Year"), JL_FIELD_YEAR, MUST | LISTED },
  { "project_id",   N_ ("Retrofit project"), JL_FIELD_REFERENCE, LISTED, 30, .reference = "retrofit_project" },
  { "use",          N_ ("Use of the money"), JL_FIELD_CHOICE, MUST | FILTERED, 16, fund_uses },
  { "source",       N_ ("Source of the money"), JL_FIELD_CHOICE, FILTERED, 16, fund_sources },
  { "planned_fen",  N_ ("Money planned"), JL_FIELD_MONEY_WAN, SUMMED },
  { "received_fen", N_ ("Money received"), JL_FIELD_MONEY_WAN, SUMMED },
  { "spent_fen",    N_ ("Money spent"), JL_FIELD_MONEY_WAN, SUMMED },
  { "spent_on",     N_ ("Spent on"), JL_FIELD_DATE, FILTERED,
    .help = N_ ("Award money is paid out only after the project’s acceptance.") },
  { "document",     N_ ("Paper"), JL_FIELD_TEXT, JL_FIELD_SEARCHABLE, 28 },
  { "note",         N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_fund = {
  "fund", N_ ("Money for retrofits"), N_ ("Money and plans"), "C-FUND", fund_fields, "unit_id,year", "year",
  "retrofit_project", "project_id", .counter = JL_COUNTER_SUM,
  .called = { "use", "source" }
};

static const JlChoice application_kinds[] = {
  { "national_project", N_ ("National project") },
  { "award",            N_ ("Award money") },
  { NULL }
};

static const JlField fund_application_fields[] = {
  { "name",         N_ ("Name of the application"), JL_FIELD_TEXT, MUST | SEARCHED, 36 },
  { "unit_id",      N_ ("Assessed unit"), JL_FIELD_UNIT, MUST | LISTED },
  { "year",         N_ ("Year"), JL_FIELD_YEAR, MUST | LISTED },
  { "kind",         N_ ("Kind of application"), JL_FIELD_CHOICE, MUST | FILTERED, 14, application_kinds,
    .help = N_ ("National projects are applied for by the reform commission, award money by finance.") },
  { "applied_fen",  N_ ("Amount applied for"), JL_FIELD_MONEY_WAN, SUMMED },
  { "applied_on",   N_ ("Applied on"), JL_FIELD_DATE, FILTERED },
  { "approved_fen", N_ ("Amount approved"), JL_FIELD_MONEY_WAN, SUMMED },
  { "approved_on",  N_ ("Approved on"), JL_FIELD_DATE, FILTERED },
  { "document",     N_ ("Paper"), JL_FIELD_TEXT, JL_FIELD_SEARCHABLE, 28 },
  { "note",         N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_fund_application = {
  "fund_application", N_ ("Applications for national funds"), N_ ("Money and plans"), "C-FUND", fund_application_fields, "unit_id,name", "year",
  .counter = JL_COUNTER_ITEM
};
/* clang-format on */
