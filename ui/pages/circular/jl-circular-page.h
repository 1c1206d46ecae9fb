/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 公文拟制: the circulars of a frozen year, their bound text, their pages, and their PDF. */

#pragma once

#include "jl-page.h"

G_BEGIN_DECLS

#define JL_TYPE_CIRCULAR_PAGE (jl_circular_page_get_type ())
G_DECLARE_FINAL_TYPE (JlCircularPage, jl_circular_page, JL, CIRCULAR_PAGE, JlPage)

GtkWidget *jl_circular_page_new (void);

G_END_DECLS
