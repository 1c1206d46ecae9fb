/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Chooses one assessed unit: a button with its name, a popover with search by name or code, units in their groups. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JL_TYPE_UNIT_PICKER (jl_unit_picker_get_type ())
G_DECLARE_FINAL_TYPE (JlUnitPicker, jl_unit_picker, JL, UNIT_PICKER, GtkWidget)

void jl_unit_picker_clear (JlUnitPicker *self);
/* Units of a group stand together, in the order in which they are added. code and group (already words) may be NULL. */
void jl_unit_picker_add (JlUnitPicker *self, int unit_id, const char *name, const char *code, const char *group);
void jl_unit_picker_set_sound (JlUnitPicker *self, int unit_id, const char *sound);
/* The name of the field that the unit is for, as assistive technology says it; without one it is "unit". */
void jl_unit_picker_set_title (JlUnitPicker *self, const char *title);
/* Shows a unit without emitting. */
void        jl_unit_picker_set_unit (JlUnitPicker *self, int unit_id);
int         jl_unit_picker_get_unit (JlUnitPicker *self);
const char *jl_unit_picker_get_name (JlUnitPicker *self);
/* The unit before (−1) or behind (+1) the shown one; the same at the ends. */
int jl_unit_picker_neighbour (JlUnitPicker *self, int step);

/* Signal "chosen" (int unit_id): a person chose another unit. Property "large" (boolean): the name as a page's head. */

G_END_DECLS
