/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 需要关注. Each group shows its gravest rows first and the rest on demand: nobody reads a hundred
 * rows at a glance. */

#include "jl-attention-list.h"

#include <glib/gi18n.h>

#include "jl-finding.h"
#include "jl-quantity.h"
#include "jl-severity.h"

#define FIRST_ROWS 3
/* Findings stand second. */
#define FINDINGS_BEFORE 1

struct _JlAttentionList
{
  AdwBin parent_instance;

  JlResult        *attention; /* (nullable) */
  JlResult        *findings;  /* (nullable) */
  const JlFigures *figures;   /* of the page, until the next fill */
  gboolean         all;
  guint            n_items; /* also those without a row */
  guint            n_first; /* of them the first of each group */
  guint            n_rows;

  GtkButton  *all_button;
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (JlAttentionList, jl_attention_list, ADW_TYPE_BIN)

typedef struct
{
  const char *title;
  const char *kinds[2];
} Group;

/* clang-format off */
static const Group groups[] = {
  { N_("Overdue and backward"), { "overdue", "backward" } },
  { N_("Targets missed"), { "missed", NULL } },
  { N_("Returns"), { "not_reported", NULL } },
};
/* clang-format on */

static gboolean
belongs_to (const Group *group, const char *kind)
{
  return g_strcmp0 (kind, group->kinds[0]) == 0 ||
         (group->kinds[1] && g_strcmp0 (kind, group->kinds[1]) == 0);
}

static JlProgress
mark_of (const char *kind)
{
  if (g_strcmp0 (kind, "overdue") == 0)
    return JL_PROGRESS_OVERDUE;
  if (g_strcmp0 (kind, "backward") == 0)
    return JL_PROGRESS_BACKWARD;
  return g_strcmp0 (kind, "not_reported") == 0 ? JL_PROGRESS_NOT_REPORTED
                                               : JL_PROGRESS_STRIVE_MISSED;
}

/* "Public buildings retrofitted 64.30%" */
static char *
what_text (const JlResult *rows, guint row)
{
  const char      *indicator = jl_result_text (rows, row, "indicator");
  gint64           den = jl_result_int (rows, row, "denominator", 0);
  g_autofree char *share = NULL;

  if (g_strcmp0 (indicator, "price_policy") == 0 &&
      g_strcmp0 (jl_result_text (rows, row, "attention"), "overdue") == 0)
    return g_strdup (_ ("Price policy not issued"));
  if (den <= 0 || jl_result_is_null (rows, row, "numerator") ||
      g_strcmp0 (indicator, "price_policy") == 0)
    return g_strdup (jl_indicator_word (indicator));
  share = jl_format_share (jl_result_int (rows, row, "numerator", 0), den, -1);
  return g_strdup_printf ("%s %s%%", jl_indicator_word (indicator), share);
}

/* By how many days; the word where that is not known. */
static char *
overdue_text (gint64 days)
{
  g_autofree char *count = jl_format_count (days, JL_NUMBER_SCREEN);

  if (days <= 0)
    return g_strdup (jl_progress_word (JL_PROGRESS_OVERDUE));
  return g_strdup_printf (ngettext ("overdue by %s day", "overdue by %s days", (gulong) days),
                          count);
}

static char *
late_text (gint64 days)
{
  g_autofree char *count = jl_format_count (days, JL_NUMBER_SCREEN);

  if (days <= 0)
    return g_strdup (jl_progress_word (JL_PROGRESS_NOT_REPORTED));
  return g_strdup_printf (ngettext ("late by %s day", "late by %s days", (gulong) days), count);
}

static char *
change_text (const JlResult *rows, guint row)
{
  gint64           den = jl_result_int (rows, row, "denominator", 0);
  gint64           previous_den = jl_result_int (rows, row, "previous_den", 0);
  g_autofree char *points = NULL;

  if (den <= 0 || previous_den <= 0)
    return g_strdup (jl_progress_word (JL_PROGRESS_BACKWARD));
  points = jl_format_share_change (jl_result_int (rows, row, "numerator", 0), den,
                                   jl_result_int (rows, row, "previous_num", 0), previous_den);
  return g_strdup_printf (_ ("%s percentage points"), points);
}

/* How bad it is: days, points, or the word. */
static char *
how_text (const JlResult *rows, guint row, const char *kind)
{
  gint64 days = jl_result_int (rows, row, "attention_days", 0);

  if (g_strcmp0 (kind, "overdue") == 0)
    return overdue_text (days);
  if (g_strcmp0 (kind, "not_reported") == 0)
    return late_text (days);
  if (g_strcmp0 (kind, "backward") == 0)
    return change_text (rows, row);
  return g_strdup (jl_progress_word (JL_PROGRESS_STRIVE_MISSED));
}

static GtkWidget *
label_new (const char *text, float xalign, const char *first_class, const char *second_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, xalign < 0.5f);
  if (first_class)
    gtk_widget_add_css_class (label, first_class);
  if (second_class)
    gtk_widget_add_css_class (label, second_class);
  return label;
}

