/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Words that would overlap part around their common middle; then all are held inside. */

#include "jl-end-labels.h"

#include <math.h>

void
jl_end_labels_note (JlEndLabels       *self,
                    const char        *text,
                    const JlTextStyle *style,
                    double             y)
{
  g_return_if_fail (self->n < JL_MOST_END_LABELS);

  self->labels[self->n++] = (JlEndLabel){ text, style, y };
}

double
jl_end_labels_width (const JlEndLabels *self, JlLayout *layout)
{
  double width = 0;

  for (guint i = 0; i < self->n; i++)
    {
      const JlEndLabel *label = &self->labels[i];

      width = MAX (width, jl_layout_text_width (layout, label->text, label->style));
    }
  return ceil (width);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const JlEndLabel *first = a, *second = b;

  return first->y < second->y ? -1 : first->y > second->y;
}

static void
part (JlEndLabel *upper, JlEndLabel *lower)
{
  double lack = upper->y + JL_END_LINE - lower->y;

  if (lack > 0)
    {
      upper->y -= lack / 2;
      lower->y += lack / 2;
    }
}

/* A few rounds bring them near their middle; what is then still lacking, hold() gives. */
static void
spread (JlEndLabels *self)
{
  for (guint round = 0; round < 2 * JL_MOST_END_LABELS; round++)
    for (guint i = 1; i < self->n; i++)
      part (&self->labels[i - 1], &self->labels[i]);
}

static void
hold (JlEndLabels *self, double bottom)
{
  double least = JL_END_LINE / 2, most = bottom;

  for (guint i = 0; i < self->n; i++)
    {
      self->labels[i].y = MAX (self->labels[i].y, least);
      least = self->labels[i].y + JL_END_LINE;
    }
  for (guint i = self->n; i > 0; i--)
    {
      self->labels[i - 1].y = MIN (self->labels[i - 1].y, most);
      most = self->labels[i - 1].y - JL_END_LINE;
    }
}

void
jl_end_labels_add (JlEndLabels *self, JlLayout *layout, double left, double bottom)
{
  g_qsort_with_data (self->labels, (int) self->n, sizeof (JlEndLabel), compare, NULL);
  spread (self);
  hold (self, bottom);
  for (guint i = 0; i < self->n; i++)
    {
      const JlEndLabel *label = &self->labels[i];
      double            top = label->y - JL_END_LINE / 2;
      JlRect            box = { left, top, layout->width - left, JL_END_LINE };

      jl_layout_add_text (layout, label->text, box, label->style);
    }
}
