/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 建筑台账: the building ledger as a list filtered and sorted in SQL, its sums, one record beside it. */

#pragma once

#include "jl-page.h"

G_BEGIN_DECLS

#define JL_TYPE_BUILDINGS_PAGE (jl_buildings_page_get_type ())
G_DECLARE_FINAL_TYPE (JlBuildingsPage, jl_buildings_page, JL, BUILDINGS_PAGE, JlPage)

GtkWidget *jl_buildings_page_new (void);
/* What win.open-buildings asks for; unit_id 0: the whole province. The words of filter: jl-page.h. */
void jl_buildings_page_set_filter (JlPage *page, int unit_id, int year, const char *filter);

G_END_DECLS
