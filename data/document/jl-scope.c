/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Names looked up through the open loops, the innermost first, and conditions on what is found. Decimals are compared as whole
 * millionths in 128 bits: a condition never depends on binary fractions. */

#include "jl-scope.h"

#include <string.h>

#include "jl-format.h"

#define MICRO 6 /* decimals that conditions compare */

const JlValue *
jl_scope_value (const JlScope *self, const char *variable, const char *key)
{
  for (guint i = self->n_loops; variable != NULL && i-- > 0;)
    if (g_str_equal (self->loops[i].variable, variable))
      return jl_values_get (self->values, self->loops[i].list, self->loops[i].ordinal, key);
  return jl_values_get (self->values, NULL, 0, key);
}

/* Decimal text as a whole number of millionths. */
static gboolean
millionths (const char *decimal, __int128 *result)
{
  const char *p = decimal + (*decimal == '-');
  int         places = -1;

  *result = 0;
  for (; *p != '\0' && places < MICRO; p++)
    {
      if (*p == '.' && places < 0)
        places = 0;
      else if (g_ascii_isdigit (*p))
        {
          *result = *result * 10 + (*p - '0');
          places += places >= 0;
        }
      else
        return FALSE;
    }
  for (places = MAX (places, 0); places < MICRO; places++)
    *result *= 10;
  if (*decimal == '-')
    *result = -*result;
  return TRUE;
}

/* FALSE when the operand's value is not there. */
static gboolean
operand_number (const JlScope *self, const JlOperand *operand, __int128 *number)
{
  const JlValue *value;

  if (operand->name == NULL)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, operand->number);

      return millionths (text, number);
    }
  value = jl_scope_value (self, operand->variable, operand->key);
  return value != NULL && value->number != NULL && millionths (value->number, number);
}

/* Whether the named value is there and says something: a row in the list, a number that is not zero, words. */
static gboolean
says_something (const JlScope *self, const JlOperand *operand, gboolean *absent)
{
  const JlValue *value;

  value = jl_scope_value (self, operand->variable, operand->key);
  if (operand->name->kind == JL_VALUE_LIST)
    {
      *absent = value != NULL && value->missing != NULL;
      return jl_values_n_rows (self->values, operand->key) > 0;
    }
  if (operand->name->kind == JL_VALUE_REASON)
    return value != NULL;
  *absent = !jl_value_is_there (value);
  if (*absent)
    return FALSE;
  if (operand->name->kind == JL_VALUE_CHANGE)
    return TRUE; /* no change is said too */
  if (value->words != NULL)
    return *value->words != '\0';
  return value->number == NULL || jl_decimal_sign (value->number) != 0;
}

gboolean
jl_scope_holds (const JlScope *self, const JlTerm *term, gboolean *absent)
{
  __int128 left, right;

  if (term->op == '?')
    return term->left.name == NULL || says_something (self, &term->left, absent);
  *absent = !operand_number (self, &term->left, &left) || !operand_number (self, &term->right, &right);
  if (*absent)
    return FALSE;
  left *= term->right.divisor;
  return term->op == '>' ? left > right : term->op == '<' ? left < right
                                                          : left == right;
}
