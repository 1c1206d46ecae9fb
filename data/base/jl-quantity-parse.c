/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Numbers that people type. The digits are kept as text until they are known to fit; nothing is rounded. */

#include "jl-quantity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "jl-error.h"
#include "jl-plain-text.h"

#define DIGITS "0123456789"
#define MAX_DIGITS 18 /* of a count: below 2^63 */
#define MAX_DECIMAL_DIGITS 30

/* A number taken apart: digits without commas. */
typedef struct
{
  gboolean negative;
  GString *whole;
  char    *fraction;
} Parts;

static void
parts_clear (Parts *parts)
{
  if (parts->whole != NULL)
    g_string_free (parts->whole, TRUE);
  g_free (parts->fraction);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

/* "1,234,567": the first group has one to three digits, the others three; or no comma at all. */
static gboolean
read_whole (const char **at, GString *whole)
{
  gsize n = strspn (*at, DIGITS);

  g_string_append_len (whole, *at, (gssize) n);
  *at += n;
  if (**at != ',')
    return n > 0;
  if (n == 0 || n > 3)
    return FALSE;
  while (**at == ',')
    {
      if (strspn (*at + 1, DIGITS) != 3)
        return FALSE;
      g_string_append_len (whole, *at + 1, 3);
      *at += 4;
    }
  return TRUE;
}

static void
trim (Parts *parts)
{
  gsize zeros = strspn (parts->whole->str, "0");
  gsize n = strlen (parts->fraction);

  g_string_erase (parts->whole, 0, (gssize) MIN (zeros, parts->whole->len - 1));
  while (n > 0 && parts->fraction[n - 1] == '0')
    parts->fraction[--n] = '\0';
  if (*parts->fraction == '\0' && g_str_equal (parts->whole->str, "0"))
    parts->negative = FALSE;
}

static gboolean
read_number (const char *typed, Parts *parts, GError **error)
{
  g_autofree char *text = jl_plain_text (typed);
  const char      *at = text + (*text == '-');
  gsize            n;

  parts->negative = *text == '-';
  parts->whole = g_string_new (NULL);
  if (read_whole (&at, parts->whole) && (*at == '\0' || *at == '.'))
    {
      at += *at == '.';
      n = strspn (at, DIGITS);
      if (at[n] == '\0' && (n > 0 || at[-1] != '.'))
        {
          parts->fraction = g_strndup (at, n);
          trim (parts);
          return TRUE;
        }
    }
  g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("“%s” is no number: write digits, for example 1234.5"), typed);
  return FALSE;
}

static gboolean
too_long (const char *typed, GError **error)
{
  g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("“%s” has more digits than can be kept"), typed);
  return FALSE;
}

static gboolean
too_fine (const char *typed, int places, GError **error)
{
  if (places == 0)
    g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("“%s” is no whole number"), typed);
  else
    /* Translators: the number that was typed, and how many decimals it may have */
    g_set_error (error, JL_ERROR, JL_ERROR_INVALID,
                 ngettext ("“%s” is too fine: at most %d decimal is kept", "“%s” is too fine: at most %d decimals are kept",
                           (gulong) places),
                 typed, places);
  return FALSE;
}

/**
 * jl_parse_scaled:
 * @typed: what a person typed
 * @places: decimals that are kept
 * @count: (out): how many of the last place
 * @error: return location
 *
 * Returns: whether it is such a number
 */
gboolean
jl_parse_scaled (const char *typed, int places, gint64 *count, GError **error)
{
  g_auto (Parts) parts = { 0 };
  gsize given;

  if (!read_number (typed, &parts, error))
    return FALSE;
  given = strlen (parts.fraction);
  if (given > (gsize) places)
    return too_fine (typed, places, error);
  if (parts.whole->len + (gsize) places > MAX_DIGITS)
    return too_long (typed, error);
  g_string_append (parts.whole, parts.fraction);
  for (gsize i = given; i < (gsize) places; i++)
    g_string_append_c (parts.whole, '0');
  *count = g_ascii_strtoll (parts.whole->str, NULL, 10);
  if (parts.negative)
    *count = -*count;
  return TRUE;
}

/**
 * jl_parse_decimal:
 * @typed: what a person typed
 * @decimal: (out) (transfer full): the same as the server writes it, without zeros at its ends
 * @error: return location
 *
 * Returns: whether it is a number
 */
gboolean
jl_parse_decimal (const char *typed, char **decimal, GError **error)
{
  g_auto (Parts) parts = { 0 };

  if (!read_number (typed, &parts, error))
    return FALSE;
  if (parts.whole->len + strlen (parts.fraction) > MAX_DECIMAL_DIGITS)
    return too_long (typed, error);
  *decimal = g_strconcat (parts.negative ? "-" : "", parts.whole->str, *parts.fraction != '\0' ? "." : "", parts.fraction, NULL);
  return TRUE;
}
