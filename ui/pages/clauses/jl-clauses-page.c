/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The page of the figures of every clause. One answer brings all figures of a unit; the source of the one that is chosen is asked for
 * when it is chosen. */

#include "jl-clauses-page.h"

#include <glib/gi18n-lib.h>

#include "jl-clause-row.h"
#include "jl-clause-source.h"
#include "jl-clauses-export.h"
#include "jl-compat.h"
#include "jl-figure.h"
#include "jl-list-load.h"
#include "jl-pair-list.h"
#include "jl-quantity.h"
#include "jl-run.h"
#include "jl-season.h"
#include "jl-unit-picker.h"
#include "jl-words.h"
#include "jl-year-picker.h"

struct _JlClausesPage
{
  JlPage parent_instance;

  JlResult     *figures; /* (nullable) */
  GCancellable *asking;  /* for a source, else NULL */
  char         *chosen;  /* (nullable): the indicator beside the list */
  GtkSizeGroup *sizes[4];

  JlUnitPicker    *picker;
  JlYearPicker    *year;
  GtkToggleButton *unmet;
  GtkListBox      *list;
  GtkWidget       *side;
  GtkLabel        *name;
  GtkLabel        *value;
  JlPairList      *source;
  GtkWidget       *records;
  GtkWidget       *head_value;
  GtkWidget       *head_group;
  GtkWidget       *head_name;
  GtkWidget       *head_state;
};

G_DEFINE_FINAL_TYPE (JlClausesPage, jl_clauses_page, JL_TYPE_PAGE)

typedef struct
{
  int   year;
  int   unit_id;
  char *indicator;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->indicator);
  g_free (wish);
}

static gpointer
load_why (JlSession *session, gpointer data, GError **error)
{
  const Wish *wish = data;

  return jl_clause_why_load (session, wish->year, wish->unit_id, wish->indicator, error);
}

static Wish *
make_wish (JlClausesPage *self, const char *indicator)
{
  Wish *wish = g_new (Wish, 1);

  *wish = (Wish){ jl_page_get_year (JL_PAGE (self)), jl_page_get_unit (JL_PAGE (self)), g_strdup (indicator) };
  return wish;
}

/* The source beside the list */

static int
find_chosen (JlClausesPage *self)
{
  for (guint i = 0; self->figures && i < jl_result_n_rows (self->figures); i++)
    if (g_strcmp0 (jl_result_text (self->figures, i, "indicator"), self->chosen) == 0)
      return (int) i;
  return -1;
}

static void
add_part (JlClausesPage *self, const char *name, const char *value)
{
  if (value && *value)
    jl_pair_list_add (self->source, name, value);
}

static void
show_why (gpointer owner, gpointer product, const GError *error)
{
  JlClausesPage *self = owner;
  g_autoptr (JlResult) why = product;
  int              row = find_chosen (self);
  g_autofree char *value = NULL;

  g_clear_object (&self->asking);
  if (error)
    {
      jl_page_show_error (JL_PAGE (self), _ ("The source of the figure could not be loaded."), error);
      return;
    }
  if (jl_result_n_rows (why) == 0 || row < 0)
    return;
  value = jl_clause_value_text (self->figures, (guint) row);
  jl_clause_source_show (self->source, why, value);
  gtk_widget_set_sensitive (self->records, jl_result_int (why, 0, "records_n", 0) > 0);
}

static void
show_figure (JlClausesPage *self, guint row)
{
  g_autofree char *value = jl_clause_value_text (self->figures, row);
  gint64           missing = jl_result_int (self->figures, row, "missing_n", 0);
  g_autofree char *gaps = jl_format_count (missing, JL_NUMBER_SCREEN);

  gtk_label_set_text (self->name, jl_result_text (self->figures, row, "label"));
  gtk_label_set_text (self->value, value);
  jl_pair_list_clear (self->source);
  if (missing > 0)
    add_part (self, _ ("Records without figures"), gaps);
  gtk_widget_set_sensitive (self->records, FALSE);
  gtk_widget_set_visible (self->side, TRUE);
}

