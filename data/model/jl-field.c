/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Values of fields between the server's text, the eye and the keyboard. Whole counts are scaled by moving the point only, so that
 * what is read is what is kept. */

#include "jl-register.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "jl-error.h"
#include "jl-plain-text.h"
#include "jl-quantity.h"
#include "jl-season.h"
#include "jl-span-private.h"

#define FIRST_YEAR 1949
#define LAST_YEAR 2100

/**
 * Kind: what follows from the type of a field
 * @unit: (nullable): second line of its head
 * @width: of its column in halves of an em
 * @places: of a whole count: its unit is 10^places times what is counted
 * @decimals: shown at least
 * @number: stands right
 */
typedef struct
{
  const char *unit;
  int         width;
  int         places;
  int         decimals;
  gboolean    number;
} Kind;

static const Kind kinds[] = {
  [JL_FIELD_TEXT] = { NULL, 20 },
  [JL_FIELD_NOTE] = { NULL, 32 },
  [JL_FIELD_COUNT] = { NULL, 10, 0, 0, TRUE },
  [JL_FIELD_YEAR] = { NULL, 8, 0, 0, TRUE },
  [JL_FIELD_AREA] = { N_ ("(m²)"), 16, 2, 2, TRUE },
  [JL_FIELD_AREA_WAN] = { N_ ("(10,000 m²)"), 14, 6, 2, TRUE },
  [JL_FIELD_HEAT] = { N_ ("(GJ)"), 14, 4, 1, TRUE },
  [JL_FIELD_MONEY] = { N_ ("(yuan)"), 16, 2, 2, TRUE },
  [JL_FIELD_MONEY_WAN] = { N_ ("(10,000 yuan)"), 14, 6, 2, TRUE },
  [JL_FIELD_DECIMAL] = { NULL, 12, 0, 0, TRUE },
  [JL_FIELD_DATE] = { NULL, 12, 0, 0, TRUE },
  [JL_FIELD_SPAN] = { NULL, 26 },
  [JL_FIELD_YES_NO] = { NULL, 10 },
  [JL_FIELD_CHOICE] = { NULL, 16 },
  [JL_FIELD_WORD] = { NULL, 16 },
  [JL_FIELD_UNIT] = { NULL, 12 },
  [JL_FIELD_REFERENCE] = { NULL, 24 },
};

static const Kind *
kind_of (const JlField *self)
{
  return &kinds[self->type];
}

static const JlChoice *
find_choice (const JlField *self, const char *code)
{
  for (const JlChoice *choice = self->choices; choice != NULL && choice->code != NULL; choice++)
    if (g_str_equal (choice->code, code))
      return choice;
  return NULL;
}

/* A code without a word is shown as it is: a newer database may know more than this program. */
static char *
choice_text (const JlField *self, const char *code)
{
  const JlChoice *choice = find_choice (self, code);

  return g_strdup (choice != NULL ? _ (choice->word) : code);
}

static char *
word_text (const JlField *self, const char *raw)
{
  char *day = jl_year_day_text (raw);

  return day != NULL ? day : choice_text (self, raw);
}

static gint64
count_of (const char *raw)
{
  return g_ascii_strtoll (raw, NULL, 10);
}

static char *
decimal_text (const char *raw, int decimals)
{
  const char *point = strchr (raw, '.');
  int         given = point != NULL ? (int) strlen (point + 1) : 0;
  char       *text = jl_format_decimal (raw, MAX (decimals, given), JL_NUMBER_SCREEN);

  return text != NULL ? text : g_strdup (raw);
}

/* Heat is kept finer than anyone reads it; but what is not zero does not say so. */
static char *
heat_text (gint64 count)
{
  if (ABS (count) >= 500)
    return jl_format_heat_gj (count);
  return jl_format_scaled_exact (count, kinds[JL_FIELD_HEAT].places, count == 0 ? 0 : 1, TRUE);
}

/* Nothing is "0", not "0.00": it is no measured value. */
static char *
scaled_text (const JlField *self, gint64 count)
{
  return jl_format_scaled_exact (count, kind_of (self)->places, count == 0 ? 0 : kind_of (self)->decimals, TRUE);
}

static gboolean
is_true (const char *raw)
{
  return *raw == 't';
}

/* What is neither yes nor no was not reported, unless the field has a word of its own for it, under an empty code. */
static char *
null_text (const JlField *self)
{
  const JlChoice *word = find_choice (self, "");

  if (word != NULL)
    return g_strdup (_ (word->word));
  return g_strdup (self->type == JL_FIELD_YES_NO ? C_ ("register", "Not reported") : "—");
}

/* "2012—2013" */
static char *
year_text (const JlField *self, const char *raw)
{
  int year = (int) g_ascii_strtoll (raw, NULL, 10);

  return jl_field_is_season (self) ? g_strdup_printf ("%d—%d", year, year + 1) : g_strdup (raw);
}

/**
 * jl_field_text:
 * @self: a field
 * @raw: (nullable): the server's text
 *
 * Returns: (transfer full): what a cell says
 */
