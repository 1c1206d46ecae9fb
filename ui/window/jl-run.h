/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One run of a work function in a worker thread, whose end is told to its owner unless it was
 * cancelled. */

#pragma once

#include "jl-pool.h"

G_BEGIN_DECLS

/* On the main thread; takes product. Either product or error. */
typedef void (*JlRunDone) (gpointer owner, gpointer product, const GError *error);

/* Keeps owner alive until the end. Without pool the work runs with a NULL session. Cancel what is
 * returned to hear no more of it. (transfer full) */
GCancellable *jl_run_start (gpointer       owner,
                            JlPool        *pool,
                            JlWorkKind     kind,
                            JlWorkFunc     work,
                            gpointer       data,
                            GDestroyNotify free_data,
                            GDestroyNotify free_product,
                            JlRunDone      done);

G_END_DECLS
