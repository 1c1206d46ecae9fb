/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 问题 of a unit in one line: how many stand, by severity, how many have been left too long. Each part opens its list. */

#pragma once

#include <gtk/gtk.h>

#include "jl-result.h"

G_BEGIN_DECLS

#define JL_TYPE_FINDING_CHIPS (jl_finding_chips_get_type ())
G_DECLARE_FINAL_TYPE (JlFindingChips, jl_finding_chips, JL, FINDING_CHIPS, GtkWidget)

GtkWidget *jl_finding_chips_new (void);
/* sums (nullable): of jl_api.finding_sums(); NULL: nothing is said, as when an earlier day is looked at. */
void jl_finding_chips_show (JlFindingChips *self, JlResult *sums, int unit_id);

G_END_DECLS
