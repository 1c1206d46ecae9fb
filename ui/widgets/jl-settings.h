/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What is kept from one run to the next. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* NULL when the settings are not installed. (transfer full) */
GSettings *jl_settings_open (void);

G_END_DECLS