char *
jl_field_text (const JlField *self, const char *raw)
{
  if (raw == NULL)
    return null_text (self);
  switch (self->type)
    {
    case JL_FIELD_COUNT:
      return jl_format_count (count_of (raw), JL_NUMBER_SCREEN);
    case JL_FIELD_AREA:
    case JL_FIELD_AREA_WAN:
    case JL_FIELD_MONEY:
    case JL_FIELD_MONEY_WAN:
      return scaled_text (self, count_of (raw));
    case JL_FIELD_HEAT:
      return heat_text (count_of (raw));
    case JL_FIELD_DECIMAL:
      return decimal_text (raw, self->decimals);
    case JL_FIELD_YES_NO:
      return g_strdup (is_true (raw) ? _ ("Yes") : _ ("No"));
    case JL_FIELD_CHOICE:
      return choice_text (self, raw);
    case JL_FIELD_WORD:
      return word_text (self, raw);
    case JL_FIELD_SPAN:
      return jl_span_text (raw);
    case JL_FIELD_YEAR:
      return year_text (self, raw);
    case JL_FIELD_TEXT:
    case JL_FIELD_NOTE:
    case JL_FIELD_DATE:
    case JL_FIELD_UNIT:
    case JL_FIELD_REFERENCE:
      break;
    }
  return g_strdup (raw);
}

const char *
jl_field_mark (const JlField *self, const char *raw)
{
  const JlChoice *choice = raw != NULL ? find_choice (self, raw) : NULL;

  return choice != NULL ? choice->mark : NULL;
}

/**
 * jl_field_typed_text:
 * @self: a field
 * @raw: (nullable): the server's text
 *
 * Returns: (transfer full): the same value as jl_field_parse() takes it
 */
char *
jl_field_typed_text (const JlField *self, const char *raw)
{
  if (raw == NULL)
    return g_strdup ("");
  if (kind_of (self)->places > 0)
    return jl_format_scaled_exact (count_of (raw), kind_of (self)->places, 0, FALSE);
  if (self->type == JL_FIELD_YES_NO || self->type == JL_FIELD_CHOICE || self->type == JL_FIELD_WORD || self->type == JL_FIELD_SPAN)
    return jl_field_text (self, raw);
  return g_strdup (raw);
}

/* ---- from the keyboard */

static gboolean
parse_count (const JlField *self, const char *typed, char **raw, GError **error)
{
  gint64 count;

  if (!jl_parse_scaled (typed, kind_of (self)->places, &count, error))
    return FALSE;
  if (count < 0)
    {
      g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("“%s” is below zero: this cannot be"), typed);
      return FALSE;
    }
  *raw = g_strdup_printf ("%" G_GINT64_FORMAT, count);
  return TRUE;
}

/* "2012—2013", as seasons are shown, becomes "2012". */
static void
cut_to_first_year (char *season)
{
  static const char *const dashes[] = { "—", "–", "-" };

  for (gsize i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      char  *dash = strstr (season, dashes[i]);
      gint64 first, next;

      if (dash == NULL || !g_ascii_string_to_signed (dash + strlen (dashes[i]), 10, FIRST_YEAR, LAST_YEAR, &next, NULL))
        continue;
      *dash = '\0';
      if (g_ascii_string_to_signed (season, 10, FIRST_YEAR, LAST_YEAR, &first, NULL) && next == first + 1)
        return;
      *dash = dashes[i][0];
    }
}

static gboolean
parse_year (const JlField *self, const char *typed, char **raw, GError **error)
{
  g_autofree char *text = jl_plain_text (typed);
  gint64           year;

  if (jl_field_is_season (self))
    cut_to_first_year (text);

  if (g_str_has_suffix (text, "年"))
    text[strlen (text) - strlen ("年")] = '\0';
  if (!g_ascii_string_to_signed (text, 10, FIRST_YEAR, LAST_YEAR, &year, NULL))
    {
      g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("“%s” is no year: write for example 2012"), typed);
      return FALSE;
    }
  *raw = g_strdup_printf ("%" G_GINT64_FORMAT, year);
  return TRUE;
}

static gboolean
is_one_of (const char *const *words, const char *text)
{
  for (; *words != NULL; words++)
    if (g_ascii_strcasecmp (*words, text) == 0)
      return TRUE;
  return FALSE;
}

/* The words of either language, whatever that of the screen: files travel. */
static gboolean
parse_yes_no (const JlField *self, const char *text, char **raw, GError **error)
{
  static const char *const yes[] = { "是", "有", "yes", "true", "t", NULL };
  static const char *const no[] = { "否", "无", "no", "false", "f", NULL };
  static const char *const none[] = { "资料未报", "未报", "—", "not reported", NULL };
  g_autofree char         *null_word = null_text (self);

  if (is_one_of (yes, text))
    *raw = g_strdup ("true");
  else if (is_one_of (no, text))
    *raw = g_strdup ("false");
  else if (is_one_of (none, text) || g_str_equal (text, null_word))
    *raw = NULL;
  else
    {
      g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("“%s” is neither yes nor no: write 是 or 否, or leave it empty"), text);
      return FALSE;
    }
  return TRUE;
}

