/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The figures of the clauses as the columns of a sheet: written as registers are, but nobody keeps them. */

#include "jl-registers-private.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const JlChoice verdicts[] = {
  { "met",            N_ ("Met") },
  { "on_pace",        N_ ("On pace") },
  { "slow",           N_ ("Slow") },
  { "behind",         N_ ("Behind") },
  { "backward",       N_ ("Backward") },
  { "overdue",        N_ ("Overdue") },
  { "not_met",        N_ ("Not met") },
  { "not_due",        N_ ("Not due") },
  { "not_reported",   N_ ("Not reported") },
  { "not_applicable", N_ ("Not applicable") },
  { "missing",        N_ ("Missing") },
  { NULL }
};

static const JlField clause_figure_fields[] = {
  { "clause",     N_ ("Clause"), JL_FIELD_TEXT, JL_FIELD_DERIVED, 14 },
  { "label",      N_ ("Figure"), JL_FIELD_TEXT, JL_FIELD_DERIVED, 40 },
  { "value_text", N_ ("Value"), JL_FIELD_DECIMAL, JL_FIELD_DERIVED, 14 },
  { "value_unit", N_ ("Unit of measure"), JL_FIELD_TEXT, JL_FIELD_DERIVED, 10 },
  { "progress",   N_ ("State"), JL_FIELD_CHOICE, JL_FIELD_DERIVED, 12, verdicts },
  { "rule_value", N_ ("Limit"), JL_FIELD_DECIMAL, JL_FIELD_DERIVED, 10 },
  { "missing_n",  N_ ("Records without figures"), JL_FIELD_COUNT, JL_FIELD_DERIVED, 12 },
  { NULL }
};

const JlRegister jl_register_clause_figure = {
  .name = "clause_figure",
  .title = N_ ("Figures of the clauses"),
  .group = N_ ("Organisation and responsibility"),
  .clause = "C-BASIS",
  .fields = clause_figure_fields,
  .order = "clause",
};
/* clang-format on */
