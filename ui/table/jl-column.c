/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A column's cells and width. A cell is a bare GtkLabel: a list of a million rows keeps some two
 * hundred of them a column alive. */

#include "jl-column.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "jl-quantity.h"
#include "jl-state-mark.h"

#define WAITING "jl-waiting"

/* "2012—2013" */
#define SEASON_WIDTH 12

/* Half of a hundredth of ten thousand square metres or yuan; both are kept in hundredths of one. */
#define LEAST_WAN 5000

/* The head's letters are that much smaller than the cells'. */
#define HEAD_SHARE 0.9
#define ARROW_HALVES 2
/* A head without a unit has two lines for its name; one this short stands on one. */
#define SHORT_TITLE 8

static int
text_halves (const char *text)
{
  int halves = 0;

  for (const char *c = text; *c; c = g_utf8_next_char (c))
    halves += g_unichar_iswide (g_utf8_get_char (c)) ? 2 : 1;
  return halves;
}

static int
head_halves (const char *title, const char *unit)
{
  int halves = text_halves (title);

  if (unit)
    halves = MAX (halves, text_halves (unit));
  else if (halves > SHORT_TITLE)
    halves = MAX (SHORT_TITLE, (halves + 3) / 4 * 2);
  return (int) ceil (halves * HEAD_SHARE) + ARROW_HALVES;
}

/* Lists have the names of units and records beside their numbers. */
static const char *
shown_column (const JlField *field)
{
  g_autofree char *name = jl_field_shown_column (field);

  return g_str_equal (name, field->name) ? NULL : g_intern_string (name);
}

static JlColumnFlags
field_flags (const JlField *field)
{
  JlColumnFlags flags = JL_COLUMN_SORTABLE;

  if (jl_field_is_number (field) || field->type == JL_FIELD_DATE)
    flags |= JL_COLUMN_NUMBER;
  if (field->flags & JL_FIELD_TOTAL)
    flags |= JL_COLUMN_TOTAL;
  if (field->flags & JL_FIELD_TWO_LINES)
    flags |= JL_COLUMN_TWO_LINES;
  return flags;
}

/**
 * jl_column_for_field:
 * @field: a field of a register
 *
 * Returns: its column
 */
JlColumn
jl_column_for_field (const JlField *field)
{
  int head = head_halves (_ (field->label), jl_field_unit (field));

  return (JlColumn){
    .field = field->name,
    .title = field->label,
    .width = MAX (jl_field_is_season (field) ? SEASON_WIDTH : jl_field_width (field), head),
    .flags = field_flags (field),
    .described = field,
    .shown = shown_column (field),
  };
}

const char *
jl_column_unit (const JlColumn *column)
{
  if (column->described)
    return jl_field_unit (column->described);
  return column->unit ? _ (column->unit) : NULL;
}

/* In ten thousands with two decimals under each other; the record says it whole. What would round to nothing says what it is. */
static char *
wan_text (const JlField *field, const char *raw)
{
  gint64 count = g_ascii_strtoll (raw, NULL, 10);

  return ABS (count) < LEAST_WAN ? jl_field_text (field, raw) : jl_format_area_wan (count, JL_NUMBER_SCREEN);
}

static char *
listed_text (const JlField *field, const char *raw)
{
  if (raw && (field->type == JL_FIELD_AREA_WAN || field->type == JL_FIELD_MONEY_WAN))
    return wan_text (field, raw);
  return jl_field_text (field, raw);
}

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
  if (column->described && column->shown == NULL)
    return listed_text (column->described, raw);
  if (raw == NULL)
    return g_strdup (JL_TABLE_MISSING);
  return column->format ? column->format (raw) : g_strdup (raw);
}

char *
jl_column_record_text (const JlColumn *column, JlRecord *record)
{
  return jl_column_text (column, jl_record_text (record, column->shown ? column->shown : column->field));
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

/* Words of a choice may have marks before them. */
static gboolean
has_marks (const JlColumn *column)
{
  const JlChoice *choice = column->described ? column->described->choices : NULL;

  return choice && choice->code && choice->mark;
}

static GtkLabel *
label_of (GtkListItem *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  return GTK_LABEL (GTK_IS_LABEL (child) ? child : gtk_widget_get_last_child (child));
}

/* The word beside it says the same to screen readers. */
static void
fill_mark (GtkListItem *item, const JlColumn *column, JlRecord *record)
{
  GtkWidget  *mark = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  const char *raw = jl_record_is_ready (record) ? jl_record_text (record, column->field) : NULL;
  const char *code = jl_field_mark (column->described, raw);

  gtk_widget_set_opacity (mark, code ? 1 : 0);
  jl_state_mark_set_bare (JL_STATE_MARK (mark), jl_progress_from_code (code), "");
}

static void
fill (GtkListItem *item, const JlColumn *column)
{
  GtkLabel        *label = label_of (item);
  JlRecord        *record = gtk_list_item_get_item (item);
  g_autofree char *text = NULL;

  if (has_marks (column))
    fill_mark (item, column, record);
  if (!jl_record_is_ready (record))
    {
      gtk_label_set_text (label, "");
      gtk_widget_add_css_class (GTK_WIDGET (label), WAITING);
      return;
    }
  text = jl_column_record_text (column, record);
  gtk_widget_remove_css_class (GTK_WIDGET (label), WAITING);
  gtk_label_set_text (label, text);
}

const JlColumn *
jl_column_of_cell (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "jl-column");
}

GtkListItem *
jl_column_item_of_cell (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "jl-item");
}

static void
record_ready_cb (JlRecord *record, GParamSpec *pspec, GtkListItem *item)
{
  if (gtk_list_item_get_item (item) == record)
    fill (item, jl_column_of_cell (GTK_WIDGET (label_of (item))));
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

static GtkWidget *
put_mark_before (GtkWidget *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), jl_state_mark_new ());
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
wrap_in_two (GtkLabel *label)
{
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (label, 2);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const JlColumn *column = user_data;
  GtkWidget      *label = gtk_label_new (NULL);

  g_object_set_data (G_OBJECT (label), "jl-column", user_data);
  g_object_set_data (G_OBJECT (label), "jl-item", item);
  gtk_label_set_xalign (GTK_LABEL (label), column->flags & JL_COLUMN_NUMBER ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (column->flags & JL_COLUMN_TWO_LINES)
    wrap_in_two (GTK_LABEL (label));
  else
    gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "jl-value");
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_list_item_set_child (item, has_marks (column) ? put_mark_before (label) : label);
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
