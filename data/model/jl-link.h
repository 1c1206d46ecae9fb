/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* An open database: the pool of sessions and who is signed in. Every page hangs on one. */

#pragma once

#include "jl-pool.h"
#include "jl-store.h"

G_BEGIN_DECLS

#define JL_TYPE_LINK (jl_link_get_type ())
G_DECLARE_FINAL_TYPE (JlLink, jl_link, JL, LINK, GObject)

/* Takes desk. The pool has been opened with the same sign-in. */
JlLink       *jl_link_new (JlPool *pool, JlDesk *desk);
JlPool       *jl_link_get_pool (JlLink *self);
const JlDesk *jl_link_get_desk (JlLink *self);
gboolean      jl_link_is_practice (JlLink *self);
const char   *jl_link_get_duty (JlLink *self); /* jl_housing … */
const char   *jl_link_get_role (JlLink *self);
const char   *jl_link_get_display_name (JlLink *self);

/* From where every page of the link reads: as known at the end of a day that jl_look_back_parts() has nothing left to make of
 * (NULL: all that is known), and by the divisions of a day (NULL: of each year's own). Tells by the signal "viewpoint-changed". */
void        jl_link_set_viewpoint (JlLink *self, const char *known_on, const char *places_on);
const char *jl_link_get_known_on (JlLink *self);  /* (nullable) "2012-12-31" */
const char *jl_link_get_places_on (JlLink *self); /* (nullable) */

/* Dates and existence of a year: row in desk->years, or −1. */
int jl_link_find_year (JlLink *self, int year);

G_END_DECLS
