/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The window. Pages are made when first shown; they share one year and one unit, and are left only when nothing typed is lost. */

#include "jl-window.h"

#include <glib/gi18n.h>

#include "jl-catch-up.h"
#include "jl-compat.h"
#include "jl-page-table.h"
#include "jl-register.h"
#include "jl-sidebar.h"
#include "jl-toasts.h"
#include "jl-viewpoint.h"
#include "jl-way-back.h"
#include "jl-window-areas.h"
#include "jl-window-charts.h"

/* The page of registers. On the command line a slash and a register's name may follow. */
#define REGISTERS "registers"

struct _JlWindow
{
  AdwApplicationWindow parent_instance;

  JlLink  *link; /* (nullable) */
  int      year;
  int      unit_id;
  gboolean show_sidebar;
  gboolean closing; /* nothing is lost by closing */

  JlCatchUp *catch_up;

  const JlPageKind *shown; /* (nullable) */
  JlWayBack        *way_back;

  JlToasts        *toasts;
  AdwToastOverlay *overlay;
  GtkStack        *rooms;
  JlConnectPage   *connect_page;
  JlSidebar       *sidebar;
  AdwBin          *title_place;
  GtkLabel        *page_title;
  GtkWidget       *practice_tag;
  GtkWidget       *back_button;
  GtkWidget       *busy;
  GtkStack        *pages;
  JlViewpoint     *viewpoint;
  GtkWidget       *viewpoint_bar;
  GtkLabel        *viewpoint_words;
};

G_DEFINE_FINAL_TYPE (JlWindow, jl_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_SHOW_SIDEBAR,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static JlPage *
find_page (JlWindow *self, const JlPageKind *kind)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, kind->name);

  return page ? JL_PAGE (page) : NULL;
}

static void
page_busy_cb (JlWindow *self)
{
  JlPage *page = jl_window_get_page (self);

  gtk_widget_set_visible (self->busy, page && jl_page_is_busy (page));
}

static void
page_year_cb (JlWindow *self, GParamSpec *pspec, JlPage *page)
{
  self->year = jl_page_get_year (page);
}

static void
page_unit_cb (JlWindow *self, GParamSpec *pspec, JlPage *page)
{
  self->unit_id = jl_page_get_unit (page);
}

