/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* F6: the focus goes from area to area (widgets of class jl-area), in the order in which they
 * stand. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* step: +1 or −1. Areas that take no focus are passed over. */
void jl_window_move_area (GtkWindow *window, int step);

G_END_DECLS
