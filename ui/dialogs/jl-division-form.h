/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What is typed for an operation on divisions: the rows that the chosen kind needs, each checked where it stands. */

#pragma once

#include <gtk/gtk.h>

#include "jl-division.h"

G_BEGIN_DECLS

#define JL_TYPE_DIVISION_FORM (jl_division_form_get_type ())
G_DECLARE_FINAL_TYPE (JlDivisionForm, jl_division_form, JL, DIVISION_FORM, GtkBox)

/* The units of today, of jl_divisions_load(), and the one that is shown first; 0: none. */
void jl_division_form_set_units (JlDivisionForm *self, JlResult *units, int unit_id);

JlDivisionKind jl_division_form_get_kind (JlDivisionForm *self);
/* What the unit to be changed is called; "" before one is chosen. */
const char *jl_division_form_get_unit_name (JlDivisionForm *self);

/* NULL: the rows say what is wrong, and the first of them has the focus. (transfer full) */
JlDivisionChange *jl_division_form_read (JlDivisionForm *self);

/* Signal "changed": a person typed or chose something. */

G_END_DECLS
