/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What the command line asked for once the database is open: a place to go to, pictures to write, a
 * start to measure. */

#pragma once

#include "jl-options.h"
#include "jl-window.h"

G_BEGIN_DECLS

/* failure: NULL or a sentence. The window may go now. */
typedef void (*JlErrandDone) (const char *failure, gpointer user_data);

/* done is called for pictures and for what failed; a measured start closes the window by itself.
 * options must outlive the errand. */
void jl_errand_run (JlWindow        *window,
                    const JlOptions *options,
                    gint64           started,
                    JlErrandDone     done,
                    gpointer         user_data);

G_END_DECLS
