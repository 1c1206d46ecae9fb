/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The pages of a lazy list: which are there, which are wanted, which have been used last. */

#pragma once

#include "jl-page-private.h"

G_BEGIN_DECLS

typedef struct
{
  GHashTable *by_index; /* index → JlPage, owned */
  GQueue      filled;   /* the one used last first */
  GQueue      waiting;  /* the one wanted last first */
} JlPages;

void jl_pages_init (JlPages *self);
void jl_pages_clear (JlPages *self);

JlPage *jl_pages_find (JlPages *self, guint index);
JlPage *jl_pages_ensure (JlPages *self, guint index, guint n_rows);
void    jl_pages_forget (JlPages *self, JlPage *page);

void jl_pages_move (JlPages *self, JlPage *page, JlPageState state);
/* One of its places is looked at. */
void jl_pages_touch (JlPages *self, JlPage *page);
/* The waiting page that is still wanted and was looked at last; those before it are forgotten. */
JlPage *jl_pages_next_wanted (JlPages *self);
void    jl_pages_fill (JlPages *self, JlPage *page, JlResult *answer, const gint64 *ids);

G_END_DECLS
