/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The list of pages, the main menu over it and who is signed in under it. */

#include "jl-sidebar.h"

#include <glib/gi18n.h>

#include "jl-quantity.h"
#include "jl-run.h"

struct _JlSidebar
{
  GtkWidget parent_instance;

  GtkWidget  *box;
  GtkListBox *entries;
  GtkLabel   *who;
  GtkLabel   *where;
  GMenu      *officials_section;

  JlLink       *link;     /* (nullable) */
  GCancellable *counting; /* (nullable) */
  guint         soon;     /* source: counting waits for the page on show to ask first; 0: it does not wait */
};

G_DEFINE_FINAL_TYPE (JlSidebar, jl_sidebar, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const JlPageKind *
kind_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "kind");
}

static void
entry_activated_cb (JlSidebar *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, kind_of (row)->name);
}

static void
header_func (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const JlPageKind *kind = g_object_get_data (G_OBJECT (row), "kind");
  const JlPageKind *above = before ? g_object_get_data (G_OBJECT (before), "kind") : NULL;
  gboolean          wants_line = above && above->group != kind->group;

  gtk_list_box_row_set_header (row,
                               wants_line ? gtk_separator_new (GTK_ORIENTATION_HORIZONTAL) : NULL);
}

static void
add_entry (JlSidebar *self, const JlPageKind *kind)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_ (kind->entry));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_add_css_class (count, "jl-note");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "count", count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (kind->entry), -1);
  g_object_set_data (G_OBJECT (row), "kind", (gpointer) kind);
  gtk_list_box_append (self->entries, row);
}

static void
fill_entries (JlSidebar *self)
{
  gtk_list_box_set_header_func (self->entries, header_func, NULL, NULL);
  for (const JlPageKind *kind = jl_page_kinds; kind->name; kind++)
    {
      if (kind->entry)
        add_entry (self, kind);
    }
}

/* Counts */

static void
show_count (GtkListBoxRow *row, gint64 n)
{
  GtkLabel        *label = g_object_get_data (G_OBJECT (row), "count");
  const char      *entry = _ (kind_of (row)->entry);
  g_autofree char *count = n > 0 ? jl_format_count (n, JL_NUMBER_SCREEN) : g_strdup ("");
  g_autofree char *spoken = n > 0 ? g_strdup_printf ("%s %s", entry, count) : g_strdup (entry);

  gtk_label_set_text (label, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* One a page, in the order of the table; what cannot be counted is not told. */
static gpointer
load_counts (JlSession *session, gpointer data, GError **error)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (const JlPageKind *kind = jl_page_kinds; kind->name; kind++)
    {
      gint64 n = kind->count ? kind->count (session, error) : 0;

      if (n < 0)
        {
          g_array_unref (counts);
          return NULL;
        }
      g_array_append_val (counts, n);
    }
  return counts;
}

static void
counted_cb (gpointer owner, gpointer product, const GError *error)
{
  JlSidebar     *self = owner;
  GArray        *counts = product;
  GtkListBoxRow *row;

  g_clear_object (&self->counting);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->entries, i)) != NULL; i++)
    show_count (row, counts ? g_array_index (counts, gint64, kind_of (row) - jl_page_kinds) : 0);
  g_clear_pointer (&counts, g_array_unref);
}

static void
stop_counting (JlSidebar *self)
{
  g_clear_handle_id (&self->soon, g_source_remove);
  if (self->counting)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

void
jl_sidebar_update_counts (JlSidebar *self)
{
  stop_counting (self);
  if (self->link)
    self->counting = jl_run_start (self, jl_link_get_pool (self->link), JL_WORK_READ, load_counts, NULL, NULL,
                                   (GDestroyNotify) g_array_unref, counted_cb);
}

static gboolean
count_cb (gpointer sidebar)
{
  JL_SIDEBAR (sidebar)->soon = 0;
  jl_sidebar_update_counts (sidebar);
  return G_SOURCE_REMOVE;
}

static gboolean
is_counted (const char *table)
{
  for (const JlPageKind *kind = jl_page_kinds; kind->name; kind++)
    if (kind->count && g_str_equal (kind->reg, table))
      return TRUE;
  return FALSE;
}

/* What this window changes itself is counted when it says so. */
static void
data_changed_cb (JlSidebar *self, const char *table, gboolean own)
{
  if (!own && (*table == '\0' || is_counted (table)))
    jl_sidebar_update_counts (self);
}

static GMenuItem *
official_item_new (const JlResult *officials, guint row)
{
  g_autofree char *label =
      g_strdup_printf ("%s  %s", jl_duty_word (jl_result_text (officials, row, "duty")),
                       jl_result_text (officials, row, "display_name"));
  GMenuItem *item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "app.open-as", "s",
                                     jl_result_text (officials, row, "role"));
  return item;
}

