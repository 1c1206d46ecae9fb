/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Everything that is shown beside one record of a register, asked for in one piece of work: its values, what this official may do
 * with it and where, what became of it, its papers, findings and the records that belong to it. */

#pragma once

#include "jl-register.h"
#include "jl-session.h"

G_BEGIN_DECLS

/* At most this many records of one register below another are shown beside it; the list has all. */
#define JL_RECORD_CHILDREN 100

/**
 * JlRecordChildren:
 * @reg: a register whose parent is the record's
 * @rows: of jl_api.<name>_list, at most %JL_RECORD_CHILDREN
 * @more: there are more
 */
typedef struct
{
  const JlRegister *reg;
  JlResult         *rows;
  gboolean          more;
} JlRecordChildren;

/**
 * JlRecordDetails:
 * @record: the row of jl_api.<name>_list; no row: gone, or not this official's. %NULL for a record to be made
 * @known_at: (nullable): the earlier moment that the session looks from; nothing is changed from there
 * @rights: name, may_add, may_change, may_delete, may_fields of every register
 * @units: of jl_api.register_units: where this official keeps such records
 * @parent: (nullable): the row of the record that one to be made belongs to
 * @versions: newest first, see jl_register_versions()
 * @history: newest first, see jl_register_history()
 * @papers: see jl_attachments_load()
 * @findings: not closed, gravest first; no row where none are kept
 * @children: of #JlRecordChildren, in the order of registers
 */
typedef struct
{
  char      *known_at;
  JlResult  *record;
  JlResult  *rights;
  JlResult  *units;
  JlResult  *parent;
  JlResult  *versions;
  JlResult  *history;
  JlResult  *papers;
  JlResult  *findings;
  GPtrArray *children;
} JlRecordDetails;

/* id 0: for a record to be made in year below parent_id (0: none). (transfer full) */
JlRecordDetails *jl_record_details_load (JlSession        *session,
                                         const JlRegister *reg,
                                         gint64            id,
                                         int               year,
                                         gint64            parent_id,
                                         GError          **error);
void             jl_record_details_free (JlRecordDetails *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlRecordDetails, jl_record_details_free)

/* What this official may do: of rights. */
gboolean jl_record_details_may (const JlRecordDetails *self, const JlRegister *reg, const char *right);
/* Which fields of a record he may change, each in commas. (nullable): none */
const char *jl_record_details_may_fields (const JlRecordDetails *self, const JlRegister *reg);
/* Whether he keeps records in the unit; 0, the province, is nobody's in particular. */
gboolean jl_record_details_keeps_unit (const JlRecordDetails *self, int unit_id);

/* The row as it was known at a moment, "2013-05-06 09:41:02.123+08". (transfer full) */
JlResult *jl_record_load_known (JlSession *session, const JlRegister *reg, gint64 id, const char *at, GError **error);

/* Whether the answer has the column (jl_result_column() is strict). */
gboolean jl_record_has_column (const JlResult *result, const char *name);
/* What is shown for a field of a row: units and references by their label column, the others by jl_field_text(). (transfer full) */
char *jl_record_field_text (const JlField *field, const JlResult *result, guint row);
/* A title made of the row itself: its name, its number, or what tells it from others of its kind. (transfer full) */
char *jl_record_title (const JlRegister *reg, const JlResult *result, guint row);

G_END_DECLS
