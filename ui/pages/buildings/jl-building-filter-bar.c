/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The filter row of the building ledger. The first item of every drop-down means "no filter". */

#include "jl-building-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "jl-unit-picker.h"
#include "jl-words.h"
#include "jl-wrap-layout.h"

struct _JlBuildingFilterBar
{
  GtkWidget parent_instance;

  GArray  *leaves; /* ids (int) behind the items of the drop-down of leaves */
  gboolean quiet;  /* while the program changes several things */

  const char *behind_figure; /* (nullable), interned: the figure whose records are shown */

  GtkWidget       *search;
  JlUnitPicker    *unit;
  GtkDropDown     *leaf;
  GtkDropDown     *use;
  GtkDropDown     *energy;
  GtkDropDown     *billing;
  GtkDropDown     *fit;
  GtkToggleButton *missing;
  GtkToggleButton *behind;
  GtkWidget       *clear;
};

G_DEFINE_FINAL_TYPE (JlBuildingFilterBar, jl_building_filter_bar, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  UNIT_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Codes behind the items of a drop-down, after the first. */
static const int         uses[] = { 1, 2, 3, 4, 5 };
static const int         energies[] = { 0, 50, 65 };
static const int         billings[] = { 1, 2, 3, 4, 5, 0 };
static const char *const fitness[] = { "yes", "no", "undecided" };

static void
fill_codes (GtkDropDown *choice, const char *any, const int *codes, guint n, const char *(*word) (int) )
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, any);
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (words, word (codes[i]));
  gtk_drop_down_set_model (choice, G_LIST_MODEL (words));
}

static void
fill_fitness (GtkDropDown *choice)
{
  const char *const words[] = { _ ("Any fitness"), _ ("Fit for metering"), _ ("Not fit"), _ ("Undecided"), NULL };

  g_autoptr (GtkStringList) list = gtk_string_list_new (words);

  gtk_drop_down_set_model (choice, G_LIST_MODEL (list));
}

static int
chosen_code (GtkDropDown *choice, const int *codes)
{
  guint selected = gtk_drop_down_get_selected (choice);

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION ? -1 : codes[selected - 1];
}

static int
chosen_leaf (JlBuildingFilterBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->leaf);

  return selected < self->leaves->len ? g_array_index (self->leaves, int, selected) : 0;
}

static gboolean
has_filter (JlBuildingFilterBar *self)
{
  JlBuildingFilter filter;

  jl_building_filter_bar_read (self, &filter);
  return filter.leaf_id > 0 || filter.use >= 0 || filter.energy >= 0 || filter.billing >= 0 || filter.fit != NULL ||
         filter.behind != NULL || filter.missing_only || filter.text != NULL;
}

static void
changed_cb (JlBuildingFilterBar *self)
{
  if (self->quiet)
    return;
  gtk_widget_set_sensitive (self->clear, has_filter (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The button is there while it filters: pressing it takes the filter away. */
static void
show_behind (JlBuildingFilterBar *self, const char *figure)
{
  self->behind_figure = g_intern_string (figure);
  gtk_widget_set_visible (GTK_WIDGET (self->behind), figure != NULL);
  gtk_button_set_label (GTK_BUTTON (self->behind), figure ? jl_indicator_word (figure) : "");
  gtk_toggle_button_set_active (self->behind, figure != NULL);
}

static void
behind_toggled_cb (JlBuildingFilterBar *self)
{
  if (self->quiet || gtk_toggle_button_get_active (self->behind))
    return;
  show_behind (self, NULL);
  changed_cb (self);
}

static void
unit_chosen_cb (JlBuildingFilterBar *self, int unit_id)
{
  self->quiet = TRUE;
  gtk_drop_down_set_selected (self->leaf, 0);
  self->quiet = FALSE;
  g_signal_emit (self, signals[UNIT_CHOSEN], 0, unit_id);
}

static void
fill_units (JlBuildingFilterBar *self, JlResult *units)
{
  jl_unit_picker_clear (self->unit);
  jl_unit_picker_add (self->unit, 0, _ ("Whole province"), NULL, NULL);
  for (guint i = 0; i < jl_result_n_rows (units); i++)
    jl_unit_picker_add (self->unit,
                        (int) jl_result_int (units, i, "unit_id", 0),
                        jl_result_text (units, i, "name"),
                        jl_result_text (units, i, "code"),
                        jl_group_word (jl_result_text (units, i, "grp")));
}

static guint
append_leaf (JlBuildingFilterBar *self, GtkStringList *names, int id, const char *name)
{
  g_array_append_val (self->leaves, id);
  gtk_string_list_append (names, name);
  return self->leaves->len - 1;
}

static void
fill_leaves (JlBuildingFilterBar *self, JlResult *leaves)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  int   kept = chosen_leaf (self);
  guint selected = 0;

  g_array_set_size (self->leaves, 0);
  append_leaf (self, names, 0, _ ("All districts and counties"));
  for (guint i = 0; i < jl_result_n_rows (leaves); i++)
    {
      int   id = (int) jl_result_int (leaves, i, "unit_id", 0);
      guint place = append_leaf (self, names, id, jl_result_text (leaves, i, "name"));

      if (id == kept)
        selected = place;
    }
  gtk_drop_down_set_model (self->leaf, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->leaf, selected);
}

static void
jl_building_filter_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_BUILDING_FILTER_BAR);
  G_OBJECT_CLASS (jl_building_filter_bar_parent_class)->dispose (object);
}

