/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* From a figure to its records: the conditions of data/sql/define/10-sums.sql, said of the register's list. Scattered boilers are no
 * central heating and stand in no figure. */

#include "jl-behind-private.h"

#define IN_YEAR(day) "l.central and l." day " between make_date (l.year, 1, 1) and make_date (l.year, 12, 31)"
#define BY_YEAR(day) "l.central and l." day " <= make_date (l.year, 12, 31)"

static const struct
{
  const char *reg;
  const char *figure;
  const char *condition;
} figures[] = {
  { "building_season", "metered_share", "l.central" },
  { "building_season", "metered_area", "l.central and l.res_metered_dm2 > 0" },
  { "building_season", "fitted_unbilled",
    "l.central and l.fitted and not l.missing and l.res_metered_dm2 + l.other_metered_dm2 < l.heated_dm2" },
  { "building_season", "billed_of_fitted", "l.central and l.fitted and not l.missing" },
  { "building_season", "public_billed", "l.central and l.fitted and not l.missing and l.use in (2, 3, 4)" },
  { "building_season", "new_fitted", IN_YEAR ("completed_on") },
  { "building_season", "office_done", "l.use = 2 and " BY_YEAR ("accepted_on") },
  { "building_season", "public_done", "l.use in (3, 4) and " BY_YEAR ("accepted_on") },
  { "building_season", "existing_year", "l.use in (1, 5) and l.energy >= 50 and " IN_YEAR ("accepted_on") },
  { "building_season", "existing_done", "l.use in (1, 5) and l.energy >= 50 and " BY_YEAR ("accepted_on") },
  { "building_season", "nonsaving_year", "l.use in (1, 5) and l.energy < 50 and " IN_YEAR ("accepted_on") },
  { "building_season", "retrofit_sync", "l.use in (1, 5) and " IN_YEAR ("energy_retrofit_on") },
};

const char *
jl_behind_find (const JlRegister *reg, const char *figure)
{
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (figures[i].reg, reg->name) && g_str_equal (figures[i].figure, figure))
      return figures[i].condition;
  return NULL;
}
