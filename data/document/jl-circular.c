/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A circular is drafted (template + values), numbered, put into blocks and laid out; after that nothing of it changes. What the
 * text pane shows and what the page shows come from the same paragraphs. */

#include "jl-circular.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "jl-draft.h"
#include "jl-error.h"
#include "jl-paper.h"
#include "jl-shown.h"

static const struct
{
  const char *code;
  const char *file;
} kinds[] = {
  [JL_CIRCULAR_CRITICISE] = { "criticise", "criticise.txt" },
  [JL_CIRCULAR_SITUATION] = { "situation", "situation.txt" },
};

/* What a practice circular must not name. */
static const char *const real_organs[] = { "issuer.name", "checker", "decision.by", "print.organ" };

struct _JlCircular
{
  JlDraft    *draft;
  JlDocument *document;
  JlPaper    *paper;
  GPtrArray  *shown; /* JlShown */
  char       *title;
  char       *file_name;
};

gboolean
jl_circular_kind_from_code (const char *code, JlCircularKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].code, code) == 0)
      {
        *kind = (JlCircularKind) i;
        return TRUE;
      }
  return FALSE;
}

const char *
jl_circular_kind_code (JlCircularKind kind)
{
  return kinds[kind].code;
}

void
jl_circular_free (JlCircular *self)
{
  g_clear_pointer (&self->paper, jl_paper_free);
  g_clear_pointer (&self->document, jl_document_free);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->draft, jl_draft_free);
  g_free (self->title);
  g_free (self->file_name);
  g_free (self);
}

/* ---- values */

static void
add_years (JlValues *values, int year)
{
  g_autofree char *this_year = g_strdup_printf ("%d", year), *next_year = g_strdup_printf ("%d", year + 1);

  jl_values_add (values, NULL, 0, "year", &(JlValue){ .number = this_year });
  jl_values_add (values, NULL, 0, "next_year", &(JlValue){ .number = next_year });
}

static void
add_practice_names (JlValues *values, int year)
{
  g_autofree char *next_year = g_strdup_printf ("%d", year + 1);
  g_autofree char *number = jl_phrase_fill ("practice", "number", "year", next_year, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (real_organs); i++)
    jl_values_add_words (values, real_organs[i], jl_phrase ("practice", "organ"));
  jl_values_add_words (values, "issue.number", number);
}

/* ---- drafting */

static JlTemplate *
read_template (const char *file, const char *variable, const char *list, GError **error)
{
  g_autofree char *text = jl_template_text (file);

  return jl_template_parse (file, text, variable, list, error);
}

static JlDraft *
make_draft (JlCircularKind kind, const JlValues *values, GError **error)
{
  g_autoptr (JlTemplate) body = read_template (kinds[kind].file, NULL, NULL, error);
  g_autoptr (JlTemplate) reasons = body != NULL ? read_template ("reasons.txt", "u", "criticised", error) : NULL;
  JlDraft *draft = reasons != NULL ? jl_draft_new (body, reasons, values, error) : NULL;

  if (draft != NULL)
    jl_draft_number (draft);
  return draft;
}

static const char *
text_of (const JlCircular *self, const char *role)
{
  const JlParagraph *paragraph = jl_draft_find (self->draft, role);

  return paragraph != NULL ? paragraph->text : NULL;
}

/* ---- blocks */

static JlAnnexTable *
copy_table (const JlAnnexTable *table)
{
  JlAnnexTable *copy = jl_annex_table_new ((const char *const *) table->columns, table->widths, table->aligns, table->n_columns);

  for (guint i = 0; i < table->rows->len; i++)
    jl_annex_table_add_row (copy, g_ptr_array_index (table->rows, i));
  for (guint i = 0; i < table->notes->len; i++)
    jl_annex_table_add_note (copy, g_ptr_array_index (table->notes, i));
  return copy;
}

static const JlAnnexTable *
table_for (const JlDraftPart *part, JlAnnexTable *const *tables, guint n_tables)
{
  guint64 number = g_ascii_strtoull (part->argument, NULL, 10);

  if (number < 1 || number > n_tables || tables[number - 1] == NULL || tables[number - 1]->rows->len == 0)
    return NULL;
  return tables[number - 1];
}

static gboolean
is_annex (const JlDraftPart *part, JlAnnexTable *const *tables, guint n_tables)
{
  return g_strcmp0 (part->role, "annex") == 0 && table_for (part, tables, n_tables) != NULL;
}

/* An annex without a table is listed as left out. */
static guint
count_annexes (JlCircular *self, JlAnnexTable *const *tables, guint n_tables)
{
  guint n = 0;

  for (guint i = 0; i < self->draft->parts->len; i++)
    {
      const JlDraftPart *part = g_ptr_array_index (self->draft->parts, i);

      if (is_annex (part, tables, n_tables))
        n++;
      else if (g_strcmp0 (part->role, "annex") == 0)
        g_ptr_array_add (self->draft->drops, g_strdup_printf (_ ("“%s”: %s"), part->paragraph->text, _ ("the annex is empty")));
    }
  return n;
}

static void
add_annexes (JlCircular *self, JlAnnexTable *const *tables, guint n_tables, guint n)
{
  guint number = 0;

  for (guint i = 0; i < self->draft->parts->len; i++)
    {
      const JlDraftPart *part = g_ptr_array_index (self->draft->parts, i);
      g_autofree char   *label = NULL;

      if (!is_annex (part, tables, n_tables))
        continue;
      label = n > 1 ? g_strdup_printf ("%s%u", jl_phrase ("annex", "label"), ++number) : g_strdup (jl_phrase ("annex", "label"));
      jl_document_add_annex (self->document, label, part->paragraph->text, copy_table (table_for (part, tables, n_tables)));
    }
}

