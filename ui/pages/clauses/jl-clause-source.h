/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 数据来源 of a clause's figure: its parts in their units, what is counted, by which clause, from which records. */

#pragma once

#include "jl-pair-list.h"
#include "jl-result.h"

G_BEGIN_DECLS

/* "3,121.08 10,000 m²", "12 项"; part: "numerator" or "denominator"; NULL where there is none. (transfer full) (nullable) */
char *jl_clause_source_part (JlResult *why, const char *part);
/* Adds the answer of jl_clause_why_load(). value: as the page shows the figure. */
void jl_clause_source_show (JlPairList *list, JlResult *why, const char *value);

G_END_DECLS
