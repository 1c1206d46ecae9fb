/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* jiliangctl official: who may sign in to a database, with which duty and for which units. */

#include "ctl.h"

#include <glib/gi18n.h>

#include "jl-error.h"

/* Only the account administrator may; on the practice database that is nobody's own account. */
static JlSession *
open_as_admin (const CtlOptions *options, GError **error)
{
  if (options->as == NULL && ctl_private_database (options) != NULL)
    return ctl_open_as (options, "admin1", error);
  return ctl_open (options, error);
}

static gboolean
call (const CtlOptions *options, const JlStatement *statement, const char *const *params, GError **error)
{
  g_autoptr (JlSession) session = open_as_admin (options, error);
  g_autoptr (JlResult) result = session != NULL ? jl_session_query (session, statement, params, error) : NULL;

  return result != NULL;
}

static gboolean
add (const CtlOptions *options, const char *name, const char *display, const char *duty, char **units, GError **error)
{
  const JlStatement statement = { "official-add", "select jl_api.official_add ($1, $2, $3, string_to_array (nullif ($4, ''), ','))", 4 };
  g_autofree char  *codes = units != NULL ? g_strjoinv (",", units) : g_strdup ("");
  g_autofree char  *role = g_str_has_prefix (duty, "jl_") ? g_strdup (duty) : g_strconcat ("jl_", duty, NULL);
  const char *const params[] = { name, display != NULL ? display : name, role, codes };

  if (!call (options, &statement, params, error))
    return FALSE;
  g_print (_ ("%s is an official now.\n"), name);
  return TRUE;
}

static int
run_add (int argc, char **argv)
{
  g_auto (CtlOptions) options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *duty = NULL;
  g_autofree char *display = NULL;
  g_auto (GStrv) units = NULL;
  const GOptionEntry entries[] = {
    { "duty", 0, 0, G_OPTION_ARG_STRING, &duty,
      N_ ("housing, price, finance, reform, quality, city, reader, auditor or admin"), N_ ("DUTY") },
      { "unit", 0, 0, G_OPTION_ARG_STRING_ARRAY, &units, N_ ("code of a unit of a city clerk (may be repeated)"), N_ ("CODE") },
        { "display-name", 0, 0, G_OPTION_ARG_STRING, &display, N_ ("name shown on screen and paper"), N_ ("TEXT") },
          { NULL } };

  if (!ctl_parse (&argc, &argv, _ ("NAME"), entries, &options, 1, 1))
    return CTL_USAGE;
  if (duty == NULL)
    {
      g_printerr ("%s: %s\n", g_get_prgname (), _ ("--duty is missing"));
      return CTL_USAGE;
    }
  return ctl_finish (add (&options, argv[1], display, duty, units, &error), &error);
}

static gboolean
list (const CtlOptions *options, GError **error)
{
  const JlStatement statement = { "officials", "select * from jl_api.officials ()", 0 };
  g_autoptr (JlSession) session = ctl_open (options, error);
  g_autoptr (JlResult) officials = session != NULL ? jl_session_query (session, &statement, NULL, error) : NULL;

  if (officials == NULL)
    return FALSE;
  for (guint i = 0; i < jl_result_n_rows (officials); i++)
    {
      const char *units = jl_result_text (officials, i, "unit_names");

      g_print ("%-24s %-12s %s%s%s\n", jl_result_text (officials, i, "role"), jl_result_text (officials, i, "duty"),
               jl_result_text (officials, i, "display_name"), units != NULL ? "  " : "", units != NULL ? units : "");
    }
  return TRUE;
}

static int
run_list (int argc, char **argv)
{
  g_auto (CtlOptions) options = { 0 };
  g_autoptr (GError) error = NULL;

  if (!ctl_parse (&argc, &argv, NULL, NULL, &options, 0, 0))
    return CTL_USAGE;
  return ctl_finish (list (&options, &error), &error);
}

static gboolean
end (const CtlOptions *options, const char *name, GError **error)
{
  const JlStatement statement = { "official-end", "select jl_api.official_end ($1)", 1 };

  if (!call (options, &statement, &name, error))
    return FALSE;
  g_print (_ ("%s is no longer an official.\n"), name);
  return TRUE;
}

static int
run_end (int argc, char **argv)
{
  g_auto (CtlOptions) options = { 0 };
  g_autoptr (GError) error = NULL;

  if (!ctl_parse (&argc, &argv, _ ("NAME"), NULL, &options, 1, 1))
    return CTL_USAGE;
  return ctl_finish (end (&options, argv[1], &error), &error);
}

static const CtlCommand commands[] = {
  { "add", N_ ("make an official, or give a former one a duty again"), run_add },
    { "list", N_ ("who may sign in"), run_list },
      { "end", N_ ("take an official’s access away"), run_end },
        { NULL },
    };

static void
print_help (void)
{
  g_print (_ ("Usage: jiliangctl official COMMAND [OPTION…]\n\nCommands:\n"));
  for (const CtlCommand *command = commands; command->name != NULL; command++)
    g_print ("  %-14s %s\n", command->name, _ (command->summary));
}

int
ctl_official (int argc, char **argv)
{
  for (const CtlCommand *command = commands; argc > 1 && command->name != NULL; command++)
    if (g_str_equal (argv[1], command->name))
      {
        g_autofree char *name = g_strconcat ("jiliangctl official ", command->name, NULL);

        g_set_prgname (name);
        return command->run (argc - 1, argv + 1);
      }
  print_help ();
  return argc > 1 && g_str_equal (argv[1], "--help") ? CTL_DONE : CTL_USAGE;
}
