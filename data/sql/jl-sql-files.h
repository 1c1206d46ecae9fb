/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The SQL files inside the program, in the order of their names. Shared by the migrator and the practice data only. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * JlSqlFile:
 * @number: the four digits at the beginning of a migration's name
 * @name: the file's name without ".sql"
 * @text: its text
 * @sha256: the hash of its text, in hex
 */
typedef struct
{
  int   number;
  char *name;
  char *text;
  char *sha256;
} JlSqlFile;

void jl_sql_file_free (JlSqlFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlSqlFile, jl_sql_file_free)

/* path: "roles.sql", "seed/published.csv". A file that is not there is a programming error. */
GBytes    *jl_sql_file_bytes (const char *path);
JlSqlFile *jl_sql_file_load (const char *path);
/* Of JlSqlFile; folder: "migrations" or "define". */
GPtrArray *jl_sql_files_load (const char *folder);
/* One hash over the names and texts of all of them, in hex. */
char *jl_sql_files_hash (GPtrArray *files);

G_END_DECLS
