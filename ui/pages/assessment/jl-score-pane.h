/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One unit's assessment in the side pane: its items with formula, points and clause, its award
 * bars, its vetoes. */

#pragma once

#include <adwaita.h>

#include "jl-store.h"

G_BEGIN_DECLS

#define JL_TYPE_SCORE_PANE (jl_score_pane_get_type ())
G_DECLARE_FINAL_TYPE (JlScorePane, jl_score_pane, JL, SCORE_PANE, AdwBin)

/* items: answer of jl_api.assessment_items for the unit; row: its row in assessment->units */
void jl_score_pane_show_unit (JlScorePane        *self,
                              const JlAssessment *assessment,
                              guint               row,
                              JlResult           *items);
void jl_score_pane_clear (JlScorePane *self);

G_END_DECLS
