/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The five key figures of the province as cards: value, change on the season before, spark, and
 * where the value comes from. */

#pragma once

#include "jl-card.h"
#include "jl-result.h"

G_BEGIN_DECLS

#define JL_N_PROVINCE_CARDS 5

/* The i-th card, empty: its place and size are known before its figure is. */
JlCard *jl_province_card_new (guint i);
/* Fills it from jl_api.province_figures. */
void jl_province_card_fill (JlCard *card, guint i, const JlResult *province, int year);

G_END_DECLS
