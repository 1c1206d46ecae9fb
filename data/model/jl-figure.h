/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Assessed units and their figures as typed values, parsed once from the database's answers. */

#pragma once

#include <glib.h>

#include "jl-result.h"
#include "jl-words.h"

G_BEGIN_DECLS

typedef struct
{
  int         id;
  const char *code;
  const char *name;
  const char *short_name;
  const char *tile_name; /* without 市, 州, 管委会; NULL: no tile of its own */
  const char *grp;       /* prefecture, county, committee, prefecture_sum */
  int         place_order;
  int         tile_row; /* −1: no tile of its own */
  int         tile_col;
  const char *sound;  /* (nullable): 拼音 and initials of its names, each after a blank */
  int         parent; /* the unit under whose tile its square stands; 0: none */
} JlUnit;

/**
 * JlFigure: one indicator of one unit for one year. The numbers are the database's; nothing is added up here.
 */
typedef struct
{
  int         unit_id;
  const char *indicator;
  JlState     state;
  gint64      num;
  gint64      den; /* 0 when there is none */
  gboolean    has_previous;
  gint64      previous_num;
  gint64      previous_den;
  int         missing_n;
  JlProgress  progress;
  const char *strength;
  const char *due_on;
  const char *done_on;
  const char *goal;     /* decimal text, percent */
  const char *expected; /* decimal text, percent: 序时应完成 */
  int         rank;     /* 0: none */
  int         rank_of;
  int         threshold; /* percent; −1: none */
  const char *rule_text;
} JlFigure;

typedef struct _JlFigures JlFigures;

/* units: answer of jl_api.units, figures: of jl_api.figures; both are kept. */
JlFigures *jl_figures_new (JlResult *units, JlResult *figures);
void       jl_figures_free (JlFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlFigures, jl_figures_free)

guint           jl_figures_n_units (const JlFigures *self);
const JlUnit   *jl_figures_unit (const JlFigures *self, guint i);
const JlUnit   *jl_figures_find_unit (const JlFigures *self, int unit_id);
const JlFigure *jl_figures_find (const JlFigures *self, int unit_id, const char *indicator); /* (nullable) */

/* Whether figures may become others once this table of the database has been changed. */
gboolean jl_figures_rest_on (const char *table);
/* The column threshold, decimal text, as whole percent; −1: none, or none that the client tests. */
int jl_figure_read_threshold (const JlResult *rows, guint i);
/* "24.996" for a share, the issue date for a date indicator, "—", "未报" … for what is no number. (transfer full) */
char *jl_figure_text (const JlFigure *figure);
/* "+3.63" in 个百分点; NULL without a previous value. (transfer full) (nullable) */
char *jl_figure_change_text (const JlFigure *figure);
/* For drawing only: percent, NAN unless a value. */
double jl_figure_position (const JlFigure *figure);
/* Whether no limit applies to the figure: a prefecture's total gets no verdict. */
gboolean jl_figure_is_unjudged (const JlFigure *figure);
/* The one of two that needs more attention: by its state, then by the lower share; either may be NULL. */
const JlFigure *jl_figure_graver (const JlFigure *a, const JlFigure *b);
/* The exact test against the threshold; FALSE unless a value with a threshold. */
gboolean jl_figure_passes (const JlFigure *figure);

G_END_DECLS
