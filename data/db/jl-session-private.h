/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The inside of a session, for the files that make it up and for the pool. */

#pragma once

#include <libpq-fe.h>

#include "jl-session.h"

G_BEGIN_DECLS

struct _JlSession
{
  PGconn     *connection;
  PGcancel   *cancel;
  GHashTable *prepared;    /* name → text of the statements that the server keeps for us */
  gint        interrupted; /* atomic: set by another thread */
};

/* One word on a channel. */
typedef struct
{
  char *word;
  int   backend; /* the server's process that said it */
} JlTold;

PGconn *jl_connect (const char *conninfo, const char *user, const char *password, GError **error);

/* FALSE with error set if the work on this session has been cancelled. */
gboolean jl_session_may_send (JlSession *self, GError **error);

/* Takes answer. Returns NULL with error set if it tells of a failure; name is the statement's. */
JlResult *jl_session_accept (JlSession *self, PGresult *answer, const char *name, GError **error);

/* The server's process behind the session. */
int jl_session_backend (JlSession *self);

/* Sleeps until something is told on a channel that the session listens to, or wake_fd can be read; appends the JlTold. FALSE when the
 * line is lost. */
gboolean jl_session_wait_told (JlSession *self, int wake_fd, GArray *told);

/* Any thread: from now on (TRUE) the session refuses to send anything but a rollback. */
void jl_session_set_interrupted (JlSession *self, gboolean interrupted);

/* Any thread, as long as the session is not closed: stops what runs on the server. Blocks for some
 * milliseconds; when it returns, nothing that is sent later can be hit. */
void jl_session_cancel (JlSession *self);

G_END_DECLS