static void
jl_building_filter_bar_finalize (GObject *object)
{
  g_array_unref (JL_BUILDING_FILTER_BAR (object)->leaves);
  G_OBJECT_CLASS (jl_building_filter_bar_parent_class)->finalize (object);
}

static void
jl_building_filter_bar_class_init (JlBuildingFilterBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jl_building_filter_bar_dispose;
  object_class->finalize = jl_building_filter_bar_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[UNIT_CHOSEN] =
      g_signal_new ("unit-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (JL_TYPE_WRAP_LAYOUT);
  g_type_ensure (JL_TYPE_UNIT_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/pages/buildings/jl-building-filter-bar.ui");
  gtk_widget_class_set_css_name (widget_class, "buildingfilters");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, JlBuildingFilterBar, search);
  gtk_widget_class_bind_template_child (widget_class, JlBuildingFilterBar, unit);
  gtk_widget_class_bind_template_child (widget_class, JlBuildingFilterBar, leaf);
  gtk_widget_class_bind_template_child (widget_class, JlBuildingFilterBar, use);
  gtk_widget_class_bind_template_child (widget_class, JlBuildingFilterBar, energy);
  gtk_widget_class_bind_template_child (widget_class, JlBuildingFilterBar, billing);
  gtk_widget_class_bind_template_child (widget_class, JlBuildingFilterBar, fit);
  gtk_widget_class_bind_template_child (widget_class, JlBuildingFilterBar, missing);
  gtk_widget_class_bind_template_child (widget_class, JlBuildingFilterBar, behind);
  gtk_widget_class_bind_template_child (widget_class, JlBuildingFilterBar, clear);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, behind_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, jl_building_filter_bar_clear);
}

static void
jl_building_filter_bar_init (JlBuildingFilterBar *self)
{
  const char *const all[] = { _ ("All districts and counties"), NULL };

  g_autoptr (GtkStringList) leaves = gtk_string_list_new (all);

  self->leaves = g_array_new (FALSE, FALSE, sizeof (int));
  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->leaf, G_LIST_MODEL (leaves));
  fill_codes (self->use, _ ("All uses"), uses, G_N_ELEMENTS (uses), jl_use_word);
  fill_codes (self->energy, _ ("All energy standards"), energies, G_N_ELEMENTS (energies), jl_energy_word);
  fill_codes (self->billing, _ ("All billing modes"), billings, G_N_ELEMENTS (billings), jl_billing_word);
  fill_fitness (self->fit);
  self->quiet = FALSE;
}

void
jl_building_filter_bar_set_places (JlBuildingFilterBar *self, const JlPlaces *places, int unit_id)
{
  self->quiet = TRUE;
  fill_units (self, places->units);
  jl_unit_picker_set_unit (self->unit, unit_id);
  fill_leaves (self, places->leaves);
  self->quiet = FALSE;
}

void
jl_building_filter_bar_narrow (JlBuildingFilterBar *self, const char *word)
{
  self->quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->leaf, 0);
  gtk_drop_down_set_selected (self->use, 0);
  gtk_drop_down_set_selected (self->energy, 0);
  gtk_drop_down_set_selected (self->billing, 0);
  gtk_drop_down_set_selected (self->fit, 0);
  gtk_toggle_button_set_active (self->missing, g_strcmp0 (word, "missing") == 0);
  show_behind (self, jl_building_can_narrow (word) ? word : NULL);
  self->quiet = FALSE;
  gtk_widget_set_sensitive (self->clear, has_filter (self));
}

void
jl_building_filter_bar_read (JlBuildingFilterBar *self, JlBuildingFilter *filter)
{
  guint       fit = gtk_drop_down_get_selected (self->fit);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  *filter = (JlBuildingFilter){
    .unit_id = jl_unit_picker_get_unit (self->unit),
    .leaf_id = chosen_leaf (self),
    .use = chosen_code (self->use, uses),
    .energy = chosen_code (self->energy, energies),
    .billing = chosen_code (self->billing, billings),
    .fit = fit == 0 || fit > G_N_ELEMENTS (fitness) ? NULL : fitness[fit - 1],
    .behind = self->behind_figure,
    .missing_only = gtk_toggle_button_get_active (self->missing),
    .text = *text ? text : NULL,
  };
}

const char *
jl_building_filter_bar_place_name (JlBuildingFilterBar *self)
{
  GtkStringObject *leaf = gtk_drop_down_get_selected_item (self->leaf);

  if (chosen_leaf (self) > 0 && leaf)
    return gtk_string_object_get_string (leaf);
  return jl_unit_picker_get_name (self->unit);
}

void
jl_building_filter_bar_clear (JlBuildingFilterBar *self)
{
  jl_building_filter_bar_narrow (self, "");
  g_signal_emit (self, signals[CHANGED], 0);
}
