/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Pages of an attached paper. Poppler reads and paints a PDF, one page at a time and one thread at a time: a document of it belongs
 * to one thread, so a lock stands before it. A picture is decoded once and shown as it is. */

#include "jl-paper-pages.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <poppler.h>

#include "jl-error.h"

#define PIXELS_PER_POINT (96.0 / 72.0)
#define MOST_PIXELS 40e6

struct _JlPaperPages
{
  GObject parent_instance;

  GMutex           lock;     /* of document */
  PopplerDocument *document; /* NULL: a picture */
  GdkTexture      *picture;  /* NULL: a PDF */
  GArray          *sizes;    /* Size of each page */
};

G_DEFINE_FINAL_TYPE (JlPaperPages, jl_paper_pages, G_TYPE_OBJECT)

typedef struct
{
  double width;
  double height;
} Size;

typedef struct
{
  GBytes  *content;
  gboolean is_pdf;
} Source;

static void
source_free (gpointer data)
{
  g_bytes_unref (((Source *) data)->content);
  g_free (data);
}

static void
jl_paper_pages_finalize (GObject *object)
{
  JlPaperPages *self = JL_PAPER_PAGES (object);

  g_clear_object (&self->document);
  g_clear_object (&self->picture);
  g_array_unref (self->sizes);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (jl_paper_pages_parent_class)->finalize (object);
}

static void
jl_paper_pages_class_init (JlPaperPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jl_paper_pages_finalize;
}

static void
jl_paper_pages_init (JlPaperPages *self)
{
  g_mutex_init (&self->lock);
  self->sizes = g_array_new (FALSE, FALSE, sizeof (Size));
}

static void
explain (GError **error, const GError *cause)
{
  if (g_error_matches (cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, JL_ERROR, JL_ERROR_INVALID, _ ("The PDF is locked by a password. Save a copy and open it elsewhere."));
  else
    g_set_error (error, JL_ERROR, JL_ERROR_INVALID, "%s\n%s",
                 _ ("The paper is damaged and cannot be shown. Save a copy and look at it elsewhere."), cause->message);
}

static void
add_size (JlPaperPages *self, double width, double height)
{
  Size size = { MAX (width, 1), MAX (height, 1) };

  g_array_append_val (self->sizes, size);
}

static void
measure (JlPaperPages *self)
{
  int n = self->document ? poppler_document_get_n_pages (self->document) : 0;

  if (self->picture)
    add_size (self, gdk_texture_get_width (self->picture), gdk_texture_get_height (self->picture));
  for (int i = 0; i < n; i++)
    {
      PopplerPage *sheet = poppler_document_get_page (self->document, i);
      double       width = 1, height = 1;

      if (sheet)
        poppler_page_get_size (sheet, &width, &height);
      g_clear_object (&sheet);
      add_size (self, width * PIXELS_PER_POINT, height * PIXELS_PER_POINT);
    }
}

static gboolean
read_source (JlPaperPages *self, const Source *source, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (source->is_pdf)
    self->document = poppler_document_new_from_bytes (source->content, NULL, &cause);
  else
    self->picture = gdk_texture_new_from_bytes (source->content, &cause);
  if (cause)
    {
      explain (error, cause);
      return FALSE;
    }
  measure (self);
  if (self->sizes->len > 0)
    return TRUE;
  g_set_error_literal (error, JL_ERROR, JL_ERROR_INVALID, _ ("The PDF has no pages."));
  return FALSE;
}

static void
open_in_thread (GTask *task, gpointer object, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (JlPaperPages) self = g_object_new (JL_TYPE_PAPER_PAGES, NULL);
  GError *error = NULL;

  if (read_source (self, task_data, &error))
    g_task_return_pointer (task, g_steal_pointer (&self), g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * jl_paper_pages_open_async:
 * @content: as it was attached
 * @mime: application/pdf, image/png or image/jpeg
 */
void
jl_paper_pages_open_async (GBytes             *content,
                           const char         *mime,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Source *source = g_new (Source, 1);

  *source = (Source){ g_bytes_ref (content), g_strcmp0 (mime, "application/pdf") == 0 };
  g_task_set_source_tag (task, jl_paper_pages_open_async);
  g_task_set_task_data (task, source, source_free);
  g_task_run_in_thread (task, open_in_thread);
}

JlPaperPages *
jl_paper_pages_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

int
jl_paper_pages_get_n (JlPaperPages *self)
{
  return (int) self->sizes->len;
}

void
jl_paper_pages_get_size (JlPaperPages *self, int page, double *width, double *height)
{
  const Size *size = &g_array_index (self->sizes, Size, page);

  *width = size->width;
  *height = size->height;
}

static void
free_surface (gpointer surface)
{
  cairo_surface_destroy (surface);
}

static GdkTexture *
texture_of (cairo_surface_t *surface)
{
  int         width = cairo_image_surface_get_width (surface);
  int         height = cairo_image_surface_get_height (surface);
  gsize       stride = (gsize) cairo_image_surface_get_stride (surface);
  GBytes     *bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height, free_surface, surface);
  GdkTexture *texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);

  g_bytes_unref (bytes);
  return texture;
}

/* White where a page is damaged. */
static cairo_surface_t *
paint (JlPaperPages *self, int page, int wanted)
{
  double           width, height, scale;
  cairo_surface_t *surface;
  cairo_t         *cr;
  PopplerPage     *sheet = poppler_document_get_page (self->document, page);

  jl_paper_pages_get_size (self, page, &width, &height);
  scale = MIN (wanted / width, sqrt (MOST_PIXELS / (width * height)));
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX ((int) (width * scale), 1), MAX ((int) (height * scale), 1));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale * PIXELS_PER_POINT, scale * PIXELS_PER_POINT);
  if (sheet)
    poppler_page_render (sheet, cr);
  g_clear_object (&sheet);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

typedef struct
{
  int page;
  int width;
} Wish;

static void
render_in_thread (GTask *task, gpointer object, gpointer task_data, GCancellable *cancellable)
{
  JlPaperPages    *self = object;
  const Wish      *wish = task_data;
  cairo_surface_t *surface;

  if (g_task_return_error_if_cancelled (task))
    return;
  g_mutex_lock (&self->lock);
  surface = paint (self, wish->page, wish->width);
  g_mutex_unlock (&self->lock);
  g_task_return_pointer (task, texture_of (surface), g_object_unref);
}

void
jl_paper_pages_render_async (JlPaperPages       *self,
                             int                 page,
                             int                 width,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Wish *wish = g_new (Wish, 1);

  *wish = (Wish){ page, width };
  g_task_set_source_tag (task, jl_paper_pages_render_async);
  g_task_set_task_data (task, wish, g_free);
  if (self->picture)
    g_task_return_pointer (task, g_object_ref (self->picture), g_object_unref);
  else
    g_task_run_in_thread (task, render_in_thread);
}

GdkTexture *
jl_paper_pages_render_finish (JlPaperPages *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
