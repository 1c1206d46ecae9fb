/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Everything is text of the answer; the only rounding is of printed points, to six decimals. */

#include "jl-score-items.h"

#include "jl-pair-list.h"
#include "jl-quantity.h"
#include "jl-score-row.h"
#include "jl-state-mark.h"

#include <glib/gi18n.h>

GtkWidget *
jl_score_label_new (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

void
jl_score_items_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* A line with words at the left and a short note at the right that never wraps. */
static GtkWidget *
make_title (GtkWidget *words, const char *note)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (note);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (words, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "jl-note");
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), label);
  return line;
}

/* The place of "六、计量收费" among the blocks of the matrix, which go without their ordinals, or
 * −1. */
static int
find_block (char **blocks, const char *block)
{
  for (int i = 0; blocks[i]; i++)
    {
      if (g_str_has_suffix (block, blocks[i]))
        return i;
    }
  return -1;
}

static char *
block_note (JlResult *units, guint row, const char *block)
{
  g_auto (GStrv) blocks = jl_result_array (units, row, "blocks");
  g_auto (GStrv) points = jl_result_array (units, row, "block_points");
  g_auto (GStrv) full = jl_result_array (units, row, "block_full");
  int              i = find_block (blocks, block);
  g_autofree char *got = i >= 0 ? jl_score_text (points[i]) : NULL;

  if (i < 0 || *full[i] == '\0')
    return g_strdup ("");
  /* Translators: points of a block, the most it may bring */
  return g_strdup_printf (_ ("%s / %s points"), got, full[i]);
}

static GtkWidget *
make_block_head (JlResult *units, guint row, const char *block)
{
  g_autofree char *note = block_note (units, row, block);
  GtkWidget       *line = make_title (jl_score_label_new (block, 0, "caption-heading"), note);

  gtk_widget_add_css_class (line, "jl-score-block");
  return line;
}

static gboolean
is_area (const char *indicator)
{
  return g_strcmp0 (indicator, "price_policy") != 0 && g_strcmp0 (indicator, "retrofit_sync") != 0;
}

/* The two areas behind a share. */
static char *
source_text (JlResult *items, guint i)
{
  g_autofree char *numerator = NULL;
  g_autofree char *denominator = NULL;

  if (jl_result_is_null (items, i, "numerator") || jl_result_is_null (items, i, "denominator") ||
      !is_area (jl_result_text (items, i, "indicator")))
    return NULL;
  numerator = jl_format_area_wan (jl_result_int (items, i, "numerator", 0), JL_NUMBER_SCREEN);
  denominator = jl_format_area_wan (jl_result_int (items, i, "denominator", 0), JL_NUMBER_SCREEN);
  /* Translators: numerator and denominator of a share, both in the unit that follows */
  return g_strdup_printf (_ ("%s ÷ %s 10,000 m²"), numerator, denominator);
}

/* A mark where there is no value, so that a zero of neglect is told from a zero of figures. */
static GtkWidget *
make_formula (JlResult *items, guint i)
{
  const char *formula = jl_result_text (items, i, "formula");
  const char *state = jl_result_text (items, i, "state");
  GtkWidget  *mark;

  if (g_strcmp0 (state, "value") == 0)
    return NULL;
  mark = jl_state_mark_new ();
  jl_state_mark_set (JL_STATE_MARK (mark), jl_progress_from_code (state), formula);
  gtk_widget_add_css_class (mark, "jl-dense");
  return mark;
}

static GtkWidget *
make_pairs (JlResult *items, guint i)
{
  GtkWidget       *pairs = jl_pair_list_new ();
  JlPairList      *list = JL_PAIR_LIST (pairs);
  const char      *points = jl_result_text (items, i, "points");
  g_autofree char *confirmed =
      points ? jl_format_decimal (points, 6, JL_NUMBER_SCREEN) : g_strdup ("—");
  g_autofree char *source = source_text (items, i);
  GtkWidget       *formula = make_formula (items, i);

  if (formula)
    jl_pair_list_add_widget (list, _ ("Formula"), formula);
  else
    jl_pair_list_add (list, _ ("Formula"), jl_result_text (items, i, "formula"));
  jl_pair_list_add_strong (list, _ ("Confirmed score"), confirmed);
  if (source)
    jl_pair_list_add (list, _ ("Source"), source);
  return pairs;
}

static GtkWidget *
make_words (JlResult *items, guint i)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *code = gtk_label_new (jl_result_text (items, i, "item"));
  GtkWidget *title = jl_score_label_new (jl_result_text (items, i, "title"), 0, "jl-dense");

  gtk_widget_add_css_class (code, "jl-strong");
  gtk_widget_add_css_class (code, "jl-dense");
  gtk_widget_set_valign (code, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (title, GTK_ALIGN_BASELINE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (words), code);
  gtk_box_append (GTK_BOX (words), title);
  return words;
}

static GtkWidget *
make_item (JlResult *items, guint i)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *full =
      g_strdup_printf (_ ("%s points"), jl_result_text (items, i, "full_points"));
  GtkWidget *clause = jl_score_label_new (jl_result_text (items, i, "clause"), 0, "caption");

  gtk_widget_add_css_class (clause, "jl-note");
  gtk_widget_set_tooltip_text (clause, _ ("Clause"));
  gtk_box_append (GTK_BOX (box), make_title (make_words (items, i), full));
  gtk_box_append (GTK_BOX (box), make_pairs (items, i));
  gtk_box_append (GTK_BOX (box), clause);
  gtk_widget_add_css_class (box, "jl-score-item");
  return box;
}

void
jl_score_items_fill (GtkBox *box, JlResult *items, JlResult *units, guint row)
{
  const char *block = NULL;

  jl_score_items_clear (box);
  for (guint i = 0; i < jl_result_n_rows (items); i++)
    {
      const char *own = jl_result_text (items, i, "block");

      if (g_strcmp0 (own, block) != 0)
        gtk_box_append (box, make_block_head (units, row, own));
      block = own;
      gtk_box_append (box, make_item (items, i));
    }
}
