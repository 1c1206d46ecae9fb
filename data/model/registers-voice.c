/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Heat quality as checked, outages, complaints about them without persons, and what was done to inform the public. */

#include "jl-field-words-private.h"
#include "jl-registers-private.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const JlChoice quality_kinds[] = {
  { "room_temperature", N_ ("Room temperatures") },
  { "supervision",      N_ ("Supervision of the company") },
  { NULL }
};

static const JlField quality_check_fields[] = {
  { "unit_id",    N_ ("County or district"), JL_FIELD_UNIT, MUST | LISTED | JL_FIELD_LEAF },
  { "company_id", N_ ("Heating company"), JL_FIELD_REFERENCE, LISTED, 26, .reference = "company" },
  { "checked_on", N_ ("Checked on"), JL_FIELD_DATE, MUST | FILTERED },
  { "kind",       N_ ("Kind of quality check"), JL_FIELD_CHOICE, MUST | FILTERED, 16, quality_kinds },
  { "n_checked",  N_ ("Rooms or items checked"), JL_FIELD_COUNT, MUST | SUMMED },
  { "n_passed",   N_ ("Of these passed"), JL_FIELD_COUNT, SUMMED },
  { "lowest",     N_ ("Lowest temperature"), JL_FIELD_DECIMAL, LISTED, .unit = N_ ("°C"), .decimals = 1 },
  { "settled_on", N_ ("Put right on"), JL_FIELD_DATE, FILTERED, .help = N_ ("Empty as long as it has not been put right.") },
  { "note",       N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_quality_check = {
  "quality_check", N_ ("Checks of heat quality"), N_ ("Heat quality and complaints"), "C-QUALITY", quality_check_fields, "unit_id,checked_on",
  .counter = JL_COUNTER_OCCASION,
  .called = { "company_id", "checked_on" }
};

static const JlChoice outage_causes[] = {
  { "network", N_ ("Fault of the network") },
  { "source",  N_ ("Fault of the source") },
  { "power",   N_ ("Power failure") },
  { "water",   N_ ("Water failure") },
  { "other",   N_ ("Something else") },
  { NULL }
};

static const JlField outage_fields[] = {
  { "unit_id",     N_ ("County or district"), JL_FIELD_UNIT, MUST | LISTED | JL_FIELD_LEAF },
  { "company_id",  N_ ("Heating company"), JL_FIELD_REFERENCE, LISTED, 26, .reference = "company" },
  { "began_on",    N_ ("Heating stopped on"), JL_FIELD_DATE, MUST | FILTERED },
  { "due_on",      N_ ("Repair due on"), JL_FIELD_DATE, LISTED, .help = N_ ("Without one the days of the rule are taken.") },
  { "repaired_on", N_ ("Repaired on"), JL_FIELD_DATE, FILTERED },
  { "heated_dm2",  N_ ("Area without heat"), JL_FIELD_AREA, SUMMED },
  { "cause",       N_ ("Cause of the outage"), JL_FIELD_CHOICE, MUST | FILTERED, 14, outage_causes },
  { "note",        N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_outage = {
  "outage", N_ ("Outages of heating"), N_ ("Heat quality and complaints"), "C-QUALITY", outage_fields, "unit_id,began_on",
  .counter = JL_COUNTER_OCCASION,
  .called = { "company_id", "began_on" }
};

static const JlChoice complaint_kinds[] = {
  { "temperature",      N_ ("Room temperature") },
  { "billing",          N_ ("The bill") },
  { "meter",            N_ ("The meter") },
  { "verification_fee", N_ ("A fee for verification") },
  { "service",          N_ ("The service") },
  { "other",            N_ ("Something else") },
  { NULL }
};

static const JlField complaint_fields[] = {
  { "number",      N_ ("Number of the complaint"), JL_FIELD_TEXT, MUST | JL_FIELD_UNIQUE | SEARCHED, 22,
    .help = N_ ("A number only: no name, telephone or address of a person is kept.") },
  { "unit_id",     N_ ("County or district"), JL_FIELD_UNIT, MUST | LISTED | JL_FIELD_LEAF },
  { "company_id",  N_ ("Heating company"), JL_FIELD_REFERENCE, LISTED, 26, .reference = "company" },
  { "building_id", N_ ("Building"), JL_FIELD_REFERENCE, PLAIN, 30, .reference = "building" },
  { "received_on", N_ ("Taken in on"), JL_FIELD_DATE, MUST | FILTERED },
  { "due_on",      N_ ("Due on"), JL_FIELD_DATE, LISTED, .help = N_ ("Without one the days of the rule are taken.") },
  { "kind",        N_ ("Subject of the complaint"), JL_FIELD_CHOICE, MUST | FILTERED, 14, complaint_kinds },
  { "closed_on",   N_ ("Closed on"), JL_FIELD_DATE, FILTERED },
  { "upheld",      N_ ("Complaint upheld"), JL_FIELD_YES_NO, LISTED, 10 },
  { "note",        N_ ("Note"), JL_FIELD_NOTE, PLAIN },
  { NULL }
};

const JlRegister jl_register_complaint = {
  "complaint", N_ ("Heating complaints"), N_ ("Heat quality and complaints"), "C-VOICE", complaint_fields, "unit_id,received_on",
  .counter = JL_COUNTER_CASE
};

static const JlChoice publicity_kinds[] = {
  { "media",    N_ ("Press and broadcasting") },
  { "leaflet",  N_ ("Leaflets") },
  { "meeting",  N_ ("Meeting") },
  { "training", N_ ("Training") },
  { "online",   N_ ("Online") },
  { NULL }
};

static const JlField publicity_fields[] = {
  { "unit_id",   N_ ("Assessed unit"), JL_FIELD_UNIT, MUST | LISTED },
  { "held_on",   N_ ("Held on"), JL_FIELD_DATE, MUST | FILTERED },
  { "kind",      N_ ("Kind of publicity"), JL_FIELD_CHOICE, MUST | FILTERED, 14, publicity_kinds },
  { "title",     N_ ("Subject of the publicity"), JL_FIELD_TEXT, MUST | SEARCHED, 40 },
  { "n_reached", N_ ("People reached"), JL_FIELD_COUNT, SUMMED },
  { "note",      N_ ("Note"), JL_FIELD_NOTE, LISTED, 24 },
  { NULL }
};

const JlRegister jl_register_publicity = {
  "publicity", N_ ("Publicity"), N_ ("Heat quality and complaints"), "C-VOICE", publicity_fields, "unit_id,held_on",
  .counter = JL_COUNTER_OCCASION
};
/* clang-format on */
