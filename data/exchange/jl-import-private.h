/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A file on its way into a register. */

#pragma once

#include "jl-register-import.h"

G_BEGIN_DECLS

struct _JlRegisterImport
{
  const JlRegister *reg;
  GBytes           *bytes;
  GPtrArray        *rows;   /* JlCsvRow, the head first; cells are the server's texts once they are read */
  const JlField   **fields; /* of the columns; NULL: not read */
  guint             n_columns;
  char            **heads; /* as they stand in the file */
  const JlField    *unit;  /* (nullable): unit_id, when the file does not say it */
  char            **units; /* of the rows then: that of the parent */
  GPtrArray        *faults;
  GPtrArray        *ignored; /* ends with NULL */
};

/* Takes reason; more faults than are shown are dropped. */
void     jl_import_add_fault (JlRegisterImport *self, guint line, const char *column, const char *value, char *reason);
gboolean jl_import_is_full (const JlRegisterImport *self);

G_END_DECLS
