/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What is kept from one run to the next. All functions take NULL where the schema is not installed:
 * then nothing is kept. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JL_LAST_PRACTICE "practice"

void jl_preferences_apply_style (GSettings *settings, gboolean dark);
void jl_preferences_bind_window (GSettings *settings, GtkWindow *window);
/* server: NULL for the practice database. */
void jl_preferences_keep_database (GSettings *settings, const char *server);
/* "", JL_LAST_PRACTICE or a server. (transfer full) */
char *jl_preferences_last_database (GSettings *settings);

G_END_DECLS
