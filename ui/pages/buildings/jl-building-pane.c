/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One record in full. The season's values come with the row of the list; the building itself and its
 * history are asked for in one piece of work, which another record cancels. */

#include "jl-building-pane.h"

#include <glib/gi18n-lib.h>

#include "jl-building-fields.h"
#include "jl-building-history.h"
#include "jl-building-list.h"
#include "jl-pair-list.h"
#include "jl-season.h"

struct _JlBuildingPane
{
  AdwBin parent_instance;

  int           building_id;
  int           year;
  GCancellable *cancellable; /* of the load under way, else NULL */

  GtkLabel   *name;
  GtkLabel   *subtitle;
  GtkLabel   *season_title;
  JlPairList *season;
  JlPairList *record;
  GtkBox     *history;
};

G_DEFINE_FINAL_TYPE (JlBuildingPane, jl_building_pane, ADW_TYPE_BIN)

enum
{
  CLOSED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What the worker brings. */
typedef struct
{
  JlResult *building;
  JlResult *history;
} Details;

static void
details_free (gpointer data)
{
  Details *details = data;

  g_clear_pointer (&details->building, jl_result_unref);
  g_clear_pointer (&details->history, jl_result_unref);
  g_free (details);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Details, details_free)

static gpointer
load_details (JlSession *session, gpointer data, GError **error)
{
  int building_id = GPOINTER_TO_INT (data);
  g_autoptr (Details) details = g_new0 (Details, 1);

  details->building = jl_building_load (session, building_id, error);
  if (details->building)
    details->history = jl_building_history_load (session, building_id, error);
  return details->history ? g_steal_pointer (&details) : NULL;
}

static gboolean
has_column (JlResult *result, const char *name)
{
  for (guint i = 0; i < jl_result_n_columns (result); i++)
    {
      if (g_str_equal (jl_result_column_name (result, i), name))
        return TRUE;
    }
  return FALSE;
}

static void
add_field (JlPairList *list, const JlColumn *field, JlResult *result, guint row)
{
  g_autofree char *label = jl_building_field_label (field);
  g_autofree char *text = NULL;

  if (!has_column (result, field->field))
    return;
  text = jl_column_text (field, jl_result_text (result, row, field->field));
  jl_pair_list_add (list, label, text);
}

static void
fill_list (JlPairList *list, const JlColumn *fields, JlResult *result, guint row)
{
  jl_pair_list_clear (list);
  for (const JlColumn *field = fields; field->field; field++)
    add_field (list, field, result, row);
}

static void
show_head (JlBuildingPane *self, JlRecord *row)
{
  g_autofree char *season = jl_season_name ((int) jl_record_int (row, "year", 0));
  g_autofree char *subtitle = g_strdup_printf ("%s　%s", jl_record_text (row, "code"), jl_record_text (row, "unit_name"));

  gtk_label_set_text (self->name, jl_record_text (row, "name"));
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_label_set_text (self->season_title, season);
}

static void
show_version (JlBuildingPane *self, JlResult *building)
{
  g_autofree char *version = NULL;
  g_autofree char *subtitle = NULL;

  if (!has_column (building, "version"))
    return;
  /* Translators: how often a record has been changed, counted from 1 */
  version = g_strdup_printf (_ ("version %d"), (int) jl_result_int (building, 0, "version", 1));
  subtitle = g_strdup_printf ("%s　%s", gtk_label_get_text (self->subtitle), version);
  gtk_label_set_text (self->subtitle, subtitle);
}

static void
show_details (JlBuildingPane *self, const Details *details)
{
  if (jl_result_n_rows (details->building) > 0)
    {
      fill_list (self->record, jl_building_record_fields, details->building, 0);
      show_version (self, details->building);
    }
  jl_building_history_fill (self->history, details->history);
}

static void
details_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlBuildingPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Details) details = jl_pool_run_finish (JL_POOL (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (details)
    show_details (self, details);
  else
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
cancel_load (JlBuildingPane *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
close_clicked_cb (JlBuildingPane *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
jl_building_pane_dispose (GObject *object)
{
  cancel_load (JL_BUILDING_PANE (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_BUILDING_PANE);
  G_OBJECT_CLASS (jl_building_pane_parent_class)->dispose (object);
}

static void
jl_building_pane_class_init (JlBuildingPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_building_pane_dispose;

  signals[CLOSED] =
      g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] =
      g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_ERROR);

  g_type_ensure (JL_TYPE_PAIR_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/pages/buildings/jl-building-pane.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_bind_template_child (widget_class, JlBuildingPane, name);
  gtk_widget_class_bind_template_child (widget_class, JlBuildingPane, subtitle);
  gtk_widget_class_bind_template_child (widget_class, JlBuildingPane, season_title);
  gtk_widget_class_bind_template_child (widget_class, JlBuildingPane, season);
  gtk_widget_class_bind_template_child (widget_class, JlBuildingPane, record);
  gtk_widget_class_bind_template_child (widget_class, JlBuildingPane, history);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
}

static void
jl_building_pane_init (JlBuildingPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * jl_building_pane_open:
 * @self: a pane
 * @pool: where the rest of the record is asked for
 * @row: a row of the list that has arrived
 */
void
jl_building_pane_open (JlBuildingPane *self, JlPool *pool, JlRecord *row)
{
  self->building_id = (int) jl_record_int (row, "building_id", 0);
  self->year = (int) jl_record_int (row, "year", 0);
  show_head (self, row);
  fill_list (self->season, jl_building_season_fields, jl_record_get_result (row), jl_record_get_row (row));
  cancel_load (self);
  self->cancellable = g_cancellable_new ();
  jl_pool_run_async (pool, JL_WORK_READ, load_details, GINT_TO_POINTER (self->building_id), NULL, details_free,
                     self->cancellable, details_loaded_cb, g_object_ref (self));
}

void
jl_building_pane_close (JlBuildingPane *self)
{
  cancel_load (self);
  self->building_id = 0;
}

gboolean
jl_building_pane_shows (JlBuildingPane *self, JlRecord *row)
{
  return jl_record_int (row, "building_id", 0) == self->building_id && jl_record_int (row, "year", 0) == self->year;
}

int
jl_building_pane_get_building (JlBuildingPane *self)
{
  return self->building_id;
}
