/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Records of registers one by one: read, save with the version that was read, delete, bring back, history, papers. All run on a
 * session in a worker thread. A record changed by another meanwhile ends in JL_ERROR_CONFLICT: load it again and compare. */

#pragma once

#include "jl-register.h"
#include "jl-session.h"

G_BEGIN_DECLS

/**
 * JlFieldValue:
 * @field: a field of the register
 * @raw: (nullable): the server's text, %NULL for nothing
 */
typedef struct
{
  const JlField *field;
  const char    *raw;
} JlFieldValue;

/* The row of jl_api.<name>_list; no row when it is not there or not this official's. (transfer full) */
JlResult *jl_register_load_record (JlSession *session, const JlRegister *reg, gint64 id, GError **error);
/* id 0: a new record. Only the fields given are written. The answer: id, version. (transfer full) */
JlResult *jl_register_save_record (JlSession          *session,
                                   const JlRegister   *reg,
                                   gint64              id,
                                   int                 version,
                                   const JlFieldValue *values,
                                   guint               n,
                                   GError            **error);
gboolean  jl_register_delete_record (JlSession *session, const JlRegister *reg, gint64 id, int version, GError **error);
/* Makes the record again as its version of_version was; version 0 when it is deleted. The answer: id, version. (transfer full) */
JlResult *jl_register_restore_record (JlSession *session, const JlRegister *reg, gint64 id, int of_version, int version, GError **error);
/* Newest first: version, since, until, author, deleted, content (the row as JSON text). (transfer full) */
JlResult *jl_register_versions (JlSession *session, const JlRegister *reg, gint64 id, GError **error);
/* Newest first: at, actor_name, field, old_value, new_value, version. (transfer full) */
JlResult *jl_register_history (JlSession *session, const JlRegister *reg, gint64 id, GError **error);
/* For a picker: id, label, hint (place); what fits text best first, at most limit. unit_id 0: any. (transfer full) */
JlResult *jl_register_pick (JlSession *session, const JlRegister *reg, const char *text, int unit_id, int limit, GError **error);
/* What this official may do in each register: name, may_add, may_change, may_delete, may_fields. (transfer full) */
JlResult *jl_registers_rights (JlSession *session, GError **error);

/* Papers: id, name, mime, bytes, sha256, sent_by_name, sent_at, may_remove; newest first. (transfer full) */
JlResult *jl_attachments_load (JlSession *session, const JlRegister *reg, gint64 record_id, GError **error);
/* mime is told from the content (PDF, PNG, JPEG); anything else and more than 20 MB is refused with what to do. */
/* What a file holds, under its own name, which is returned; it is looked at before it is read. (transfer full) */
char    *jl_attachment_add_file (JlSession *session, const JlRegister *reg, gint64 record_id, GFile *file, GError **error);
gboolean jl_attachment_add (JlSession        *session,
                            const JlRegister *reg,
                            gint64            record_id,
                            const char       *name,
                            GBytes           *content,
                            GError          **error);
gboolean jl_attachment_remove (JlSession *session, gint64 attachment_id, GError **error);
GBytes  *jl_attachment_content (JlSession *session, gint64 attachment_id, GError **error); /* (transfer full) */

G_END_DECLS
