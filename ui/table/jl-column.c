/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A column's cells and width. A cell is a bare GtkLabel: a list of a million rows keeps some two
 * hundred of them a column alive. */

#include "jl-column.h"

#include <math.h>
#include <pango/pangocairo.h>

#define WAITING "jl-waiting"

/**
 * jl_column_text:
 * @column: a column
 * @raw: (nullable): the server's text
 *
 * Returns: (transfer full): what the cell says
 */
char *
jl_column_text (const JlColumn *column, const char *raw)
{
  if (raw == NULL)
    return g_strdup (JL_TABLE_MISSING);
  return column->format ? column->format (raw) : g_strdup (raw);
}

double
jl_columns_em (GtkWidget *widget)
{
  PangoContext               *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double                      size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double                      dpi = pango_cairo_context_get_resolution (context);

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * (dpi > 0 ? dpi : 96) / 72;
}

/* The outermost column that is shown: from the left with step 1, from the right with step −1. */
static guint
outermost (guint n, const gboolean *hidden, int step)
{
  guint i = step > 0 ? 0 : n - 1;

  while (i < n && hidden[i])
    i += (guint) step;
  return i;
}

/**
 * jl_columns_fill_widths:
 * @columns: (array length=n): columns
 * @n: how many
 * @hidden: (array length=n): which are not shown
 * @em: pixels of an em
 * @widths: (out) (array length=n): their widths in pixels
 */
void
jl_columns_fill_widths (const JlColumn *columns, guint n, const gboolean *hidden, double em, int *widths)
{
  guint first = outermost (n, hidden, 1);
  guint last = outermost (n, hidden, -1);

  for (guint i = 0; i < n; i++)
    {
      int padding = 2 * JL_CELL_PADDING;

      if (i == first)
        padding += JL_OUTER_PADDING - JL_CELL_PADDING;
      if (i == last)
        padding += JL_OUTER_PADDING - JL_CELL_PADDING;
      widths[i] = hidden[i] ? 0 : (int) ceil (columns[i].width * em / 2) + padding;
    }
}

static void
fill (GtkListItem *item, const JlColumn *column)
{
  GtkLabel        *label = GTK_LABEL (gtk_list_item_get_child (item));
  JlRecord        *record = gtk_list_item_get_item (item);
  g_autofree char *text = NULL;

  if (!jl_record_is_ready (record))
    {
      gtk_label_set_text (label, "");
      gtk_widget_add_css_class (GTK_WIDGET (label), WAITING);
      return;
    }
  text = jl_column_text (column, jl_record_text (record, column->field));
  gtk_widget_remove_css_class (GTK_WIDGET (label), WAITING);
  gtk_label_set_text (label, text);
}

static const JlColumn *
column_of (gpointer label)
{
  return g_object_get_data (label, "jl-column");
}

static void
record_ready_cb (JlRecord *record, GParamSpec *pspec, GtkListItem *item)
{
  if (gtk_list_item_get_item (item) == record)
    fill (item, column_of (gtk_list_item_get_child (item)));
}

/* What does not fit can still be read. */
static gboolean
query_tooltip_cb (GtkLabel *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return TRUE;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const JlColumn *column = user_data;
  GtkWidget      *label = gtk_label_new (NULL);

  g_object_set_data (G_OBJECT (label), "jl-column", user_data);
  gtk_label_set_xalign (GTK_LABEL (label), column->flags & JL_COLUMN_NUMBER ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "jl-value");
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  JlRecord *record = gtk_list_item_get_item (item);

  fill (item, user_data);
  if (!jl_record_is_ready (record))
    g_signal_connect_object (record, "notify::ready", G_CALLBACK (record_ready_cb), item, 0);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), record_ready_cb, item);
}

/**
 * jl_column_factory_new:
 * @column: a column that outlives the factory
 *
 * Returns: (transfer full): makes and fills the column's cells
 */
GtkListItemFactory *
jl_column_factory_new (const JlColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), (gpointer) column);
  return factory;
}
