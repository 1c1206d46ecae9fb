/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 台账. Everything on the page comes from the description of one register at a time. The page's own load brings places and rights;
 * the list fetches itself lazily (a new model on each change of filter or order), its sums come in a piece of work of their own. */

#include "jl-register-page.h"

#include <glib/gi18n-lib.h>

#include "jl-column-chooser.h"
#include "jl-compat.h"
#include "jl-export-bar.h"
#include "jl-quantity.h"
#include "jl-record-pane.h"
#include "jl-register-chooser.h"
#include "jl-register-columns.h"
#include "jl-register-filter-bar.h"
#include "jl-register-store.h"
#include "jl-register-sums.h"
#include "jl-season.h"
#include "jl-settings.h"
#include "jl-table.h"
#include "jl-words.h"

#define PAGE_SIZE 200
#define FIRST_REGISTER "building_season"

struct _JlRegisterPage
{
  JlPage parent_instance;

  const JlRegister *reg;
  GSettings        *settings; /* (nullable): not installed */
  GArray           *columns;  /* JlSeenColumn */
  JlResult         *rights;   /* (nullable): before the first load */

  JlResult     *totals;  /* (nullable): of the list on show */
  GCancellable *sums;    /* of the sums under way, else NULL */
  JlRecord     *waiting; /* the selected row while it has not arrived, else NULL */
  gboolean      quiet;   /* while several things are set at once */

  JlRegisterFilterBar *filters;
  JlColumnChooser     *column_chooser;
  JlExportBar         *export_bar;
  GtkWidget           *add_button;
  GtkStack            *stack;
  JlTable             *table;
  GtkWidget           *side;
  JlRecordPane        *pane;
  JlRegisterChooser   *chooser;
};

G_DEFINE_FINAL_TYPE (JlRegisterPage, jl_register_page, JL_TYPE_PAGE)

/* What the page's load brings. */
typedef struct
{
  JlPlaces *places;
  JlResult *rights;
} Loaded;

typedef struct
{
  int year;
  int unit_id;
} Place;

static void
loaded_free (gpointer data)
{
  Loaded *loaded = data;

  g_clear_pointer (&loaded->places, jl_places_free);
  g_clear_pointer (&loaded->rights, jl_result_unref);
  g_free (loaded);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

static gpointer
load (JlSession *session, gpointer data, GError **error)
{
  const Place *place = data;
  g_autoptr (Loaded) loaded = g_new0 (Loaded, 1);

  loaded->places = jl_places_load (session, place->year, place->unit_id, error);
  if (loaded->places)
    loaded->rights = jl_registers_rights (session, error);
  return loaded->rights ? g_steal_pointer (&loaded) : NULL;
}

/* The foot */

/* What is billed stands until the day that the rule names. */
static char *
cutoff_text (JlRegisterPage *self)
{
  JlLink *link = jl_page_get_link (JL_PAGE (self));
  int     row = link ? jl_link_find_year (link, jl_page_get_year (JL_PAGE (self))) : -1;

  if (row < 0 || !g_str_equal (self->reg->name, FIRST_REGISTER))
    return NULL;
  return jl_date_paper (jl_result_text (jl_link_get_desk (link)->years, (guint) row, "billing_cutoff"));
}

static char *
range_text (JlRegisterPage *self)
{
  GListModel      *rows = jl_table_get_rows (self->table);
  g_autofree char *n = jl_format_count (rows ? g_list_model_get_n_items (rows) : 0, JL_NUMBER_SCREEN);
  guint            first = 0, last = 0;

  if (!jl_table_get_range (self->table, &first, &last))
    return g_strdup ("");
  /* Translators: first and last row in sight, number of all rows with separators */
  return g_strdup_printf (_ ("Rows %u–%u of %s"), first, last, n);
}

static void
append_part (GString *text, const char *between, const char *part)
{
  if (part && *part)
    g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", part);
}

static void
update_foot (JlRegisterPage *self)
{
  g_autofree char *cutoff = cutoff_text (self);
  g_autofree char *time = jl_register_filter_bar_time_words (self->filters, jl_page_get_year (JL_PAGE (self)));
  g_autofree char *range = range_text (self);
  g_autoptr (GString) basis = g_string_new (NULL);

  append_part (basis, "", jl_register_filter_bar_place_name (self->filters));
  append_part (basis, C_ ("foot", ", "), time);
  append_part (basis, "　", range);
  jl_page_set_foot (JL_PAGE (self), cutoff, basis->len > 0 ? basis->str : NULL);
}

/* The list */

static gboolean
is_looking_back (JlRegisterPage *self)
{
  JlLink *link = jl_page_get_link (JL_PAGE (self));

  return link && jl_link_get_known_on (link);
}

static JlRegisterFilter *
read_filter (JlRegisterPage *self)
{
  JlRegisterFilter *filter = jl_register_filter_new (self->reg);
  gboolean          descending;
  const char       *order = jl_table_get_order (self->table, &descending);

  jl_register_filter_set_known (filter, is_looking_back (self));
  jl_register_filter_set_unit (filter, jl_page_get_unit (JL_PAGE (self)));
  jl_register_filter_bar_apply (self->filters, filter, jl_page_get_year (JL_PAGE (self)));
  jl_register_filter_set_order (filter, order, descending);
  return filter;
}

static void
sums_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlRegisterPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) sums = jl_pool_run_finish (JL_POOL (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->sums);
  self->totals = g_steal_pointer (&sums);
  jl_register_sums_show (self->totals, self->table);
  if (error)
    jl_page_show_error (JL_PAGE (self), _ ("The totals could not be loaded."), error);
}

