/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A page of a lazy list: its answer once it is there, and the records that somebody still holds. */

#pragma once

#include "jl-result.h"

G_BEGIN_DECLS

typedef enum
{
  JL_PAGE_IDLE,    /* nobody has asked for it */
  JL_PAGE_WAITING, /* to be fetched when its turn comes */
  JL_PAGE_FETCHING,
  JL_PAGE_FILLED,
} JlPageState;

typedef struct
{
  guint       index;
  guint       n_rows;
  JlPageState state;
  JlResult   *answer;  /* when filled */
  guint      *rows;    /* place on the page → row of the answer, NO_ROW for a row that has gone */
  JlRecord  **records; /* weak: only those in use elsewhere */
  GList       link;    /* in the list that its state puts it into */
} JlPage;

JlPage *jl_page_new (guint index, guint n_rows);
void    jl_page_free (JlPage *self);

/* The record at a place: a placeholder until the page is filled. (transfer full) */
JlRecord *jl_page_get_record (JlPage *self, guint place);

/* Whether anybody still holds one of its placeholders. */
gboolean jl_page_is_wanted (const JlPage *self);

/* Finds the row of each id in the answer's column "id" and fills the placeholders. */
void jl_page_fill (JlPage *self, JlResult *answer, const gint64 *ids);

G_END_DECLS
