/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The load of a page that lists something of a place: the places to choose from and what else the page shows. */

#pragma once

#include "jl-page.h"
#include "jl-store.h"

G_BEGIN_DECLS

/**
 * JlListLoad:
 * @places: the places of the page's year and unit
 * @more: what the page's #JlListMore answered
 */
typedef struct
{
  JlPlaces *places;
  JlResult *more;
} JlListLoad;

/* Runs in a worker thread. (transfer full) (nullable): NULL with error set */
typedef JlResult *(*JlListMore) (JlSession *session, int year, int unit_id, GError **error);

/* Loads both for the year and the unit of the page, which gets the #JlListLoad as its product. */
void jl_list_load_start (JlPage *page, JlListMore more);
void jl_list_load_free (JlListLoad *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlListLoad, jl_list_load_free)

G_END_DECLS
