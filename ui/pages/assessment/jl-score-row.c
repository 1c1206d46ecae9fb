/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Rows are made anew with every answer: there are at most some fifty. */

#include "jl-score-row.h"

#include "jl-balanced-label.h"
#include "jl-points-bar.h"
#include "jl-quantity.h"

#include <glib/gi18n.h>

/* Columns of the grid that each kind of cell takes. */
#define NAME_SPAN 10
#define BLOCK_SPAN 7
#define SCORE_SPAN 7
#define GRADE_SPAN 6
#define RANK_SPAN 9
#define VETO_SPAN 7

#define UNIT_KEY "jl-unit"

static GtkWidget *
make_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_widget_set_valign (grid, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (grid, "jl-score-line");
  return grid;
}

static GtkWidget *
make_label (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), xalign > 0.5 ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A number stays in one piece. */
static GtkWidget *
make_number (const char *text)
{
  GtkWidget *label = make_label (text, 1, "jl-value");

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  return label;
}

/* Puts a cell after those that are there; returns the next free column. */
static int
put (GtkWidget *grid, int column, int span, GtkWidget *cell)
{
  gtk_widget_add_css_class (cell, "jl-score-cell");
  gtk_grid_attach (GTK_GRID (grid), cell, column, 0, span, 1);
  return column + span;
}

/* ---- head */

static GtkWidget *
make_block_head (const char *name, const char *points)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *note = *points ? g_strdup_printf (_ ("%s points"), points) : g_strdup ("");
  GtkWidget       *label = make_label (note, 1, "caption");

  gtk_widget_add_css_class (label, "jl-note");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), jl_balanced_label_new (name, "caption-heading"));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

GtkWidget *
jl_score_head_new (char **blocks, char **points)
{
  GtkWidget *grid = make_grid ();
  GtkWidget *unit = make_label (_ ("Assessed unit"), 0, "caption-heading");
  GtkWidget *rank = make_label (_ ("Rank"), 1, "caption-heading");
  int        column = put (grid, 0, NAME_SPAN, unit);

  for (guint i = 0; blocks[i]; i++)
    column = put (grid, column, BLOCK_SPAN, make_block_head (blocks[i], points[i]));
  column = put (grid, column, SCORE_SPAN, make_label (_ ("Score"), 1, "caption-heading"));
  column =
      put (grid, column, GRADE_SPAN, make_label (C_ ("column", "Grade"), 0.5, "caption-heading"));
  gtk_widget_set_tooltip_text (rank, _ ("Ranks are made on unrounded scores."));
  column = put (grid, column, RANK_SPAN, rank);
  put (grid, column, VETO_SPAN, make_label (C_ ("column", "Vetoes"), 0, "caption-heading"));
  return grid;
}

/* ---- words */

char *
jl_score_text (const char *decimal)
{
  return decimal && *decimal ? jl_format_decimal (decimal, 2, JL_NUMBER_SCREEN) : g_strdup ("—");
}

static gboolean
has_group (JlResult *units, guint row, const char *grp)
{
  return g_strcmp0 (jl_result_text (units, row, "grp"), grp) == 0;
}

/* Outside the ranking by what they are, not by what they have done. */
static gboolean
is_apart (JlResult *units, guint row)
{
  return has_group (units, row, "committee") || has_group (units, row, "prefecture_sum");
}

char *
jl_score_rank_text (JlResult *units, guint row)
{
  int rank = (int) jl_result_int (units, row, "rank", 0);

  if (rank > 0)
    return g_strdup_printf (
        jl_result_bool (units, row, "tied") ? _ ("tied rank %d") : _ ("rank %d"), rank);
  if (has_group (units, row, "committee"))
    return g_strdup (_ ("Listed separately"));
  return g_strdup (has_group (units, row, "prefecture_sum") ? _ ("Prefecture total")
                                                            : _ ("Not ranked"));
}