/* A page may have a title of its own, and a widget for it. */
static void
show_title (JlWindow *self)
{
  JlPage          *page = jl_window_get_page (self);
  const char      *words = page ? jl_page_get_title (page) : NULL;
  g_autofree char *title = NULL;
  GtkWidget       *widget = page ? jl_page_get_title_widget (page) : NULL;

  if (page == NULL)
    return;
  words = words ? words : _ (self->shown->title);
  title = g_strdup_printf ("%s – %s", words, _ ("Heat-metering reform"));
  gtk_label_set_text (self->page_title, words);
  adw_bin_set_child (self->title_place, widget ? widget : GTK_WIDGET (self->page_title));
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
hand_over (JlWindow *self, JlPage *page)
{
  jl_page_set_unit (page, self->unit_id);
  jl_page_set_year (page, self->year);
  jl_page_set_link (page, self->link);
}

/* It gets its link before its place: the first page of a stack is shown, and loads, at once. */
static JlPage *
make_page (JlWindow *self, const JlPageKind *kind)
{
  GtkWidget *page = kind->make ();

  hand_over (self, JL_PAGE (page));
  g_signal_connect_object (page, "notify::busy", G_CALLBACK (page_busy_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::year", G_CALLBACK (page_year_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::title", G_CALLBACK (show_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::unit", G_CALLBACK (page_unit_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->pages, page, kind->name);
  return JL_PAGE (page);
}

static void
update_back (JlWindow *self)
{
  gboolean has_been = !jl_way_back_is_empty (self->way_back);

  gtk_widget_set_visible (self->back_button, has_been);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", has_been);
}

static JlStop
stop_here (JlWindow *self)
{
  JlPage *page = jl_window_get_page (self);

  return (JlStop){ self->shown, self->unit_id, page ? jl_page_save_place (page) : NULL };
}

/* Takes left. */
static void
remember_stop (JlWindow *self, JlStop left)
{
  g_auto (JlStop) reached = stop_here (self);

  jl_way_back_add (self->way_back, left, &reached);
  update_back (self);
}

static void
show_page (JlWindow *self, const JlPageKind *kind, int unit_id)
{
  JlPage *page = find_page (self, kind);

  if (page == NULL)
    page = make_page (self, kind);
  if (unit_id > 0)
    self->unit_id = unit_id;
  hand_over (self, page);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  self->shown = kind;
  jl_sidebar_select (self->sidebar, kind);
  show_title (self);
  page_busy_cb (self);
}

/* Where the window is going, while the page on show is asked whether it can be left. */
typedef struct
{
  const JlPageKind *kind;
  int               unit_id;
  int               year;   /* with filter */
  char             *reg;    /* with filter: the register */
  char             *filter; /* (nullable): of the records to be listed */
} Aim;

static void
aim_free (gpointer data)
{
  g_free (((Aim *) data)->reg);
  g_free (((Aim *) data)->filter);
  g_free (data);
}

static void
go (gpointer owner, gpointer data)
{
  JlWindow  *self = owner;
  const Aim *aim = data;
  JlStop     left;

  if (self->link == NULL)
    return;
  left = stop_here (self);
  if (aim->filter)
    {
      if (find_page (self, aim->kind) == NULL)
        make_page (self, aim->kind);
      aim->kind->open_register (find_page (self, aim->kind), aim->reg, aim->unit_id, aim->year, aim->filter);
    }
  show_page (self, aim->kind, aim->unit_id);
  remember_stop (self, left);
}

/* The sidebar marks the page on show until it has been left. */
static void
leave_for (JlWindow *self, JlPageLeft then, gpointer data, GDestroyNotify free_data)
{
  if (self->shown)
    jl_sidebar_select (self->sidebar, self->shown);
  jl_page_leave_then (jl_window_get_page (self), then, self, data, free_data);
}

static gboolean
open_kind (JlWindow *self, const JlPageKind *kind, int unit_id)
{
  Aim *aim;

  if (kind == NULL || self->link == NULL)
    return FALSE;
  aim = g_new0 (Aim, 1);
  *aim = (Aim){ .kind = kind, .unit_id = unit_id };
  leave_for (self, go, aim, aim_free);
  return TRUE;
}

static void
entry_chosen_cb (JlWindow *self, const char *name)
{
  open_kind (self, jl_page_kind_find (name), 0);
}

/* Actions */

static void
open_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_kind (JL_WINDOW (widget), jl_page_kind_find (g_variant_get_string (parameter, NULL)), 0);
}

static void
open_unit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_kind (JL_WINDOW (widget), jl_page_kind_find ("city"), g_variant_get_int32 (parameter));
}

static gboolean
open_register (JlWindow *self, const char *reg, int unit_id, int year, const char *filter)
{
  Aim *aim;

  if (self->link == NULL || jl_register_find (reg) == NULL)
    return FALSE;
  aim = g_new0 (Aim, 1);
  *aim = (Aim){ jl_page_kind_for_register (reg), unit_id, year, g_strdup (reg), g_strdup (filter) };
  leave_for (self, go, aim, aim_free);
  return TRUE;
}

static void
open_register_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *reg, *filter;
  int         unit_id, year;

  g_variant_get (parameter, "(&sii&s)", &reg, &unit_id, &year, &filter);
  open_register (JL_WINDOW (widget), reg, unit_id, year, filter);
}

static void
toast_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jl_toasts_say (JL_WINDOW (widget)->toasts, g_variant_get_string (parameter, NULL));
}

static void
toast_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *words, *uri;

  g_variant_get (parameter, "(&s&s)", &words, &uri);
  jl_toasts_offer_file (JL_WINDOW (widget)->toasts, words, uri);
}

static void
open_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jl_toasts_open_file (JL_WINDOW (widget)->toasts, g_variant_get_string (parameter, NULL));
}

static void
go_back (gpointer owner, gpointer data)
{
  JlWindow *self = owner;
  g_auto (JlStop) stop = { NULL };

  if (!jl_way_back_take (self->way_back, &stop))
    return;
  update_back (self);
  show_page (self, stop.kind, stop.unit_id);
  if (stop.state)
    jl_page_restore_place (find_page (self, stop.kind), stop.state);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  leave_for (JL_WINDOW (widget), go_back, NULL, NULL);
}

static void
area_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jl_window_move_area (GTK_WINDOW (widget), g_str_equal (name, "win.next-area") ? 1 : -1);
}

static void
chart_table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JlPage *page = jl_window_get_page (JL_WINDOW (widget));

  jl_window_toggle_tables (GTK_WINDOW (widget), page ? GTK_WIDGET (page) : NULL);
}

