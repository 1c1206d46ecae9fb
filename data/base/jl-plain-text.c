/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Input methods for Chinese leave full-width digits and marks behind; they mean the plain ones. */

#include "jl-plain-text.h"

#define FULL_WIDTH_FIRST 0xff01
#define FULL_WIDTH_LAST 0xff5e
#define FULL_WIDTH_SHIFT 0xfee0
#define IDEOGRAPHIC_SPACE 0x3000
#define MINUS_SIGN 0x2212

static gunichar
plain_of (gunichar c)
{
  if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST)
    return c - FULL_WIDTH_SHIFT;
  if (c == MINUS_SIGN)
    return '-';
  return c == IDEOGRAPHIC_SPACE ? ' ' : c;
}

/**
 * jl_plain_text:
 * @typed: UTF-8 text
 *
 * Returns: (transfer full): the same with plain letters, digits and marks
 */
char *
jl_plain_text (const char *typed)
{
  GString *text = g_string_new (NULL);

  for (; *typed != '\0'; typed = g_utf8_next_char (typed))
    g_string_append_unichar (text, plain_of (g_utf8_get_char (typed)));
  return g_strstrip (g_string_free (text, FALSE));
}

/**
 * jl_append_json_text:
 * @json: where to
 * @text: (nullable): UTF-8 text
 */
void
jl_append_json_text (GString *json, const char *text)
{
  if (text == NULL)
    {
      g_string_append (json, "null");
      return;
    }
  g_string_append_c (json, '"');
  for (; *text != '\0'; text++)
    {
      if ((guchar) *text < 0x20)
        g_string_append_printf (json, "\\u%04x", (guint) (guchar) *text);
      else if (*text == '"' || *text == '\\')
        g_string_append_printf (json, "\\%c", *text);
      else
        g_string_append_c (json, *text);
    }
  g_string_append_c (json, '"');
}
