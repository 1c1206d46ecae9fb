/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 更多筛选: a field of the register is chosen, then what is asked of it: between two numbers or days, any of its words, missing or
 * present. */

#pragma once

#include <gtk/gtk.h>

#include "jl-field-test.h"

G_BEGIN_DECLS

#define JL_TYPE_TEST_EDITOR (jl_test_editor_get_type ())
G_DECLARE_FINAL_TYPE (JlTestEditor, jl_test_editor, JL, TEST_EDITOR, GtkWidget)

void jl_test_editor_set_register (JlTestEditor *self, const JlRegister *reg);
/* The field that is being looked at; NULL before there is a register. */
const JlField *jl_test_editor_get_field (JlTestEditor *self);
/* Goes to a field and shows what is asked of it; test NULL: nothing. */
void jl_test_editor_show (JlTestEditor *self, const JlField *field, const JlFieldTest *test);

/* Signals: "field-chosen": show what is asked of jl_test_editor_get_field(). "applied" (gpointer test): a JlFieldTest that the
 * receiver takes, or NULL: nothing is asked of the field any more. */

G_END_DECLS
