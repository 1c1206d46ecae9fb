/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A file of a test. That its folder can be removed tells that nothing else was written into it. */

#include "jl-test-file.h"

#include <glib/gstdio.h>

JlTestFile *
jl_test_file_new (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("jiliang-file-XXXXXX", &error);

  g_assert_no_error (error);
  return g_build_filename (folder, name, NULL);
}

void
jl_test_file_free (JlTestFile *self)
{
  g_autofree char *folder = g_path_get_dirname (self);

  g_unlink (self);
  g_assert_no_errno (g_rmdir (folder));
  g_free (self);
}