static char *
list_words (const JlField *self)
{
  GString *words = g_string_new (NULL);

  for (const JlChoice *choice = self->choices; choice->code != NULL; choice++)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "、" : "", _ (choice->word));
  return g_string_free (words, FALSE);
}

static gboolean
parse_choice (const JlField *self, const char *text, char **raw, GError **error)
{
  g_autofree char *words = NULL;

  for (const JlChoice *choice = self->choices; choice->code != NULL; choice++)
    if (g_str_equal (choice->code, text) || g_str_equal (_ (choice->word), text) || g_str_equal (choice->word, text))
      {
        *raw = g_strdup (choice->code);
        return TRUE;
      }
  words = list_words (self);
  g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("“%s” is none of %s"), text, words);
  return FALSE;
}

/* What no page shows as it is: control characters and marks that turn the direction of writing. */
static gboolean
is_shown (gunichar c, gboolean lines)
{
  if (c == '\n' || c == '\t')
    return lines;
  return !g_unichar_iscntrl (c) && g_unichar_type (c) != G_UNICODE_FORMAT;
}

static gboolean
parse_text (const JlField *self, const char *text, char **raw, GError **error)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_shown (g_utf8_get_char (p), self->type == JL_FIELD_NOTE))
      {
        g_set_error_literal (error, JL_ERROR, JL_ERROR_INVALID,
                             _ ("The text holds characters that cannot be shown: type it instead of pasting it"));
        return FALSE;
      }
  *raw = g_strdup (text);
  return TRUE;
}

static gboolean
parse_word (const JlField *self, const char *text, char **raw, GError **error)
{
  *raw = jl_year_day_parse (text);
  for (const JlChoice *choice = self->choices; *raw == NULL && choice->code != NULL; choice++)
    if (g_str_equal (_ (choice->word), text) || g_str_equal (choice->word, text))
      *raw = g_strdup (choice->code);
  return *raw != NULL || parse_text (self, text, raw, error);
}

/**
 * jl_field_parse:
 * @self: a field
 * @typed: what a person typed
 * @raw: (out) (transfer full) (nullable): the server's text, %NULL for an empty field
 * @error: return location
 *
 * Returns: whether it can be kept in this field
 */
gboolean
jl_field_parse (const JlField *self, const char *typed, char **raw, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));

  *raw = NULL;
  if (*text == '\0')
    return TRUE;
  switch (self->type)
    {
    case JL_FIELD_COUNT:
    case JL_FIELD_AREA:
    case JL_FIELD_AREA_WAN:
    case JL_FIELD_HEAT:
    case JL_FIELD_MONEY:
    case JL_FIELD_MONEY_WAN:
    case JL_FIELD_UNIT:
    case JL_FIELD_REFERENCE:
      return parse_count (self, text, raw, error);
    case JL_FIELD_YEAR:
      return parse_year (self, text, raw, error);
    case JL_FIELD_DECIMAL:
      return jl_parse_decimal (text, raw, error);
    case JL_FIELD_DATE:
      return jl_parse_date (text, raw, error);
    case JL_FIELD_YES_NO:
      return parse_yes_no (self, text, raw, error);
    case JL_FIELD_CHOICE:
      return parse_choice (self, text, raw, error);
    case JL_FIELD_WORD:
      return parse_word (self, text, raw, error);
    case JL_FIELD_SPAN:
      return jl_span_parse (text, raw, error);
    case JL_FIELD_TEXT:
    case JL_FIELD_NOTE:
      break;
    }
  return parse_text (self, text, raw, error);
}

/* ---- the column */

char *
jl_field_shown_column (const JlField *self)
{
  gsize length = strlen (self->name);

  if (g_str_equal (self->name, "unit_id"))
    return g_strdup ("unit_name");
  if (self->type != JL_FIELD_REFERENCE && self->type != JL_FIELD_UNIT)
    return g_strdup (self->name);
  if (g_str_has_suffix (self->name, "_id"))
    length -= strlen ("_id");
  return g_strdup_printf ("%.*s_label", (int) length, self->name);
}

static const char *
own_unit (const JlField *self)
{
  /* Translators: the unit of a column */
  g_autofree char *unit = g_strdup_printf (_ ("(%s)"), _ (self->unit));

  return g_intern_string (unit);
}

const char *
jl_field_unit (const JlField *self)
{
  const char *unit = kind_of (self)->unit;

  if (self->unit != NULL)
    return own_unit (self);
  return unit != NULL ? _ (unit) : NULL;
}

gboolean
jl_field_is_number (const JlField *self)
{
  return kind_of (self)->number;
}

gboolean
jl_field_is_season (const JlField *self)
{
  return (self->flags & JL_FIELD_SEASON) != 0;
}

int
jl_field_width (const JlField *self)
{
  return self->width > 0 ? self->width : kind_of (self)->width;
}
