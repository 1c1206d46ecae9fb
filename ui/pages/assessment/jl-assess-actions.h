/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The buttons for the steps of an assessment: which there are now, which of them this official may
 * press, and why not. */

#pragma once

#include <gtk/gtk.h>

#include "jl-store.h"

G_BEGIN_DECLS

/**
 * jl_assess_why_not:
 * @state: of the assessment
 * @proposer: (nullable): role that proposed the freeze
 * @role: (nullable): role of the person at the screen
 * @duty: (nullable): duty of the person at the screen
 *
 * The database refuses the same.
 *
 * Returns: (nullable): why this official may not take the step
 */
const char *jl_assess_why_not (
    JlAssessStep step, const char *state, const char *proposer, const char *role, const char *duty);

/* Whether a duty sees an assessment before it is frozen. */
gboolean jl_assess_sees_drafts (const char *duty);

#define JL_TYPE_ASSESS_ACTIONS (jl_assess_actions_get_type ())
G_DECLARE_FINAL_TYPE (JlAssessActions, jl_assess_actions, JL, ASSESS_ACTIONS, GtkWidget)

/* role, duty: (nullable) of the person at the screen */
void jl_assess_actions_set_assessment (JlAssessActions    *self,
                                       const JlAssessment *assessment,
                                       const char         *role,
                                       const char         *duty);
/* Asks what has to be asked, then emits "step". */
void jl_assess_actions_take (JlAssessActions *self, JlAssessStep step);
/* Signal "step" (int JlAssessStep, int year): the year that was on show when the person began. */

/* Makes a button say why it cannot be pressed. */
void jl_assess_limit_button (GtkWidget *button, const char *why_not);

G_END_DECLS
