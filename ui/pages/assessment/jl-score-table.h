/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The matrix of an assessment: a row a unit, a column a block of the scheme, then score, grade,
 * rank and vetoes. */

#pragma once

#include <adwaita.h>

#include "jl-result.h"

G_BEGIN_DECLS

#define JL_TYPE_SCORE_TABLE (jl_score_table_get_type ())
G_DECLARE_FINAL_TYPE (JlScoreTable, jl_score_table, JL, SCORE_TABLE, AdwBin)

/* units: answer of jl_api.assessment_units; grp: "prefecture" (those listed separately come last),
 * "county" or "apart" (those alone). Keeps the selected unit where it is still there, else selects
 * the first. */
void jl_score_table_set_units (JlScoreTable *self, JlResult *units, const char *grp);
/* Whether the unit has a row. */
gboolean jl_score_table_select (JlScoreTable *self, int unit_id);
/* 0: none */
int jl_score_table_get_selected (JlScoreTable *self);
/* Signals: "selected" (int unit_id, 0: none), "opened" (int unit_id). */

/* Whether the unit is one of "prefecture", "county" or "apart". */
gboolean jl_score_in_group (JlResult *units, guint row, const char *grp);

G_END_DECLS
