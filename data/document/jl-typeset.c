/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Shaping with Pango. 三号 is 16 pt while 156 mm ÷ 28 is 15.794 pt, so the grid squeezes letters, rounded down to Pango units, and
 * leaves a tenth of a point of slack: one unit too wide and the 28th character would fall into the next line. */

#include "jl-typeset.h"

#include <math.h>
#include <string.h>

#define SLACK 0.1
#define MAX_TITLE_PLACES 120
#define SHORT_BRACKET 5 /* characters, the closing one included */

static void
set_range (PangoAttribute *attribute, guint start, guint end, PangoAttrList *list)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/* The end of a short bracket that begins at p, such as （万㎡） or （二）; NULL for a long one. */
static const char *
short_bracket (const char *p)
{
  for (int i = 0; i < SHORT_BRACKET && *p != '\0'; i++, p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) == 0xff09)
      return g_utf8_next_char (p);
  return NULL;
}

/* No line begins with · or breaks at the dash inside 2012—2013 or inside a short bracket. */
static void
forbid_breaks (const char *text, PangoAttrList *list)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar    c = g_utf8_get_char (p);
      gboolean    middle = p > text && *g_utf8_next_char (p) != '\0';
      const char *before, *after;

      if (c == 0xff08 && short_bracket (p) != NULL)
        set_range (pango_attr_allow_breaks_new (FALSE), (guint) (p - text), (guint) (short_bracket (p) - text), list);
      if (!middle || (c != 0x00b7 && c != 0x2014))
        continue;
      before = g_utf8_prev_char (p);
      after = g_utf8_next_char (p);
      if (c == 0x2014 && g_ascii_isdigit (*before) && g_ascii_isdigit (*after))
        set_range (pango_attr_allow_breaks_new (FALSE), (guint) (before - text), (guint) (after + 1 - text), list);
      else if (c == 0x00b7)
        set_range (pango_attr_allow_breaks_new (FALSE), (guint) (before - text), (guint) (after - text), list);
    }
}

static void
set_attributes (PangoLayout *layout, const char *text, const JlTypeset *how)
{
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();

  if (how->grid)
    pango_attr_list_insert (list, pango_attr_letter_spacing_new ((int) floor ((JL_CELL - how->size) * PANGO_SCALE)));
  if (how->lead > 0)
    set_range (pango_attr_family_new (jl_document_face_families (JL_FACE_KAI)), 0, (guint) how->lead, list);
  forbid_breaks (text, list);
  pango_layout_set_attributes (layout, list);
}

PangoLayout *
jl_typeset (PangoContext *context, const char *text, const JlTypeset *how)
{
  PangoLayout *layout = jl_typeset_line (context, text, how->face, how->size);

  set_attributes (layout, text, how);
  pango_layout_set_width (layout, (int) ceil ((how->width + (how->grid ? SLACK : 0)) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_indent (layout, (int) (how->indent * PANGO_SCALE));
  pango_layout_set_justify (layout, how->grid);
  return layout;
}

PangoLayout *
jl_typeset_line (PangoContext *context, const char *text, JlFace face, double size)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) description = jl_document_face_description (face, size);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

double
jl_typeset_width (PangoLayout *layout, int i)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, i), NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

void
jl_typeset_ink (PangoLayout *layout, int i, double *top, double *bottom)
{
  PangoRectangle ink;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, i), &ink, NULL);
  *top = (double) ink.y / PANGO_SCALE;
  *bottom = (double) (ink.y + ink.height) / PANGO_SCALE;
}

/* Byte offsets in the plain title where a line may end; the last one is its length. */
static guint
break_places (const char *text, GString *plain, gsize *places)
{
  gboolean marked = strchr (text, '|') != NULL;
  guint    n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '|' || (!marked && p > text))
        if (n < MAX_TITLE_PLACES - 1)
          places[n++] = plain->len;
      if (*p != '|')
        g_string_append_len (plain, p, g_utf8_next_char (p) - p);
    }
  places[n++] = plain->len;
  return n;
}

static double
x_of (PangoLayout *layout, gsize place)
{
  int x;

  pango_layout_line_index_to_x (pango_layout_get_line_readonly (layout, 0), (int) place, FALSE, &x);
  return (double) x / PANGO_SCALE;
}

static guint
nearest (PangoLayout *layout, const gsize *places, guint from, guint n, double target)
{
  guint best = from;

  for (guint i = from; i < n; i++)
    if (fabs (x_of (layout, places[i]) - target) < fabs (x_of (layout, places[best]) - target))
      best = i;
  return best;
}

/* Cuts into n_lines at the places nearest to even thirds, quarters …; FALSE when a line is too wide. */
static gboolean
cut (PangoLayout *layout, const gsize *places, guint n, guint n_lines, double width, gsize *ends)
{
  double   whole = jl_typeset_width (layout, 0), x = 0;
  guint    from = 0;
  gboolean fits = TRUE;

  for (guint i = 0; i < n_lines; i++)
    {
      guint  at = i + 1 == n_lines ? n - 1 : nearest (layout, places, MIN (from, n - 1), n, whole * (i + 1) / n_lines);
      double end = places[at] == places[n - 1] ? whole : x_of (layout, places[at]);

      fits = fits && end - x <= width;
      ends[i] = places[at];
      x = end;
      from = at + 1;
    }
  return fits;
}

char **
jl_typeset_title (PangoContext *context, const char *text, double size, double width)
{
  gsize places[MAX_TITLE_PLACES], ends[MAX_TITLE_PLACES], start = 0;
  g_autoptr (GString) plain = g_string_new (NULL);
  guint n = break_places (text, plain, places), n_lines;
  g_autoptr (PangoLayout) layout = jl_typeset_line (context, plain->str, JL_FACE_TITLE, size);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (n_lines = 1; n_lines < n && !cut (layout, places, n, n_lines, width, ends); n_lines++)
    ;
  cut (layout, places, n, n_lines, width, ends);
  for (guint i = 0; i < n_lines; i++)
    {
      g_autofree char *line = g_strndup (plain->str + start, ends[i] - start);

      if (*line != '\0')
        g_strv_builder_add (lines, line);
      start = ends[i];
    }
  return g_strv_builder_end (lines);
}
