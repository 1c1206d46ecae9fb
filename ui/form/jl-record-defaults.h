/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What stands in the form of a record to be made before a person types. */

#pragma once

#include "jl-record-form.h"
#include "jl-record-work.h"

G_BEGIN_DECLS

/* The unit and year of the page, the record that it belongs to, and that one's unit. */
void jl_record_defaults_set (JlRecordForm *form, const JlRecordJob *made, const JlRecordDetails *details, int unit_id);

G_END_DECLS
