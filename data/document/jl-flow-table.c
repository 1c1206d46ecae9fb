/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Annexes and their tables: one type size for the whole table, heads repeated on each page, rows kept together where they fit. */

#include "jl-flow.h"

#include <math.h>

#define PADDING 4.0
#define RULE 0.5
#define LEADING 1.3
#define WIDE_COLUMNS 7 /* more columns than this turn the sheet */
#define NOTE_SIZE 12.0
#define SMALL_SIZE 10.6 /* under it no size is given up for looks */
#define ONE_HANZI 3     /* bytes */

static const double sizes[] = { 12, 10.5, 9, 8 };

/* A table under way. */
typedef struct
{
  JlFlow             *flow;
  const JlAnnexTable *table;
  double              size;
  double              width; /* of the type area */
  double              y;     /* next free place */
  double              run;   /* where the run on this page began */
} TableRun;

static double
pitch (const TableRun *run)
{
  return run->size * LEADING;
}

static double
bottom (const TableRun *run)
{
  JlSheetArea area = jl_sheet_get_area (run->flow->page);

  return area.y + area.height;
}

static PangoLayout *
cell_layout (const TableRun *run, const char *text, guint column, gboolean head)
{
  static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };
  JlTypeset                   how = { .face = head ? JL_FACE_HEI : JL_FACE_FANG, .size = run->size };
  PangoLayout                *layout;

  how.width = run->table->widths[column] * run->width - 2 * PADDING;
  layout = jl_typeset (run->flow->paper->context, text != NULL ? text : "—", &how);
  pango_layout_set_alignment (layout, head ? PANGO_ALIGN_CENTER : alignments[run->table->aligns[column]]);
  return layout;
}

/* A number or a Latin word cut by the end of a line. */
static gboolean
is_broken (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);

  for (int i = 1; i < pango_layout_get_line_count (layout); i++)
    {
      int start = pango_layout_line_get_start_index (pango_layout_get_line_readonly (layout, i));

      if (g_ascii_isgraph (text[start]) && g_ascii_isalnum (text[start - 1]))
        return TRUE;
    }
  return FALSE;
}

/* A name of one and a bit lines: at a size that still reads well a smaller one is better. */
static gboolean
leaves_one_character (const TableRun *run, PangoLayout *layout)
{
  int n = pango_layout_get_line_count (layout);

  return run->size > SMALL_SIZE && n == 2 && pango_layout_line_get_length (pango_layout_get_line_readonly (layout, 1)) <= ONE_HANZI;
}

static gboolean
cell_fits (const TableRun *run, const char *text, guint column, gboolean head)
{
  g_autoptr (PangoLayout) layout = cell_layout (run, text, column, head);
  int most = head ? 4 : run->table->aligns[column] == JL_ALIGN_LEFT ? G_MAXINT
                                                                    : 2;

  return pango_layout_get_line_count (layout) <= most && !is_broken (layout) && !leaves_one_character (run, layout);
}

static gboolean
row_fits (const TableRun *run, char *const *cells, gboolean head)
{
  gboolean fits = TRUE;

  for (guint i = 0; i < run->table->n_columns && fits; i++)
    fits = cell_fits (run, cells[i], i, head);
  return fits;
}

/* The largest size at which no cell breaks a number; the smallest if none does. */
static void
choose_size (TableRun *run)
{
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      gboolean fits;

      run->size = sizes[s];
      fits = row_fits (run, run->table->columns, TRUE);
      for (guint i = 0; i < run->table->rows->len && fits; i++)
        fits = row_fits (run, g_ptr_array_index (run->table->rows, i), FALSE);
      if (fits)
        return;
    }
}

static GPtrArray *
row_layouts (const TableRun *run, char *const *cells, gboolean head, int *n_lines)
{
  GPtrArray *layouts = g_ptr_array_new_with_free_func (g_object_unref);

  *n_lines = 1;
  for (guint i = 0; i < run->table->n_columns; i++)
    {
      PangoLayout *layout = cell_layout (run, cells[i], i, head);

      *n_lines = MAX (*n_lines, pango_layout_get_line_count (layout));
      g_ptr_array_add (layouts, layout);
    }
  return layouts;
}

static void
put_cell (TableRun *run, PangoLayout *layout, double x, double width, int from, int n, double height)
{
  int    all = pango_layout_get_line_count (layout), end = MIN (all, from + n);
  double top = run->y + (height - (all <= n ? all : n) * pitch (run)) / 2;

  for (int i = from; i < end; i++)
    {
      PangoAlignment alignment = pango_layout_get_alignment (layout);
      double         slack = width - 2 * PADDING - jl_typeset_width (layout, i);
      double         shift = alignment == PANGO_ALIGN_LEFT ? 0 : alignment == PANGO_ALIGN_CENTER ? slack / 2
                                                                                                 : slack;

      jl_flow_put_line (run->flow, layout, i, x + PADDING + shift,
                        jl_baseline_between (top + (i - from) * pitch (run), pitch (run), run->size));
    }
}

