/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A paragraph is kept as pieces (words, values, gaps) until it is settled. Settling walks the clauses: one with a gap is
 * listed and left out; when the last clause of a sentence falls, the one before it gets the full stop. Marks inside values do
 * not count, so no value can break a sentence in two. */

#include "jl-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define STOP "。"
#define HALT "；"
#define OPEN "（"
#define CLOSE "）"
#define AFTER_HEADING "、"
#define ELLIPSIS "…"
#define NUMERALS "一二三四五六七八九十"
#define MARK strlen (STOP) /* every mark is as long */

typedef enum
{
  PIECE_TEXT,
  PIECE_VALUE,
  PIECE_GAP,
} PieceKind;

typedef struct
{
  PieceKind kind;
  char     *text; /* of a gap: the reason */
  char     *name;
  gboolean  is_fact;
} Piece;

struct _JlSentences
{
  GPtrArray *pieces;
  guint      n_omissions;
};

static JlBound *
bound_new (guint start, guint end, const char *name)
{
  JlBound *self = g_new (JlBound, 1);

  *self = (JlBound){ start, end, g_strdup (name) };
  return self;
}

static void
bound_free (JlBound *self)
{
  g_free (self->name);
  g_free (self);
}

static void
piece_free (Piece *piece)
{
  g_free (piece->text);
  g_free (piece->name);
  g_free (piece);
}

JlSentences *
jl_sentences_new (void)
{
  JlSentences *self = g_new0 (JlSentences, 1);

  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);
  return self;
}

void
jl_sentences_free (JlSentences *self)
{
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

static Piece *
last_piece (const JlSentences *self)
{
  return self->pieces->len > 0 ? g_ptr_array_index (self->pieces, self->pieces->len - 1) : NULL;
}

static void
add (JlSentences *self, PieceKind kind, const char *text, const char *name, gboolean is_fact)
{
  Piece *piece = g_new (Piece, 1);

  *piece = (Piece){ kind, g_strdup (text), g_strdup (name), is_fact };
  g_ptr_array_add (self->pieces, piece);
}

void
jl_sentences_add_text (JlSentences *self, const char *text)
{
  Piece *last = last_piece (self);
  char  *joined;

  if (last == NULL || last->kind != PIECE_TEXT)
    {
      add (self, PIECE_TEXT, text, NULL, FALSE);
      return;
    }
  joined = g_strconcat (last->text, text, NULL);
  g_free (last->text);
  last->text = joined;
}

void
jl_sentences_add_value (JlSentences *self, const char *name, const char *text, gboolean is_fact)
{
  add (self, PIECE_VALUE, text, name, is_fact);
}

void
jl_sentences_add_gap (JlSentences *self, const char *name, const char *reason)
{
  add (self, PIECE_GAP, reason, name, FALSE);
}

void
jl_sentences_add_omission (JlSentences *self)
{
  self->n_omissions++;
}

gboolean
jl_sentences_replace_end (JlSentences *self, const char *words, const char *by)
{
  Piece *last = last_piece (self);
  char  *shorter;

  if (last == NULL || last->kind != PIECE_TEXT || !g_str_has_suffix (last->text, words))
    return FALSE;
  last->text[strlen (last->text) - strlen (words)] = '\0';
  shorter = g_strconcat (last->text, by, NULL);
  g_free (last->text);
  last->text = shorter;
  return TRUE;
}

void
jl_paragraph_free (JlParagraph *self)
{
  g_free (self->text);
  g_ptr_array_unref (self->bounds);
  g_free (self);
}

void
jl_paragraph_prepend (JlParagraph *self, const char *words)
{
  guint shift = (guint) strlen (words);
  char *text = g_strconcat (words, self->text, NULL);

  g_free (self->text);
  self->text = text;
  if (self->lead > 0)
    self->lead += shift;
  for (guint i = 0; i < self->bounds->len; i++)
    {
      JlBound *bound = g_ptr_array_index (self->bounds, i);

      bound->start += shift;
      bound->end += shift;
    }
}

/* ---- settling */

typedef struct
{
  GString   *kept;
  GString   *clause; /* under way */
  GPtrArray *bounds; /* of kept */
  GPtrArray *in_clause;
  GString   *reasons; /* why the clause under way must fall; empty if it may stand */
  GPtrArray *drops;
  gsize      lead; /* end of the first sentence of the template, if it stands */
  guint      n_clauses, n_ends, n_kept_sentences, n_facts, n_clause_facts, n_dropped;
  gboolean   sentence_kept; /* a clause of the sentence under way stands */
} Settling;

static void
drop_clause (Settling *s)
{
  /* Translators: a sentence left out of a circular, and why */
  char *line = g_strdup_printf (_ ("“%s”: %s"), s->clause->str, s->reasons->str);

  g_ptr_array_add (s->drops, line);
  s->n_dropped++;
}

static void
keep_clause (Settling *s)
{
  guint shift = (guint) s->kept->len;

  for (guint i = 0; i < s->in_clause->len; i++)
    {
      const JlBound *bound = g_ptr_array_index (s->in_clause, i);

      g_ptr_array_add (s->bounds, bound_new (bound->start + shift, bound->end + shift, bound->name));
    }
  g_string_append_len (s->kept, s->clause->str, (gssize) s->clause->len);
  s->n_facts += s->n_clause_facts;
  s->sentence_kept = TRUE;
}

static void
end_sentence (Settling *s)
{
  if (s->sentence_kept && g_str_has_suffix (s->kept->str, HALT))
    {
      g_string_truncate (s->kept, s->kept->len - strlen (HALT));
      g_string_append (s->kept, STOP);
    }
  if (s->sentence_kept && s->n_ends == 0 && s->n_clauses == 1)
    s->lead = s->kept->len;
  s->n_kept_sentences += s->sentence_kept;
  s->n_ends++;
  s->sentence_kept = FALSE;
}

static void
end_clause (Settling *s, gboolean ends_sentence)
{
  s->n_clauses++;
  if (s->reasons->len > 0)
    drop_clause (s);
  else
    keep_clause (s);
  g_string_truncate (s->clause, 0);
  g_string_truncate (s->reasons, 0);
  g_ptr_array_set_size (s->in_clause, 0);
  s->n_clause_facts = 0;
  if (ends_sentence)
    end_sentence (s);
}

static void
settle_text (Settling *s, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean stop = g_str_has_prefix (p, STOP);

      g_string_append_len (s->clause, p, g_utf8_next_char (p) - p);
      if (stop || g_str_has_prefix (p, HALT))
        end_clause (s, stop);
    }
}

