/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Which records a figure counts. */

#pragma once

#include "jl-register.h"

G_BEGIN_DECLS

/* Stands in a condition for the year that is asked for. */
#define JL_BEHIND_YEAR "@year"

/* Before the code of a clause's figure (jl_api.clause_figures). */
#define JL_BEHIND_CLAUSE "clause:"

/* Whether the server is to say which records of whichever year a clause's figure counts (jl_api.clause_records). */
gboolean jl_behind_is_clause (const JlRegister *reg, const char *figure);
/* A condition over the register's list l, in the words of the sums, perhaps with JL_BEHIND_YEAR; NULL where nothing is known of it. */
const char *jl_behind_find (const JlRegister *reg, const char *figure);

G_END_DECLS
