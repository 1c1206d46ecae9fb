/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What widget tests share: a start without locale and bus, waiting for a condition, finding
 * widgets. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Ends the program as skipped when there is no display. */
void jl_gtk_test_init (int *argc, char ***argv);

typedef gboolean (*JlCondition) (gpointer data);

/* Runs the main loop until condition holds; fails after ten seconds and says what was waited for. */
#define jl_wait_until(condition, data) jl_wait_for (condition, data, #condition, G_STRLOC)
void jl_wait_for (JlCondition condition, gpointer data, const char *words, const char *place);
void jl_wait_ms (guint ms);

/* The first descendant (or the widget itself) of a type, in reading order; NULL if there is none.
 */
gpointer jl_find_type (GtkWidget *widget, GType type);
guint    jl_count_type (GtkWidget *widget, GType type);
/* The first mapped label whose text contains part. */
GtkWidget *jl_find_label (GtkWidget *widget, const char *part);
GtkWidget *jl_find_class (GtkWidget *widget, const char *css_class);

/* The question that is being asked; NULL: none. */
AdwMessageDialog *jl_find_question (void);
/* A window of the size with the child, on screen. */
GtkWindow *jl_present (GtkWidget *child, int width, int height);
/* Writes a picture of the window into $JL_PICTURES, if that is set. */
void jl_picture (GtkWindow *window, const char *name);

G_END_DECLS
