/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The program. It opens databases in a thread while the window is being made, and shows the window
 * when the database is there or when opening takes longer than the eye forgives. */

#include "jl-application.h"

#include <glib/gi18n.h>

#include "jl-compat.h"
#include "jl-errand.h"
#include "jl-launch.h"
#include "jl-options.h"
#include "jl-preferences.h"
#include "jl-settings.h"
#include "jl-window.h"

#define SHOW_AFTER_MS 300
/* What pictures are set in where no desktop says otherwise, so that they are alike everywhere. */
#define PICTURE_FONT "Sans 11"

struct _JlApplication
{
  AdwApplication parent_instance;

  gint64     started;
  JlOptions  options;
  GSettings *settings; /* (nullable): not installed, or a run that keeps nothing */
  int        status;
  gboolean   errand_done; /* what the command line asked for is asked for once */

  JlWindow     *window; /* unowned; NULL before activate and after its end */
  JlTarget     *target; /* of the launch under way or done */
  GCancellable *cancellable;
  guint         show_timeout;
};

G_DEFINE_FINAL_TYPE (JlApplication, jl_application, ADW_TYPE_APPLICATION)

static void
apply_style (JlApplication *self)
{
  jl_preferences_apply_style (self->settings, self->options.dark);
}

/* Showing */

static void
present (JlApplication *self)
{
  g_clear_handle_id (&self->show_timeout, g_source_remove);
  if (self->window)
    gtk_window_present (GTK_WINDOW (self->window));
}

static gboolean
show_timeout_cb (gpointer user_data)
{
  JlApplication *self = user_data;

  self->show_timeout = 0;
  present (self);
  return G_SOURCE_REMOVE;
}

static void
finish_errand (const char *failure, gpointer user_data)
{
  JlApplication *self = user_data;

  if (failure)
    {
      g_printerr ("jiliang: %s\n", failure);
      self->status = 1;
    }
  if (self->window)
    gtk_window_destroy (GTK_WINDOW (self->window));
}

/* Launching */

static void
progress_cb (JlLaunchStage stage, gpointer user_data)
{
  JlApplication *self = user_data;
  JlConnectPage *page;

  if (self->window == NULL || jl_window_get_link (self->window))
    return;
  page = jl_window_get_connect_page (self->window);
  switch (stage)
    {
    case JL_LAUNCH_SERVER:
      jl_connect_page_show_progress (page, _ ("Starting"),
                                     _ ("The private database server is being started."));
      break;
    case JL_LAUNCH_PRACTICE:
      jl_connect_page_show_progress (
          page, _ ("Preparing practice data"),
          _ ("At the first start invented buildings and seasons are made; this takes some seconds."));
      break;
    case JL_LAUNCH_OPEN:
      jl_connect_page_show_progress (page, _ ("Opening"), _ ("Signing in to the database."));
      break;
    }
}

static void
set_role_state (JlApplication *self, JlLink *link)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "open-as");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), jl_link_is_practice (link));
  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (jl_link_get_role (link)));
}

static void
launch_failed (JlApplication *self, const GError *error)
{
  JlConnectPage *page = jl_window_get_connect_page (self->window);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (jl_options_is_batch (&self->options))
    {
      finish_errand (error->message, self);
      return;
    }
  if (jl_window_get_link (self->window))
    {
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.toast", "s", error->message);
      return;
    }
  jl_connect_page_show_choice (page, self->target->server);
  jl_connect_page_show_error (page, _ ("The database could not be opened."), error);
  present (self);
}

static void
run_errand (JlApplication *self)
{
  if (self->errand_done)
    return;
  self->errand_done = TRUE;
  jl_errand_run (self->window, &self->options, self->started, finish_errand, self);
}

static void
launch_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JlLink) link = jl_launch_finish (result, &error);

  if (self->window == NULL)
    return;
  if (link == NULL)
    {
      launch_failed (self, error);
      return;
    }
  jl_connect_page_show_choice (jl_window_get_connect_page (self->window), NULL);
  jl_connect_page_forget_password (jl_window_get_connect_page (self->window));
  jl_preferences_keep_database (self->settings, self->target->server);
  set_role_state (self, link);
  jl_window_set_link (self->window, link);
  present (self);
  run_errand (self);
}

static void
launch (JlApplication *self, JlTarget *target)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->target, jl_target_free);
  self->target = target;
  self->cancellable = g_cancellable_new ();
  jl_launch_async (target, progress_cb, self->cancellable, launch_done_cb, g_object_ref (self));
}

/* What the command line, or else the last session, says; NULL: ask. */
static JlTarget *
first_target (JlApplication *self)
{
  const JlOptions *options = &self->options;
  g_autofree char *last = jl_preferences_last_database (self->settings);

  if (options->database)
    return jl_target_new (options->database, options->as, NULL);
  if (options->practice || options->as || jl_options_is_batch (options) ||
      g_str_equal (last, JL_LAST_PRACTICE))
    return jl_target_new (NULL, options->as, NULL);
  return *last ? jl_target_new (last, NULL, NULL) : NULL;
}

static void
practice_cb (JlApplication *self)
{
  launch (self, jl_target_new (NULL, NULL, NULL));
}

static void
central_cb (JlApplication *self, const char *server, const char *user, const char *password)
{
  launch (self, jl_target_new (server, user, password));
}

