/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One line of the matrix of an assessment, and its head. Both are grids of the same number of equal
 * columns of which each cell spans some, so that all stand under each other without asking one
 * another for their sizes. */

#pragma once

#include <gtk/gtk.h>

#include "jl-result.h"

G_BEGIN_DECLS

/* The names of the blocks, and the points each may bring to a unit of the group ("": none). */
GtkWidget *jl_score_head_new (char **blocks, char **points);
/* A GtkListBoxRow. */
GtkWidget *jl_score_row_new (JlResult *units, guint row);
int        jl_score_row_get_unit (GtkListBoxRow *row);

/* "第2位", "并列第2位", "单列", "州合计", "不参加排名". (transfer full) */
char *jl_score_rank_text (JlResult *units, guint row);
/* "87.84", "—" for none. (transfer full) */
char *jl_score_text (const char *decimal);

G_END_DECLS
