/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Tables on a terminal, with Chinese characters two columns wide. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CtlTable CtlTable;

/* heads: NULL-terminated; a head that begins with '>' makes a right-aligned column. */
CtlTable *ctl_table_new (const char *const *heads);
/* Takes n cells, n = number of heads; each is freed by the table. NULL prints as an empty cell. */
void ctl_table_take_row (CtlTable *self, char **cells);
/* Prints and frees. */
void ctl_table_print (CtlTable *self);

G_END_DECLS
