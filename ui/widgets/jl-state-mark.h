/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The 12 px mark of a progress state with its word beside it; a tint behind it where somebody must
 * act (look.md 4). */

#pragma once

#include <gtk/gtk.h>

#include "jl-words.h"

G_BEGIN_DECLS

#define JL_TYPE_STATE_MARK (jl_state_mark_get_type ())
G_DECLARE_FINAL_TYPE (JlStateMark, jl_state_mark, JL, STATE_MARK, GtkWidget)

GtkWidget *jl_state_mark_new (void);
/* word: NULL for the state's own word, "" for the bare mark. */
void jl_state_mark_set (JlStateMark *self, JlProgress progress, const char *word);

/* The bare mark, which says spoken to screen readers. */
void jl_state_mark_set_bare (JlStateMark *self, JlProgress progress, const char *spoken);

G_END_DECLS
