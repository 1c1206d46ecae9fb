/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Divisions with their versions in time, and who is assessed for them. Never typed: versions come from operations on divisions. */

#include "jl-registers-private.h"

#include <glib/gi18n-lib.h>

#define MADE JL_FIELD_DERIVED
#define LISTED (JL_FIELD_DERIVED | JL_FIELD_LISTED)

/* clang-format off */
static const JlChoice types[] = {
  { "province",              N_ ("Province") },
  { "prefecture_city",       N_ ("Prefecture-level city") },
  { "autonomous_prefecture", N_ ("Autonomous prefecture") },
  { "district",              N_ ("District") },
  { "county_city",           N_ ("County-level city") },
  { "county",                N_ ("County") },
  { "autonomous_county",     N_ ("Autonomous county") },
  { "committee",             N_ ("Management committee") },
  { "part",                  N_ ("Part of another unit") },
  { NULL }
};

static const JlChoice groups[] = {
  { "prefecture",     N_ ("Prefecture-level cities") },
  { "county",         N_ ("County-level units") },
  { "committee",      N_ ("Listed separately") },
  { "prefecture_sum", N_ ("Sum of the prefecture") },
  { NULL }
};

static const JlChoice precisions[] = {
  { "day",  N_ ("Known to the day") },
  { "year", N_ ("Known by the year") },
  { NULL }
};

static const JlField unit_version_fields[] = {
  { "code",            N_ ("Division code"), JL_FIELD_TEXT, LISTED | JL_FIELD_SEARCHABLE, 9 },
  { "name",            N_ ("Name of the division"), JL_FIELD_TEXT, LISTED | JL_FIELD_SEARCHABLE, 28 },
  { "short_name",      N_ ("Short name"), JL_FIELD_TEXT, MADE | JL_FIELD_SEARCHABLE, 12 },
  { "type",            N_ ("Kind of unit"), JL_FIELD_CHOICE, LISTED | JL_FIELD_FILTER, 14, types },
  { "parent_label",    N_ ("Belongs to"), JL_FIELD_TEXT, LISTED, 18 },
  { "valid_from",      N_ ("In force from"), JL_FIELD_DATE, LISTED },
  { "valid_until",     N_ ("In force until"), JL_FIELD_DATE, LISTED,
    .help = N_ ("The first day on which it is no longer so.") },
  { "valid_precision", N_ ("Precision of the day"), JL_FIELD_CHOICE, MADE, 12, precisions },
  { "grp",             N_ ("Assessed in the group"), JL_FIELD_CHOICE, LISTED | JL_FIELD_FILTER, 16, groups },
  { "answered_by",     N_ ("Assessed unit that answers for it"), JL_FIELD_TEXT, LISTED, 20 },
  { "place_order",     N_ ("Place in the order"), JL_FIELD_COUNT, MADE },
  { "unit_id",         N_ ("Division"), JL_FIELD_UNIT, MADE | JL_FIELD_LEAF },
  { "note",            N_ ("Note"), JL_FIELD_NOTE, MADE },
  { NULL }
};
/* clang-format on */

const JlRegister jl_register_unit_version = {
  "unit_version", N_ ("Divisions and assessed units"), N_ ("Policy basis"), "C-COUNTY", unit_version_fields, "code"
};
