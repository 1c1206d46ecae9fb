/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The drop-down of heating seasons at the head of a page. */

#include "jl-year-picker.h"

#include <glib/gi18n.h>

#include "jl-season.h"

struct _JlYearPicker
{
  AdwBin parent_instance;

  JlPage      *page; /* unowned: it owns us */
  GtkDropDown *drop_down;
  GArray      *years; /* int, in the order of the list */
  gboolean     assessment;
};

G_DEFINE_FINAL_TYPE (JlYearPicker, jl_year_picker, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_ASSESSMENT,
};

static void
selected_cb (JlYearPicker *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (self->page && selected < self->years->len)
    jl_page_set_year (self->page, g_array_index (self->years, int, selected));
}

static void
follow_year (JlYearPicker *self)
{
  int year = jl_page_get_year (self->page);

  for (guint i = 0; i < self->years->len; i++)
    {
      if (g_array_index (self->years, int, i) == year)
        gtk_drop_down_set_selected (self->drop_down, i);
    }
}

static void
add_year (JlYearPicker *self, GtkStringList *names, int year)
{
  /* Translators: an assessment year */
  g_autofree char *name =
      self->assessment ? g_strdup_printf (_ ("Year %d"), year) : jl_season_name (year);

  gtk_string_list_append (names, name);
  g_array_append_val (self->years, year);
}

/* A page keeps its year when the link changes, so the list is filled without telling the page. */
static void
follow_link (JlYearPicker *self)
{
  JlLink *link = jl_page_get_link (self->page);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  JlResult *years;

  if (link == NULL)
    return;
  years = jl_link_get_desk (link)->years;
  g_array_set_size (self->years, 0);
  for (guint i = 0; i < jl_result_n_rows (years); i++)
    {
      if (jl_result_bool (years, i, "has_facts"))
        add_year (self, names, (int) jl_result_int (years, i, "year", 0));
    }
  g_signal_handlers_block_by_func (self->drop_down, selected_cb, self);
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (names));
  follow_year (self);
  g_signal_handlers_unblock_by_func (self->drop_down, selected_cb, self);
}

static void
jl_year_picker_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ASSESSMENT)
    JL_YEAR_PICKER (object)->assessment = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jl_year_picker_finalize (GObject *object)
{
  g_array_unref (JL_YEAR_PICKER (object)->years);
  G_OBJECT_CLASS (jl_year_picker_parent_class)->finalize (object);
}

static void
jl_year_picker_class_init (JlYearPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->set_property = jl_year_picker_set_property;
  G_OBJECT_CLASS (klass)->finalize = jl_year_picker_finalize;
  g_object_class_install_property (
      G_OBJECT_CLASS (klass), PROP_ASSESSMENT,
      g_param_spec_boolean ("assessment", NULL, NULL, FALSE,
                            G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
}

static void
jl_year_picker_init (JlYearPicker *self)
{
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Heating season"), -1);
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->drop_down));
}

void
jl_year_picker_bind_page (JlYearPicker *self, JlPage *page)
{
  self->page = page;
  g_signal_connect_object (page, "notify::link", G_CALLBACK (follow_link), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::year", G_CALLBACK (follow_year), self, G_CONNECT_SWAPPED);
  follow_link (self);
}
