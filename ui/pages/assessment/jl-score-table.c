/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Rows are records of jl_api.assessment_units in the order the server ranked them. The block columns are made from the first
 * row's block names, so the table follows the scheme. */

#include "jl-score-table.h"

#include "jl-quantity.h"

#include <glib/gi18n.h>

/* A block that got less than this share of its points stands in the second colour. */
#define WEAK_SHARE 0.6

struct _JlScoreTable
{
  AdwBin parent_instance;

  GtkColumnView      *view;
  GtkSingleSelection *selection;
  GListStore         *rows;
  char              **blocks;
};

G_DEFINE_FINAL_TYPE (JlScoreTable, jl_score_table, ADW_TYPE_BIN)

enum
{
  SELECTED,
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef void (*BindFunc) (GtkWidget *cell, JlRecord *record, int column);

typedef struct
{
  BindFunc bind;
  int      column;
} CellKind;

static JlRecord *
record_of (GtkListItem *item)
{
  return gtk_list_item_get_item (item);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CellKind *kind)
{
  kind->bind (gtk_list_item_get_child (item), record_of (item), kind->column);
}

static GtkWidget *
make_label (double xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), (float) xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "jl-dense");
  return label;
}

static void
setup_left_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, make_label (0));
}

static void
setup_right_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, make_label (1));
}

static void
setup_block_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *bar = gtk_level_bar_new ();

  gtk_widget_add_css_class (bar, "jl-score-bar");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), make_label (1));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_list_item_set_child (item, box);
}

static char *
rounded (const char *decimal)
{
  return decimal != NULL ? jl_format_decimal (decimal, 2, JL_NUMBER_SCREEN) : g_strdup ("—");
}

static void
bind_unit (GtkWidget *cell, JlRecord *record, int column)
{
  gtk_label_set_text (GTK_LABEL (cell), jl_record_text (record, "name"));
}

static void
set_bar (GtkLevelBar *bar, double got, double full)
{
  gboolean weak = full > 0 && got / full < WEAK_SHARE;

  gtk_widget_set_visible (GTK_WIDGET (bar), full > 0);
  gtk_level_bar_set_value (bar, full > 0 ? CLAMP (got / full, 0, 1) : 0);
  if (weak)
    gtk_widget_add_css_class (GTK_WIDGET (bar), "weak");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (bar), "weak");
}

static const char *
element (char **array, int i)
{
  return (guint) i < g_strv_length (array) ? array[i] : NULL;
}

static void
bind_block (GtkWidget *cell, JlRecord *record, int column)
{
  JlResult *result = jl_record_get_result (record);
  guint     row = jl_record_get_row (record);
  g_auto (GStrv) points = jl_result_array (result, row, "block_points");
  g_auto (GStrv) full = jl_result_array (result, row, "block_full");
  const char      *got = element (points, column);
  const char      *most = element (full, column);
  gboolean         scored = got != NULL && *got != '\0';
  g_autofree char *text = rounded (scored ? got : NULL);
  GtkWidget       *label = gtk_widget_get_first_child (cell);

  gtk_label_set_text (GTK_LABEL (label), text);
  set_bar (GTK_LEVEL_BAR (gtk_widget_get_last_child (cell)), scored ? g_ascii_strtod (got, NULL) : 0,
           scored && most != NULL ? g_ascii_strtod (most, NULL) : 0);
}

static void
bind_score (GtkWidget *cell, JlRecord *record, int column)
{
  g_autofree char *text = rounded (jl_record_text (record, "score"));

  gtk_label_set_text (GTK_LABEL (cell), text);
  gtk_widget_add_css_class (cell, "heading");
}

static void
bind_grade (GtkWidget *cell, JlRecord *record, int column)
{
  const char *grade = jl_record_text (record, "grade");

  gtk_label_set_text (GTK_LABEL (cell), grade != NULL ? grade : "—");
}

static void
bind_rank (GtkWidget *cell, JlRecord *record, int column)
{
  int              rank = (int) jl_record_int (record, "rank", 0);
  gboolean         tied = g_strcmp0 (jl_record_text (record, "tied"), "t") == 0;
  g_autofree char *text = NULL;

  if (rank == 0)
    text = g_strdup (jl_record_text (record, "why_unranked"));
  else
    text = g_strdup_printf (tied ? _ ("tied rank %d") : _ ("rank %d"), rank);
  gtk_label_set_text (GTK_LABEL (cell), text != NULL ? text : "—");
  gtk_widget_set_tooltip_text (cell, text);
}

static void
bind_vetoes (GtkWidget *cell, JlRecord *record, int column)
{
  g_auto (GStrv) vetoes = jl_result_array (jl_record_get_result (record), jl_record_get_row (record), "vetoes");
  g_autofree char *text = g_strjoinv ("、", vetoes);

  gtk_label_set_text (GTK_LABEL (cell), text);
}

