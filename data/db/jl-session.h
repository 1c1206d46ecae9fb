/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One connection to the server, used by one thread at a time: prepared statements, pipelines, transactions. Synchronous. */

#pragma once

#include <gio/gio.h>

#include "jl-error.h"
#include "jl-result.h"

G_BEGIN_DECLS

/* A statement has a name (its key among the prepared ones) and its text; parameters are text or NULL. */
typedef struct
{
  const char *name;
  const char *sql;
  int         n_params;
} JlStatement;

/* One step of a pipeline. */
typedef struct
{
  const JlStatement *statement;
  const char *const *params;
} JlStep;

typedef enum
{
  JL_TRANSACTION_READ,   /* REPEATABLE READ READ ONLY */
  JL_TRANSACTION_WRITE,  /* READ COMMITTED */
  JL_TRANSACTION_STRICT, /* REPEATABLE READ, for assess and freeze */
} JlTransaction;

typedef struct _JlSession JlSession;

/* conninfo: a libpq URI, key=value text or service=NAME; user and password may be NULL (then the text decides). */
JlSession *jl_session_open (const char *conninfo, const char *user, const char *password, GError **error);
void       jl_session_close (JlSession *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlSession, jl_session_close)

/* A query with fixed text. (transfer full) */
JlResult *jl_session_query (JlSession *self, const JlStatement *statement, const char *const *params, GError **error);
/* The same with text made at run time (lists); never with text typed by a person inside sql. */
JlResult *jl_session_query_text (JlSession *self, const char *sql, int n_params, const char *const *params, GError **error);
/* n steps sent at once; results gets n new references, in order, or nothing on error. */
gboolean jl_session_pipeline (JlSession *self, const JlStep *steps, guint n, JlResult **results, GError **error);
gboolean jl_session_begin (JlSession *self, JlTransaction kind, GError **error);
gboolean jl_session_commit (JlSession *self, GError **error);
void     jl_session_rollback (JlSession *self);
/* Several commands without parameters (migrations, practice data). */
gboolean jl_session_run_script (JlSession *self, const char *sql, GError **error);
/* COPY … FROM STDIN with all of data. */
gboolean jl_session_copy_in (JlSession *self, const char *copy_sql, GBytes *data, GError **error);
gboolean jl_session_is_lost (JlSession *self);
/* What the server keeps instead of a password (SCRAM-SHA-256), so that the password itself never travels. (transfer full) */
char *jl_session_password_verifier (JlSession *self, const char *role, const char *password, GError **error);

G_END_DECLS
