/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Cells and rows of a table to the clipboard, by key and by menu. */

#pragma once

#include "jl-table.h"

G_BEGIN_DECLS

/* view: where the table's cells are; the table keeps what is made here. */
void jl_table_copy_attach (JlTable *table, GtkWidget *view);

G_END_DECLS
