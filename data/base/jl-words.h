/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Codes of the database and their words: states, progress, strengths, verdicts, uses, billing modes. One place for the whole program. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JlState: what there is of a figure. Zero is a value; the other four are not numbers.
 */
typedef enum
{
  JL_STATE_VALUE,
  JL_STATE_MISSING,
  JL_STATE_NOT_REPORTED,
  JL_STATE_NOT_DUE,
  JL_STATE_NOT_APPLICABLE,
} JlState;

/**
 * JlProgress: where a task stands; each has its own mark, word and colour (look.md 4).
 */
typedef enum
{
  JL_PROGRESS_MET,
  JL_PROGRESS_ON_PACE,
  JL_PROGRESS_SLOW,
  JL_PROGRESS_BEHIND,
  JL_PROGRESS_BACKWARD,
  JL_PROGRESS_OVERDUE,
  JL_PROGRESS_NOT_REPORTED,
  JL_PROGRESS_NOT_MET,
  JL_PROGRESS_STRIVE_MISSED,
  JL_PROGRESS_TO_DECIDE,
  JL_PROGRESS_NOT_BARRED,
  JL_PROGRESS_NOT_DUE,
  JL_PROGRESS_NOT_APPLICABLE,
  JL_PROGRESS_MISSING,
} JlProgress;

JlState     jl_state_from_code (const char *code);    /* unknown or NULL: JL_STATE_MISSING */
JlProgress  jl_progress_from_code (const char *code); /* unknown or NULL: JL_PROGRESS_MISSING */
const char *jl_state_word (JlState state);
const char *jl_progress_word (JlProgress progress);                        /* the chip's word: 正常, 偏慢 … */
gboolean    jl_progress_is_graver (JlProgress progress, JlProgress other); /* it is looked at first */
const char *jl_strength_word (const char *code);
const char *jl_strength_short_word (const char *code); /* for the head of a narrow column */
const char *jl_verdict_word (const char *code);        /* barred, not_barred, to_decide, cannot_judge */
JlProgress  jl_verdict_mark (const char *code);        /* the mark drawn beside the verdict */
const char *jl_group_word (const char *code);          /* prefecture, county, committee, prefecture_sum */
const char *jl_duty_word (const char *code);           /* jl_housing … */
char       *jl_duty_words (const char *const *codes);  /* one after the other. (transfer full) */
const char *jl_use_word (int use);
const char *jl_energy_word (int energy);
const char *jl_billing_word (int billing); /* 0: missing */
const char *jl_heat_source_word (int source);
const char *jl_indicator_word (const char *code);        /* short label of an indicator or province figure */
const char *jl_assessment_state_word (const char *code); /* computed, proposed, frozen */
const char *jl_clause_word (const char *id);             /* "C-NEW": 新建建筑 */
const char *jl_clause_place (const char *id);            /* "C-NEW": 三（二）、四（二）; NULL: of no clause in particular */

G_END_DECLS