static void
row_selected_cb (JlClausesPage *self, GtkListBoxRow *row)
{
  JlLink *link = jl_page_get_link (JL_PAGE (self));
  guint   index;

  if (self->asking)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (row == NULL)
    return;
  index = jl_clause_row_get_index (row);
  g_free (self->chosen);
  self->chosen = g_strdup (jl_result_text (self->figures, index, "indicator"));
  show_figure (self, index);
  if (link == NULL)
    return;
  self->asking = jl_run_start (self, jl_link_get_pool (link), JL_WORK_READ, load_why, make_wish (self, self->chosen), wish_free,
                               (GDestroyNotify) jl_result_unref, show_why);
}

/* Exactly the records that the figure counts. */
static void
records_clicked_cb (JlClausesPage *self)
{
  int              row = find_chosen (self);
  g_autofree char *filter = g_strconcat ("clause:", self->chosen, NULL);

  if (row >= 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-register", "(siis)",
                                jl_result_text (self->figures, (guint) row, "register"), jl_page_get_unit (JL_PAGE (self)),
                                jl_page_get_year (JL_PAGE (self)), filter);
}

static void
close_clicked_cb (JlClausesPage *self)
{
  gtk_list_box_unselect_all (self->list);
  gtk_widget_set_visible (self->side, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* The figure that is chosen, its cells with tabs between. */
static gboolean
copy_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  JlClausesPage   *self = JL_CLAUSES_PAGE (widget);
  GtkListBoxRow   *row = gtk_list_box_get_selected_row (self->list);
  g_autofree char *text = row ? jl_clause_row_text (self->figures, jl_clause_row_get_index (row)) : NULL;

  if (text == NULL)
    return GDK_EVENT_PROPAGATE;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  return GDK_EVENT_STOP;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  JlClausesPage *self = JL_CLAUSES_PAGE (widget);

  if (!gtk_widget_get_visible (self->side))
    return GDK_EVENT_PROPAGATE;
  close_clicked_cb (self);
  return GDK_EVENT_STOP;
}

/* The list */

static const char *
clause_of (JlClausesPage *self, GtkListBoxRow *row)
{
  return jl_result_text (self->figures, jl_clause_row_get_index (row), "clause_id");
}

static void
header_func (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  JlClausesPage *self = user_data;
  GtkWidget     *head;

  if (before && g_strcmp0 (clause_of (self, row), clause_of (self, before)) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  head = gtk_label_new (jl_clause_word (clause_of (self, row)));
  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_widget_add_css_class (head, "heading");
  gtk_widget_add_css_class (head, "jl-clause-head");
  gtk_list_box_row_set_header (row, head);
}

static void
fill_list (JlClausesPage *self)
{
  gboolean   unmet = gtk_toggle_button_get_active (self->unmet);
  int        chosen = find_chosen (self);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) && GTK_IS_LIST_BOX_ROW (row))
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; self->figures && i < jl_result_n_rows (self->figures); i++)
    {
      if (unmet && !jl_clause_is_unmet (self->figures, i))
        continue;
      row = jl_clause_row_new (self->figures, i, self->sizes);
      gtk_list_box_append (self->list, row);
      if ((int) i == chosen)
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
    }
}

/* Export */

/* What is to be written, held while the person chooses a file and while it is written. */
typedef struct
{
  JlClausesPage *page; /* (nullable): while a file is chosen */
  JlResult      *figures;
  char          *place;
  char          *season;
  char          *suffix;
  char          *path; /* (nullable): not chosen yet */
  gboolean       unmet;
  gboolean       practice;
} Export;

