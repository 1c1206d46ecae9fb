/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Where exported records go: a kind of file, told its columns first and then row after row. */

#pragma once

#include "jl-register-export.h"

G_BEGIN_DECLS

typedef struct _JlSink JlSink;

/**
 * JlSinkKind:
 * @suffix: of its files
 * @open: begins the file with its head; fields is NULL-terminated and outlives the sink
 * @add: writes one row
 * @close: finishes the file, or drops it when failed; frees the sink in either case
 */
typedef struct
{
  const char *suffix;
  JlSink *(*open) (const JlRegisterExport *what, const JlField *const *fields, const char *path, GError **error);
  gboolean (*add) (JlSink *sink, const JlResult *rows, guint row, GError **error);
  gboolean (*close) (JlSink *sink, gboolean failed, GError **error);
} JlSinkKind;

extern const JlSinkKind jl_sink_csv;
extern const JlSinkKind jl_sink_xlsx;

/* "集中供热面积（㎡）" (transfer full) */
char *jl_sink_head (const JlField *field);
/* A number as programs read it. raw (nullable): missing, an empty text. (transfer full) */
char *jl_sink_number_text (const JlField *field, const char *raw);
/* A text that a spreadsheet would take for a formula gets a mark before it. (transfer full) */
char *jl_sink_safe_text (const char *text);
/* What the sheet is: place, season, conditions, day. (transfer full) */
char *jl_sink_note (const JlRegisterExport *what);

G_END_DECLS
