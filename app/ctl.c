/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* jiliangctl: the jobs of Jiliang without a display. This file knows the names of the commands and nothing of their work. */

#include "ctl.h"

#include <glib/gi18n.h>
#include <locale.h>

const CtlCommand ctl_commands[] = {
  { "dashboard", N_ ("print the province’s figures of a year, or one unit’s"), ctl_dashboard },
  { "assess", N_ ("compute a year, freeze it by two people, verify it"), ctl_assess },
  { "circular", N_ ("write a circular of a frozen year as PDF"), ctl_circular },
  { "registers", N_ ("list the registers"), ctl_registers },
  { "list", N_ ("print records of a register"), ctl_list },
  { "export", N_ ("write records of a register as CSV or XLSX"), ctl_export },
  { "history", N_ ("print who changed what in a record"), ctl_history },
  { "practice", N_ ("make the practice database, or make it anew"), ctl_practice },
  { "import", N_ ("take published figures, or records of a register, from a CSV file"), ctl_import },
  { "official", N_ ("add, list and end officials"), ctl_official },
  { "findings", N_ ("print what the rules found, reconcile it with the facts"), ctl_findings },
  { "bench", N_ ("measure what was promised about speed"), ctl_bench },
  { "migrate", N_ ("bring a database to this program’s schema"), ctl_migrate },
  { "server-setup", N_ ("make the roles of a server, as its superuser"), ctl_server_setup },
  { "with-server", N_ ("run a command while the private server is kept running"), ctl_with_server },
  { "serve", N_ ("keep the private server (started by whoever needs it)"), ctl_serve },
  { NULL },
};

static void
print_help (void)
{
  g_print (_ ("Usage: jiliangctl COMMAND [OPTION…]\n\nCommands:\n"));
  for (const CtlCommand *command = ctl_commands; command->name != NULL; command++)
    g_print ("  %-14s %s\n", command->name, _ (command->summary));
  g_print ("\n%s\n", _ ("“jiliangctl COMMAND --help” explains one of them."));
}

static const CtlCommand *
find_command (const char *name)
{
  for (const CtlCommand *command = ctl_commands; command->name != NULL; command++)
    if (g_str_equal (command->name, name))
      return command;
  return NULL;
}

static void
set_locale (void)
{
  const char *folder = g_getenv ("JILIANG_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  const CtlCommand *command;
  g_autofree char  *name = NULL;

  set_locale ();
  if (argc < 2 || g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "help"))
    {
      print_help ();
      return argc < 2 ? CTL_USAGE : CTL_DONE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("jiliangctl %s\n", JL_VERSION);
      return CTL_DONE;
    }
  command = find_command (argv[1]);
  if (command == NULL)
    {
      g_printerr (_ ("jiliangctl: there is no command “%s”; “jiliangctl --help” lists them.\n"), argv[1]);
      return CTL_USAGE;
    }
  name = g_strconcat ("jiliangctl ", command->name, NULL);
  g_set_prgname (name);
  return command->run (argc - 1, argv + 1);
}
