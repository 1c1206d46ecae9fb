/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A CSV file as records of a register: every cell is read by its field before anything is sent, and what cannot be taken is listed by
 * line, column and value. All rows become records, or none. */

#pragma once

#include "jl-register.h"
#include "jl-session.h"

G_BEGIN_DECLS

/**
 * JlImportFault:
 * @line: of the file, from 1
 * @column: the head as it stands in the file; empty for a whole line
 * @value: as it stands there
 * @reason: what is wrong and what to do
 */
typedef struct
{
  guint line;
  char *column;
  char *value;
  char *reason;
} JlImportFault;

typedef struct _JlRegisterImport JlRegisterImport;

/* NULL with error set when the file is no table at all; what is wrong in a table is a fault. (transfer full) */
JlRegisterImport *jl_register_import_read (const JlRegister *reg, GBytes *bytes, GError **error);
void              jl_register_import_free (JlRegisterImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlRegisterImport, jl_register_import_free)

guint jl_register_import_n_rows (const JlRegisterImport *self);
/* Of JlImportFault, in the order of the file, at most JL_IMPORT_MAX_FAULTS. (transfer none) */
GPtrArray *jl_register_import_get_faults (const JlRegisterImport *self);
/* The heads of columns that the database makes itself, which are not read. (transfer none) */
const char *const *jl_register_import_get_ignored (const JlRegisterImport *self);

#define JL_IMPORT_MAX_FAULTS 100u

/* Finds units and references by what the file calls them; FALSE with error set only when the server cannot be asked: what is not found
 * is a fault. A worker's job, as is the next. */
gboolean jl_register_import_resolve (JlRegisterImport *self, JlSession *session, GError **error);
/* Sends all rows in one transaction; only without faults. n_added is 0 when the same file came before. */
gboolean jl_register_import_send (JlRegisterImport *self, JlSession *session, const char *name, guint *n_added, GError **error);

G_END_DECLS
