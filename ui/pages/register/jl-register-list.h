/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Any description as a list: filter row, columns, export, table, totals. A page gives it a place and tools of its own, and what stands
 * beside the table. */

#pragma once

#include <gtk/gtk.h>

#include "jl-link.h"
#include "jl-register.h"
#include "jl-result.h"
#include "jl-store.h"

G_BEGIN_DECLS

#define JL_TYPE_REGISTER_LIST (jl_register_list_get_type ())
G_DECLARE_FINAL_TYPE (JlRegisterList, jl_register_list, JL, REGISTER_LIST, GtkBox)

/* Takes every filter away but the usual ones; nothing is listed before the next refresh. */
void              jl_register_list_set_register (JlRegisterList *self, const JlRegister *reg);
const JlRegister *jl_register_list_get_register (JlRegisterList *self);
/* The words of win.open-register (jl-page.h). */
void jl_register_list_narrow (JlRegisterList *self, const char *word);
/* Where the next refresh looks; year 0: the newest divisions, and all years. */
void jl_register_list_set_place (JlRegisterList *self, JlLink *link, int unit_id, int year);
/* Whether the next refresh reads what was known at the viewpoint of the link. */
void jl_register_list_set_known (JlRegisterList *self, gboolean known);
/* The units and leaves that can be chosen. */
void jl_register_list_set_places (JlRegisterList *self, const JlPlaces *places);
/* Lists anew: a new model, new sums. */
void jl_register_list_refresh (JlRegisterList *self);
/* Place, time and rows in sight, for the foot of the page. (transfer full) (nullable) */
char *jl_register_list_basis (JlRegisterList *self);
/* The record whose parts are listed; 0: not those of one. */
gint64 jl_register_list_get_parent (JlRegisterList *self);

/* The record beside the list: its row is marked as far as it is on the first page; 0: none. */
void jl_register_list_mark (JlRegisterList *self, gint64 id);
/* Marks it again after a person has looked elsewhere and stayed. */
void jl_register_list_restore_mark (JlRegisterList *self);
/* What is said where there is nothing to list. */
void jl_register_list_set_empty (JlRegisterList *self, const char *title, const char *why);

/* Filters and order, to come back to. (transfer floating) */
GVariant *jl_register_list_save (JlRegisterList *self);
void      jl_register_list_restore (JlRegisterList *self, GVariant *state);

/* Signals: "chosen" (JlRecord, ready): a row was selected or activated; "unit-chosen" (int); "year-chosen" (int; 0: all years);
 * "basis-changed"; "failed" (what: string, GError). Children in a template: type "tool" (in the tool row), "side" (beside the table),
 * "empty" (under the words of an empty list). */

G_END_DECLS
