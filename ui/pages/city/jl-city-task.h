/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What a unit is held to: the 25 % share and the four tasks, one card each, and the measures listed beside them. */

#pragma once

#include "jl-figure.h"

G_BEGIN_DECLS

/**
 * JlCityTask:
 * @title: head of the card, a source string
 * @clause: a source string
 * @indicator: the figure on the card
 * @second: (nullable): a second figure; the worse of the two is shown large, both are said
 * @first_name: (nullable): what the first of two is called
 * @second_name: (nullable): and the second
 * @range: the bar reaches at least to this percentage
 * @seasonal: compared with the season before, else with the year before
 */
typedef struct
{
  const char *title;
  const char *clause;
  const char *indicator;
  const char *second;
  const char *first_name;
  const char *second_name;
  double      range;
  gboolean    seasonal;
} JlCityTask;

extern const JlCityTask jl_city_tasks[];
extern const guint      jl_city_n_tasks;

/* Indicators without a card, in the order of the list; NULL-terminated. */
extern const char *const jl_city_measures[];

/* The word of a state on this page: a share that is met has a word of its own. */
const char *jl_city_progress_word (const JlFigure *figure);

/* Lines under a card's figure. (transfer full), "" for nothing to say. */
char *jl_city_change_line (const JlCityTask *task, const JlFigure *figure);
char *jl_city_detail_line (const JlCityTask *task, const JlFigure *first, const JlFigure *second);
char *jl_city_clause_line (const JlCityTask *task, const JlFigure *figure);

/* What stands large on a card: "24.996", "2010-10-14", "Not reported", "—". (transfer full) */
char *jl_city_large_text (const JlFigure *figure);
/* Whether that is already the word of the state. */
gboolean jl_city_says_state (const JlFigure *figure);
/* The figure with its sign for lines and lists: "24.996%". (transfer full) */
char *jl_city_figure_text (const JlFigure *figure);
/* What stands behind the figure in small: "%" or NULL. */
const char *jl_city_figure_unit (const JlFigure *figure);

G_END_DECLS