static Export *
export_new (JlClausesPage *self, const char *suffix)
{
  JlLink *link = jl_page_get_link (JL_PAGE (self));
  Export *export = g_new0 (Export, 1);

  export->page = g_object_ref (self);
  export->figures = jl_result_ref (self->figures);
  export->place = g_strdup (jl_unit_picker_get_name (self->picker));
  export->season = jl_season_name (jl_page_get_year (JL_PAGE (self)));
  export->suffix = g_strdup (suffix);
  export->unmet = gtk_toggle_button_get_active (self->unmet);
  export->practice = link && jl_link_is_practice (link);
  return export;
}

static void
export_free (gpointer data)
{
  Export *export = data;

  g_clear_object (&export->page);
  jl_result_unref (export->figures);
  g_free (export->place);
  g_free (export->season);
  g_free (export->suffix);
  g_free (export->path);
  g_free (export);
}

static JlClausesExport
description_of (const Export *export)
{
  return (JlClausesExport){ export->place, export->season, export->unmet, export->practice };
}

/* A #JlWorkFunc: the file's address. */
static gpointer
write_export (JlSession *session, gpointer data, GError **error)
{
  const Export *export = data;
  JlClausesExport description = description_of (export);

  if (!jl_clauses_export_write (&description, export->figures, export->path, error))
    return NULL;
  return g_filename_to_uri (export->path, NULL, error);
}

/* What is heard of later has nowhere to be shown. */
static gboolean
is_gone (JlClausesPage *self)
{
  return self->list == NULL;
}

static void
exported_cb (gpointer owner, gpointer product, const GError *error)
{
  g_autofree char *uri = product;

  if (is_gone (owner))
    return;
  if (uri)
    gtk_widget_activate_action (owner, "win.toast-file", "(ss)", _ ("The list has been exported."), uri);
  else
    jl_page_show_error (owner, _ ("The list could not be exported."), error);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *export = user_data;
  g_autoptr (JlClausesPage) self = g_steal_pointer (&export->page);
  g_autoptr (GError) error = NULL;

  export->path = jl_compat_file_save_finish_path (result, export->suffix, &error);
  if (error && !is_gone (self))
    jl_page_show_error (JL_PAGE (self), _ ("The list could not be exported."), error);
  if (export->path == NULL)
    export_free (export);
  else
    g_object_unref (jl_run_start (self, NULL, JL_WORK_READ, write_export, export, export_free, g_free, exported_cb));
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *suffix)
{
  JlClausesPage   *self = JL_CLAUSES_PAGE (widget);
  g_autofree char *file_name = NULL;
  Export *export;
  JlClausesExport description;

  if (self->figures == NULL)
    return;
  export = export_new (self, g_variant_get_string (suffix, NULL));
  description = description_of (export);
  file_name = jl_clauses_export_file_name (&description, export->suffix);
  jl_compat_file_save_async (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Export"), file_name, file_chosen_cb, export);
}

static void
unmet_toggled_cb (JlClausesPage *self)
{
  fill_list (self);
}

static void
unit_chosen_cb (JlClausesPage *self, int unit_id)
{
  jl_page_set_unit (JL_PAGE (self), unit_id);
}

static void
fill_picker (JlClausesPage *self, JlResult *units)
{
  jl_unit_picker_clear (self->picker);
  jl_unit_picker_add (self->picker, 0, _ ("Whole province"), NULL, NULL);
  for (guint i = 0; i < jl_result_n_rows (units); i++)
    {
      int unit_id = (int) jl_result_int (units, i, "unit_id", 0);

      jl_unit_picker_add (self->picker, unit_id, jl_result_text (units, i, "name"), jl_result_text (units, i, "code"),
                          jl_group_word (jl_result_text (units, i, "grp")));
      jl_unit_picker_set_sound (self->picker, unit_id, jl_result_text (units, i, "sound"));
    }
  jl_unit_picker_set_unit (self->picker, jl_page_get_unit (JL_PAGE (self)));
}

static void
jl_clauses_page_reload (JlPage *page)
{
  jl_list_load_start (page, jl_clause_figures_load);
}

void
jl_clauses_page_set_figures (JlClausesPage *self, JlResult *figures)
{
  g_clear_pointer (&self->figures, jl_result_unref);
  self->figures = jl_result_ref (figures);
  fill_list (self);
}

static void
jl_clauses_page_show (JlPage *page, gpointer product)
{
  JlClausesPage *self = JL_CLAUSES_PAGE (page);
  g_autoptr (JlListLoad) loaded = product;

  fill_picker (self, loaded->places->units);
  jl_clauses_page_set_figures (self, loaded->more);
  jl_page_set_foot (page, NULL, jl_unit_picker_get_name (self->picker));
}

static gboolean
jl_clauses_page_concerns (JlPage *page, const char *table)
{
  return jl_figures_rest_on (table);
}

static void
jl_clauses_page_dispose (GObject *object)
{
  JlClausesPage *self = JL_CLAUSES_PAGE (object);

  if (self->asking)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->chosen, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->sizes); i++)
    g_clear_object (&self->sizes[i]);
  if (self->list)
    gtk_list_box_set_header_func (self->list, NULL, NULL, NULL); /* rows go one by one, and the figures before them */
  gtk_widget_dispose_template (GTK_WIDGET (self), JL_TYPE_CLAUSES_PAGE);
  g_clear_pointer (&self->figures, jl_result_unref);
  G_OBJECT_CLASS (jl_clauses_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/pages/clauses/jl-clauses-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JlClausesPage, picker);
  gtk_widget_class_bind_template_child (widget_class, JlClausesPage, year);
  gtk_widget_class_bind_template_child (widget_class, JlClausesPage, unmet);
  gtk_widget_class_bind_template_child (widget_class, JlClausesPage, list);
  gtk_widget_class_bind_template_child (widget_class, JlClausesPage, side);
  gtk_widget_class_bind_template_child (widget_class, JlClausesPage, name);
  gtk_widget_class_bind_template_child (widget_class, JlClausesPage, value);
  gtk_widget_class_bind_template_child (widget_class, JlClausesPage, source);
  gtk_widget_class_bind_template_child (widget_class, JlClausesPage, records);
  gtk_widget_class_bind_template_child (widget_class, JlClausesPage, head_value);
  gtk_widget_class_bind_template_child (widget_class, JlClausesPage, head_group);
  gtk_widget_class_bind_template_child (widget_class, JlClausesPage, head_name);
  gtk_widget_class_bind_template_child (widget_class, JlClausesPage, head_state);
  gtk_widget_class_bind_template_callback (widget_class, unit_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, unmet_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, records_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
}

