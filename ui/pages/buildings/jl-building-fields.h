/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The building ledger described once: the columns of its list, and the words and formats of every field of a record. */

#pragma once

#include "jl-column.h"

G_BEGIN_DECLS

extern const JlColumn jl_building_list_columns[];
extern const guint    jl_building_n_list_columns;

/* Fields of the building itself, in the order in which a record is read; ends with a NULL field. */
extern const JlColumn jl_building_record_fields[];
/* Fields of the building in one season. */
extern const JlColumn jl_building_season_fields[];

/* Title with its unit, "Heated area (m²)". (transfer full) */
char *jl_building_field_label (const JlColumn *field);
/* A field by its name in the database; NULL for one without words. */
const JlColumn *jl_building_field_find (const char *name);

G_END_DECLS
