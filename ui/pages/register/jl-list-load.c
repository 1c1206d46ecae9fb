/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Places first: without them the page cannot say of where it speaks. */

#include "jl-list-load.h"

typedef struct
{
  int        year;
  int        unit_id;
  JlListMore more;
} Wish;

static gpointer
load (JlSession *session, gpointer data, GError **error)
{
  const Wish *wish = data;
  g_autoptr (JlListLoad) self = g_new0 (JlListLoad, 1);

  self->places = jl_places_load (session, wish->year, wish->unit_id, error);
  if (self->places)
    self->more = wish->more (session, wish->year, wish->unit_id, error);
  return self->more ? g_steal_pointer (&self) : NULL;
}

static void
free_product (gpointer product)
{
  jl_list_load_free (product);
}

void
jl_list_load_free (JlListLoad *self)
{
  g_clear_pointer (&self->places, jl_places_free);
  g_clear_pointer (&self->more, jl_result_unref);
  g_free (self);
}

/**
 * jl_list_load_start:
 * @page: a page with a link
 * @more: what is loaded beside the places
 */
void
jl_list_load_start (JlPage *page, JlListMore more)
{
  Wish *wish = g_new (Wish, 1);

  *wish = (Wish){ jl_page_get_year (page), jl_page_get_unit (page), more };
  jl_page_load (page, JL_WORK_READ, load, wish, g_free, free_product);
}
