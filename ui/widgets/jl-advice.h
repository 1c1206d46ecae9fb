/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What the person at the screen can do about an error: one sentence for every code of the error
 * domain. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A translated sentence, "" when there is nothing to do but to read the details. Never NULL. */
const char *jl_advice_for (const GError *error);

G_END_DECLS
