/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 处理经过 of a finding: who, when, from which state to which, why, with which paper. */

#pragma once

#include <gtk/gtk.h>

#include "jl-result.h"

G_BEGIN_DECLS

/* steps: of jl_api.finding_steps, the newest shown first; papers (nullable): of its record. A paper is opened by the action
 * "finding.open-paper" (i). */
void jl_finding_trail_fill (GtkBox *box, const JlResult *steps, const JlResult *papers);

G_END_DECLS
