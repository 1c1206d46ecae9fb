/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Texts of a layout: measured, ellipsized and set by Pango with tabular lining figures.
 * A line is placed by its baseline, not by the box of its font, so that Chinese and Latin words of
 * one row stand level whatever faces they fall back to. */

#include "jl-layout-private.h"

#define LINE_HEIGHT 1.2 /* of a text's rectangle, in its size */
#define WIDE_GLYPH 1.0  /* estimates, in the size */
#define NARROW_GLYPH 0.56

static PangoAttrList *
attributes (const JlTextStyle *style)
{
  PangoAttrList *list = pango_attr_list_new ();
  int            size = (int) (JL_TEXT_UNITS (style->size) * PANGO_SCALE);

  pango_attr_list_insert (list, pango_attr_size_new_absolute (size));
  pango_attr_list_insert (list, pango_attr_font_features_new ("tnum=1, lnum=1"));
  if (style->bold)
    pango_attr_list_insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  return list;
}

/* Takes list. */
static PangoLayout *
set_text (JlLayout *self, const char *text, PangoAttrList *list)
{
  PangoLayout *pango = pango_layout_new (self->context);

  pango_layout_set_attributes (pango, list);
  pango_attr_list_unref (list);
  pango_layout_set_text (pango, text, -1);
  return pango;
}

static double
width_of (PangoLayout *pango)
{
  int width;

  pango_layout_get_size (pango, &width, NULL);
  return (double) width / PANGO_SCALE;
}

static JlMark *
keep_text (JlLayout *self, PangoLayout *pango, JlRect rect, const JlTextStyle *style)
{
  JlMark *mark = jl_layout_add (self, JL_MARK_TEXT, rect);

  mark->text = g_strdup (pango_layout_get_text (pango));
  mark->text_size = style->size;
  mark->text_bold = style->bold;
  mark->fill = style->color;
  mark->align = style->align;
  g_array_index (self->items, JlItem, self->items->len - 1).pango = pango;
  return mark;
}

double
jl_layout_text_width (JlLayout *self, const char *text, const JlTextStyle *style)
{
  PangoLayout *pango;
  double       width;

  if (!text)
    return 0;
  pango = set_text (self, text, attributes (style));
  width = width_of (pango);
  g_object_unref (pango);
  return width;
}

JlMark *
jl_layout_add_text (JlLayout *self, const char *text, JlRect box, const JlTextStyle *style)
{
  PangoLayout *pango = set_text (self, text, attributes (style));
  double       height = LINE_HEIGHT * JL_TEXT_UNITS (style->size);
  double       width = width_of (pango);

  pango_layout_set_single_paragraph_mode (pango, TRUE);
  if (width > box.width)
    {
      pango_layout_set_ellipsize (pango, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (pango, (int) (MAX (box.width, 0) * PANGO_SCALE));
      width = MIN (width_of (pango), MAX (box.width, 0));
    }
  box.x += (box.width - width) * style->align;
  box.y += (box.height - height) / 2;
  return keep_text (self, pango, (JlRect){ box.x, box.y, width, height }, style);
}

static PangoLayout *
set_paragraph (JlLayout *self, const char *text, double width, const JlTextStyle *style)
{
  PangoAttrList *list = attributes (style);
  int            line = (int) (JL_NOTE_LINE * PANGO_SCALE);
  PangoLayout   *pango;

  pango_attr_list_insert (list, pango_attr_line_height_new_absolute (line));
  pango = set_text (self, text, list);
  pango_layout_set_width (pango, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (pango, PANGO_WRAP_WORD_CHAR);
  return pango;
}

JlMark *
jl_layout_add_paragraph (JlLayout *self, const char *text, JlRect box, const JlTextStyle *style)
{
  PangoLayout *pango = set_paragraph (self, text, box.width, style);
  int          height;

  pango_layout_get_size (pango, NULL, &height);
  box.width = MIN (width_of (pango), box.width);
  box.height = (double) height / PANGO_SCALE;
  return keep_text (self, pango, box, style);
}

int
jl_layout_count_lines (JlLayout *self, const char *text, double width, const JlTextStyle *style)
{
  PangoLayout *pango = set_paragraph (self, text, width, style);
  int          lines = pango_layout_get_line_count (pango);

  g_object_unref (pango);
  return lines;
}

double
jl_text_estimate (const char *text, double points)
{
  double ems = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    ems += g_unichar_iswide (g_utf8_get_char (p)) ? WIDE_GLYPH : NARROW_GLYPH;
  return ems * JL_TEXT_UNITS (points);
}
