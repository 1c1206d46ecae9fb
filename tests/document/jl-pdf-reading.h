/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A PDF as poppler's programs read it: words with their boxes, plain text by page, fonts. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint  page; /* 1 the first */
  double x0, y0, x1, y1;
  char  *text;
} JlPdfWord;

/* (transfer full): JlPdfWord, in reading order */
GPtrArray *jl_pdf_words (const char *path);
/* The first word of the page that begins with prefix, or NULL. */
const JlPdfWord *jl_pdf_find (GPtrArray *words, guint page, const char *prefix);
/* (transfer full): the text of a page (0: of all) without blanks and line ends */
char *jl_pdf_text (const char *path, guint page);
/* (transfer full): what the program prints about the file */
char *jl_pdf_ask (const char *program, const char *option, const char *path);
guint jl_pdf_n_pages (const char *path);

G_END_DECLS
