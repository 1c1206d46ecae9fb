/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* jiliangctl server-setup, migrate and practice: what makes a server and its databases fit for this program. */

#include "ctl.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "jl-error.h"
#include "jl-migrate.h"
#include "jl-practice.h"
#include "jl-reach.h"

static gboolean
set_up_server (const CtlOptions *options, GError **error)
{
  g_autoptr (JlSession) superuser = ctl_open_owner (options, "postgres", error);

  if (superuser == NULL || !jl_migrate_server_setup (superuser, error))
    return FALSE;
  g_print ("%s\n", _ ("The roles of this server are set up."));
  return TRUE;
}

int
ctl_server_setup (int argc, char **argv)
{
  g_auto (CtlOptions) options = { 0 };
  g_autoptr (GError) error = NULL;

  if (!ctl_parse (&argc, &argv, NULL, NULL, &options, 0, 0))
    return CTL_USAGE;
  return ctl_finish (set_up_server (&options, &error), &error);
}

static gboolean
migrate (const CtlOptions *options, GError **error)
{
  const char *database = ctl_private_database (options);
  g_autoptr (JlSession) owner = ctl_open_owner (options, database, error);
  guint applied;

  if (owner == NULL || !jl_migrate_run (owner, database != NULL ? "practice" : "official", &applied, error))
    return FALSE;
  if (applied == 0)
    g_print ("%s\n", _ ("The database has this program’s schema."));
  else
    g_print (ngettext ("%u migration applied.\n", "%u migrations applied.\n", applied), applied);
  return TRUE;
}

int
ctl_migrate (int argc, char **argv)
{
  g_auto (CtlOptions) options = { 0 };
  g_autoptr (GError) error = NULL;

  if (!ctl_parse (&argc, &argv, NULL, NULL, &options, 0, 0))
    return CTL_USAGE;
  return ctl_finish (migrate (&options, &error), &error);
}

/* "2010-2014" */
static gboolean
parse_years (const char *text, JlPractice *practice, GError **error)
{
  char end;

  if (text == NULL || (sscanf (text, "%4d-%4d%c", &practice->first_year, &practice->last_year, &end) == 2 &&
                       practice->first_year >= 2000 && practice->first_year <= practice->last_year && practice->last_year <= 2100))
    return TRUE;
  g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("“%s” are no years: write for example 2010-2014"), text);
  return FALSE;
}

static gboolean
check_size (const JlPractice *practice, GError **error)
{
  if (practice->buildings >= 1 && practice->buildings <= 10 * 1000 * 1000)
    return TRUE;
  g_set_error_literal (error, JL_ERROR, JL_ERROR_INVALID, _ ("The number of buildings is between 1 and 10 000 000."));
  return FALSE;
}

/* What is there stays; somebody who asked for something else is told how to get it. */
static gboolean
report (const char *database, const JlPractice *wanted, GError **error)
{
  JlPractice found;

  if (!jl_practice_find (database, &found, error))
    return FALSE;
  g_print (_ ("%s: %d buildings, %d–%d\n"), database, found.buildings, found.first_year, found.last_year);
  if (memcmp (&found, wanted, sizeof found) == 0)
    return TRUE;
  g_set_error_literal (error, JL_ERROR, JL_ERROR_CONFLICT,
                       _ ("The practice database is there already with other data; --recreate makes it anew."));
  return FALSE;
}

static gboolean
make_practice (const CtlOptions *options, const JlPractice *wanted, gboolean recreate, GError **error)
{
  const char *database = ctl_private_database (options);

  if (database == NULL)
    {
      g_set_error_literal (error, JL_ERROR, JL_ERROR_INVALID, _ ("Practice data are made on the private server only."));
      return FALSE;
    }
  return check_size (wanted, error) && jl_reach_hold_server (error) &&
         jl_practice_ensure (database, wanted->buildings, wanted->first_year, wanted->last_year, recreate, error) &&
         report (database, wanted, error);
}

int
ctl_practice (int argc, char **argv)
{
  g_auto (CtlOptions) options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char   *years = NULL;
  JlPractice         wanted = jl_practice_default;
  gboolean           recreate = FALSE;
  const GOptionEntry entries[] = {
    { "buildings", 0, 0, G_OPTION_ARG_INT, &wanted.buildings, N_ ("how many buildings (default 20000)"), N_ ("N") },
    { "years", 0, 0, G_OPTION_ARG_STRING, &years, N_ ("which years (default 2010-2014)"), N_ ("FIRST-LAST") },
    { "recreate", 0, 0, G_OPTION_ARG_NONE, &recreate, N_ ("drop the practice database and make it anew"), NULL },
    { NULL }
  };

  if (!ctl_parse (&argc, &argv, NULL, entries, &options, 0, 0))
    return CTL_USAGE;
  if (!parse_years (years, &wanted, &error))
    return ctl_finish (FALSE, &error);
  return ctl_finish (make_practice (&options, &wanted, recreate, &error), &error);
}
