/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The words of a command and the way to its database. Without --database it is the practice database on the private server,
 * made on demand, and its housing official; a practice official may be named without the prefix of his role. */

#include "ctl.h"

#include <glib/gi18n.h>

#include "jl-error.h"
#include "jl-migrate.h"
#include "jl-practice.h"
#include "jl-private-server.h"
#include "jl-reach.h"

void
ctl_options_clear (CtlOptions *options)
{
  g_free (options->database);
  g_free (options->as);
}

static void
add_database_options (GOptionContext *context, CtlOptions *options)
{
  const GOptionEntry entries[] = {
    { "database", 0, 0, G_OPTION_ARG_STRING, &options->database,
      N_ ("libpq URI or service name (default: the practice database, or $JILIANG_DATABASE)"), N_ ("URI|SERVICE") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &options->as, N_ ("official to sign in as"), N_ ("NAME") },
    { NULL }
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

gboolean
ctl_parse (int *argc, char ***argv, const char *parameters, const GOptionEntry *entries, CtlOptions *options, int min, int max)
{
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autoptr (GError) error = NULL;

  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (options != NULL)
    add_database_options (context, options);
  if (!g_option_context_parse (context, argc, argv, &error))
    g_printerr ("%s: %s\n", g_get_prgname (), error->message);
  else if (*argc - 1 < min || (max >= 0 && *argc - 1 > max))
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      g_printerr ("%s", help);
    }
  else
    {
      if (options != NULL && options->database == NULL)
        options->database = g_strdup (g_getenv ("JILIANG_DATABASE"));
      return TRUE;
    }
  return FALSE;
}

gboolean
ctl_check_year (int year)
{
  if (year >= 2000 && year <= 2100)
    return TRUE;
  g_printerr (_ ("%s: %d is no year: give one between 2000 and 2100.\n"), g_get_prgname (), year);
  return FALSE;
}

gboolean
ctl_parse_year (const char *text, int *year)
{
  gint64 value;

  if (!g_ascii_string_to_signed (text, 10, G_MININT, G_MAXINT, &value, NULL))
    {
      g_printerr (_ ("%s: “%s” is no year.\n"), g_get_prgname (), text);
      return FALSE;
    }
  *year = (int) value;
  return ctl_check_year (*year);
}

int
ctl_finish (gboolean done, GError **error)
{
  if (*error != NULL)
    g_printerr ("%s: %s\n", g_get_prgname (), (*error)->message);
  return done ? CTL_DONE : CTL_FAILED;
}

const char *
ctl_private_database (const CtlOptions *options)
{
  if (options->database == NULL)
    return JL_PRACTICE_DATABASE;
  return jl_practice_is_name (options->database) ? options->database : NULL;
}

static JlSession *
open_central (const CtlOptions *options, const char *name, GError **error)
{
  g_autofree char *conninfo = jl_reach_central_conninfo (options->database);
  g_autoptr (JlSession) session = jl_session_open (conninfo, name, NULL, error);

  if (session == NULL || !jl_migrate_check (session, error))
    return NULL;
  return g_steal_pointer (&session);
}

static gboolean
ensure_practice (const char *database, GError **error)
{
  const JlPractice *wanted = &jl_practice_default;

  if (!jl_reach_hold_server (error))
    return FALSE;
  return !g_str_equal (database, JL_PRACTICE_DATABASE) ||
         jl_practice_ensure (database, wanted->buildings, wanted->first_year, wanted->last_year, FALSE, error);
}

static JlSession *
open_private (const char *database, const char *name, GError **error)
{
  g_autofree char *role = jl_reach_practice_role (name);
  g_autofree char *conninfo = NULL;

  if (!ensure_practice (database, error))
    return NULL;
  conninfo = jl_private_server_conninfo (database, role);
  return jl_session_open (conninfo, NULL, NULL, error);
}

JlSession *
ctl_open_as (const CtlOptions *options, const char *name, GError **error)
{
  const char *database = ctl_private_database (options);

  return database != NULL ? open_private (database, name, error) : open_central (options, name, error);
}

JlSession *
ctl_open (const CtlOptions *options, GError **error)
{
  return ctl_open_as (options, options->as, error);
}

JlSession *
ctl_open_owner (const CtlOptions *options, const char *database, GError **error)
{
  g_autofree char *conninfo = NULL;

  if (ctl_private_database (options) == NULL)
    {
      conninfo = jl_reach_central_conninfo (options->database);
      return jl_session_open (conninfo, options->as, NULL, error);
    }
  if (!jl_reach_hold_server (error))
    return NULL;
  conninfo = jl_private_server_conninfo (database, "jl_superuser");
  return jl_session_open (conninfo, NULL, NULL, error);
}
