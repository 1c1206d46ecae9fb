/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The side pane of the building ledger: one record in full and its history. */

#pragma once

#include <adwaita.h>

#include "jl-pool.h"

G_BEGIN_DECLS

#define JL_TYPE_BUILDING_PANE (jl_building_pane_get_type ())
G_DECLARE_FINAL_TYPE (JlBuildingPane, jl_building_pane, JL, BUILDING_PANE, AdwBin)

/* Shows the list's row at once, loads the whole record and its history behind it. */
void jl_building_pane_open (JlBuildingPane *self, JlPool *pool, JlRecord *row);
/* Nothing is shown any more; a load under way is cancelled. */
void jl_building_pane_close (JlBuildingPane *self);
int  jl_building_pane_get_building (JlBuildingPane *self); /* 0: none */
/* Whether it shows the building of that row in the season of that row. */
gboolean jl_building_pane_shows (JlBuildingPane *self, JlRecord *row);

/* Signals: "closed" (its button was pressed), "failed" (GError): the record could not be loaded. */

G_END_DECLS
