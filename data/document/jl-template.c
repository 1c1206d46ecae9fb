/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Tokens to nodes, by recursive descent. The parser knows which loop variables are open, so every name is resolved and every
 * format checked before the first value is seen. */

#include "jl-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "jl-error.h"
#include "jl-format.h"
#include "jl-template-scan.h"

#define DIVIDED_BY "÷"

static const char *const roles[] = { "file", "draft", "head", "number", "title", "recipients", "annexes", "annex",
                                     "signature", "date", "copies", "office", "printed", "reason" };

struct _JlTemplate
{
  GPtrArray *nodes;
};

typedef struct
{
  const char *file;
  GPtrArray  *tokens;
  guint       at;
  struct
  {
    const char *variable;
    const char *list;
    gboolean    numbered;
  } scopes[JL_TEMPLATE_DEPTH];
  guint    n_scopes;
  GError **error;
} Parser;

static GPtrArray *parse_nodes (Parser *parser, gboolean inside, const char **ended_by);

static guint
line_of (const Parser *parser)
{
  const JlToken *token = g_ptr_array_index (parser->tokens, MAX (parser->at, 1) - 1);

  return token->line;
}

static void G_GNUC_PRINTF (2, 3)
    fail (Parser *parser, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list          arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (parser->error != NULL && *parser->error == NULL)
    g_set_error (parser->error, JL_ERROR, JL_ERROR_INVALID, _ ("%s, line %u: %s"), parser->file, line_of (parser), message);
}

/* ---- names */

static const char *
list_of (const Parser *parser, const char *variable, gsize length)
{
  for (guint i = parser->n_scopes; i-- > 0;)
    if (strlen (parser->scopes[i].variable) == length && strncmp (parser->scopes[i].variable, variable, length) == 0)
      return parser->scopes[i].list;
  return NULL;
}

/* "u.share" inside of a loop over criticised is criticised[].share, else the name itself. */
static const JlName *
resolve (Parser *parser, const char *word, char **variable, char **key)
{
  const char      *dot = strchr (word, '.');
  const char      *list = dot != NULL ? list_of (parser, word, (gsize) (dot - word)) : NULL;
  g_autofree char *full = list != NULL ? g_strdup_printf ("%s[]%s", list, dot) : g_strdup (word);
  const JlName    *name = jl_name_find (full);

  if (name == NULL)
    {
      fail (parser, _ ("no value is called “%s”"), word);
      return NULL;
    }
  *variable = list != NULL ? g_strndup (word, (gsize) (dot - word)) : NULL;
  *key = g_strdup (list != NULL ? dot + 1 : word);
  return name;
}

static gboolean
is_numbered (const Parser *parser)
{
  return parser->n_scopes > 0 && parser->scopes[parser->n_scopes - 1].numbered;
}

static JlNode *
parse_value (Parser *parser, const char *inside)
{
  g_autoptr (JlNode) node = jl_node_new (JL_NODE_VALUE, NULL);
  const char      *colon = strchr (inside, ':');
  g_autofree char *word = colon != NULL ? g_strndup (inside, (gsize) (colon - inside)) : g_strdup (inside);

  if (is_numbered (parser) && g_str_equal (inside, "n:cn"))
    {
      node->kind = JL_NODE_ORDINAL;
      return g_steal_pointer (&node);
    }
  node->format = g_strdup (colon != NULL ? colon + 1 : NULL);
  node->name = resolve (parser, word, &node->variable, &node->key);
  if (node->name == NULL)
    return NULL;
  if (!jl_format_fits (node->name, node->format))
    {
      fail (parser, _ ("“%s” cannot be printed as “%s”"), word, node->format != NULL ? node->format : "");
      return NULL;
    }
  return g_steal_pointer (&node);
}

/* ---- conditions */

