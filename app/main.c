/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* jiliang: the window. */

#include <glib/gi18n.h>
#include <locale.h>

#include "jl-application.h"

static void
set_locale (void)
{
  const char *folder = g_getenv ("JILIANG_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  gint64 started = g_get_monotonic_time ();
  g_autoptr (JlApplication) application = NULL;
  int status;

  set_locale ();
  application = jl_application_new (started);
  g_set_application_name (_ ("Heat-metering reform"));
  status = g_application_run (G_APPLICATION (application), argc, argv);
  return status ? status : jl_application_get_status (application);
}
