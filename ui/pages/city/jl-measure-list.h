/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The measures without a card: state, name, value, source. */

#pragma once

#include <gtk/gtk.h>

#include "jl-figure.h"

G_BEGIN_DECLS

#define JL_TYPE_MEASURE_LIST (jl_measure_list_get_type ())
G_DECLARE_FINAL_TYPE (JlMeasureList, jl_measure_list, JL, MEASURE_LIST, GtkBox)

/* indicators: NULL-terminated; figures that the year does not have are left out. */
void jl_measure_list_show (JlMeasureList *self, const JlFigures *figures, int unit_id, const char *const *indicators);

/* Signal "why" (GtkWidget line, string indicator). */

G_END_DECLS
