/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The building ledger as a list: filters and order become SQL for a lazy row model, its sums and its record. */

#pragma once

#include "jl-rows.h"

G_BEGIN_DECLS

/* −1 or NULL: no filter. fit: "yes", "no", "undecided". text: part of the name, or the beginning of the code.
 * behind: an indicator's code, "metered_area" or "fitted_unbilled": only the records that its figure of the year counts. */
typedef struct
{
  int         year;
  int         unit_id; /* an assessed unit; 0: the whole province */
  int         leaf_id; /* 0: all its leaves */
  int         use;
  int         billing; /* 0: missing */
  int         energy;
  const char *fit;
  const char *behind;
  gboolean    missing_only;
  const char *text;
  const char *order; /* a column of jl_building_columns; NULL: code */
  gboolean    descending;
} JlBuildingFilter;

/* The columns that may order the list, NULL-terminated. */
extern const char *const jl_building_columns[];

/* Whether behind means anything: an indicator of all buildings, or none, narrows nothing. */
gboolean     jl_building_can_narrow (const char *behind);
JlRowsQuery *jl_building_query_new (const JlBuildingFilter *filter);
JlResult    *jl_building_sums_load (JlSession *session, const JlBuildingFilter *filter, GError **error);
JlResult    *jl_building_load (JlSession *session, int building_id, GError **error);
JlResult    *jl_building_history_load (JlSession *session, int building_id, GError **error);

G_END_DECLS
