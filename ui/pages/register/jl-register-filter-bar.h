/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The filter row of a register, made from its description. */

#pragma once

#include <gtk/gtk.h>

#include "jl-link.h"
#include "jl-register-filter.h"
#include "jl-store.h"

G_BEGIN_DECLS

#define JL_TYPE_REGISTER_FILTER_BAR (jl_register_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (JlRegisterFilterBar, jl_register_filter_bar, JL, REGISTER_FILTER_BAR, GtkWidget)

/* Takes every filter away. */
void jl_register_filter_bar_set_register (JlRegisterFilterBar *self, const JlRegister *reg);
/* The units and leaves that can be chosen; the chosen leaf is kept if it is among them. */
void jl_register_filter_bar_set_places (JlRegisterFilterBar *self, const JlPlaces *places, int unit_id);
/* The years that can be chosen, and the one that is: 0 keeps all of them chosen. */
void jl_register_filter_bar_set_years (JlRegisterFilterBar *self, JlResult *years, int year);
/* Takes every filter away, then narrows by a word of win.open-register (jl-page.h); any other word narrows nothing. */
void jl_register_filter_bar_narrow (JlRegisterFilterBar *self, const char *word);
/* Puts all that is asked into a filter that knows the page's unit already. */
void jl_register_filter_bar_apply (JlRegisterFilterBar *self, JlRegisterFilter *filter, int year);
/* The name of the chosen place, for the foot of the page; NULL where the register is the province's. */
const char *jl_register_filter_bar_place_name (JlRegisterFilterBar *self);
/* The chosen year or season in words; NULL where the register has none. (transfer full) */
char *jl_register_filter_bar_time_words (JlRegisterFilterBar *self, int year);
/* What else narrows the list, in words; NULL: nothing. (transfer full) */
char *jl_register_filter_bar_conditions (JlRegisterFilterBar *self);
/* The record whose parts are listed; 0: not those of one. */
gint64   jl_register_filter_bar_get_parent (JlRegisterFilterBar *self);
gboolean jl_register_filter_bar_shows_all_years (JlRegisterFilterBar *self);
gboolean jl_register_filter_bar_is_narrowed (JlRegisterFilterBar *self);
/* Takes every filter away but the unit and the year. */
void jl_register_filter_bar_clear (JlRegisterFilterBar *self);

/* All that is asked, to come back to it. (transfer floating) */
GVariant *jl_register_filter_bar_save (JlRegisterFilterBar *self);
void      jl_register_filter_bar_restore (JlRegisterFilterBar *self, GVariant *state);

/* Signals: "changed", "unit-chosen" (int), "year-chosen" (int; 0: all years). */

G_END_DECLS
