/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The calls of operations on divisions. */

#include "jl-division.h"

#include <glib/gi18n-lib.h>

static const JlStatement units = { "divisions", "select * from jl_api.divisions()", 0 };
static const JlStatement rename_unit = {
  "unit-rename", "select jl_api.unit_rename($1::int, $2::date, $3, $4, $5, $6, $7)", 7
};
static const JlStatement move_unit = { "unit-move", "select jl_api.unit_move($1::int, $2::date, $3::int, $4, $5)", 5 };
static const JlStatement merge_unit = { "unit-merge", "select jl_api.unit_merge(array[$1::int], $2::int, $3::date, $4)", 4 };
static const JlStatement split_unit = {
  "unit-split", "select jl_api.unit_split($1::int, $2::date, $3, $4, $5, $6, $7::int[], $8::int[], $9)", 9
};
static const JlStatement buildings_of = {
  "codes-of-buildings", "select * from jl_api.records_by_code('building', $1::text[], $2::int)", 2
};
static const JlStatement projects_of = {
  "codes-of-projects", "select * from jl_api.records_by_code('new_project', $1::text[], $2::int)", 2
};

void
jl_division_change_free (JlDivisionChange *self)
{
  g_free (self->on_day);
  g_free (self->document);
  g_free (self->name);
  g_free (self->short_name);
  g_free (self->code);
  g_free (self->type);
  g_strfreev (self->buildings);
  g_strfreev (self->projects);
  g_free (self);
}

JlResult *
jl_divisions_load (JlSession *session, GError **error)
{
  return jl_session_query (session, &units, NULL, error);
}

/* {"a","b"}: every element quoted, as the server reads an array. */
static char *
array_text (char **texts)
{
  GString *array = g_string_new ("{");

  for (guint i = 0; texts && texts[i]; i++)
    {
      g_string_append (array, i > 0 ? ",\"" : "\"");
      for (const char *c = texts[i]; *c; c++)
        {
          if (*c == '"' || *c == '\\')
            g_string_append_c (array, '\\');
          g_string_append_c (array, *c);
        }
      g_string_append_c (array, '"');
    }
  g_string_append_c (array, '}');
  return g_string_free (array, FALSE);
}

/* The ids of the records with these codes in the unit, as an array; the first code without one is the error. (transfer full) */
static char *
find_records (JlSession *session, const JlStatement *statement, char **codes, const char *unit, GError **error)
{
  g_autofree char  *texts = array_text (codes);
  const char *const params[] = { texts, unit };
  g_autoptr (JlResult) found = jl_session_query (session, statement, params, error);

  if (found == NULL)
    return NULL;
  if (jl_result_is_null (found, 0, "missing"))
    return g_strdup (jl_result_text (found, 0, "ids"));
  g_set_error (error, JL_ERROR, JL_ERROR_NOT_FOUND, _ ("No record of this unit has the code %s."), jl_result_text (found, 0, "missing"));
  return NULL;
}

static JlResult *
run_split (const JlDivisionChange *self, JlSession *session, const char *unit, GError **error)
{
  g_autofree char  *buildings = find_records (session, &buildings_of, self->buildings, unit, error);
  g_autofree char  *projects = buildings ? find_records (session, &projects_of, self->projects, unit, error) : NULL;
  const char *const params[] = { unit, self->on_day, self->name, self->short_name, self->code,
                                 self->type, buildings, projects, self->document };

  return projects ? jl_session_query (session, &split_unit, params, error) : NULL;
}

static JlResult *
run_kind (const JlDivisionChange *self, JlSession *session, GError **error)
{
  g_autofree char  *unit = g_strdup_printf ("%d", self->unit_id);
  g_autofree char  *other = g_strdup_printf ("%d", self->other_id);
  const char *const renamed[] = { unit, self->on_day, self->name, self->short_name, self->code, self->type, self->document };
  const char *const moved[] = { unit, self->on_day, other, self->code, self->document };
  const char *const merged[] = { unit, other, self->on_day, self->document };

  switch (self->kind)
    {
    case JL_DIVISION_RENAME:
      return jl_session_query (session, &rename_unit, renamed, error);
    case JL_DIVISION_MOVE:
      return jl_session_query (session, &move_unit, moved, error);
    case JL_DIVISION_MERGE:
      return jl_session_query (session, &merge_unit, merged, error);
    case JL_DIVISION_SPLIT:
    default:
      return run_split (self, session, unit, error);
    }
}

gboolean
jl_division_change_run (const JlDivisionChange *self, JlSession *session, GError **error)
{
  g_autoptr (JlResult) done = NULL;

  if (!jl_session_begin (session, JL_TRANSACTION_WRITE, error))
    return FALSE;
  done = run_kind (self, session, error);
  if (done == NULL)
    jl_session_rollback (session);
  return done != NULL && jl_session_commit (session, error);
}
