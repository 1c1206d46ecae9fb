/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Chooses one record of a register by search: a button with its label, a popover with a search field and what it finds. */

#pragma once

#include <gtk/gtk.h>

#include "jl-link.h"
#include "jl-register.h"

G_BEGIN_DECLS

#define JL_TYPE_REFERENCE_PICKER (jl_reference_picker_get_type ())
G_DECLARE_FINAL_TYPE (JlReferencePicker, jl_reference_picker, JL, REFERENCE_PICKER, GtkBox)

GtkWidget *jl_reference_picker_new (const JlRegister *reg, gboolean clearable);
/* Where it searches; without one it finds nothing. */
void jl_reference_picker_set_link (JlReferencePicker *self, JlLink *link);
/* What it is called by assistive technology. */
void jl_reference_picker_set_name (JlReferencePicker *self, const char *name);

/* Shows a record without emitting; id 0: none. */
void        jl_reference_picker_set_record (JlReferencePicker *self, gint64 id, const char *label);
gint64      jl_reference_picker_get_record (JlReferencePicker *self);
const char *jl_reference_picker_get_label (JlReferencePicker *self); /* "" for none */

/* What has been found: id, label, hint. A search does it by itself. */
void jl_reference_picker_show_found (JlReferencePicker *self, const JlResult *found);
/* Signal "changed": a person chose another record, or none. */

G_END_DECLS
