/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The four faces of an official document, where they are found and which font really stands in for each. */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum
{
  JL_FACE_FANG,  /* 仿宋: body */
  JL_FACE_KAI,   /* 楷体: headings of the second level */
  JL_FACE_HEI,   /* 黑体: headings of the first level, labels of annexes, heads of tables */
  JL_FACE_TITLE, /* 小标宋: red head and titles */
  JL_FACE_SONG,  /* 宋体: page numbers */
  JL_N_FACES,
} JlFace;

/**
 * jl_document_fonts_init:
 *
 * Makes the document faces known to fontconfig for this process: from JILIANG_FONT_DIR, then the cache directory
 * jiliang/fonts, then TeX Live's own. Repeated calls do nothing. Every document function calls it.
 */
void jl_document_fonts_init (void);

/**
 * jl_document_face_wanted:
 * @face: a face
 *
 * Returns: (transfer none): the name officials know it by (in Chinese 仿宋, 楷体, 黑体, 小标宋, 宋体)
 */
const char *jl_document_face_wanted (JlFace face);

/**
 * jl_document_face_used:
 * @face: a face
 * @exact: (out) (optional): whether the first choice was found
 *
 * Returns: (transfer full): the family that really draws this face on this machine
 */
char *jl_document_face_used (JlFace face, gboolean *exact);

/**
 * jl_document_context_new:
 *
 * Returns: (transfer full): a text context without hinting or rounding, one unit a point
 */
PangoContext *jl_document_context_new (void);

/**
 * jl_document_face_description:
 * @face: a face
 * @size: size of the em in points
 *
 * Returns: (transfer full): its description with the families that may stand in
 */
PangoFontDescription *jl_document_face_description (JlFace face, double size);

const char *jl_document_face_families (JlFace face);

G_END_DECLS
