/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Right-aligned words that break into lines of about the same length: no line with a single
 * character under a full one. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JL_TYPE_BALANCED_LABEL (jl_balanced_label_get_type ())
G_DECLARE_FINAL_TYPE (JlBalancedLabel, jl_balanced_label, JL, BALANCED_LABEL, GtkWidget)

GtkWidget *jl_balanced_label_new (const char *text, const char *css_class);

G_END_DECLS
