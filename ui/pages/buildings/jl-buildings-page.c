/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 建筑台账. The page's own load brings the places for the filter row; the list fetches itself lazily
 * (a new model on each change of filter or order), its sums come in a piece of work of their own. */

#include "jl-buildings-page.h"

#include <glib/gi18n-lib.h>

#include "jl-building-fields.h"
#include "jl-building-filter-bar.h"
#include "jl-building-list.h"
#include "jl-building-pane.h"
#include "jl-building-sums.h"
#include "jl-compat.h"
#include "jl-quantity.h"
#include "jl-season.h"
#include "jl-table.h"

#define PAGE_SIZE 200

struct _JlBuildingsPage
{
  JlPage parent_instance;

  GCancellable *sums;    /* of the sums under way, else NULL */
  JlRecord     *waiting; /* the selected row while it has not arrived, else NULL */
  gboolean      quiet;   /* while several things are set at once */

  JlBuildingFilterBar *filters;
  GtkStack            *stack;
  JlTable             *table;
  GtkWidget           *side;
  JlBuildingPane      *pane;
};

G_DEFINE_FINAL_TYPE (JlBuildingsPage, jl_buildings_page, JL_TYPE_PAGE)

typedef struct
{
  int year;
  int unit_id;
} Place;

static gpointer
load_places (JlSession *session, gpointer data, GError **error)
{
  const Place *place = data;

  return jl_places_load (session, place->year, place->unit_id, error);
}

static void
read_filter (JlBuildingsPage *self, JlBuildingFilter *filter)
{
  jl_building_filter_bar_read (self->filters, filter);
  filter->year = jl_page_get_year (JL_PAGE (self));
  filter->unit_id = jl_page_get_unit (JL_PAGE (self));
  filter->order = jl_table_get_order (self->table, &filter->descending);
}

static char *
cutoff_text (JlBuildingsPage *self)
{
  JlLink *link = jl_page_get_link (JL_PAGE (self));
  int     row = link ? jl_link_find_year (link, jl_page_get_year (JL_PAGE (self))) : -1;

  if (row < 0)
    return NULL;
  return jl_date_paper (jl_result_text (jl_link_get_desk (link)->years, (guint) row, "billing_cutoff"));
}

static char *
range_text (JlBuildingsPage *self)
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
update_foot (JlBuildingsPage *self)
{
  g_autofree char *cutoff = cutoff_text (self);
  g_autofree char *season = jl_season_name (jl_page_get_year (JL_PAGE (self)));
  g_autofree char *range = range_text (self);
  g_autofree char *basis = NULL;

  /* Translators: place, season, rows in sight */
  basis = g_strdup_printf (_ ("%s, %s　%s"), jl_building_filter_bar_place_name (self->filters), season, range);
  jl_page_set_foot (JL_PAGE (self), cutoff, basis);
}

static void
sums_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlBuildingsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) sums = jl_pool_run_finish (JL_POOL (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->sums);
  if (sums)
    jl_building_sums_show (sums, self->table);
  else
    jl_page_show_error (JL_PAGE (self), _ ("The totals could not be loaded."), error);
}

static void
cancel_sums (JlBuildingsPage *self)
{
  if (self->sums)
    g_cancellable_cancel (self->sums);
  g_clear_object (&self->sums);
}

static void
load_sums (JlBuildingsPage *self, JlPool *pool, const JlBuildingFilter *filter)
{
  cancel_sums (self);
  self->sums = g_cancellable_new ();
  jl_building_sums_load_async (pool, filter, self->sums, sums_loaded_cb, g_object_ref (self));
}

/* The record beside the list keeps its row marked if it is among the first page's. */
static void
restore_selection (JlBuildingsPage *self, GListModel *rows)
{
  guint n = MIN (g_list_model_get_n_items (rows), PAGE_SIZE);
  int   wanted = jl_building_pane_get_building (self->pane);

  for (guint i = 0; wanted > 0 && i < n; i++)
    {
      g_autoptr (JlRecord) record = g_list_model_get_item (rows, i);

      if (jl_record_is_ready (record) && jl_record_int (record, "building_id", 0) == wanted)
        jl_table_select (self->table, i);
    }
}

static void
rows_loaded_cb (JlRows *rows, GParamSpec *pspec, JlBuildingsPage *self)
{
  if (jl_table_get_rows (self->table) != G_LIST_MODEL (rows))
    return;
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (G_LIST_MODEL (rows)) > 0 ? "list" : "empty");
  restore_selection (self, G_LIST_MODEL (rows));
  update_foot (self);
}

static void
rows_failed_cb (JlRows *rows, GError *error, JlBuildingsPage *self)
{
  jl_page_show_error (JL_PAGE (self), _ ("The list could not be loaded."), error);
}

static void
load_rows (JlBuildingsPage *self, JlPool *pool, const JlBuildingFilter *filter)
{
  g_autoptr (JlRows) rows = jl_rows_new (pool, jl_building_query_new (filter), PAGE_SIZE);

  g_signal_connect_object (rows, "notify::loaded", G_CALLBACK (rows_loaded_cb), self, 0);
  g_signal_connect_object (rows, "failed", G_CALLBACK (rows_failed_cb), self, 0);
  gtk_stack_set_visible_child_name (self->stack, "list");
  jl_table_set_rows (self->table, G_LIST_MODEL (rows));
}

static void
refresh (JlBuildingsPage *self)
{
  JlLink          *link = jl_page_get_link (JL_PAGE (self));
  JlBuildingFilter filter;

  if (link == NULL || self->quiet)
    return;
  read_filter (self, &filter);
  load_rows (self, jl_link_get_pool (link), &filter);
  load_sums (self, jl_link_get_pool (link), &filter);
  update_foot (self);
}

