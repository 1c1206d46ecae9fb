/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Where the program stands before a database is open. */

#include "jl-connect-page.h"

#include <glib/gi18n.h>

#include "jl-advice.h"
#include "jl-banner.h"
#include "jl-compat.h"
#include "jl-error.h"

struct _JlConnectPage
{
  AdwBin parent_instance;

  JlBanner      *banner;
  GtkStack      *stack;
  GtkEditable   *server;
  GtkEditable   *user;
  GtkEditable   *password;
  GtkWidget     *practice_button;
  GtkWidget     *central_button;
  AdwStatusPage *progress;
  GtkSpinner    *spinner;
};

G_DEFINE_FINAL_TYPE (JlConnectPage, jl_connect_page, ADW_TYPE_BIN)

enum
{
  PRACTICE,
  CENTRAL,
  CANCEL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
practice_clicked_cb (JlConnectPage *self)
{
  g_signal_emit (self, signals[PRACTICE], 0);
}

static void
cancel_clicked_cb (JlConnectPage *self)
{
  g_signal_emit (self, signals[CANCEL], 0);
}

static const char *
text_or_null (GtkEditable *editable)
{
  const char *text = gtk_editable_get_text (editable);

  return *text ? text : NULL;
}

static char *
stripped_server (JlConnectPage *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->server)));
}

static void
server_changed_cb (JlConnectPage *self)
{
  g_autofree char *server = stripped_server (self);

  gtk_widget_set_sensitive (self->central_button, *server != '\0');
}

static void
central_clicked_cb (JlConnectPage *self)
{
  g_autofree char *server = stripped_server (self);

  if (*server)
    g_signal_emit (self, signals[CENTRAL], 0, server, text_or_null (self->user),
                   text_or_null (self->password));
}

static void
jl_connect_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_CONNECT_PAGE);
  G_OBJECT_CLASS (jl_connect_page_parent_class)->dispose (object);
}

static void
jl_connect_page_class_init (JlConnectPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_connect_page_dispose;

  signals[PRACTICE] =
      g_signal_new ("practice", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CENTRAL] = g_signal_new ("central", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  signals[CANCEL] =
      g_signal_new ("cancel", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (JL_TYPE_BANNER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/jiliang/Jiliang/pages/connect/jl-connect-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JlConnectPage, banner);
  gtk_widget_class_bind_template_child (widget_class, JlConnectPage, stack);
  gtk_widget_class_bind_template_child (widget_class, JlConnectPage, server);
  gtk_widget_class_bind_template_child (widget_class, JlConnectPage, user);
  gtk_widget_class_bind_template_child (widget_class, JlConnectPage, password);
  gtk_widget_class_bind_template_child (widget_class, JlConnectPage, central_button);
  gtk_widget_class_bind_template_child (widget_class, JlConnectPage, practice_button);
  gtk_widget_class_bind_template_child (widget_class, JlConnectPage, progress);
  gtk_widget_class_bind_template_child (widget_class, JlConnectPage, spinner);
  gtk_widget_class_bind_template_callback (widget_class, practice_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, central_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, server_changed_cb);
}

static void
jl_connect_page_init (JlConnectPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jl_compat_stack_tell_hidden (self->stack);
}

static void
show_stack_page (JlConnectPage *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (name, "progress"));
}

void
jl_connect_page_show_choice (JlConnectPage *self, const char *server)
{
  if (server)
    gtk_editable_set_text (self->server, server);
  jl_banner_hide (self->banner);
  show_stack_page (self, "choice");
  gtk_widget_grab_focus (self->practice_button);
}

void
jl_connect_page_forget_password (JlConnectPage *self)
{
  gtk_editable_set_text (self->password, "");
}

void
jl_connect_page_show_progress (JlConnectPage *self, const char *title, const char *text)
{
  jl_banner_hide (self->banner);
  adw_status_page_set_title (self->progress, title);
  adw_status_page_set_description (self->progress, text);
  show_stack_page (self, "progress");
}

/* Here nobody has given figures: what breaks a rule is the address. */
static const char *
advice_for (const GError *error)
{
  if (!g_error_matches (error, JL_ERROR, JL_ERROR_INVALID))
    return jl_advice_for (error);
  return _ ("Check the address, such as postgresql://server/jiliang, or the name of the service.");
}

void
jl_connect_page_show_error (JlConnectPage *self, const char *what, const GError *error)
{
  g_autofree char *sentence = g_strdup_printf (C_ ("sentences", "%s %s"), what, advice_for (error));

  show_stack_page (self, "choice");
  if (*gtk_editable_get_text (self->server))
    gtk_widget_grab_focus (GTK_WIDGET (self->server));
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    jl_banner_show (self->banner, sentence, error->message, FALSE);
}
