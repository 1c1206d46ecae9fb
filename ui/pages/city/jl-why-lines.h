/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The parts of a figure as text, from one row of jl_api.why. */

#pragma once

#include "jl-result.h"

G_BEGIN_DECLS

/* All (transfer full); NULL: there is nothing to say. */
char *jl_why_part (JlResult *why, const char *indicator, const char *column);
char *jl_why_result (JlResult *why, const char *indicator);
/* "31,210,800.00×100＜25×124,863,000.00": the exact products that decide, in m². */
char *jl_why_test (JlResult *why);
char *jl_why_basis (JlResult *why);
char *jl_why_clause (JlResult *why);
char *jl_why_missing (JlResult *why);
char *jl_why_return (JlResult *why);

G_END_DECLS
