/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The words of a command that say which records of a register it is about. */

#pragma once

#include "jl-register-filter.h"

G_BEGIN_DECLS

/**
 * CtlNarrow:
 * @unit: (nullable): code or name of a place
 * @year: 0: all years
 * @text: (nullable): what is searched for
 * @where: (nullable): tests, each "FIELD=VALUE"
 * @order: (nullable): a field, with '-' before it from the end
 * @place: (out) (nullable): the name of the place
 */
typedef struct
{
  char  *unit;
  int    year;
  char  *text;
  char **where;
  char  *order;
  char  *place;
} CtlNarrow;

void ctl_narrow_clear (CtlNarrow *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CtlNarrow, ctl_narrow_clear)

/* The options of the command line that fill self; ends with an empty one. (transfer full) */
GOptionEntry *ctl_narrow_entries (CtlNarrow *self);

/* A place by its code or name in a year, 0: the newest with facts. */
gboolean ctl_find_place (JlSession *session, const char *unit, int year, int *unit_id, char **name, GError **error);

/* The register of that name, or an error that says how to find one. */
const JlRegister *ctl_find_register (const char *name, GError **error);
/* (transfer full) (nullable) */
JlRegisterFilter *ctl_narrow_filter (CtlNarrow *self, JlSession *session, const JlRegister *reg, GError **error);

G_END_DECLS
