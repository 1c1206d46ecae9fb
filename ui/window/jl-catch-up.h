/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Findings follow what is written in the window: in the background and in batch. */

#pragma once

#include "jl-link.h"

G_BEGIN_DECLS

#define JL_TYPE_CATCH_UP (jl_catch_up_get_type ())
G_DECLARE_FINAL_TYPE (JlCatchUp, jl_catch_up, JL, CATCH_UP, GObject)

JlCatchUp *jl_catch_up_new (void);
/* NULL: none. What runs on the link before is heard of no more. */
void jl_catch_up_set_link (JlCatchUp *self, JlLink *link);
/* Something has been written. While one check runs, whatever is written meanwhile waits for one more. */
void     jl_catch_up_start (JlCatchUp *self);
gboolean jl_catch_up_is_running (JlCatchUp *self);

/* Signal: "done" (GError *, nullable): the findings stand as the data do, or why they do not. */

G_END_DECLS
