/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The paragraphs of a draft as a text pane shows them, each under a name. */

#pragma once

#include "jl-draft.h"

G_BEGIN_DECLS

typedef struct
{
  const JlParagraph *paragraph; /* of the draft */
  char              *heading;
} JlShown;

/* (transfer full) (element-type JlShown): title, recipients, text; the title loses its break marks */
GPtrArray *jl_shown_paragraphs (const JlDraft *draft);

G_END_DECLS
