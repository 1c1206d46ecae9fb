/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Which records of a register, in which order: what the filter row says, as the three statements of a lazy list and as sums. What a
 * person typed only ever travels as a parameter. */

#pragma once

#include "jl-register.h"
#include "jl-rows.h"

G_BEGIN_DECLS

/**
 * JlTestKind:
 * @JL_TEST_ANY_OF: one of the values (raw texts); a value %NULL: is null
 * @JL_TEST_BETWEEN: two values, either may be %NULL: open on that side; both ends count
 * @JL_TEST_MISSING: is null
 * @JL_TEST_PRESENT: is not null
 */
typedef enum
{
  JL_TEST_ANY_OF,
  JL_TEST_BETWEEN,
  JL_TEST_MISSING,
  JL_TEST_PRESENT,
} JlTestKind;

typedef struct _JlRegisterFilter JlRegisterFilter;

JlRegisterFilter *jl_register_filter_new (const JlRegister *reg);
JlRegisterFilter *jl_register_filter_copy (const JlRegisterFilter *self);
void              jl_register_filter_free (JlRegisterFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlRegisterFilter, jl_register_filter_free)

const JlRegister *jl_register_filter_get_register (const JlRegisterFilter *self);
/* An assessed unit with all that it answers for in year, or one leaf; 0: the whole province. */
void jl_register_filter_set_unit (JlRegisterFilter *self, int unit_id);
/* By the register's year_field; 0: all years. For registers without one only the parts of a unit follow it. */
void jl_register_filter_set_year (JlRegisterFilter *self, int year);
void jl_register_filter_set_text (JlRegisterFilter *self, const char *text);
/* The records that a figure or indicator counts; NULL: all. FALSE, and nothing happens, when nothing is known of it for this
 * register. */
gboolean jl_register_filter_set_behind (JlRegisterFilter *self, const char *figure);
/* Replaces an earlier test of the same field; values is a list of n texts (BETWEEN: 2, either may be NULL). */
void jl_register_filter_set_test (JlRegisterFilter *self, const JlField *field, JlTestKind kind, const char *const *values, guint n);
void jl_register_filter_clear_test (JlRegisterFilter *self, const JlField *field);
/* One record alone. */
void jl_register_filter_set_id (JlRegisterFilter *self, gint64 id);
/* The records of a parent. */
void jl_register_filter_set_parent (JlRegisterFilter *self, gint64 parent_id);
/* NULL: the register's default order. */
void jl_register_filter_set_order (JlRegisterFilter *self, const char *field, gboolean descending);
/* Whether the records are read as they were known at the session's viewpoint (jl_pool_set_viewpoint()); else as they are. */
void     jl_register_filter_set_known (JlRegisterFilter *self, gboolean known);
gboolean jl_register_filter_is_narrowed (const JlRegisterFilter *self); /* beyond unit and year */

/* For jl_rows_new(): rows are those of jl_api.<name>_list. (transfer full) */
JlRowsQuery *jl_register_filter_query (const JlRegisterFilter *self);
/* One row: records (how many), and for each field with JL_FIELD_TOTAL its sum under the field's name and the count of records that have
 * none under <field>_missing. A worker's job. (transfer full) */
JlResult *jl_register_filter_sums (const JlRegisterFilter *self, JlSession *session, GError **error);
/* Takes some records; FALSE with error set ends it. */
typedef gboolean (*JlRegisterBatchFunc) (JlResult *batch, gpointer data, GError **error);

/* Everything in order as it stands at one moment, for an export: complete rows, some thousands at a time. */
gboolean jl_register_filter_each_batch (const JlRegisterFilter *self,
                                        JlSession              *session,
                                        JlRegisterBatchFunc     func,
                                        gpointer                data,
                                        GError                **error);

G_END_DECLS