static gboolean
parse_operand (Parser *parser, const char *word, JlOperand *operand)
{
  char *end;

  operand->divisor = 1;
  operand->number = g_ascii_strtoll (word, &end, 10);
  if (end > word && *end == '\0')
    return TRUE;
  operand->name = resolve (parser, word, &operand->variable, &operand->key);
  return operand->name != NULL;
}

/* words: left [op right [÷ n]]; n_words tells how many there are. */
static JlTerm *
parse_term (Parser *parser, char **words, guint n_words)
{
  JlTerm  *term = g_new0 (JlTerm, 1);
  gboolean good = parse_operand (parser, words[0], &term->left);

  term->op = '?';
  if (good && n_words > 1)
    {
      good = (n_words == 3 || (n_words == 5 && g_str_equal (words[3], DIVIDED_BY))) && strchr ("<>=", words[1][0]) != NULL && words[1][1] == '\0';
      term->op = words[1][0];
      good = good && parse_operand (parser, words[2], &term->right);
      if (good && n_words == 5)
        term->right.divisor = g_ascii_strtoll (words[4], NULL, 10);
      good = good && term->right.divisor > 0;
    }
  if (!good)
    {
      fail (parser, _ ("the condition cannot be read"));
      g_clear_pointer (&term, jl_term_free);
    }
  return term;
}

static GPtrArray *
parse_condition (Parser *parser, const char *text)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func ((GDestroyNotify) jl_term_free);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = g_strv_length (words);

  for (guint start = 0, end; start < n; start = end + 1)
    {
      JlTerm *term;

      for (end = start; end < n && !g_str_equal (words[end], "and"); end++)
        ;
      term = end > start ? parse_term (parser, words + start, end - start) : NULL;
      if (term == NULL)
        {
          fail (parser, _ ("the condition cannot be read"));
          return NULL;
        }
      g_ptr_array_add (terms, term);
    }
  if (terms->len == 0)
    {
      fail (parser, _ ("the condition cannot be read"));
      return NULL;
    }
  return g_steal_pointer (&terms);
}

/* ---- parts */

static JlNode *
parse_if (Parser *parser, const char *condition)
{
  g_autoptr (JlNode) node = jl_node_new (JL_NODE_IF, NULL);
  const char *ended_by = NULL;

  node->terms = parse_condition (parser, condition);
  if (node->terms == NULL)
    return NULL;
  node->kids = parse_nodes (parser, TRUE, &ended_by);
  if (node->kids == NULL)
    return NULL;
  if (!g_str_equal (ended_by, "end"))
    {
      fail (parser, _ ("[[sep]] belongs to [[each]]"));
      return NULL;
    }
  return g_steal_pointer (&node);
}

/* words: each VARIABLE in LIST [numbered MARK] */
static gboolean
open_scope (Parser *parser, char **words, guint n, JlNode *node)
{
  const JlName *list = n >= 4 ? jl_name_find (words[3]) : NULL;
  gboolean      numbered = n == 6 && g_str_equal (words[4], "numbered");

  if (list == NULL || list->kind != JL_VALUE_LIST || !g_str_equal (words[2], "in") || (n != 4 && !numbered))
    {
      fail (parser, _ ("the loop cannot be read"));
      return FALSE;
    }
  if (parser->n_scopes == JL_TEMPLATE_DEPTH)
    {
      fail (parser, _ ("loops are nested too deep"));
      return FALSE;
    }
  node->name = list;
  node->variable = g_strdup (words[1]);
  node->key = g_strdup (words[3]);
  parser->scopes[parser->n_scopes].variable = node->variable;
  parser->scopes[parser->n_scopes].list = node->key;
  parser->scopes[parser->n_scopes++].numbered = numbered;
  return TRUE;
}

