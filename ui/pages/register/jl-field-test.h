/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One test of a field as a person set it in the filter row: kept, said in words, put into a filter. */

#pragma once

#include "jl-register-filter.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Among the values of any-of: nothing. As an end of between: open on that side. */
#define JL_TEST_NOTHING ""

/**
 * JlFieldTest:
 * @field: what is tested
 * @kind: how
 * @values: (array zero-terminated=1): raw texts; for %JL_TEST_BETWEEN two
 */
typedef struct
{
  const JlField *field;
  JlTestKind     kind;
  char         **values;
} JlFieldTest;

/* Takes values; NULL: none. */
JlFieldTest *jl_field_test_new (const JlField *field, JlTestKind kind, char **values);
void         jl_field_test_free (JlFieldTest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlFieldTest, jl_field_test_free)

void jl_field_test_apply (const JlFieldTest *self, JlRegisterFilter *filter);
/* "Billing mode: by heat used", "Done on: 2012-01-01 – 2012-12-31". (transfer full) */
char *jl_field_test_words (const JlFieldTest *self);
/* One value of any-of in words. (transfer full) */
char *jl_field_test_value_word (const JlField *field, const char *value);

/* To keep a place. A test of a field that reg does not have is NULL. (transfer full) */
GVariant    *jl_field_test_to_variant (const JlFieldTest *self);
JlFieldTest *jl_field_test_from_variant (const JlRegister *reg, GVariant *variant);

G_END_DECLS
