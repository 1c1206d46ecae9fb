/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What is asked before a record is deleted, or an earlier version of it made the present one. */

#pragma once

#include <gtk/gtk.h>

#include "jl-link.h"
#include "jl-record-details.h"

G_BEGIN_DECLS

/* Says what goes. The callback reads the answer by jl_compat_ask_finish(). */
void jl_record_ask_delete (GtkWindow             *parent,
                           const JlRegister      *reg,
                           const JlRecordDetails *details,
                           GAsyncReadyCallback    callback,
                           gpointer               user_data);
/* Looks at the version, says what it changes, and asks. */
void jl_record_ask_restore_async (GtkWindow             *parent,
                                  JlLink                *link,
                                  const JlRegister      *reg,
                                  const JlRecordDetails *details,
                                  int                    version,
                                  GAsyncReadyCallback    callback,
                                  gpointer               user_data);
/* TRUE: version is to be brought back. FALSE without error: it is not. */
gboolean jl_record_ask_restore_finish (GAsyncResult *result, int *version, GError **error);

G_END_DECLS
