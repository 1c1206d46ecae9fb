/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Brings a database to this program's schema: migrations in order, definitions as a whole, each recorded with its hash. */

#pragma once

#include "jl-session.h"

G_BEGIN_DECLS

/* Duty roles and the owner, as superuser, under a lock in database postgres. Repeating it changes nothing. */
gboolean jl_migrate_server_setup (JlSession *superuser, GError **error);

/* Applies what is missing; n_applied counts the migrations applied. A changed or unknown applied migration is refused (SCHEMA). */
gboolean jl_migrate_run (JlSession *owner, guint *n_applied, GError **error);

/* For a central server: older → SCHEMA "ask the administrator to run jiliangctl migrate"; newer → SCHEMA "update the program". */
gboolean jl_migrate_check (JlSession *session, GError **error);

/* Makes the database if needed on the private server (superuser session to database postgres), migrates it and fills it with
 * practice data; an existing complete one is left alone unless recreate. */
gboolean jl_practice_ensure (const char *database, int buildings, int first_year, int last_year, gboolean recreate, GError **error);

G_END_DECLS
