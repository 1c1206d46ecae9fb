/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The spec as the kinds of this folder read it. */

#pragma once

#include "jl-chart.h"

G_BEGIN_DECLS

#define JL_CHART_N_COLUMNS 3

struct _JlChart
{
  JlChartKind   kind;
  char         *title;
  char         *summary;
  char         *columns[JL_CHART_N_COLUMNS];
  char         *threshold_text;
  char         *group_label;
  double        threshold;
  double        expected;
  double        range;
  GArray       *data;  /* of JlDatum */
  GStringChunk *texts; /* of the data */
};

/* The greatest number on the value axis: of data, peers, threshold, expected and range; 1 when
 * there is none. */
double jl_chart_max (const JlChart *self);
/* What stands in the value's place: its text, or the mark or word of its state. */
const char *jl_datum_value_text (const JlDatum *self);

G_END_DECLS
