/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* jiliangctl import: a file of published figures, all of it or nothing. The same file again changes nothing. */

#include "ctl.h"

#include <glib/gi18n.h>

#include "jl-published.h"

static void
print_outcome (const char *name, JlResult *outcome)
{
  int inserted = (int) jl_result_int (outcome, 0, "inserted", 0);
  int updated = (int) jl_result_int (outcome, 0, "updated", 0);
  int unchanged = (int) jl_result_int (outcome, 0, "unchanged", 0);

  if (inserted + updated == 0)
    g_print (_ ("%s: nothing to do, all %d figures are there already\n"), name, unchanged);
  else
    g_print (_ ("%s: %d new, %d changed, %d as before\n"), name, inserted, updated, unchanged);
}

static gboolean
import_rows (const CtlOptions *options, const char *name, const char *text, const char *rows, GError **error)
{
  g_autoptr (JlSession) session = ctl_open (options, error);
  const char *const params[] = { name, text, rows };
  const JlStatement import = { "import-published", "select * from jl_api.import_published ($1, convert_to ($2, 'UTF8'), $3::jsonb)", 3 };
  g_autoptr (JlResult) outcome = NULL;

  if (session == NULL)
    return FALSE;
  outcome = jl_session_query (session, &import, params, error);
  if (outcome == NULL)
    return FALSE;
  print_outcome (name, outcome);
  return TRUE;
}

static gboolean
import_file (const CtlOptions *options, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *rows = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  gsize            size;

  if (!g_file_get_contents (path, &text, &size, error))
    return FALSE;
  bytes = g_bytes_new_static (text, size);
  rows = jl_published_read (bytes, error);
  /* The reader has made sure of UTF-8 text without zero bytes: it goes to the server as it came. */
  if (rows != NULL && import_rows (options, name, text, rows, error))
    return TRUE;
  g_prefix_error (error, "%s: ", name);
  return FALSE;
}

int
ctl_import (int argc, char **argv)
{
  g_auto (CtlOptions) options = { 0 };
  g_autoptr (GError) error = NULL;

  if (!ctl_parse (&argc, &argv, _ ("FILE.csv"), NULL, &options, 1, 1))
    return CTL_USAGE;
  return ctl_finish (import_file (&options, argv[1], &error), &error);
}
