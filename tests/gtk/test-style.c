/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The colours of the style sheets are the colours of the charts, and the sheets parse. */

#include "jl-gtk-test.h"
#include "jl-theme.h"

static const struct
{
  const char *name;
  JlColor     color;
} names[] = {
  { "jl_note", JL_COLOR_NOTE },
  { "jl_met", JL_COLOR_MET },
  { "jl_on_pace", JL_COLOR_ON_PACE },
  { "jl_slow", JL_COLOR_SLOW },
  { "jl_behind", JL_COLOR_BEHIND },
  { "jl_backward", JL_COLOR_BACKWARD },
  { "jl_overdue", JL_COLOR_OVERDUE },
  { "jl_neutral", JL_COLOR_NEUTRAL },
  { "jl_series_1", JL_COLOR_SERIES_1 },
  { "jl_series_2", JL_COLOR_SERIES_2 },
  { "jl_series_3", JL_COLOR_SERIES_3 },
  { "jl_peers", JL_COLOR_PEERS },
  { "accent_bg_color", JL_COLOR_FOCUS },
};

static char *
read_sheet (const char *file)
{
  g_autofree char *path = g_strconcat ("/org/jiliang/Jiliang/", file, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);

  g_assert_nonnull (bytes);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static GdkRGBA
defined_color (const char *sheet, const char *name)
{
  g_autofree char *head = g_strdup_printf ("@define-color %s ", name);
  const char      *found = strstr (sheet, head);
  g_autofree char *value = NULL;
  GdkRGBA          color;

  if (found == NULL)
    g_error ("no @define-color %s", name);
  value = g_strndup (found + strlen (head), strcspn (found + strlen (head), ";"));
  g_assert_true (gdk_rgba_parse (&color, value));
  return color;
}

static void
compare (const char *file, JlThemeKind kind)
{
  g_autofree char *sheet = read_sheet (file);
  const JlTheme   *theme = jl_theme_get (kind);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GdkRGBA       css = defined_color (sheet, names[i].name);
      const JlRgba *own = &theme->colors[names[i].color];

      g_assert_cmpfloat_with_epsilon (css.red, own->red, 0.002);
      g_assert_cmpfloat_with_epsilon (css.green, own->green, 0.002);
      g_assert_cmpfloat_with_epsilon (css.blue, own->blue, 0.002);
    }
}

static void
test_light (void)
{
  compare ("style.css", JL_THEME_LIGHT);
}

static void
test_dark (void)
{
  compare ("style-dark.css", JL_THEME_DARK);
}

/* Every own colour that a sheet defines is in the table above. */
static void
test_all_known (void)
{
  g_autofree char *sheet = read_sheet ("style.css");
  const char      *at = sheet;

  while ((at = strstr (at, "@define-color jl_")) != NULL)
    {
      g_autofree char *name = NULL;
      gboolean         known = FALSE;

      at += strlen ("@define-color ");
      name = g_strndup (at, strcspn (at, " "));
      for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
        known = known || g_str_equal (names[i].name, name);
      if (!known)
        g_error ("%s is not compared with the theme", name);
    }
}

static void
parsing_error_cb (GtkCssProvider *provider, GtkCssSection *section, const GError *error)
{
  g_autofree char *where = gtk_css_section_to_string (section);

  g_error ("%s: %s", where, error->message);
}

static void
test_parse (void)
{
  const char *const files[] = { "style.css", "style-dark.css" };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
      g_autofree char *path = g_strconcat ("/org/jiliang/Jiliang/", files[i], NULL);

      g_signal_connect (provider, "parsing-error", G_CALLBACK (parsing_error_cb), NULL);
      gtk_css_provider_load_from_resource (provider, path);
    }
}

int
main (int argc, char **argv)
{
  jl_gtk_test_init (&argc, &argv);
  g_test_add_func ("/gtk/style/light", test_light);
  g_test_add_func ("/gtk/style/dark", test_dark);
  g_test_add_func ("/gtk/style/all-known", test_all_known);
  g_test_add_func ("/gtk/style/parse", test_parse);
  return g_test_run ();
}
