/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* CSV as spreadsheets here open it: UTF-8 with its mark, RFC 4180 with CRLF. Numbers are exact and without commas. The file takes the
 * place of an older one only when it is complete. */

#include "jl-sink-private.h"

#include <string.h>

struct _JlSink
{
  const JlField *const *fields;
  GPtrArray            *columns; /* char*, of the list's view */
  GOutputStream        *stream;
  GString              *line;
};

static void
append_cell (GString *line, const char *text)
{
  if (strpbrk (text, "\",\r\n") == NULL)
    {
      g_string_append (line, text);
      return;
    }
  g_string_append_c (line, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *text);
    }
  g_string_append_c (line, '"');
}

static gboolean
write_line (JlSink *sink, GError **error)
{
  gboolean done;

  g_string_append (sink->line, "\r\n");
  done = g_output_stream_write_all (sink->stream, sink->line->str, sink->line->len, NULL, NULL, error);
  g_string_truncate (sink->line, 0);
  return done;
}

static char *
cell_text (const JlField *field, const char *raw)
{
  g_autofree char *text = NULL;

  if (jl_field_is_number (field))
    return jl_sink_number_text (field, raw);
  text = raw != NULL ? jl_field_typed_text (field, raw) : g_strdup ("");
  return jl_sink_safe_text (text);
}

static gboolean
add (JlSink *sink, const JlResult *rows, guint row, GError **error)
{
  for (guint i = 0; sink->fields[i] != NULL; i++)
    {
      g_autofree char *text = cell_text (sink->fields[i], jl_result_text (rows, row, g_ptr_array_index (sink->columns, i)));

      if (i > 0)
        g_string_append_c (sink->line, ',');
      append_cell (sink->line, text);
    }
  return write_line (sink, error);
}

static gboolean
write_head (JlSink *sink, GError **error)
{
  g_string_append (sink->line, "\xef\xbb\xbf");
  for (guint i = 0; sink->fields[i] != NULL; i++)
    {
      g_autofree char *head = jl_sink_head (sink->fields[i]);

      if (i > 0)
        g_string_append_c (sink->line, ',');
      append_cell (sink->line, head);
    }
  return write_line (sink, error);
}

static gboolean
close_stream (JlSink *sink, gboolean failed, GError **error)
{
  g_autoptr (GCancellable) dropping = g_cancellable_new ();
  gboolean done;

  /* A cancelled close leaves what was there before. */
  if (failed)
    g_cancellable_cancel (dropping);
  done = g_output_stream_close (sink->stream, dropping, failed ? NULL : error);
  g_object_unref (sink->stream);
  g_ptr_array_unref (sink->columns);
  g_string_free (sink->line, TRUE);
  g_free (sink);
  return done;
}

static JlSink *
open_stream (const JlRegisterExport *what, const JlField *const *fields, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);
  JlSink *sink;

  if (stream == NULL)
    return NULL;
  sink = g_new0 (JlSink, 1);
  sink->fields = fields;
  sink->columns = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; fields[i] != NULL; i++)
    g_ptr_array_add (sink->columns, jl_field_shown_column (fields[i]));
  sink->stream = g_buffered_output_stream_new_sized (G_OUTPUT_STREAM (stream), 1 << 18);
  sink->line = g_string_new (NULL);
  if (write_head (sink, error))
    return sink;
  close_stream (sink, TRUE, NULL);
  return NULL;
}

const JlSinkKind jl_sink_csv = { ".csv", open_stream, add, close_stream };
