/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Writes both circulars of the invented year into a folder, practice and official, to be looked at. Usage: render-circulars FOLDER */

#include <locale.h>

#include "jl-sample-year.h"

static int
render (const char *folder, JlCircularKind kind, gboolean practice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JlValues) values = jl_sample_values ();
  g_autoptr (GPtrArray) tables = jl_sample_tables (kind);
  g_autoptr (JlCircular) circular = NULL;
  g_autofree char *name = NULL, *path = NULL;

  circular = jl_circular_new_from_values (kind, 2012, values, (JlAnnexTable *const *) tables->pdata, tables->len, practice, &error);
  if (circular != NULL)
    {
      name = jl_circular_file_name (circular);
      path = g_build_filename (folder, name, NULL);
    }
  if (circular == NULL || !jl_circular_write_pdf (circular, path, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_print ("%s: %u\n", path, jl_circular_n_pages (circular));
  for (const char *const *drop = jl_circular_get_drops (circular); *drop != NULL; drop++)
    g_print ("  %s\n", *drop);
  return 0;
}

int
main (int argc, char **argv)
{
  const char *folder = argc > 1 ? argv[1] : ".";
  int         failures = 0;

  setlocale (LC_ALL, "");
  for (int practice = 0; practice < 2; practice++)
    failures += render (folder, JL_CIRCULAR_CRITICISE, practice) + render (folder, JL_CIRCULAR_SITUATION, practice);
  return failures > 0;
}
