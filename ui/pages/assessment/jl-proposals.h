/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A card that lists the units of a group that are proposed for commendation or for criticism, each
 * with its score and ground. */

#pragma once

#include <adwaita.h>

#include "jl-result.h"

G_BEGIN_DECLS

#define JL_TYPE_PROPOSALS (jl_proposals_get_type ())
G_DECLARE_FINAL_TYPE (JlProposals, jl_proposals, JL, PROPOSALS, AdwBin)

/* proposal: "praise" or "criticise"; grp: as in jl-score-table.h */
void
jl_proposals_set_units (JlProposals *self, JlResult *units, const char *proposal, const char *grp);

G_END_DECLS
