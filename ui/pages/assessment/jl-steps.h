/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The flow of an assessment as a row of steps: done with date and name, now, later. */

#pragma once

#include <gtk/gtk.h>

#include "jl-store.h"

G_BEGIN_DECLS

#define JL_TYPE_STEPS (jl_steps_get_type ())
G_DECLARE_FINAL_TYPE (JlSteps, jl_steps, JL, STEPS, GtkWidget)

void jl_steps_set_assessment (JlSteps *self, const JlAssessment *assessment);

G_END_DECLS
