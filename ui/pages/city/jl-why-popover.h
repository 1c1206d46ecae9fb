/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 数据来源 of one figure: its parts, the exact test, rule, clause, return, and the way to its records. */

#pragma once

#include <gtk/gtk.h>

#include "jl-link.h"

G_BEGIN_DECLS

#define JL_TYPE_WHY_POPOVER (jl_why_popover_get_type ())
G_DECLARE_FINAL_TYPE (JlWhyPopover, jl_why_popover, JL, WHY_POPOVER, GtkPopover)

/* Which figure. */
typedef struct
{
  int         year;
  int         unit_id;
  const char *indicator;
} JlWhyKey;

/* Opens it at the lower edge of a widget, which owns it until it is closed. */
void jl_why_popover_open (GtkWidget *anchor, JlLink *link, const JlWhyKey *key);

/* The popover without a server, filled from an answer of jl_api.why. */
GtkWidget *jl_why_popover_new (const JlWhyKey *key);
void       jl_why_popover_show (JlWhyPopover *self, JlResult *why);

G_END_DECLS
