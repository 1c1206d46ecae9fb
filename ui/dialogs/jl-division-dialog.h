/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 区划变更: asks for one operation on a division and has it done. */

#pragma once

#include "jl-link.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define JL_TYPE_DIVISION_DIALOG (jl_division_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JlDivisionDialog, jl_division_dialog, JL, DIVISION_DIALOG, AdwWindow)

/* unit_id: chosen at first; 0: none. Signal "done" once an operation has been carried out. */
JlDivisionDialog *jl_division_dialog_new (GtkWindow *parent, JlLink *link, int unit_id);

G_END_DECLS
