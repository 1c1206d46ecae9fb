/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* How long it takes from the start of the process to the first painted overview with data. */

#pragma once

#include "jl-window.h"

G_BEGIN_DECLS

/* Prints the milliseconds since started (or since JILIANG_T0_US, of the same clock) and destroys
 * the window. */
void jl_bench_start_watch (JlWindow *window, gint64 started);

G_END_DECLS
