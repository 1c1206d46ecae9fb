/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Charts as files: a PNG of its size, a PDF whose words can be found and whose fonts are inside, errors that say why.
 * With JL_PICTURES set every kind is written there in each theme, to be looked at. */

#include <glib/gstdio.h>
#include <string.h>

#include "jl-error.h"
#include "jl-sample.h"

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
  double height = jl_chart_natural_height (chart, pictures[i].width - 24) + 24 + (jl_chart_get_title (chart) ? 28 : 0);

  for (guint theme = 0; theme < G_N_ELEMENTS (theme_names); theme++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s.png", pictures[i].name, theme_names[theme]);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;

      jl_chart_write_png (chart, path, (int) pictures[i].width, (int) height, jl_theme_get ((JlThemeKind) theme), &error);
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

int
main (int argc, char **argv)
{
  jl_sample_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/export/pictures", test_pictures);
  return g_test_run ();
}
