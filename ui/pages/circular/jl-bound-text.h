/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The text of a circular paragraph by paragraph, its bound values marked: what the paper says, and
 * where each figure stands. */

#pragma once

#include <adwaita.h>

#include "jl-circular.h"

G_BEGIN_DECLS

#define JL_TYPE_BOUND_TEXT (jl_bound_text_get_type ())
G_DECLARE_FINAL_TYPE (JlBoundText, jl_bound_text, JL, BOUND_TEXT, AdwBin)

void jl_bound_text_set_circular (JlBoundText *self, const JlCircular *circular);

G_END_DECLS
