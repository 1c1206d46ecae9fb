/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The second half of an import: what units and references are meant, then the rows, some thousand at a time in one transaction. */

#include "jl-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "jl-csv.h"
#include "jl-plain-text.h"

#define BATCH 5000

/* What a key names. */
typedef struct
{
  char *id; /* NULL: several */
  char *unit;
} Named;

static void
named_free (Named *named)
{
  g_free (named->id);
  g_free (named->unit);
  g_free (named);
}

static char **
cells_of (const JlRegisterImport *self, guint row)
{
  return ((JlCsvRow *) g_ptr_array_index (self->rows, row))->cells;
}

static guint
line_of (const JlRegisterImport *self, guint row)
{
  return ((JlCsvRow *) g_ptr_array_index (self->rows, row))->line;
}

/* ---- what is called how */

static void
append_quoted (GString *array, const char *text)
{
  g_string_append (array, array->len > 1 ? ",\"" : "\"");
  for (; *text != '\0'; text++)
    {
      if (*text == '"' || *text == '\\')
        g_string_append_c (array, '\\');
      g_string_append_c (array, *text);
    }
  g_string_append_c (array, '"');
}

/* The different keys of a column as an array of the server. (transfer full) */
static char *
list_keys (const JlRegisterImport *self, guint column)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GString *array = g_string_new ("{");

  for (guint row = 1; row < self->rows->len; row++)
    {
      char *key = cells_of (self, row)[column];

      if (*key != '\0' && g_hash_table_add (seen, key))
        append_quoted (array, key);
    }
  g_string_append_c (array, '}');
  return g_string_free (array, FALSE);
}

static GHashTable *
take_names (JlResult *answer)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) named_free);

  for (guint i = 0; i < jl_result_n_rows (answer); i++)
    {
      const char *key = jl_result_text (answer, i, "key");
      const char *id = jl_result_text (answer, i, "id");
      Named      *named = g_hash_table_lookup (names, key);

      if (named == NULL)
        {
          named = g_new0 (Named, 1);
          named->id = g_strdup (id);
          named->unit = g_strdup (jl_result_text (answer, i, "unit_id"));
          g_hash_table_insert (names, g_strdup (key), named);
        }
      else if (g_strcmp0 (named->id, id) != 0)
        g_clear_pointer (&named->id, g_free);
    }
  return names;
}

static GHashTable *
ask_names (JlRegisterImport *self, JlSession *session, guint column, GError **error)
{
  static const JlStatement ask = { "import-keys", "select key, id, unit_id from jl_api.import_keys($1, $2::text[])", 2 };
  const JlField           *field = self->fields[column];
  g_autofree char         *keys = list_keys (self, column);
  const char *const        params[] = { field->type == JL_FIELD_UNIT ? "unit" : field->reference, keys };
  g_autoptr (JlResult) answer = jl_session_query (session, &ask, params, error);

  return answer != NULL ? take_names (answer) : NULL;
}

static void
resolve_cell (JlRegisterImport *self, GHashTable *names, guint row, guint column)
{
  char       **cell = &cells_of (self, row)[column];
  const Named *named = **cell != '\0' ? g_hash_table_lookup (names, *cell) : NULL;

  if (**cell == '\0')
    return;
  if (named == NULL)
    jl_import_add_fault (self, line_of (self, row), self->heads[column], *cell,
                         g_strdup (_ ("there is none of this code or name, or it is not yours to see: enter it first, or correct the word")));
  else if (named->id == NULL)
    jl_import_add_fault (self, line_of (self, row), self->heads[column], *cell,
                         g_strdup (_ ("several are called so: write the code instead")));
  else
    {
      if (self->unit != NULL && g_str_equal (self->fields[column]->name, self->reg->parent_field))
        self->units[row] = g_strdup (named->unit);
      g_free (*cell);
      *cell = g_strdup (named->id);
    }
}

static gboolean
resolve_column (JlRegisterImport *self, JlSession *session, guint column, GError **error)
{
  g_autoptr (GHashTable) names = ask_names (self, session, column, error);

  if (names == NULL)
    return FALSE;
  for (guint row = 1; row < self->rows->len && !jl_import_is_full (self); row++)
    resolve_cell (self, names, row, column);
  return TRUE;
}

/**
 * jl_register_import_resolve:
 * @self: a file without faults
 * @session: a session
 * @error: return location
 *
 * Returns: whether the server could be asked
 */
gboolean
jl_register_import_resolve (JlRegisterImport *self, JlSession *session, GError **error)
{
  if (self->unit != NULL && self->units == NULL)
    self->units = g_new0 (char *, self->rows->len);
  for (guint i = 0; i < self->n_columns; i++)
    if (self->fields[i] != NULL && (self->fields[i]->type == JL_FIELD_UNIT || self->fields[i]->type == JL_FIELD_REFERENCE) &&
        !resolve_column (self, session, i, error))
      return FALSE;
  return TRUE;
}

