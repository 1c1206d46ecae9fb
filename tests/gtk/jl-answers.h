/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Answers of the server without a server, for tests of widgets. */

#pragma once

#include "jl-link.h"
#include "jl-store.h"

G_BEGIN_DECLS

/* First line: names of columns; each further line a row. Cells end at '|'; spaces around them do not count; "~" is SQL null.
 * (transfer full) */
JlResult *jl_answer_new (const char *text);

/* A link without a server: nothing is loaded by it. (transfer full) */
JlLink *jl_answer_link (void);
/* A city of three units in 2012: 1 misses 25 % by a hair, 2 passes, 3 has not reported. (transfer full) */
JlCity *jl_answer_city (int unit_id);
/* The source of unit 1's share of metered billing. (transfer full) */
JlResult *jl_answer_why (void);

G_END_DECLS
