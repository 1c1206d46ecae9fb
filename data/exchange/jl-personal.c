/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Numbers are told by their form and, where they have one, by their check digit: of eighteen digits one in eleven passes by chance,
 * and a date must stand inside. */

#include "jl-personal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "jl-plain-text.h"

#define DIGITS "0123456789"

/* Forms stretch words: 姓　名. */
static char *
without_blanks (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      g_string_append_unichar (out, g_utf8_get_char (text));
  return g_string_free (out, FALSE);
}

gboolean
jl_personal_is_head (const char *head)
{
  static const char *const words[] = { "姓名", "户主", "联系人", "用户名", "住户", "电话", "手机", "身份证", "证件号", "业主", NULL };
  static const char *const names[] = { "phone", "mobile", "telephone", "id card", "owner name", "contact", NULL };
  g_autofree char         *plain = jl_plain_text (head);
  g_autofree char         *small = g_ascii_strdown (plain, -1);
  g_autofree char         *whole = without_blanks (plain);

  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (whole, words[i]) != NULL)
      return TRUE;
  for (gsize i = 0; names[i] != NULL; i++)
    if (strstr (small, names[i]) != NULL)
      return TRUE;
  return FALSE;
}

static guint
read_digits (const char *digits, gsize n)
{
  guint value = 0;

  while (n-- > 0)
    value = 10 * value + (guint) (*digits++ - '0');
  return value;
}

static gboolean
is_birthday (guint year, const char *month_and_day)
{
  guint month = read_digits (month_and_day, 2);
  guint day = read_digits (month_and_day + 2, 2);

  return year >= 1880 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 &&
         day <= g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

/* GB 11643: place, day of birth, serial number, and a check character modulo 11. */
static gboolean
is_identity_18 (const char *text)
{
  static const guint weights[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
  static const char  checks[] = "10X98765432";
  guint              sum = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (weights); i++)
    sum += weights[i] * (guint) (text[i] - '0');
  return g_ascii_toupper (text[17]) == checks[sum % 11] && is_birthday (read_digits (text + 6, 4), text + 10);
}

/* The older form: two digits of the year, no check. */
static gboolean
is_identity_15 (const char *text)
{
  guint province = read_digits (text, 2);

  return province >= 11 && province <= 65 && is_birthday (1900 + read_digits (text + 6, 2), text + 8);
}

static gboolean
is_mobile (const char *text)
{
  return text[0] == '1' && text[1] >= '3';
}

const char *
jl_personal_find (const char *cell)
{
  g_autofree char *text = jl_plain_text (cell);

  for (const char *at = text; *at != '\0';)
    {
      gsize    n = strspn (at, DIGITS);
      gboolean checked = n == 17 && g_ascii_toupper (at[n]) == 'X';

      if ((n == 18 || checked) && is_identity_18 (at))
        return _ ("an identity number");
      if (n == 15 && is_identity_15 (at))
        return _ ("an identity number");
      if (n == 11 && is_mobile (at))
        return _ ("a mobile number");
      at += n > 0 ? n : 1;
    }
  return NULL;
}
