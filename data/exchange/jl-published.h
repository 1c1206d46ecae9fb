/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Files of published figures (公布数据): what they must contain, and their rows as the database takes them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A JSON array of {"line", "place_code", "place", "period", "indicator", "value", "unit", "source", "note"}; the column note may
 * be absent, the order is free. The figures themselves are judged by the database. (transfer full) */
char *jl_published_read (GBytes *bytes, GError **error);

G_END_DECLS
