/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A paragraph of sentences bound to values: what cannot be said for want of a value falls, clause by clause, and is listed. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JlBound: the bytes start … end of a text are the value of that name.
 */
typedef struct
{
  guint start;
  guint end;
  char *name;
} JlBound;

typedef struct _JlSentences JlSentences;

JlSentences *jl_sentences_new (void);
void         jl_sentences_free (JlSentences *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlSentences, jl_sentences_free)

/* Words of the template. Only their 。 and ； end clauses. */
void jl_sentences_add_text (JlSentences *self, const char *text);

/**
 * jl_sentences_add_value:
 * @name: the placeholder's name
 * @text: the value as printed
 * @is_fact: %FALSE for a phrase that only colours a heading
 */
void jl_sentences_add_value (JlSentences *self, const char *name, const char *text, gboolean is_fact);

/* A value that is not there: the clause around it falls. */
void jl_sentences_add_gap (JlSentences *self, const char *name, const char *reason);

/* Something was left out on purpose: a paragraph of which only the run-in heading remains falls. */
void jl_sentences_add_omission (JlSentences *self);

/* Whether the last words end with @words; and the words put in their place. */
gboolean jl_sentences_replace_end (JlSentences *self, const char *words, const char *by);

/**
 * JlParagraph: what remains.
 * @level: 1 for 一、, 2 for （一）, 0 for neither; the mark itself is cut off
 * @lead: bytes of the run-in heading
 * @bounds: JlBound in order
 */
typedef struct
{
  char      *text;
  int        level;
  gsize      lead;
  GPtrArray *bounds;
} JlParagraph;

void jl_paragraph_free (JlParagraph *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlParagraph, jl_paragraph_free)

/* Puts words before the text and moves the bounds. */
void jl_paragraph_prepend (JlParagraph *self, const char *words);

/**
 * jl_sentences_settle:
 * @drops: (element-type utf8): gets a line for each clause that fell
 *
 * Returns: (transfer full) (nullable): %NULL when nothing worth printing remains
 */
JlParagraph *jl_sentences_settle (const JlSentences *self, GPtrArray *drops);

G_END_DECLS
