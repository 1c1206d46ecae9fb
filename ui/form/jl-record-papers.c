/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 附件 of a record. Files are read, and papers fetched, in the worker thread; each paper is shown by a window of its own. */

#include "jl-record-papers.h"

#include <glib/gi18n-lib.h>

#include "jl-compat.h"
#include "jl-error.h"
#include "jl-paper-window.h"
#include "jl-record-trail.h"
#include "jl-register-store.h"
#include "jl-run.h"

#define CHECK_DIGITS 16

struct _JlRecordPapers
{
  GtkBox parent_instance;

  JlLink           *link; /* (nullable) */
  const JlRegister *reg;
  gint64            record_id;
  gboolean          may_add;
  GPtrArray        *running; /* GCancellable: cancelled when the widget goes */

  GtkBox    *list;
  GtkLabel  *refusal;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (JlRecordPapers, jl_record_papers, GTK_TYPE_BOX)

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A paper on its way in or out, as the worker gets it. */
typedef struct
{
  const JlRegister *reg;
  gint64            record_id;
  gint64            paper_id;
  GFile            *file; /* to be read or written */
} Job;

static void
job_free (gpointer data)
{
  g_clear_object (&((Job *) data)->file);
  g_free (data);
}

static void
start (JlRecordPapers *self, JlWorkKind kind, JlWorkFunc work, gpointer job, GDestroyNotify free_product, JlRunDone done)
{
  g_ptr_array_add (self->running, jl_run_start (self, jl_link_get_pool (self->link), kind, work, job, job_free, free_product, done));
}

static void
set_refusal (JlRecordPapers *self, const char *text)
{
  gtk_label_set_text (self->refusal, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), text != NULL);
}

/* What is wrong with a file is said where it was chosen; the page says the rest. */
static void
report (JlRecordPapers *self, const char *what, const GError *error)
{
  if (g_error_matches (error, JL_ERROR, JL_ERROR_INVALID))
    set_refusal (self, error->message);
  else
    g_signal_emit (self, signals[FAILED], 0, what, error);
}

/* In */

static gpointer
add_paper (JlSession *session, gpointer data, GError **error)
{
  Job *job = data;

  return jl_attachment_add_file (session, job->reg, job->record_id, job->file, error);
}

static void
added_cb (gpointer owner, gpointer product, const GError *error)
{
  JlRecordPapers  *self = owner;
  g_autofree char *name = product;
  g_autofree char *text = NULL;

  if (error)
    {
      report (self, _ ("The file was not attached."), error);
      return;
    }
  /* Translators: name of a file */
  text = g_strdup_printf (_ ("Attached: %s"), name);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
jl_record_papers_add_file (JlRecordPapers *self, GFile *file)
{
  Job *job;

  if (self->link == NULL || !self->may_add)
    return;
  set_refusal (self, NULL);
  job = g_new0 (Job, 1);
  *job = (Job){ self->reg, self->record_id, 0, g_object_ref (file) };
  start (self, JL_WORK_WRITE, add_paper, job, g_free, added_cb);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlRecordPapers) self = user_data;
  g_autoptr (GFile) file = jl_compat_file_open_finish (result);

  if (file)
    jl_record_papers_add_file (self, file);
}

static void
add_clicked_cb (JlRecordPapers *self)
{
  static const char *const mimes[] = { "application/pdf", "image/png", "image/jpeg", NULL };
  GtkRoot                 *root = gtk_widget_get_root (GTK_WIDGET (self));

  jl_compat_file_open_async (GTK_WINDOW (root), _ ("Attach a Paper"), _ ("PDF and pictures"), mimes, file_chosen_cb,
                             g_object_ref (self));
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, JlRecordPapers *self)
{
  GSList *files = g_value_get_boxed (value);

  if (self->link == NULL || !self->may_add)
    return FALSE;
  for (GSList *l = files; l; l = l->next)
    jl_record_papers_add_file (self, l->data);
  return files != NULL;
}

/* Out */

static gpointer
fetch_paper (JlSession *session, gpointer data, GError **error)
{
  Job *job = data;

  return jl_attachment_content (session, job->paper_id, error);
}

/* The paper's name and kind stand on its row. */
static void
show_paper (JlRecordPapers *self, GtkWidget *row, GBytes *content)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *window = jl_paper_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                           g_object_get_data (G_OBJECT (row), "jl-name"),
                                           g_object_get_data (G_OBJECT (row), "jl-mime"), content);

  gtk_window_present (GTK_WINDOW (window));
}

