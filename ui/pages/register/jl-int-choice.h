/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A drop-down whose items stand for whole numbers: units, years. Its first item usually stands for all of them, 0. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JL_TYPE_INT_CHOICE (jl_int_choice_get_type ())
G_DECLARE_FINAL_TYPE (JlIntChoice, jl_int_choice, JL, INT_CHOICE, GtkWidget)

/* Puts other items in place; the program's doing is no choice. */
void  jl_int_choice_fill (JlIntChoice *self, const int *ints, const char *const *names);
guint jl_int_choice_get_n (JlIntChoice *self);
/* 0 when there are no items. */
int jl_int_choice_get (JlIntChoice *self);
/* What is not among the items becomes the first of them. */
void jl_int_choice_set (JlIntChoice *self, int number);
/* What the chosen item is called; NULL when there are none. */
const char *jl_int_choice_get_name (JlIntChoice *self);
void        jl_int_choice_set_label (JlIntChoice *self, const char *label);

/* Signal "chosen": a person chose. */

G_END_DECLS
