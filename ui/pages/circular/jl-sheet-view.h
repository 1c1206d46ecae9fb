/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One page of a circular as it will be printed, scaled to the width it gets. */

#pragma once

#include <gtk/gtk.h>

#include "jl-circular.h"

G_BEGIN_DECLS

#define JL_TYPE_SHEET_VIEW (jl_sheet_view_get_type ())
G_DECLARE_FINAL_TYPE (JlSheetView, jl_sheet_view, JL, SHEET_VIEW, GtkWidget)

/* circular must live as long as the widget. */
GtkWidget *jl_sheet_view_new (const JlCircular *circular, guint page);

G_END_DECLS
