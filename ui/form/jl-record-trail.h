/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 变更记录 of a record: what, from → to, when, who; each version can be looked at and brought back. */

#pragma once

#include <gtk/gtk.h>

#include "jl-record-details.h"

G_BEGIN_DECLS

/* Replaces the box's content by the versions of a record. The menu of each version but the present one activates
 * record.show-version s and, where may_restore, record.restore-version i, with the moment since it holds and its number. */
void jl_record_trail_fill (GtkBox *box, const JlRegister *reg, const JlRecordDetails *details, gboolean may_restore);
/* "2013-05-06 09:41" of a timestamp of the server. (transfer full) */
char *jl_record_minute (const char *timestamp);

G_END_DECLS
