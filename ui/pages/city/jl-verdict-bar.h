/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What the unit may not apply for, as chips: verdict, awards, reason, clause. Awards of one verdict and
 * reason share a chip. */

#pragma once

#include <gtk/gtk.h>

#include "jl-result.h"

G_BEGIN_DECLS

#define JL_TYPE_VERDICT_BAR (jl_verdict_bar_get_type ())
G_DECLARE_FINAL_TYPE (JlVerdictBar, jl_verdict_bar, JL, VERDICT_BAR, GtkWidget)

GtkWidget *jl_verdict_bar_new (void);
/* Rows of jl_api.awards_now of one unit. */
void jl_verdict_bar_show (JlVerdictBar *self, JlResult *awards);

G_END_DECLS
