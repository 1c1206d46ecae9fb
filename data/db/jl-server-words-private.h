/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What our SQL says, in the words of the person at the screen. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The translation of a sentence that our SQL raises; NULL when the sentence is not of ours. */
const char *jl_server_words (const char *sentence);

G_END_DECLS
