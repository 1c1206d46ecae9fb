/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 全省概况: how far the province is, who is over the limit, who needs a call. */

#pragma once

#include "jl-page.h"

G_BEGIN_DECLS

#define JL_TYPE_OVERVIEW_PAGE (jl_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (JlOverviewPage, jl_overview_page, JL, OVERVIEW_PAGE, JlPage)

GtkWidget *jl_overview_page_new (void);

G_END_DECLS
