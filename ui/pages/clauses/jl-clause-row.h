/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One figure of a clause as a row of a list: state, name, value with its unit, the group's value. */

#pragma once

#include <gtk/gtk.h>

#include "jl-result.h"

G_BEGIN_DECLS

/* A GtkListBoxRow for a row of jl_api.clause_figures; sizes: of the columns name, value, group and state. */
GtkWidget *jl_clause_row_new (JlResult *figures, guint row, GtkSizeGroup *const sizes[4]);
/* The row of the answer that it shows. */
guint jl_clause_row_get_index (GtkListBoxRow *row);

/* The value with its unit, or the word of its state. (transfer full) */
char *jl_clause_value_text (JlResult *figures, guint row);
/* Whether a verdict was reached and is not good. */
gboolean jl_clause_is_unmet (JlResult *figures, guint row);

/* Clause, figure, value, mean of the group, state, with tabs between. (transfer full) */
char *jl_clause_row_text (JlResult *figures, guint row);

G_END_DECLS
