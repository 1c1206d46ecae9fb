/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* An attached paper in a window of its own: page by page, larger and smaller. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JL_TYPE_PAPER_WINDOW (jl_paper_window_get_type ())
G_DECLARE_FINAL_TYPE (JlPaperWindow, jl_paper_window, JL, PAPER_WINDOW, AdwWindow)

GtkWidget *jl_paper_window_new (GtkWindow *parent, const char *name, const char *mime, GBytes *content);
gboolean   jl_paper_window_is_ready (JlPaperWindow *self); /* a page or a sentence is on show */

G_END_DECLS
