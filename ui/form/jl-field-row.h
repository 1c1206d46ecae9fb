/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One field of a form: its name, its editor with the unit behind it, and under it what is wrong or what helps. */

#pragma once

#include <gtk/gtk.h>

#include "jl-register.h"

G_BEGIN_DECLS

#define JL_TYPE_FIELD_ROW (jl_field_row_get_type ())
G_DECLARE_FINAL_TYPE (JlFieldRow, jl_field_row, JL, FIELD_ROW, GtkBox)

GtkWidget     *jl_field_row_new (const JlField *field);
const JlField *jl_field_row_get_field (JlFieldRow *self);
GtkWidget     *jl_field_row_get_editor (JlFieldRow *self);

/* What is there before a person types; takes the sentence of an error away. */
void jl_field_row_set_value (JlFieldRow *self, const char *raw, const char *label);
/* Whether it differs from that, rightly or wrongly typed. */
gboolean jl_field_row_is_changed (JlFieldRow *self);
/* The value as the server wants it (transfer full) (nullable), and as it is read (transfer full). FALSE: see the sentence under it. */
gboolean jl_field_row_get_value (JlFieldRow *self, char **raw, char **text);
/* Checks what is there and says under it what is wrong. */
gboolean jl_field_row_validate (JlFieldRow *self);
/* NULL: nothing is wrong. */
void        jl_field_row_show_error (JlFieldRow *self, const char *sentence);
const char *jl_field_row_get_error (JlFieldRow *self); /* (nullable) */
void        jl_field_row_focus (JlFieldRow *self);

/* Signals: "changed" (a person changed something), "done" (Enter was pressed in one line). */

G_END_DECLS
