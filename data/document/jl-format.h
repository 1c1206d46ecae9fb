/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Values as running text: the formats that placeholders may ask for. */

#pragma once

#include "jl-phrases.h"
#include "jl-values.h"

G_BEGIN_DECLS

/* Whether a value of that kind can be printed in that format ("area", "pct 25", "names 3", "" or NULL for the plain one). */
gboolean jl_format_fits (const JlName *name, const char *format);

/**
 * jl_format_value:
 * @name: what is printed
 * @value: (nullable): the value
 * @format: (nullable): the placeholder's format
 * @reason: (out): why there is nothing to print, when %NULL is returned without an error
 *
 * Returns: (transfer full) (nullable): the text. %JL_ERROR_INVALID when the value contradicts the words chosen for it.
 */
char *jl_format_value (const JlName *name, const JlValue *value, const char *format, char **reason, GError **error);

/**
 * jl_format_names:
 * @list: a list whose rows have a name
 * @format: "names" or "names N", N the annex with the whole list
 *
 * Returns: (transfer full) (nullable): the names, the first few when there are more than eight
 */
char *jl_format_names (const JlValues *values, const char *list, const char *format, char **reason);

/* The sign of a decimal text: −1, 0, 1. */
int jl_decimal_sign (const char *decimal);

G_END_DECLS
