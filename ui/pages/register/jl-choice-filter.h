/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A button of the filter row that lets any of a field's words be asked for. */

#pragma once

#include "jl-choice-list.h"

G_BEGIN_DECLS

#define JL_TYPE_CHOICE_FILTER (jl_choice_filter_get_type ())
G_DECLARE_FINAL_TYPE (JlChoiceFilter, jl_choice_filter, JL, CHOICE_FILTER, GtkWidget)

GtkWidget     *jl_choice_filter_new (const JlField *field);
const JlField *jl_choice_filter_get_field (JlChoiceFilter *self);
/* NULL: nothing is asked. Does not emit. */
void jl_choice_filter_show (JlChoiceFilter *self, const JlFieldTest *test);
/* (transfer full) (nullable) */
JlFieldTest *jl_choice_filter_read (JlChoiceFilter *self);

/* Signal "changed". */

G_END_DECLS
