/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* From a filter's batches to a sink. */

#include "jl-register-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "jl-sink-private.h"

#define MINUS "\u2212"

typedef struct
{
  const JlSinkKind *kind;
  JlSink           *sink;
  GCancellable     *cancellable;
  JlExportProgress  progress;
  gpointer          data;
  guint64           n_done;
} Run;

char *
jl_sink_head (const JlField *field)
{
  const char *unit = jl_field_unit (field);

  return g_strconcat (_ (field->label), unit, NULL);
}

/* They know the hyphen for less than nothing, people the minus sign. */
char *
jl_sink_number_text (const JlField *field, const char *raw)
{
  g_autofree char *text = jl_field_typed_text (field, raw);

  return g_str_has_prefix (text, MINUS) ? g_strconcat ("-", text + strlen (MINUS), NULL) : g_steal_pointer (&text);
}

char *
jl_sink_safe_text (const char *text)
{
  return g_strconcat (strchr ("=+-@\t\r", *text) != NULL && *text != '\0' ? "'" : "", text, NULL);
}

char *
jl_sink_note (const JlRegisterExport *what)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *day = g_strdup_printf (_ ("exported on %s"), what->day);

  g_ptr_array_add (parts, (gpointer) what->place);
  if (what->season != NULL)
    g_ptr_array_add (parts, (gpointer) what->season);
  if (what->conditions != NULL && *what->conditions != '\0')
    g_ptr_array_add (parts, (gpointer) what->conditions);
  g_ptr_array_add (parts, day);
  if (what->practice)
    g_ptr_array_add (parts, (gpointer) _ ("Practice data, not to be cited"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("　", (char **) parts->pdata);
}

/**
 * jl_register_export_file_name:
 * @self: what is exported
 * @suffix: ".csv" or ".xlsx"
 *
 * Returns: (transfer full): a name for the file
 */
char *
jl_register_export_file_name (const JlRegisterExport *self, const char *suffix)
{
  const JlRegister *reg = jl_register_filter_get_register (self->filter);
  char             *name = g_strconcat (_ (reg->title), "-", self->place, self->season != NULL ? "-" : "",
                            self->season != NULL ? self->season : "", self->practice ? "-演练" : "", suffix, NULL);

  return g_strdelimit (name, "/\\:*?\"<>|", '_');
}

/* All fields, when none are named. */
static GPtrArray *
list_fields (const JlRegisterExport *self)
{
  GPtrArray *fields = g_ptr_array_new ();

  if (self->fields != NULL)
    for (const JlField *const *field = self->fields; *field != NULL; field++)
      g_ptr_array_add (fields, (gpointer) *field);
  else
    for (const JlField *field = jl_register_filter_get_register (self->filter)->fields; field->name != NULL; field++)
      g_ptr_array_add (fields, (gpointer) field);
  g_ptr_array_add (fields, NULL);
  return fields;
}

static gboolean
take_batch (JlResult *batch, gpointer data, GError **error)
{
  Run  *run = data;
  guint n = jl_result_n_rows (batch);

  for (guint row = 0; row < n; row++)
    if (!run->kind->add (run->sink, batch, row, error))
      return FALSE;
  run->n_done += n;
  if (run->progress != NULL)
    run->progress (run->n_done, run->data);
  return !g_cancellable_set_error_if_cancelled (run->cancellable, error);
}

static const JlSinkKind *
find_kind (const char *path, GError **error)
{
  static const JlSinkKind *const kinds[] = { &jl_sink_csv, &jl_sink_xlsx };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (path, kinds[i]->suffix))
      return kinds[i];
  g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("“%s” ends neither with .csv nor with .xlsx"), path);
  return NULL;
}

/**
 * jl_register_export_write:
 * @self: what is exported
 * @session: a session outside a transaction
 * @path: the file, replaced when it is there
 * @cancellable: (nullable): ends it
 * @progress: (nullable): is told how many records are written
 * @data: for @progress
 * @error: return location
 *
 * Returns: whether the file is there, complete
 */
gboolean
jl_register_export_write (const JlRegisterExport *self,
                          JlSession              *session,
                          const char             *path,
                          GCancellable           *cancellable,
                          JlExportProgress        progress,
                          gpointer                data,
                          GError                **error)
{
  g_autoptr (GPtrArray) fields = list_fields (self);
  Run      run = { find_kind (path, error), NULL, cancellable, progress, data, 0 };
  gboolean done;

  if (run.kind == NULL)
    return FALSE;
  run.sink = run.kind->open (self, (const JlField *const *) fields->pdata, path, error);
  if (run.sink == NULL)
    return FALSE;
  done = jl_register_filter_each_batch (self->filter, session, take_batch, &run, error);
  return run.kind->close (run.sink, !done, done ? error : NULL) && done;
}

/**
 * jl_rows_export_write:
 * @self: what is exported
 * @rows: an answer
 * @places: (array length=n): rows of it
 * @n: how many
 * @path: the file, replaced when it is there
 * @error: return location
 *
 * Returns: whether the file is there, complete
 */
gboolean
jl_rows_export_write (const JlRegisterExport *self,
                      const JlResult         *rows,
                      const guint            *places,
                      guint                   n,
                      const char             *path,
                      GError                **error)
{
  g_autoptr (GPtrArray) fields = list_fields (self);
  const JlSinkKind *kind = find_kind (path, error);
  JlSink           *sink = kind != NULL ? kind->open (self, (const JlField *const *) fields->pdata, path, error) : NULL;
  gboolean          done = sink != NULL;

  if (sink == NULL)
    return FALSE;
  for (guint i = 0; i < n && done; i++)
    done = kind->add (sink, rows, places[i], error);
  return kind->close (sink, !done, done ? error : NULL) && done;
}
