/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The pages of a circular as they will be printed, one under the other on a grey ground, with what
 * page is in sight and what it is set in. Arrow, page and end keys scroll. */

#pragma once

#include <adwaita.h>

#include "jl-circular.h"

G_BEGIN_DECLS

#define JL_TYPE_PAPER_VIEW (jl_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (JlPaperView, jl_paper_view, JL, PAPER_VIEW, AdwBin)

/* circular: (nullable) (transfer none): must live until it is replaced. */
void jl_paper_view_set_circular (JlPaperView *self, const JlCircular *circular);

G_END_DECLS
