/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The drop-down of heating seasons at the head of a page; follows and sets the page's year.
 * With the property "assessment" it speaks of assessment years (2012年度) instead of seasons. */

#pragma once

#include "jl-page.h"

G_BEGIN_DECLS

#define JL_TYPE_YEAR_PICKER (jl_year_picker_get_type ())
G_DECLARE_FINAL_TYPE (JlYearPicker, jl_year_picker, JL, YEAR_PICKER, AdwBin)

/* The page owns the picker; call once, from the page's init. */
void jl_year_picker_bind_page (JlYearPicker *self, JlPage *page);

G_END_DECLS
