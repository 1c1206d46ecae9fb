/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Which columns of a register a person sees, in which order and how wide; remembered in the settings. */

#pragma once

#include <gio/gio.h>

#include "jl-register.h"

G_BEGIN_DECLS

/**
 * JlSeenColumn:
 * @field: of the register
 * @width: in halves of an em; 0: that of the description
 */
typedef struct
{
  const JlField *field;
  int            width;
} JlSeenColumn;

/* An array of JlSeenColumn, never empty. (transfer full) */
GArray *jl_register_columns_default (const JlRegister *reg);
/* What is remembered, else the default; settings NULL: nothing is. (transfer full) */
GArray *jl_register_columns_load (GSettings *settings, const JlRegister *reg);
void    jl_register_columns_save (GSettings *settings, const JlRegister *reg, const GArray *columns);

/* The place of a field among columns, or -1. */
int      jl_register_columns_find (const GArray *columns, const char *field);
gboolean jl_register_columns_equal (const GArray *a, const GArray *b);

G_END_DECLS
