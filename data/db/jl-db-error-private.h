/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What the server or libpq says, as a JlError. */

#pragma once

#include <libpq-fe.h>

#include "jl-error.h"

G_BEGIN_DECLS

/* The primary message is the first line of the error's text; detail and hint are further lines. What
 * our SQL raises is translated; before the server's own words stands a line about their kind. An
 * answer without SQLSTATE is libpq's own failure: whether the line is lost, connection tells. */
void jl_db_error_set_from_result (GError        **error,
                                  const PGresult *answer,
                                  PGconn         *connection,
                                  const char     *statement);
void jl_db_error_set_from_connection (GError **error, PGconn *connection, const char *sqlstate);

G_END_DECLS
