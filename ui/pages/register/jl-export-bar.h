/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Writes the records of a list into a file that the person names, shows how far it is and lets it be cancelled. */

#pragma once

#include <gtk/gtk.h>

#include "jl-link.h"
#include "jl-register-filter.h"

G_BEGIN_DECLS

#define JL_TYPE_EXPORT_BAR (jl_export_bar_get_type ())
G_DECLARE_FINAL_TYPE (JlExportBar, jl_export_bar, JL, EXPORT_BAR, GtkWidget)

/**
 * JlExportOrder:
 * @filter: (transfer full): which records in which order
 * @fields: (transfer full): const JlField *: the columns, in their order
 * @place: (transfer full): as it is written in the file
 * @season: (transfer full) (nullable): likewise
 * @conditions: (transfer full) (nullable): what else narrows the list, in words
 * @n: how many records there are, as far as is known
 */
typedef struct
{
  JlRegisterFilter *filter;
  GPtrArray        *fields;
  char             *place;
  char             *season;
  char             *conditions;
  guint             n;
} JlExportOrder;

/* Asks for a file and writes it; suffix: ".xlsx" or ".csv". Takes what order points to. One at a time. */
void     jl_export_bar_run (JlExportBar *self, JlLink *link, const JlExportOrder *order, const char *suffix);
gboolean jl_export_bar_is_busy (JlExportBar *self);

/* Signals: "written" (string: URI of the file), "failed" (GError). */

G_END_DECLS
