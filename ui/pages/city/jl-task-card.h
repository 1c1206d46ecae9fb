/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The card of one task: figure with state, bar with target and what should be done by now, change, clause. */

#pragma once

#include <gtk/gtk.h>

#include "jl-city-task.h"

G_BEGIN_DECLS

#define JL_TYPE_TASK_CARD (jl_task_card_get_type ())
G_DECLARE_FINAL_TYPE (JlTaskCard, jl_task_card, JL, TASK_CARD, GtkWidget)

/* task outlives the card. */
GtkWidget *jl_task_card_new (const JlCityTask *task);
void       jl_task_card_show (JlTaskCard *self, const JlFigures *figures, int unit_id);

/* Signal "why" (string indicator): the source of the figure is asked for. */

G_END_DECLS
