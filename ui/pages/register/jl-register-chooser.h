/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The title of the page of registers: a button that opens the list of all of them in groups, with search. */

#pragma once

#include <gtk/gtk.h>

#include "jl-register.h"

G_BEGIN_DECLS

#define JL_TYPE_REGISTER_CHOOSER (jl_register_chooser_get_type ())
G_DECLARE_FINAL_TYPE (JlRegisterChooser, jl_register_chooser, JL, REGISTER_CHOOSER, GtkWidget)

GtkWidget *jl_register_chooser_new (void);
/* Does not emit. */
void jl_register_chooser_set_register (JlRegisterChooser *self, const JlRegister *reg);

/* Signal "chosen" (string name): a person chose a register. */

G_END_DECLS
