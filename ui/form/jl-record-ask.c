/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Questions before a record goes or comes back. */

#include "jl-record-ask.h"

#include <glib/gi18n-lib.h>

#include "jl-compat.h"
#include "jl-record-work.h"

#define MOST_LINES 12

static void
append_children (GString *text, const JlRecordDetails *details)
{
  for (guint i = 0; details->children && i < details->children->len; i++)
    {
      const JlRecordChildren *children = g_ptr_array_index (details->children, i);
      guint                   n = MIN (jl_result_n_rows (children->rows), JL_RECORD_CHILDREN);

      if (n > 0)
        g_string_append_printf (text, "\n%s %u%s", _ (children->reg->title), n, children->more ? "+" : "");
    }
}

static gboolean
has_children (const JlRecordDetails *details)
{
  for (guint i = 0; details->children && i < details->children->len; i++)
    {
      if (jl_result_n_rows (((JlRecordChildren *) g_ptr_array_index (details->children, i))->rows) > 0)
        return TRUE;
    }
  return FALSE;
}

void
jl_record_ask_delete (GtkWindow             *parent,
                      const JlRegister      *reg,
                      const JlRecordDetails *details,
                      GAsyncReadyCallback    callback,
                      gpointer               user_data)
{
  g_autofree char *title = jl_record_title (reg, details->record, 0);
  g_autofree char *heading = NULL;
  GString         *body = g_string_new (NULL);
  g_autofree char *text = NULL;

  /* Translators: what a record is called */
  heading = g_strdup_printf (_ ("Delete “%s”?"), title);
  /* Translators: the title of a register */
  g_string_append_printf (body, _ ("The record goes from “%s”. Its history stays, and it can be brought back."), _ (reg->title));
  if (has_children (details))
    {
      g_string_append_printf (body, "\n%s", _ ("These records belong to it; as long as they are there the database may refuse:"));
      append_children (body, details);
    }
  text = g_string_free (body, FALSE);
  jl_compat_ask_async (parent, heading, text, _ ("_Cancel"), _ ("_Delete"), TRUE, callback, user_data);
}

/* On its way from the version to the answer. */
typedef struct
{
  GTask            *task;
  GtkWindow        *parent;
  const JlRegister *reg;
  JlResult         *present;
  int               version;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->task);
  g_clear_object (&question->parent);
  jl_result_unref (question->present);
  g_free (question);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

/* "集中供热面积: 17,474.90 → 17,561.30" for each field that would change. */
static char *
differences (const JlRegister *reg, const JlResult *present, const JlResult *version)
{
  GString *text = g_string_new (NULL);
  guint    n = 0;

  for (const JlField *field = reg->fields; field->name; field++)
    {
      g_autofree char *before = NULL, *after = NULL, *change = NULL, *line = NULL;

      if (field->flags & JL_FIELD_DERIVED || !jl_record_has_column (version, field->name))
        continue;
      before = jl_record_field_text (field, present, 0);
      after = jl_record_field_text (field, version, 0);
      if (g_str_equal (before, after) || ++n > MOST_LINES)
        continue;
      change = g_strdup_printf ("%s → %s", before, after);
      line = g_strdup_printf (_ ("%s: %s"), _ (field->label), change);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  if (n > MOST_LINES)
    g_string_append (text, "\n…");
  if (n == 0)
    g_string_append (text, _ ("The values are the same as those of the present version."));
  return g_string_free (text, FALSE);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;

  g_task_return_int (question->task, jl_compat_ask_finish (result) ? question->version : 0);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) version = jl_pool_run_finish (JL_POOL (source), result, &error);
  g_autofree char *heading = NULL, *text = NULL;
  GtkWindow       *parent = question->parent;

  if (version == NULL)
    {
      g_task_return_error (question->task, g_steal_pointer (&error));
      return;
    }
  if (jl_result_n_rows (version) == 0)
    {
      g_task_return_int (question->task, 0);
      return;
    }
  /* Translators: number of a version */
  heading = g_strdup_printf (_ ("Restore version %d?"), question->version);
  text = differences (question->reg, question->present, version);
  jl_compat_ask_async (parent, heading, text, _ ("_Cancel"), _ ("_Restore"), FALSE, answered_cb,
                       g_steal_pointer (&question));
}

static const char *
since_of (const JlResult *versions, int version)
{
  for (guint i = 0; i < jl_result_n_rows (versions); i++)
    {
      if (jl_result_int (versions, i, "version", 0) == version && !jl_result_bool (versions, i, "deleted"))
        return jl_result_text (versions, i, "since");
    }
  return NULL;
}

void
jl_record_ask_restore_async (GtkWindow             *parent,
                             JlLink                *link,
                             const JlRegister      *reg,
                             const JlRecordDetails *details,
                             int                    version,
                             GAsyncReadyCallback    callback,
                             gpointer               user_data)
{
  const char  *since = since_of (details->versions, version);
  Question    *question = g_new0 (Question, 1);
  JlRecordJob *job;

  *question = (Question){ g_task_new (parent, NULL, callback, user_data), parent ? g_object_ref (parent) : NULL, reg,
                          jl_result_ref (details->record), version };
  g_task_set_source_tag (question->task, jl_record_ask_restore_async);
  if (since == NULL || link == NULL)
    {
      g_task_return_int (question->task, 0);
      question_free (question);
      return;
    }
  job = g_new0 (JlRecordJob, 1);
  job->reg = reg;
  job->id = jl_result_int (details->record, 0, "id", 0);
  job->at = g_strdup (since);
  jl_pool_run_async (jl_link_get_pool (link), JL_WORK_READ, jl_record_work_look, job, jl_record_job_free,
                     (GDestroyNotify) jl_result_unref, NULL, looked_cb, question);
}

gboolean
jl_record_ask_restore_finish (GAsyncResult *result, int *version, GError **error)
{
  *version = (int) g_task_propagate_int (G_TASK (result), error);
  return *version > 0;
}
