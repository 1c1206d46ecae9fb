/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Where a person has been in the window. A stop is kept once: going to where one is leaves no trace. */

#include "jl-way-back.h"

struct _JlWayBack
{
  GArray *stops; /* JlStop, the last one last */
};

void
jl_stop_clear (JlStop *self)
{
  g_clear_pointer (&self->state, g_variant_unref);
}

JlWayBack *
jl_way_back_new (void)
{
  JlWayBack *self = g_new (JlWayBack, 1);

  self->stops = g_array_new (FALSE, FALSE, sizeof (JlStop));
  g_array_set_clear_func (self->stops, (GDestroyNotify) jl_stop_clear);
  return self;
}

void
jl_way_back_free (JlWayBack *self)
{
  g_array_unref (self->stops);
  g_free (self);
}

/* Of two units that are none it does not matter that they differ: the whole province is no place of its own. */
static gboolean
is_elsewhere (const JlStop *left, const JlStop *reached)
{
  if (left->kind != reached->kind || (left->unit_id > 0 && reached->unit_id > 0 && left->unit_id != reached->unit_id))
    return TRUE;
  return left->state && reached->state && !g_variant_equal (left->state, reached->state);
}

void
jl_way_back_add (JlWayBack *self, JlStop left, const JlStop *reached)
{
  if (left.kind && is_elsewhere (&left, reached))
    g_array_append_val (self->stops, left);
  else
    jl_stop_clear (&left);
}

gboolean
jl_way_back_take (JlWayBack *self, JlStop *stop)
{
  JlStop *last;

  *stop = (JlStop){ NULL, 0, NULL };
  if (jl_way_back_is_empty (self))
    return FALSE;
  last = &g_array_index (self->stops, JlStop, self->stops->len - 1);
  *stop = (JlStop){ last->kind, last->unit_id, g_steal_pointer (&last->state) };
  g_array_set_size (self->stops, self->stops->len - 1);
  return TRUE;
}

gboolean
jl_way_back_is_empty (const JlWayBack *self)
{
  return self->stops->len == 0;
}

void
jl_way_back_forget (JlWayBack *self)
{
  g_array_set_size (self->stops, 0);
}
