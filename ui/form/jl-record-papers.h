/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 附件 of a record: the papers attached to it, to be added by choosing or dropping files, opened, copied out, taken off. */

#pragma once

#include <gtk/gtk.h>

#include "jl-link.h"
#include "jl-register.h"

G_BEGIN_DECLS

#define JL_TYPE_RECORD_PAPERS (jl_record_papers_get_type ())
G_DECLARE_FINAL_TYPE (JlRecordPapers, jl_record_papers, JL, RECORD_PAPERS, GtkBox)

/* papers: of jl_attachments_load(). may_add: whether files are taken. */
void jl_record_papers_fill (JlRecordPapers   *self,
                            JlLink           *link,
                            const JlRegister *reg,
                            gint64            record_id,
                            const JlResult   *papers,
                            gboolean          may_add);
/* Attaches a file: what dropping it does. */
void jl_record_papers_add_file (JlRecordPapers *self, GFile *file);

/* Signals: "changed" (a paper was added or taken off), "failed" (what: string, GError). */

G_END_DECLS
