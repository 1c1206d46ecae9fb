/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Heating companies, what they were told to bill by meter, and their contracts with those who build. */

#include "jl-field-words-private.h"
#include "jl-registers-private.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const JlChoice company_kinds[] = {
  { "chp",             N_ ("Combined heat and power") },
  { "district_boiler", N_ ("District boiler house") },
  { "mixed",           N_ ("Several kinds of source") },
  { "network_only",    N_ ("Network only") },
  { NULL }
};

static const JlField company_fields[] = {
  { "code",       N_ ("Company number"), JL_FIELD_TEXT, MUST | JL_FIELD_UNIQUE | SEARCHED, 14 },
  { "name",       N_ ("Name of the company"), JL_FIELD_TEXT, MUST | SEARCHED, 32 },
  { "unit_id",    N_ ("Assessed unit"), JL_FIELD_UNIT, MUST | LISTED },
  { "kind",       N_ ("Kind of company"), JL_FIELD_CHOICE, MUST | FILTERED, 14, company_kinds },
  { "licence_no", N_ ("Licence number"), JL_FIELD_TEXT, FILTERED | JL_FIELD_SEARCHABLE, 26 },
  { "started_on", N_ ("In business from"), JL_FIELD_DATE, LISTED },
  { "ended_on",   N_ ("In business until"), JL_FIELD_DATE, LISTED },
  { "note",       N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_company = {
  "company", N_ ("Heating companies"), N_ ("Companies and contracts"), "C-FIRM", company_fields, "unit_id,code",
  .counter = JL_COUNTER_COMPANY
};

static const JlField company_target_fields[] = {
  { "company_id", N_ ("Heating company"), JL_FIELD_REFERENCE, MUST | LISTED, 30, .reference = "company" },
  { "unit_id",    N_ ("Assessed unit"), JL_FIELD_UNIT, MUST | LISTED },
  { "year",       N_ ("Year"), JL_FIELD_YEAR, MUST | LISTED },
  { "target_dm2", N_ ("Area to be billed by meter"), JL_FIELD_AREA_WAN, MUST | SUMMED },
  { "document",   N_ ("Paper"), JL_FIELD_TEXT, SEARCHED, 32 },
  { "note",       N_ ("Note"), JL_FIELD_NOTE, LISTED, 20 },
  { NULL }
};

const JlRegister jl_register_company_target = {
  "company_target", N_ ("Targets of heating companies"), N_ ("Companies and contracts"), "C-FIRM", company_target_fields, "unit_id,year", "year",
  "company", "company_id",
  .called = { "company_id", "year" }
};

static const JlField supply_contract_fields[] = {
  { "number",     N_ ("Contract number"), JL_FIELD_TEXT, MUST | JL_FIELD_UNIQUE | SEARCHED, 26 },
  { "unit_id",    N_ ("County or district"), JL_FIELD_UNIT, MUST | LISTED | JL_FIELD_LEAF },
  { "company_id", N_ ("Heating company"), JL_FIELD_REFERENCE, MUST | LISTED, 26, .reference = "company" },
  { "builder",    N_ ("Builder or developer"), JL_FIELD_TEXT, MUST | SEARCHED, 28, .help = N_ ("The name of a body, never of a person.") },
  { "project_id", N_ ("New-building project"), JL_FIELD_REFERENCE, PLAIN, 34, .reference = "new_project" },
  { "signed_on",  N_ ("Signed on"), JL_FIELD_DATE, MUST | FILTERED },
  { "area_dm2",   N_ ("Area under contract"), JL_FIELD_AREA, SUMMED },
  { "selects",    N_ ("Company selects the devices"), JL_FIELD_YES_NO, PLAIN },
  { "buys",       N_ ("Company buys the devices"), JL_FIELD_YES_NO, PLAIN },
  { "manages",    N_ ("Company manages the devices"), JL_FIELD_YES_NO, FILTERED, 16 },
  { "bills",      N_ ("Company bills by them"), JL_FIELD_YES_NO, FILTERED, 16 },
  { "maintains",  N_ ("Company maintains the devices"), JL_FIELD_YES_NO, PLAIN },
  { "note",       N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_supply_contract = {
  "supply_contract", N_ ("Metering contracts"), N_ ("Companies and contracts"), "C-FIRM", supply_contract_fields, "unit_id,number",
  .counter = JL_COUNTER_PAPER
};
/* clang-format on */