static void
reload_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JlPage *page = jl_window_get_page (JL_WINDOW (widget));

  if (page)
    jl_page_reload (page);
}

static void
update_counts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jl_sidebar_update_counts (JL_WINDOW (widget)->sidebar);
}

static void
facts_changed_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jl_catch_up_start (JL_WINDOW (widget)->catch_up);
}

/* What is shown of findings may be wrong until somebody has read it. */
static void
tell_behind (JlWindow *self, const GError *error)
{
  g_debug ("findings: %s", error->message);
  jl_toasts_insist (self->toasts, _ ("Saved, but the findings could not be checked against it"), _ ("_Retry"),
                    "win.facts-changed");
}

static void
caught_up_cb (JlWindow *self, const GError *error)
{
  JlPage *page = jl_window_get_page (self);

  if (error)
    tell_behind (self, error);
  jl_sidebar_update_counts (self->sidebar);
  if (page)
    jl_page_findings_changed (page);
}

static void
present_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JlWindow *self = JL_WINDOW (widget);

  if (self->link)
    jl_link_set_viewpoint (self->link, NULL, NULL);
}

static void
viewpoint_changed_cb (JlWindow *self)
{
  g_autofree char *words = self->link ? jl_viewpoint_words (self->link) : NULL;

  if (words)
    gtk_label_set_text (self->viewpoint_words, words);
  gtk_widget_set_visible (self->viewpoint_bar, words != NULL);
}

static void
cancel_load_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JlPage *page = jl_window_get_page (JL_WINDOW (widget));

  if (page)
    jl_page_cancel (page);
}

/* Filling in */

/* Nothing that the official before could see stays in the window. */
static void
drop_pages (JlWindow *self)
{
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, page);
  self->shown = NULL;
}

/* Widget */

static void
jl_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, JL_WINDOW (object)->show_sidebar);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jl_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHOW_SIDEBAR:
      JL_WINDOW (object)->show_sidebar = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* While the window is being asked to close, asking once more does nothing. */
static void
go_away (gpointer owner, gpointer data)
{
  JL_WINDOW (owner)->closing = TRUE;
  gtk_window_close (GTK_WINDOW (owner));
}

static gboolean
jl_window_close_request (GtkWindow *window)
{
  JlWindow *self = JL_WINDOW (window);

  if (!self->closing)
    leave_for (self, go_away, NULL, NULL);
  return self->closing ? GTK_WINDOW_CLASS (jl_window_parent_class)->close_request (window) : GDK_EVENT_STOP;
}

static void
jl_window_dispose (GObject *object)
{
  JlWindow *self = JL_WINDOW (object);

  g_clear_pointer (&self->toasts, jl_toasts_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), JL_TYPE_WINDOW);
  if (self->catch_up)
    jl_catch_up_set_link (self->catch_up, NULL);
  g_clear_object (&self->catch_up);
  g_clear_object (&self->link);
  G_OBJECT_CLASS (jl_window_parent_class)->dispose (object);
}

