/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A thread of the pool whose session waits for what the database tells of changes. */

#pragma once

#include "jl-worker-private.h"

G_BEGIN_DECLS

typedef struct _JlListener JlListener;

/* table "": anything may have been changed. own: by a session of the same pool. */
typedef void (*JlListenerTold) (gpointer owner, const char *table, gboolean own);

/* Calls told on the caller's main context as long as owner, which is known weakly, is there and the listener has not been stopped. */
JlListener *jl_listener_start (JlShared *shared, GObject *owner, JlListenerTold told);
/* Takes self. Does not wait for the thread. */
void jl_listener_stop (JlListener *self);

G_END_DECLS
