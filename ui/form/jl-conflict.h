/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Two editors of one record: field by field what it was, what I made of it, what another has saved, and whose it is to be. */

#pragma once

#include "jl-form-value.h"

G_BEGIN_DECLS

typedef enum
{
  JL_SIDE_OPEN, /* both changed it differently: a person has to choose */
  JL_SIDE_MINE,
  JL_SIDE_THEIRS,
} JlSide;

/**
 * JlConflictField:
 * @field: a field in which the two versions differ
 * @mine: as it is read in mine
 * @theirs: as it is read in theirs
 * @mine_raw: (nullable): the server's text of mine
 * @side: whose is taken
 */
typedef struct
{
  const JlField *field;
  char          *mine;
  char          *theirs;
  char          *mine_raw;
  JlSide         side;
} JlConflictField;

/* base is what I read, theirs what is there since; mine are my changes (#JlFormValue). Fields that only one side changed have that
 * side's choice; fields that both changed to the same are left out. Of #JlConflictField. (transfer full) */
GPtrArray *jl_conflict_new (const JlRegister *reg, const JlResult *base, const JlResult *theirs, const GPtrArray *mine);
gboolean   jl_conflict_is_decided (const GPtrArray *conflict);
/* What is to be written over theirs. Of #JlFormValue. (transfer full) */
GPtrArray *jl_conflict_get_values (const GPtrArray *conflict);

G_END_DECLS
