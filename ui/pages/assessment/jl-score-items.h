/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The items of a unit's score, block by block: formula, points, source, clause. */

#pragma once

#include <gtk/gtk.h>

#include "jl-result.h"

G_BEGIN_DECLS

/* items: answer of jl_api.assessment_items for the unit; row: the unit's row in units, which knows
 * the sums of the blocks. */
void jl_score_items_fill (GtkBox *box, JlResult *items, JlResult *units, guint row);
void jl_score_items_clear (GtkBox *box);

/* A line of the pane: wraps, aligned left or right. */
GtkWidget *jl_score_label_new (const char *text, float xalign, const char *css_class);

G_END_DECLS
