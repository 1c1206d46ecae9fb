/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Reads the resource; the library is static, so the resource is reached through its own function and not the global list. */

#include "jl-sql-files.h"

#include "jl-sql-resource.h"

#define ROOT "/org/jiliang/Jiliang/sql/"

void
jl_sql_file_free (JlSqlFile *file)
{
  g_free (file->name);
  g_free (file->text);
  g_free (file->sha256);
  g_free (file);
}

/**
 * jl_sql_file_bytes:
 * @path: a file inside the program
 *
 * Returns: (transfer full): its content
 */
GBytes *
jl_sql_file_bytes (const char *path)
{
  g_autofree char *full = g_strconcat (ROOT, path, NULL);
  GBytes          *bytes = g_resource_lookup_data (jl_sql_get_resource (), full, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_return_val_if_fail (bytes != NULL, NULL);
  return bytes;
}

/**
 * jl_sql_file_load:
 * @path: a file inside the program
 *
 * Returns: (transfer full): the file
 */
JlSqlFile *
jl_sql_file_load (const char *path)
{
  g_autoptr (GBytes) bytes = jl_sql_file_bytes (path);
  JlSqlFile *file = g_new0 (JlSqlFile, 1);

  file->name = g_path_get_basename (path);
  if (g_str_has_suffix (file->name, ".sql"))
    file->name[strlen (file->name) - strlen (".sql")] = '\0';
  file->number = (int) g_ascii_strtoll (file->name, NULL, 10);
  file->text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  file->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return file;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const JlSqlFile *const *one = a;
  const JlSqlFile *const *other = b;

  return strcmp ((*one)->name, (*other)->name);
}

/**
 * jl_sql_files_load:
 * @folder: a folder inside the program
 *
 * Returns: (transfer full) (element-type JlSqlFile): its files by name
 */
GPtrArray *
jl_sql_files_load (const char *folder)
{
  g_autofree char *root = g_strconcat (ROOT, folder, NULL);
  g_auto (GStrv) names = g_resource_enumerate_children (jl_sql_get_resource (), root, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) jl_sql_file_free);

  for (char **name = names; name != NULL && *name != NULL; name++)
    {
      g_autofree char *path = g_build_path ("/", folder, *name, NULL);

      g_ptr_array_add (files, jl_sql_file_load (path));
    }
  g_ptr_array_sort (files, compare_names);
  return files;
}

/**
 * jl_sql_files_hash:
 * @files: (element-type JlSqlFile): files
 *
 * Returns: (transfer full): what changes when any of them changes
 */
char *
jl_sql_files_hash (GPtrArray *files)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < files->len; i++)
    {
      const JlSqlFile *file = g_ptr_array_index (files, i);

      g_checksum_update (sum, (const guchar *) file->name, (gssize) strlen (file->name) + 1);
      g_checksum_update (sum, (const guchar *) file->sha256, -1);
    }
  return g_strdup (g_checksum_get_string (sum));
}