static GtkWidget *
find_row (JlRecordPapers *self, const char *role)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row; row = gtk_widget_get_next_sibling (row))
    {
      if (g_object_get_data (G_OBJECT (row), role))
        return row;
    }
  return NULL;
}

static void
fetched_cb (gpointer owner, gpointer product, const GError *error)
{
  JlRecordPapers *self = owner;
  g_autoptr (GBytes) content = product;
  GtkWidget *row = find_row (self, "jl-opening");

  if (row)
    g_object_set_data (G_OBJECT (row), "jl-opening", NULL);
  if (error)
    report (self, _ ("The paper could not be opened."), error);
  else if (row)
    show_paper (self, row, content);
}

static Job *
job_of_row (JlRecordPapers *self, GtkWidget *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "jl-id");
  Job          *job = g_new0 (Job, 1);

  *job = (Job){ self->reg, self->record_id, *id, NULL };
  return job;
}

static void
open_clicked_cb (GtkWidget *row, GtkWidget *button)
{
  JlRecordPapers *self = JL_RECORD_PAPERS (gtk_widget_get_ancestor (row, JL_TYPE_RECORD_PAPERS));

  if (self->link == NULL || find_row (self, "jl-opening"))
    return;
  g_object_set_data (G_OBJECT (row), "jl-opening", GINT_TO_POINTER (TRUE));
  start (self, JL_WORK_READ, fetch_paper, job_of_row (self, row), (GDestroyNotify) g_bytes_unref, fetched_cb);
}

static gpointer
copy_paper (JlSession *session, gpointer data, GError **error)
{
  Job *job = data;
  g_autoptr (GBytes) content = jl_attachment_content (session, job->paper_id, error);

  if (content == NULL || !g_file_replace_contents (job->file, g_bytes_get_data (content, NULL), g_bytes_get_size (content), NULL,
                                                   FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, error))
    return NULL;
  return g_file_get_basename (job->file);
}

static void
copied_cb (gpointer owner, gpointer product, const GError *error)
{
  JlRecordPapers  *self = owner;
  g_autofree char *name = product;
  g_autofree char *text = NULL;

  if (error)
    {
      report (self, _ ("The copy was not saved."), error);
      return;
    }
  /* Translators: name of a file */
  text = g_strdup_printf (_ ("Saved: %s"), name);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
copy_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) row = user_data;
  g_autoptr (GFile) file = jl_compat_file_save_finish (result);
  GtkWidget *papers = gtk_widget_get_ancestor (row, JL_TYPE_RECORD_PAPERS);
  Job       *job;

  if (file == NULL || papers == NULL)
    return;
  job = job_of_row (JL_RECORD_PAPERS (papers), row);
  job->file = g_steal_pointer (&file);
  start (JL_RECORD_PAPERS (papers), JL_WORK_READ, copy_paper, job, g_free, copied_cb);
}

static void
copy_clicked_cb (GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (row);

  jl_compat_file_save_async (GTK_WINDOW (root), _ ("Save a Copy"), g_object_get_data (G_OBJECT (row), "jl-name"), copy_chosen_cb,
                             g_object_ref (row));
}

/* Off */

static gpointer
remove_paper (JlSession *session, gpointer data, GError **error)
{
  Job *job = data;

  return jl_attachment_remove (session, job->paper_id, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static void
removed_cb (gpointer owner, gpointer product, const GError *error)
{
  JlRecordPapers *self = owner;

  if (error)
    report (self, _ ("The paper was not taken off."), error);
  else
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) row = user_data;
  GtkWidget *papers = gtk_widget_get_ancestor (row, JL_TYPE_RECORD_PAPERS);

  if (jl_compat_ask_finish (result) && papers)
    start (JL_RECORD_PAPERS (papers), JL_WORK_WRITE, remove_paper, job_of_row (JL_RECORD_PAPERS (papers), row), NULL, removed_cb);
}

static void
remove_clicked_cb (GtkWidget *row)
{
  GtkRoot         *root = gtk_widget_get_root (row);
  g_autofree char *heading = NULL;

  /* Translators: name of a file */
  heading = g_strdup_printf (_ ("Take “%s” off the record?"), (const char *) g_object_get_data (G_OBJECT (row), "jl-name"));
  jl_compat_ask_async (GTK_WINDOW (root), heading, _ ("The paper itself is kept in the record's trail."), _ ("_Cancel"),
                       _ ("_Take Off"), TRUE, remove_asked_cb, g_object_ref (row));
}

/* Widget */

static void
jl_record_papers_dispose (GObject *object)
{
  JlRecordPapers *self = JL_RECORD_PAPERS (object);

  for (guint i = 0; self->running && i < self->running->len; i++)
    g_cancellable_cancel (g_ptr_array_index (self->running, i));
  g_clear_pointer (&self->running, g_ptr_array_unref);
  g_clear_object (&self->link);
  G_OBJECT_CLASS (jl_record_papers_parent_class)->dispose (object);
}

static void
jl_record_papers_class_init (JlRecordPapersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jl_record_papers_dispose;

  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_STRING, G_TYPE_ERROR);
}

