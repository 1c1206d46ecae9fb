/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* How grave a finding is: mark and word as the list of findings is described (shape first, word second, colour third). */

#pragma once

#include "jl-state-mark.h"

G_BEGIN_DECLS

JlProgress jl_severity_mark (const char *severity);
/* The mark with its word. */
void jl_severity_show (JlStateMark *mark, const char *severity);
/* The bare mark, which says the word to screen readers. */
GtkWidget *jl_severity_bare_new (const char *severity);

G_END_DECLS
