/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Which awards a unit may not apply for, in the four words, each with its reason and clause. */

#pragma once

#include <gtk/gtk.h>

#include "jl-result.h"

G_BEGIN_DECLS

/* awards: answer of jl_api.assessment_awards for all units. Returns how many verdicts there are. */
guint jl_award_list_fill (GtkBox *box, JlResult *awards, int unit_id);

G_END_DECLS