/* Lines from … from + n − 1 of a row, with the rule under it. */
static void
put_row (TableRun *run, GPtrArray *layouts, gboolean head, int from, int n)
{
  JlSheetArea area = jl_sheet_get_area (run->flow->page);
  double      height = n * pitch (run) + 2 * PADDING, x = area.x;

  jl_flow_tag_inside (run->flow, 1, "TR");
  for (guint i = 0; i < layouts->len; i++)
    {
      double width = run->table->widths[i] * run->width;

      jl_flow_tag_inside (run->flow, 2, head ? "TH" : "TD");
      put_cell (run, g_ptr_array_index (layouts, i), x, width, from, n, height);
      x += width;
    }
  run->y += height;
  jl_flow_put_rule (run->flow, area.x, run->y - RULE / 2, area.width, RULE, FALSE);
}

static void
begin_run (TableRun *run)
{
  JlSheetArea area = jl_sheet_get_area (run->flow->page);
  int         n;
  g_autoptr (GPtrArray) head = row_layouts (run, run->table->columns, TRUE, &n);

  run->run = run->y;
  jl_flow_put_rule (run->flow, area.x, run->y - RULE / 2, area.width, RULE, FALSE);
  put_row (run, head, TRUE, 0, n);
}

/* The upright rules over what this page has of the table. */
static void
end_run (TableRun *run)
{
  JlSheetArea area = jl_sheet_get_area (run->flow->page);
  double      x = area.x;

  for (guint i = 0; i <= run->table->n_columns; i++)
    {
      jl_flow_put_rule (run->flow, x - RULE / 2, run->run - RULE / 2, RULE, run->y - run->run + RULE, FALSE);
      if (i < run->table->n_columns)
        x += run->table->widths[i] * run->width;
    }
}

static void
next_page (TableRun *run)
{
  end_run (run);
  jl_flow_new_page (run->flow, jl_sheet_is_landscape (run->flow->page));
  run->y = jl_sheet_get_area (run->flow->page).y;
  begin_run (run);
}

/* A row goes to the next page as a whole, unless it would fill most of one: then it is cut between lines. */
static void
body_row (TableRun *run, char *const *cells)
{
  int n, from = 0;
  g_autoptr (GPtrArray) layouts = row_layouts (run, cells, FALSE, &n);
  gboolean long_row = n * pitch (run) > jl_sheet_get_area (run->flow->page).height / 2;

  while (from < n)
    {
      int room = (int) floor ((bottom (run) - run->y - 2 * PADDING) / pitch (run) + 0.001);

      if (room >= n - from || (long_row && room >= 3))
        {
          int part = MIN (room, n - from);

          put_row (run, layouts, FALSE, from, part);
          from += part;
        }
      if (from < n)
        next_page (run);
    }
}

static void
put_note_line (TableRun *run, PangoLayout *layout, int i)
{
  JlFlow *flow = run->flow;

  if (run->y + NOTE_SIZE * LEADING > bottom (run))
    {
      jl_flow_new_page (flow, jl_sheet_is_landscape (flow->page));
      run->y = jl_sheet_get_area (flow->page).y;
    }
  jl_flow_put_line (flow, layout, i, jl_sheet_get_area (flow->page).x, jl_baseline_between (run->y, NOTE_SIZE * LEADING, NOTE_SIZE));
  run->y += NOTE_SIZE * LEADING;
}

static void
put_notes (TableRun *run)
{
  JlTypeset how = { .face = JL_FACE_FANG, .size = NOTE_SIZE, .width = run->width };

  run->y += PADDING;
  for (guint i = 0; i < run->table->notes->len; i++)
    {
      g_autoptr (PangoLayout) layout = jl_typeset (run->flow->paper->context, g_ptr_array_index (run->table->notes, i), &how);

      jl_flow_tag (run->flow, "P");
      for (int line = 0; line < pango_layout_get_line_count (layout); line++)
        put_note_line (run, layout, line);
    }
}

/* From y downwards, over as many pages as it takes. */
static void
put_table (JlFlow *flow, const JlAnnexTable *table, double y)
{
  TableRun run = { .flow = flow, .table = table, .y = y };

  run.width = jl_sheet_get_area (flow->page).width;
  choose_size (&run);
  jl_flow_tag (flow, "Table");
  begin_run (&run);
  for (guint i = 0; i < table->rows->len; i++)
    body_row (&run, g_ptr_array_index (table->rows, i));
  end_run (&run);
  put_notes (&run);
  flow->row = (int) ceil ((run.y - jl_sheet_get_area (flow->page).y) / JL_ROW - 0.001);
}

void
jl_flow_annex (JlFlow *flow, const JlBlock *block)
{
  jl_flow_new_page (flow, block->table->n_columns > WIDE_COLUMNS);
  jl_flow_tag (flow, "P");
  jl_flow_bookmark (flow, block->second, 0);
  jl_flow_put_row (flow, block->second, JL_FACE_HEI, JL_SIZE_3, 0, 0);
  flow->row = 2;
  jl_flow_title (flow, block->text, "H1");
  put_table (flow, block->table, jl_sheet_get_area (flow->page).y + flow->row * JL_ROW);
}