static void
add_column (JlScoreTable *self, const char *title, GCallback setup, BindFunc bind, int column, gboolean expand)
{
  GtkListItemFactory  *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column;
  CellKind            *kind = g_new0 (CellKind, 1);

  kind->bind = bind;
  kind->column = column;
  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), kind, (GClosureNotify) (void (*) (void)) g_free, 0);
  view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (view_column, expand);
  gtk_column_view_append_column (self->view, view_column);
  g_object_unref (view_column);
}

static void
remove_columns (JlScoreTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

/* "六、计量收费（20分）" over two lines would crowd the head: the block's name, and its points in the tooltip of the pane. */
static void
make_columns (JlScoreTable *self)
{
  remove_columns (self);
  add_column (self, _ ("Assessed unit"), G_CALLBACK (setup_left_cb), bind_unit, 0, TRUE);
  for (int i = 0; self->blocks[i] != NULL; i++)
    add_column (self, self->blocks[i], G_CALLBACK (setup_block_cb), bind_block, i, TRUE);
  add_column (self, _ ("Score"), G_CALLBACK (setup_right_cb), bind_score, 0, FALSE);
  add_column (self, _ ("Grade"), G_CALLBACK (setup_left_cb), bind_grade, 0, FALSE);
  add_column (self, _ ("Rank"), G_CALLBACK (setup_right_cb), bind_rank, 0, FALSE);
  add_column (self, _ ("Veto"), G_CALLBACK (setup_left_cb), bind_vetoes, 0, FALSE);
}

static gboolean
in_group (JlResult *units, guint row, const char *grp)
{
  const char *own = jl_result_text (units, row, "grp");

  if (g_str_equal (grp, "apart"))
    return g_strcmp0 (own, "committee") == 0 || g_strcmp0 (own, "prefecture_sum") == 0;
  return g_strcmp0 (own, grp) == 0;
}

static void
fill_rows (JlScoreTable *self, JlResult *units, const char *grp)
{
  g_list_store_remove_all (self->rows);
  for (guint i = 0; i < jl_result_n_rows (units); i++)
    {
      g_autoptr (JlRecord) record = NULL;

      if (!in_group (units, i, grp))
        continue;
      record = jl_record_new (units, i);
      g_list_store_append (self->rows, record);
    }
}

static void
select_unit (JlScoreTable *self, int unit_id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JlRecord) record = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (jl_record_int (record, "unit_id", 0) == unit_id)
        gtk_single_selection_set_selected (self->selection, i);
    }
}

static void
take_blocks (JlScoreTable *self, JlResult *units)
{
  g_auto (GStrv) blocks = jl_result_n_rows (units) > 0 ? jl_result_array (units, 0, "blocks") : g_new0 (char *, 1);

  if (self->blocks != NULL && g_strv_equal ((const char *const *) self->blocks, (const char *const *) blocks))
    return;
  g_strfreev (self->blocks);
  self->blocks = g_steal_pointer (&blocks);
  make_columns (self);
}

void
jl_score_table_set_units (JlScoreTable *self, JlResult *units, const char *grp)
{
  int before = jl_score_table_get_selected (self);

  take_blocks (self, units);
  fill_rows (self, units, grp);
  select_unit (self, before);
  g_signal_emit (self, signals[SELECTED], 0, jl_score_table_get_selected (self));
}

int
jl_score_table_get_selected (JlScoreTable *self)
{
  JlRecord *record = gtk_single_selection_get_selected_item (self->selection);

  return record != NULL ? (int) jl_record_int (record, "unit_id", 0) : 0;
}

static void
selected_cb (JlScoreTable *self)
{
  g_signal_emit (self, signals[SELECTED], 0, jl_score_table_get_selected (self));
}

static void
activate_cb (JlScoreTable *self, guint position)
{
  g_autoptr (JlRecord) record = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (record != NULL)
    g_signal_emit (self, signals[OPENED], 0, (int) jl_record_int (record, "unit_id", 0));
}

static void
jl_score_table_dispose (GObject *object)
{
  JlScoreTable *self = JL_SCORE_TABLE (object);

  g_clear_pointer (&self->blocks, g_strfreev);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (jl_score_table_parent_class)->dispose (object);
}

static void
jl_score_table_class_init (JlScoreTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jl_score_table_dispose;
  signals[SELECTED] = g_signal_new ("selected", JL_TYPE_SCORE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[OPENED] = g_signal_new ("opened", JL_TYPE_SCORE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
jl_score_table_init (JlScoreTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = g_list_store_new (JL_TYPE_RECORD);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (self->selection)));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Scores by unit and block"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scroller);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
}
