/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Charts as files: a PNG of its size, a PDF whose words can be found and whose fonts are inside,
 * errors that say why. With JL_PICTURES set every kind is written there in each theme, to be looked
 * at. */

#include <glib/gstdio.h>
#include <string.h>

#include "jl-error.h"
#include "jl-sample.h"
#include "jl-test-file.h"

static const struct
{
  const char *name;
  JlChart *(*make) (void);
  double width;
} pictures[] = {
  { "ranking", jl_sample_ranking, 380 },
  { "ranking-wide", jl_sample_ranking, 800 },
  { "ranking-narrow", jl_sample_ranking, 300 },
  { "ranking-long", jl_sample_long_ranking, 380 },
  { "ranking-states", jl_sample_ranking_states, 380 },
  { "trend", jl_sample_trend, 430 },
  { "trend-narrow", jl_sample_trend, 300 },
  { "trend-gapped", jl_sample_gapped_trend, 430 },
  { "map", jl_sample_map, 388 },
  { "map-narrow", jl_sample_map, 320 },
  { "map-wide", jl_sample_map, 760 },
  { "map-states", jl_sample_map_states, 388 },
  { "bullet", jl_sample_bullet, 290 },
  { "spark", jl_sample_spark, 90 },
};

static const char *const theme_names[] = { "light", "dark", "print" };

static void
write_picture (const char *folder, guint i)
{
  g_autoptr (JlChart) chart = pictures[i].make ();
  double height = jl_chart_natural_height (chart, pictures[i].width - 24) + 24 +
                  (jl_chart_get_title (chart) ? 28 : 0);

  for (guint theme = 0; theme < G_N_ELEMENTS (theme_names); theme++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s.png", pictures[i].name, theme_names[theme]);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;

      jl_chart_write_png (chart, path, (int) pictures[i].width, (int) height,
                          jl_theme_get ((JlThemeKind) theme), &error);
      g_assert_no_error (error);
    }
}

static void
test_pictures (void)
{
  const char *folder = g_getenv ("JL_PICTURES");

  if (!folder)
    {
      g_test_skip ("JL_PICTURES is not set");
      return;
    }
  g_mkdir_with_parents (folder, 0755);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    write_picture (folder, i);
}

static void
test_png (void)
{
  g_autoptr (JlChart) chart = jl_sample_ranking ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JlTestFile) path = jl_test_file_new ("ranking.png");
  cairo_surface_t *surface;

  g_assert_true (jl_chart_write_png (chart, path, 380, 310, jl_theme_get (JL_THEME_DARK), &error));
  g_assert_no_error (error);
  surface = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 380);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 310);
  g_assert_cmphex (*(guint32 *) (gpointer) cairo_image_surface_get_data (surface) & 0xffffff, ==,
                   0x363636);
  cairo_surface_destroy (surface);
}

/* Returns: (transfer full): what a tool says of a file; NULL, and the test skipped, when it is not
 * installed. */
static char *
ask (const char *tool, const char *path)
{
  g_autofree char *program = g_find_program_in_path (tool);
  char            *answer = NULL;

  if (!program)
    g_test_skip ("poppler-utils is not installed");
  else
    {
      const char *argv[] = { program, path, strcmp (tool, "pdftotext") == 0 ? "-" : NULL, NULL };
      g_autoptr (GError) error = NULL;

      g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &answer, NULL, NULL,
                    &error);
      g_assert_no_error (error);
    }
  return answer;
}

static JlTestFile *
write_pdf (void)
{
  g_autoptr (JlChart) chart = jl_sample_ranking ();
  g_autoptr (GError) error = NULL;
  JlTestFile *path = jl_test_file_new ("ranking.pdf");

  g_assert_true (jl_chart_write_pdf (chart, path, 400, 320, &error));
  g_assert_no_error (error);
  return path;
}

static void
test_pdf_words (void)
{
  static const char *const words[] = { "占比排序", "通化市", "24.996", "25%", "−0.88", "增减" };
  g_autoptr (JlTestFile) path = write_pdf ();
  g_autofree char *text = ask ("pdftotext", path);

  for (gsize i = 0; text && i < G_N_ELEMENTS (words); i++)
    g_assert_nonnull (strstr (text, words[i]));
}

/* Two lines of heads, then a font a line: name, type, encoding, emb, sub, uni, object. */
static void
test_pdf_fonts (void)
{
  g_autoptr (JlTestFile) path = write_pdf ();
  g_autofree char *text = ask ("pdffonts", path);
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);

  if (text)
    g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (guint i = 2; text && lines[i] && *lines[i]; i++)
    g_assert_true (g_regex_match_simple ("\\s(yes)\\s+(yes|no)\\s+(yes|no)\\s+\\d+\\s+\\d+\\s*$",
                                         lines[i], 0, 0));
}

/* A quarter less points than units, so that nine points stay nine on paper. */
static void
test_pdf_size (void)
{
  g_autoptr (JlTestFile) path = write_pdf ();
  g_autofree char *text = ask ("pdfinfo", path);

  if (text)
    {
      g_assert_nonnull (strstr (text, "300 x 240 pts"));
      g_assert_nonnull (strstr (text, "占比排序"));
    }
}

static void
test_errors (void)
{
  const JlTheme *theme = jl_theme_get (JL_THEME_LIGHT);
  g_autoptr (JlChart) chart = jl_sample_spark ();
  g_autoptr (GError) unsaved = NULL;
  g_autoptr (GError) undrawn = NULL;

  g_assert_false (jl_chart_write_pdf (chart, "/nowhere/at/all.pdf", 100, 40, &unsaved));
  g_assert_error (unsaved, JL_ERROR, JL_ERROR_FAILED);
  g_assert_false (jl_chart_write_png (chart, "/nowhere.png", -5, 40, theme, &undrawn));
  g_assert_error (undrawn, JL_ERROR, JL_ERROR_FAILED);
}

int
main (int argc, char **argv)
{
  jl_sample_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/export/png", test_png);
  g_test_add_func ("/draw/export/pdf-words", test_pdf_words);
  g_test_add_func ("/draw/export/pdf-fonts", test_pdf_fonts);
  g_test_add_func ("/draw/export/pdf-size", test_pdf_size);
  g_test_add_func ("/draw/export/errors", test_errors);
  g_test_add_func ("/draw/export/pictures", test_pictures);
  return g_test_run ();
}