static GtkWidget *
row_content_new (const JlResult *rows, guint row, const JlUnit *unit)
{
  const char      *kind = jl_result_text (rows, row, "attention");
  const char      *clause = jl_result_text (rows, row, "clause");
  g_autofree char *what = what_text (rows, row);
  g_autofree char *how = how_text (rows, row, kind);
  GtkGrid         *grid = GTK_GRID (gtk_grid_new ());
  GtkWidget       *mark = jl_state_mark_new ();

  jl_state_mark_set (JL_STATE_MARK (mark), mark_of (kind), "");
  gtk_grid_set_column_spacing (grid, 6);
  gtk_grid_attach (grid, mark, 0, 0, 1, 1);
  gtk_grid_attach (grid, label_new (unit ? unit->name : "", 0, "jl-strong", NULL), 1, 0, 1, 1);
  gtk_grid_attach (grid, label_new (clause ? clause : "", 1, "caption", "jl-note"), 2, 0, 1, 1);
  gtk_grid_attach (grid, label_new (what, 0, NULL, NULL), 1, 1, 1, 1);
  gtk_grid_attach (grid, label_new (how, 1, "caption", "jl-note"), 2, 1, 1, 1);
  return GTK_WIDGET (grid);
}

static GtkWidget *
row_new (const JlResult *rows, guint row, const JlFigures *figures)
{
  int              unit_id = (int) jl_result_int (rows, row, "unit_id", 0);
  const JlUnit    *unit = jl_figures_find_unit (figures, unit_id);
  GtkWidget       *widget = gtk_list_box_row_new ();
  g_autofree char *what = what_text (rows, row);
  g_autofree char *how = how_text (rows, row, jl_result_text (rows, row, "attention"));
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", unit ? unit->name : "", what, how);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), row_content_new (rows, row, unit));
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_object_set_data (G_OBJECT (widget), "unit", GINT_TO_POINTER (unit_id));
  return widget;
}

static GtkWidget *
head_new (const Group *group, guint n, const char *as_of)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *items = g_strdup_printf (ngettext ("%u item", "%u items", n), n);
  /* Translators: the day to which something is counted, how many there are */
  g_autofree char *count = as_of ? g_strdup_printf (_ ("as of %s, %s"), as_of, items) : g_strdup (items);

  gtk_box_append (GTK_BOX (box), label_new (_ (group->title), 0, "jl-strong", NULL));
  gtk_box_append (GTK_BOX (box), label_new (count, 1, "caption", "jl-note"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "jl-group-head");
  return row;
}

/* Findings: the same row, with the finding behind it. */

static char *
standing_text (const JlResult *rows, guint row)
{
  gint64           days = jl_result_int (rows, row, "days", 0);
  g_autofree char *count = jl_format_count (days, JL_NUMBER_SCREEN);

  return g_strdup_printf (ngettext ("for %s day", "for %s days", (gulong) days), count);
}

static GtkWidget *
finding_content_new (const JlResult *rows, guint row)
{
  g_autofree char *how = standing_text (rows, row);
  GtkGrid         *grid = GTK_GRID (gtk_grid_new ());

  gtk_grid_set_column_spacing (grid, 6);
  gtk_grid_attach (grid, jl_severity_bare_new (jl_result_text (rows, row, "severity")), 0, 0, 1, 1);
  gtk_grid_attach (grid, label_new (jl_result_text (rows, row, "unit_name"), 0, "jl-strong", NULL), 1, 0, 1, 1);
  gtk_grid_attach (grid, label_new (jl_result_text (rows, row, "clause"), 1, "caption", "jl-note"), 2, 0, 1, 1);
  gtk_grid_attach (grid, label_new (jl_result_text (rows, row, "title"), 0, NULL, NULL), 1, 1, 1, 1);
  gtk_grid_attach (grid, label_new (how, 1, "caption", "jl-note"), 2, 1, 1, 1);
  return GTK_WIDGET (grid);
}

static GtkWidget *
finding_new (const JlResult *rows, guint row)
{
  GtkWidget       *widget = gtk_list_box_row_new ();
  g_autofree char *how = standing_text (rows, row);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s, %s", jl_finding_severity_word (jl_result_text (rows, row, "severity")),
                                             jl_result_text (rows, row, "unit_name"), jl_result_text (rows, row, "title"), how);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), finding_content_new (rows, row));
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (widget), "findings", g_strconcat ("id:", jl_result_text (rows, row, "id"), NULL), g_free);
  return widget;
}

static guint
count_group (const JlResult *rows, const Group *group)
{
  guint n = 0;

  for (guint row = 0; row < jl_result_n_rows (rows); row++)
    n += belongs_to (group, jl_result_text (rows, row, "attention"));
  return n;
}

