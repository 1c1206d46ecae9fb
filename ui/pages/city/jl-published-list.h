/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 公布数据: figures as others published them, with period and source. Never part of an indicator,
 * never beside one in a line. */

#pragma once

#include <gtk/gtk.h>

#include "jl-result.h"

G_BEGIN_DECLS

#define JL_TYPE_PUBLISHED_LIST (jl_published_list_get_type ())
G_DECLARE_FINAL_TYPE (JlPublishedList, jl_published_list, JL, PUBLISHED_LIST, GtkWidget)

/* Rows of jl_api.published. */
void jl_published_list_show (JlPublishedList *self, JlResult *published);

G_END_DECLS