static void
filters_changed_cb (JlBuildingsPage *self)
{
  refresh (self);
}

static void
unit_chosen_cb (JlBuildingsPage *self, int unit_id)
{
  jl_page_set_unit (JL_PAGE (self), unit_id);
}

static void
clear_clicked_cb (JlBuildingsPage *self)
{
  jl_building_filter_bar_clear (self->filters);
}

/* The list gives room: the day the meters came is in the record as well. */
static void
show_side (JlBuildingsPage *self, gboolean shown)
{
  gtk_widget_set_visible (self->side, shown);
  jl_table_set_column_visible (self->table, "metered_on", !shown);
}

static void
open_pane (JlBuildingsPage *self, JlRecord *record)
{
  JlLink *link = jl_page_get_link (JL_PAGE (self));

  if (jl_building_pane_shows (self->pane, record))
    return;
  jl_building_pane_open (self->pane, jl_link_get_pool (link), record);
  show_side (self, TRUE);
}

static void
close_pane (JlBuildingsPage *self)
{
  jl_building_pane_close (self->pane);
  jl_table_unselect (self->table);
  show_side (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
stop_waiting (JlBuildingsPage *self)
{
  if (self->waiting)
    g_signal_handlers_disconnect_by_data (self->waiting, self);
  g_clear_object (&self->waiting);
}

static void
record_ready_cb (JlRecord *record, GParamSpec *pspec, JlBuildingsPage *self)
{
  g_autoptr (JlRecord) kept = g_object_ref (record);

  stop_waiting (self);
  if (jl_table_get_selected (self->table) == kept)
    open_pane (self, kept);
}

static void
selection_changed_cb (JlBuildingsPage *self)
{
  JlRecord *record = jl_table_get_selected (self->table);

  stop_waiting (self);
  if (record == NULL)
    return;
  if (jl_record_is_ready (record))
    {
      open_pane (self, record);
      return;
    }
  self->waiting = g_object_ref (record);
  g_signal_connect (record, "notify::ready", G_CALLBACK (record_ready_cb), self);
}

static void
activated_cb (JlBuildingsPage *self, JlRecord *record)
{
  if (jl_record_is_ready (record))
    open_pane (self, record);
}

static void
pane_failed_cb (JlBuildingsPage *self, const GError *error)
{
  jl_page_show_error (JL_PAGE (self), _ ("The record could not be loaded."), error);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  JlBuildingsPage *self = JL_BUILDINGS_PAGE (widget);

  if (!gtk_widget_get_visible (self->side))
    return GDK_EVENT_PROPAGATE;
  close_pane (self);
  return GDK_EVENT_STOP;
}

static void
jl_buildings_page_reload (JlPage *page)
{
  JlBuildingsPage *self = JL_BUILDINGS_PAGE (page);
  Place           *place = g_new (Place, 1);

  *place = (Place){ jl_page_get_year (page), jl_page_get_unit (page) };
  jl_page_load (page, JL_WORK_READ, load_places, place, g_free, (GDestroyNotify) jl_places_free);
  refresh (self);
}

static void
jl_buildings_page_show (JlPage *page, gpointer product)
{
  JlBuildingsPage *self = JL_BUILDINGS_PAGE (page);
  JlPlaces        *places = product;

  jl_building_filter_bar_set_places (self->filters, places, jl_page_get_unit (page));
  jl_places_free (places);
  update_foot (self);
}

static void
jl_buildings_page_dispose (GObject *object)
{
  JlBuildingsPage *self = JL_BUILDINGS_PAGE (object);

  cancel_sums (self);
  stop_waiting (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), JL_TYPE_BUILDINGS_PAGE);
  G_OBJECT_CLASS (jl_buildings_page_parent_class)->dispose (object);
}

static void
jl_buildings_page_class_init (JlBuildingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_buildings_page_dispose;
  JL_PAGE_CLASS (klass)->reload = jl_buildings_page_reload;
  JL_PAGE_CLASS (klass)->show = jl_buildings_page_show;

  g_type_ensure (JL_TYPE_TABLE);
  g_type_ensure (JL_TYPE_BUILDING_FILTER_BAR);
  g_type_ensure (JL_TYPE_BUILDING_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/pages/buildings/jl-buildings-page.ui");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_bind_template_child (widget_class, JlBuildingsPage, filters);
  gtk_widget_class_bind_template_child (widget_class, JlBuildingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, JlBuildingsPage, table);
  gtk_widget_class_bind_template_child (widget_class, JlBuildingsPage, side);
  gtk_widget_class_bind_template_child (widget_class, JlBuildingsPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, filters_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_foot);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_pane);
  gtk_widget_class_bind_template_callback (widget_class, pane_failed_cb);
}

static void
jl_buildings_page_init (JlBuildingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jl_compat_stack_tell_hidden (self->stack);
  jl_table_set_columns (self->table, jl_building_list_columns, jl_building_n_list_columns);
  jl_table_set_name (self->table, _ ("Building ledger"));
  jl_table_set_order (self->table, "code", FALSE);
}

GtkWidget *
jl_buildings_page_new (void)
{
  return g_object_new (JL_TYPE_BUILDINGS_PAGE, NULL);
}

void
jl_buildings_page_set_filter (JlPage *page, int unit_id, int year, const char *filter)
{
  JlBuildingsPage *self = JL_BUILDINGS_PAGE (page);

  self->quiet = TRUE;
  jl_building_pane_close (self->pane);
  show_side (self, FALSE);
  jl_building_filter_bar_narrow (self->filters, filter);
  jl_page_set_year (page, year);
  jl_page_set_unit (page, unit_id);
  self->quiet = FALSE;
  jl_page_reload (page);
}
