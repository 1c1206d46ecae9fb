/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The ledger: buildings, and what each of them was heated and billed in a season. */

#include "jl-registers-private.h"

#include <glib/gi18n-lib.h>

static const JlChoice uses[] = {
  { "1", N_ ("Housing") },
  { "2", N_ ("Party or government office") },
  { "3", N_ ("Large public building") },
  { "4", N_ ("Other public building") },
  { "5", N_ ("Mixed-use building") },
  { NULL },
};

static const JlChoice standards[] = {
  { "0", N_ ("Not energy-saving") },
  { "50", N_ ("Energy saving 50%") },
  { "65", N_ ("Energy saving 65%") },
  { NULL },
};

static const JlChoice sources[] = {
  { "1", N_ ("Combined heat and power") },
  { "2", N_ ("District boiler house") },
  { "3", N_ ("Scattered boiler") },
  { NULL },
};

static const JlChoice billing_modes[] = {
  { "1", N_ ("By area") },
  { "2", N_ ("By heat used") },
  { "3", N_ ("Building meter, shared by area") },
  { "4", N_ ("Metered but not billed") },
  { "5", N_ ("Heating stopped") },
  { NULL },
};

static const JlChoice task_classes[] = {
  { "2", N_ ("Party or government office") },
  { "3", N_ ("Large public building") },
  { "4", N_ ("Other public building") },
  { "5", N_ ("Existing housing") },
  { "6", N_ ("Non-energy-saving housing") },
  { NULL },
};

static const JlChoice stocks[] = {
  { "existing", N_ ("Existing building") },
  { "new", N_ ("New building") },
  { NULL },
};

static const JlChoice fitness[] = {
  { "", N_ ("Undecided") },
  { NULL },
};

const JlChoice jl_choices_metering_method[] = {
  { "household_meter", N_ ("Household heat meters") },
  { "allocator", N_ ("Heat cost allocators") },
  { "flow_temperature", N_ ("Flow and temperature") },
  { "on_off_time", N_ ("On-off time and area") },
  { "building_meter", N_ ("Building heat meter") },
  { NULL },
};

#define KEY (JL_FIELD_REQUIRED | JL_FIELD_LISTED | JL_FIELD_SEARCHABLE)
#define SHOWN (JL_FIELD_DERIVED | JL_FIELD_LISTED)
#define AREA (JL_FIELD_REQUIRED | JL_FIELD_LISTED | JL_FIELD_TOTAL)
#define ASKED (JL_FIELD_REQUIRED | JL_FIELD_LISTED | JL_FIELD_FILTER)

static const JlField building_fields[] = {
  { "code", N_ ("Building code"), JL_FIELD_TEXT, KEY | JL_FIELD_UNIQUE, 14 },
  { "name", N_ ("Building name"), JL_FIELD_TEXT, KEY, 24 },
  { "unit_id", N_ ("County or district"), JL_FIELD_UNIT, JL_FIELD_REQUIRED | JL_FIELD_LISTED | JL_FIELD_LEAF },
  { "use", N_ ("Use"), JL_FIELD_CHOICE, ASKED, 18, uses },
  { "energy", N_ ("Energy standard"), JL_FIELD_CHOICE, ASKED, 14, standards },
  { "heat_source", N_ ("Heat source"), JL_FIELD_CHOICE, JL_FIELD_REQUIRED, 14, sources },
  { "stock", N_ ("Existing or new"), JL_FIELD_CHOICE, JL_FIELD_DERIVED, 12, stocks,
    .help = N_ ("New is what was completed after the provincial document") },
  { "task_class", N_ ("Task"), JL_FIELD_CHOICE, JL_FIELD_DERIVED, 18, task_classes },
  { "company_id", N_ ("Heating company"), JL_FIELD_REFERENCE, JL_FIELD_PLAIN, 24, NULL, "company" },
  { "department", N_ ("Supervising department"), JL_FIELD_TEXT, 0, 22,
    .help = N_ ("Of an office or a public building. The name of an office, never of a person."), .clause = "C-PUBLIC" },
  { "floor_dm2", N_ ("Floor area"), JL_FIELD_AREA, AREA },
  { "residential_dm2", N_ ("of which residential"), JL_FIELD_AREA, AREA },
  { "completed_on", N_ ("Completed on"), JL_FIELD_DATE, JL_FIELD_REQUIRED | JL_FIELD_LISTED },
  { "metered_on", N_ ("Meters installed on"), JL_FIELD_DATE, JL_FIELD_LISTED | JL_FIELD_FILTER },
  { "control_on", N_ ("Temperature control installed on"), JL_FIELD_DATE, JL_FIELD_PLAIN },
  { "metering_method", N_ ("Metering method"), JL_FIELD_CHOICE, JL_FIELD_PLAIN, 18, jl_choices_metering_method },
  { "energy_retrofit_on", N_ ("Energy retrofit on"), JL_FIELD_DATE, JL_FIELD_PLAIN },
  { "accepted_on", N_ ("Retrofit accepted on"), JL_FIELD_DATE, JL_FIELD_PLAIN },
  { "fit", N_ ("Fit for metering"), JL_FIELD_YES_NO, JL_FIELD_LISTED | JL_FIELD_FILTER, 10, fitness,
    .help = N_ ("A building that is not fit is billed by area lawfully"), .brief = N_ ("Fit") },
  { "fit_decided_on", N_ ("Fitness decided on"), JL_FIELD_DATE, JL_FIELD_PLAIN },
  { "note", N_ ("Note"), JL_FIELD_NOTE, JL_FIELD_PLAIN },
  { NULL },
};

