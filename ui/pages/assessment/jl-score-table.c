/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Rows come in the order the server ranked them. Head and rows follow the blocks of the scheme that
 * the year was scored with. */

#include "jl-score-table.h"

#include "jl-score-row.h"

struct _JlScoreTable
{
  AdwBin parent_instance;

  gboolean filling; /* rows come and go: the selection is not the person's */

  AdwBin            *head;
  GtkListBox        *rows;
  GtkScrolledWindow *scroller;
};

G_DEFINE_FINAL_TYPE (JlScoreTable, jl_score_table, ADW_TYPE_BIN)

enum
{
  SELECTED,
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

gboolean
jl_score_in_group (JlResult *units, guint row, const char *grp)
{
  const char *own = jl_result_text (units, row, "grp");

  if (g_str_equal (grp, "apart"))
    return g_strcmp0 (own, "committee") == 0 || g_strcmp0 (own, "prefecture_sum") == 0;
  return g_strcmp0 (own, grp) == 0;
}

/* The larger of two decimals; "" is none. */
static void
take_larger (char **most, const char *other)
{
  if (*other == '\0' || (**most && g_ascii_strtod (*most, NULL) >= g_ascii_strtod (other, NULL)))
    return;
  g_free (*most);
  *most = g_strdup (other);
}

/* What a block may bring: where an item does not apply to a unit, another of the group tells. */
static char **
points_of_group (JlResult *units, const char *grp, guint n)
{
  char **most = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    most[i] = g_strdup ("");
  for (guint row = 0; row < jl_result_n_rows (units); row++)
    {
      g_auto (GStrv) full = jl_result_array (units, row, "block_full");

      for (guint i = 0; i < n && full[i] && jl_score_in_group (units, row, grp); i++)
        take_larger (&most[i], full[i]);
    }
  return most;
}

static void
fill_head (JlScoreTable *self, JlResult *units, const char *grp)
{
  g_auto (GStrv) blocks =
      jl_result_n_rows (units) > 0 ? jl_result_array (units, 0, "blocks") : g_new0 (char *, 1);
  g_auto (GStrv) points = points_of_group (units, grp, g_strv_length (blocks));

  adw_bin_set_child (self->head, jl_score_head_new (blocks, points));
}

static void
append_group (JlScoreTable *self, JlResult *units, const char *grp)
{
  for (guint row = 0; row < jl_result_n_rows (units); row++)
    {
      if (jl_score_in_group (units, row, grp))
        gtk_list_box_append (self->rows, jl_score_row_new (units, row));
    }
}

static void
fill_rows (JlScoreTable *self, JlResult *units, const char *grp)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  append_group (self, units, grp);
  if (g_str_equal (grp, "prefecture"))
    append_group (self, units, "apart");
}

void
jl_score_table_set_units (JlScoreTable *self, JlResult *units, const char *grp)
{
  int before = jl_score_table_get_selected (self);

  self->filling = TRUE;
  fill_head (self, units, grp);
  fill_rows (self, units, grp);
  if (before == 0 || !jl_score_table_select (self, before))
    gtk_list_box_select_row (self->rows, gtk_list_box_get_row_at_index (self->rows, 0));
  self->filling = FALSE;
  g_signal_emit (self, signals[SELECTED], 0, jl_score_table_get_selected (self));
}

/* A new row has no place before it is laid out. */
static gboolean
show_row_cb (GtkWidget *row, GdkFrameClock *clock, gpointer user_data)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (JL_SCORE_TABLE (user_data)->scroller);
  graphene_rect_t place;

  if (gtk_widget_get_height (row) == 0)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_compute_bounds (row, gtk_widget_get_parent (row), &place))
    gtk_adjustment_clamp_page (adjustment, place.origin.y, place.origin.y + place.size.height);
  return G_SOURCE_REMOVE;
}

gboolean
jl_score_table_select (JlScoreTable *self, int unit_id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    {
      if (jl_score_row_get_unit (row) != unit_id)
        continue;
      gtk_list_box_select_row (self->rows, row);
      gtk_widget_add_tick_callback (GTK_WIDGET (row), show_row_cb, self, NULL);
      return TRUE;
    }
  return FALSE;
}

int
jl_score_table_get_selected (JlScoreTable *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  return row ? jl_score_row_get_unit (row) : 0;
}

static void
row_selected_cb (JlScoreTable *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SELECTED], 0, jl_score_table_get_selected (self));
}

static void
row_activated_cb (JlScoreTable *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[OPENED], 0, jl_score_row_get_unit (row));
}

static void
jl_score_table_dispose (GObject *object)
{
  JL_SCORE_TABLE (object)->filling = TRUE;
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_SCORE_TABLE);
  G_OBJECT_CLASS (jl_score_table_parent_class)->dispose (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, JL_TYPE_SCORE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
jl_score_table_class_init (JlScoreTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_score_table_dispose;
  signals[SELECTED] = add_signal ("selected");
  signals[OPENED] = add_signal ("opened");
  gtk_widget_class_set_css_name (widget_class, "scores");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/jiliang/Jiliang/pages/assessment/jl-score-table.ui");
  gtk_widget_class_bind_template_child (widget_class, JlScoreTable, head);
  gtk_widget_class_bind_template_child (widget_class, JlScoreTable, rows);
  gtk_widget_class_bind_template_child (widget_class, JlScoreTable, scroller);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
jl_score_table_init (JlScoreTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
