/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Geometry of moving a column. */

#include "jl-table-move.h"

#define THRESHOLD 8
#define HELD "jl-held"
#define BEFORE "jl-drop-before"
#define BEHIND "jl-drop-behind"

static gboolean
get_box (const JlTableMove *self, guint i, graphene_rect_t *box)
{
  GtkWidget *cell = self->cells[i];

  return gtk_widget_get_visible (cell) && gtk_widget_compute_bounds (cell, gtk_widget_get_parent (cell), box);
}

gboolean
jl_table_move_begin (JlTableMove *self, GtkWidget *const *cells, guint n, double x)
{
  *self = (JlTableMove){ .cells = cells, .n = n, .start = x };
  for (guint i = 0; i < n; i++)
    {
      graphene_rect_t box;

      if (!get_box (self, i, &box) || x < box.origin.x || x >= box.origin.x + box.size.width)
        continue;
      self->from = self->to = i;
      return TRUE;
    }
  self->cells = NULL;
  return FALSE;
}

/* The place of the cell whose middle the pointer has passed last. */
static guint
place_at (const JlTableMove *self, double x)
{
  guint to = self->from;

  for (guint i = 0; i < self->n; i++)
    {
      graphene_rect_t box;
      double          middle;

      if (!get_box (self, i, &box))
        continue;
      middle = box.origin.x + box.size.width / 2;
      if (i > self->from && x > middle)
        to = i;
      else if (i < self->from && x < middle)
        return i;
    }
  return to;
}

static void
mark_place (JlTableMove *self, guint to)
{
  gtk_widget_remove_css_class (self->cells[self->to], BEFORE);
  gtk_widget_remove_css_class (self->cells[self->to], BEHIND);
  self->to = to;
  if (to != self->from)
    gtk_widget_add_css_class (self->cells[to], to < self->from ? BEFORE : BEHIND);
}

gboolean
jl_table_move_update (JlTableMove *self, double offset)
{
  if (self->cells == NULL)
    return FALSE;
  if (!self->under_way && ABS (offset) > THRESHOLD)
    {
      self->under_way = TRUE;
      gtk_widget_add_css_class (self->cells[self->from], HELD);
    }
  if (self->under_way)
    mark_place (self, place_at (self, self->start + offset));
  return self->under_way;
}

gboolean
jl_table_move_end (JlTableMove *self, guint *from, guint *to)
{
  gboolean under_way = self->under_way;

  *from = self->from;
  *to = self->to;
  if (under_way)
    {
      gtk_widget_remove_css_class (self->cells[self->from], HELD);
      mark_place (self, self->from);
    }
  *self = (JlTableMove){ NULL };
  return under_way;
}
