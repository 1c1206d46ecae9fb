/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A sheet for people: title, what it is, a frozen head with filters, numbers as numbers in the unit of the head. The library keeps one
 * row in memory; the file is written beside its place and moved there when it is complete. */

#include "jl-sink-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#define HEAD_ROW 2
#define FIRST_ROW (HEAD_ROW + 1)
#define MAX_EXACT_DIGITS 15 /* of a number in a sheet */
#define LAST_WIDTH 60

struct _JlSink
{
  const JlField *const *fields;
  guint                 n_fields;
  GPtrArray            *columns; /* char*, of the list's view */
  char                 *path;
  char                 *part;
  lxw_workbook         *book;
  lxw_worksheet        *sheet;
  lxw_format          **formats; /* of the columns; NULL: plain text */
  lxw_row_t             row;
};

/* At least as many decimals as the eye is used to, more where there are more. */
static const char *
number_format (const JlField *field)
{
  switch (field->type)
    {
    case JL_FIELD_AREA:
    case JL_FIELD_MONEY:
      return "#,##0.00";
    case JL_FIELD_AREA_WAN:
    case JL_FIELD_MONEY_WAN:
      return "#,##0.00####";
    case JL_FIELD_HEAT:
      return "#,##0.0###";
    case JL_FIELD_COUNT:
      return "#,##0";
    case JL_FIELD_YEAR:
      return "0";
    case JL_FIELD_DATE:
      return "yyyy-mm-dd";
    case JL_FIELD_DECIMAL:
      return field->decimals == 0 ? "#,##0.######" : "#,##0.00####";
    case JL_FIELD_TEXT:
    case JL_FIELD_NOTE:
    case JL_FIELD_SPAN:
    case JL_FIELD_YES_NO:
    case JL_FIELD_WORD:
    case JL_FIELD_CHOICE:
    case JL_FIELD_UNIT:
    case JL_FIELD_REFERENCE:
      break;
    }
  return NULL;
}

static lxw_format *
column_format (JlSink *sink, const JlField *field)
{
  lxw_format *format;

  if (number_format (field) == NULL)
    return NULL;
  format = workbook_add_format (sink->book);
  format_set_num_format (format, number_format (field));
  return format;
}

static lxw_error
write_date (JlSink *sink, lxw_col_t column, const char *iso)
{
  lxw_datetime day = { 0 };

  if (sscanf (iso, "%4d-%2d-%2d", &day.year, &day.month, &day.day) != 3 || day.year < 1900)
    return worksheet_write_string (sink->sheet, sink->row, column, iso, NULL);
  return worksheet_write_datetime (sink->sheet, sink->row, column, &day, sink->formats[column]);
}

/* A number with more digits than a sheet keeps stays a text, as does what is none. */
static lxw_error
write_number (JlSink *sink, lxw_col_t column, const char *typed)
{
  gsize  digits = 0;
  char  *end;
  double value = g_ascii_strtod (typed, &end);

  for (const char *p = typed; *p != '\0'; p++)
    digits += g_ascii_isdigit (*p) ? 1 : 0;
  if (digits > MAX_EXACT_DIGITS || *end != '\0')
    return worksheet_write_string (sink->sheet, sink->row, column, typed, NULL);
  return worksheet_write_number (sink->sheet, sink->row, column, value, sink->formats[column]);
}

static lxw_error
write_cell (JlSink *sink, lxw_col_t column, const JlField *field, const char *raw)
{
  g_autofree char *typed = NULL;

  if (raw == NULL)
    return LXW_NO_ERROR;
  typed = jl_field_is_number (field) ? jl_sink_number_text (field, raw) : jl_field_typed_text (field, raw);
  if (field->type == JL_FIELD_DATE)
    return write_date (sink, column, typed);
  if (jl_field_is_number (field))
    return write_number (sink, column, typed);
  return worksheet_write_string (sink->sheet, sink->row, column, typed, NULL);
}

static gboolean
check (lxw_error code, const char *path, GError **error)
{
  if (code == LXW_NO_ERROR)
    return TRUE;
  g_set_error (error, JL_ERROR, JL_ERROR_FAILED, _ ("“%s” cannot be written: %s"), path, lxw_strerror (code));
  return FALSE;
}

