/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 问题清单: what the rules found, as a list like that of a register, one finding beside it. */

#pragma once

#include "jl-page.h"

G_BEGIN_DECLS

#define JL_TYPE_FINDINGS_PAGE (jl_findings_page_get_type ())
G_DECLARE_FINAL_TYPE (JlFindingsPage, jl_findings_page, JL, FINDINGS_PAGE, JlPage)

GtkWidget *jl_findings_page_new (void);
/* What win.open-register asks for of the register "finding"; unit_id 0: the whole province. */
void jl_findings_page_open (JlPage *page, const char *reg, int unit_id, int year, const char *filter);
/* How many stand (neither closed nor accepted) of those that the official sees; −1 with error set. */
gint64 jl_findings_page_count (JlSession *session, GError **error);

G_END_DECLS
