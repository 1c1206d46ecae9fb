/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Column widths are counted in terminal cells: wide characters take two. */

#include "ctl-table.h"

#include <string.h>

struct _CtlTable
{
  guint      n_columns;
  gboolean  *right;
  guint     *widths;
  GPtrArray *rows; /* char**, the heads first */
};

static guint
cells_wide (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iszerowidth (g_utf8_get_char (p)) ? 0 : g_unichar_iswide (g_utf8_get_char (p)) ? 2
                                                                                                      : 1;
  return width;
}

CtlTable *
ctl_table_new (const char *const *heads)
{
  CtlTable *self = g_new0 (CtlTable, 1);
  char    **row;

  self->n_columns = g_strv_length ((char **) heads);
  self->right = g_new0 (gboolean, self->n_columns);
  self->widths = g_new0 (guint, self->n_columns);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  row = g_new0 (char *, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->right[i] = heads[i][0] == '>';
      row[i] = g_strdup (heads[i] + (self->right[i] ? 1 : 0));
    }
  ctl_table_take_row (self, row);
  return self;
}

void
ctl_table_take_row (CtlTable *self, char **cells)
{
  char **row = g_new0 (char *, self->n_columns + 1);

  for (guint i = 0; i < self->n_columns; i++)
    {
      row[i] = cells[i] != NULL ? cells[i] : g_strdup ("");
      self->widths[i] = MAX (self->widths[i], cells_wide (row[i]));
    }
  g_free (cells);
  g_ptr_array_add (self->rows, row);
}

static void
append_cell (GString *line, const char *text, guint width, gboolean right, gboolean last)
{
  int pad = (int) (width - cells_wide (text));

  if (right)
    g_string_append_printf (line, "%*s%s", pad, "", text);
  else
    g_string_append_printf (line, "%s%*s", text, last ? 0 : pad, "");
  if (!last)
    g_string_append (line, "  ");
}

void
ctl_table_print (CtlTable *self)
{
  for (guint r = 0; r < self->rows->len; r++)
    {
      char **row = g_ptr_array_index (self->rows, r);
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint i = 0; i < self->n_columns; i++)
        append_cell (line, row[i], self->widths[i], self->right[i], i + 1 == self->n_columns);
      g_print ("%s\n", line->str);
    }
  g_ptr_array_unref (self->rows);
  g_free (self->widths);
  g_free (self->right);
  g_free (self);
}