static void
cancel_sums (JlRegisterPage *self)
{
  if (self->sums)
    g_cancellable_cancel (self->sums);
  g_clear_object (&self->sums);
  g_clear_pointer (&self->totals, jl_result_unref);
}

static void
load_sums (JlRegisterPage *self, JlPool *pool, const JlRegisterFilter *filter)
{
  cancel_sums (self);
  jl_register_sums_show (NULL, self->table);
  self->sums = g_cancellable_new ();
  jl_register_sums_load_async (pool, filter, self->sums, sums_loaded_cb, g_object_ref (self));
}

/* The record beside the list keeps its row marked if it is among the first page's. */
static void
restore_selection (JlRegisterPage *self)
{
  GListModel *rows = jl_table_get_rows (self->table);
  guint       n = rows ? MIN (g_list_model_get_n_items (rows), PAGE_SIZE) : 0;
  gint64      wanted = jl_record_pane_get_record (self->pane);

  for (guint i = 0; wanted > 0 && i < n; i++)
    {
      g_autoptr (JlRecord) record = g_list_model_get_item (rows, i);

      if (jl_record_is_ready (record) && jl_record_int (record, "id", 0) == wanted)
        {
          jl_table_select (self->table, i);
          return;
        }
    }
  jl_table_unselect (self->table);
}