static char *
spoken_row (JlResult *units, guint row)
{
  g_autofree char *score = jl_score_text (jl_result_text (units, row, "score"));
  g_autofree char *rank = jl_score_rank_text (units, row);
  g_auto (GStrv) vetoes = jl_result_array (units, row, "vetoes");
  g_autofree char *codes = g_strjoinv ("、", vetoes);
  const char      *grade = jl_result_text (units, row, "grade");
  const char      *name = jl_result_text (units, row, "name");

  /* Translators: a line of the assessment read aloud: unit, score, grade, rank */
  g_autofree char *line =
      g_strdup_printf (_ ("%s, score %s, %s, %s"), name, score, grade ? grade : "—", rank);

  /* Translators: the line before, and its vetoes */
  return *codes ? g_strdup_printf (_ ("%s, vetoes %s"), line, codes) : g_steal_pointer (&line);
}

/* ---- cells */

/* Who stands apart may be scored by another table than the head's: then the full points stand beside. */
static char *
block_text (const char *points, const char *full, gboolean bare)
{
  g_autofree char *text = jl_score_text (points);

  return bare && *points && *full ? g_strdup_printf ("%s/%s", text, full) : g_steal_pointer (&text);
}

static GtkWidget *
make_block (const char *points, const char *full, gboolean bare)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *text = block_text (points, full, bare);
  double           most = *full ? g_ascii_strtod (full, NULL) : 0;

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), make_number (text));
  if (*points && most > 0 && !bare)
    gtk_box_append (GTK_BOX (box), jl_points_bar_new (g_ascii_strtod (points, NULL) / most));
  return box;
}

static int
put_blocks (GtkWidget *grid, int column, JlResult *units, guint row)
{
  g_auto (GStrv) points = jl_result_array (units, row, "block_points");
  g_auto (GStrv) full = jl_result_array (units, row, "block_full");
  int        n = (int) MIN (g_strv_length (points), g_strv_length (full));
  gboolean   bare = is_apart (units, row);
  GtkWidget *note;

  if (!has_group (units, row, "prefecture_sum"))
    {
      for (int i = 0; i < n; i++)
        column = put (grid, column, BLOCK_SPAN, make_block (points[i], full[i], bare));
      return column;
    }
  note = make_label (
      _ ("Prefecture total, not scored; its cities and counties are listed at the county level."),
      0, "caption");
  gtk_widget_add_css_class (note, "jl-note");
  return put (grid, column, BLOCK_SPAN * MAX (n, 1), note);
}

static GtkWidget *
make_rank (JlResult *units, guint row)
{
  g_autofree char *text = jl_score_rank_text (units, row);
  GtkWidget       *label = make_label (text, 1, "jl-value");

  gtk_widget_set_tooltip_text (label, jl_result_text (units, row, "why_unranked"));
  return label;
}

static GtkWidget *
make_vetoes (JlResult *units, guint row)
{
  g_auto (GStrv) vetoes = jl_result_array (units, row, "vetoes");
  g_autofree char *text = g_strjoinv ("、", vetoes);

  return make_label (text, 0, NULL);
}

static GtkWidget *
make_score (JlResult *units, guint row)
{
  g_autofree char *text = jl_score_text (jl_result_text (units, row, "score"));
  GtkWidget       *label = make_number (text);

  gtk_widget_add_css_class (label, "jl-strong");
  return label;
}

static GtkWidget *
make_line (JlResult *units, guint row)
{
  GtkWidget  *grid = make_grid ();
  const char *grade = jl_result_text (units, row, "grade");
  int         column = put (grid, 0, NAME_SPAN,
                            make_label (jl_result_text (units, row, "name"), 0, "jl-score-name"));

  column = put_blocks (grid, column, units, row);
  column = put (grid, column, SCORE_SPAN, make_score (units, row));
  column = put (grid, column, GRADE_SPAN, make_label (grade ? grade : "—", 0.5, NULL));
  column = put (grid, column, RANK_SPAN, make_rank (units, row));
  put (grid, column, VETO_SPAN, make_vetoes (units, row));
  return grid;
}

GtkWidget *
jl_score_row_new (JlResult *units, guint row)
{
  GtkWidget       *self = gtk_list_box_row_new ();
  g_autofree char *spoken = spoken_row (units, row);
  int              unit_id = (int) jl_result_int (units, row, "unit_id", 0);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), make_line (units, row));
  g_object_set_data (G_OBJECT (self), UNIT_KEY, GINT_TO_POINTER (unit_id));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return self;
}

int
jl_score_row_get_unit (GtkListBoxRow *row)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), UNIT_KEY));
}