static void
add_head (JlCircular *self)
{
  const char *draft = text_of (self, "draft"), *head = text_of (self, "head"), *number = text_of (self, "number");

  if (draft != NULL)
    jl_document_add (self->document, JL_BLOCK_DRAFT, draft);
  if (head == NULL)
    return;
  jl_document_add (self->document, JL_BLOCK_HEAD, head);
  jl_document_add (self->document, JL_BLOCK_NUMBER, number != NULL ? number : "");
}

static void
add_text (JlCircular *self)
{
  jl_document_add (self->document, JL_BLOCK_TITLE, text_of (self, "title"));
  jl_document_add (self->document, JL_BLOCK_RECIPIENTS, text_of (self, "recipients"));
  for (guint i = 0; i < self->draft->parts->len; i++)
    {
      const JlDraftPart *part = g_ptr_array_index (self->draft->parts, i);

      if (part->role != NULL)
        continue;
      if (part->paragraph->level == 1)
        jl_document_add_heading (self->document, part->paragraph->text);
      else if (part->paragraph->level == 2)
        jl_document_add_item (self->document, part->paragraph->text, part->paragraph->lead);
      else
        jl_document_add (self->document, JL_BLOCK_TEXT, part->paragraph->text);
    }
}

static void
add_foot (JlCircular *self, JlAnnexTable *const *tables, guint n_tables)
{
  const char *signature = text_of (self, "signature"), *office = text_of (self, "office");
  guint       n = count_annexes (self, tables, n_tables);

  if (n > 0)
    jl_document_add (self->document, JL_BLOCK_ANNEXES, text_of (self, "annexes"));
  if (signature != NULL)
    jl_document_add_signature (self->document, signature, text_of (self, "date"));
  add_annexes (self, tables, n_tables, n);
  if (office != NULL)
    jl_document_add_imprint (self->document, text_of (self, "copies"), office, text_of (self, "printed"));
}

static const char *
day_of (const JlValues *values)
{
  const JlValue *issued = jl_values_get (values, NULL, 0, "issue.date");
  const JlValue *frozen = jl_values_get (values, NULL, 0, "frozen.date");

  if (issued != NULL && issued->day != NULL)
    return issued->day;
  return frozen != NULL ? frozen->day : NULL;
}

/* ---- the whole */

static void
lay_out (JlCircular *self, const JlValues *values, JlAnnexTable *const *tables, guint n_tables, gboolean practice)
{
  self->document = jl_document_new ();
  jl_document_set_day (self->document, day_of (values));
  if (practice)
    jl_document_set_watermark (self->document, jl_phrase ("practice", "watermark"));
  add_head (self);
  add_text (self);
  add_foot (self, tables, n_tables);
  self->paper = jl_paper_new (self->document);
  self->title = jl_document_plain_title (self->document);
  self->file_name = g_strdup_printf ("%s%s.pdf", text_of (self, "file"), practice ? jl_phrase ("practice", "file") : "");
}

JlCircular *
jl_circular_new_from_values (JlCircularKind kind, int year, JlValues *values, JlAnnexTable *const *tables, guint n_tables, gboolean practice, GError **error)
{
  JlDraft    *draft;
  JlCircular *self;

  add_years (values, year);
  if (practice)
    add_practice_names (values, year);
  draft = make_draft (kind, values, error);
  if (draft == NULL)
    return NULL;
  self = g_new0 (JlCircular, 1);
  self->draft = draft;
  lay_out (self, values, tables, n_tables, practice);
  self->shown = jl_shown_paragraphs (draft);
  g_ptr_array_add (draft->drops, NULL);
  return self;
}

const char *
jl_circular_get_title (const JlCircular *self)
{
  return self->title;
}

guint
jl_circular_n_pages (const JlCircular *self)
{
  return jl_paper_n_pages (self->paper);
}

void
jl_circular_page_size (const JlCircular *self, guint page, double *width, double *height)
{
  jl_sheet_get_size (jl_paper_get_sheet (self->paper, page), width, height);
}

void
jl_circular_paint_page (const JlCircular *self, guint page, cairo_t *cr)
{
  jl_paper_paint_page (self->paper, page, cr);
}

gboolean
jl_circular_write_pdf (const JlCircular *self, const char *path, GError **error)
{
  return jl_paper_write_pdf (self->paper, path, error);
}

char *
jl_circular_file_name (const JlCircular *self)
{
  return g_strdup (self->file_name);
}

const char *const *
jl_circular_get_drops (const JlCircular *self)
{
  return (const char *const *) self->draft->drops->pdata;
}

guint
jl_circular_n_paragraphs (const JlCircular *self)
{
  return self->shown->len;
}

const char *
jl_circular_get_paragraph (const JlCircular *self, guint i, const char **heading, guint *n_bound)
{
  const JlShown *shown = g_ptr_array_index (self->shown, i);

  if (heading != NULL)
    *heading = shown->heading;
  if (n_bound != NULL)
    *n_bound = shown->paragraph->bounds->len;
  return shown->paragraph->text;
}

gboolean
jl_circular_get_bound (const JlCircular *self, guint paragraph, guint i, guint *start, guint *end, const char **name)
{
  const JlShown *shown = g_ptr_array_index (self->shown, paragraph);
  const JlBound *bound;

  if (i >= shown->paragraph->bounds->len)
    return FALSE;
  bound = g_ptr_array_index (shown->paragraph->bounds, i);
  *start = bound->start;
  *end = bound->end;
  *name = bound->name;
  return TRUE;
}
