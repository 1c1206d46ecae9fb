/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* From a file to texts as the server reads them. A cell's text is replaced by them in its place; an empty one is nothing. */

#include "jl-register-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "jl-csv.h"
#include "jl-import-private.h"
#include "jl-personal.h"
#include "jl-sink-private.h"

static void
fault_free (JlImportFault *fault)
{
  g_free (fault->column);
  g_free (fault->value);
  g_free (fault->reason);
  g_free (fault);
}

void
jl_register_import_free (JlRegisterImport *self)
{
  if (self == NULL)
    return;
  if (self->units != NULL)
    for (guint i = 0; i < self->rows->len; i++)
      g_free (self->units[i]);
  g_free (self->units);
  g_bytes_unref (self->bytes);
  g_ptr_array_unref (self->rows);
  g_free (self->fields);
  g_strfreev (self->heads);
  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->ignored);
  g_free (self);
}

gboolean
jl_import_is_full (const JlRegisterImport *self)
{
  return self->faults->len == JL_IMPORT_MAX_FAULTS;
}

void
jl_import_add_fault (JlRegisterImport *self, guint line, const char *column, const char *value, char *reason)
{
  JlImportFault *fault;

  if (jl_import_is_full (self))
    {
      g_free (reason);
      return;
    }
  fault = g_new0 (JlImportFault, 1);
  fault->line = line;
  fault->column = g_strdup (column);
  fault->value = g_strdup (value);
  fault->reason = reason;
  g_ptr_array_add (self->faults, fault);
}

static const JlCsvRow *
row_at (const JlRegisterImport *self, guint i)
{
  return g_ptr_array_index (self->rows, i);
}

/* ---- the head */

/* By its name, its label, or its label with the unit behind it, as an export writes it. */
static const JlField *
find_field (const JlRegister *reg, const char *head)
{
  const JlField *field = jl_register_field (reg, head);

  for (const JlField *each = reg->fields; field == NULL && each->name != NULL; each++)
    {
      g_autofree char *written = jl_sink_head (each);

      if (g_str_equal (written, head) || g_str_equal (_ (each->label), head) || g_str_equal (each->label, head))
        field = each;
    }
  return field;
}

static gboolean
is_given (const JlRegisterImport *self, const JlField *field)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->fields[i] == field)
      return TRUE;
  return FALSE;
}

static void
read_column (JlRegisterImport *self, guint i)
{
  const char    *head = self->heads[i];
  const JlField *field = find_field (self->reg, head);

  if (jl_personal_is_head (head))
    jl_import_add_fault (self, 1, head, "",
                         g_strdup (_ ("this column is about persons; no register keeps who somebody is: delete the column from the file")));
  else if (field == NULL)
    jl_import_add_fault (self, 1, head, "", g_strdup_printf (_ ("the register has no such column: take the heads from an export of it")));
  else if (field->flags & JL_FIELD_DERIVED)
    g_ptr_array_insert (self->ignored, (int) self->ignored->len - 1, self->heads[i]);
  else if (is_given (self, field))
    jl_import_add_fault (self, 1, head, "", g_strdup (_ ("the column is there twice")));
  else
    self->fields[i] = field;
}

/* The unit of a record that belongs to another is that one's, unless the file says it. */
static void
check_required (JlRegisterImport *self)
{
  const JlField *parent = self->reg->parent_field != NULL ? jl_register_field (self->reg, self->reg->parent_field) : NULL;

  for (const JlField *field = self->reg->fields; field->name != NULL; field++)
    {
      if (!(field->flags & JL_FIELD_REQUIRED) || field->flags & JL_FIELD_DERIVED || is_given (self, field))
        continue;
      if (g_str_equal (field->name, "unit_id") && parent != NULL && is_given (self, parent))
        self->unit = field;
      else
        jl_import_add_fault (self, 1, _ (field->label), "", g_strdup (_ ("this column must be there and is missing")));
    }
}

static void
read_head (JlRegisterImport *self)
{
  self->heads = g_strdupv (row_at (self, 0)->cells);
  self->n_columns = g_strv_length (self->heads);
  self->fields = g_new0 (const JlField *, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_strstrip (self->heads[i]);
      read_column (self, i);
    }
  check_required (self);
}

/* ---- the cells */

/* An export marks a text that looks like a formula; the mark is not part of it. */
static const char *
without_mark (const char *cell)
{
  return cell[0] == '\'' && cell[1] != '\0' && strchr ("=+-@", cell[1]) != NULL ? cell + 1 : cell;
}

static gboolean
is_named (const JlField *field)
{
  return field->type == JL_FIELD_UNIT || field->type == JL_FIELD_REFERENCE;
}

/* Units and references stay as they are called until the server says which they are. */
static gboolean
read_value (const JlField *field, const char *cell, char **raw, GError **error)
{
  if (!is_named (field))
    return jl_field_parse (field, cell, raw, error);
  *raw = g_strstrip (g_strdup (cell));
  if (**raw == '\0')
    g_clear_pointer (raw, g_free);
  return TRUE;
}

static void
read_cell (JlRegisterImport *self, const JlCsvRow *row, guint i)
{
  const JlField *field = self->fields[i];
  const char    *cell = without_mark (row->cells[i]);
  const char    *personal = jl_personal_find (cell);
  g_autoptr (GError) error = NULL;
  char *raw = NULL;

  if (personal != NULL)
    jl_import_add_fault (self, row->line, self->heads[i], "…",
                         g_strdup_printf (_ ("this looks like %s; no register keeps who somebody is: take it out of the file"), personal));
  else if (field == NULL)
    return;
  else if (!read_value (field, cell, &raw, &error))
    jl_import_add_fault (self, row->line, self->heads[i], cell, g_strdup (error->message));
  else if (raw == NULL && field->flags & JL_FIELD_REQUIRED)
    jl_import_add_fault (self, row->line, self->heads[i], "", g_strdup (_ ("this must be filled in")));
  g_free (row->cells[i]);
  row->cells[i] = raw != NULL ? raw : g_strdup ("");
}

/**
 * jl_register_import_read:
 * @reg: a register
 * @bytes: a CSV file
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its rows, with the faults that can be seen without the database
 */
JlRegisterImport *
jl_register_import_read (const JlRegister *reg, GBytes *bytes, GError **error)
{
  GPtrArray        *rows = jl_csv_parse (bytes, error);
  JlRegisterImport *self;

  if (rows == NULL)
    return NULL;
  self = g_new0 (JlRegisterImport, 1);
  self->reg = reg;
  self->bytes = g_bytes_ref (bytes);
  self->rows = rows;
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) fault_free);
  self->ignored = g_ptr_array_new ();
  g_ptr_array_add (self->ignored, NULL);
  read_head (self);
  for (guint r = 1; r < rows->len && self->faults->len < JL_IMPORT_MAX_FAULTS; r++)
    for (guint i = 0; i < self->n_columns; i++)
      read_cell (self, row_at (self, r), i);
  if (rows->len == 1)
    jl_import_add_fault (self, 1, "", "", g_strdup (_ ("there are no rows below the head")));
  return self;
}

guint
jl_register_import_n_rows (const JlRegisterImport *self)
{
  return self->rows->len - 1;
}

GPtrArray *
jl_register_import_get_faults (const JlRegisterImport *self)
{
  return self->faults;
}

const char *const *
jl_register_import_get_ignored (const JlRegisterImport *self)
{
  return (const char *const *) self->ignored->pdata;
}