static gboolean
add (JlSink *sink, const JlResult *rows, guint row, GError **error)
{
  if (sink->row == LXW_ROW_MAX)
    {
      g_set_error_literal (error, JL_ERROR, JL_ERROR_INVALID,
                           _ ("These are more records than a sheet holds: narrow the list, or export it as CSV"));
      return FALSE;
    }
  for (guint i = 0; i < sink->n_fields; i++)
    {
      const char *raw = jl_result_text (rows, row, g_ptr_array_index (sink->columns, i));

      if (!check (write_cell (sink, (lxw_col_t) i, sink->fields[i], raw), sink->path, error))
        return FALSE;
    }
  sink->row++;
  return TRUE;
}

static void
write_columns (JlSink *sink)
{
  lxw_format *head = workbook_add_format (sink->book);

  format_set_bold (head);
  format_set_text_wrap (head);
  format_set_align (head, LXW_ALIGN_CENTER);
  format_set_align (head, LXW_ALIGN_VERTICAL_CENTER);
  format_set_bottom (head, LXW_BORDER_THIN);
  for (guint i = 0; i < sink->n_fields; i++)
    {
      g_autofree char *text = jl_sink_head (sink->fields[i]);
      lxw_col_t        column = (lxw_col_t) i;

      worksheet_set_column (sink->sheet, column, column, MIN (jl_field_width (sink->fields[i]) + 2, LAST_WIDTH), NULL);
      worksheet_write_string (sink->sheet, HEAD_ROW, column, text, head);
    }
}

static void
write_head (JlSink *sink, const JlRegisterExport *what)
{
  const JlRegister *reg = jl_register_filter_get_register (what->filter);
  lxw_format       *title = workbook_add_format (sink->book);
  g_autofree char  *note = jl_sink_note (what);

  format_set_bold (title);
  format_set_font_size (title, 14);
  worksheet_write_string (sink->sheet, 0, 0, _ (reg->title), title);
  worksheet_write_string (sink->sheet, 1, 0, note, NULL);
  write_columns (sink);
}

static void
set_up_page (JlSink *sink, const JlRegisterExport *what)
{
  g_autofree char *foot = g_strconcat ("&C&P / &N", what->practice ? "&R" : "", what->practice ? _ ("Practice data, not to be cited") : "", NULL);

  worksheet_freeze_panes (sink->sheet, FIRST_ROW, 0);
  worksheet_repeat_rows (sink->sheet, HEAD_ROW, HEAD_ROW);
  worksheet_set_landscape (sink->sheet);
  worksheet_set_paper (sink->sheet, 9); /* A4 */
  worksheet_fit_to_pages (sink->sheet, 1, 0);
  worksheet_set_footer (sink->sheet, foot);
}

static void
free_sink (JlSink *sink)
{
  g_ptr_array_unref (sink->columns);
  g_free (sink->formats);
  g_free (sink->path);
  g_free (sink->part);
  g_free (sink);
}

static gboolean
close_book (JlSink *sink, gboolean failed, GError **error)
{
  gboolean done;

  if (sink->row > FIRST_ROW)
    worksheet_autofilter (sink->sheet, HEAD_ROW, 0, sink->row - 1, (lxw_col_t) (sink->n_fields - 1));
  done = check (workbook_close (sink->book), sink->path, failed ? NULL : error) && !failed;
  if (done && g_rename (sink->part, sink->path) != 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), _ ("“%s” cannot be written: %s"), sink->path,
                   g_strerror (code));
      done = FALSE;
    }
  if (!done)
    g_unlink (sink->part);
  free_sink (sink);
  return done;
}

static JlSink *
open_book (const JlRegisterExport *what, const JlField *const *fields, const char *path, GError **error)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  JlSink              *sink = g_new0 (JlSink, 1);

  sink->fields = fields;
  sink->path = g_strdup (path);
  sink->part = g_strconcat (path, ".part", NULL);
  sink->columns = g_ptr_array_new_with_free_func (g_free);
  for (; fields[sink->n_fields] != NULL; sink->n_fields++)
    g_ptr_array_add (sink->columns, jl_field_shown_column (fields[sink->n_fields]));
  sink->book = workbook_new_opt (sink->part, &options);
  sink->sheet = workbook_add_worksheet (sink->book, NULL);
  sink->formats = g_new0 (lxw_format *, sink->n_fields);
  for (guint i = 0; i < sink->n_fields; i++)
    sink->formats[i] = column_format (sink, fields[i]);
  set_up_page (sink, what);
  write_head (sink, what);
  sink->row = FIRST_ROW;
  return sink;
}

const JlSinkKind jl_sink_xlsx = { ".xlsx", open_book, add, close_book };
