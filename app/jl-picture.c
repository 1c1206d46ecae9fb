/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Writes pages of a window as PNG. What hangs on a page besides its load (lazy rows, records) gets
 * a moment to arrive. */

#include "jl-picture.h"

#include <glib/gi18n.h>

#include "jl-error.h"

#define LOOK_EVERY_MS 50
#define SETTLE_LOOKS 14
#define GIVE_UP_LOOKS 1200

typedef struct
{
  JlWindow *window;
  char    **pictures;
  guint     next;
  int       unit_id;
  int       year;
  int       looks;   /* since the page was opened */
  int       settled; /* since it was loaded */
} Pictures;

static void
pictures_free (gpointer data)
{
  Pictures *self = data;

  g_strfreev (self->pictures);
  g_object_unref (self->window);
  g_free (self);
}

static GdkTexture *
render (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GskRenderNode) node = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int          width = gtk_widget_get_width (widget);
  int          height = gtk_widget_get_height (widget);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (widget)), node,
                                      &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
}

static gboolean
save (Pictures *self, const char *path, GError **error)
{
  g_autoptr (GdkTexture) texture = render (GTK_WIDGET (self->window));

  if (gdk_texture_save_to_png (texture, path))
    return TRUE;
  g_set_error (error, JL_ERROR, JL_ERROR_FAILED, _ ("%s cannot be written."), path);
  return FALSE;
}

static const char *
path_of (const char *picture)
{
  return strchr (picture, '=') + 1;
}

static gboolean
open_next (Pictures *self, GError **error)
{
  const char      *picture = self->pictures[self->next];
  g_autofree char *page = g_strndup (picture, (gsize) (path_of (picture) - picture) - 1);

  self->looks = 0;
  self->settled = 0;
  if (jl_window_open (self->window, page, self->unit_id, self->year))
    return TRUE;
  g_set_error (error, JL_ERROR, JL_ERROR_NOT_FOUND, _ ("There is no page “%s”."), page);
  return FALSE;
}

/* Whether the page may be photographed now. */
static gboolean
is_ready (Pictures *self)
{
  JlPage *page = jl_window_get_page (self->window);

  self->looks++;
  if (!jl_page_is_waiting (page))
    self->settled++;
  return self->settled > SETTLE_LOOKS;
}

static gboolean
look_cb (gpointer user_data)
{
  GTask    *task = user_data;
  Pictures *self = g_task_get_task_data (task);
  GError   *error = NULL;

  if (self->looks > GIVE_UP_LOOKS)
    {
      g_task_return_new_error (task, JL_ERROR, JL_ERROR_TIMEOUT,
                               _ ("The page did not load in time."));
      return G_SOURCE_REMOVE;
    }
  if (!is_ready (self))
    return G_SOURCE_CONTINUE;
  if (!save (self, path_of (self->pictures[self->next]), &error) ||
      (self->pictures[++self->next] && !open_next (self, &error)))
    {
      g_task_return_error (task, error);
      return G_SOURCE_REMOVE;
    }
  if (self->pictures[self->next])
    return G_SOURCE_CONTINUE;
  g_task_return_boolean (task, TRUE);
  return G_SOURCE_REMOVE;
}

void
jl_picture_write_async (JlWindow           *window,
                        const char *const  *pictures,
                        int                 unit_id,
                        int                 year,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  GTask    *task = g_task_new (NULL, NULL, callback, user_data);
  Pictures *self = g_new0 (Pictures, 1);
  GError   *error = NULL;

  *self = (Pictures){ g_object_ref (window), g_strdupv ((char **) pictures), 0, unit_id, year };
  g_task_set_source_tag (task, jl_picture_write_async);
  gtk_widget_add_css_class (GTK_WIDGET (window), "jl-picture");
  g_task_set_task_data (task, self, pictures_free);
  if (open_next (self, &error))
    g_timeout_add_full (G_PRIORITY_DEFAULT, LOOK_EVERY_MS, look_cb, task, g_object_unref);
  else
    {
      g_task_return_error (task, error);
      g_object_unref (task);
    }
}

gboolean
jl_picture_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
