/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 需要关注: what is overdue, went backward, was missed or is not reported, gravest first; a row
 * opens the unit. */

#pragma once

#include <adwaita.h>

#include "jl-figure.h"

G_BEGIN_DECLS

#define JL_TYPE_ATTENTION_LIST (jl_attention_list_get_type ())
G_DECLARE_FINAL_TYPE (JlAttentionList, jl_attention_list, JL, ATTENTION_LIST, AdwBin)

/* attention: jl_api.figures; findings (nullable): jl_api.finding_attention. Rows are made of them when
 * they are asked for, so figures stays until the next call. */
void  jl_attention_list_fill (JlAttentionList *self, JlResult *attention, JlResult *findings, const JlFigures *figures);
guint jl_attention_list_n_rows (JlAttentionList *self);

G_END_DECLS