static JlNode *
parse_each (Parser *parser, const char *directive)
{
  g_autoptr (JlNode) node = jl_node_new (JL_NODE_EACH, NULL);
  g_auto (GStrv) words = g_strsplit (directive, " ", -1);
  const char *ended_by = NULL;

  if (!open_scope (parser, words, g_strv_length (words), node))
    return NULL;
  node->kids = parse_nodes (parser, TRUE, &ended_by);
  if (node->kids != NULL && g_str_equal (ended_by, "sep"))
    node->between = parse_nodes (parser, TRUE, &ended_by);
  parser->n_scopes--;
  if (node->kids == NULL || !g_str_equal (ended_by, "end"))
    {
      fail (parser, _ ("[[each]] is not closed"));
      return NULL;
    }
  return g_steal_pointer (&node);
}

static JlNode *
parse_role (Parser *parser, const char *directive)
{
  g_auto (GStrv) words = g_strsplit (directive, " ", 2);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (words[0], roles[i]))
      {
        JlNode *node = jl_node_new (JL_NODE_ROLE, words[0]);

        node->format = g_strdup (words[1]);
        return node;
      }
  fail (parser, _ ("[[%s]] is not known"), directive);
  return NULL;
}

static JlNode *
parse_directive (Parser *parser, const char *directive)
{
  if (g_str_has_prefix (directive, "if "))
    return parse_if (parser, directive + strlen ("if "));
  if (g_str_has_prefix (directive, "each "))
    return parse_each (parser, directive);
  return parse_role (parser, directive);
}

static JlNode *
parse_token (Parser *parser, const JlToken *token)
{
  switch (token->kind)
    {
    case JL_TOKEN_TEXT:
      return jl_node_new (JL_NODE_TEXT, token->text);
    case JL_TOKEN_VALUE:
      return parse_value (parser, token->text);
    case JL_TOKEN_DIRECTIVE:
      return parse_directive (parser, token->text);
    case JL_TOKEN_BREAK:
      return jl_node_new (JL_NODE_BREAK, NULL);
    default:
      g_assert_not_reached ();
    }
}

/* Nodes up to [[end]], [[sep]] or the end of the text. */
static GPtrArray *
parse_nodes (Parser *parser, gboolean inside, const char **ended_by)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) jl_node_free);

  while (parser->at < parser->tokens->len)
    {
      const JlToken *token = g_ptr_array_index (parser->tokens, parser->at++);
      JlNode        *node;

      if (token->kind == JL_TOKEN_DIRECTIVE && (g_str_equal (token->text, "end") || g_str_equal (token->text, "sep")))
        {
          *ended_by = token->text;
          if (inside)
            return g_steal_pointer (&nodes);
          fail (parser, _ ("[[%s]] closes nothing"), token->text);
          return NULL;
        }
      node = parse_token (parser, token);
      if (node == NULL)
        return NULL;
      g_ptr_array_add (nodes, node);
    }
  if (!inside)
    return g_steal_pointer (&nodes);
  fail (parser, _ ("[[end]] is missing"));
  return NULL;
}

JlTemplate *
jl_template_parse (const char *file, const char *text, const char *variable, const char *list, GError **error)
{
  GError     *local = NULL;
  Parser      parser = { .file = file, .error = &local };
  const char *ended_by = NULL;
  JlTemplate *self = NULL;
  GPtrArray  *nodes;

  parser.tokens = jl_template_scan (file, text, error);
  if (parser.tokens == NULL)
    return NULL;
  if (variable != NULL)
    {
      parser.scopes[0].variable = variable;
      parser.scopes[parser.n_scopes++].list = list;
    }
  nodes = parse_nodes (&parser, FALSE, &ended_by);
  if (nodes != NULL)
    {
      self = g_new0 (JlTemplate, 1);
      self->nodes = nodes;
    }
  else
    g_propagate_error (error, local);
  g_ptr_array_unref (parser.tokens);
  return self;
}

void
jl_template_free (JlTemplate *self)
{
  g_ptr_array_unref (self->nodes);
  g_free (self);
}

const GPtrArray *
jl_template_nodes (const JlTemplate *self)
{
  return self->nodes;
}
