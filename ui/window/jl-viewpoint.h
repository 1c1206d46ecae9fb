/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The one control that sets from where lists, figures and the map are seen: as known on a day, and by which divisions. */

#pragma once

#include "jl-link.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define JL_TYPE_VIEWPOINT (jl_viewpoint_get_type ())
G_DECLARE_FINAL_TYPE (JlViewpoint, jl_viewpoint, JL, VIEWPOINT, AdwBin)

/* (nullable): the link that it sets and follows. */
void jl_viewpoint_set_link (JlViewpoint *self, JlLink *link);
/* A sentence on where a link is seen from; NULL: the present. (transfer full) */
char *jl_viewpoint_words (JlLink *link);

G_END_DECLS
