/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The fixed words of circulars and the names of the values they may quote: read once from the resources. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A word of templates/phrases.ini; (transfer none). An unknown one is a programming error. */
const char *jl_phrase (const char *group, const char *key);

/* The phrase with each "{hole}" filled; (transfer full). Pairs of hole and text, then NULL. */
char *jl_phrase_fill (const char *group, const char *key, const char *hole, ...) G_GNUC_NULL_TERMINATED;

/* 1 → 一, 12 → 十二, 20 → 二十; up to 99. (transfer full) */
char *jl_phrase_ordinal (guint n);

typedef enum
{
  JL_VALUE_COUNT = 1 << 0,
  JL_VALUE_DAYS = 1 << 1,
  JL_VALUE_SCORE = 1 << 2,
  JL_VALUE_RANK = 1 << 3,
  JL_VALUE_YEAR = 1 << 4,
  JL_VALUE_AREA = 1 << 5,
  JL_VALUE_SHARE = 1 << 6,
  JL_VALUE_CHANGE = 1 << 7,
  JL_VALUE_DAY = 1 << 8,
  JL_VALUE_WORDS = 1 << 9,
  JL_VALUE_TREND = 1 << 10,
  JL_VALUE_LIST = 1 << 11,
  JL_VALUE_REASON = 1 << 12,
} JlValueKind;

/**
 * JlName: a value that templates may quote (templates/names.txt).
 * @name: "prov.share", or "criticised[].share" for a value of each row of a list
 * @must: its absence blocks the circular instead of dropping a sentence
 * @silent: its absence means that there is nothing to say, and is not listed
 * @label: what officials call it
 */
typedef struct
{
  char       *name;
  JlValueKind kind;
  gboolean    must;
  gboolean    silent;
  char       *label;
} JlName;

/* NULL for a name that does not exist. */
const JlName *jl_name_find (const char *name);

/* The text of a template; (transfer full). */
char *jl_template_text (const char *file);

G_END_DECLS
