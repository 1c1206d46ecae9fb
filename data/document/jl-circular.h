/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A circular of a frozen year: text skeleton with bound values → laid-out GB/T 9704-2012 pages → screen, PNG or PDF. */

#pragma once

#include <cairo.h>

#include "jl-document.h"
#include "jl-store.h"
#include "jl-values.h"

G_BEGIN_DECLS

typedef enum
{
  JL_CIRCULAR_CRITICISE, /* draft for the provincial government (代拟稿): no red head, number or date */
  JL_CIRCULAR_SITUATION, /* full page with red head of the leading group */
} JlCircularKind;

gboolean    jl_circular_kind_from_code (const char *code, JlCircularKind *kind);
const char *jl_circular_kind_code (JlCircularKind kind);

typedef struct _JlCircular JlCircular;

/**
 * jl_circular_new:
 * @source: what jl_circular_source_load() read; practice data mark every page 演练数据不得引用 and replace organ and number
 *
 * Returns: (transfer full): the circular, or %NULL when a required value is missing or a heading contradicts its figure (%JL_ERROR_INVALID names it)
 */
JlCircular *jl_circular_new (const JlCircularSource *source, GError **error);

/**
 * jl_circular_new_from_values:
 * @values: gets the year and, in practice, the names that stand in for real ones
 * @tables: the annexes in order; a %NULL or empty one is left out
 *
 * The same from values that come from elsewhere.
 */
JlCircular *jl_circular_new_from_values (JlCircularKind kind, int year, JlValues *values, JlAnnexTable *const *tables, guint n_tables, gboolean practice, GError **error);

void jl_circular_free (JlCircular *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlCircular, jl_circular_free)

const char *jl_circular_get_title (const JlCircular *self);
guint       jl_circular_n_pages (const JlCircular *self);
/* Page is 595.28 × 841.89 points; landscape pages (wide tables) tell so by their size. */
void     jl_circular_page_size (const JlCircular *self, guint page, double *width, double *height);
void     jl_circular_paint_page (const JlCircular *self, guint page, cairo_t *cr);
gboolean jl_circular_write_pdf (const JlCircular *self, const char *path, GError **error);
/* "2012年度情况通报（演练）.pdf" */
char *jl_circular_file_name (const JlCircular *self);
/* Sentences dropped because a value was missing or zero, with the reason: shown beside the draft. (transfer none) */
const char *const *jl_circular_get_drops (const JlCircular *self);
/* Plain text paragraph by paragraph, with the number of bound values in each, for the text pane. */
guint       jl_circular_n_paragraphs (const JlCircular *self);
const char *jl_circular_get_paragraph (const JlCircular *self, guint i, const char **heading, guint *n_bound);
/* Spans of bound values in a paragraph: byte offsets start, end; the placeholder's name. */
gboolean jl_circular_get_bound (const JlCircular *self, guint paragraph, guint i, guint *start, guint *end, const char **name);

G_END_DECLS
