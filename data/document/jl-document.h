/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* An official document as what it says, in order: blocks of text and tables, before any page exists. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  JL_ALIGN_LEFT,
  JL_ALIGN_CENTER,
  JL_ALIGN_RIGHT,
} JlAlign;

/**
 * JlAnnexTable: a table of text cells with one head row, repeated on each page, and lines of notes under it.
 */
typedef struct
{
  guint      n_columns;
  char     **columns;
  double    *widths; /* shares of the line, sum 1 */
  JlAlign   *aligns;
  GPtrArray *rows;  /* char ** of n_columns */
  GPtrArray *notes; /* char * */
} JlAnnexTable;

JlAnnexTable *jl_annex_table_new (const char *const *columns, const double *widths, const JlAlign *aligns, guint n_columns);
void          jl_annex_table_free (JlAnnexTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlAnnexTable, jl_annex_table_free)
/* Copies n_columns texts. */
void jl_annex_table_add_row (JlAnnexTable *self, const char *const *cells);
void jl_annex_table_add_note (JlAnnexTable *self, const char *text);

/**
 * JlBlockKind:
 * @JL_BLOCK_DRAFT: the word at the top right of a draft for another organ
 * @JL_BLOCK_HEAD: red name of the organ (发文机关标志)
 * @JL_BLOCK_NUMBER: document number over the red rule; may be empty until it is given
 * @JL_BLOCK_TITLE: title; '|' marks where its line may be broken
 * @JL_BLOCK_RECIPIENTS: 主送机关
 * @JL_BLOCK_HEADING: 一、
 * @JL_BLOCK_ITEM: （一）; its first lead bytes are the run-in heading
 * @JL_BLOCK_TEXT: plain paragraph
 * @JL_BLOCK_ANNEXES: the list 附件：1.… made from the annex blocks; text is its first word with the colon
 * @JL_BLOCK_SIGNATURE: organ (text) over date (second, may be NULL)
 * @JL_BLOCK_ANNEX: a table on a page of its own; label (second) and title (text)
 * @JL_BLOCK_IMPRINT: 版记: copies (text, nullable, with 抄送：), issuing office (second, nullable), date (third, nullable)
 */
typedef enum
{
  JL_BLOCK_DRAFT,
  JL_BLOCK_HEAD,
  JL_BLOCK_NUMBER,
  JL_BLOCK_TITLE,
  JL_BLOCK_RECIPIENTS,
  JL_BLOCK_HEADING,
  JL_BLOCK_ITEM,
  JL_BLOCK_TEXT,
  JL_BLOCK_ANNEXES,
  JL_BLOCK_SIGNATURE,
  JL_BLOCK_ANNEX,
  JL_BLOCK_IMPRINT,
} JlBlockKind;

typedef struct
{
  JlBlockKind   kind;
  char         *text;
  char         *second;
  char         *third;
  gsize         lead;
  JlAnnexTable *table; /* owned */
} JlBlock;

typedef struct _JlDocument JlDocument;

JlDocument *jl_document_new (void);
void        jl_document_free (JlDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlDocument, jl_document_free)

void        jl_document_set_watermark (JlDocument *self, const char *text);
const char *jl_document_get_watermark (const JlDocument *self);
/* The day written into the file as its date of creation, "2013-06-24"; no clock is asked. */
void        jl_document_set_day (JlDocument *self, const char *iso);
const char *jl_document_get_day (const JlDocument *self);

guint          jl_document_n_blocks (const JlDocument *self);
const JlBlock *jl_document_get_block (const JlDocument *self, guint i);
/* The first block of that kind, or NULL. */
const JlBlock *jl_document_find (const JlDocument *self, JlBlockKind kind);
guint          jl_document_count (const JlDocument *self, JlBlockKind kind);
/* The title without its break marks; (transfer full). */
char *jl_document_plain_title (const JlDocument *self);

/* Adds a block and returns it, to be completed by the caller. */
JlBlock *jl_document_add (JlDocument *self, JlBlockKind kind, const char *text);
void     jl_document_add_heading (JlDocument *self, const char *text);
void     jl_document_add_item (JlDocument *self, const char *text, gsize lead);
void     jl_document_add_signature (JlDocument *self, const char *organ, const char *date);
void     jl_document_add_annex (JlDocument *self, const char *label, const char *title, JlAnnexTable *table);
void     jl_document_add_imprint (JlDocument *self, const char *copies, const char *office, const char *date);

G_END_DECLS
