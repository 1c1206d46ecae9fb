/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The filter row of the building ledger. */

#pragma once

#include <gtk/gtk.h>

#include "jl-building-list.h"
#include "jl-store.h"

G_BEGIN_DECLS

#define JL_TYPE_BUILDING_FILTER_BAR (jl_building_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (JlBuildingFilterBar, jl_building_filter_bar, JL, BUILDING_FILTER_BAR, GtkWidget)

/* The units and leaves that can be chosen; the chosen leaf is kept if it is among them. */
void jl_building_filter_bar_set_places (JlBuildingFilterBar *self, const JlPlaces *places, int unit_id);
/* Clears everything but the unit, then narrows: "missing", or the code of a figure whose records are
 * wanted; any other word narrows nothing. */
void jl_building_filter_bar_narrow (JlBuildingFilterBar *self, const char *word);
/* What is chosen, without year and order; text belongs to the bar and lives until the next change. */
void jl_building_filter_bar_read (JlBuildingFilterBar *self, JlBuildingFilter *filter);
/* The name of the chosen place, for the foot of the page. */
const char *jl_building_filter_bar_place_name (JlBuildingFilterBar *self);
/* Clears all but the unit. */
void jl_building_filter_bar_clear (JlBuildingFilterBar *self);

/* Signals: "changed", "unit-chosen" (int). */

G_END_DECLS
