/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The word with which win.open-register (jl-page.h) narrows a list: the records behind a figure, one record, the parts of one. */

#pragma once

#include "jl-register-filter.h"

G_BEGIN_DECLS

gboolean jl_list_word_is_known (const JlRegister *reg, const char *word);
/* What a person reads of it. */
const char *jl_list_word_say (const JlRegister *reg, const char *word);
void        jl_list_word_apply (const char *word, JlRegisterFilter *filter);
/* Whether it names records, wherever and whenever they are. */
gboolean jl_list_word_names_records (const char *word);
/* The record whose parts are listed; 0: not those of one. */
gint64 jl_list_word_get_parent (const char *word);

G_END_DECLS
