/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 台账: any register as a list filtered and sorted in SQL, its sums, one record beside it. */

#pragma once

#include "jl-page.h"

G_BEGIN_DECLS

#define JL_TYPE_REGISTER_PAGE (jl_register_page_get_type ())
G_DECLARE_FINAL_TYPE (JlRegisterPage, jl_register_page, JL, REGISTER_PAGE, JlPage)

GtkWidget *jl_register_page_new (void);
/* What win.open-register asks for; unit_id 0: the whole province; year 0: as it is. The words of filter: jl-page.h. */
void        jl_register_page_open (JlPage *page, const char *reg, int unit_id, int year, const char *filter);
const char *jl_register_page_get_register (JlRegisterPage *self);

G_END_DECLS
