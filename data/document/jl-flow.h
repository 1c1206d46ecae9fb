/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Blocks flowing onto pages: where the next row is, and one function for each kind of block. */

#pragma once

#include "jl-paper.h"
#include "jl-typeset.h"

G_BEGIN_DECLS

/**
 * JlFlow: the state of laying out.
 * @row: next free grid row of the page
 * @next_id: numbers structure elements
 * @tags, @ids: structure path given to the pieces that follow
 */
typedef struct
{
  JlPaper          *paper;
  const JlDocument *document;
  JlSheet          *page;
  int               row;
  int               next_id;
  const char       *tags[JL_PIECE_DEPTH];
  int               ids[JL_PIECE_DEPTH];
} JlFlow;

void jl_flow_new_page (JlFlow *flow, gboolean landscape);
int  jl_flow_rows_left (const JlFlow *flow);
/* Opens a structure element of the document and closes the one before. */
void jl_flow_tag (JlFlow *flow, const char *tag);
/* Opens one inside: depth 1 or 2. */
void jl_flow_tag_inside (JlFlow *flow, int depth, const char *tag);
void jl_flow_bookmark (JlFlow *flow, const char *text, int level);

void jl_flow_put_line (JlFlow *flow, PangoLayout *layout, int i, double x, double baseline);
void jl_flow_put_rule (JlFlow *flow, double x, double y, double width, double height, gboolean red);
/* One line on the current row: align 0 left, 0.5 centre, 1 right; the row is not advanced. */
void jl_flow_put_row (JlFlow *flow, const char *text, JlFace face, double size, double align, double inset);

/**
 * jl_flow_paragraph:
 * @how: face, lead and indent; width is the line's
 * @x: left edge, from the type area's
 * @keep: rows that must follow on the page of the paragraph's last line
 */
void jl_flow_paragraph (JlFlow *flow, const char *text, const JlTypeset *how, double x, int keep);

void jl_flow_draft (JlFlow *flow, const JlBlock *block);
void jl_flow_head (JlFlow *flow, const JlBlock *block);
void jl_flow_number (JlFlow *flow, const JlBlock *block);
void jl_flow_title (JlFlow *flow, const char *text, const char *tag);
void jl_flow_annexes (JlFlow *flow);
void jl_flow_signature (JlFlow *flow, const JlBlock *block);
/* Rows that the list of annexes and the signature take under the text. */
int  jl_flow_tail_rows (JlFlow *flow);
void jl_flow_imprint (JlFlow *flow, const JlBlock *block);
void jl_flow_annex (JlFlow *flow, const JlBlock *block);

G_END_DECLS
