/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The program: command line, settings, actions, and which database the window stands on. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JL_TYPE_APPLICATION (jl_application_get_type ())
G_DECLARE_FINAL_TYPE (JlApplication, jl_application, JL, APPLICATION, AdwApplication)

/* started: g_get_monotonic_time() when the process began. */
JlApplication *jl_application_new (gint64 started);
/* 0, or 1 when a picture or the bench could not be made. */
int jl_application_get_status (JlApplication *self);

G_END_DECLS
