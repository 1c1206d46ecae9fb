/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The chart theme that fits the style the window is shown in. */

#pragma once

#include "jl-theme.h"

G_BEGIN_DECLS

const JlTheme *jl_screen_theme (void);

G_END_DECLS