static GtkWidget *
make_refusal (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "visible", FALSE, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "jl-complaint");
  return label;
}

static void
jl_record_papers_init (JlRecordPapers *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->running = g_ptr_array_new_with_free_func (g_object_unref);
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "jl-lines");
  self->add = gtk_button_new_with_mnemonic (_ ("_Attach a Paper…"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->add, _ ("PDF, PNG or JPEG of at most 20 MB; files can be dropped here as well"));
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_clicked_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  self->refusal = GTK_LABEL (make_refusal ());
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->refusal));
  gtk_box_append (GTK_BOX (self), self->add);
}

static GtkWidget *
make_note (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "jl-note");
  return label;
}

static GtkWidget *
make_open (GtkWidget *row, const char *name)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "jl-link");
  gtk_widget_add_css_class (button, "jl-dense");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (open_clicked_cb), row);
  return button;
}

static GtkWidget *
make_button (const char *icon, const char *text, const char *name, GCallback clicked, GtkWidget *row)
{
  g_autofree char *label = g_strdup_printf (_ ("%s: %s"), text, name);
  GtkWidget       *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "jl-small-button");
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", clicked, row);
  return button;
}

/* "1.2 MB　演练人员乙　2013-05-06 09:41" */
static char *
paper_note (const JlResult *papers, guint i)
{
  g_autofree char *size = g_format_size ((guint64) jl_result_int (papers, i, "bytes", 0));
  g_autofree char *minute = jl_record_minute (jl_result_text (papers, i, "sent_at"));
  const char      *who = jl_result_text (papers, i, "sent_by_name");

  return g_strdup_printf ("%s　%s　%s", size, who ? who : "—", minute);
}

static char *
check_text (const JlResult *papers, guint i)
{
  const char      *sum = jl_result_text (papers, i, "sha256");
  g_autofree char *digits = g_strndup (g_str_has_prefix (sum ? sum : "", "\\x") ? sum + 2 : (sum ? sum : ""), CHECK_DIGITS);

  /* Translators: the first digits of a paper's SHA-256 */
  return g_strdup_printf (_ ("Check code %s"), digits);
}

static GtkWidget *
make_row (const JlResult *papers, guint i)
{
  const char      *name = jl_result_text (papers, i, "name");
  gint64           id = jl_result_int (papers, i, "id", 0);
  g_autofree char *note = paper_note (papers, i);
  g_autofree char *check = check_text (papers, i);
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  g_object_set_data_full (G_OBJECT (row), "jl-id", g_memdup2 (&id, sizeof id), g_free);
  g_object_set_data_full (G_OBJECT (row), "jl-name", g_strdup (name), g_free);
  g_object_set_data_full (G_OBJECT (row), "jl-mime", g_strdup (jl_result_text (papers, i, "mime")), g_free);
  gtk_box_append (GTK_BOX (line), make_open (row, name));
  gtk_box_append (GTK_BOX (line), make_button ("document-save-symbolic", _ ("Save a copy"), name, G_CALLBACK (copy_clicked_cb), row));
  if (jl_result_bool (papers, i, "may_remove"))
    gtk_box_append (GTK_BOX (line),
                    make_button ("user-trash-symbolic", _ ("Take off the record"), name, G_CALLBACK (remove_clicked_cb), row));
  gtk_box_append (GTK_BOX (row), line);
  gtk_box_append (GTK_BOX (row), make_note (note));
  gtk_box_append (GTK_BOX (row), make_note (check));
  return row;
}

void
jl_record_papers_fill (JlRecordPapers   *self,
                       JlLink           *link,
                       const JlRegister *reg,
                       gint64            record_id,
                       const JlResult   *papers,
                       gboolean          may_add)
{
  GtkWidget *child;

  g_set_object (&self->link, link);
  self->reg = reg;
  self->record_id = record_id;
  self->may_add = may_add;
  set_refusal (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_box_remove (self->list, child);
  for (guint i = 0; i < jl_result_n_rows (papers); i++)
    gtk_box_append (self->list, make_row (papers, i));
  if (jl_result_n_rows (papers) == 0)
    gtk_box_append (self->list, make_note (_ ("No papers are attached")));
  gtk_widget_set_visible (self->add, may_add);
}
