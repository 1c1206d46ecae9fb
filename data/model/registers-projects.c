/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Retrofit projects with their buildings, new-building projects with their eight gates, five-year plans with their years. */

#include "jl-field-words-private.h"
#include "jl-registers-private.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const JlChoice stock_classes[] = {
  { "existing",  N_ ("Existing energy-saving housing") },
  { "nonsaving", N_ ("Existing housing, not energy-saving") },
  { "office",    N_ ("Party or government office") },
  { "public",    N_ ("Public buildings") },
  { NULL }
};

static const JlField retrofit_project_fields[] = {
  { "code",           N_ ("Project number"), JL_FIELD_TEXT, MUST | JL_FIELD_UNIQUE | SEARCHED, 20 },
  { "name",           N_ ("Project"), JL_FIELD_TEXT, MUST | SEARCHED, 34 },
  { "unit_id",        N_ ("County or district"), JL_FIELD_UNIT, MUST | LISTED | JL_FIELD_LEAF },
  { "year",           N_ ("Year"), JL_FIELD_YEAR, MUST },
  { "stock_class",    N_ ("Class of stock"), JL_FIELD_CHOICE, MUST | FILTERED, 26, stock_classes },
  { "company_id",     N_ ("Heating company"), JL_FIELD_REFERENCE, PLAIN, 24, .reference = "company" },
  { "envelope",       N_ ("Envelope"), JL_FIELD_YES_NO, PLAIN, .help = N_ ("Walls, roof, windows and doors.") },
  { "indoor",         N_ ("Indoor metering and control"), JL_FIELD_YES_NO, FILTERED, 14,
    .help = N_ ("II(4): metering is retrofitted together with the saving of energy.") , .clause = "C-SYNC" },
  { "sources",        N_ ("Sources and networks"), JL_FIELD_YES_NO, PLAIN,
    .help = N_ ("Sources, exchange stations and the balance of the network.") },
  { "sources_done_on", N_ ("Sources and networks done on"), JL_FIELD_DATE, PLAIN, .clause = "C-SYNC",
    .help = N_ ("Only where sources and networks are part of the project.") },
  { "area_dm2",       N_ ("Area retrofitted"), JL_FIELD_AREA, SUMMED },
  { "households",     N_ ("Households"), JL_FIELD_COUNT, JL_FIELD_TOTAL },
  { "planned_on",     N_ ("Planned for"), JL_FIELD_DATE, PLAIN },
  { "started_on",     N_ ("Started on"), JL_FIELD_DATE, LISTED },
  { "done_on",        N_ ("Done on"), JL_FIELD_DATE, LISTED },
  { "accepted_on",    N_ ("Accepted on"), JL_FIELD_DATE, FILTERED },
  { "energy_done_on", N_ ("Energy retrofit done on"), JL_FIELD_DATE, PLAIN, .clause = "C-SYNC" },
  { "saving_factor",  N_ ("Factor of saving"), JL_FIELD_DECIMAL, PLAIN, .decimals = 2, .clause = "C-FUND",
    .help = N_ ("From the measured saving, between 0 and 2; it enters the estimate of the award.") },
  { "award_fen",      N_ ("Award as estimated"), JL_FIELD_MONEY_WAN, JL_FIELD_DERIVED | SUMMED, .clause = "C-FUND",
    .help = N_ ("By the formula of CaiJian [2007] 957, with the rules in force at the end of the project’s year.") },
  { "award_missing",  N_ ("Lacking for the estimate"), JL_FIELD_TEXT, JL_FIELD_DERIVED | JL_FIELD_LISTED, 18, .clause = "C-FUND" },
  { "document",       N_ ("Approval"), JL_FIELD_TEXT, JL_FIELD_SEARCHABLE, 26 },
  { "note",           N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_retrofit_project = {
  "retrofit_project", N_ ("Retrofit projects"), N_ ("Retrofits and new buildings"), "C-EXIST", retrofit_project_fields, "unit_id,code", "year",
  .counter = JL_COUNTER_ITEM
};

static const JlField retrofit_building_fields[] = {
  { "project_id",  N_ ("Retrofit project"), JL_FIELD_REFERENCE, MUST | LISTED, 34, .reference = "retrofit_project" },
  { "building_id", N_ ("Building"), JL_FIELD_REFERENCE, MUST | LISTED, 34, .reference = "building" },
  { "unit_id",     N_ ("County or district"), JL_FIELD_UNIT, MUST | LISTED | JL_FIELD_LEAF },
  { "note",        N_ ("Note"), JL_FIELD_NOTE, LISTED, 24 },
  { NULL }
};

const JlRegister jl_register_retrofit_building = {
  "retrofit_building", N_ ("Buildings of retrofit projects"), N_ ("Retrofits and new buildings"), "C-EXIST", retrofit_building_fields,
  "unit_id,project_id", .parent = "retrofit_project", .parent_field = "project_id",
  .counter = JL_COUNTER_BUILDING,
  .called = { "building_id" }
};

static const JlChoice uses[] = {
  { "residential", N_ ("Housing") },
  { "office",      N_ ("Party or government office") },
  { "public",      N_ ("Public buildings") },
  { "mixed",       N_ ("Mixed-use building") },
  { NULL }
};

static const JlChoice bearers[] = {
  { "developer",  N_ ("Developer") },
  { "company",    N_ ("Heating company") },
  { "buyer",      N_ ("Buyer") },
  { "government", N_ ("Government") },
  { NULL }
};

static const JlField new_project_fields[] = {
  { "code",           N_ ("Project number"), JL_FIELD_TEXT, MUST | JL_FIELD_UNIQUE | SEARCHED, 14 },
  { "name",           N_ ("Project"), JL_FIELD_TEXT, MUST | SEARCHED, 30 },
  { "unit_id",        N_ ("County or district"), JL_FIELD_UNIT, MUST | LISTED | JL_FIELD_LEAF },
  { "developer",      N_ ("Builder or developer"), JL_FIELD_TEXT, MUST | JL_FIELD_SEARCHABLE, 28,
    .help = N_ ("The name of a body, never of a person.") },
  { "company_id",     N_ ("Heating company"), JL_FIELD_REFERENCE, PLAIN, 24, .reference = "company" },
  { "use",            N_ ("Use"), JL_FIELD_CHOICE, MUST | FILTERED, 16, uses },
  { "floor_dm2",      N_ ("Floor area"), JL_FIELD_AREA, MUST | SUMMED },
  { "heated_dm2",     N_ ("Centrally heated area"), JL_FIELD_AREA, JL_FIELD_TOTAL },
  { "fitted_dm2",     N_ ("Area with meters installed"), JL_FIELD_AREA, SUMMED },
  { "complies",       N_ ("Meets the mandatory standard"), JL_FIELD_YES_NO, FILTERED, 10,
    .help = N_ ("Whether the design meets the mandatory standard for metering and temperature control. No gate is given to one that does not.") },
  { "for_sale",       N_ ("Built for sale"), JL_FIELD_YES_NO, PLAIN,
    .help = N_ ("Presale and disclosure to buyers concern these only.") },
  { "luban",          N_ ("Applies for the Luban Prize"), JL_FIELD_YES_NO, PLAIN, .clause = "C-LUBAN" },
  { "started_on",     N_ ("Work began on"), JL_FIELD_DATE, PLAIN, .help = N_ ("When it began in fact, with or without a permit.") },
  { "completed_on",   N_ ("Completed on"), JL_FIELD_DATE, FILTERED },
  { "fitted_on",      N_ ("Meters installed on"), JL_FIELD_DATE, PLAIN, .clause = "C-SYNC" },
  { "shown_to_buyer", N_ ("Shown to the buyer"), JL_FIELD_YES_NO, PLAIN },
  { "in_contract",    N_ ("In the sales contract"), JL_FIELD_YES_NO, PLAIN },
  { "in_guarantee",   N_ ("In the quality guarantee"), JL_FIELD_YES_NO, PLAIN },
  { "in_manual",      N_ ("In the manual"), JL_FIELD_YES_NO, PLAIN },
  { "bearer",         N_ ("Cost of devices borne by"), JL_FIELD_CHOICE, PLAIN, 12, bearers,
    .help = N_ ("Devices and their installation belong to the cost of building; the buyer does not pay for them again.") },
  { "installation_bearer", N_ ("Installation paid by"), JL_FIELD_CHOICE, PLAIN, 12, bearers },
  { "first_bearer",   N_ ("First verification paid by"), JL_FIELD_CHOICE, PLAIN, 12, bearers },
  { "note",           N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_new_project = {
  "new_project", N_ ("New-building projects"), N_ ("Retrofits and new buildings"), "C-NEW", new_project_fields, "unit_id,code",
  .counter = JL_COUNTER_ITEM
};

static const JlChoice gates[] = {
  { "contract",       N_ ("Metering contract") },
  { "drawing_review", N_ ("Review of drawings") },
  { "permit",         N_ ("Construction permit") },
  { "presale",        N_ ("Presale permit") },
  { "acceptance",     N_ ("Completion acceptance") },
  { "filing",         N_ ("Filing of acceptance") },
  { "connection",     N_ ("Connection to heating") },
  { "title",          N_ ("Title registration") },
  { NULL }
};

static const JlChoice gate_states[] = {
  { "none",           N_ ("Not passed") },
  { "done",           N_ ("Passed") },
  { "not_applicable", N_ ("Not applicable") },
  { "against_rules",  N_ ("Passed against the rules") },
  { "not_reported",   N_ ("Papers not reported") },
  { NULL }
};

/* Only acceptance knows of a presence: at the other gates nothing has been left out. */
static const JlChoice presence[] = {
  { "", "—" },
  { NULL }
};

static const JlField project_gate_fields[] = {
  { "project_id",      N_ ("New-building project"), JL_FIELD_REFERENCE, MUST | LISTED, 34, .reference = "new_project" },
  { "unit_id",         N_ ("County or district"), JL_FIELD_UNIT, MUST | LISTED | JL_FIELD_LEAF },
  { "gate",            N_ ("Gate"), JL_FIELD_CHOICE, MUST | FILTERED, 16, gates },
  { "state",           N_ ("State of the gate"), JL_FIELD_CHOICE, MUST | FILTERED, 12, gate_states },
  { "done_on",         N_ ("Passed on"), JL_FIELD_DATE, LISTED, .help = N_ ("Only for a gate that was passed.") },
  { "number",          N_ ("Number of the paper"), JL_FIELD_TEXT, SEARCHED, 26 },
  { "office",          N_ ("Issuing body"), JL_FIELD_TEXT, SEARCHED, 22, .help = N_ ("The name of a body, never of a person.") },
  { "company_present", N_ ("Heating company present"), JL_FIELD_YES_NO, FILTERED, 14, presence,
    .help = N_ ("Only at completion acceptance.") },
  { "note",            N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_project_gate = {
  "project_gate", N_ ("Gates of new-building projects"), N_ ("Retrofits and new buildings"), "C-NEW", project_gate_fields, "unit_id,project_id",
  .parent = "new_project", .parent_field = "project_id",
  .called = { "gate" }
};

static const JlChoice routes[] = {
  { "two_part_household", N_ ("Two-part price, metered by household") },
  { "two_part_building",  N_ ("Two-part price, metered by building") },
  { "mixed",              N_ ("Both, by kind of building") },
  { NULL }
};

static const JlField five_year_plan_fields[] = {
  { "unit_id",         N_ ("Assessed unit"), JL_FIELD_UNIT, MUST | LISTED },
  { "first_year",      N_ ("First year"), JL_FIELD_YEAR, MUST | LISTED },
  { "last_year",       N_ ("Last year"), JL_FIELD_YEAR, MUST | LISTED, .help = N_ ("At most ten years in all.") },
  { "technical_route", N_ ("Technical route"), JL_FIELD_CHOICE, FILTERED, 26, routes },
  { "metering_method", N_ ("Metering method"), JL_FIELD_CHOICE, FILTERED, 18, jl_choices_metering_method },
  { "document",        N_ ("Approval"), JL_FIELD_TEXT, SEARCHED, 30 },
  { "approved_on",     N_ ("Approved on"), JL_FIELD_DATE, FILTERED },
  { "note",            N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_five_year_plan = {
  "five_year_plan", N_ ("Five-year plans"), N_ ("Money and plans"), "C-PLAN", five_year_plan_fields, "unit_id",
  .counter = JL_COUNTER_PAPER
};

static const JlField five_year_plan_year_fields[] = {
  { "plan_id",       N_ ("Five-year plan"), JL_FIELD_REFERENCE, MUST | LISTED, 16, .reference = "five_year_plan" },
  { "unit_id",       N_ ("Assessed unit"), JL_FIELD_UNIT, MUST | LISTED },
  { "year",          N_ ("Year"), JL_FIELD_YEAR, MUST | LISTED },
  { "existing_dm2",  N_ ("Existing energy-saving housing"), JL_FIELD_AREA_WAN, SUMMED },
  { "nonsaving_dm2", N_ ("Existing housing, not energy-saving"), JL_FIELD_AREA_WAN, SUMMED },
  { "public_dm2",    N_ ("Offices and public buildings"), JL_FIELD_AREA_WAN, SUMMED },
  { "note",          N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_five_year_plan_year = {
  "five_year_plan_year", N_ ("Years of five-year plans"), N_ ("Money and plans"), "C-PLAN", five_year_plan_year_fields, "unit_id,year", "year",
  "five_year_plan", "plan_id",
  .called = { "plan_id", "year" }
};
/* clang-format on */
