/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Price policies with the units they cover and their prices, how prices are applied, and what other cities charge. */

#include "jl-field-words-private.h"
#include "jl-registers-private.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const JlChoice settlements[] = {
  { "capped",    N_ ("Capped by the area bill") },
  { "both_ways", N_ ("Paid out and in") },
  { "set_off",   N_ ("Set off in the next season") },
  { NULL }
};

static const JlField price_policy_fields[] = {
  { "number",                N_ ("Document number"), JL_FIELD_TEXT, MUST | JL_FIELD_UNIQUE | SEARCHED, 34 },
  { "title",                 N_ ("Title of the document"), JL_FIELD_TEXT, MUST | SEARCHED, 40 },
  { "unit_id",               N_ ("Assessed unit"), JL_FIELD_UNIT, MUST | LISTED,
    .help = N_ ("The unit that it was issued for. Further units that it covers are records of their own.") },
  { "issuer",                N_ ("Issued by"), JL_FIELD_TEXT, MUST | JL_FIELD_SEARCHABLE, 24, .help = N_ ("The name of a body, never of a person.") },
  { "issued_on",             N_ ("Issued on"), JL_FIELD_DATE, MUST | FILTERED,
    .help = N_ ("III(1): before the unit’s own heating season of 2010.") },
  { "effective_on",          N_ ("Effective from"), JL_FIELD_DATE, MUST | LISTED },
  { "ended_on",              N_ ("Ended on"), JL_FIELD_DATE, LISTED, .help = N_ ("The first day on which it no longer holds.") },
  { "settlement",            N_ ("Settlement rule"), JL_FIELD_CHOICE, FILTERED, 18, settlements },
  { "charging_mechanism",    N_ ("Charging mechanism set up"), JL_FIELD_YES_NO, PLAIN },
  { "supervision_mechanism", N_ ("Supervision mechanism set up"), JL_FIELD_YES_NO, PLAIN },
  { "maintenance_in_cost",   N_ ("Upkeep of meters in the cost"), JL_FIELD_YES_NO, FILTERED, 16,
    .help = N_ ("IV(2): upkeep and replacement of meters are counted in the cost of the price.") },
  { "note",                  N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_price_policy = {
  "price_policy", N_ ("Price policies"), N_ ("Prices of heat"), "C-PRICE", price_policy_fields, "unit_id,issued_on",
  .counter = JL_COUNTER_DOCUMENT
};

static const JlField price_policy_unit_fields[] = {
  { "policy_id", N_ ("Price policy"), JL_FIELD_REFERENCE, MUST | LISTED, 30, .reference = "price_policy" },
  { "unit_id",   N_ ("Unit covered"), JL_FIELD_UNIT, MUST | FILTERED },
  { "note",      N_ ("Note"), JL_FIELD_NOTE, LISTED, 30 },
  { NULL }
};

const JlRegister jl_register_price_policy_unit = {
  "price_policy_unit", N_ ("Units covered by price policies"), N_ ("Prices of heat"), "C-PRICE", price_policy_unit_fields, "policy_id,unit_id",
  .parent = "price_policy", .parent_field = "policy_id"
};

static const JlChoice price_classes[] = {
  { "residential",    N_ ("Residential users") },
  { "nonresidential", N_ ("Non-residential users") },
  { "office",         N_ ("Offices, schools, hospitals") },
  { "hotel",          N_ ("Hotels") },
  { "commercial",     N_ ("Shops, works, halls") },
  { NULL }
};

static const JlChoice price_periods[] = {
  { "season", N_ ("By the season") },
  { "month",  N_ ("By the month") },
  { "day",    N_ ("By the day") },
  { NULL }
};

static const JlField price_fields[] = {
  { "policy_id",     N_ ("Price policy"), JL_FIELD_REFERENCE, MUST | LISTED, 26, .reference = "price_policy" },
  { "unit_id",       N_ ("Assessed unit"), JL_FIELD_UNIT, MUST | LISTED },
  { "class",         N_ ("Class of users"), JL_FIELD_CHOICE, MUST | FILTERED, 14, price_classes },
  { "area_price",    N_ ("Area price"), JL_FIELD_DECIMAL, MUST | LISTED, .unit = N_ ("yuan/㎡"), .decimals = 2,
    .help = N_ ("For the period named below: a whole season, a month or a day.") },
  { "period",        N_ ("Period of the area price"), JL_FIELD_CHOICE, FILTERED, 12, price_periods },
  { "periods",       N_ ("Months or days of a season"), JL_FIELD_DECIMAL, PLAIN,
    .help = N_ ("1 for a price by the season. A price by the month or day needs its months or days, more than one; empty when not known.") },
  { "basic_share",   N_ ("Basic share"), JL_FIELD_DECIMAL, FILTERED, .unit = N_ ("%") },
  { "mean_heat",     N_ ("Mean heat use"), JL_FIELD_DECIMAL, LISTED, .unit = N_ ("GJ/㎡"), .decimals = 4,
    .help = N_ ("III(1): the mean use of heat that the area price stands for, in one season.") },
  { "metered_price", N_ ("Metered price"), JL_FIELD_DECIMAL, LISTED, .unit = N_ ("yuan/GJ"), .decimals = 2,
    .help = N_ ("As declared. It is compared with area price × (1 − basic share) ÷ mean heat use.") },
  { "basic_price",   N_ ("Basic price"), JL_FIELD_DECIMAL, LISTED, .unit = N_ ("yuan/㎡ a season"), .decimals = 2,
    .help = N_ ("As declared, for a whole season.") },
  { "end_factor",    N_ ("Factor of end flats"), JL_FIELD_DECIMAL, PLAIN, .decimals = 2,
    .help = N_ ("As declared; the metered part of the bill of a flat at the end of a house is multiplied by it. More than 0, at most 2.") },
  { "top_factor",    N_ ("Factor of top flats"), JL_FIELD_DECIMAL, PLAIN, .decimals = 2,
    .help = N_ ("As declared; the metered part of the bill of a flat under the roof is multiplied by it. More than 0, at most 2.") },
  { "flat_by_area_fen",    N_ ("100 ㎡ billed by area"), JL_FIELD_MONEY, MADE | JL_FIELD_LISTED,
    .help = N_ ("A season’s bill of a flat of 100 ㎡: area price × periods × area.") },
  { "flat_by_heat_fen",    N_ ("100 ㎡ billed by heat"), JL_FIELD_MONEY, MADE | JL_FIELD_LISTED,
    .help = N_ ("Of the same flat at the mean heat use: basic price × area + metered price × heat.") },
  { "flat_difference_fen", N_ ("By heat less by area"), JL_FIELD_MONEY, MADE | JL_FIELD_LISTED },
  { "end_by_heat_fen",     N_ ("100 ㎡ end flat by heat"), JL_FIELD_MONEY, MADE },
  { "top_by_heat_fen",     N_ ("100 ㎡ top flat by heat"), JL_FIELD_MONEY, MADE },
  { "note",          N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_price = {
  "price", N_ ("Declared prices"), N_ ("Prices of heat"), "C-PRICE", price_fields, "unit_id,policy_id", .parent = "price_policy",
  .parent_field = "policy_id",
  .called = { "class" }
};

static const JlChoice price_check_kinds[] = {
  { "price_applied",    N_ ("Prices as applied") },
  { "verification_fee", N_ ("Verification fees") },
  { "informing_users",  N_ ("Informing users") },
  { NULL }
};

static const JlField price_check_fields[] = {
  { "unit_id",     N_ ("Assessed unit"), JL_FIELD_UNIT, MUST | LISTED },
  { "company_id",  N_ ("Heating company"), JL_FIELD_REFERENCE, LISTED, 26, .reference = "company" },
  { "checked_on",  N_ ("Checked on"), JL_FIELD_DATE, MUST | FILTERED },
  { "kind",        N_ ("Subject of the check"), JL_FIELD_CHOICE, MUST | FILTERED, 18, price_check_kinds },
  { "breach",      N_ ("Breach found"), JL_FIELD_YES_NO, MUST | FILTERED, 10 },
  { "finding",     N_ ("What was found"), JL_FIELD_TEXT, SEARCHED, 36 },
  { "penalty_fen", N_ ("Penalty"), JL_FIELD_MONEY, SUMMED },
  { "settled_on",  N_ ("Put right on"), JL_FIELD_DATE, LISTED, .help = N_ ("Empty as long as it has not been put right.") },
  { "note",        N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_price_check = {
  "price_check", N_ ("Price inspections"), N_ ("Prices of heat"), "C-PRICE", price_check_fields, "unit_id,checked_on",
  .counter = JL_COUNTER_OCCASION,
  .called = { "company_id", "checked_on" }
};

static const JlChoice heat_units[] = {
  { "GJ",  N_ ("yuan/GJ") },
  { "kWh", N_ ("yuan/kWh") },
  { NULL }
};

static const JlField reference_tariff_fields[] = {
  { "city",          N_ ("City"), JL_FIELD_TEXT, MUST | SEARCHED, 14 },
  { "year",          N_ ("Year"), JL_FIELD_YEAR, MUST | FILTERED },
  { "class",         N_ ("Class of users"), JL_FIELD_TEXT, MUST | SEARCHED, 22 },
  { "area_price",    N_ ("Area price"), JL_FIELD_DECIMAL, LISTED, .unit = N_ ("yuan/㎡"), .decimals = 2,
    .help = N_ ("For the period named below: a whole season, a month or a day.") },
  { "period",        N_ ("Period of the area price"), JL_FIELD_CHOICE, FILTERED, 12, price_periods },
  { "periods",       N_ ("Months or days of a season"), JL_FIELD_DECIMAL, PLAIN,
    .help = N_ ("1 for a price by the season. A price by the month or day needs its months or days, more than one; empty when not known.") },
  { "basic_share",   N_ ("Basic share"), JL_FIELD_DECIMAL, LISTED, .unit = N_ ("%") },
  { "basic_price",   N_ ("Basic price"), JL_FIELD_DECIMAL, LISTED, .unit = N_ ("yuan/㎡ a season"), .decimals = 2 },
  { "metered_price", N_ ("Metered price"), JL_FIELD_DECIMAL, LISTED, .decimals = 2 },
  { "metered_unit",  N_ ("Unit of the metered price"), JL_FIELD_CHOICE, LISTED, 12, heat_units, .help = N_ ("1 kWh is 0.0036 GJ.") },
  { "settlement",    N_ ("Settlement rule"), JL_FIELD_TEXT, PLAIN, 22 },
  { "source",        N_ ("Source"), JL_FIELD_TEXT, MUST | SEARCHED, 34 },
  { "note",          N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_reference_tariff = {
  "reference_tariff", N_ ("Tariffs of other cities"), N_ ("Prices of heat"), "C-PRICE", reference_tariff_fields, "city",
  .called = { "city", "class" }
};
/* clang-format on */
