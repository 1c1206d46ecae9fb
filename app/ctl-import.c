/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* jiliangctl import: a file of published figures, or of records of a register; all of it or nothing. The same file again changes
 * nothing. */

#include "ctl.h"

#include <glib/gi18n.h>

#include "ctl-narrow.h"
#include "ctl-table.h"
#include "jl-error.h"
#include "jl-finding.h"
#include "jl-published.h"
#include "jl-register-import.h"

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

/* ---- records of a register */

static void
print_faults (const char *name, GPtrArray *faults)
{
  const char *const heads[] = { _ (">Line"), _ ("Column"), _ ("Value"), _ ("What is wrong"), NULL };
  CtlTable         *table = ctl_table_new (heads);

  for (guint i = 0; i < faults->len; i++)
    {
      const JlImportFault *fault = g_ptr_array_index (faults, i);
      char               **cells = g_new0 (char *, 4);

      cells[0] = g_strdup_printf ("%u", fault->line);
      cells[1] = g_strdup (fault->column);
      cells[2] = g_strdup (fault->value);
      cells[3] = g_strdup (fault->reason);
      ctl_table_take_row (table, cells);
    }
  g_print (_ ("%s: nothing was taken\n"), name);
  ctl_table_print (table);
}

static gboolean
check_faults (JlRegisterImport *import, const char *name, GError **error)
{
  GPtrArray *faults = jl_register_import_get_faults (import);

  if (faults->len == 0)
    return TRUE;
  print_faults (name, faults);
  g_set_error (error, JL_ERROR, JL_ERROR_INVALID,
               ngettext ("%u place in the file is to be corrected.", "%u places in the file are to be corrected.", faults->len),
               faults->len);
  return FALSE;
}

/* The records are in whatever becomes of this. */
static void
let_findings_follow (JlSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) done = jl_finding_catch_up (session, &error);

  if (done == NULL)
    g_printerr (_ ("jiliangctl: the records are in, but the findings could not be checked against them: %s\n"), error->message);
  else if (jl_result_n_rows (done) > 0)
    /* Translators: numbers of findings */
    g_print (_ ("Findings: %s opened, %s closed, %s opened again\n"), jl_result_text (done, 0, "opened"), jl_result_text (done, 0, "closed"),
             jl_result_text (done, 0, "reopened"));
}

static gboolean
send_records (JlRegisterImport *import, const CtlOptions *options, const char *name, GError **error)
{
  g_autoptr (JlSession) session = ctl_open (options, error);
  guint n_added;

  if (session == NULL || !jl_register_import_resolve (import, session, error) || !check_faults (import, name, error) ||
      !jl_register_import_send (import, session, name, &n_added, error))
    return FALSE;
  if (n_added == 0)
    g_print (_ ("%s: nothing to do, this file was taken before\n"), name);
  else
    g_print (ngettext ("%s: %u new record\n", "%s: %u new records\n", n_added), name, n_added);
  let_findings_follow (session);
  return TRUE;
}

static gboolean
import_records (const CtlOptions *options, const char *register_name, const char *path, GError **error)
{
  const JlRegister *reg = ctl_find_register (register_name, error);
  g_autofree char  *name = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JlRegisterImport) import = NULL;
  char *text;
  gsize size;

  if (reg == NULL || !g_file_get_contents (path, &text, &size, error))
    return FALSE;
  bytes = g_bytes_new_take (text, size);
  import = jl_register_import_read (reg, bytes, error);
  if (import == NULL)
    return FALSE;
  for (const char *const *head = jl_register_import_get_ignored (import); *head != NULL; head++)
    g_print (_ ("%s: the column “%s” is made by the database and not read\n"), name, *head);
  return check_faults (import, name, error) && send_records (import, options, name, error);
}

int
ctl_import (int argc, char **argv)
{
  g_auto (CtlOptions) options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char   *reg = NULL;
  const GOptionEntry entries[] = {
    { "register", 'r', 0, G_OPTION_ARG_STRING, &reg, N_ ("records of this register instead of published figures"), N_ ("REGISTER") },
    { NULL },
  };

  if (!ctl_parse (&argc, &argv, _ ("FILE.csv"), entries, &options, 1, 1))
    return CTL_USAGE;
  return ctl_finish (reg != NULL ? import_records (&options, reg, argv[1], &error) : import_file (&options, argv[1], &error), &error);
}
