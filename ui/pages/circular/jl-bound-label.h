/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Text in which spans are marked as bound values: a light ground and a line under them. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JL_TYPE_BOUND_LABEL (jl_bound_label_get_type ())
G_DECLARE_FINAL_TYPE (JlBoundLabel, jl_bound_label, JL, BOUND_LABEL, GtkWidget)

GtkWidget *jl_bound_label_new (const char *text);
/* Bytes of the text; meaning: (nullable): what the value is, for the pointer. */
void jl_bound_label_add (JlBoundLabel *self, guint start, guint end, const char *meaning);
/* For classes and properties of the text. */
GtkLabel *jl_bound_label_get_label (JlBoundLabel *self);

G_END_DECLS
