/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What stands under the text: the list of annexes, organ and date where the seal comes, and the 版记 on the last side. */

#include "jl-flow.h"

#include <math.h>
#include <string.h>

#define SEAL_ROWS 2     /* free rows over the organ: the seal's upper edge stays within one row of the text */
#define DATE_INSET 4    /* characters to the right of the date */
#define LINE_PITCH 24.0 /* of the 版记 */
#define THICK (0.35 * JL_MM)
#define THIN (0.25 * JL_MM)

/* The word of the list before the first name and, when there are several, "1." before each; names align under each other. */
static char *
entry_mark (const char *word, guint i, guint n)
{
  if (n == 1)
    return g_strdup (word);
  return g_strdup_printf ("%s%u.", i == 0 ? word : "", i + 1);
}

static int
annex_entry (JlFlow *flow, const JlBlock *annex, guint i, guint n, gboolean put)
{
  const char *word = jl_document_find (flow->document, JL_BLOCK_ANNEXES)->text;
  double      column = (2 + g_utf8_strlen (word, -1)) * JL_CELL, x = column + (n > 1 ? JL_CELL : 0);
  JlTypeset   how = { .face = JL_FACE_FANG, .size = JL_SIZE_3, .width = JL_TYPE_WIDTH - x, .grid = TRUE };
  g_auto (GStrv) parts = g_strsplit (annex->text, "|", -1);
  g_autofree char *name = g_strjoinv ("", parts);
  g_autofree char *mark = entry_mark (word, i, n);
  g_autoptr (PangoLayout) names = jl_typeset (flow->paper->context, name, &how);
  g_autoptr (PangoLayout) marks = jl_typeset (flow->paper->context, mark, &how);

  if (!put)
    return pango_layout_get_line_count (names);
  if (jl_flow_rows_left (flow) == 0)
    jl_flow_new_page (flow, FALSE);
  jl_flow_tag (flow, "P");
  jl_flow_put_line (flow, marks, 0, jl_sheet_get_area (flow->page).x + (i == 0 ? 2 * JL_CELL : column),
                    jl_sheet_baseline (flow->page, flow->row, JL_SIZE_3));
  jl_flow_paragraph (flow, name, &how, x, 0);
  return 0;
}

static int
each_annex (JlFlow *flow, gboolean put)
{
  guint n = jl_document_count (flow->document, JL_BLOCK_ANNEX), i = 0;
  int   rows = 0;

  for (guint b = 0; b < jl_document_n_blocks (flow->document); b++)
    {
      const JlBlock *block = jl_document_get_block (flow->document, b);

      if (block->kind == JL_BLOCK_ANNEX)
        rows += annex_entry (flow, block, i++, n, put);
    }
  return rows;
}

void
jl_flow_annexes (JlFlow *flow)
{
  if (jl_document_count (flow->document, JL_BLOCK_ANNEX) == 0)
    return;
  flow->row++;
  each_annex (flow, TRUE);
}

int
jl_flow_tail_rows (JlFlow *flow)
{
  const JlBlock *signature = jl_document_find (flow->document, JL_BLOCK_SIGNATURE);
  int            rows = each_annex (flow, FALSE);

  if (rows > 0)
    rows++;
  if (signature != NULL)
    rows += SEAL_ROWS + (signature->second != NULL ? 2 : 1);
  return rows;
}

static double
width_of (JlFlow *flow, const char *text)
{
  g_autoptr (PangoLayout) layout = jl_typeset_line (flow->paper->context, text, JL_FACE_FANG, JL_SIZE_3);

  return jl_typeset_width (layout, 0);
}

static void
centred_at (JlFlow *flow, const char *text, double centre)
{
  g_autoptr (PangoLayout) layout = jl_typeset_line (flow->paper->context, text, JL_FACE_FANG, JL_SIZE_3);

  jl_flow_put_line (flow, layout, 0, centre - jl_typeset_width (layout, 0) / 2, jl_sheet_baseline (flow->page, flow->row, JL_SIZE_3));
}

