/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Walks a template with the values. A condition that fails for want of a value is walked all the same, into a paragraph that is
 * thrown away: so what it would have said is listed too. */

#include "jl-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "jl-error.h"
#include "jl-format.h"
#include "jl-scope.h"

#define REASONS "reasons"
#define REASON_PREFIX "reason."

typedef struct
{
  const JlTemplate *reasons;
  JlDraft          *draft;
  JlSentences      *sentences; /* of the paragraph under way */
  const char       *role;
  const char       *argument;
  JlScope           scope;
  GError          **error;
} Walk;

static gboolean walk_nodes (Walk *walk, const GPtrArray *nodes, guint from, guint to);

static void
part_free (JlDraftPart *part)
{
  g_free (part->role);
  g_free (part->argument);
  jl_paragraph_free (part->paragraph);
  g_free (part);
}

void
jl_draft_free (JlDraft *self)
{
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->drops);
  g_free (self);
}

/* ---- nodes */

static gboolean
blocked (Walk *walk, const JlName *name, const char *reason)
{
  g_set_error (walk->error, JL_ERROR, JL_ERROR_INVALID, _ ("%s is missing (%s): the circular cannot be made"), name->label, reason);
  return FALSE;
}

static gboolean
add_gap (Walk *walk, const JlName *name, const char *reason)
{
  g_autofree char *why = NULL;

  if (name->must)
    return blocked (walk, name, reason);
  /* Translators: the name of a value, and why it is not there */
  why = g_strdup_printf (_ ("%s: %s"), name->label, reason);
  jl_sentences_add_gap (walk->sentences, name->name, why);
  return TRUE;
}

/* A shared place is said as such: 第 becomes 并列第. */
static void
say_tie (Walk *walk, const JlName *name, const JlValue *value)
{
  if (name->kind == JL_VALUE_RANK && value->words != NULL && *value->words != '\0')
    jl_sentences_replace_end (walk->sentences, jl_phrase ("rank", "before"), jl_phrase ("rank", "tied"));
}

/* An empty list may have a reason: its row has the list's own name. */
static char *
names_of (Walk *walk, const JlNode *node, char **reason)
{
  char          *text = jl_format_names (walk->scope.values, node->key, node->format, reason);
  const JlValue *value = jl_values_get (walk->scope.values, NULL, 0, node->key);

  if (text == NULL && value != NULL && value->missing != NULL)
    {
      g_free (*reason);
      *reason = g_strdup (value->missing);
    }
  return text;
}

static gboolean
walk_value (Walk *walk, const JlNode *node)
{
  const JlValue   *value = jl_scope_value (&walk->scope, node->variable, node->key);
  g_autofree char *reason = NULL, *text = NULL;
  GError          *error = NULL;

  if (node->name->kind == JL_VALUE_LIST)
    text = names_of (walk, node, &reason);
  else
    text = jl_format_value (node->name, value, node->format, &reason, &error);
  if (error != NULL)
    {
      g_propagate_error (walk->error, error);
      return FALSE;
    }
  if (text == NULL)
    return add_gap (walk, node->name, reason);
  if (value != NULL)
    say_tie (walk, node->name, value);
  jl_sentences_add_value (walk->sentences, node->name->name, text, node->name->kind != JL_VALUE_TREND);
  return TRUE;
}

/* ---- reasons */

typedef struct
{
  guint       from, to;
  const char *gravity; /* decimal text, or NULL */
} Reason;

/* The smaller number first; those without keep the template's order behind them. */
static int
compare_gravity (gconstpointer a, gconstpointer b)
{
  const Reason *left = a, *right = b;
  double        one = left->gravity != NULL ? g_ascii_strtod (left->gravity, NULL) : G_MAXDOUBLE;
  double        other = right->gravity != NULL ? g_ascii_strtod (right->gravity, NULL) : G_MAXDOUBLE;

  if (one != other)
    return one < other ? -1 : 1;
  return left->from < right->from ? -1 : 1;
}