static void
settle_value (Settling *s, const Piece *piece)
{
  guint start = (guint) s->clause->len;

  g_string_append (s->clause, piece->text);
  g_ptr_array_add (s->in_clause, bound_new (start, (guint) s->clause->len, piece->name));
  s->n_clause_facts += piece->is_fact;
}

static void
settle_gap (Settling *s, const Piece *piece)
{
  g_string_append (s->clause, ELLIPSIS);
  if (strstr (s->reasons->str, piece->text) == NULL)
    g_string_append_printf (s->reasons, "%s%s", s->reasons->len > 0 ? HALT : "", piece->text);
}

/* Length of 一、 or （一） at the beginning. */
static gsize
number_mark (const char *text, int *level)
{
  const char *p = text;
  const char *end;

  *level = g_str_has_prefix (text, OPEN) ? 2 : 1;
  end = *level == 2 ? CLOSE : AFTER_HEADING;
  if (*level == 2)
    p += MARK;
  while (*p != '\0' && strstr (NUMERALS, (char[]){ p[0], p[1], p[1] != '\0' ? p[2] : '\0', '\0' }) != NULL)
    p += MARK;
  if (p > text + (*level == 2 ? MARK : 0) && g_str_has_prefix (p, end))
    return (gsize) (p - text) + MARK;
  *level = 0;
  return 0;
}

static void
settle_pieces (Settling *s, const GPtrArray *pieces, int *level)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = g_ptr_array_index (pieces, i);

      if (piece->kind == PIECE_TEXT)
        settle_text (s, piece->text + (i == 0 ? number_mark (piece->text, level) : 0));
      else if (piece->kind == PIECE_VALUE)
        settle_value (s, piece);
      else
        settle_gap (s, piece);
    }
  if (s->clause->len > 0)
    end_clause (s, TRUE);
  else if (s->sentence_kept)
    end_sentence (s);
}

/* Of an item （一） more must remain than its run-in heading. */
static gboolean
is_worth_printing (const Settling *s, int level, guint n_omissions)
{
  if (s->kept->len == 0)
    return FALSE;
  return level != 2 || (s->n_dropped == 0 && n_omissions == 0) || s->n_kept_sentences > 1 || s->n_facts > 0;
}

JlParagraph *
jl_sentences_settle (const JlSentences *self, GPtrArray *drops)
{
  g_autoptr (GString) kept = g_string_new (NULL), clause = g_string_new (NULL), reasons = g_string_new (NULL);
  g_autoptr (GPtrArray) bounds = g_ptr_array_new_with_free_func ((GDestroyNotify) bound_free);
  g_autoptr (GPtrArray) in_clause = g_ptr_array_new_with_free_func ((GDestroyNotify) bound_free);
  Settling     s = { .kept = kept, .clause = clause, .bounds = bounds, .in_clause = in_clause, .reasons = reasons, .drops = drops };
  JlParagraph *paragraph;
  int          level = 0;

  settle_pieces (&s, self->pieces, &level);
  if (!is_worth_printing (&s, level, self->n_omissions))
    return NULL;
  paragraph = g_new (JlParagraph, 1);
  paragraph->text = g_strdup (kept->str);
  paragraph->level = level;
  paragraph->lead = level == 2 && s.lead < kept->len ? s.lead : 0;
  paragraph->bounds = g_steal_pointer (&bounds);
  return paragraph;
}
