/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The list of a register's fields: which are columns, and in which order. */

#pragma once

#include <gtk/gtk.h>

#include "jl-register-columns.h"

G_BEGIN_DECLS

#define JL_TYPE_COLUMN_CHOOSER (jl_column_chooser_get_type ())
G_DECLARE_FINAL_TYPE (JlColumnChooser, jl_column_chooser, JL, COLUMN_CHOOSER, GtkWidget)

/* columns: of JlSeenColumn. Does not emit. */
void jl_column_chooser_show (JlColumnChooser *self, const JlRegister *reg, const GArray *columns);
/* Of JlSeenColumn. (transfer full) */
GArray *jl_column_chooser_read (JlColumnChooser *self);

/* Signal "changed". Alt+Up and Alt+Down move the row with the focus. */

G_END_DECLS
