/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A day: an entry that takes typing, and beside it a calendar. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JL_TYPE_DATE_ENTRY (jl_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (JlDateEntry, jl_date_entry, JL, DATE_ENTRY, GtkBox)

GtkWidget *jl_date_entry_new (void);
/* The entry itself: its text is as typed, checked by nobody here. */
GtkEntry *jl_date_entry_get_entry (JlDateEntry *self);
/* What it is called by assistive technology. */
void jl_date_entry_set_name (JlDateEntry *self, const char *name);

G_END_DECLS
