/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Accounts of households without persons, small boiler houses, works on sources and networks, use of energy and its quotas. */

#include "jl-field-words-private.h"
#include "jl-registers-private.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const JlChoice charging_ways[] = {
  { "counter", N_ ("At the counter") },
  { "bank",    N_ ("Through a bank") },
  { "card",    N_ ("By prepaid card") },
  { "online",  N_ ("Online") },
  { "several", N_ ("Several ways") },
  { NULL }
};

static const JlField account_coverage_fields[] = {
  { "company_id",    N_ ("Heating company"), JL_FIELD_REFERENCE, MUST | LISTED, 28, .reference = "company" },
  { "unit_id",       N_ ("Assessed unit"), JL_FIELD_UNIT, MUST | LISTED },
  { "year",          N_ ("Heating season"), JL_FIELD_YEAR, MUST | LISTED | JL_FIELD_SEASON },
  { "households",    N_ ("Households"), JL_FIELD_COUNT, MUST | SUMMED },
  { "accounts",      N_ ("Accounts opened"), JL_FIELD_COUNT, SUMMED | JL_FIELD_FILTER, .help = N_ ("At most one a household.") },
  { "with_fee",      N_ ("Accounts with the heat fee"), JL_FIELD_COUNT, SUMMED },
  { "with_subsidy",  N_ ("Accounts with the subsidy"), JL_FIELD_COUNT, SUMMED },
  { "with_building", N_ ("Accounts with building data"), JL_FIELD_COUNT, SUMMED },
  { "charging",      N_ ("Way of charging"), JL_FIELD_CHOICE, FILTERED, 14, charging_ways },
  { "note",          N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_account_coverage = {
  "account_coverage", N_ ("Coverage by accounts"), N_ ("Companies and contracts"), "C-ACCT", account_coverage_fields, "unit_id,company_id", "year",
  .called = { "company_id", "year" }
};

static const JlField household_account_fields[] = {
  { "number",      N_ ("Account number"), JL_FIELD_TEXT, MUST | SEARCHED, 20,
    .help = N_ ("Letters, digits and hyphens only. No name, telephone or identity number of a person is kept.") },
  { "unit_id",     N_ ("County or district"), JL_FIELD_UNIT, MUST | LISTED | JL_FIELD_LEAF },
  { "company_id",  N_ ("Heating company"), JL_FIELD_REFERENCE, MUST, 24, .reference = "company" },
  { "building_id", N_ ("Building"), JL_FIELD_REFERENCE, LISTED, 30, .reference = "building" },
  { "year",        N_ ("Heating season"), JL_FIELD_YEAR, MUST | LISTED | JL_FIELD_SEASON },
  { "area_dm2",    N_ ("Area of the flat"), JL_FIELD_AREA, SUMMED },
  { "heat_100kj",  N_ ("Heat used"), JL_FIELD_HEAT, SUMMED | JL_FIELD_FILTER },
  { "fee_fen",     N_ ("Heat fee"), JL_FIELD_MONEY, SUMMED },
  { "subsidy_fen", N_ ("Heat subsidy"), JL_FIELD_MONEY, SUMMED },
  { "paid_fen",    N_ ("Fee paid"), JL_FIELD_MONEY, SUMMED | JL_FIELD_FILTER },
  { "note",        N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_household_account = {
  "household_account", N_ ("Household accounts"), N_ ("Companies and contracts"), "C-ACCT", household_account_fields, "unit_id,number", "year",
  .counter = JL_COUNTER_ACCOUNT
};

static const JlField account_check_fields[] = {
  { "company_id", N_ ("Heating company"), JL_FIELD_REFERENCE, MUST | LISTED, 28, .reference = "company" },
  { "unit_id",    N_ ("Assessed unit"), JL_FIELD_UNIT, MUST | LISTED },
  { "year",       N_ ("Heating season"), JL_FIELD_YEAR, MUST | LISTED | JL_FIELD_SEASON },
  { "drawn_on",   N_ ("Drawn on"), JL_FIELD_DATE, MUST | LISTED,
    .help = N_ ("Which accounts are drawn follows from company, season and day; nobody chooses them.") },
  { "size",       N_ ("Accounts to draw"), JL_FIELD_COUNT, MUST | JL_FIELD_TOTAL,
    .help = N_ ("They are drawn from those that were sent when the check is saved. Where none were sent, enter the numbers under the check.") },
  { "drawn_n",    N_ ("Accounts drawn"), JL_FIELD_COUNT, JL_FIELD_DERIVED | SUMMED },
  { "checked_n",  N_ ("Accounts looked up"), JL_FIELD_COUNT, JL_FIELD_DERIVED | SUMMED },
  { "agreed_n",   N_ ("Accounts that agree"), JL_FIELD_COUNT, JL_FIELD_DERIVED | SUMMED },
  { "due_on",     N_ ("To be finished by"), JL_FIELD_DATE, FILTERED },
  { "office",     N_ ("Checking office"), JL_FIELD_TEXT, JL_FIELD_SEARCHABLE, 22, .help = N_ ("An office, never a person.") },
  { "note",       N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_account_check = {
  "account_check", N_ ("Checks of household accounts"), N_ ("Companies and contracts"), "C-ACCT", account_check_fields, "unit_id,drawn_on", "year",
  .counter = JL_COUNTER_OCCASION,
  .called = { "company_id", "drawn_on" }
};

static const JlChoice check_results[] = {
  { "agrees",  N_ ("Agrees with what was sent"),  "met"     },
  { "differs", N_ ("Differs from what was sent"), "not_met" },
  { "absent",  N_ ("No such account"),            "not_met" },
  { NULL }
};

static const JlField checked_account_fields[] = {
  { "number",           N_ ("Account number"), JL_FIELD_TEXT, MUST | SEARCHED, 20 },
  { "unit_id",          N_ ("Assessed unit"), JL_FIELD_UNIT, MUST | LISTED },
  { "check_id",         N_ ("Check"), JL_FIELD_REFERENCE, MUST | LISTED, 32, .reference = "account_check" },
  { "checked_on",       N_ ("Looked up on"), JL_FIELD_DATE, LISTED },
  { "result",           N_ ("Result"), JL_FIELD_CHOICE, FILTERED, 16, check_results },
  { "differs_in",       N_ ("Differs in"), JL_FIELD_TEXT, JL_FIELD_DERIVED | JL_FIELD_LISTED, 18 },
  { "corrected_on",     N_ ("Put right on"), JL_FIELD_DATE, FILTERED },
  { "sent",             N_ ("Account was sent"), JL_FIELD_YES_NO, JL_FIELD_DERIVED },
  { "sent_area_dm2",    N_ ("Area as sent"), JL_FIELD_AREA, JL_FIELD_DERIVED },
  { "area_dm2",         N_ ("Area as found"), JL_FIELD_AREA, PLAIN },
  { "sent_heat_100kj",  N_ ("Heat as sent"), JL_FIELD_HEAT, JL_FIELD_DERIVED },
  { "heat_100kj",       N_ ("Heat as found"), JL_FIELD_HEAT, PLAIN },
  { "sent_fee_fen",     N_ ("Heat fee as sent"), JL_FIELD_MONEY, JL_FIELD_DERIVED | JL_FIELD_LISTED },
  { "fee_fen",          N_ ("Heat fee as found"), JL_FIELD_MONEY, LISTED },
  { "sent_subsidy_fen", N_ ("Subsidy as sent"), JL_FIELD_MONEY, JL_FIELD_DERIVED },
  { "subsidy_fen",      N_ ("Subsidy as found"), JL_FIELD_MONEY, PLAIN },
  { "sent_paid_fen",    N_ ("Paid as sent"), JL_FIELD_MONEY, JL_FIELD_DERIVED },
  { "paid_fen",         N_ ("Paid as found"), JL_FIELD_MONEY, PLAIN },
  { "note",             N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_checked_account = {
  "checked_account", N_ ("Accounts of checks"), N_ ("Companies and contracts"), "C-ACCT", checked_account_fields, "unit_id,number",
  .parent = "account_check", .parent_field = "check_id", .counter = JL_COUNTER_ACCOUNT
};

static const JlField boiler_house_fields[] = {
  { "code",        N_ ("Number of the boiler house"), JL_FIELD_TEXT, MUST | JL_FIELD_UNIQUE | SEARCHED, 16 },
  { "name",        N_ ("Name of the boiler house"), JL_FIELD_TEXT, MUST | SEARCHED, 26 },
  { "unit_id",     N_ ("County or district"), JL_FIELD_UNIT, MUST | LISTED | JL_FIELD_LEAF },
  { "boilers",     N_ ("Boilers"), JL_FIELD_COUNT, JL_FIELD_TOTAL },
  { "capacity_mw", N_ ("Heating capacity"), JL_FIELD_DECIMAL, LISTED, .unit = N_ ("MW"), .decimals = 1 },
  { "heated_dm2",  N_ ("Heated area"), JL_FIELD_AREA_WAN, SUMMED },
  { "planned_on",  N_ ("Merger planned for"), JL_FIELD_DATE, FILTERED },
  { "merged_on",   N_ ("Merged on"), JL_FIELD_DATE, FILTERED, .help = N_ ("Empty as long as it still heats by itself.") },
  { "company_id",  N_ ("Merged into the network of"), JL_FIELD_REFERENCE, PLAIN, 26, .reference = "company" },
  { "note",        N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_boiler_house = {
  "boiler_house", N_ ("Mergers of small boiler houses"), N_ ("Systems and energy"), "C-BOILER", boiler_house_fields, "unit_id,code",
  .counter = JL_COUNTER_PLANT
};

static const JlChoice network_work_kinds[] = {
  { "source_automation",     N_ ("Automation of sources") },
  { "substation_automation", N_ ("Automation of substations") },
  { "network_balance",       N_ ("Balance of the network") },
  { "network_renewal",       N_ ("Renewal of the network") },
  { NULL }
};

static const JlField network_work_fields[] = {
  { "name",        N_ ("Name of the work"), JL_FIELD_TEXT, MUST | SEARCHED, 32 },
  { "unit_id",     N_ ("County or district"), JL_FIELD_UNIT, MUST | LISTED | JL_FIELD_LEAF },
  { "company_id",  N_ ("Heating company"), JL_FIELD_REFERENCE, PLAIN, 24, .reference = "company" },
  { "kind",        N_ ("Kind of work"), JL_FIELD_CHOICE, MUST | FILTERED, 18, network_work_kinds },
  { "year",        N_ ("Year"), JL_FIELD_YEAR, MUST | LISTED },
  { "substations", N_ ("Substations"), JL_FIELD_COUNT, SUMMED },
  { "length_m",    N_ ("Length of pipes"), JL_FIELD_COUNT, SUMMED, .unit = N_ ("m") },
  { "planned_on",  N_ ("Planned for"), JL_FIELD_DATE, PLAIN },
  { "done_on",     N_ ("Done on"), JL_FIELD_DATE, FILTERED },
  { "accepted_on", N_ ("Accepted on"), JL_FIELD_DATE, FILTERED },
  { "note",        N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_network_work = {
  "network_work", N_ ("Works on systems and networks"), N_ ("Systems and energy"), "C-BOILER", network_work_fields, "unit_id,name", "year",
  .counter = JL_COUNTER_ITEM
};

static const JlField energy_use_fields[] = {
  { "company_id", N_ ("Heating company"), JL_FIELD_REFERENCE, MUST | LISTED, 28, .reference = "company" },
  { "unit_id",    N_ ("Assessed unit"), JL_FIELD_UNIT, MUST | LISTED },
  { "year",       N_ ("Heating season"), JL_FIELD_YEAR, MUST | LISTED | JL_FIELD_SEASON },
  { "heated_dm2", N_ ("Heated area"), JL_FIELD_AREA_WAN, SUMMED | JL_FIELD_FILTER },
  { "heat_100kj", N_ ("Heat supplied"), JL_FIELD_HEAT, SUMMED | JL_FIELD_FILTER, 16 },
  { "coal_kgce",  N_ ("Coal used"), JL_FIELD_COUNT, SUMMED, 16, .unit = N_ ("kgce"), .help = N_ ("All fuels, as standard coal.") },
  { "power_kwh",  N_ ("Power used"), JL_FIELD_COUNT, SUMMED, 14, .unit = N_ ("kWh") },
  { "water_t",    N_ ("Water used"), JL_FIELD_COUNT, SUMMED, 12, .unit = N_ ("t") },
  { "note",       N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_energy_use = {
  "energy_use", N_ ("Energy used for heating"), N_ ("Systems and energy"), "C-ENERGY", energy_use_fields, "unit_id,company_id", "year",
  .called = { "company_id", "year" }
};

static const JlField energy_quota_fields[] = {
  { "unit_id",     N_ ("Assessed unit"), JL_FIELD_UNIT, MUST | LISTED },
  { "from_year",   N_ ("From the season"), JL_FIELD_YEAR, MUST | FILTERED | JL_FIELD_SEASON },
  { "heat_per_m2", N_ ("Quota of heat"), JL_FIELD_DECIMAL, LISTED, .unit = N_ ("GJ/㎡"), .decimals = 3 },
  { "coal_per_m2", N_ ("Quota of coal"), JL_FIELD_DECIMAL, LISTED, .unit = N_ ("kgce/㎡"), .decimals = 1 },
  { "document",    N_ ("Document number"), JL_FIELD_TEXT, MUST | SEARCHED, 30 },
  { "note",        N_ ("Note"), JL_FIELD_NOTE, LISTED, 20 },
  { NULL }
};

const JlRegister jl_register_energy_quota = {
  "energy_quota", N_ ("Energy quotas"), N_ ("Systems and energy"), "C-ENERGY", energy_quota_fields, "unit_id"
};
/* clang-format on */