static void
jl_clauses_page_class_init (JlClausesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jl_clauses_page_dispose;
  JL_PAGE_CLASS (klass)->reload = jl_clauses_page_reload;
  JL_PAGE_CLASS (klass)->show = jl_clauses_page_show;
  JL_PAGE_CLASS (klass)->concerns = jl_clauses_page_concerns;

  g_type_ensure (JL_TYPE_UNIT_PICKER);
  g_type_ensure (JL_TYPE_YEAR_PICKER);
  g_type_ensure (JL_TYPE_PAIR_LIST);
  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "clauses.export", "s", export_action);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_c, GDK_CONTROL_MASK, copy_cb, NULL);
}

static void
jl_clauses_page_init (JlClausesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jl_year_picker_bind_page (self->year, JL_PAGE (self));
  for (guint i = 0; i < G_N_ELEMENTS (self->sizes); i++)
    self->sizes[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_size_group_add_widget (self->sizes[0], self->head_name);
  gtk_size_group_add_widget (self->sizes[1], self->head_value);
  gtk_size_group_add_widget (self->sizes[2], self->head_group);
  gtk_size_group_add_widget (self->sizes[3], self->head_state);
  gtk_list_box_set_header_func (self->list, header_func, self, NULL);
}

GtkWidget *
jl_clauses_page_new (void)
{
  return g_object_new (JL_TYPE_CLAUSES_PAGE, NULL);
}
