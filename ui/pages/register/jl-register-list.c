/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The list of a description, one at a time. It fetches itself lazily (a new model on each change of filter or order), its sums come in a
 * piece of work of their own. */

#include "jl-register-list.h"

#include <glib/gi18n-lib.h>

#include "jl-column-chooser.h"
#include "jl-compat.h"
#include "jl-export-bar.h"
#include "jl-quantity.h"
#include "jl-register-columns.h"
#include "jl-register-filter-bar.h"
#include "jl-register-sums.h"
#include "jl-settings.h"
#include "jl-table.h"

struct _JlRegisterList
{
  GtkBox parent_instance;

  const JlRegister *reg;  /* (nullable): before the first */
  JlLink           *link; /* (nullable) */
  int               unit_id;
  int               year;
  gboolean          known;    /* records as they were known */
  GSettings        *settings; /* (nullable): not installed */
  GArray           *columns;  /* JlSeenColumn */
  gint64            marked;   /* the record beside the list, or 0 */

  char         *asked;   /* (nullable): what the list on show was asked for */
  JlRows       *coming;  /* the same read anew, until it has arrived, else NULL */
  JlResult     *totals;  /* (nullable): of the list on show */
  GCancellable *sums;    /* of the sums under way, else NULL */
  JlRecord     *waiting; /* the selected row while it has not arrived, else NULL */

  JlRegisterFilterBar *filters;
  JlColumnChooser     *column_chooser;
  JlExportBar         *export_bar;
  GtkBox              *tools;
  GtkBox              *beside;
  GtkStack            *stack;
  JlTable             *table;
  AdwStatusPage       *empty;
};

static void jl_register_list_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JlRegisterList,
                               jl_register_list,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, jl_register_list_buildable_init))

enum
{
  CHOSEN,
  UNIT_CHOSEN,
  YEAR_CHOSEN,
  BASIS_CHANGED,
  FAILED,
  N_SIGNALS,
};

static guint              signals[N_SIGNALS];
static GtkBuildableIface *parent_buildable;

static void
basis_changed (JlRegisterList *self)
{
  g_signal_emit (self, signals[BASIS_CHANGED], 0);
}

static void
report (JlRegisterList *self, const char *what, const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, what, error);
}

static char *
range_text (JlRegisterList *self)
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

static JlRegisterFilter *
read_filter (JlRegisterList *self)
{
  JlRegisterFilter *filter = jl_register_filter_new (self->reg);
  gboolean          descending;
  const char       *order = jl_table_get_order (self->table, &descending);

  jl_register_filter_set_known (filter, self->known);
  jl_register_filter_set_unit (filter, self->unit_id);
  jl_register_filter_bar_apply (self->filters, filter, self->year);
  jl_register_filter_set_order (filter, order, descending);
  return filter;
}

/* A building has a row in each season: over all years they are no buildings. */
static JlCounter
counter (JlRegisterList *self)
{
  gboolean repeats = self->reg->counter == JL_COUNTER_BUILDING && self->reg->year_field && self->reg->parent && jl_register_filter_bar_shows_all_years (self->filters);

  return repeats ? JL_COUNTER_RECORD : self->reg->counter;
}

static void
sums_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlRegisterList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) sums = jl_pool_run_finish (JL_POOL (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->sums);
  self->totals = g_steal_pointer (&sums);
  jl_register_sums_show (self->totals, counter (self), self->table);
  if (error)
    report (self, _ ("The totals could not be loaded."), error);
}

static void
cancel_sums (JlRegisterList *self)
{
  if (self->sums)
    g_cancellable_cancel (self->sums);
  g_clear_object (&self->sums);
  g_clear_pointer (&self->totals, jl_result_unref);
}

static void
load_sums (JlRegisterList *self, JlPool *pool, const JlRegisterFilter *filter)
{
  cancel_sums (self);
  if (self->coming == NULL)
    jl_register_sums_show (NULL, counter (self), self->table);
  self->sums = g_cancellable_new ();
  jl_register_sums_load_async (pool, filter, self->sums, sums_loaded_cb, g_object_ref (self));
}

void
jl_register_list_restore_mark (JlRegisterList *self)
{
  GListModel *rows = jl_table_get_rows (self->table);
  guint       place = rows && self->marked > 0 ? jl_rows_find (JL_ROWS (rows), self->marked) : 0;

  if (rows && self->marked > 0 && place < g_list_model_get_n_items (rows))
    jl_table_select (self->table, place);
  else
    jl_table_unselect (self->table);
}

