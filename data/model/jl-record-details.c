/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* All that is asked belongs to one moment: it is read in one read-only transaction. Names of registers come from our own
 * descriptions, never from a person, so they may stand in the text of a statement. */

#include "jl-record-details.h"

#include "jl-register-filter.h"
#include "jl-register-store.h"

static void
children_free (gpointer data)
{
  JlRecordChildren *children = data;

  jl_result_unref (children->rows);
  g_free (children);
}

void
jl_record_details_free (JlRecordDetails *self)
{
  JlResult **results[] = { &self->record, &self->rights, &self->units, &self->parent, &self->versions, &self->history,
                           &self->papers, &self->findings };

  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    g_clear_pointer (results[i], jl_result_unref);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self->known_at);
  g_free (self);
}

static JlResult *
load_units (JlSession *session, const JlRegister *reg, int year, GError **error)
{
  static const JlStatement statement = {
    "register_units", "select unit_id, code, name, parent from jl_api.register_units ($1, $2)", 2
  };
  g_autofree char *text = g_strdup_printf ("%d", year);
  const char      *params[] = { reg->name, text };

  return jl_session_query (session, &statement, params, error);
}

static JlResult *
load_findings (JlSession *session, const JlRegister *reg, gint64 id, GError **error)
{
  static const JlStatement statement = {
    "record_findings",
    "select id, title, year, clause, severity, state, first_seen, evidence from jl_api.finding_list"
    " where register = $1 and record_id = $2 and state <> 'closed'"
    " order by array_position (array['blocks', 'decide', 'warning', 'note'], severity), first_seen, year, id",
    2
  };
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  const char      *params[] = { reg->name, text };

  return jl_session_query (session, &statement, params, error);
}

/* One more than is shown tells that there are more. */
static JlResult *
load_children_rows (JlSession *session, const JlRegister *reg, gint64 parent_id, GError **error)
{
  g_autoptr (JlRegisterFilter) filter = jl_register_filter_new (reg);
  g_autofree char        *limit = g_strdup_printf ("%d", JL_RECORD_CHILDREN + 1);
  g_autofree const char **params = NULL;
  JlRowsQuery            *query;
  JlResult               *rows;

  jl_register_filter_set_parent (filter, parent_id);
  query = jl_register_filter_query (filter);
  params = g_new0 (const char *, query->n_params + 1);
  for (guint i = 0; i < query->n_params; i++)
    params[i] = query->params[i];
  params[query->n_params] = limit;
  rows = jl_session_query_text (session, query->first_sql, (int) query->n_params + 1, params, error);
  jl_rows_query_free (query);
  return rows;
}

static gboolean
load_children (JlRecordDetails *self, JlSession *session, const JlRegister *reg, gint64 id, GError **error)
{
  self->children = g_ptr_array_new_with_free_func (children_free);
  for (const JlRegister *const *other = jl_registers_all (); *other; other++)
    {
      JlRecordChildren *children;
      JlResult         *rows;

      if (g_strcmp0 ((*other)->parent, reg->name) != 0)
        continue;
      rows = load_children_rows (session, *other, id, error);
      if (rows == NULL)
        return FALSE;
      children = g_new (JlRecordChildren, 1);
      *children = (JlRecordChildren){ *other, rows, jl_result_n_rows (rows) > JL_RECORD_CHILDREN };
      g_ptr_array_add (self->children, children);
    }
  return TRUE;
}

static gboolean
load_viewpoint (JlRecordDetails *self, JlSession *session, GError **error)
{
  static const JlStatement statement = { "record_viewpoint", "select nullif (current_setting ('jl.known_at', true), '') as known_at", 0 };
  g_autoptr (JlResult) answer = jl_session_query (session, &statement, NULL, error);

  if (answer)
    self->known_at = g_strdup (jl_result_text (answer, 0, "known_at"));
  return answer != NULL;
}

static JlResult *
load_row (JlSession *session, const JlRegister *reg, gint64 id, gboolean known, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("select * from jl_api.%s_known_list where id = $1::bigint", reg->name);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  const char      *params[] = { text };

  return known ? jl_session_query_text (session, sql, 1, params, error) : jl_register_load_record (session, reg, id, error);
}

static gboolean
load_record (JlRecordDetails *self, JlSession *session, const JlRegister *reg, gint64 id, GError **error)
{
  return (self->record = load_row (session, reg, id, self->known_at != NULL, error)) != NULL &&
         (self->versions = jl_register_versions (session, reg, id, error)) != NULL &&
         (self->history = jl_register_history (session, reg, id, error)) != NULL &&
         (self->papers = jl_attachments_load (session, reg, id, error)) != NULL &&
         (self->findings = load_findings (session, reg, id, error)) != NULL &&
         load_children (self, session, reg, id, error);
}

static gboolean
load_parent (JlRecordDetails *self, JlSession *session, const JlRegister *reg, gint64 parent_id, GError **error)
{
  const JlRegister *parent = reg->parent && parent_id > 0 ? jl_register_find (reg->parent) : NULL;

  if (parent == NULL)
    return TRUE;
  self->parent = jl_register_load_record (session, parent, parent_id, error);
  return self->parent != NULL;
}

static gboolean
load_all (JlRecordDetails  *self,
          JlSession        *session,
          const JlRegister *reg,
          gint64            id,
          int               year,
          gint64            parent_id,
          GError          **error)
{
  return load_viewpoint (self, session, error) &&
         (self->rights = jl_registers_rights (session, error)) != NULL &&
         (self->units = load_units (session, reg, year, error)) != NULL &&
         (id > 0 ? load_record (self, session, reg, id, error) : load_parent (self, session, reg, parent_id, error));
}