/* The first rows of a group are made at once, the others when they are asked for. */
static gboolean
is_made (JlAttentionList *self, guint place)
{
  return self->all || place < FIRST_ROWS;
}

static void
add_row (JlAttentionList *self, GtkWidget *row)
{
  gtk_list_box_append (self->rows, row);
  self->n_rows++;
}

static void
count_items (JlAttentionList *self, guint n_of_group)
{
  self->n_items += n_of_group;
  self->n_first += MIN (n_of_group, FIRST_ROWS);
}

/* Leads to the page of those that are not here. */
static GtkWidget *
more_findings_new (guint n)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  g_autofree char *text = g_strdup_printf (ngettext ("%u more in the list of findings", "%u more in the list of findings", n), n);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label_new (text, 0, "accent", NULL));
  g_object_set_data_full (G_OBJECT (row), "findings", g_strdup (""), g_free);
  return row;
}

static void
add_findings (JlAttentionList *self)
{
  static const Group group = { N_ ("Findings"), { NULL } };
  guint              n = self->findings ? jl_result_n_rows (self->findings) : 0;
  guint              of_n = n > 0 ? (guint) jl_result_int (self->findings, 0, "of_n", n) : 0;

  if (n == 0)
    return;
  gtk_list_box_append (self->rows, head_new (&group, of_n, jl_result_text (self->findings, 0, "as_of")));
  for (guint row = 0; row < n && is_made (self, row); row++)
    add_row (self, finding_new (self->findings, row));
  if (of_n > n && is_made (self, n))
    gtk_list_box_append (self->rows, more_findings_new (of_n - n));
  count_items (self, of_n);
}

static void
add_group (JlAttentionList *self, const Group *group)
{
  guint n = count_group (self->attention, group);
  guint place = 0;

  if (n == 0)
    return;
  gtk_list_box_append (self->rows, head_new (group, n, NULL));
  for (guint row = 0; row < jl_result_n_rows (self->attention) && is_made (self, place); row++)
    if (belongs_to (group, jl_result_text (self->attention, row, "attention")))
      {
        add_row (self, row_new (self->attention, row, self->figures));
        place++;
      }
  count_items (self, n);
}

static void
update_button (JlAttentionList *self)
{
  g_autofree char *label = self->all ? g_strdup (_ ("Gravest only")) : g_strdup_printf (_ ("All %u items"), self->n_items);

  gtk_button_set_label (self->all_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), self->n_items > self->n_first);
}

static void
make_rows (JlAttentionList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  self->n_items = self->n_first = self->n_rows = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      if (i == FINDINGS_BEFORE)
        add_findings (self);
      add_group (self, &groups[i]);
    }
  update_button (self);
}

static void
all_clicked_cb (JlAttentionList *self)
{
  self->all = !self->all;
  make_rows (self);
}

static void
row_activated_cb (JlAttentionList *self, GtkListBoxRow *row)
{
  const char *findings = g_object_get_data (G_OBJECT (row), "findings"); /* which of them to open */
  int         unit_id = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "unit"));

  if (findings)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-register", "(siis)", "finding", 0, 0, findings);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-unit", "i", unit_id);
}

static void
jl_attention_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_ATTENTION_LIST);
  G_OBJECT_CLASS (jl_attention_list_parent_class)->dispose (object);
}

static void
jl_attention_list_finalize (GObject *object)
{
  JlAttentionList *self = JL_ATTENTION_LIST (object);

  g_clear_pointer (&self->attention, jl_result_unref);
  g_clear_pointer (&self->findings, jl_result_unref);
  G_OBJECT_CLASS (jl_attention_list_parent_class)->finalize (object);
}

static void
jl_attention_list_class_init (JlAttentionListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_attention_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = jl_attention_list_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/jiliang/Jiliang/pages/overview/jl-attention-list.ui");
  gtk_widget_class_bind_template_child (widget_class, JlAttentionList, all_button);
  gtk_widget_class_bind_template_child (widget_class, JlAttentionList, rows);
  gtk_widget_class_bind_template_callback (widget_class, all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static GtkWidget *
placeholder_new (void)
{
  GtkWidget *label = gtk_label_new (_ ("Nothing needs attention."));

  gtk_widget_add_css_class (label, "jl-note");
  gtk_widget_set_margin_top (label, 12);
  return label;
}

static void
jl_attention_list_init (JlAttentionList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_placeholder (self->rows, placeholder_new ());
}

void
jl_attention_list_fill (JlAttentionList *self, JlResult *attention, JlResult *findings, const JlFigures *figures)
{
  g_clear_pointer (&self->attention, jl_result_unref);
  g_clear_pointer (&self->findings, jl_result_unref);
  self->attention = jl_result_ref (attention);
  self->findings = findings ? jl_result_ref (findings) : NULL;
  self->figures = figures;
  make_rows (self);
}

guint
jl_attention_list_n_rows (JlAttentionList *self)
{
  return self->n_rows;
}
