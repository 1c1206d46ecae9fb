/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 地区概况: may this unit apply, which task is off, why. */

#pragma once

#include "jl-page.h"

G_BEGIN_DECLS

#define JL_TYPE_CITY_PAGE (jl_city_page_get_type ())
G_DECLARE_FINAL_TYPE (JlCityPage, jl_city_page, JL, CITY_PAGE, JlPage)

GtkWidget *jl_city_page_new (void);

G_END_DECLS
