/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* From a figure to its records: the conditions of data/sql/define/10-sums.sql, said of the register's list. Billing counts season rows,
 * tasks count buildings, also those that were completed when the season had begun. Scattered boilers are no central heating and stand in
 * no figure. */

#include "jl-behind-private.h"

#include <string.h>

#define CENTRAL "l.heat_source in (1, 2) and "
#define IN_YEAR(day) CENTRAL "l." day " between make_date (" JL_BEHIND_YEAR ", 1, 1) and make_date (" JL_BEHIND_YEAR ", 12, 31)"
#define BY_YEAR(day) CENTRAL "l." day " <= make_date (" JL_BEHIND_YEAR ", 12, 31)"

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
  { "building", "new_fitted", IN_YEAR ("completed_on") },
  { "building", "office_done", "l.use = 2 and " BY_YEAR ("accepted_on") },
  { "building", "public_done", "l.use in (3, 4) and " BY_YEAR ("accepted_on") },
  { "building", "existing_year", "l.use in (1, 5) and l.energy >= 50 and " IN_YEAR ("accepted_on") },
  { "building", "existing_done", "l.use in (1, 5) and l.energy >= 50 and " BY_YEAR ("accepted_on") },
  { "building", "nonsaving_year", "l.use in (1, 5) and l.energy < 50 and " IN_YEAR ("accepted_on") },
  { "building", "retrofit_sync", "l.use in (1, 5) and " IN_YEAR ("energy_retrofit_on") },
  { "building_season", JL_BEHIND_CLAUSE "shared_area", "l.central and l.billing = 3 and not l.missing" },
  { "building_season", JL_BEHIND_CLAUSE "lapsed_area",
    "l.central and l.res_metered_dm2 > 0 and not l.missing and l.building_id in (select jl_api.lapsed_buildings (" JL_BEHIND_YEAR "))" },
  { "building_season", JL_BEHIND_CLAUSE "sync_billed", "l.central and l.fitted and not l.missing" },
  { "building_season", JL_BEHIND_CLAUSE "firm_by_area",
    "l.central and l.fitted and not l.missing and l.res_metered_dm2 + l.other_metered_dm2 < l.heated_dm2" },
  { "building_season", JL_BEHIND_CLAUSE "firm_by_area_n",
    "l.central and l.fitted and not l.missing and l.res_metered_dm2 + l.other_metered_dm2 < l.heated_dm2 and l.company_id is not null" },
};

/* The code of a clause's figure goes into the statement as it is. */
static gboolean
is_code (const char *text)
{
  return *text != '\0' && text[strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

gboolean
jl_behind_is_clause (const JlRegister *reg, const char *figure)
{
  return g_str_has_prefix (figure, JL_BEHIND_CLAUSE) && is_code (figure + strlen (JL_BEHIND_CLAUSE)) &&
         jl_behind_find (reg, figure) == NULL;
}

const char *
jl_behind_find (const JlRegister *reg, const char *figure)
{
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (figures[i].reg, reg->name) && g_str_equal (figures[i].figure, figure))
      return figures[i].condition;
  return NULL;
}
