/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* An attached paper as pages to be looked at: the pages of a PDF, or a picture as its only page. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JL_TYPE_PAPER_PAGES (jl_paper_pages_get_type ())
G_DECLARE_FINAL_TYPE (JlPaperPages, jl_paper_pages, JL, PAPER_PAGES, GObject)

/* Reads content in a thread of its own. What cannot be read ends in an error that says so. */
void          jl_paper_pages_open_async (GBytes             *content,
                                         const char         *mime,
                                         GCancellable       *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);
JlPaperPages *jl_paper_pages_open_finish (GAsyncResult *result, GError **error); /* (transfer full) */

int jl_paper_pages_get_n (JlPaperPages *self);
/* Size of a page in pixels at 96 to the inch; of a picture its own. */
void jl_paper_pages_get_size (JlPaperPages *self, int page, double *width, double *height);
/* The page width pixels wide; at most 40 million pixels in all. */
void        jl_paper_pages_render_async (JlPaperPages       *self,
                                         int                 page,
                                         int                 width,
                                         GCancellable       *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);
GdkTexture *jl_paper_pages_render_finish (JlPaperPages *self, GAsyncResult *result, GError **error); /* (transfer full) */

G_END_DECLS
