/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The pairs of the source pane. */

#include "jl-clause-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "jl-quantity.h"
#include "jl-register.h"

/* Half of a hundredth of ten thousand square metres or yuan. */
#define LEAST_WAN 5000

typedef struct
{
  const char *kind;
  const char *unit;
  int         places;
  int         decimals;
} Measure;

static const Measure measures[] = {
  { "area", N_ ("10,000 m²"), 6, 2 },
  { "money", N_ ("10,000 yuan"), 6, 2 },
  { "heat", N_ ("GJ"), 4, 1 },
  { "coal", N_ ("t of standard coal"), 3, 1 },
  { "price", N_ ("yuan/GJ"), 4, 2 },
};

static const Measure *
find_measure (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    if (g_strcmp0 (measures[i].kind, kind) == 0)
      return &measures[i];
  return NULL;
}

/* A share is printed with more than two decimals where it is near its limit. */
static gboolean
is_near_limit (JlResult *why)
{
  const char *value = jl_result_text (why, 0, "value_text");
  const char *point = value ? strchr (value, '.') : NULL;

  return point && strlen (point + 1) > 2 && g_strcmp0 (jl_result_text (why, 0, "value_unit"), "%") == 0;
}

/* Ten thousands have two decimals, unless nothing would be left of the number, or they must bear a share out. */
static char *
measure_text (const Measure *measure, gint64 count, gboolean exact)
{
  if (!exact && measure->places == 6 && ABS (count) >= LEAST_WAN)
    return jl_format_area_wan (count, JL_NUMBER_SCREEN);
  return jl_format_scaled_exact (count, measure->places, count == 0 ? 0 : measure->decimals, TRUE);
}

char *
jl_clause_source_part (JlResult *why, const char *part)
{
  g_autofree char *column = g_strconcat (part, "_kind", NULL);
  const char      *kind = jl_result_text (why, 0, column);
  const Measure   *measure = find_measure (kind);
  gint64           count = jl_result_int (why, 0, part, 0);
  g_autofree char *number = NULL;

  if (kind == NULL || jl_result_is_null (why, 0, part))
    return NULL;
  number = measure ? measure_text (measure, count, is_near_limit (why)) : jl_format_count (count, JL_NUMBER_SCREEN);
  return g_strjoin (" ", number, measure ? _ (measure->unit) : jl_result_text (why, 0, "counted"), NULL);
}

static void
add (JlPairList *list, const char *name, const char *value)
{
  if (value && *value)
    jl_pair_list_add (list, name, value);
}

static void
add_part (JlPairList *list, const char *name, JlResult *why, const char *part)
{
  g_autofree char *text = jl_clause_source_part (why, part);

  add (list, name, text);
}

/* A part alone says nothing. */
static void
add_parts (JlPairList *list, JlResult *why)
{
  if (jl_result_is_null (why, 0, "numerator") || jl_result_is_null (why, 0, "denominator"))
    return;
  add_part (list, _ ("Numerator"), why, "numerator");
  add_part (list, _ ("Denominator"), why, "denominator");
}

static void
add_records (JlPairList *list, JlResult *why)
{
  const JlRegister *reg = jl_register_find (jl_result_text (why, 0, "register"));
  gint64            n = jl_result_int (why, 0, "records_n", 0);
  g_autofree char  *count = jl_counter_text (reg ? reg->counter : JL_COUNTER_RECORD, n);
  /* Translators: a register and how many of its records a figure counts */
  g_autofree char *text = reg ? g_strdup_printf (_ ("%s, %s"), _ (reg->title), count) : NULL;

  add (list, _ ("Records"), text);
}

/* A deviation has what was published over what was worked out; of areas and numbers the basis says it. */
void
jl_clause_source_show (JlPairList *list, JlResult *why, const char *value)
{
  add_parts (list, why);
  jl_pair_list_add_strong (list, _ ("Result"), value);
  add (list, _ ("Limit"), jl_result_text (why, 0, "rule_value"));
  add (list, _ ("What is counted"), jl_result_text (why, 0, "basis"));
  add (list, _ ("Clause"), jl_result_text (why, 0, "clause"));
  add_records (list, why);
  add (list, _ ("Return filed on"), jl_result_text (why, 0, "filed_on"));
  add (list, _ ("Data as of"), jl_result_text (why, 0, "cutoff"));
}
