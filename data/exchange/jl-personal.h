/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What would say who somebody is: it has no place in any register (C-ACCT). */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the head of a column speaks of a person: 姓名, 户主, 电话, 身份证 … */
gboolean jl_personal_is_head (const char *head);
/* What a cell holds, as a translated word: a mobile number, an identity number; NULL: neither. (transfer none) */
const char *jl_personal_find (const char *cell);

G_END_DECLS