static void
show_list_or_why_not (JlRegisterPage *self, GListModel *rows)
{
  const char *name = "list";

  if (g_list_model_get_n_items (rows) == 0)
    name = jl_register_filter_bar_is_narrowed (self->filters) ? "nothing-fits" : "empty";
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
rows_loaded_cb (JlRows *rows, GParamSpec *pspec, JlRegisterPage *self)
{
  if (jl_table_get_rows (self->table) != G_LIST_MODEL (rows))
    return;
  show_list_or_why_not (self, G_LIST_MODEL (rows));
  restore_selection (self);
  update_foot (self);
}

static void
rows_failed_cb (JlRows *rows, GError *error, JlRegisterPage *self)
{
  jl_page_show_error (JL_PAGE (self), _ ("The list could not be loaded."), error);
}

static void
load_rows (JlRegisterPage *self, JlPool *pool, const JlRegisterFilter *filter)
{
  g_autoptr (JlRows) rows = jl_rows_new (pool, jl_register_filter_query (filter), PAGE_SIZE);

  g_signal_connect_object (rows, "notify::loaded", G_CALLBACK (rows_loaded_cb), self, 0);
  g_signal_connect_object (rows, "failed", G_CALLBACK (rows_failed_cb), self, 0);
  gtk_stack_set_visible_child_name (self->stack, "list");
  jl_table_set_rows (self->table, G_LIST_MODEL (rows));
}

static void
refresh (JlRegisterPage *self)
{
  JlLink *link = jl_page_get_link (JL_PAGE (self));
  g_autoptr (JlRegisterFilter) filter = NULL;

  if (link == NULL || self->quiet)
    return;
  filter = read_filter (self);
  load_rows (self, jl_link_get_pool (link), filter);
  load_sums (self, jl_link_get_pool (link), filter);
  update_foot (self);
}

static void
unit_chosen_cb (JlRegisterPage *self, int unit_id)
{
  jl_page_set_unit (JL_PAGE (self), unit_id);
}

/* All years is a matter of this list alone; a year is that of the window. */
static void
year_chosen_cb (JlRegisterPage *self, int year)
{
  if (year == 0 || year == jl_page_get_year (JL_PAGE (self)))
    refresh (self);
  else
    jl_page_set_year (JL_PAGE (self), year);
}

static void
clear_clicked_cb (JlRegisterPage *self)
{
  jl_register_filter_bar_clear (self->filters);
}

/* Columns */

/* Names and texts share the rest of the width; where there are none, the last column of words has it. */
static void
choose_expanding (JlColumn *columns, guint n)
{
  guint last = n;
  guint found = 0;

  for (guint i = 0; i < n; i++)
    {
      JlFieldType type = columns[i].described->type;
      gboolean    text = type == JL_FIELD_TEXT || type == JL_FIELD_NOTE || type == JL_FIELD_REFERENCE;

      if (text && (columns[i].described->flags & JL_FIELD_UNIQUE) == 0)
        columns[i].flags |= JL_COLUMN_EXPAND;
      found += (columns[i].flags & JL_COLUMN_EXPAND) != 0;
      if ((columns[i].flags & JL_COLUMN_NUMBER) == 0)
        last = i;
    }
  if (found == 0 && last < n)
    columns[last].flags |= JL_COLUMN_EXPAND;
}

static void
show_columns (JlRegisterPage *self)
{
  guint                n = self->columns->len;
  g_autofree JlColumn *columns = g_new0 (JlColumn, n);

  for (guint i = 0; i < n; i++)
    columns[i] = jl_column_for_field (g_array_index (self->columns, JlSeenColumn, i).field);
  choose_expanding (columns, n);
  jl_table_set_columns (self->table, columns, n);
  for (guint i = 0; i < n; i++)
    {
      const JlSeenColumn *seen = &g_array_index (self->columns, JlSeenColumn, i);

      if (seen->width > 0)
        jl_table_set_column_width (self->table, seen->field->name, seen->width);
    }
  jl_register_sums_show (self->totals, self->table);
}

static void
columns_chosen_cb (JlRegisterPage *self)
{
  g_array_unref (self->columns);
  self->columns = jl_column_chooser_read (self->column_chooser);
  jl_register_columns_save (self->settings, self->reg, self->columns);
  show_columns (self);
}

static void
width_changed_cb (JlRegisterPage *self, const char *field, int width)
{
  int i = jl_register_columns_find (self->columns, field);

  if (i < 0)
    return;
  g_array_index (self->columns, JlSeenColumn, i).width = width;
  jl_register_columns_save (self->settings, self->reg, self->columns);
  jl_column_chooser_show (self->column_chooser, self->reg, self->columns);
}

/* The record beside the list */

static void
stop_waiting (JlRegisterPage *self)
{
  if (self->waiting)
    g_signal_handlers_disconnect_by_data (self->waiting, self);
  g_clear_object (&self->waiting);
}

static void
close_side (JlRegisterPage *self)
{
  stop_waiting (self);
  jl_record_pane_close (self->pane);
  gtk_widget_set_visible (self->side, FALSE);
}

static void
pane_closed_cb (JlRegisterPage *self)
{
  close_side (self);
  jl_table_unselect (self->table);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

/* Where the pane goes once nothing typed in it would be lost. */
typedef struct
{
  JlRegisterPage *page;
  gint64          id; /* 0: a new record */
  int             unit_id;
} Aim;

static void
aim_free (Aim *aim)
{
  g_object_unref (aim->page);
  g_free (aim);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Aim, aim_free)

static void
go_to (const Aim *aim)
{
  JlRegisterPage *self = aim->page;

  if (aim->id > 0)
    jl_record_pane_open (self->pane, self->reg, aim->id, aim->unit_id);
  else
    jl_record_pane_create (self->pane, self->reg, aim->unit_id, jl_page_get_year (JL_PAGE (self)),
                           jl_register_filter_bar_get_parent (self->filters));
  gtk_widget_set_visible (self->side, TRUE);
}

static void
left_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Aim) aim = user_data;

  if (jl_record_pane_leave_finish (aim->page->pane, result))
    go_to (aim);
  else
    restore_selection (aim->page);
}

