/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Ctrl+T: charts give way to their table twins, and come back. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The chart with the focus alone; where none has it, all charts in page (nullable). */
void jl_window_toggle_tables (GtkWindow *window, GtkWidget *page);

G_END_DECLS
