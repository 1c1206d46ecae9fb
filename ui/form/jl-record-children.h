/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 下级记录: the records that belong to one: gates of a project, seasons of a building, verifications of a batch. */

#pragma once

#include <gtk/gtk.h>

#include "jl-record-details.h"

G_BEGIN_DECLS

/* Replaces the box's content by a list for each register below. A row activates record.open-other (sx), the button of a register
 * record.add-child s. */
void jl_record_children_fill (GtkBox *box, const JlRecordDetails *details);
/* What the tab is called: the register's own title where there is one only and it is short. */
const char *jl_record_children_title (const JlRecordDetails *details);

G_END_DECLS
