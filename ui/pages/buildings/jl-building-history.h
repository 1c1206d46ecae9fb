/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 变更记录 of a building as lines: what, from → to, when, who. */

#pragma once

#include <gtk/gtk.h>

#include "jl-result.h"

G_BEGIN_DECLS

/* Replaces the box's content by the rows of jl_api.building_history. */
void jl_building_history_fill (GtkBox *box, JlResult *history);

G_END_DECLS
