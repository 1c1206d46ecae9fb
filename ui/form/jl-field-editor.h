/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The widget in which a field's value is typed or chosen, of the right kind for the field's type. */

#pragma once

#include <gtk/gtk.h>

#include "jl-register.h"

G_BEGIN_DECLS

GtkWidget *jl_field_editor_new (const JlField *field);
/* raw is the server's text, NULL for nothing; label is what a unit or reference is called. Emits nothing that counts as typing. */
void jl_field_editor_set (GtkWidget *editor, const JlField *field, const char *raw, const char *label);
/* The server's text of what stands there, NULL for nothing; an error says what is wrong and what to do. */
gboolean jl_field_editor_get (GtkWidget *editor, const JlField *field, char **raw, GError **error);
/* What is read there, as jl_field_text() would say it. (transfer full) */
char *jl_field_editor_text (GtkWidget *editor, const JlField *field);
/* Calls changed(data, editor) whenever a person has changed something, and activated(data, editor) on Enter in one line. */
void jl_field_editor_connect (GtkWidget *editor, const JlField *field, GCallback changed, GCallback activated, gpointer data);
/* The widget that takes the focus and tells its state to assistive technology. */
GtkWidget *jl_field_editor_get_input (GtkWidget *editor, const JlField *field);

G_END_DECLS
