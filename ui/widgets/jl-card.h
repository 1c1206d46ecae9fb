/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A card with one figure: title, note and link to its source; figure with unit and state or mark; a
 * wide mark; one note line. Properties (all strings, NULL hides the part): title, note, source (the
 * link's words), figure, unit, footnote (Pango markup). Children by type in templates: "end" beside
 * the figure, "mark" under it. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JL_TYPE_CARD (jl_card_get_type ())
G_DECLARE_FINAL_TYPE (JlCard, jl_card, JL, CARD, AdwBin)

GtkWidget  *jl_card_new (void);
void        jl_card_set_title (JlCard *self, const char *title);
void        jl_card_set_note (JlCard *self, const char *note);
void        jl_card_set_source (JlCard *self, const char *source);
void        jl_card_set_figure (JlCard *self, const char *figure, const char *unit);
const char *jl_card_get_figure (JlCard *self);
void        jl_card_set_footnote (JlCard *self, const char *markup);
/* Widgets beside and under the figure. */
void jl_card_set_end (JlCard *self, GtkWidget *end);
void jl_card_set_mark (JlCard *self, GtkWidget *mark);
/* Takes a popover, hangs it on the card's lower edge and rings the figure until it closes. */
void jl_card_show_popover (JlCard *self, GtkPopover *popover);
/* Signal "source-activated": the link was pressed. */

G_END_DECLS