/* ---- the rows */

static void
append_value (GString *json, const char *name, const char *value)
{
  g_string_append_printf (json, ",\"%s\":", name);
  jl_append_json_text (json, *value != '\0' ? value : NULL);
}

static char *
rows_as_json (const JlRegisterImport *self, guint first, guint last)
{
  GString *json = g_string_new ("[");

  for (guint row = first; row < last; row++)
    {
      g_string_append_printf (json, "%s{\"line\":%u", row > first ? "," : "", line_of (self, row));
      for (guint i = 0; i < self->n_columns; i++)
        if (self->fields[i] != NULL)
          append_value (json, self->fields[i]->name, cells_of (self, row)[i]);
      if (self->unit != NULL)
        append_value (json, self->unit->name, self->units[row]);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

static char *
fields_as_array (const JlRegisterImport *self)
{
  GString *array = g_string_new ("{");

  for (guint i = 0; i < self->n_columns; i++)
    if (self->fields[i] != NULL)
      append_quoted (array, self->fields[i]->name);
  if (self->unit != NULL)
    append_quoted (array, self->unit->name);
  g_string_append_c (array, '}');
  return g_string_free (array, FALSE);
}

/* "field company.code, company.name" of the server, in the words of the register. (transfer full) */
static char *
with_labels (const JlRegister *reg, const char *message)
{
  GString *text = g_string_new (message);

  for (const JlField *field = reg->fields; field->name != NULL; field++)
    {
      g_autofree char *behind = g_strconcat ("field ", reg->name, ".", field->name, NULL);
      g_autofree char *further = g_strconcat (", ", reg->name, ".", field->name, NULL);
      g_autofree char *label = g_strconcat ("、", _ (field->label), NULL);

      g_string_replace (text, behind, _ (field->label), 0);
      g_string_replace (text, further, label, 0);
    }
  return g_string_free (text, FALSE);
}

static gboolean
send_rows (JlRegisterImport *self, JlSession *session, const char *file, GError **error)
{
  static const JlStatement rows = { "import-rows", "select jl_api.import_rows($1, $2::int, $3::text[], $4::jsonb)", 4 };
  g_autofree char         *fields = fields_as_array (self);

  for (guint first = 1; first < self->rows->len; first += BATCH)
    {
      g_autofree char  *json = rows_as_json (self, first, MIN (first + BATCH, self->rows->len));
      const char *const params[] = { self->reg->name, file, fields, json };
      g_autoptr (JlResult) done = jl_session_query (session, &rows, params, error);

      if (done == NULL)
        return FALSE;
    }
  return TRUE;
}

/* The number of the file; "" when it came before. (transfer full) */
static char *
begin (JlRegisterImport *self, JlSession *session, const char *name, GError **error)
{
  static const JlStatement statement = { "import-begin",
                                         "select jl_api.import_begin($1, $2, convert_to ($3, 'UTF8'), $4::int) as file", 4 };
  gsize                    size;
  const char              *data = g_bytes_get_data (self->bytes, &size);
  g_autofree char         *text = g_strndup (data, size);
  g_autofree char         *n = g_strdup_printf ("%u", self->rows->len - 1);
  const char *const        params[] = { self->reg->name, name, text, n };
  g_autoptr (JlResult) answer = jl_session_query (session, &statement, params, error);
  const char *file;

  if (answer == NULL)
    return NULL;
  file = jl_result_text (answer, 0, "file");
  return g_strdup (file != NULL ? file : "");
}

static gboolean
work (JlRegisterImport *self, JlSession *session, const char *name, guint *n_added, GError **error)
{
  g_autofree char *file = begin (self, session, name, error);

  *n_added = 0;
  if (file == NULL || *file == '\0')
    return file != NULL;
  *n_added = self->rows->len - 1;
  return send_rows (self, session, file, error);
}

/**
 * jl_register_import_send:
 * @self: a file without faults, after jl_register_import_resolve()
 * @session: a session outside a transaction
 * @name: of the file
 * @n_added: (out): how many records came; 0: the same file came before
 * @error: return location
 *
 * Returns: whether all rows are records
 */
gboolean
jl_register_import_send (JlRegisterImport *self, JlSession *session, const char *name, guint *n_added, GError **error)
{
  GError *failure = NULL;

  g_return_val_if_fail (self->faults->len == 0, FALSE);

  if (!jl_session_begin (session, JL_TRANSACTION_WRITE, error))
    return FALSE;
  if (work (self, session, name, n_added, &failure) && jl_session_commit (session, &failure))
    return TRUE;
  jl_session_rollback (session);
  if (failure != NULL)
    {
      g_autofree char *words = with_labels (self->reg, failure->message);

      g_set_error_literal (error, failure->domain, failure->code, words);
      g_error_free (failure);
    }
  return FALSE;
}
