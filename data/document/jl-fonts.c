/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Faces of official documents: families by preference and the directories they may lie in. Fontconfig is process-wide, so
 * directories are added once; any thread may ask. Fandol lacks rare characters: AR PL UKai fits it best in weight. */

#include "jl-fonts.h"

#include <fontconfig/fontconfig.h>
#include <glib/gi18n-lib.h>

static const struct
{
  const char *wanted;
  const char *families; /* by preference */
  gboolean    bold;
} faces[JL_N_FACES] = {
  [JL_FACE_FANG] = { N_ ("FangSong"), "FandolFang, AR PL UKai CN, Noto Serif CJK SC", FALSE },
  [JL_FACE_KAI] = { N_ ("Kai"), "FandolKai, AR PL UKai CN, Noto Serif CJK SC", FALSE },
  [JL_FACE_HEI] = { N_ ("Hei"), "Noto Sans CJK SC, AR PL UKai CN", FALSE },
  [JL_FACE_TITLE] = { N_ ("XiaoBiaoSong"), "Noto Serif CJK SC, AR PL UKai CN", TRUE },
  [JL_FACE_SONG] = { N_ ("Song"), "Noto Serif CJK SC, AR PL UKai CN", FALSE },
};

static void
add_directory (const char *path)
{
  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_DIR))
    FcConfigAppFontAddDir (NULL, (const FcChar8 *) path);
}

void
jl_document_fonts_init (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "jiliang", "fonts", NULL);

      add_directory (g_getenv ("JILIANG_FONT_DIR"));
      add_directory (cache);
      add_directory ("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol");
      g_once_init_leave (&done, 1);
    }
}

const char *
jl_document_face_wanted (JlFace face)
{
  return _ (faces[face].wanted);
}

const char *
jl_document_face_families (JlFace face)
{
  return faces[face].families;
}

PangoFontDescription *
jl_document_face_description (JlFace face, double size)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, faces[face].families);
  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  if (faces[face].bold)
    pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);
  return description;
}

static char *
family_for (PangoContext *context, JlFace face)
{
  g_autoptr (PangoFontDescription) asked = jl_document_face_description (face, 16);
  PangoFont *font = pango_context_load_font (context, asked);
  g_autoptr (PangoFontDescription) found = pango_font_describe (font);

  g_object_unref (font);
  return g_strdup (pango_font_description_get_family (found));
}

char *
jl_document_face_used (JlFace face, gboolean *exact)
{
  PangoContext *context = jl_document_context_new ();
  char         *family = family_for (context, face);

  if (exact != NULL)
    *exact = g_str_has_prefix (faces[face].families, family);
  g_object_unref (context);
  return family;
}

static void
without_hinting (PangoContext *context)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
}

PangoContext *
jl_document_context_new (void)
{
  PangoFontMap *map;
  PangoContext *context;

  jl_document_fonts_init ();
  map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  context = pango_font_map_create_context (map);
  g_object_unref (map);
  without_hinting (context);
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}
