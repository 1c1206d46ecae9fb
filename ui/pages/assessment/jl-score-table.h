/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The matrix of an assessment: a row a unit, a column a block of the scheme, then score, grade, rank and vetoes. */

#pragma once

#include <adwaita.h>

#include "jl-store.h"

G_BEGIN_DECLS

#define JL_TYPE_SCORE_TABLE (jl_score_table_get_type ())
G_DECLARE_FINAL_TYPE (JlScoreTable, jl_score_table, JL, SCORE_TABLE, AdwBin)

/* grp: the group to show; "apart" shows the units listed separately. Keeps the selected unit where it is still there. */
void jl_score_table_set_units (JlScoreTable *self, JlResult *units, const char *grp);
/* 0: none */
int jl_score_table_get_selected (JlScoreTable *self);
/* Signals: "selected" (int unit_id), "opened" (int unit_id). */

G_END_DECLS
