/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Which tile or square an arrow key goes to. */

#include "jl-layout-private.h"

#include <math.h>

#define NOT_FACING 1000.0 /* more than any way over the map */

/* One axis of a mark. */
typedef struct
{
  double from, to;
} Extent;

static Extent
across (const JlMark *mark)
{
  return (Extent){ mark->x, mark->x + mark->width };
}

static Extent
down (const JlMark *mark)
{
  return (Extent){ mark->y, mark->y + mark->height };
}

/* Free room between two stretches; negative when they overlap. */
static double
gap_between (Extent a, Extent b)
{
  return MAX (b.from - a.to, a.from - b.to);
}

static double
middle (Extent extent)
{
  return (extent.from + extent.to) / 2;
}

/* How far it is to go in a direction; INFINITY when the mark does not lie wholly there, or lies
 * more aside than ahead. Marks that face each other come first, among them the nearest. */
static double
way_to (const JlMark *from, const JlMark *to, int dx, int dy)
{
  Extent ahead_from = dx != 0 ? across (from) : down (from);
  Extent ahead_to = dx != 0 ? across (to) : down (to);
  Extent aside_from = dx != 0 ? down (from) : across (from);
  Extent aside_to = dx != 0 ? down (to) : across (to);
  double ahead = (middle (ahead_to) - middle (ahead_from)) * (dx + dy);
  double aside = MAX (gap_between (aside_from, aside_to), 0);

  if (ahead <= 0 || gap_between (ahead_from, ahead_to) < 0 || aside > ahead)
    return INFINITY;
  return ahead + 0.1 * fabs (middle (aside_to) - middle (aside_from)) +
         (aside > 0 ? NOT_FACING + aside : 0);
}

int
jl_tile_map_neighbour (const JlLayout *layout, int mark, int dx, int dy)
{
  const JlMark *from = jl_layout_mark (layout, (guint) mark);
  double        shortest = INFINITY;
  int           found = mark;

  for (guint i = 0; i < jl_layout_n_marks (layout); i++)
    {
      const JlMark *to = jl_layout_mark (layout, i);
      double        way = to->datum >= 0 && (int) i != mark ? way_to (from, to, dx, dy) : INFINITY;

      if (way < shortest)
        {
          shortest = way;
          found = (int) i;
        }
    }
  return found;
}
