/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Charts with made-up figures, one of each kind, and what the tests of drawing ask of marks. */

#pragma once

#include "jl-chart.h"

G_BEGIN_DECLS

/* Messages as the environment says, so that the pictures can be looked at in Chinese too. */
void jl_sample_init (void);

PangoContext *jl_sample_context (void);
JlChart      *jl_sample_ranking (void);        /* eight cities, the limit of 25 */
JlChart      *jl_sample_long_ranking (void);   /* forty rows */
JlChart      *jl_sample_ranking_states (void); /* a row a state, and zero */
JlChart      *jl_sample_trend (void);          /* two missing, one zero, seven more */
JlChart      *jl_sample_gapped_trend (void);   /* missing, not reported and not due between */
JlChart      *jl_sample_map (void);            /* twelve tiles, their counties */
JlChart      *jl_sample_map_states (void);     /* tiles and squares of each state */
JlChart      *jl_sample_bullet (void);         /* with target and what is expected */
JlChart      *jl_sample_spark (void);

/* height 0 is the natural one. */
JlLayout *jl_sample_lay_out (const JlChart *chart, double width, double height);

guint         jl_sample_count (const JlLayout *layout, JlMarkKind kind);
const JlMark *jl_sample_nth (const JlLayout *layout, JlMarkKind kind, guint nth);
const JlMark *jl_sample_of_datum (const JlLayout *layout, int datum);
const JlMark *jl_sample_text (const JlLayout *layout, const char *text);

G_END_DECLS
