/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* An export is a piece of work of its own: the page may be used meanwhile. The worker tells how many records are written; the main
 * thread shows the latest it was told. */

#include "jl-export-bar.h"

#include <glib/gi18n-lib.h>

#include "jl-compat.h"
#include "jl-quantity.h"
#include "jl-register-export.h"

struct _JlExportBar
{
  GtkWidget parent_instance;

  GCancellable *cancellable; /* of the export under way, else NULL */
  guint         n;           /* of its records */

  GtkRevealer    *revealer;
  GtkLabel       *words;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (JlExportBar, jl_export_bar, GTK_TYPE_WIDGET)

enum
{
  WRITTEN,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What the worker has. It may outlive the bar, and what it has may end in any thread. */
typedef struct
{
  GWeakRef      bar;
  JlPool       *pool; /* until the work has begun */
  JlExportOrder order;
  char         *suffix;
  char         *day;
  gboolean      practice;
  char         *path;
  GCancellable *cancellable;
  guint         n_done; /* atomic */
} Job;

static Job *
job_new (JlExportBar *bar, JlLink *link, const JlExportOrder *order, const char *suffix)
{
  Job *job = g_atomic_rc_box_new0 (Job);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_weak_ref_init (&job->bar, bar);
  job->pool = g_object_ref (jl_link_get_pool (link));
  job->order = *order;
  job->suffix = g_strdup (suffix);
  job->day = g_date_time_format (now, "%Y-%m-%d");
  job->practice = jl_link_is_practice (link);
  job->cancellable = g_cancellable_new ();
  return job;
}

static void
job_clear (gpointer data)
{
  Job *job = data;

  g_weak_ref_clear (&job->bar);
  g_clear_object (&job->pool);
  g_object_unref (job->cancellable);
  jl_register_filter_free (job->order.filter);
  g_ptr_array_unref (job->order.fields);
  g_free (job->order.place);
  g_free (job->order.season);
  g_free (job->order.conditions);
  g_free (job->suffix);
  g_free (job->day);
  g_free (job->path);
}

static void
job_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, job_clear);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_unref)

static JlRegisterExport
export_of (const Job *job)
{
  return (JlRegisterExport){
    .filter = job->order.filter,
    .fields = (const JlField *const *) job->order.fields->pdata,
    .place = job->order.place,
    .season = job->order.season,
    .conditions = job->order.conditions,
    .day = job->day,
    .practice = job->practice,
  };
}

/* What is heard of later has nowhere to be shown. */
static gboolean
is_gone (JlExportBar *self)
{
  return self == NULL || self->revealer == NULL;
}

static void
show_progress (JlExportBar *self, guint n_done)
{
  g_autofree char *done = jl_format_count (n_done, JL_NUMBER_SCREEN);
  g_autofree char *all = jl_format_count (self->n, JL_NUMBER_SCREEN);
  /* Translators: records written, and all of them, with separators */
  g_autofree char *words = g_strdup_printf (_ ("Exporting: %s of %s"), done, all);

  gtk_label_set_text (self->words, words);
  gtk_progress_bar_set_fraction (self->progress, self->n > 0 ? MIN (1.0, (double) n_done / self->n) : 0);
}

static gboolean
progress_cb (gpointer data)
{
  Job *job = data;
  g_autoptr (JlExportBar) self = g_weak_ref_get (&job->bar);

  if (!is_gone (self) && self->cancellable == job->cancellable)
    show_progress (self, (guint) g_atomic_int_get (&job->n_done));
  return G_SOURCE_REMOVE;
}

/* In the worker's thread. */
static void
told_cb (guint64 n_done, gpointer data)
{
  Job *job = data;

  g_atomic_int_set (&job->n_done, (guint) n_done);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, progress_cb, g_atomic_rc_box_acquire (job), job_unref);
}

static gpointer
write_file (JlSession *session, gpointer data, GError **error)
{
  Job *job = data;
  JlRegisterExport export = export_of (job);

  return jl_register_export_write (&export, session, job->path, job->cancellable, told_cb, job, error) ? g_strdup (job->path) : NULL;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlExportBar) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = jl_pool_run_finish (JL_POOL (source), result, &error);
  g_autofree char *uri = path ? g_filename_to_uri (path, NULL, &error) : NULL;

  g_clear_object (&self->cancellable);
  if (is_gone (self))
    return;
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  if (uri)
    g_signal_emit (self, signals[WRITTEN], 0, uri);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
start (JlExportBar *self, Job *job)
{
  g_autoptr (JlPool) pool = g_steal_pointer (&job->pool);

  self->n = job->order.n;
  self->cancellable = g_object_ref (job->cancellable);
  show_progress (self, 0);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  jl_pool_run_async (pool, JL_WORK_READ, write_file, g_atomic_rc_box_acquire (job), job_unref, g_free, job->cancellable,
                     written_cb, g_object_ref (self));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (JlExportBar) self = g_weak_ref_get (&job->bar);
  g_autoptr (GError) error = NULL;

  job->path = jl_compat_file_save_finish_path (result, job->suffix, &error);
  if (is_gone (self) || self->cancellable)
    return;
  if (job->path)
    start (self, job);
  else if (error)
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
cancel_clicked_cb (JlExportBar *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
}

static void
jl_export_bar_dispose (GObject *object)
{
  cancel_clicked_cb (JL_EXPORT_BAR (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_EXPORT_BAR);
  G_OBJECT_CLASS (jl_export_bar_parent_class)->dispose (object);
}

static void
jl_export_bar_class_init (JlExportBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_export_bar_dispose;
  signals[WRITTEN] =
      g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] =
      g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/pages/register/jl-export-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, JlExportBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, JlExportBar, words);
  gtk_widget_class_bind_template_child (widget_class, JlExportBar, progress);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
}

static void
jl_export_bar_init (JlExportBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
jl_export_bar_run (JlExportBar *self, JlLink *link, const JlExportOrder *order, const char *suffix)
{
  Job *job = job_new (self, link, order, suffix);
  JlRegisterExport export;
  g_autofree char *name = NULL;

  g_ptr_array_add (job->order.fields, NULL);
  export = export_of (job);
  name = jl_register_export_file_name (&export, suffix);
  jl_compat_file_save_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Export"), name, file_chosen_cb, job);
}

gboolean
jl_export_bar_is_busy (JlExportBar *self)
{
  return self->cancellable != NULL;
}
