/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* An attached paper on screen. A page is painted anew in a thread for each size, so that it stays sharp; the page before stays until
 * then. Zoom 1 is as wide as the window. */

#include "jl-paper-window.h"

#include <glib/gi18n-lib.h>

#include "jl-compat.h"
#include "jl-paper-pages.h"

#define MARGIN 24
#define STEP 1.25
#define MOST 6.0
#define LEAST 0.25

struct _JlPaperWindow
{
  AdwWindow parent_instance;

  GCancellable *cancellable; /* of opening or painting */
  JlPaperPages *pages;       /* NULL until it is read */
  int           page;
  double        zoom;
  char         *title;

  GtkLabel          *name;
  GtkWidget         *turn;
  GtkLabel          *place;
  GtkStack          *stack;
  GtkScrolledWindow *scrolled;
  GtkPicture        *picture;
  AdwStatusPage     *problem;
};

G_DEFINE_FINAL_TYPE (JlPaperWindow, jl_paper_window, ADW_TYPE_WINDOW)

static GCancellable *
renew_cancellable (JlPaperWindow *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  return self->cancellable;
}

static void
show_problem (JlPaperWindow *self, const GError *error)
{
  adw_status_page_set_description (self->problem, error->message);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static int
wanted_width (JlPaperWindow *self)
{
  int room = gtk_widget_get_width (GTK_WIDGET (self->stack));
  int height;

  if (room <= 0) /* not on screen yet */
    gtk_window_get_default_size (GTK_WINDOW (self), &room, &height);
  return MAX ((int) ((room - MARGIN) * self->zoom), 32);
}

static void
set_picture_size (JlPaperWindow *self)
{
  double width, height;
  int    wanted = wanted_width (self);

  jl_paper_pages_get_size (self->pages, self->page, &width, &height);
  gtk_widget_set_size_request (GTK_WIDGET (self->picture), wanted, (int) (wanted * height / width));
}

static void
rendered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlPaperWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = jl_paper_pages_render_finish (JL_PAPER_PAGES (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->pages == NULL)
    return;
  if (error)
    {
      show_problem (self, error);
      return;
    }
  set_picture_size (self);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_stack_set_visible_child_name (self->stack, "page");
}

static void
update_actions (JlPaperWindow *self)
{
  int n = jl_paper_pages_get_n (self->pages);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.previous", self->page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.next", self->page + 1 < n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.larger", self->zoom < MOST);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.smaller", self->zoom > LEAST);
}

static void
show_page (JlPaperWindow *self)
{
  int              n = jl_paper_pages_get_n (self->pages);
  int              scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  g_autofree char *place = g_strdup_printf ("%d / %d", self->page + 1, n);
  /* Translators: for assistive technology: name of a paper, page, number of pages */
  g_autofree char *said = g_strdup_printf (_ ("%s, page %d of %d"), self->title, self->page + 1, n);

  gtk_label_set_text (self->place, place);
  gtk_widget_set_visible (self->turn, n > 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  update_actions (self);
  jl_paper_pages_render_async (self->pages, self->page, wanted_width (self) * scale, renew_cancellable (self), rendered_cb,
                               g_object_ref (self));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (JlPaperWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JlPaperPages) pages = jl_paper_pages_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error)
    {
      show_problem (self, error);
      return;
    }
  g_set_object (&self->pages, pages);
  show_page (self);
}

static void
turn (JlPaperWindow *self, int step)
{
  int page = self->page + step;

  if (self->pages == NULL || page < 0 || page >= jl_paper_pages_get_n (self->pages))
    return;
  self->page = page;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  show_page (self);
}

static void
turn_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (JL_PAPER_WINDOW (widget), g_str_equal (name, "paper.next") ? 1 : -1);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JlPaperWindow *self = JL_PAPER_WINDOW (widget);

  if (self->pages == NULL)
    return;
  if (g_str_equal (name, "paper.fit"))
    self->zoom = 1;
  else
    self->zoom = CLAMP (self->zoom * (g_str_equal (name, "paper.larger") ? STEP : 1 / STEP), LEAST, MOST);
  show_page (self);
}

static void
jl_paper_window_dispose (GObject *object)
{
  JlPaperWindow *self = JL_PAPER_WINDOW (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->pages);
  gtk_widget_dispose_template (GTK_WIDGET (self), JL_TYPE_PAPER_WINDOW);
  G_OBJECT_CLASS (jl_paper_window_parent_class)->dispose (object);
}

static void
jl_paper_window_finalize (GObject *object)
{
  g_free (JL_PAPER_WINDOW (object)->title);
  G_OBJECT_CLASS (jl_paper_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char     *action;
    guint           key;
    GdkModifierType modifiers;
  } keys[] = {
    { "paper.previous", GDK_KEY_Page_Up, 0 },
    { "paper.next", GDK_KEY_Page_Down, 0 },
    { "paper.larger", GDK_KEY_plus, GDK_CONTROL_MASK },
    { "paper.larger", GDK_KEY_equal, GDK_CONTROL_MASK },
    { "paper.larger", GDK_KEY_KP_Add, GDK_CONTROL_MASK },
    { "paper.smaller", GDK_KEY_minus, GDK_CONTROL_MASK },
    { "paper.smaller", GDK_KEY_KP_Subtract, GDK_CONTROL_MASK },
    { "paper.fit", GDK_KEY_0, GDK_CONTROL_MASK },
    { "window.close", GDK_KEY_Escape, 0 },
  };

  gtk_widget_class_install_action (widget_class, "paper.previous", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "paper.next", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "paper.larger", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "paper.smaller", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "paper.fit", NULL, zoom_action);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}

static void
jl_paper_window_class_init (JlPaperWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_paper_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = jl_paper_window_finalize;

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/form/jl-paper-window.ui");
  gtk_widget_class_bind_template_child (widget_class, JlPaperWindow, name);
  gtk_widget_class_bind_template_child (widget_class, JlPaperWindow, turn);
  gtk_widget_class_bind_template_child (widget_class, JlPaperWindow, place);
  gtk_widget_class_bind_template_child (widget_class, JlPaperWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, JlPaperWindow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, JlPaperWindow, picture);
  gtk_widget_class_bind_template_child (widget_class, JlPaperWindow, problem);
}

static void
jl_paper_window_init (JlPaperWindow *self)
{
  self->zoom = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  jl_compat_stack_tell_hidden (self->stack);
}

/**
 * jl_paper_window_new:
 * @parent: whose window it stands over
 * @name: of the file
 * @mime: of the content
 * @content: as it was attached
 *
 * Returns: a window to be presented; it reads the paper meanwhile
 */
GtkWidget *
jl_paper_window_new (GtkWindow *parent, const char *name, const char *mime, GBytes *content)
{
  JlPaperWindow *self = g_object_new (JL_TYPE_PAPER_WINDOW, "transient-for", parent, "title", name, NULL);

  self->title = g_strdup (name);
  gtk_label_set_text (self->name, name);
  jl_paper_pages_open_async (content, mime, renew_cancellable (self), opened_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}

gboolean
jl_paper_window_is_ready (JlPaperWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "waiting") != 0;
}