static void
open_record (JlRegisterPage *self, gint64 id, int unit_id)
{
  g_autoptr (Aim) aim = g_new0 (Aim, 1);

  *aim = (Aim){ g_object_ref (self), id, unit_id };
  if (jl_record_pane_has_unsaved (self->pane))
    jl_record_pane_leave_async (self->pane, NULL, left_cb, g_steal_pointer (&aim));
  else
    go_to (aim);
}

static void
show_record (JlRegisterPage *self, JlRecord *record)
{
  gint64   id = jl_record_int (record, "id", 0);
  gboolean has_unit = jl_register_field (self->reg, "unit_id") != NULL;

  if (id > 0 && id != jl_record_pane_get_record (self->pane))
    open_record (self, id, has_unit ? (int) jl_record_int (record, "unit_id", 0) : 0);
}

static void
record_ready_cb (JlRecord *record, GParamSpec *pspec, JlRegisterPage *self)
{
  g_autoptr (JlRecord) kept = g_object_ref (record);

  stop_waiting (self);
  if (jl_table_get_selected (self->table) == kept)
    show_record (self, kept);
}

static void
selection_changed_cb (JlRegisterPage *self)
{
  JlRecord *record = jl_table_get_selected (self->table);

  stop_waiting (self);
  if (record == NULL)
    return;
  if (jl_record_is_ready (record))
    {
      show_record (self, record);
      return;
    }
  self->waiting = g_object_ref (record);
  g_signal_connect (record, "notify::ready", G_CALLBACK (record_ready_cb), self);
}

static void
activated_cb (JlRegisterPage *self, JlRecord *record)
{
  if (jl_record_is_ready (record))
    show_record (self, record);
}

static void
pane_changed_cb (JlRegisterPage *self)
{
  refresh (self);
}

static void
pane_failed_cb (JlRegisterPage *self, const GError *error)
{
  jl_page_show_error (JL_PAGE (self), _ ("The record could not be loaded."), error);
}

/* A record of any register that the pane names. */
static void
open_record_cb (JlRegisterPage *self, const char *reg, gint64 id)
{
  g_autofree char *word = g_strdup_printf ("id:%" G_GINT64_FORMAT, id);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-register", "(siis)", reg, 0, 0, word);
}

static void
add_clicked_cb (JlRegisterPage *self)
{
  jl_table_unselect (self->table);
  open_record (self, 0, jl_page_get_unit (JL_PAGE (self)));
}

static void
escape_left_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlRegisterPage) self = user_data;

  if (jl_record_pane_leave_finish (self->pane, result))
    pane_closed_cb (self);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  JlRegisterPage *self = JL_REGISTER_PAGE (widget);

  if (!gtk_widget_get_visible (self->side))
    return GDK_EVENT_PROPAGATE;
  if (jl_record_pane_has_unsaved (self->pane))
    jl_record_pane_leave_async (self->pane, NULL, escape_left_cb, g_object_ref (self));
  else
    pane_closed_cb (self);
  return GDK_EVENT_STOP;
}

/* Export */

/* What stands in sight: its columns, its order. */
static void
export_action (GtkWidget *widget, const char *name, GVariant *suffix)
{
  JlRegisterPage *self = JL_REGISTER_PAGE (widget);
  JlLink         *link = jl_page_get_link (JL_PAGE (self));
  GListModel     *rows = jl_table_get_rows (self->table);
  JlExportOrder   order = { NULL };

  if (link == NULL || jl_export_bar_is_busy (self->export_bar))
    return;
  order.filter = read_filter (self);
  order.fields = g_ptr_array_new ();
  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (order.fields, (gpointer) g_array_index (self->columns, JlSeenColumn, i).field);
  order.place = g_strdup (jl_register_filter_bar_place_name (self->filters));
  order.place = order.place ? order.place : g_strdup (_ ("Whole province"));
  order.season = jl_register_filter_bar_time_words (self->filters, jl_page_get_year (JL_PAGE (self)));
  order.conditions = jl_register_filter_bar_conditions (self->filters);
  order.n = rows ? g_list_model_get_n_items (rows) : 0;
  jl_export_bar_run (self->export_bar, link, &order, g_variant_get_string (suffix, NULL));
}

static void
written_cb (JlRegisterPage *self, const char *uri)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-file", "(ss)", _ ("The list has been exported."), uri);
}

