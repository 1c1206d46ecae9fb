/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Lists of JlFieldTest: what is asked of the fields of a register, at most one test a field. */

#pragma once

#include "jl-field-test.h"

G_BEGIN_DECLS

/* (transfer full) */
GPtrArray *jl_field_tests_new (void);
/* As jl-page.h has it: "state:open,explained;severity:blocks", and "missing" of a register that has a field of that name; none where
 * one of them makes no sense. (transfer full) */
GPtrArray   *jl_field_tests_parse (const JlRegister *reg, const char *word);
JlFieldTest *jl_field_tests_find (GPtrArray *tests, const JlField *field); /* (transfer none) (nullable) */
/* Takes test, which takes the place of the one before; NULL: nothing is asked of the field. */
void jl_field_tests_set (GPtrArray *tests, const JlField *field, JlFieldTest *test);
/* Moves those of more into tests that are asked of other fields. */
void jl_field_tests_add_others (GPtrArray *tests, GPtrArray *more);
/* Whether the same is asked, in whatever order. */
gboolean jl_field_tests_equal (GPtrArray *one, GPtrArray *other);

/* To keep a place. (transfer floating), (transfer full) */
GVariant  *jl_field_tests_to_variant (GPtrArray *tests);
GPtrArray *jl_field_tests_from_variant (const JlRegister *reg, GVariant *variant);

#define JL_FIELD_TESTS_TYPE "a(sias)"

G_END_DECLS
