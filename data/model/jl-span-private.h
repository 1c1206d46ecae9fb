/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Days as rules have them: spans of days, and days of whatever year. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "[2010-07-23,2013-01-01)" → "2010-07-23 — 2012-12-31", "[2010-07-23,)" → "from 2010-07-23"; what is no such span stays as it is.
 * (transfer full) */
char *jl_span_text (const char *raw);
/* The words of jl_span_text(), also with 至 or ～ between the days, or the span itself. (out) (transfer full) */
gboolean jl_span_parse (const char *typed, char **raw, GError **error);

/* "12-31" → "12月31日", "+1-04-30" → "次年4月30日"; NULL for what is no day. (transfer full) (nullable) */
char *jl_year_day_text (const char *raw);
/* The same the other way. (transfer full) (nullable) */
char *jl_year_day_parse (const char *typed);

G_END_DECLS
