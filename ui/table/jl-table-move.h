/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A column of a table's head on its way to another place: which cell is held, and before or behind which other it would go. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* All zero: nothing is held. */
typedef struct
{
  GtkWidget *const *cells; /* (array length=n) (nullable): in the order of the columns */
  guint             n;
  guint             from;
  guint             to;
  double            start;
  gboolean          under_way; /* it has been moved far enough to be meant */
} JlTableMove;

/* Returns whether there is a cell at x. */
gboolean jl_table_move_begin (JlTableMove *self, GtkWidget *const *cells, guint n, double x);
/* Marks where the column would go. Returns whether it is under way; offset: from where it was taken. */
gboolean jl_table_move_update (JlTableMove *self, double offset);
/* Lets go. Returns whether the column was under way; then from is its place, to the one it gets. */
gboolean jl_table_move_end (JlTableMove *self, guint *from, guint *to);

G_END_DECLS