static void
export_failed_cb (JlRegisterPage *self, const GError *error)
{
  jl_page_show_error (JL_PAGE (self), _ ("The list could not be exported."), error);
}

/* Rights */

static int
right_row (JlRegisterPage *self)
{
  for (guint i = 0; self->rights && i < jl_result_n_rows (self->rights); i++)
    {
      if (g_str_equal (jl_result_text (self->rights, i, "name"), self->reg->name))
        return (int) i;
    }
  return -1;
}

static char *
keepers_text (JlRegisterPage *self, guint row)
{
  g_auto (GStrv) duties = jl_result_array (self->rights, row, "keepers");
  g_autoptr (GString) words = g_string_new (NULL);

  for (char **duty = duties; *duty; duty++)
    append_part (words, C_ ("list", ", "), jl_duty_word (*duty));
  /* Translators: offices that may write in the register */
  return g_strdup_printf (_ ("This register is kept by: %s"), words->str);
}

/* NULL: a record may be added. */
static char *
why_not_add (JlRegisterPage *self)
{
  int row = right_row (self);

  if (is_looking_back (self))
    return g_strdup (_ ("What was known then is not changed. Return to the present to add a record."));
  if (row < 0)
    return g_strdup ("");
  return jl_result_bool (self->rights, (guint) row, "may_add") ? NULL : keepers_text (self, (guint) row);
}

static void
update_rights (JlRegisterPage *self)
{
  g_autofree char *why_not = why_not_add (self);

  gtk_widget_set_sensitive (self->add_button, why_not == NULL);
  gtk_widget_set_tooltip_text (self->add_button, why_not);
}

/* The register */

static void
chooser_chosen_cb (JlRegisterPage *self, const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-register", "(siis)", name, jl_page_get_unit (JL_PAGE (self)),
                              jl_page_get_year (JL_PAGE (self)), "");
}

static void
set_register (JlRegisterPage *self, const JlRegister *reg)
{
  if (reg == self->reg)
    return;
  self->reg = reg;
  cancel_sums (self);
  jl_table_set_rows (self->table, NULL);
  g_clear_pointer (&self->columns, g_array_unref);
  self->columns = jl_register_columns_load (self->settings, reg);
  jl_column_chooser_show (self->column_chooser, reg, self->columns);
  jl_table_set_order (self->table, reg->order, FALSE);
  show_columns (self);
  jl_table_set_name (self->table, _ (reg->title));
  jl_register_filter_bar_set_register (self->filters, reg);
  jl_register_chooser_set_register (self->chooser, reg);
  jl_page_set_title (JL_PAGE (self), _ (reg->title));
  update_rights (self);
}

/* Page */

static void
jl_register_page_reload (JlPage *page)
{
  JlRegisterPage *self = JL_REGISTER_PAGE (page);
  JlLink         *link = jl_page_get_link (page);
  Place          *place = g_new (Place, 1);

  jl_record_pane_set_link (self->pane, link);
  jl_register_filter_bar_set_years (self->filters, jl_link_get_desk (link)->years, jl_page_get_year (page));
  *place = (Place){ jl_page_get_year (page), jl_page_get_unit (page) };
  jl_page_load (page, JL_WORK_READ, load, place, g_free, loaded_free);
  jl_record_pane_refresh (self->pane);
  refresh (self);
}

static void
jl_register_page_show (JlPage *page, gpointer product)
{
  JlRegisterPage *self = JL_REGISTER_PAGE (page);
  g_autoptr (Loaded) loaded = product;

  jl_register_filter_bar_set_places (self->filters, loaded->places, jl_page_get_unit (page));
  g_clear_pointer (&self->rights, jl_result_unref);
  self->rights = g_steal_pointer (&loaded->rights);
  update_rights (self);
  update_foot (self);
}

static gboolean
jl_register_page_has_unsaved (JlPage *page)
{
  return jl_record_pane_has_unsaved (JL_REGISTER_PAGE (page)->pane);
}

static void
page_left_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  JlRegisterPage *self = g_task_get_source_object (task);

  g_task_return_boolean (task, jl_record_pane_leave_finish (self->pane, result));
}

static void
jl_register_page_leave_async (JlPage *page, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (page, cancellable, callback, user_data);

  g_task_set_source_tag (task, jl_register_page_leave_async);
  jl_record_pane_leave_async (JL_REGISTER_PAGE (page)->pane, cancellable, page_left_cb, task);
}

