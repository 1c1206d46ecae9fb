/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Invented values of one frozen year and annex tables, fed by hand: what the database would answer. */

#pragma once

#include "jl-circular.h"

G_BEGIN_DECLS

void jl_sample_number (JlValues *values, const char *name, const char *number);
void jl_sample_share (JlValues *values, const char *name, const char *number, const char *den);
void jl_sample_day (JlValues *values, const char *name, const char *day);
/* Names parted by blanks. */
void jl_sample_names (JlValues *values, const char *list, const char *names);
void jl_sample_row (JlValues *values, const char *list, guint ordinal, const char *name, JlValue value);

/* (transfer full): everything both circulars can quote in this version */
JlValues *jl_sample_values (void);
/* (transfer full): the three annexes of the situation circular; the two of the criticism circular are its first two */
GPtrArray *jl_sample_tables (JlCircularKind kind);

G_END_DECLS