/* The date ends four characters from the edge, the organ is centred over it; a long organ pushes both to the left. */
void
jl_flow_signature (JlFlow *flow, const JlBlock *block)
{
  JlSheetArea area = jl_sheet_get_area (flow->page);
  double      organ = width_of (flow, block->text), date = block->second != NULL ? width_of (flow, block->second) : 0;
  double      right = area.x + area.width, centre;

  if (block->second == NULL)
    centre = right - DATE_INSET * JL_CELL - organ / 2;
  else
    centre = MIN (right - DATE_INSET * JL_CELL - date / 2, right - organ / 2);
  flow->row += SEAL_ROWS;
  if (jl_flow_rows_left (flow) < 2)
    jl_flow_new_page (flow, FALSE);
  jl_flow_tag (flow, "P");
  centred_at (flow, block->text, centre);
  flow->row++;
  if (block->second == NULL)
    return;
  jl_flow_tag (flow, "P");
  centred_at (flow, block->second, centre);
  flow->row++;
}

/* "抄送：…" as the word with its colon and the names, which align behind it. */
static PangoLayout *
copies_layout (JlFlow *flow, const char *text, char **word)
{
  const char *colon = strstr (text, "：");
  const char *names = colon != NULL ? g_utf8_next_char (colon) : text;
  double      inset = (2 + g_utf8_pointer_to_offset (text, names)) * JL_SIZE_4;
  JlTypeset   how = { .face = JL_FACE_FANG, .size = JL_SIZE_4, .width = JL_TYPE_WIDTH - inset };

  *word = g_strndup (text, (gsize) (names - text));
  return jl_typeset (flow->paper->context, names, &how);
}

/* The 版记 stands on the last side, an even one: an empty page is left before it only when that side is full. */
static void
turn_to_last_side (JlFlow *flow, double height)
{
  gboolean empty = FALSE;
  int      rows = (int) ceil (height / JL_ROW) + 1;

  while (jl_sheet_get_number (flow->page) % 2 == 1 || jl_sheet_is_landscape (flow->page) || jl_flow_rows_left (flow) < rows)
    {
      jl_flow_new_page (flow, FALSE);
      if (jl_sheet_get_number (flow->page) % 2 == 1)
        empty = TRUE;
      if (empty)
        jl_sheet_hide_number (flow->page);
    }
}

static void
put_small (JlFlow *flow, const char *text, double align, double top)
{
  g_autoptr (PangoLayout) layout = jl_typeset_line (flow->paper->context, text, JL_FACE_FANG, JL_SIZE_4);
  JlSheetArea area = jl_sheet_get_area (flow->page);
  double      slack = area.width - 2 * JL_SIZE_4 - jl_typeset_width (layout, 0);

  jl_flow_put_line (flow, layout, 0, area.x + JL_SIZE_4 + align * slack, jl_baseline_between (top, LINE_PITCH, JL_SIZE_4));
}

static void
put_copies (JlFlow *flow, PangoLayout *copies, const char *word, double top)
{
  double x = jl_sheet_get_area (flow->page).x + (1 + g_utf8_strlen (word, -1)) * JL_SIZE_4;

  jl_flow_tag (flow, "P");
  put_small (flow, word, 0, top);
  for (int i = 0; i < pango_layout_get_line_count (copies); i++)
    jl_flow_put_line (flow, copies, i, x, jl_baseline_between (top + i * LINE_PITCH, LINE_PITCH, JL_SIZE_4));
}

void
jl_flow_imprint (JlFlow *flow, const JlBlock *block)
{
  g_autofree char *word = NULL;
  g_autoptr (PangoLayout) copies = block->text != NULL ? copies_layout (flow, block->text, &word) : NULL;
  double      height = ((copies != NULL ? pango_layout_get_line_count (copies) : 0) + 1) * LINE_PITCH, bottom;
  JlSheetArea area;

  turn_to_last_side (flow, height);
  area = jl_sheet_get_area (flow->page);
  bottom = area.y + area.height;
  jl_flow_put_rule (flow, area.x, bottom - height - THICK, area.width, THICK, FALSE);
  jl_flow_put_rule (flow, area.x, bottom - THICK, area.width, THICK, FALSE);
  if (copies != NULL)
    {
      put_copies (flow, copies, word, bottom - height);
      jl_flow_put_rule (flow, area.x, bottom - LINE_PITCH - THIN, area.width, THIN, FALSE);
    }
  jl_flow_tag (flow, "P");
  if (block->second != NULL)
    put_small (flow, block->second, 0, bottom - LINE_PITCH);
  if (block->third != NULL)
    put_small (flow, block->third, 1, bottom - LINE_PITCH);
}
