/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The pane beside every list: one record of a register to be read, edited, made, deleted and brought back, with its history, the
 * records that belong to it, its findings and papers. */

#pragma once

#include <gtk/gtk.h>

#include "jl-link.h"
#include "jl-register.h"

G_BEGIN_DECLS

#define JL_TYPE_RECORD_PANE (jl_record_pane_get_type ())
G_DECLARE_FINAL_TYPE (JlRecordPane, jl_record_pane, JL, RECORD_PANE, GtkBox)

GtkWidget *jl_record_pane_new (void);
/* NULL: none; whatever is shown goes. */
void jl_record_pane_set_link (JlRecordPane *self, JlLink *link);

/* These drop what is typed and not saved: ask by jl_record_pane_leave_async() first. unit_id and year are those of the page. */
void jl_record_pane_open (JlRecordPane *self, const JlRegister *reg, gint64 id, int unit_id);
/* A form for a record to be made; parent_id 0: it belongs to none. */
void jl_record_pane_create (JlRecordPane *self, const JlRegister *reg, int unit_id, int year, gint64 parent_id);
void jl_record_pane_close (JlRecordPane *self);
/* Reads the record on show again, as of the moment that the window looks from; a form stays. */
void jl_record_pane_refresh (JlRecordPane *self);
/* The same when what is said about the record has changed: an earlier version on show stays as well. */
void   jl_record_pane_follow (JlRecordPane *self);
gint64 jl_record_pane_get_record (JlRecordPane *self); /* 0: none, or one that is not there yet */

gboolean jl_record_pane_has_unsaved (JlRecordPane *self);
/* Asks whether to save, to discard or to stay when something is unsaved, and does it. TRUE: it may be left. */
void     jl_record_pane_leave_async (JlRecordPane       *self,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
gboolean jl_record_pane_leave_finish (JlRecordPane *self, GAsyncResult *result);

/* Signals: "closed" (it shows nothing any more), "changed" (a record was saved, deleted or brought back), "failed" (what has failed,
 * GError), "open-record" (name of a register, gint64 id): a person wants to see that record. */

G_END_DECLS
