/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What is kept from one run to the next. */

#include "jl-preferences.h"

void
jl_preferences_apply_style (GSettings *settings, gboolean dark)
{
  g_autofree char *style =
      settings ? g_settings_get_string (settings, "style") : g_strdup ("default");
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (dark || g_str_equal (style, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  else if (g_str_equal (style, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

void
jl_preferences_bind_window (GSettings *settings, GtkWindow *window)
{
  const char *const keys[] = { "width", "height", "maximized", "show-sidebar" };
  const char *const properties[] = { "default-width", "default-height", "maximized",
                                     "show-sidebar" };

  for (gsize i = 0; settings && i < G_N_ELEMENTS (keys); i++)
    g_settings_bind (settings, keys[i], window, properties[i], G_SETTINGS_BIND_DEFAULT);
}

/* In a URI after the name, or as a parameter of it, or as key=value. */
static gboolean
carries_password (const char *server)
{
  return g_regex_match_simple ("://[^/@]*:[^/@]*@|password\\s*=", server, 0, 0);
}

void
jl_preferences_keep_database (GSettings *settings, const char *server)
{
  if (settings && !(server && carries_password (server)))
    g_settings_set_string (settings, "last-database", server ? server : JL_LAST_PRACTICE);
}

char *
jl_preferences_last_database (GSettings *settings)
{
  return settings ? g_settings_get_string (settings, "last-database") : g_strdup ("");
}
