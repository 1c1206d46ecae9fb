/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A list wider than its place is moved sideways. Half a number at the edge reads as another number, so the columns in sight end
 * where the place ends: names give up some of their width when that brings one column more, or else take what is left over. */

#include "jl-column.h"

/* A code or the number of a clause is narrower than a name and would be lost. */
#define NAME_WIDTH 18
/* How narrow a name becomes at most: not under this, not under three fifths of a long title. */
#define LEAST_NAME 15

typedef struct
{
  const JlColumn *columns;
  const gboolean *kept;
  int            *widths;
} Fit;

static gboolean
is_elastic (const Fit *fit, guint i)
{
  return fit->widths[i] > 0 && !fit->kept[i] && (fit->columns[i].flags & JL_COLUMN_EXPAND) && fit->columns[i].width >= NAME_WIDTH;
}

static gboolean
may_change (const Fit *fit, guint i)
{
  return fit->widths[i] > 0 && !fit->kept[i];
}

/* Texts of two lines, and references, which begin with a number, keep more. */
static gboolean
keeps_more (const JlColumn *column)
{
  return (column->flags & JL_COLUMN_TWO_LINES) || (column->described && column->described->type == JL_FIELD_REFERENCE);
}

static int
least_width (const Fit *fit, guint i)
{
  int width = fit->columns[i].width;
  int least = keeps_more (&fit->columns[i]) ? width * 3 / 4 : MAX (width * 3 / 5, LEAST_NAME);

  return is_elastic (fit, i) ? fit->widths[i] * least / width : fit->widths[i];
}

/* How many columns from the left can be in the room as a whole. */
static guint
count_whole (const Fit *fit, guint n, int room)
{
  guint whole = 0;
  int   used = 0;

  while (whole < n && (used += least_width (fit, whole)) <= room)
    whole++;
  return whole;
}

static void
squeeze (const Fit *fit, guint n, int excess)
{
  int slack = 0;

  for (guint i = 0; i < n; i++)
    slack += fit->widths[i] - least_width (fit, i);
  for (guint i = 0; i < n; i++)
    {
      int own = fit->widths[i] - least_width (fit, i);
      int given = own > 0 ? (int) ((gint64) excess * own / slack) : 0;

      fit->widths[i] -= given;
      excess -= given;
      slack -= own;
    }
}

static void
stretch (const Fit *fit, guint n, int rest, gboolean (*takes) (const Fit *fit, guint i))
{
  int takers = 0;

  for (guint i = 0; i < n; i++)
    takers += takes (fit, i);
  for (guint i = 0; i < n && takers > 0; i++)
    {
      int taken = takes (fit, i) ? rest / takers-- : 0;

      fit->widths[i] += taken;
      rest -= taken;
    }
}

static gboolean
has_elastic (const Fit *fit, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      if (is_elastic (fit, i))
        return TRUE;
    }
  return FALSE;
}

static int
sum (const int *widths, guint n)
{
  int sum = 0;

  for (guint i = 0; i < n; i++)
    sum += widths[i];
  return sum;
}

/**
 * jl_columns_fit:
 * @columns: (array length=n): columns
 * @n: how many
 * @kept: (array length=n): which are as a person made them
 * @room: pixels that are in sight
 * @widths: (inout) (array length=n): their widths in pixels
 *
 * Widths that have room are left alone: what is over then is shared by whoever lays the columns out.
 */
void
jl_columns_fit (const JlColumn *columns, guint n, const gboolean *kept, int room, int *widths)
{
  Fit   fit = { columns, kept, widths };
  guint whole = count_whole (&fit, n, room);
  int   rest;

  if (sum (widths, n) <= room)
    return;
  if (whole < n)
    {
      /* Of the next column nothing is seen but its padding. */
      room -= JL_CELL_PADDING;
      whole = count_whole (&fit, n, room);
    }
  rest = room - sum (widths, whole);
  if (rest < 0)
    squeeze (&fit, whole, -rest);
  else
    stretch (&fit, whole, rest, has_elastic (&fit, whole) ? is_elastic : may_change);
}
