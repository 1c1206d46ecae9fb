/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* An immutable answer of the server: rows × named columns of text. Decoded off the main thread, shared by reference. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _JlResult JlResult;

#define JL_TYPE_RESULT (jl_result_get_type ())
GType     jl_result_get_type (void);
JlResult *jl_result_ref (JlResult *self);
void      jl_result_unref (JlResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlResult, jl_result_unref)

guint       jl_result_n_rows (const JlResult *self);
guint       jl_result_n_columns (const JlResult *self);
const char *jl_result_column_name (const JlResult *self, guint column);
/* The place of that column; asking for one the answer does not have is a mistake: critical, −1. */
int jl_result_column (const JlResult *self, const char *name);

/* These take the column by name. text: NULL for null. int: fallback for null or for no integer. */
const char *jl_result_text (const JlResult *self, guint row, const char *column);
gint64      jl_result_int (const JlResult *self, guint row, const char *column, gint64 fallback);
gboolean    jl_result_bool (const JlResult *self, guint row, const char *column);
gboolean    jl_result_is_null (const JlResult *self, guint row, const char *column);
/* A number for drawing only (never for an official figure); NAN for null. */
double jl_result_double (const JlResult *self, guint row, const char *column);
/* The elements of a one-dimensional array column ("{a,b}"); (transfer full), empty for null. */
char **jl_result_array (const JlResult *self, guint row, const char *column);

/* One row as an object, for GListModels and list views. */
#define JL_TYPE_RECORD (jl_record_get_type ())
G_DECLARE_FINAL_TYPE (JlRecord, jl_record, JL, RECORD, GObject)

/* (transfer none) (nullable): NULL while a lazy row is on its way, or when it has gone. */
JlResult   *jl_record_get_result (JlRecord *self);
guint       jl_record_get_row (JlRecord *self);
const char *jl_record_text (JlRecord *self, const char *column);
gint64      jl_record_int (JlRecord *self, const char *column, gint64 fallback);
/* The property "ready" notifies when a placeholder is filled. */
gboolean jl_record_is_ready (JlRecord *self);

/* A GListModel of JlRecord over the whole answer. (transfer full) */
GListModel *jl_result_as_list (JlResult *self);

G_END_DECLS
