/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The row of a clause's figure. */

#include "jl-clause-row.h"

#include <glib/gi18n-lib.h>

#include "jl-quantity.h"
#include "jl-state-mark.h"
#include "jl-words.h"

#define PART_COLON "："
#define PART_INDENT "　"

static gboolean
is_value (JlResult *figures, guint row)
{
  return jl_state_from_code (jl_result_text (figures, row, "state")) == JL_STATE_VALUE;
}

/* With commas, but for a year, and as many places as it came with; what is no bare number stays as it is, but that the minus of figures
 * is U+2212. */
static char *
screen_text (JlResult *figures, guint row, const char *value)
{
  const char *point = strchr (value, '.');
  gboolean    is_year = g_strcmp0 (jl_result_text (figures, row, "measure"), "year") == 0;
  char       *text = is_year ? NULL : jl_format_decimal (value, point ? (int) strlen (point + 1) : 0, JL_NUMBER_SCREEN);

  if (text)
    return text;
  return g_strconcat (*value == '-' ? "−" : "", *value == '-' ? value + 1 : value, NULL);
}

char *
jl_clause_value_text (JlResult *figures, guint row)
{
  const char      *value = jl_result_text (figures, row, "value_text");
  const char      *unit = jl_result_text (figures, row, "value_unit");
  g_autofree char *text = NULL;

  if (!is_value (figures, row) || value == NULL)
    return g_strdup (jl_state_word (jl_state_from_code (jl_result_text (figures, row, "state"))));
  text = screen_text (figures, row, value);
  return g_strconcat (text, *unit && !g_str_equal (unit, "%") ? " " : "", unit, NULL);
}

gboolean
jl_clause_is_unmet (JlResult *figures, guint row)
{
  const char *progress = jl_result_text (figures, row, "progress");

  return is_value (figures, row) && progress && !g_str_equal (progress, "met") && !g_str_equal (progress, "on_pace") &&
         !g_str_equal (progress, "not_due");
}

/* The mean of the unit's group, of shares only. */
static char *
group_text (JlResult *figures, guint row)
{
  gint64           den = jl_result_int (figures, row, "group_den", 0);
  g_autofree char *share = NULL;

  if (den <= 0 || g_strcmp0 (jl_result_text (figures, row, "measure"), "share") != 0)
    return g_strdup ("");
  share = jl_format_share (jl_result_int (figures, row, "group_num", 0), den, -1);
  return g_strconcat (share, "%", NULL);
}

static GtkWidget *
make_label (const char *text, double xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, "jl-dense");
  gtk_widget_add_css_class (label, "jl-value");
  return label;
}

/* NULL: the progress has a word of its own. */
static const char *
word_of_limit (const char *progress)
{
  return g_strcmp0 (progress, "met") == 0 ? C_ ("share", "Met") : NULL;
}

static const char *
progress_word (JlResult *figures, guint row)
{
  const char *progress = jl_result_text (figures, row, "progress");
  const char *word = word_of_limit (progress);

  if (word || progress == NULL)
    return word ? word : "";
  return jl_progress_word (jl_progress_from_code (progress));
}

/* A figure without a verdict has no mark, one without a value that of its state. */
static GtkWidget *
make_mark (JlResult *figures, guint row)
{
  const char *progress = jl_result_text (figures, row, "progress");
  GtkWidget  *mark;

  if (progress == NULL && is_value (figures, row))
    return make_label ("", 0);
  mark = jl_state_mark_new ();
  jl_state_mark_set (JL_STATE_MARK (mark), jl_progress_from_code (progress ? progress : jl_result_text (figures, row, "state")),
                     word_of_limit (progress));
  gtk_widget_set_halign (mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (mark, "jl-dense");
  return mark;
}

/* "未办结投诉：室温" is a part of "未办结投诉" some rows above: what comes after the colon. NULL: a figure of its own. */
static const char *
part_text (JlResult *figures, guint row, guint *whole)
{
  const char *label = jl_result_text (figures, row, "label");
  const char *colon = strstr (label, PART_COLON);

  for (guint i = row; colon && i-- > 0;)
    {
      const char *above = jl_result_text (figures, i, "label");
      gsize       length = (gsize) (colon - label);

      if (strncmp (above, label, length) != 0)
        return NULL;
      *whole = i;
      if (above[length] == '\0')
        return colon + strlen (PART_COLON);
    }
  return NULL;
}

static GtkWidget *
make_name (JlResult *figures, guint row)
{
  guint            whole;
  const char      *part = part_text (figures, row, &whole);
  g_autofree char *indented = part ? g_strconcat (PART_INDENT, part, NULL) : NULL;
  GtkWidget       *name = make_label (indented ? indented : jl_result_text (figures, row, "label"), 0);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  return name;
}

/* A part that counts what the whole counts. */
static gboolean
repeats_basis (JlResult *figures, guint row)
{
  guint whole;

  return part_text (figures, row, &whole) != NULL &&
         g_strcmp0 (jl_result_text (figures, row, "basis"), jl_result_text (figures, whole, "basis")) == 0;
}

/* What the figure counts, as far as there is room. */
static GtkWidget *
make_basis (JlResult *figures, guint row)
{
  const char *text = jl_result_text (figures, row, "basis");
  GtkWidget  *basis = make_label (repeats_basis (figures, row) ? "" : text, 0);

  gtk_label_set_ellipsize (GTK_LABEL (basis), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (basis), 1);
  gtk_widget_set_hexpand (basis, TRUE);
  gtk_widget_set_tooltip_text (basis, text);
  gtk_widget_add_css_class (basis, "jl-note");
  return basis;
}

static char *
spoken_text (JlResult *figures, guint row, const char *value)
{
  return g_strdup_printf (C_ ("list", "%s, %s, %s"), jl_result_text (figures, row, "label"), value, progress_word (figures, row));
}

GtkWidget *
jl_clause_row_new (JlResult *figures, guint row, GtkSizeGroup *const sizes[4])
{
  GtkWidget       *self = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *name = make_name (figures, row);
  GtkWidget       *mark = make_mark (figures, row);
  g_autofree char *value = jl_clause_value_text (figures, row);
  g_autofree char *group = group_text (figures, row);
  g_autofree char *spoken = spoken_text (figures, row, value);
  GtkWidget       *value_label = make_label (value, 1);
  GtkWidget       *group_label = make_label (group, 1);

  if (is_value (figures, row))
    gtk_widget_add_css_class (value_label, "jl-strong");
  gtk_widget_add_css_class (group_label, "jl-note");
  gtk_size_group_add_widget (sizes[0], name);
  gtk_size_group_add_widget (sizes[1], value_label);
  gtk_size_group_add_widget (sizes[2], group_label);
  gtk_size_group_add_widget (sizes[3], mark);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), value_label);
  gtk_box_append (GTK_BOX (box), group_label);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), make_basis (figures, row));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (self), "index", GUINT_TO_POINTER (row));
  return self;
}

guint
jl_clause_row_get_index (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index"));
}

char *
jl_clause_row_text (JlResult *figures, guint row)
{
  g_autofree char *value = jl_clause_value_text (figures, row);
  g_autofree char *group = group_text (figures, row);

  return g_strjoin ("\t", jl_result_text (figures, row, "clause"), jl_result_text (figures, row, "label"), value, group,
                    progress_word (figures, row), NULL);
}
