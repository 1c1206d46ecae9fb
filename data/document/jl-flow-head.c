/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The upper part of the first page: draft mark, red head, document number over the red rule, title. */

#include "jl-flow.h"

#include <math.h>

#define HEAD_DISTANCE (35 * JL_MM) /* of the head's upper edge from the type area's */
#define HEAD_SIZE 48.0
#define HEAD_NARROWEST 0.62
#define HEAD_WIDEST 0.8 /* of the line, for short names set wide */
#define RULE_DISTANCE (4 * JL_MM)
#define RULE_THICKNESS (0.5 * JL_MM)
#define ROWS_UNDER_HEAD 2
#define ROWS_UNDER_RULE 2
#define ROWS_OVER_DRAFT_TITLE 3

void
jl_flow_draft (JlFlow *flow, const JlBlock *block)
{
  jl_flow_tag (flow, "P");
  jl_flow_put_row (flow, block->text, JL_FACE_HEI, JL_SIZE_3, 1, 0);
  flow->row = ROWS_OVER_DRAFT_TITLE;
}

/* Long names are set narrow, short ones wide: both stay inside the line. */
static PangoLayout *
head_layout (PangoContext *context, const char *text, double *stretch)
{
  glong        n = g_utf8_strlen (text, -1);
  double       size = MIN (HEAD_SIZE, JL_TYPE_WIDTH / (HEAD_NARROWEST * n)), width;
  double       spread = n > 1 ? MAX (0, (HEAD_WIDEST * JL_TYPE_WIDTH - n * size) / (n - 1)) : 0;
  PangoLayout *layout = jl_typeset_line (context, text, JL_FACE_TITLE, size);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_letter_spacing_new ((int) (MIN (spread, size / 3) * PANGO_SCALE)));
  pango_layout_set_attributes (layout, list);
  width = jl_typeset_width (layout, 0);
  *stretch = width > JL_TYPE_WIDTH ? JL_TYPE_WIDTH / width : 1;
  return layout;
}

void
jl_flow_head (JlFlow *flow, const JlBlock *block)
{
  JlPiece piece = { .red = TRUE, .tags = { "P" } };
  g_autoptr (PangoLayout) layout = head_layout (flow->paper->context, block->text, &piece.stretch);
  JlSheetArea area = jl_sheet_get_area (flow->page);
  double      top, bottom;

  jl_typeset_ink (layout, 0, &top, &bottom);
  piece.layout = layout;
  piece.line = pango_layout_get_line_readonly (layout, 0);
  piece.x = area.x + (area.width - jl_typeset_width (layout, 0) * piece.stretch) / 2;
  piece.y = area.y + HEAD_DISTANCE - top;
  piece.ids[0] = ++flow->next_id;
  jl_sheet_add (flow->page, &piece);
  flow->row = (int) ceil ((HEAD_DISTANCE + bottom - top) / JL_ROW + ROWS_UNDER_HEAD);
}

void
jl_flow_number (JlFlow *flow, const JlBlock *block)
{
  JlSheetArea area = jl_sheet_get_area (flow->page);
  double      rule = area.y + flow->row * JL_ROW + (JL_ROW + JL_SIZE_3) / 2 + RULE_DISTANCE;

  jl_flow_tag (flow, "P");
  jl_flow_put_row (flow, block->text, JL_FACE_FANG, JL_SIZE_3, 0.5, 0);
  jl_flow_put_rule (flow, area.x, rule, area.width, RULE_THICKNESS, TRUE);
  flow->row = (int) round ((rule - area.y) / JL_ROW) + ROWS_UNDER_RULE;
}

void
jl_flow_title (JlFlow *flow, const char *text, const char *tag)
{
  g_auto (GStrv) lines = jl_typeset_title (flow->paper->context, text, JL_SIZE_2, jl_sheet_get_area (flow->page).width);

  jl_flow_tag (flow, tag);
  for (char **line = lines; *line != NULL; line++, flow->row++)
    jl_flow_put_row (flow, *line, JL_FACE_TITLE, JL_SIZE_2, 0.5, 0);
  flow->row++;
}
