/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 各条款指标: the figures of every clause of one unit or of the province, each with its source and the records behind it. */

#pragma once

#include "jl-page.h"

G_BEGIN_DECLS

#define JL_TYPE_CLAUSES_PAGE (jl_clauses_page_get_type ())
G_DECLARE_FINAL_TYPE (JlClausesPage, jl_clauses_page, JL, CLAUSES_PAGE, JlPage)

GtkWidget *jl_clauses_page_new (void);

/* Shows figures of jl_clause_figures_load(). */
void jl_clauses_page_set_figures (JlClausesPage *self, JlResult *figures);

G_END_DECLS
