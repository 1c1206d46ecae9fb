/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Which records a figure counts. */

#pragma once

#include "jl-register.h"

G_BEGIN_DECLS

/* A condition over the register's list l, in the words of the sums; NULL where nothing is known of it. */
const char *jl_behind_find (const JlRegister *reg, const char *figure);

G_END_DECLS
