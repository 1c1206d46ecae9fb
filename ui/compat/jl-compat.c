/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The only file that may call what newer GTK or libadwaita deprecate; shaped like the successors.
 */

#include "jl-compat.h"

#include <glib/gi18n.h>

static void
ask_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, g_str_equal (response, "accept"));
}

void
jl_compat_ask_async (GtkWindow          *parent,
                     const char         *heading,
                     const char         *body,
                     const char         *cancel_label,
                     const char         *accept_label,
                     gboolean            destructive,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  GtkWidget        *widget = adw_message_dialog_new (parent, heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  GTask            *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, jl_compat_ask_async);
  adw_message_dialog_add_responses (dialog, "cancel", cancel_label, "accept", accept_label, NULL);
  adw_message_dialog_set_response_appearance (dialog,
                                              "accept",
                                              destructive ? ADW_RESPONSE_DESTRUCTIVE
                                                          : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, destructive ? "cancel" : "accept");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (ask_response_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
jl_compat_ask_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
unsaved_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  JlUnsaved unsaved = JL_UNSAVED_STAY;

  if (g_str_equal (response, "save"))
    unsaved = JL_UNSAVED_SAVE;
  else if (g_str_equal (response, "discard"))
    unsaved = JL_UNSAVED_DISCARD;
  g_task_return_int (task, unsaved);
}

void
jl_compat_ask_unsaved_async (GtkWindow          *parent,
                             const char         *heading,
                             const char         *body,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  GtkWidget        *widget = adw_message_dialog_new (parent, heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  GTask            *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, jl_compat_ask_unsaved_async);
  adw_message_dialog_add_responses (dialog, "stay", _ ("_Keep Editing"), "discard", _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "stay");
  g_signal_connect (dialog, "response", G_CALLBACK (unsaved_response_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

JlUnsaved
jl_compat_ask_unsaved_finish (GAsyncResult *result)
{
  return (JlUnsaved) g_task_propagate_int (G_TASK (result), NULL);
}

static void
file_response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GtkNativeDialog) owned = dialog;

  g_task_return_pointer (
      task,
      response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (owned)) : NULL,
      g_object_unref);
}

/* Papers belong with papers, not in the folder that the program was started from. */
static void
start_in_documents (GtkFileChooser *chooser)
{
  const char *path = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = g_file_new_for_path (path != NULL ? path : g_get_home_dir ());

  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

void
jl_compat_file_save_async (GtkWindow          *parent,
                           const char         *title,
                           const char         *initial_name,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, jl_compat_file_save_async);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  start_in_documents (GTK_FILE_CHOOSER (dialog));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), initial_name);
  g_signal_connect (dialog, "response", G_CALLBACK (file_response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

GFile *
jl_compat_file_save_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

char *
jl_compat_file_save_finish_path (GAsyncResult *result, const char *suffix, GError **error)
{
  g_autoptr (GFile) file = jl_compat_file_save_finish (result);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (file && path == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("The file can be written to this computer only."));
  if (path == NULL || g_str_has_suffix (path, suffix))
    return g_steal_pointer (&path);
  return g_strconcat (path, suffix, NULL);
}

void
jl_compat_file_open_async (GtkWindow          *parent,
                           const char         *title,
                           const char         *kinds_name,
                           const char *const  *mimes,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, jl_compat_file_open_async);
  gtk_file_filter_set_name (filter, kinds_name);
  for (; *mimes; mimes++)
    gtk_file_filter_add_mime_type (filter, *mimes);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  start_in_documents (GTK_FILE_CHOOSER (dialog));
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  g_signal_connect (dialog, "response", G_CALLBACK (file_response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

GFile *
jl_compat_file_open_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
jl_compat_show_about (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", _ ("Heat-metering reform"),
                         "application-icon", JL_APPLICATION_ID,
                         "version", JL_VERSION,
                         "developer-name", _ ("The Jiliang authors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _ ("Workbench of the heating-reform office: progress, assessment and circulars."),
                         NULL);
}

static void
tell_hidden (GtkStack *stack)
{
  GtkWidget *shown = gtk_stack_get_visible_child (stack);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (stack)); page; page = gtk_widget_get_next_sibling (page))
    gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN, page != shown, -1);
}

void
jl_compat_stack_tell_hidden (GtkStack *stack)
{
  g_signal_connect (stack, "notify::visible-child", G_CALLBACK (tell_hidden), NULL);
  tell_hidden (stack);
}
