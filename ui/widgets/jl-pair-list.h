/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Lines of "name … value" with hair lines between them: the values of a record, the parts of a figure. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JL_TYPE_PAIR_LIST (jl_pair_list_get_type ())
G_DECLARE_FINAL_TYPE (JlPairList, jl_pair_list, JL, PAIR_LIST, GtkBox)

GtkWidget *jl_pair_list_new (void);
void       jl_pair_list_clear (JlPairList *self);
void       jl_pair_list_add (JlPairList *self, const char *name, const char *value);
/* The same with a bold value. */
void jl_pair_list_add_strong (JlPairList *self, const char *name, const char *value);
/* A widget in the value's place (a link). */
void jl_pair_list_add_widget (JlPairList *self, const char *name, GtkWidget *value);

G_END_DECLS