const JlRegister jl_register_building = {
  .name = "building",
  .title = N_ ("Building ledger"),
  .group = N_ ("Buildings and billing"),
  .clause = "C-EXIST",
  .fields = building_fields,
  .order = "unit_id,code",
  .counter = JL_COUNTER_BUILDING,
};

/* Place, use, source and meter repeat the building; its own facts stand beside those of the season. */
static const JlField building_season_fields[] = {
  { "code", N_ ("Building code"), JL_FIELD_TEXT, SHOWN, 14 },
  { "name", N_ ("Building name"), JL_FIELD_TEXT, SHOWN, 24 },
  { "building_id", N_ ("Building"), JL_FIELD_REFERENCE, JL_FIELD_REQUIRED, 24, NULL, "building" },
  { "year", N_ ("Heating season"), JL_FIELD_YEAR, JL_FIELD_REQUIRED | JL_FIELD_SEASON },
  { "unit_id", N_ ("County or district"), JL_FIELD_UNIT, SHOWN | JL_FIELD_LEAF },
  { "use", N_ ("Use"), JL_FIELD_CHOICE, JL_FIELD_DERIVED | JL_FIELD_FILTER, 18, uses },
  { "energy", N_ ("Energy standard"), JL_FIELD_CHOICE, SHOWN | JL_FIELD_FILTER, 14, standards },
  { "department", N_ ("Supervising department"), JL_FIELD_TEXT, JL_FIELD_DERIVED, 22, .clause = "C-PUBLIC" },
  { "heated_dm2", N_ ("Centrally heated area"), JL_FIELD_AREA, SHOWN | JL_FIELD_TOTAL },
  { "res_heated_dm2", N_ ("of which residential"), JL_FIELD_AREA, JL_FIELD_LISTED | JL_FIELD_TOTAL },
  { "other_heated_dm2", N_ ("Centrally heated area, other"), JL_FIELD_AREA, JL_FIELD_PLAIN },
  { "res_metered_dm2", N_ ("Metered-billing area, residential"), JL_FIELD_AREA, JL_FIELD_LISTED | JL_FIELD_TOTAL },
  { "other_metered_dm2", N_ ("Metered-billing area, other"), JL_FIELD_AREA, JL_FIELD_PLAIN },
  { "billing", N_ ("Billing mode"), JL_FIELD_CHOICE, JL_FIELD_LISTED | JL_FIELD_FILTER, 20, billing_modes },
  { "heat_100kj", N_ ("Heat used"), JL_FIELD_HEAT, JL_FIELD_PLAIN },
  { "fee_fen", N_ ("Heat fee"), JL_FIELD_MONEY, JL_FIELD_PLAIN },
  { "fit", N_ ("Fit for metering"), JL_FIELD_YES_NO, SHOWN | JL_FIELD_FILTER, 10, fitness, .brief = N_ ("Fit") },
  { "metered_on", N_ ("Meters installed on"), JL_FIELD_DATE, SHOWN },
  { "fitted", N_ ("Fitted before the season"), JL_FIELD_YES_NO, JL_FIELD_DERIVED },
  { "central", N_ ("Centrally heated"), JL_FIELD_YES_NO, JL_FIELD_DERIVED },
  { "company_id", N_ ("Heating company"), JL_FIELD_REFERENCE, JL_FIELD_DERIVED, 24, NULL, "company" },
  { "missing", N_ ("Facts missing"), JL_FIELD_YES_NO, JL_FIELD_DERIVED },
  { NULL },
};

const JlRegister jl_register_building_season = {
  .name = "building_season",
  .title = N_ ("Season billing ledger"),
  .group = N_ ("Buildings and billing"),
  .clause = "C-25",
  .fields = building_season_fields,
  .order = "unit_id,code",
  .year_field = "year",
  .parent = "building",
  .parent_field = "building_id",
  .counter = JL_COUNTER_BUILDING,
};
