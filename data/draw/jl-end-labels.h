/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Words at the ends of lines, in place of a legend. */

#pragma once

#include "jl-layout-private.h"

G_BEGIN_DECLS

#define JL_MOST_END_LABELS 3
#define JL_END_LINE 16.0 /* from one word to the next */

typedef struct
{
  const char        *text;
  const JlTextStyle *style;
  double             y; /* where its line ends */
} JlEndLabel;

/**
 * JlEndLabels: at most %JL_MOST_END_LABELS words; those of one height stay in the order noted
 */
typedef struct
{
  JlEndLabel labels[JL_MOST_END_LABELS];
  guint      n;
} JlEndLabels;

void   jl_end_labels_note (JlEndLabels       *self,
                           const char        *text,
                           const JlTextStyle *style,
                           double             y);
double jl_end_labels_width (const JlEndLabels *self, JlLayout *layout);
/* Sets them down from left, none lower than with its middle on bottom. */
void jl_end_labels_add (JlEndLabels *self, JlLayout *layout, double left, double bottom);

G_END_DECLS
