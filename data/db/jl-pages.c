/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A page whose placeholders nobody holds any more when its turn comes is forgotten, so that a view
 * may race through a million rows; and only the answers of the pages used last are kept. */

#include "jl-pages-private.h"

#define MAX_FILLED 20

void
jl_pages_init (JlPages *self)
{
  self->by_index = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) jl_page_free);
  g_queue_init (&self->filled);
  g_queue_init (&self->waiting);
}

void
jl_pages_clear (JlPages *self)
{
  g_hash_table_unref (self->by_index);
}

JlPage *
jl_pages_find (JlPages *self, guint index)
{
  return g_hash_table_lookup (self->by_index, GUINT_TO_POINTER (index));
}

JlPage *
jl_pages_ensure (JlPages *self, guint index, guint n_rows)
{
  JlPage *page = jl_pages_find (self, index);

  if (page != NULL)
    return page;
  page = jl_page_new (index, n_rows);
  g_hash_table_insert (self->by_index, GUINT_TO_POINTER (index), page);
  return page;
}

static GQueue *
queue_of (JlPages *self, JlPageState state)
{
  if (state == JL_PAGE_WAITING)
    return &self->waiting;
  return state == JL_PAGE_FILLED ? &self->filled : NULL;
}

/* A page that stays in its state comes to the front. */
void
jl_pages_move (JlPages *self, JlPage *page, JlPageState state)
{
  GQueue *from = queue_of (self, page->state);
  GQueue *to = queue_of (self, state);

  if (from != NULL)
    g_queue_unlink (from, &page->link);
  if (to != NULL)
    g_queue_push_head_link (to, &page->link);
  page->state = state;
}

void
jl_pages_forget (JlPages *self, JlPage *page)
{
  jl_pages_move (self, page, JL_PAGE_IDLE);
  g_hash_table_remove (self->by_index, GUINT_TO_POINTER (page->index));
}

void
jl_pages_touch (JlPages *self, JlPage *page)
{
  if (page->state == JL_PAGE_IDLE)
    jl_pages_move (self, page, JL_PAGE_WAITING);
  else
    jl_pages_move (self, page, page->state);
}

JlPage *
jl_pages_next_wanted (JlPages *self)
{
  JlPage *page;

  while ((page = g_queue_peek_head (&self->waiting)) != NULL && !jl_page_is_wanted (page))
    jl_pages_forget (self, page);
  return page;
}

void
jl_pages_fill (JlPages *self, JlPage *page, JlResult *answer, const gint64 *ids)
{
  jl_pages_move (self, page, JL_PAGE_FILLED);
  while (g_queue_get_length (&self->filled) > MAX_FILLED)
    jl_pages_forget (self, g_queue_peek_tail (&self->filled));
  jl_page_fill (page, answer, ids);
}
