/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The window: sidebar of pages, header, the page itself, toasts. Without a link it shows the
 * connect page. Properties: "show-sidebar" (boolean). Actions: win.open-page s, win.open-unit i,
 * win.open-register (siis), win.toast s, win.toast-file (ss) = words and URI, win.open-file s = URI,
 * win.back, win.show-sidebar, win.next-area, win.previous-area, win.chart-table, win.reload,
 * win.update-counts (of the sidebar: something was done about them), win.facts-changed (something was written: the findings follow),
 * win.cancel-load. */

#pragma once

#include <adwaita.h>

#include "jl-connect-page.h"
#include "jl-page.h"

G_BEGIN_DECLS

#define JL_TYPE_WINDOW (jl_window_get_type ())
G_DECLARE_FINAL_TYPE (JlWindow, jl_window, JL, WINDOW, AdwApplicationWindow)

JlWindow *jl_window_new (GtkApplication *application);
/* NULL: back to the connect page. */
void    jl_window_set_link (JlWindow *self, JlLink *link);
JlLink *jl_window_get_link (JlWindow *self);
/* Before whatever takes the page away: asks about what is typed and not saved (jl-page.h). */
void jl_window_leave_then (JlWindow *self, JlPageLeft then, gpointer data, GDestroyNotify free_data);

JlConnectPage *jl_window_get_connect_page (JlWindow *self);

/* unit_id 0 and year 0: as they are. "registers/NAME" opens one register. FALSE, and nothing happens, for a page that does not exist or
 * without a link. */
gboolean jl_window_open (JlWindow *self, const char *page, int unit_id, int year);
JlPage  *jl_window_get_page (JlWindow *self); /* (nullable): the page on show */
/* Its name in the table of pages, or NULL. */
const char *jl_window_get_page_name (JlWindow *self);

G_END_DECLS