static GArray *
fired_reasons (const Walk *walk, const GPtrArray *nodes, const char *variable)
{
  GArray *fired = g_array_new (FALSE, FALSE, sizeof (Reason));

  for (guint i = 0, end; i < nodes->len; i = end + 1)
    {
      const JlNode    *node = g_ptr_array_index (nodes, i);
      g_autofree char *key = g_strconcat (REASON_PREFIX, node->format, NULL);
      const JlValue   *value = jl_scope_value (&walk->scope, variable, key);

      for (end = i; ((const JlNode *) g_ptr_array_index (nodes, end))->kind != JL_NODE_BREAK; end++)
        ;
      if (value != NULL)
        {
          Reason reason = { i + 1, end, value->number };

          g_array_append_val (fired, reason);
        }
    }
  g_array_sort (fired, compare_gravity);
  return fired;
}

static gboolean
walk_reasons (Walk *walk, const JlNode *node)
{
  const GPtrArray *nodes = jl_template_nodes (walk->reasons);
  g_autoptr (GArray) fired = fired_reasons (walk, nodes, node->variable);
  gboolean good = TRUE;

  if (fired->len == 0)
    jl_sentences_add_omission (walk->sentences);
  for (guint i = 0; i < fired->len && good; i++)
    {
      const Reason *reason = &g_array_index (fired, Reason, i);

      good = walk_nodes (walk, nodes, reason->from, reason->to);
    }
  return good;
}

/* ---- conditions and loops */

static gboolean
list_unsaid (Walk *walk, const JlNode *node)
{
  JlSentences *sentences = walk->sentences;
  g_autoptr (JlSentences) scratch = jl_sentences_new ();
  gboolean     good;
  JlParagraph *unsaid;

  walk->sentences = scratch;
  good = walk_nodes (walk, node->kids, 0, node->kids->len);
  walk->sentences = sentences;
  unsaid = good ? jl_sentences_settle (scratch, walk->draft->drops) : NULL;
  g_clear_pointer (&unsaid, jl_paragraph_free);
  return good;
}

static gboolean
walk_if (Walk *walk, const JlNode *node)
{
  for (guint i = 0; i < node->terms->len; i++)
    {
      const JlTerm *term = g_ptr_array_index (node->terms, i);
      gboolean      absent = FALSE;

      if (jl_scope_holds (&walk->scope, term, &absent))
        continue;
      jl_sentences_add_omission (walk->sentences);
      if (term->left.name != NULL && term->left.name->silent)
        return TRUE;
      return !absent || list_unsaid (walk, node);
    }
  return walk_nodes (walk, node->kids, 0, node->kids->len);
}

static gboolean
walk_each (Walk *walk, const JlNode *node)
{
  guint    n = jl_values_n_rows (walk->scope.values, node->key), depth = walk->scope.n_loops++;
  gboolean good = TRUE;

  walk->scope.loops[depth].variable = node->variable;
  walk->scope.loops[depth].list = node->key;
  for (guint i = 1; i <= n && good; i++)
    {
      walk->scope.loops[depth].ordinal = i;
      good = walk_nodes (walk, node->kids, 0, node->kids->len);
      if (good && i < n && node->between != NULL)
        good = walk_nodes (walk, node->between, 0, node->between->len);
    }
  walk->scope.n_loops--;
  if (n > 0)
    return good;
  jl_sentences_add_omission (walk->sentences);
  return !node->name->must || blocked (walk, node->name, _ ("nobody is concerned"));
}

static void
end_paragraph (Walk *walk)
{
  JlParagraph *paragraph = jl_sentences_settle (walk->sentences, walk->draft->drops);

  if (paragraph != NULL)
    {
      JlDraftPart *part = g_new (JlDraftPart, 1);

      *part = (JlDraftPart){ g_strdup (walk->role), g_strdup (walk->argument), paragraph };
      g_ptr_array_add (walk->draft->parts, part);
    }
  jl_sentences_free (walk->sentences);
  walk->sentences = jl_sentences_new ();
  walk->role = walk->argument = NULL;
}