static void
cancel_cb (JlApplication *self)
{
  g_cancellable_cancel (self->cancellable);
  jl_connect_page_show_choice (jl_window_get_connect_page (self->window), NULL);
}

/* Actions */

static void
open_as (gpointer window, gpointer role)
{
  launch (JL_APPLICATION (gtk_window_get_application (window)), jl_target_new (NULL, role, NULL));
}

static void
open_as_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JlApplication *self = user_data;

  if (self->window)
    jl_window_leave_then (self->window, open_as, g_variant_dup_string (parameter, NULL), g_free);
}

static void
leave_database (gpointer window, gpointer data)
{
  JlApplication *self = JL_APPLICATION (gtk_window_get_application (window));

  g_cancellable_cancel (self->cancellable);
  jl_window_set_link (window, NULL);
}

static void
other_database_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JlApplication *self = user_data;

  if (self->window)
    jl_window_leave_then (self->window, leave_database, NULL, NULL);
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  jl_compat_show_about (gtk_application_get_active_window (user_data));
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JlApplication *self = user_data;

  if (self->window)
    gtk_window_close (GTK_WINDOW (self->window));
}

static void
add_style_action (JlApplication *self)
{
  g_autoptr (GAction) action = NULL;

  if (self->settings == NULL)
    return;
  action = g_settings_create_action (self->settings, "style");
  g_action_map_add_action (G_ACTION_MAP (self), action);
  g_signal_connect_swapped (self->settings, "changed::style", G_CALLBACK (apply_style), self);
}

static void
add_accelerators (JlApplication *self)
{
  static const struct
  {
    const char *action;
    const char *keys[3];
  } accelerators[] = {
    { "win.show-sidebar", { "F9" } },
    { "win.back", { "<Alt>Left" } },
    { "win.next-area", { "F6" } },
    { "win.previous-area", { "<Shift>F6" } },
    { "win.chart-table", { "<Control>t" } },
    { "win.reload", { "F5", "<Control>r" } },
    { "window.close", { "<Control>w" } },
    { "app.quit", { "<Control>q" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action,
                                           accelerators[i].keys);
}

static void
add_actions (JlApplication *self)
{
  const GActionEntry entries[] = {
    { "open-as", open_as_action, "s", "''" },
    { "other-database", other_database_action },
    { "about", about_action },
    { "quit", quit_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_style_action (self);
  add_accelerators (self);
}

/* Application */

static void
window_destroyed_cb (JlApplication *self)
{
  g_clear_handle_id (&self->show_timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  self->window = NULL;
}

static void
make_window (JlApplication *self)
{
  JlConnectPage *page;

  self->window = jl_window_new (GTK_APPLICATION (self));
  page = jl_window_get_connect_page (self->window);
  jl_preferences_bind_window (self->settings, GTK_WINDOW (self->window));
  if (self->options.width > 0)
    gtk_window_set_default_size (GTK_WINDOW (self->window), self->options.width,
                                 self->options.height);
  g_signal_connect_swapped (self->window, "destroy", G_CALLBACK (window_destroyed_cb), self);
  g_signal_connect_object (page, "practice", G_CALLBACK (practice_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "central", G_CALLBACK (central_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "cancel", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
}

static void
jl_application_activate (GApplication *application)
{
  JlApplication *self = JL_APPLICATION (application);
  JlTarget      *target;

  if (self->window)
    {
      present (self);
      return;
    }
  target = first_target (self);
  if (target)
    launch (self, target);
  make_window (self);
  if (target)
    self->show_timeout = g_timeout_add (SHOW_AFTER_MS, show_timeout_cb, self);
  else
    present (self);
}

static void
jl_application_startup (GApplication *application)
{
  JlApplication *self = JL_APPLICATION (application);

  G_APPLICATION_CLASS (jl_application_parent_class)->startup (application);
  if (jl_options_is_batch (&self->options))
    g_object_set (gtk_settings_get_default (), "gtk-font-name", PICTURE_FONT,
                  "gtk-enable-animations", FALSE, NULL);
  else
    self->settings = jl_settings_open ();
  add_actions (self);
  apply_style (self);
}

static int
jl_application_handle_local_options (GApplication *application, GVariantDict *words)
{
  JlApplication *self = JL_APPLICATION (application);

  if (!jl_options_read (&self->options, words))
    return 2;
  if (jl_options_is_batch (&self->options))
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
jl_application_finalize (GObject *object)
{
  JlApplication *self = JL_APPLICATION (object);

  jl_options_clear (&self->options);
  g_clear_object (&self->settings);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->target, jl_target_free);
  G_OBJECT_CLASS (jl_application_parent_class)->finalize (object);
}

static void
jl_application_class_init (JlApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jl_application_finalize;
  application_class->activate = jl_application_activate;
  application_class->startup = jl_application_startup;
  application_class->handle_local_options = jl_application_handle_local_options;
}

static void
jl_application_init (JlApplication *self)
{
  jl_options_add (G_APPLICATION (self));
}

JlApplication *
jl_application_new (gint64 started)
{
  JlApplication *self = g_object_new (JL_TYPE_APPLICATION, "application-id", JL_APPLICATION_ID,
                                      "resource-base-path", "/org/jiliang/Jiliang", NULL);

  self->started = started;
  return self;
}

int
jl_application_get_status (JlApplication *self)
{
  return self->status;
}
