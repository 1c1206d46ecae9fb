/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* jiliangctl official: who may sign in to a database, with which duty and for which units. */

#include "ctl.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <termios.h>
#include <unistd.h>

#include "jl-error.h"
#include "jl-words.h"

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

/* One line of the terminal, unseen, or of whatever is piped in. */
static char *
read_password (void)
{
  struct termios seen, unseen;
  gboolean       terminal = tcgetattr (STDIN_FILENO, &seen) == 0;
  char           line[1024];
  char          *read;

  if (terminal)
    {
      g_printerr ("%s ", _ ("Password:"));
      unseen = seen;
      unseen.c_lflag &= ~(tcflag_t) ECHO;
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &unseen);
    }
  read = fgets (line, sizeof line, stdin);
  if (terminal)
    {
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &seen);
      g_printerr ("\n");
    }
  return g_strdup (read != NULL ? g_strchomp (read) : "");
}

/* The password itself stays here. */
static char *
ask_verifier (JlSession *session, const char *name, GError **error)
{
  g_autofree char *password = read_password ();

  if (*password != '\0')
    return jl_session_password_verifier (session, name, password, error);
  g_set_error_literal (error, JL_ERROR, JL_ERROR_INVALID, _ ("The password is empty."));
  return NULL;
}

typedef struct
{
  char    *duty;
  char    *display;
  char   **units;
  gboolean password;
} NewOfficial;

static void
new_official_clear (NewOfficial *self)
{
  g_free (self->duty);
  g_free (self->display);
  g_strfreev (self->units);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewOfficial, new_official_clear)

static gboolean
add (const CtlOptions *options, const char *name, const NewOfficial *wanted, GError **error)
{
  const JlStatement statement = { "official-add",
                                  "select jl_api.official_add ($1, $2, $3, string_to_array (nullif ($4, ''), ','), $5)", 5 };
  g_autofree char  *codes = wanted->units != NULL ? g_strjoinv (",", wanted->units) : g_strdup ("");
  g_autofree char  *duty = g_strconcat (g_str_has_prefix (wanted->duty, "jl_") ? "" : "jl_", wanted->duty, NULL);
  g_autofree char  *verifier = NULL;
  g_autoptr (JlSession) session = open_as_admin (options, error);
  g_autoptr (JlResult) result = NULL;
  const char *params[] = { name, wanted->display != NULL ? wanted->display : name, duty, codes, NULL };

  if (session == NULL)
    return FALSE;
  if (wanted->password && (verifier = ask_verifier (session, name, error)) == NULL)
    return FALSE;
  params[4] = verifier;
  result = jl_session_query (session, &statement, params, error);
  if (result != NULL)
    g_print (_ ("%s is an official now.\n"), name);
  return result != NULL;
}

static int
run_add (int argc, char **argv)
{
  g_auto (CtlOptions) options = { 0 };
  g_auto (NewOfficial) wanted = { 0 };
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "duty", 0, 0, G_OPTION_ARG_STRING, &wanted.duty,
      N_ ("housing, price, finance, reform, quality, city, reader, auditor or admin"), N_ ("DUTY") },
    { "unit", 0, 0, G_OPTION_ARG_STRING_ARRAY, &wanted.units, N_ ("code of a unit of a city clerk (may be repeated)"), N_ ("CODE") },
    { "display-name", 0, 0, G_OPTION_ARG_STRING, &wanted.display, N_ ("name shown on screen and paper"), N_ ("TEXT") },
    { "password", 0, 0, G_OPTION_ARG_NONE, &wanted.password, N_ ("ask for a password (read from standard input)"), NULL },
    { NULL }
  };

  if (!ctl_parse (&argc, &argv, _ ("NAME"), entries, &options, 1, 1))
    return CTL_USAGE;
  if (wanted.duty == NULL)
    {
      g_printerr ("%s: %s\n", g_get_prgname (), _ ("--duty is missing"));
      return CTL_USAGE;
    }
  return ctl_finish (add (&options, argv[1], &wanted, &error), &error);
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

      g_print ("%-24s %-12s %s  %s%s%s\n", jl_result_text (officials, i, "role"), jl_result_text (officials, i, "duty"),
               jl_duty_word (jl_result_text (officials, i, "duty")),
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
