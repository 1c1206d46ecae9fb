/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What a form is about to write: fields with their values, as the server wants them and as they are read. */

#pragma once

#include "jl-register-store.h"

G_BEGIN_DECLS

/**
 * JlFormValue:
 * @field: a field of the register
 * @raw: (nullable): the server's text
 * @text: as it is read
 */
typedef struct
{
  const JlField *field;
  char          *raw;
  char          *text;
} JlFormValue;

/* A list of values that owns them. (transfer full) */
GPtrArray *jl_form_values_new (void);
/* Takes raw and text. */
void jl_form_values_add (GPtrArray *values, const JlField *field, char *raw, char *text);
/* (nullable) */
const JlFormValue *jl_form_values_find (const GPtrArray *values, const JlField *field);
/* As the store wants them; valid as long as values. (transfer container) */
JlFieldValue *jl_form_values_for_store (const GPtrArray *values);

G_END_DECLS
