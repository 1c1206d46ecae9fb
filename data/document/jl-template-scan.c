/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Lines are scanned one by one, so no bracket spans two. A line that holds nothing but if, each, sep or end makes no
 * paragraph; neither does an empty one. */

#include "jl-template-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "jl-error.h"

static void
token_free (JlToken *token)
{
  g_free (token->text);
  g_free (token);
}

static void
add (GPtrArray *tokens, JlTokenKind kind, const char *text, gsize length, guint line)
{
  JlToken *token;

  if (kind == JL_TOKEN_TEXT && length == 0)
    return;
  token = g_new (JlToken, 1);
  *token = (JlToken){ kind, g_strndup (text, length), line };
  g_ptr_array_add (tokens, token);
}

/* A bracket from p: the place behind it, or NULL. */
static const char *
scan_bracket (GPtrArray *tokens, const char *p, guint line)
{
  gboolean    directive = g_str_has_prefix (p, "[[");
  const char *start = p + (directive ? 2 : 1), *end = strstr (start, directive ? "]]" : "}");

  if (end == NULL || *p == '}' || memchr (start, directive ? '[' : '{', (gsize) (end - start)) != NULL)
    return NULL;
  add (tokens, directive ? JL_TOKEN_DIRECTIVE : JL_TOKEN_VALUE, start, (gsize) (end - start), line);
  return end + (directive ? 2 : 1);
}

static gboolean
is_at_bracket (const char *p)
{
  return *p == '{' || *p == '}' || g_str_has_prefix (p, "[[") || g_str_has_prefix (p, "]]");
}

static gboolean
scan_line (GPtrArray *tokens, const char *text, guint line)
{
  const char *start = text, *p = text;

  while (*p != '\0')
    {
      if (!is_at_bracket (p))
        {
          p++;
          continue;
        }
      add (tokens, JL_TOKEN_TEXT, start, (gsize) (p - start), line);
      p = start = scan_bracket (tokens, p, line);
      if (p == NULL)
        return FALSE;
    }
  add (tokens, JL_TOKEN_TEXT, start, (gsize) (p - start), line);
  return TRUE;
}

static gboolean
is_control (const JlToken *token)
{
  static const char *const words[] = { "if ", "each ", "sep", "end" };

  for (guint i = 0; token->kind == JL_TOKEN_DIRECTIVE && i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (token->text, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
makes_paragraph (const GPtrArray *tokens, guint first)
{
  for (guint i = first; i < tokens->len; i++)
    if (!is_control (g_ptr_array_index (tokens, i)))
      return TRUE;
  return FALSE;
}

GPtrArray *
jl_template_scan (const char *file, const char *text, GError **error)
{
  g_autoptr (GPtrArray) tokens = g_ptr_array_new_with_free_func ((GDestroyNotify) token_free);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint first = tokens->len;

      if (*lines[i] == '#')
        continue;
      if (!scan_line (tokens, lines[i], i + 1))
        {
          g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("%s, line %u: a bracket has no partner"), file, i + 1);
          return NULL;
        }
      if (makes_paragraph (tokens, first))
        add (tokens, JL_TOKEN_BREAK, "", 0, i + 1);
    }
  return g_steal_pointer (&tokens);
}