static void
show_list_or_why_not (JlRegisterList *self, GListModel *rows)
{
  const char *name = "list";

  if (g_list_model_get_n_items (rows) == 0)
    name = jl_register_filter_bar_is_narrowed (self->filters) ? "nothing-fits" : "empty";
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
rows_loaded_cb (JlRows *rows, GParamSpec *pspec, JlRegisterList *self)
{
  if (rows == self->coming)
    {
      jl_table_replace_rows (self->table, G_LIST_MODEL (rows));
      g_clear_object (&self->coming);
    }
  if (jl_table_get_rows (self->table) != G_LIST_MODEL (rows))
    return;
  show_list_or_why_not (self, G_LIST_MODEL (rows));
  jl_register_list_restore_mark (self);
  basis_changed (self);
}

static void
rows_failed_cb (JlRows *rows, GError *error, JlRegisterList *self)
{
  report (self, _ ("The list could not be loaded."), error);
}

/* Takes the place of what was asked for before. Returns whether it is the same. */
static gboolean
is_asked_again (JlRegisterList *self, const JlRowsQuery *query)
{
  g_autofree char *before = g_steal_pointer (&self->asked);
  g_autofree char *params = query->n_params > 0 ? g_strjoinv ("\n", query->params) : NULL;

  self->asked = g_strjoin ("\n", query->ids_sql, params, NULL);
  return g_strcmp0 (before, self->asked) == 0;
}

/* What is asked for again stays in sight until its successor is there whole; another list begins at its top. */
static void
load_rows (JlRegisterList *self, JlPool *pool, const JlRegisterFilter *filter)
{
  JlRowsQuery *query = jl_register_filter_query (filter);
  gboolean     again = is_asked_again (self, query) && jl_table_get_rows (self->table) && !jl_table_is_empty (self->table);
  g_autoptr (JlRows) rows = jl_rows_new (pool, query, JL_ROWS_PAGE);

  g_signal_connect_object (rows, "notify::loaded", G_CALLBACK (rows_loaded_cb), self, 0);
  g_signal_connect_object (rows, "failed", G_CALLBACK (rows_failed_cb), self, 0);
  g_clear_object (&self->coming);
  if (again)
    {
      self->coming = g_steal_pointer (&rows);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "list");
  jl_table_set_rows (self->table, G_LIST_MODEL (rows));
}

void
jl_register_list_refresh (JlRegisterList *self)
{
  g_autoptr (JlRegisterFilter) filter = NULL;

  if (self->link == NULL || self->reg == NULL)
    return;
  filter = read_filter (self);
  load_rows (self, jl_link_get_pool (self->link), filter);
  load_sums (self, jl_link_get_pool (self->link), filter);
  basis_changed (self);
}

static void
unit_chosen_cb (JlRegisterList *self, int unit_id)
{
  g_signal_emit (self, signals[UNIT_CHOSEN], 0, unit_id);
}

static void
year_chosen_cb (JlRegisterList *self, int year)
{
  g_signal_emit (self, signals[YEAR_CHOSEN], 0, year);
}

static void
clear_clicked_cb (JlRegisterList *self)
{
  jl_register_filter_bar_clear (self->filters);
}

/* Columns */

/* The number of a paper is as long as it is: cut short it would be another. */
static gboolean
is_number_of_paper (const JlField *field)
{
  return (field->flags & JL_FIELD_UNIQUE) || g_str_equal (field->name, "number") || g_str_equal (field->name, "document") ||
         g_str_has_suffix (field->name, "_no");
}

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

      if (text && !is_number_of_paper (columns[i].described))
        columns[i].flags |= JL_COLUMN_EXPAND;
      found += (columns[i].flags & JL_COLUMN_EXPAND) != 0;
      if ((columns[i].flags & JL_COLUMN_NUMBER) == 0)
        last = i;
    }
  if (found == 0 && last < n)
    columns[last].flags |= JL_COLUMN_EXPAND;
}

static void
show_columns (JlRegisterList *self)
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
  jl_register_sums_show (self->totals, counter (self), self->table);
}

static void
columns_chosen_cb (JlRegisterList *self)
{
  g_array_unref (self->columns);
  self->columns = jl_column_chooser_read (self->column_chooser);
  jl_register_columns_save (self->settings, self->reg, self->columns);
  show_columns (self);
}

static void
width_changed_cb (JlRegisterList *self, const char *field, int width)
{
  int i = jl_register_columns_find (self->columns, field);

  if (i < 0)
    return;
  g_array_index (self->columns, JlSeenColumn, i).width = width;
  jl_register_columns_save (self->settings, self->reg, self->columns);
  jl_column_chooser_show (self->column_chooser, self->reg, self->columns);
}

