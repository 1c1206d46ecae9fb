/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A laid-out document: pages of placed pieces, painted on any cairo context or written as PDF. */

#pragma once

#include "jl-document.h"
#include "jl-sheet.h"

G_BEGIN_DECLS

typedef struct _JlPaper JlPaper;

/**
 * jl_paper_new:
 * @document: what the paper says; not kept
 *
 * Returns: (transfer full): its pages
 */
JlPaper *jl_paper_new (const JlDocument *document);
void     jl_paper_free (JlPaper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlPaper, jl_paper_free)

guint          jl_paper_n_pages (const JlPaper *self);
const JlSheet *jl_paper_get_sheet (const JlPaper *self, guint i);
void           jl_paper_paint_page (const JlPaper *self, guint i, cairo_t *cr);

/**
 * jl_paper_write_pdf:
 * @path: file to write; replaced as a whole or not at all
 *
 * The same document gives the same bytes: the only date in the file is the document's day.
 */
gboolean jl_paper_write_pdf (const JlPaper *self, const char *path, GError **error);

/* An entry of the reader's outline. */
typedef struct
{
  char  *text;
  guint  page; /* 0 the first */
  double y;
  int    level;
} JlBookmark;

/* The parts of a paper as the flow fills them and the PDF writer reads them. */
struct _JlPaper
{
  PangoContext *context;
  GPtrArray    *sheets;    /* JlSheet */
  GPtrArray    *bookmarks; /* JlBookmark */
  char         *title;
  char         *author;
  char         *watermark;
  char         *day;
};

G_END_DECLS
