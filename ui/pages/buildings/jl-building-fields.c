/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The building ledger described once. */

#include "jl-building-fields.h"

#include <glib/gi18n-lib.h>

#include "jl-quantity.h"
#include "jl-words.h"

static int
code_of (const char *raw)
{
  return (int) g_ascii_strtoll (raw, NULL, 10);
}

/* Nothing metered is "0", not "0.00": it is no measured value. */
static char *
format_area (const char *raw)
{
  gint64 dm2 = g_ascii_strtoll (raw, NULL, 10);

  return dm2 == 0 ? g_strdup ("0") : jl_format_area_m2 (dm2);
}

static char *
format_heat (const char *raw)
{
  return jl_format_heat_gj (g_ascii_strtoll (raw, NULL, 10));
}

/* The list says yes, no, undecided; the history says true, false. */
static char *
format_fit (const char *raw)
{
  if (*raw == 'u')
    return g_strdup (_ ("Undecided"));
  return g_strdup (*raw == 'y' || *raw == 't' ? _ ("Yes") : _ ("No"));
}

static char *
format_use (const char *raw)
{
  return g_strdup (jl_use_word (code_of (raw)));
}

static char *
format_energy (const char *raw)
{
  return g_strdup (jl_energy_word (code_of (raw)));
}

static char *
format_source (const char *raw)
{
  return g_strdup (jl_heat_source_word (code_of (raw)));
}

static char *
format_billing (const char *raw)
{
  return g_strdup (jl_billing_word (code_of (raw)));
}

#define WORDS JL_COLUMN_SORTABLE
#define SUMMED (JL_COLUMN_NUMBER | JL_COLUMN_SORTABLE | JL_COLUMN_TOTAL)

/* clang-format off */
const JlColumn jl_building_list_columns[] = {
  { "code",           N_ ("Building code"),         NULL,                NULL,           14, WORDS },
  { "name",           N_ ("Building name"),         NULL,                NULL,           14, WORDS | JL_COLUMN_EXPAND },
  { "unit_name",      N_ ("County or district"),    NULL,                NULL,           8, WORDS },
  { "energy",         N_ ("Energy standard"),       NULL,                format_energy,  9, WORDS },
  { "heated_dm2",     N_ ("Centrally heated area"), N_ ("(m²)"),         format_area,    14, SUMMED },
  { "res_heated_dm2", N_ ("of which residential"),  N_ ("(m²)"),         format_area,    14, SUMMED },
  { "metered_dm2",    N_ ("Metered-billing area"),  N_ ("(m²)"),         format_area,    14, SUMMED },
  { "billing",        N_ ("Billing mode"),          NULL,                format_billing, 19, WORDS },
  { "fit",            N_ ("Fit for"),               N_ ("metering"),     format_fit,      7, WORDS },
  { "metered_on",     N_ ("Meters"),                N_ ("installed on"), NULL,           11, WORDS | JL_COLUMN_NUMBER },
};
const guint jl_building_n_list_columns = G_N_ELEMENTS (jl_building_list_columns);

const JlColumn jl_building_record_fields[] = {
  { "use",                N_ ("Use"),                 NULL,        format_use },
  { "energy",             N_ ("Energy standard"),     NULL,        format_energy },
  { "heat_source",        N_ ("Heat source"),         NULL,        format_source },
  { "floor_dm2",          N_ ("Floor area"),          N_ ("(m²)"), format_area },
  { "residential_dm2",    N_ ("of which residential"), N_ ("(m²)"), format_area },
  { "completed_on",       N_ ("Completed on") },
  { "metered_on",         N_ ("Meters installed on") },
  { "control_on",         N_ ("Temperature control installed on") },
  { "energy_retrofit_on", N_ ("Energy retrofit on") },
  { "accepted_on",        N_ ("Retrofit accepted on") },
  { "fit",                N_ ("Fit for metering"),    NULL,        format_fit },
  { "fit_decided_on",     N_ ("Fitness decided on") },
  { NULL },
};

const JlColumn jl_building_season_fields[] = {
  { "heated_dm2",        N_ ("Centrally heated area"),             N_ ("(m²)"), format_area },
  { "res_heated_dm2",    N_ ("of which residential"),              N_ ("(m²)"), format_area },
  { "metered_dm2",       N_ ("Metered-billing area, residential"), N_ ("(m²)"), format_area },
  { "other_metered_dm2", N_ ("Metered-billing area, other"),       N_ ("(m²)"), format_area },
  { "heat_100kj",        N_ ("Heat used"),                         N_ ("(GJ)"), format_heat },
  { "billing",           N_ ("Billing mode"),                      NULL,        format_billing },
  { NULL },
};

/* Met only in the history of a record. */
static const JlColumn other_fields[] = {
  { "code",              N_ ("Building code") },
  { "name",              N_ ("Building name") },
  { "unit_id",           N_ ("County or district") },
  { "res_metered_dm2",   N_ ("Metered-billing area, residential"), N_ ("(m²)"), format_area },
  { "other_heated_dm2",  N_ ("Centrally heated area, other"),      N_ ("(m²)"), format_area },
  { NULL },
};
/* clang-format on */

/**
 * jl_building_field_label:
 * @field: a field
 *
 * Returns: (transfer full): its name, with its unit behind it
 */
char *
jl_building_field_label (const JlColumn *field)
{
  return g_strconcat (_ (field->title), field->unit ? _ (field->unit) : "", NULL);
}

static const JlColumn *
find_among (const JlColumn *fields, const char *name)
{
  for (const JlColumn *field = fields; field->field; field++)
    {
      if (g_str_equal (field->field, name))
        return field;
    }
  return NULL;
}

const JlColumn *
jl_building_field_find (const char *name)
{
  const JlColumn *field = find_among (jl_building_record_fields, name);

  if (field == NULL)
    field = find_among (jl_building_season_fields, name);
  return field ? field : find_among (other_fields, name);
}