static void
column_moved_cb (JlRegisterList *self, const char *field, guint place)
{
  int          i = jl_register_columns_find (self->columns, field);
  JlSeenColumn moved;

  if (i < 0 || place >= self->columns->len)
    return;
  moved = g_array_index (self->columns, JlSeenColumn, i);
  g_array_remove_index (self->columns, (guint) i);
  g_array_insert_val (self->columns, place, moved);
  jl_register_columns_save (self->settings, self->reg, self->columns);
  jl_column_chooser_show (self->column_chooser, self->reg, self->columns);
  show_columns (self);
}

/* The row of choice */

static void
stop_waiting (JlRegisterList *self)
{
  if (self->waiting)
    g_signal_handlers_disconnect_by_data (self->waiting, self);
  g_clear_object (&self->waiting);
}

static void
choose (JlRegisterList *self, JlRecord *record)
{
  if (jl_record_int (record, "id", 0) > 0)
    g_signal_emit (self, signals[CHOSEN], 0, record);
}

static void
record_ready_cb (JlRecord *record, GParamSpec *pspec, JlRegisterList *self)
{
  g_autoptr (JlRecord) kept = g_object_ref (record);

  stop_waiting (self);
  if (jl_table_get_selected (self->table) == kept)
    choose (self, kept);
}

static void
selection_changed_cb (JlRegisterList *self)
{
  JlRecord *record = jl_table_get_selected (self->table);

  stop_waiting (self);
  if (record == NULL)
    return;
  if (jl_record_is_ready (record))
    {
      choose (self, record);
      return;
    }
  self->waiting = g_object_ref (record);
  g_signal_connect (record, "notify::ready", G_CALLBACK (record_ready_cb), self);
}

static void
activated_cb (JlRegisterList *self, JlRecord *record)
{
  if (jl_record_is_ready (record))
    choose (self, record);
}

/* Export */

/* What stands in sight: its columns, its order. */
static void
export_action (GtkWidget *widget, const char *name, GVariant *suffix)
{
  JlRegisterList *self = JL_REGISTER_LIST (widget);
  GListModel     *rows = jl_table_get_rows (self->table);
  JlExportOrder   order = { NULL };

  if (self->link == NULL || jl_export_bar_is_busy (self->export_bar))
    return;
  order.filter = read_filter (self);
  order.fields = g_ptr_array_new ();
  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (order.fields, (gpointer) g_array_index (self->columns, JlSeenColumn, i).field);
  order.place = g_strdup (jl_register_filter_bar_place_name (self->filters));
  order.place = order.place ? order.place : g_strdup (_ ("Whole province"));
  order.season = jl_register_filter_bar_time_words (self->filters, self->year);
  order.conditions = jl_register_filter_bar_conditions (self->filters);
  order.n = rows ? g_list_model_get_n_items (rows) : 0;
  jl_export_bar_run (self->export_bar, self->link, &order, g_variant_get_string (suffix, NULL));
}

static void
written_cb (JlRegisterList *self, const char *uri)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-file", "(ss)", _ ("The list has been exported."), uri);
}

static void
export_failed_cb (JlRegisterList *self, const GError *error)
{
  report (self, _ ("The list could not be exported."), error);
}

/* Widget */

static void
jl_register_list_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  JlRegisterList *self = JL_REGISTER_LIST (buildable);

  if (g_strcmp0 (type, "tool") == 0)
    gtk_box_append (self->tools, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "side") == 0)
    gtk_box_append (self->beside, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "empty") == 0)
    adw_status_page_set_child (self->empty, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
jl_register_list_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = jl_register_list_add_child;
}

static void
jl_register_list_dispose (GObject *object)
{
  JlRegisterList *self = JL_REGISTER_LIST (object);

  cancel_sums (self);
  stop_waiting (self);
  g_clear_object (&self->coming);
  g_clear_object (&self->link);
  gtk_widget_dispose_template (GTK_WIDGET (self), JL_TYPE_REGISTER_LIST);
  G_OBJECT_CLASS (jl_register_list_parent_class)->dispose (object);
}

static void
jl_register_list_finalize (GObject *object)
{
  JlRegisterList *self = JL_REGISTER_LIST (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->columns, g_array_unref);
  g_free (self->asked);
  G_OBJECT_CLASS (jl_register_list_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/pages/register/jl-register-list.ui");
  gtk_widget_class_bind_template_child (widget_class, JlRegisterList, filters);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterList, column_chooser);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterList, export_bar);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterList, tools);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterList, beside);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterList, stack);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterList, table);
  gtk_widget_class_bind_template_child (widget_class, JlRegisterList, empty);
  gtk_widget_class_bind_template_callback (widget_class, jl_register_list_refresh);
  gtk_widget_class_bind_template_callback (widget_class, unit_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, width_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, column_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, basis_changed);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, written_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_failed_cb);
}

