/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What officials do with a finding, each step as a small form: 说明, 说明成立, 说明不成立, 列入整改计划. There is none that closes it: that
 * is done by the data. */

#pragma once

#include "jl-register.h"

G_BEGIN_DECLS

typedef enum
{
  JL_FINDING_EXPLAIN,
  JL_FINDING_ACCEPT,
  JL_FINDING_REJECT,
  JL_FINDING_PLAN,
  JL_FINDING_N_STEPS,
} JlFindingAct;

/**
 * JlFindingStep:
 * @code: of the action
 * @right: as jl_api.finding_rights calls it
 * @label: of its button, a source string
 * @hint: (nullable): a sentence over the form, a source string
 * @states: (array zero-terminated=1): from which it is taken
 * @form: the fields that are typed
 */
typedef struct
{
  const char *code;
  const char *right;
  const char *label;
  const char *hint;
  const char *states[5];
  JlRegister  form;
} JlFindingStep;

extern const JlFindingStep jl_finding_steps[JL_FINDING_N_STEPS];

gboolean jl_finding_step_fits (const JlFindingStep *step, const char *state);

G_END_DECLS
