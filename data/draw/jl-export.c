/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A chart as a file of its own: its title over it, on the theme's ground. The bytes are complete
 * before the file is touched. */

#include "jl-layout-private.h"

#include "jl-error.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#define MARGIN 12.0
#define TITLE_HEIGHT 28.0
#define TITLE_SIZE 11.0
#define POINTS_PER_UNIT (72.0 / 96.0)

static cairo_status_t
collect_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static PangoContext *
create_context (void)
{
  PangoFontMap         *map = pango_cairo_font_map_get_default ();
  PangoContext         *context = pango_font_map_create_context (map);
  PangoFontDescription *font = pango_font_description_from_string ("sans-serif");

  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  return context;
}

static void
paint_title (const char    *title,
             double         width,
             cairo_t       *cr,
             const JlTheme *theme,
             PangoContext  *context)
{
  static const JlTextStyle style = { TITLE_SIZE, TRUE, JL_COLOR_TEXT, 0 };
  g_autoptr (JlChart) empty = jl_chart_new (JL_CHART_SPARK);
  g_autoptr (JlLayout) layout = jl_chart_layout (empty, width, TITLE_HEIGHT, context);

  jl_layout_add_text (layout, title, (JlRect){ 0, 0, width, TITLE_HEIGHT - MARGIN / 2 }, &style);
  jl_layout_paint (layout, cr, theme, -1, -1);
}

static void
paint_picture (const JlChart *chart, cairo_t *cr, double width, double height, const JlTheme *theme)
{
  PangoContext *context = create_context ();
  double        top = chart->title ? TITLE_HEIGHT : 0;
  double        room = MAX (width - 2 * MARGIN, 0);
  JlLayout     *layout = jl_chart_layout (chart, room, MAX (height - top - 2 * MARGIN, 0), context);

  jl_theme_set_source (theme, JL_COLOR_GROUND, cr);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  if (chart->title)
    paint_title (chart->title, room, cr, theme, context);
  cairo_translate (cr, 0, top);
  jl_layout_paint (layout, cr, theme, -1, -1);
  jl_layout_free (layout);
  g_object_unref (context);
}

static gboolean
set_status_error (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  /* Translators: %s is the reason in the words of the graphics library */
  g_set_error (error, JL_ERROR, JL_ERROR_FAILED,
               _ ("The picture could not be drawn: %s"), cairo_status_to_string (status));
  return FALSE;
}

static gboolean
write_bytes (const GByteArray *bytes, const char *path, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (g_file_set_contents (path, (const char *) bytes->data, bytes->len, &failure))
    return TRUE;
  /* Translators: %s is the reason in the words of the system */
  g_set_error (error, JL_ERROR, JL_ERROR_FAILED,
               _ ("The picture could not be saved: %s"), failure->message);
  return FALSE;
}

/**
 * jl_chart_write_png:
 * @self: what to show
 * @path: file to be written or replaced
 * @width: pixels
 * @height: pixels
 * @theme: colours
 * @error: (out) (optional): %JL_ERROR_FAILED
 *
 * Returns: whether the file is there
 */
gboolean
jl_chart_write_png (const JlChart *self,
                    const char    *path,
                    int            width,
                    int            height,
                    const JlTheme *theme,
                    GError       **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t         *cr = cairo_create (surface);
  cairo_status_t   status;

  paint_picture (self, cr, width, height, theme);
  status = cairo_status (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, collect_bytes, bytes);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return set_status_error (status, error) && write_bytes (bytes, path, error);
}

/**
 * jl_chart_write_pdf:
 * @self: what to show
 * @path: file to be written or replaced
 * @width: in layout units (1/96 inch), so that 9 pt text is 9 pt on paper
 * @height: in layout units
 * @error: (out) (optional): %JL_ERROR_FAILED
 *
 * Returns: whether the file is there
 */
gboolean
jl_chart_write_pdf (const JlChart *self,
                    const char    *path,
                    double         width,
                    double         height,
                    GError       **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t         *cr;
  cairo_status_t   status;

  surface = cairo_pdf_surface_create_for_stream (collect_bytes, bytes, width * POINTS_PER_UNIT,
                                                 height * POINTS_PER_UNIT);
  cr = cairo_create (surface);
  if (self->title)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_scale (cr, POINTS_PER_UNIT, POINTS_PER_UNIT);
  paint_picture (self, cr, width, height, jl_theme_get (JL_THEME_PRINT));
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return set_status_error (status, error) && write_bytes (bytes, path, error);
}
