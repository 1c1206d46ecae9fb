/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Three versions of a record compared. */

#include "jl-conflict.h"

#include "jl-record-details.h"

static void
field_free (gpointer data)
{
  JlConflictField *field = data;

  g_free (field->mine);
  g_free (field->theirs);
  g_free (field->mine_raw);
  g_free (field);
}

static const char *
raw_of (const JlField *field, const JlResult *record)
{
  return jl_record_has_column (record, field->name) ? jl_result_text (record, 0, field->name) : NULL;
}

/* mine is NULL where I changed nothing. */
static JlConflictField *
compare (const JlField *field, const JlResult *base, const JlResult *theirs, const JlFormValue *mine)
{
  const char      *before = raw_of (field, base);
  const char      *after = raw_of (field, theirs);
  gboolean         they = g_strcmp0 (before, after) != 0;
  JlConflictField *result;

  if (mine == NULL && !they)
    return NULL;
  if (mine && g_strcmp0 (mine->raw, after) == 0)
    return NULL;
  result = g_new0 (JlConflictField, 1);
  result->field = field;
  result->mine = mine ? g_strdup (mine->text) : jl_record_field_text (field, base, 0);
  result->mine_raw = g_strdup (mine ? mine->raw : before);
  result->theirs = jl_record_field_text (field, theirs, 0);
  if (mine == NULL)
    result->side = JL_SIDE_THEIRS;
  else
    result->side = they ? JL_SIDE_OPEN : JL_SIDE_MINE;
  return result;
}

GPtrArray *
jl_conflict_new (const JlRegister *reg, const JlResult *base, const JlResult *theirs, const GPtrArray *mine)
{
  GPtrArray *conflict = g_ptr_array_new_with_free_func (field_free);

  for (const JlField *field = reg->fields; field->name; field++)
    {
      JlConflictField *found = NULL;

      if (!(field->flags & JL_FIELD_DERIVED))
        found = compare (field, base, theirs, jl_form_values_find (mine, field));
      if (found)
        g_ptr_array_add (conflict, found);
    }
  return conflict;
}

gboolean
jl_conflict_is_decided (const GPtrArray *conflict)
{
  for (guint i = 0; i < conflict->len; i++)
    {
      const JlConflictField *field = g_ptr_array_index (conflict, i);

      if (field->side == JL_SIDE_OPEN)
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
jl_conflict_get_values (const GPtrArray *conflict)
{
  GPtrArray *values = jl_form_values_new ();

  for (guint i = 0; i < conflict->len; i++)
    {
      const JlConflictField *field = g_ptr_array_index (conflict, i);

      if (field->side == JL_SIDE_MINE)
        jl_form_values_add (values, field->field, g_strdup (field->mine_raw), g_strdup (field->mine));
    }
  return values;
}
