/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The words of the command line. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * JlOptions:
 * @practice: the practice database, without asking
 * @as: (nullable): official to sign in as
 * @database: (nullable): libpq URI or service name
 * @pictures: (nullable): PAGE=FILE.png to be written instead of staying open
 * @unit: (nullable): code of the unit to open
 * @year: season to open; 0: the latest
 * @width, @height: of the window; 0: as last time
 */
typedef struct
{
  gboolean practice;
  char    *as;
  char    *database;
  char   **pictures;
  gboolean dark;
  char    *unit;
  int      year;
  int      width;
  int      height;
  gboolean bench_start;
} JlOptions;

void jl_options_clear (JlOptions *self);
void jl_options_add (GApplication *application);
/* FALSE: a value makes no sense; it has been said on stderr. */
gboolean jl_options_read (JlOptions *self, GVariantDict *words);
/* Runs to write something and ends: no settings are kept, no other instance is asked. */
gboolean jl_options_is_batch (const JlOptions *self);

G_END_DECLS
