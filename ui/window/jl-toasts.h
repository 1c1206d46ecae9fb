/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What the window says in passing, at its lower edge. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _JlToasts JlToasts;

/* overlay is not owned; it must outlive its toasts. */
JlToasts *jl_toasts_new (AdwToastOverlay *overlay);
void      jl_toasts_free (JlToasts *self);

/* Only says something. What was said so before gives way, so that nothing waits in line to be said late. */
void jl_toasts_say (JlToasts *self, const char *words);
/* A file has been written: words, and a button that opens it (win.open-file with uri). */
void jl_toasts_offer_file (JlToasts *self, const char *words, const char *uri);
/* Stays until somebody has read it; the button activates action. */
void jl_toasts_insist (JlToasts *self, const char *words, const char *button, const char *action);
/* Opens it in the program that the person's desktop has for such files; says when there is none. */
void jl_toasts_open_file (JlToasts *self, const char *uri);

G_END_DECLS
