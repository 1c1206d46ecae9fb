/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A template filled with the values of a year: paragraphs with their roles, and what had to be left out. */

#pragma once

#include "jl-sentence.h"
#include "jl-template.h"
#include "jl-values.h"

G_BEGIN_DECLS

/**
 * JlDraftPart:
 * @role: (nullable): what the paragraph is; %NULL for the text itself
 * @argument: (nullable): of the role
 */
typedef struct
{
  char        *role;
  char        *argument;
  JlParagraph *paragraph;
} JlDraftPart;

/**
 * JlDraft:
 * @parts: (element-type JlDraftPart)
 * @drops: (element-type utf8): what was left out, with the reason
 */
typedef struct
{
  GPtrArray *parts;
  GPtrArray *drops;
} JlDraft;

/**
 * jl_draft_new:
 * @reasons: template of the sentences that {u.reasons} chains
 *
 * Returns: (transfer full) (nullable): %JL_ERROR_INVALID when a value that must be there is missing or contradicts its words
 */
JlDraft *jl_draft_new (const JlTemplate *body, const JlTemplate *reasons, const JlValues *values, GError **error);
void     jl_draft_free (JlDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlDraft, jl_draft_free)

/* The first part of that role, or NULL. */
const JlParagraph *jl_draft_find (const JlDraft *self, const char *role);

/* Counts 一、 and （一） anew, with nothing between them missing, and takes out headings under which nothing remains. */
void jl_draft_number (JlDraft *self);

G_END_DECLS
