/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The list of pages, the main menu over it and who is signed in under it. */

#pragma once

#include <adwaita.h>

#include "jl-page-table.h"

G_BEGIN_DECLS

#define JL_TYPE_SIDEBAR (jl_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (JlSidebar, jl_sidebar, JL, SIDEBAR, GtkWidget)

/* Who is signed in where; on a practice database the menu offers its other officials. NULL: nobody, and it is not to be seen. */
void jl_sidebar_set_link (JlSidebar *self, JlLink *link);
/* Asks anew how many things wait behind the entries; what is shown stays until the answer. */
void jl_sidebar_update_counts (JlSidebar *self);
/* Shows which page is on, without a signal. */
void jl_sidebar_select (JlSidebar *self, const JlPageKind *kind);
/* Signal "chosen" (char *name): an entry was pressed. */

G_END_DECLS