/* Only a practice database lets anybody in as anybody. */
static void
fill_officials (JlSidebar *self, JlLink *link)
{
  const JlResult *officials = jl_link_get_desk (link)->officials;
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_remove_all (self->officials_section);
  if (!jl_link_is_practice (link))
    return;
  for (guint i = 0; i < jl_result_n_rows (officials); i++)
    {
      g_autoptr (GMenuItem) item = official_item_new (officials, i);

      g_menu_append_item (menu, item);
    }
  g_menu_append_submenu (self->officials_section, _ ("_Reopen As"), G_MENU_MODEL (menu));
}

static void
fill_foot (JlSidebar *self, JlLink *link)
{
  gboolean         practice = jl_link_is_practice (link);
  g_autofree char *who = g_strdup_printf ("%s  %s", jl_duty_word (jl_link_get_duty (link)),
                                          jl_link_get_display_name (link));
  g_autofree char *where = g_strdup_printf (
      "%s  %s", practice ? _ ("Practice database") : _ ("Central database"), _ ("Connected"));

  gtk_label_set_text (self->who, who);
  gtk_label_set_text (self->where, where);
}

static void
jl_sidebar_dispose (GObject *object)
{
  stop_counting (JL_SIDEBAR (object));
  g_clear_object (&JL_SIDEBAR (object)->link);
  gtk_widget_dispose_template (GTK_WIDGET (object), JL_TYPE_SIDEBAR);
  G_OBJECT_CLASS (jl_sidebar_parent_class)->dispose (object);
}

static void
jl_sidebar_class_init (JlSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_sidebar_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jiliang/Jiliang/window/jl-sidebar.ui");
  gtk_widget_class_set_css_name (widget_class, "sidebar");
  gtk_widget_class_bind_template_child (widget_class, JlSidebar, box);
  gtk_widget_class_bind_template_child (widget_class, JlSidebar, entries);
  gtk_widget_class_bind_template_child (widget_class, JlSidebar, who);
  gtk_widget_class_bind_template_child (widget_class, JlSidebar, where);
  gtk_widget_class_bind_template_child (widget_class, JlSidebar, officials_section);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
jl_sidebar_init (JlSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_entries (self);
}

static void
show_link (JlSidebar *self)
{
  GtkListBoxRow *row;

  fill_officials (self, self->link);
  fill_foot (self, self->link);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->entries, i)) != NULL; i++)
    show_count (row, 0);
  self->soon = g_idle_add_full (G_PRIORITY_LOW, count_cb, self, NULL);
}

void
jl_sidebar_set_link (JlSidebar *self, JlLink *link)
{
  stop_counting (self);
  if (self->link)
    g_signal_handlers_disconnect_by_func (jl_link_get_pool (self->link), data_changed_cb, self);
  g_set_object (&self->link, link);
  if (link == NULL)
    return;
  g_signal_connect_object (jl_link_get_pool (link), "changed", G_CALLBACK (data_changed_cb), self, G_CONNECT_SWAPPED);
  show_link (self);
}

void
jl_sidebar_select (JlSidebar *self, const JlPageKind *kind)
{
  GtkListBoxRow *row;

  gtk_list_box_unselect_all (self->entries);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->entries, i)) != NULL; i++)
    {
      if (kind_of (row) == kind)
        gtk_list_box_select_row (self->entries, row);
    }
}
