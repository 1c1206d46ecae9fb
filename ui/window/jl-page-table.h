/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The pages that exist, in the order of the sidebar. A new page is one row here and one subdir in
 * ui/meson.build. */

#pragma once

#include "jl-page.h"

G_BEGIN_DECLS

/**
 * JlPageKind:
 * @name: its id in win.open-page and on the command line
 * @entry: (nullable): the sidebar's word; %NULL: reached from other pages only
 * @title: the header's words
 * @group: entries of one group stand together, a line between two groups
 * @make: a new page
 * @open_register: (nullable): what win.open-register says before the page is shown
 * @reg: (nullable): with @open_register: the only register it shows; %NULL: all that no other page shows
 * @count: (nullable): with @reg: how many of its records wait for somebody, told in the sidebar; on a worker, −1 with error set
 */
typedef struct
{
  const char *name;
  const char *entry;
  const char *title;
  int         group;
  GtkWidget *(*make) (void);
  void (*open_register) (JlPage *page, const char *reg, int unit_id, int year, const char *filter);
  const char *reg;
  gint64 (*count) (JlSession *session, GError **error);
} JlPageKind;

/* Ends with a row whose name is NULL. */
extern const JlPageKind jl_page_kinds[];

const JlPageKind *jl_page_kind_find (const char *name); /* (nullable) */
const JlPageKind *jl_page_kind_for_register (const char *reg);

G_END_DECLS