/* To the rows, not to the first filter. */
static gboolean
jl_register_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (JL_REGISTER_LIST (widget)->table));
}

static void
add_signals (GType type)
{
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, JL_TYPE_RECORD);
  signals[UNIT_CHOSEN] = g_signal_new ("unit-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[YEAR_CHOSEN] = g_signal_new ("year-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[BASIS_CHANGED] = g_signal_new ("basis-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_ERROR);
}

static void
jl_register_list_class_init (JlRegisterListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jl_register_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = jl_register_list_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = jl_register_list_grab_focus;
  add_signals (G_TYPE_FROM_CLASS (klass));

  g_type_ensure (JL_TYPE_TABLE);
  g_type_ensure (JL_TYPE_REGISTER_FILTER_BAR);
  g_type_ensure (JL_TYPE_COLUMN_CHOOSER);
  g_type_ensure (JL_TYPE_EXPORT_BAR);
  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "register.export", "s", export_action);
}

static void
jl_register_list_init (JlRegisterList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jl_compat_stack_tell_hidden (self->stack);
  jl_table_set_movable (self->table, TRUE);
  self->settings = jl_settings_open ();
}

void
jl_register_list_set_register (JlRegisterList *self, const JlRegister *reg)
{
  if (reg == self->reg)
    return;
  self->reg = reg;
  self->marked = 0;
  cancel_sums (self);
  g_clear_object (&self->coming);
  jl_table_set_rows (self->table, NULL);
  g_clear_pointer (&self->columns, g_array_unref);
  self->columns = jl_register_columns_load (self->settings, reg);
  jl_column_chooser_show (self->column_chooser, reg, self->columns);
  jl_table_set_order (self->table, jl_register_order_field (reg, 0)->name, FALSE);
  show_columns (self);
  jl_table_set_name (self->table, _ (reg->title));
  jl_register_filter_bar_set_register (self->filters, reg);
}

const JlRegister *
jl_register_list_get_register (JlRegisterList *self)
{
  return self->reg;
}

void
jl_register_list_narrow (JlRegisterList *self, const char *word)
{
  jl_register_filter_bar_narrow (self->filters, word);
}

void
jl_register_list_set_place (JlRegisterList *self, JlLink *link, int unit_id, int year)
{
  if (g_set_object (&self->link, link))
    g_clear_pointer (&self->asked, g_free);
  self->unit_id = unit_id;
  self->year = year;
  if (link)
    jl_register_filter_bar_set_years (self->filters, jl_link_get_desk (link)->years, year);
}

void
jl_register_list_set_known (JlRegisterList *self, gboolean known)
{
  self->known = known;
}

void
jl_register_list_set_places (JlRegisterList *self, const JlPlaces *places)
{
  jl_register_filter_bar_set_places (self->filters, places, self->unit_id);
}

char *
jl_register_list_basis (JlRegisterList *self)
{
  g_autofree char *time = jl_register_filter_bar_time_words (self->filters, self->year);
  g_autofree char *range = range_text (self);
  g_autoptr (GString) basis = g_string_new (NULL);

  append_part (basis, "", jl_register_filter_bar_place_name (self->filters));
  append_part (basis, C_ ("foot", ", "), time);
  append_part (basis, "　", range);
  return basis->len > 0 ? g_strdup (basis->str) : NULL;
}

gint64
jl_register_list_get_parent (JlRegisterList *self)
{
  return jl_register_filter_bar_get_parent (self->filters);
}

void
jl_register_list_mark (JlRegisterList *self, gint64 id)
{
  self->marked = id;
  if (id != 0)
    return;
  stop_waiting (self);
  jl_table_unselect (self->table);
}

void
jl_register_list_set_empty (JlRegisterList *self, const char *title, const char *why)
{
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, why);
}

GVariant *
jl_register_list_save (JlRegisterList *self)
{
  gboolean    descending;
  const char *order = jl_table_get_order (self->table, &descending);

  return g_variant_new ("(sbv)", order ? order : "", descending, jl_register_filter_bar_save (self->filters));
}

void
jl_register_list_restore (JlRegisterList *self, GVariant *state)
{
  const char *order;
  gboolean    descending;
  g_autoptr (GVariant) filters = NULL;

  g_variant_get (state, "(&sbv)", &order, &descending, &filters);
  jl_table_set_order (self->table, order, descending);
  jl_register_filter_bar_restore (self->filters, filters);
}
