/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A paragraph's name is its run-in heading, else the heading it stands under. */

#include "jl-shown.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CLOSE_BRACKET 0xff09
#define ENUMERATION 0x3001
#define FULL_STOP 0x3002

static void
shown_free (JlShown *shown)
{
  g_free (shown->heading);
  g_free (shown);
}

/* The pane shows the title in one line; the marks of its breaks go, the bounds move. */
static void
unmark (JlParagraph *paragraph)
{
  for (char *mark = strchr (paragraph->text, '|'); mark != NULL; mark = strchr (mark, '|'))
    {
      guint at = (guint) (mark - paragraph->text);

      memmove (mark, mark + 1, strlen (mark));
      for (guint i = 0; i < paragraph->bounds->len; i++)
        {
          JlBound *bound = g_ptr_array_index (paragraph->bounds, i);

          bound->start -= bound->start > at;
          bound->end -= bound->end > at;
        }
    }
}

static void
show (GPtrArray *all, const JlParagraph *paragraph, char *heading)
{
  JlShown *shown = g_new (JlShown, 1);

  *shown = (JlShown){ paragraph, heading };
  g_ptr_array_add (all, shown);
}

/* "一、总体情况" → "总体情况"; "（一）抓紧整改。" → "抓紧整改". */
static char *
bare_heading (const char *text, gsize length)
{
  const char *mark = g_utf8_strchr (text, (gssize) length, CLOSE_BRACKET), *start;

  if (mark == NULL)
    mark = g_utf8_strchr (text, (gssize) length, ENUMERATION);
  start = mark != NULL ? g_utf8_next_char (mark) : text;
  length -= (gsize) (start - text);
  if (length > 3 && g_utf8_get_char (g_utf8_prev_char (start + length)) == FULL_STOP)
    length -= 3;
  return g_strndup (start, length);
}

static void
show_text (GPtrArray *all, const JlDraft *draft)
{
  g_autofree char *section = g_strdup (C_ ("paragraph", "Opening"));

  for (guint i = 0; i < draft->parts->len; i++)
    {
      const JlDraftPart *part = g_ptr_array_index (draft->parts, i);
      const JlParagraph *paragraph = part->paragraph;

      if (part->role != NULL)
        continue;
      if (paragraph->level == 1)
        {
          g_free (section);
          section = bare_heading (paragraph->text, strlen (paragraph->text));
        }
      show (all, paragraph, paragraph->lead > 0 ? bare_heading (paragraph->text, paragraph->lead) : g_strdup (section));
    }
}

GPtrArray *
jl_shown_paragraphs (const JlDraft *draft)
{
  GPtrArray   *all = g_ptr_array_new_with_free_func ((GDestroyNotify) shown_free);
  JlParagraph *title = (JlParagraph *) jl_draft_find (draft, "title");

  unmark (title);
  show (all, title, g_strdup (_ ("Title")));
  show (all, jl_draft_find (draft, "recipients"), g_strdup (_ ("Recipients")));
  show_text (all, draft);
  return all;
}
