/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Brings a database to this program's schema: migrations in order, definitions as a whole, each recorded with its hash. */

#pragma once

#include "jl-session.h"

G_BEGIN_DECLS

/* Duty roles and the owner, as superuser in database postgres, under a lock there. Repeating it changes nothing. */
gboolean jl_migrate_server_setup (JlSession *superuser, GError **error);

/* Applies what is missing, in one transaction, as jl_owner; n_applied (nullable) counts the migrations applied. A changed or
 * unknown applied migration is refused (SCHEMA). kind is noted when the database is new: "practice" or "official". */
gboolean jl_migrate_run (JlSession *owner, const char *kind, guint *n_applied, GError **error);

/* For a central server: older → SCHEMA "ask the administrator to run jiliangctl migrate"; newer → SCHEMA "update the program". */
gboolean jl_migrate_check (JlSession *session, GError **error);

G_END_DECLS