JlRecordDetails *
jl_record_details_load (JlSession        *session,
                        const JlRegister *reg,
                        gint64            id,
                        int               year,
                        gint64            parent_id,
                        GError          **error)
{
  g_autoptr (JlRecordDetails) self = g_new0 (JlRecordDetails, 1);

  if (!jl_session_begin (session, JL_TRANSACTION_READ, error))
    return NULL;
  if (!load_all (self, session, reg, id, year, parent_id, error))
    {
      jl_session_rollback (session);
      return NULL;
    }
  return jl_session_commit (session, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
jl_record_details_may (const JlRecordDetails *self, const JlRegister *reg, const char *right)
{
  for (guint i = 0; i < jl_result_n_rows (self->rights); i++)
    {
      if (g_strcmp0 (jl_result_text (self->rights, i, "name"), reg->name) == 0)
        return jl_result_bool (self->rights, i, right);
    }
  return FALSE;
}

const char *
jl_record_details_may_fields (const JlRecordDetails *self, const JlRegister *reg)
{
  for (guint i = 0; i < jl_result_n_rows (self->rights); i++)
    {
      if (g_strcmp0 (jl_result_text (self->rights, i, "name"), reg->name) == 0)
        return jl_result_text (self->rights, i, "may_fields");
    }
  return NULL;
}

gboolean
jl_record_details_keeps_unit (const JlRecordDetails *self, int unit_id)
{
  for (guint i = 0; i < jl_result_n_rows (self->units); i++)
    {
      if (jl_result_int (self->units, i, "unit_id", 0) == unit_id)
        return TRUE;
    }
  return unit_id == 0;
}

static JlResult *
query_known (JlSession *session, const JlRegister *reg, gint64 id, const char *at, GError **error)
{
  static const JlStatement set = { "known_at", "select set_config ('jl.known_at', $1, true)", 1 };
  const char              *moment[] = { at };
  g_autoptr (JlResult) done = jl_session_query (session, &set, moment, error);

  return done ? load_row (session, reg, id, TRUE, error) : NULL;
}

JlResult *
jl_record_load_known (JlSession *session, const JlRegister *reg, gint64 id, const char *at, GError **error)
{
  g_autoptr (JlResult) known = NULL;

  if (!jl_session_begin (session, JL_TRANSACTION_READ, error))
    return NULL;
  known = query_known (session, reg, id, at, error);
  if (known == NULL)
    {
      jl_session_rollback (session);
      return NULL;
    }
  return jl_session_commit (session, error) ? g_steal_pointer (&known) : NULL;
}

gboolean
jl_record_has_column (const JlResult *result, const char *name)
{
  for (guint i = 0; i < jl_result_n_columns (result); i++)
    {
      if (g_str_equal (jl_result_column_name (result, i), name))
        return TRUE;
    }
  return FALSE;
}

/* unit_id → unit_name, company_id → company_label. */
static char *
label_column (const JlField *field)
{
  g_autofree char *stem = g_str_has_suffix (field->name, "_id") ? g_strndup (field->name, strlen (field->name) - 3)
                                                                : g_strdup (field->name);

  return g_strconcat (stem, field->type == JL_FIELD_UNIT ? "_name" : "_label", NULL);
}

char *
jl_record_field_text (const JlField *field, const JlResult *result, guint row)
{
  const char      *raw = jl_record_has_column (result, field->name) ? jl_result_text (result, row, field->name) : NULL;
  g_autofree char *column = NULL;

  if (raw == NULL || (field->type != JL_FIELD_UNIT && field->type != JL_FIELD_REFERENCE))
    return jl_field_text (field, raw);
  column = label_column (field);
  if (jl_record_has_column (result, column) && jl_result_text (result, row, column))
    return g_strdup (jl_result_text (result, row, column));
  return jl_field_text (field, raw);
}

/* NULL: none of what tells the record from others of its kind is known. */
static char *
called_by (const JlRegister *reg, const JlResult *result, guint row)
{
  GString *title = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (reg->called) && reg->called[i]; i++)
    {
      const JlField   *field = jl_register_field (reg, reg->called[i]);
      g_autofree char *text = NULL;

      if (!jl_record_has_column (result, reg->called[i]) || jl_result_is_null (result, row, reg->called[i]))
        continue;
      text = jl_record_field_text (field, result, row);
      g_string_append_printf (title, title->len > 0 ? "　%s" : "%s", text);
    }
  return g_string_free (title, title->len == 0);
}

/* What it is called by comes first in a register's description, so the first listed texts will do where none of these is. */
static const char *const naming[] = { "name", "title", "number", "code", "document" };

static char *
own_title (const JlRegister *reg, const JlResult *result, guint row)
{
  for (gsize i = 0; i < G_N_ELEMENTS (naming); i++)
    {
      const char *text = jl_record_has_column (result, naming[i]) ? jl_result_text (result, row, naming[i]) : NULL;

      if (text && *text)
        return g_strdup (text);
    }
  for (const JlField *field = reg->fields; field->name; field++)
    {
      if (field->flags & JL_FIELD_LISTED && field->type != JL_FIELD_UNIT)
        return jl_record_field_text (field, result, row);
    }
  return g_strdup ("");
}

char *
jl_record_title (const JlRegister *reg, const JlResult *result, guint row)
{
  char *title = called_by (reg, result, row);

  return title ? title : own_title (reg, result, row);
}
