/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The chart theme that fits the style the window is shown in. */

#include "jl-screen-theme.h"

#include <adwaita.h>

const JlTheme *
jl_screen_theme (void)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  return jl_theme_get (dark ? JL_THEME_DARK : JL_THEME_LIGHT);
}
