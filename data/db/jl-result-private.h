/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* How an answer of libpq becomes a JlResult, and how a placeholder becomes a row. */

#pragma once

#include <libpq-fe.h>

#include "jl-result.h"

G_BEGIN_DECLS

/* Takes answer. */
JlResult *jl_result_new (PGresult *answer);

/* A record that is not ready yet. */
JlRecord *jl_record_new_placeholder (void);
/* Makes it ready; without result (NULL) it stands for a row that has gone. */
void jl_record_fill (JlRecord *self, JlResult *result, guint row);

G_END_DECLS
