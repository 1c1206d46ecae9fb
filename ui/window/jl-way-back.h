/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Where a person has been in the window, so that they can go back. */

#pragma once

#include "jl-page-table.h"

G_BEGIN_DECLS

/**
 * JlStop:
 * @kind: (nullable): the page; %NULL: nowhere
 * @unit_id: 0: no unit
 * @state: (nullable): the page's own (jl_page_save_place())
 *
 * Enough to come back.
 */
typedef struct
{
  const JlPageKind *kind;
  int               unit_id;
  GVariant         *state;
} JlStop;

void jl_stop_clear (JlStop *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JlStop, jl_stop_clear)

typedef struct _JlWayBack JlWayBack;

JlWayBack *jl_way_back_new (void);
void       jl_way_back_free (JlWayBack *self);

/* Takes left; keeps it unless it is nowhere or what has been reached from it is the same place. */
void jl_way_back_add (JlWayBack *self, JlStop left, const JlStop *reached);
/* The last one, which is forgotten. FALSE, and stop is nowhere: there is none. */
gboolean jl_way_back_take (JlWayBack *self, JlStop *stop);
gboolean jl_way_back_is_empty (const JlWayBack *self);
void     jl_way_back_forget (JlWayBack *self);

G_END_DECLS