static void
say_ordinal (Walk *walk)
{
  g_autofree char *ordinal = jl_phrase_ordinal (walk->scope.loops[walk->scope.n_loops - 1].ordinal);

  jl_sentences_add_text (walk->sentences, ordinal);
}

static gboolean
walk_node (Walk *walk, const JlNode *node)
{
  switch (node->kind)
    {
    case JL_NODE_TEXT:
      jl_sentences_add_text (walk->sentences, node->text);
      return TRUE;
    case JL_NODE_VALUE:
      return g_str_equal (node->key, REASONS) ? walk_reasons (walk, node) : walk_value (walk, node);
    case JL_NODE_ORDINAL:
      say_ordinal (walk);
      return TRUE;
    case JL_NODE_IF:
      return walk_if (walk, node);
    case JL_NODE_EACH:
      return walk_each (walk, node);
    case JL_NODE_ROLE:
      walk->role = node->text;
      walk->argument = node->format;
      return TRUE;
    case JL_NODE_BREAK:
      end_paragraph (walk);
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
walk_nodes (Walk *walk, const GPtrArray *nodes, guint from, guint to)
{
  gboolean good = TRUE;

  for (guint i = from; i < to && good; i++)
    good = walk_node (walk, g_ptr_array_index (nodes, i));
  return good;
}

JlDraft *
jl_draft_new (const JlTemplate *body, const JlTemplate *reasons, const JlValues *values, GError **error)
{
  Walk             walk = { .reasons = reasons, .scope = { .values = values }, .error = error };
  const GPtrArray *nodes = jl_template_nodes (body);
  gboolean         good;

  walk.draft = g_new0 (JlDraft, 1);
  walk.draft->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  walk.draft->drops = g_ptr_array_new_with_free_func (g_free);
  walk.sentences = jl_sentences_new ();
  good = walk_nodes (&walk, nodes, 0, nodes->len);
  jl_sentences_free (walk.sentences);
  if (!good)
    g_clear_pointer (&walk.draft, jl_draft_free);
  return walk.draft;
}

const JlParagraph *
jl_draft_find (const JlDraft *self, const char *role)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const JlDraftPart *part = g_ptr_array_index (self->parts, i);

      if (g_strcmp0 (part->role, role) == 0)
        return part->paragraph;
    }
  return NULL;
}

/* ---- numbers */

static int
level_at (const JlDraft *self, guint i)
{
  const JlDraftPart *part = i < self->parts->len ? g_ptr_array_index (self->parts, i) : NULL;

  return part != NULL && part->role == NULL ? part->paragraph->level : -1;
}

/* A heading stands over text, not over another heading or the end. */
static gboolean
is_bare_heading (const JlDraft *self, guint i)
{
  int next = level_at (self, i + 1);

  return level_at (self, i) == 1 && (next == 1 || next == -1);
}

static void
number_paragraph (JlParagraph *paragraph, guint n)
{
  g_autofree char *ordinal = jl_phrase_ordinal (n);
  g_autofree char *mark = paragraph->level == 1 ? g_strdup_printf ("%s、", ordinal) : g_strdup_printf ("（%s）", ordinal);

  jl_paragraph_prepend (paragraph, mark);
}

void
jl_draft_number (JlDraft *self)
{
  guint headings = 0, items = 0;

  for (guint i = self->parts->len; i-- > 0;)
    if (is_bare_heading (self, i))
      g_ptr_array_remove_index (self->parts, i);
  for (guint i = 0; i < self->parts->len; i++)
    {
      JlDraftPart *part = g_ptr_array_index (self->parts, i);

      if (level_at (self, i) == 1)
        {
          number_paragraph (part->paragraph, ++headings);
          items = 0;
        }
      else if (level_at (self, i) == 2)
        number_paragraph (part->paragraph, ++items);
    }
}
