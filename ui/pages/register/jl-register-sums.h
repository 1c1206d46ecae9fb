/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What the filtered set sums to: asked for, and put into the totals row. */

#pragma once

#include "jl-pool.h"
#include "jl-register-filter.h"
#include "jl-table.h"

G_BEGIN_DECLS

/* Finish with jl_pool_run_finish(): a JlResult. */
void jl_register_sums_load_async (JlPool                 *pool,
                                  const JlRegisterFilter *filter,
                                  GCancellable           *cancellable,
                                  GAsyncReadyCallback     callback,
                                  gpointer                user_data);
/* sums NULL: nothing is known yet. */
void jl_register_sums_show (JlResult *sums, JlCounter counter, JlTable *table);

G_END_DECLS
