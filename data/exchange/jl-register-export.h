/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The records of a filter as a file: CSV for programs, XLSX for people. Rows come and go some thousands at a time, so that a million
 * needs no more memory than a page. */

#pragma once

#include <gio/gio.h>

#include "jl-register-filter.h"

G_BEGIN_DECLS

/**
 * JlRegisterExport:
 * @filter: which records in which order
 * @fields: (nullable): the columns, ending with %NULL; %NULL: all
 * @place: as it is written in the file, "全省"
 * @season: (nullable): as it is written in the file
 * @conditions: (nullable): what else narrows the list, in words
 * @day: ISO date of the export
 * @practice: whether every sheet says that it is practice data
 */
typedef struct
{
  const JlRegisterFilter *filter;
  const JlField *const   *fields;
  const char             *place;
  const char             *season;
  const char             *conditions;
  const char             *day;
  gboolean                practice;
} JlRegisterExport;

/* Called in the thread of the export after every some thousand records. */
typedef void (*JlExportProgress) (guint64 n_done, gpointer data);

/* "采暖期收费台账-长春市-2012-2013年采暖期-演练.xlsx"; suffix: ".csv" or ".xlsx". (transfer full) */
char *jl_register_export_file_name (const JlRegisterExport *self, const char *suffix);

/* By the suffix of path. A worker's job on a session outside a transaction; a file that could not be finished is not left behind. */
gboolean jl_register_export_write (const JlRegisterExport *self,
                                   JlSession              *session,
                                   const char             *path,
                                   GCancellable           *cancellable,
                                   JlExportProgress        progress,
                                   gpointer                data,
                                   GError                **error);

/* Rows that are here already; places: which of them, in order. The fields are columns of theirs. */
gboolean jl_rows_export_write (const JlRegisterExport *self,
                               const JlResult         *rows,
                               const guint            *places,
                               guint                   n,
                               const char             *path,
                               GError                **error);

G_END_DECLS
