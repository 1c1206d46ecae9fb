/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What the window says in passing. */

#include "jl-toasts.h"

#include <glib/gi18n.h>

struct _JlToasts
{
  AdwToastOverlay *overlay;
  AdwToast        *said; /* (nullable) (weak): the last that only says something */
};

JlToasts *
jl_toasts_new (AdwToastOverlay *overlay)
{
  JlToasts *self = g_new0 (JlToasts, 1);

  self->overlay = overlay;
  return self;
}

void
jl_toasts_free (JlToasts *self)
{
  g_clear_weak_pointer (&self->said);
  g_free (self);
}

void
jl_toasts_say (JlToasts *self, const char *words)
{
  AdwToast *toast = adw_toast_new (words);

  if (self->said)
    adw_toast_dismiss (self->said);
  g_set_weak_pointer (&self->said, toast);
  adw_toast_overlay_add_toast (self->overlay, toast);
}

static AdwToast *
new_with_button (const char *words, const char *button, const char *action)
{
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  return toast;
}

void
jl_toasts_offer_file (JlToasts *self, const char *words, const char *uri)
{
  AdwToast *toast = new_with_button (words, _ ("Open"), "win.open-file");

  adw_toast_set_action_target_value (toast, g_variant_new_string (uri));
  adw_toast_overlay_add_toast (self->overlay, toast);
}

void
jl_toasts_insist (JlToasts *self, const char *words, const char *button, const char *action)
{
  AdwToast *toast = new_with_button (words, button, action);

  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->overlay, toast);
}

/* By then the window may be gone, and nobody is told. */
static void
file_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) overlay = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    gtk_widget_activate_action (overlay, "win.toast", "s", error->message);
}

void
jl_toasts_open_file (JlToasts *self, const char *uri)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self->overlay));
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (display);

  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, file_opened_cb,
                                           g_object_ref (self->overlay));
}
