/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* jiliangctl circular: a circular of a frozen year as PDF. */

#include "ctl.h"

#include "jl-circular.h"
#include "jl-store.h"

#include <glib/gi18n.h>

static void
print_drops (const JlCircular *circular)
{
  const char *const *drops = jl_circular_get_drops (circular);

  if (drops == NULL || drops[0] == NULL)
    return;
  g_print ("%s\n", _ ("Left out, because a figure is missing or there is nothing to say:"));
  for (guint i = 0; drops[i] != NULL; i++)
    g_print ("  %s\n", drops[i]);
}

static gboolean
write_circular (const CtlOptions *options, int year, const char *kind, const char *path, GError **error)
{
  g_autoptr (JlSession) session = ctl_open (options, error);
  JlCircularSource *source = session != NULL ? jl_circular_source_load (session, year, kind, error) : NULL;
  g_autoptr (JlCircular) circular = source != NULL ? jl_circular_new (source, error) : NULL;
  g_autofree char *name = NULL;

  jl_circular_source_free (source);
  if (circular == NULL)
    return FALSE;
  name = path != NULL ? g_strdup (path) : jl_circular_file_name (circular);
  if (!jl_circular_write_pdf (circular, name, error))
    return FALSE;
  g_print (_ ("%s: %u pages → %s\n"), jl_circular_get_title (circular), jl_circular_n_pages (circular), name);
  print_drops (circular);
  return TRUE;
}

static gboolean
check_kind (const char *kind)
{
  JlCircularKind known;

  if (kind != NULL && jl_circular_kind_from_code (kind, &known))
    return TRUE;
  g_printerr ("%s\n", _ ("--kind is criticise or situation."));
  return FALSE;
}

int
ctl_circular (int argc, char **argv)
{
  g_auto (CtlOptions) options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char   *kind = NULL;
  g_autofree char   *path = NULL;
  int                year;
  const GOptionEntry entries[] = {
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &kind, N_ ("criticise or situation"), N_ ("KIND") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_ ("the PDF to write; without it the circular’s own name"), N_ ("FILE") },
    { NULL },
  };

  if (!ctl_parse (&argc, &argv, _ ("YEAR"), entries, &options, 1, 1) || !ctl_parse_year (argv[1], &year) || !check_kind (kind))
    return CTL_USAGE;
  return ctl_finish (write_circular (&options, year, kind, path, &error), &error);
}
