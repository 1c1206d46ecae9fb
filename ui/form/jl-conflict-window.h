/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The dialog of a record that another has changed meanwhile: both versions side by side, a choice for each field. */

#pragma once

#include <adwaita.h>

#include "jl-conflict.h"

G_BEGIN_DECLS

#define JL_TYPE_CONFLICT_WINDOW (jl_conflict_window_get_type ())
G_DECLARE_FINAL_TYPE (JlConflictWindow, jl_conflict_window, JL, CONFLICT_WINDOW, AdwWindow)

/* Takes conflict. who and when (nullable): whose the other version is. */
GtkWidget *jl_conflict_window_new (GtkWindow *parent, GPtrArray *conflict, const char *who, const char *when);
/* What is to be written over theirs. Of #JlFormValue. (transfer full) */
GPtrArray *jl_conflict_window_get_values (JlConflictWindow *self);
/* Signal "decided": to be saved as chosen. Closed without it, nothing is saved and what was typed stays typed. */

G_END_DECLS
