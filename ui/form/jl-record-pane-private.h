/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What the pane does with the answers of the database; tests give it answers of their own. */

#pragma once

#include "jl-record-pane.h"
#include "jl-record-work.h"

G_BEGIN_DECLS

/* Takes details: those of the record, or of the form, that was asked for last. */
void jl_record_pane_show (JlRecordPane *self, JlRecordDetails *details);
/* Another has saved the record meanwhile. */
void jl_record_pane_meet (JlRecordPane *self, const JlRecordOutcome *outcome);

G_END_DECLS