static gboolean
jl_register_page_leave_finish (JlPage *page, GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

static GVariant *
jl_register_page_save_place (JlPage *page)
{
  JlRegisterPage *self = JL_REGISTER_PAGE (page);
  gboolean        descending;
  const char     *order = jl_table_get_order (self->table, &descending);

  return g_variant_new ("(ssbv)", self->reg->name, order ? order : "", descending, jl_register_filter_bar_save (self->filters));
}

static void
jl_register_page_restore_place (JlPage *page, GVariant *place)
{
  JlRegisterPage *self = JL_REGISTER_PAGE (page);
  const char     *name, *order;
  gboolean        descending;
  g_autoptr (GVariant) filters = NULL;

  g_variant_get (place, "(&s&sbv)", &name, &order, &descending, &filters);
  self->quiet = TRUE;
  close_side (self);
  set_register (self, jl_register_find (name));
  jl_table_set_order (self->table, order, descending);
  jl_register_filter_bar_restore (self->filters, filters);
  self->quiet = FALSE;
  jl_page_reload (page);
}

static void
jl_register_page_dispose (GObject *object)
{
  JlRegisterPage *self = JL_REGISTER_PAGE (object);

  cancel_sums (self);
  stop_waiting (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), JL_TYPE_REGISTER_PAGE);
  G_OBJECT_CLASS (jl_register_page_parent_class)->dispose (object);
}

static void
jl_register_page_finalize (GObject *object)
{
  JlRegisterPage *self = JL_REGISTER_PAGE (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->rights, jl_result_unref);
  G_OBJECT_CLASS (jl_register_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/pages/register/jl-register-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JlRegisterPage, filters);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterPage, column_chooser);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterPage, export_bar);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterPage, stack);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterPage, table);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterPage, side);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
  gtk_widget_class_bind_template_callback (widget_class, unit_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, width_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_foot);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, written_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_record_cb);
}

static void
jl_register_page_class_init (JlRegisterPageClass *klass)
{
  JlPageClass *page_class = JL_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_register_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = jl_register_page_finalize;
  page_class->reload = jl_register_page_reload;
  page_class->show = jl_register_page_show;
  page_class->has_unsaved = jl_register_page_has_unsaved;
  page_class->leave_async = jl_register_page_leave_async;
  page_class->leave_finish = jl_register_page_leave_finish;
  page_class->save_place = jl_register_page_save_place;
  page_class->restore_place = jl_register_page_restore_place;

  g_type_ensure (JL_TYPE_TABLE);
  g_type_ensure (JL_TYPE_REGISTER_FILTER_BAR);
  g_type_ensure (JL_TYPE_COLUMN_CHOOSER);
  g_type_ensure (JL_TYPE_EXPORT_BAR);
  g_type_ensure (JL_TYPE_RECORD_PANE);
  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "register.export", "s", export_action);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
jl_register_page_init (JlRegisterPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jl_compat_stack_tell_hidden (self->stack);
  self->settings = jl_settings_open ();
  self->chooser = JL_REGISTER_CHOOSER (jl_register_chooser_new ());
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (chooser_chosen_cb), self, G_CONNECT_SWAPPED);
  jl_page_set_title_widget (JL_PAGE (self), GTK_WIDGET (self->chooser));
  set_register (self, jl_register_find (FIRST_REGISTER));
}

GtkWidget *
jl_register_page_new (void)
{
  return g_object_new (JL_TYPE_REGISTER_PAGE, NULL);
}

void
jl_register_page_open (JlPage *page, const char *name, int unit_id, int year, const char *filter)
{
  JlRegisterPage   *self = JL_REGISTER_PAGE (page);
  const JlRegister *reg = jl_register_find (name);

  g_return_if_fail (reg != NULL);

  self->quiet = TRUE;
  close_side (self);
  set_register (self, reg);
  jl_register_filter_bar_narrow (self->filters, filter);
  if (year > 0)
    jl_page_set_year (page, year);
  if (!g_str_has_prefix (filter, "id:"))
    jl_page_set_unit (page, unit_id);
  self->quiet = FALSE;
  jl_page_reload (page);
}

const char *
jl_register_page_get_register (JlRegisterPage *self)
{
  return self->reg->name;
}
