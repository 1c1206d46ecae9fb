/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Children beside each other at their own widths, in as many lines as they need (AdwWrapBox is newer
 * than libadwaita 1.2). */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JL_TYPE_WRAP_LAYOUT (jl_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (JlWrapLayout, jl_wrap_layout, JL, WRAP_LAYOUT, GtkLayoutManager)

/* Properties: "spacing" (int): between children and between lines; "first-gives-way" (boolean): the first child is made narrower,
 * down to its minimum, where all of them then stand in one line. */

G_END_DECLS
