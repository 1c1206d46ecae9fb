/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A PostgreSQL cluster of the test's own: made in a temporary folder, reached by a unix socket in
 * it, without any care for durability, gone with the test. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _JlTestCluster JlTestCluster;

/* Makes and starts it, in about a second. Fails the test when the server cannot be started. */
JlTestCluster *jl_test_cluster_new (void);
void           jl_test_cluster_free (JlTestCluster *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlTestCluster, jl_test_cluster_free)

/* user NULL: the superuser. (transfer full) */
char *jl_test_cluster_conninfo (JlTestCluster *self, const char *database, const char *user);

/* Runs sql in a database as superuser and fails the test if it fails. */
void jl_test_cluster_run (JlTestCluster *self, const char *database, const char *sql);

/* signal: SIGINT cuts all sessions in good order, SIGQUIT is a crash. */
void jl_test_cluster_stop (JlTestCluster *self, int signal);
void jl_test_cluster_start (JlTestCluster *self);

G_END_DECLS
