/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Where the program stands before a database is open: the choice between the practice database and
 * a central server, and the progress of opening one. It asks; the application opens. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JL_TYPE_CONNECT_PAGE (jl_connect_page_get_type ())
G_DECLARE_FINAL_TYPE (JlConnectPage, jl_connect_page, JL, CONNECT_PAGE, AdwBin)

/* The choice; server: what was used last, or NULL. */
void jl_connect_page_show_choice (JlConnectPage *self, const char *server);
/* Whoever comes back to this page types it again. */
void jl_connect_page_forget_password (JlConnectPage *self);
/* What is being done now, with Cancel. */
void jl_connect_page_show_progress (JlConnectPage *self, const char *title, const char *text);
/* Back to the choice with what failed and what to do. Cancelled is ignored. */
void jl_connect_page_show_error (JlConnectPage *self, const char *what, const GError *error);

/* Signals: "practice" (), "central" (char *server, char *user, char *password; user and password
 * may be NULL), "cancel" (). */

G_END_DECLS
