/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The values a template sees at one place: those of the year and of the rows of the loops it stands in. */

#pragma once

#include "jl-template.h"
#include "jl-values.h"

G_BEGIN_DECLS

typedef struct
{
  const char *variable;
  const char *list;
  guint       ordinal; /* of the row, from 1 */
} JlLoop;

typedef struct
{
  const JlValues *values;
  JlLoop          loops[JL_TEMPLATE_DEPTH];
  guint           n_loops;
} JlScope;

/* The value of that key in the row of the loop variable; without one (NULL), of the year. NULL when there is none. */
const JlValue *jl_scope_value (const JlScope *self, const char *variable, const char *key);

/**
 * jl_scope_holds:
 * @absent: (out): set when the term does not hold because a value of it is not there
 */
gboolean jl_scope_holds (const JlScope *self, const JlTerm *term, gboolean *absent);

G_END_DECLS
