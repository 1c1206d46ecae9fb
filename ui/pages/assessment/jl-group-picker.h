/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Which group of units is shown, each with its number: "prefecture", "county" or "apart". */

#pragma once

#include <adwaita.h>

#include "jl-result.h"

G_BEGIN_DECLS

#define JL_TYPE_GROUP_PICKER (jl_group_picker_get_type ())
G_DECLARE_FINAL_TYPE (JlGroupPicker, jl_group_picker, JL, GROUP_PICKER, AdwBin)

const char *jl_group_picker_get_group (JlGroupPicker *self);
void        jl_group_picker_set_group (JlGroupPicker *self, const char *grp);
/* units: answer of jl_api.assessment_units; without rows there is nothing to pick. */
void jl_group_picker_count (JlGroupPicker *self, JlResult *units);
/* Signal "changed". */

G_END_DECLS
