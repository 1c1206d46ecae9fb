/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 问题 of a record: what the rules find in it. */

#pragma once

#include <gtk/gtk.h>

#include "jl-result.h"

G_BEGIN_DECLS

/* Replaces the box's content by the findings: mark and title, evidence and clause; in full also how far each is and since when. The
 * box is hidden while there are none, unless in full: then it says so. Its class jl-gravest-… is of the gravest that still asks for
 * something. */
void jl_record_findings_fill (GtkBox *box, const JlResult *findings, gboolean in_full);

G_END_DECLS
