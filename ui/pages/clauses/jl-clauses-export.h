/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The figures of the clauses as a sheet or as text. */

#pragma once

#include "jl-result.h"

G_BEGIN_DECLS

/**
 * JlClausesExport:
 * @place: whose figures
 * @season: of which year, in words
 * @unmet: what is not unmet is left out
 * @practice: whether the sheet says that it is practice data
 */
typedef struct
{
  const char *place;
  const char *season;
  gboolean    unmet;
  gboolean    practice;
} JlClausesExport;

/* (transfer full) */
char *jl_clauses_export_file_name (const JlClausesExport *self, const char *suffix);
/* By the suffix of path. */
gboolean jl_clauses_export_write (const JlClausesExport *self, JlResult *figures, const char *path, GError **error);

G_END_DECLS
