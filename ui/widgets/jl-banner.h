/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* An inline bar over a page: one sentence on what failed, Retry, and the server's own words behind
 * Details. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JL_TYPE_BANNER (jl_banner_get_type ())
G_DECLARE_FINAL_TYPE (JlBanner, jl_banner, JL, BANNER, GtkWidget)

GtkWidget *jl_banner_new (void);
/* details: NULL hides the Details button; can_retry FALSE the Retry button. */
void        jl_banner_show (JlBanner *self, const char *sentence, const char *details, gboolean can_retry);
void        jl_banner_hide (JlBanner *self);
gboolean    jl_banner_is_shown (JlBanner *self);
const char *jl_banner_get_sentence (JlBanner *self);
/* Signal "retry". */

G_END_DECLS
