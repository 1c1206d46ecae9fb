/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One record as it is read: its findings, its values with their units, and in tabs what became of it, what belongs to it, its
 * papers and where it comes from. */

#pragma once

#include <gtk/gtk.h>

#include "jl-link.h"
#include "jl-record-details.h"

G_BEGIN_DECLS

#define JL_TYPE_RECORD_READING (jl_record_reading_get_type ())
G_DECLARE_FINAL_TYPE (JlRecordReading, jl_record_reading, JL, RECORD_READING, GtkBox)

/* All of a record. may_change: whether papers and versions may be changed. */
void jl_record_reading_show (JlRecordReading *self, JlLink *link, const JlRegister *reg, const JlRecordDetails *details, gboolean may_change);
/* The values alone, as they were at an earlier moment. */
void jl_record_reading_show_known (JlRecordReading *self, const JlRegister *reg, const JlResult *known);

/* Signals: "papers-changed"; "papers-failed" (what: string, GError). References and rows activate record.open-other (sx). */

G_END_DECLS
