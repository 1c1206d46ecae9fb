/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The cursor over pages and rows, and paragraphs on the grid. */

#include "jl-flow.h"

#include <string.h>

void
jl_flow_new_page (JlFlow *flow, gboolean landscape)
{
  flow->page = jl_sheet_new (flow->paper->sheets->len + 1, landscape);
  flow->row = 0;
  g_ptr_array_add (flow->paper->sheets, flow->page);
}

int
jl_flow_rows_left (const JlFlow *flow)
{
  return jl_sheet_n_rows (flow->page) - flow->row;
}

void
jl_flow_tag (JlFlow *flow, const char *tag)
{
  memset (flow->tags, 0, sizeof flow->tags);
  flow->tags[0] = tag;
  flow->ids[0] = ++flow->next_id;
}

void
jl_flow_tag_inside (JlFlow *flow, int depth, const char *tag)
{
  for (int i = depth; i < JL_PIECE_DEPTH; i++)
    flow->tags[i] = NULL;
  flow->tags[depth] = tag;
  flow->ids[depth] = ++flow->next_id;
}

void
jl_flow_bookmark (JlFlow *flow, const char *text, int level)
{
  JlBookmark *bookmark = g_new0 (JlBookmark, 1);

  bookmark->text = g_strdup (text);
  bookmark->page = flow->paper->sheets->len - 1;
  bookmark->y = jl_sheet_get_area (flow->page).y + flow->row * JL_ROW;
  bookmark->level = level;
  g_ptr_array_add (flow->paper->bookmarks, bookmark);
}

static void
set_tags (const JlFlow *flow, JlPiece *piece)
{
  memcpy (piece->tags, flow->tags, sizeof piece->tags);
  memcpy (piece->ids, flow->ids, sizeof piece->ids);
}

void
jl_flow_put_line (JlFlow *flow, PangoLayout *layout, int i, double x, double baseline)
{
  JlPiece piece = { .layout = layout, .x = x, .y = baseline, .stretch = 1 };

  piece.line = pango_layout_get_line_readonly (layout, i);
  set_tags (flow, &piece);
  jl_sheet_add (flow->page, &piece);
}

void
jl_flow_put_rule (JlFlow *flow, double x, double y, double width, double height, gboolean red)
{
  JlPiece piece = { .x = x, .y = y, .width = width, .height = height, .red = red };

  jl_sheet_add (flow->page, &piece);
}

void
jl_flow_put_row (JlFlow *flow, const char *text, JlFace face, double size, double align, double inset)
{
  g_autoptr (PangoLayout) layout = jl_typeset_line (flow->paper->context, text, face, size);
  JlSheetArea area = jl_sheet_get_area (flow->page);
  double      slack = area.width - 2 * inset - jl_typeset_width (layout, 0);

  jl_flow_put_line (flow, layout, 0, area.x + inset + align * slack, jl_sheet_baseline (flow->page, flow->row, size));
}

/* The line before which a page must be turned so that the paragraph's end keeps company with what follows; -1 for none. */
static int
turn_before (const JlFlow *flow, int n_lines, int keep)
{
  int rows = jl_sheet_n_rows (flow->page);
  int end = (flow->row + n_lines - 1) % rows + 1;

  if (keep == 0 || end + keep <= rows)
    return -1;
  if (n_lines >= 4)
    return n_lines - 2;
  return flow->row > 0 ? 0 : -1;
}

void
jl_flow_paragraph (JlFlow *flow, const char *text, const JlTypeset *how, double x, int keep)
{
  JlTypeset full = *how;
  g_autoptr (PangoLayout) layout = NULL;
  int n, turn;

  if (full.width <= 0)
    full.width = jl_sheet_get_area (flow->page).width - x;
  layout = jl_typeset (flow->paper->context, text, &full);
  n = pango_layout_get_line_count (layout);
  turn = turn_before (flow, n, keep);
  for (int i = 0; i < n; i++, flow->row++)
    {
      double left = jl_sheet_get_area (flow->page).x + x;

      if (jl_flow_rows_left (flow) == 0 || i == turn)
        jl_flow_new_page (flow, FALSE);
      jl_flow_put_line (flow, layout, i, left + (i == 0 ? how->indent : 0), jl_sheet_baseline (flow->page, flow->row, how->size));
    }
}
