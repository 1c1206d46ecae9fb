/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A text skeleton cut into words, {…}, [[…]] and ends of lines. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  JL_TOKEN_TEXT,
  JL_TOKEN_VALUE,     /* inside of {…} */
  JL_TOKEN_DIRECTIVE, /* inside of [[…]] */
  JL_TOKEN_BREAK,
} JlTokenKind;

typedef struct
{
  JlTokenKind kind;
  char       *text;
  guint       line;
} JlToken;

/* (transfer full) (element-type JlToken) (nullable): %JL_ERROR_INVALID for a bracket without its partner */
GPtrArray *jl_template_scan (const char *file, const char *text, GError **error);

G_END_DECLS
