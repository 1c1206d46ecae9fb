/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The words of a choice or a yes-no as check buttons, missing among them: any of them may be asked for. */

#pragma once

#include <gtk/gtk.h>

#include "jl-field-test.h"

G_BEGIN_DECLS

#define JL_TYPE_CHOICE_LIST (jl_choice_list_get_type ())
G_DECLARE_FINAL_TYPE (JlChoiceList, jl_choice_list, JL, CHOICE_LIST, GtkWidget)

GtkWidget *jl_choice_list_new (const JlField *field);
/* Whether a list can be made of the field. */
gboolean jl_choice_list_fits (const JlField *field);
/* NULL: none checked. Does not emit. */
void jl_choice_list_show (JlChoiceList *self, const JlFieldTest *test);
/* What is checked; NULL: nothing. (transfer full) */
JlFieldTest *jl_choice_list_read (JlChoiceList *self);

/* Signal "changed". */

G_END_DECLS
