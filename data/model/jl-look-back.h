/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Figures as known on a day: what has to be made before they can be shown, part by part (define/41-look-back.sql). */

#pragma once

#include "jl-session.h"

G_BEGIN_DECLS

/* The parts that are still to be made: sum_table, part. No row: the day can be shown. (transfer full) */
JlResult *jl_look_back_parts (JlSession *session, const char *day, GError **error);
/* Makes one part, in a transaction of its own. */
gboolean jl_look_back_make (JlSession *session, const char *day, const char *sum_table, int part, GError **error);
/* "2012-12-31" → the moment at which that day ends in the province, as jl.known_at takes it. (transfer full) */
char *jl_look_back_moment (const char *day);

G_END_DECLS