static void
jl_window_finalize (GObject *object)
{
  jl_way_back_free (JL_WINDOW (object)->way_back);
  G_OBJECT_CLASS (jl_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-page", "s", open_page_action);
  gtk_widget_class_install_action (widget_class, "win.open-unit", "i", open_unit_action);
  gtk_widget_class_install_action (widget_class, "win.open-register", "(siis)", open_register_action);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);
  gtk_widget_class_install_action (widget_class, "win.toast-file", "(ss)", toast_file_action);
  gtk_widget_class_install_action (widget_class, "win.open-file", "s", open_file_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.next-area", NULL, area_action);
  gtk_widget_class_install_action (widget_class, "win.previous-area", NULL, area_action);
  gtk_widget_class_install_action (widget_class, "win.chart-table", NULL, chart_table_action);
  gtk_widget_class_install_action (widget_class, "win.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "win.update-counts", NULL, update_counts_action);
  gtk_widget_class_install_action (widget_class, "win.facts-changed", NULL, facts_changed_action);
  gtk_widget_class_install_action (widget_class, "win.present", NULL, present_action);
  gtk_widget_class_install_action (widget_class, "win.cancel-load", NULL, cancel_load_action);
  gtk_widget_class_install_property_action (widget_class, "win.show-sidebar", "show-sidebar");
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/jiliang/Jiliang/window/jl-window.ui");
  gtk_widget_class_bind_template_child (widget_class, JlWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, JlWindow, rooms);
  gtk_widget_class_bind_template_child (widget_class, JlWindow, connect_page);
  gtk_widget_class_bind_template_child (widget_class, JlWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, JlWindow, title_place);
  gtk_widget_class_bind_template_child (widget_class, JlWindow, page_title);
  gtk_widget_class_bind_template_child (widget_class, JlWindow, practice_tag);
  gtk_widget_class_bind_template_child (widget_class, JlWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, JlWindow, busy);
  gtk_widget_class_bind_template_child (widget_class, JlWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, JlWindow, viewpoint);
  gtk_widget_class_bind_template_child (widget_class, JlWindow, viewpoint_bar);
  gtk_widget_class_bind_template_child (widget_class, JlWindow, viewpoint_words);
  gtk_widget_class_bind_template_callback (widget_class, entry_chosen_cb);
}

static void
jl_window_class_init (JlWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = jl_window_get_property;
  object_class->set_property = jl_window_set_property;
  object_class->dispose = jl_window_dispose;
  object_class->finalize = jl_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = jl_window_close_request;

  props[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (JL_TYPE_CONNECT_PAGE);
  g_type_ensure (JL_TYPE_SIDEBAR);
  g_type_ensure (JL_TYPE_VIEWPOINT);
  bind_template (GTK_WIDGET_CLASS (klass));
  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
jl_window_init (JlWindow *self)
{
  self->show_sidebar = TRUE;
  self->catch_up = jl_catch_up_new ();
  g_signal_connect_object (self->catch_up, "done", G_CALLBACK (caught_up_cb), self, G_CONNECT_SWAPPED);
  self->way_back = jl_way_back_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->toasts = jl_toasts_new (self->overlay);
  jl_compat_stack_tell_hidden (self->rooms);
  jl_compat_stack_tell_hidden (self->pages);
  update_back (self);
}

JlWindow *
jl_window_new (GtkApplication *application)
{
  return g_object_new (JL_TYPE_WINDOW, "application", application, NULL);
}

/**
 * jl_window_set_link:
 * @link: (nullable): a database that has just been opened
 *
 * Opens the window on it: the page on show stays, as far as the new official may see it.
 */
void
jl_window_set_link (JlWindow *self, JlLink *link)
{
  const JlPageKind *kind = self->shown ? self->shown : &jl_page_kinds[0];

  if (!g_set_object (&self->link, link))
    return;
  if (link)
    g_signal_connect_object (link, "viewpoint-changed", G_CALLBACK (viewpoint_changed_cb), self, G_CONNECT_SWAPPED);
  jl_catch_up_set_link (self->catch_up, link);
  jl_viewpoint_set_link (self->viewpoint, link);
  jl_sidebar_set_link (self->sidebar, link);
  viewpoint_changed_cb (self);
  jl_way_back_forget (self->way_back);
  update_back (self);
  drop_pages (self);
  if (link == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), _ ("Heat-metering reform"));
      gtk_stack_set_visible_child_name (self->rooms, "connect");
      return;
    }
  if (jl_link_find_year (link, self->year) < 0)
    self->year = jl_desk_latest_year (jl_link_get_desk (link));
  gtk_widget_set_visible (self->practice_tag, jl_link_is_practice (link));
  gtk_stack_set_visible_child_name (self->rooms, "desk");
  if (kind->name)
    {
      show_page (self, kind, 0);
      jl_page_load_ahead (jl_window_get_page (self));
    }
}

/**
 * jl_window_leave_then:
 * @then: called with the window and @data once the page on show has nothing unsaved any more
 * @data: (nullable): freed with @free_data
 */
void
jl_window_leave_then (JlWindow *self, JlPageLeft then, gpointer data, GDestroyNotify free_data)
{
  leave_for (self, then, data, free_data);
}

JlLink *
jl_window_get_link (JlWindow *self)
{
  return self->link;
}

JlConnectPage *
jl_window_get_connect_page (JlWindow *self)
{
  return self->connect_page;
}

gboolean
jl_window_open (JlWindow *self, const char *page, int unit_id, int year)
{
  if (year > 0)
    self->year = year;
  if (g_str_has_prefix (page, REGISTERS "/"))
    return open_register (self, page + strlen (REGISTERS "/"), unit_id, year, "");
  return open_kind (self, jl_page_kind_find (page), unit_id);
}

JlPage *
jl_window_get_page (JlWindow *self)
{
  return self->shown ? find_page (self, self->shown) : NULL;
}

const char *
jl_window_get_page_name (JlWindow *self)
{
  return self->shown ? self->shown->name : NULL;
}
