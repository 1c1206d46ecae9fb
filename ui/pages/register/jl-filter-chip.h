/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A button that says what is asked of the list and takes it away when it is pressed. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *jl_filter_chip_new (const char *words);
void       jl_filter_chip_set_words (GtkWidget *chip, const char *words);

G_END_DECLS
