/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 变更记录 of a building. */

#include "jl-building-history.h"

#include <glib/gi18n-lib.h>

#include "jl-building-fields.h"
#include "jl-season.h"

static GtkWidget *
make_label (const char *text, const char *css_class, double xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
value_text (const JlColumn *field, const char *raw)
{
  if (field)
    return jl_column_text (field, raw);
  return g_strdup (raw ? raw : JL_TABLE_MISSING);
}

static GtkWidget *
make_change (JlResult *history, guint row, const JlColumn *field)
{
  g_autofree char *before = value_text (field, jl_result_text (history, row, "old_value"));
  g_autofree char *after = value_text (field, jl_result_text (history, row, "new_value"));
  g_autofree char *text = g_strdup_printf ("%s → %s", before, after);
  GtkWidget       *label = make_label (text, "jl-dense", 1);

  gtk_widget_add_css_class (label, "jl-value");
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

/* When (to the minute) and who; of a season's values also which season. */
static char *
note_text (JlResult *history, guint row)
{
  const char      *at = jl_result_text (history, row, "at");
  const char      *actor = jl_result_text (history, row, "actor_name");
  int              year = (int) jl_result_int (history, row, "year", 0);
  g_autofree char *minute = g_strndup (at ? at : "", strlen ("2013-05-06 09:41"));
  g_autofree char *season = year > 0 ? jl_season_name (year) : NULL;

  return g_strdup_printf ("%s　%s%s%s", minute, actor ? actor : "", season ? "　" : "", season ? season : "");
}

static GtkWidget *
make_line (JlResult *history, guint row)
{
  const char      *name = jl_result_text (history, row, "field");
  const JlColumn  *field = name ? jl_building_field_find (name) : NULL;
  g_autofree char *note = note_text (history, row);
  g_autofree char *title = field ? jl_building_field_label (field) : g_strdup (name ? name : _ ("Record entered"));
  GtkWidget       *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *foot = make_label (note, "caption", 0);

  gtk_box_append (GTK_BOX (top), make_label (title, "jl-dense", 0));
  if (name)
    gtk_box_append (GTK_BOX (top), make_change (history, row, field));
  gtk_widget_add_css_class (foot, "jl-note");
  gtk_box_append (GTK_BOX (line), top);
  gtk_box_append (GTK_BOX (line), foot);
  return line;
}

void
jl_building_history_fill (GtkBox *box, JlResult *history)
{
  guint      n = jl_result_n_rows (history);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))))
    gtk_box_remove (box, child);
  for (guint i = 0; i < n; i++)
    gtk_box_append (box, make_line (history, i));
  if (n == 0)
    gtk_box_append (box, make_label (_ ("Never changed since it was entered"), "jl-note", 0));
}
