/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The pane beside 问题清单: one finding with its evidence and its record, what has been done with it, and the steps that this official
 * may take, each in a small form. */

#pragma once

#include <gtk/gtk.h>

#include "jl-finding-work.h"
#include "jl-link.h"

G_BEGIN_DECLS

#define JL_TYPE_FINDING_PANE (jl_finding_pane_get_type ())
G_DECLARE_FINAL_TYPE (JlFindingPane, jl_finding_pane, JL, FINDING_PANE, GtkBox)

GtkWidget *jl_finding_pane_new (void);
/* NULL: none; whatever is shown goes. */
void jl_finding_pane_set_link (JlFindingPane *self, JlLink *link);

/* Both drop what is typed: ask by jl_finding_pane_leave_async() first. */
void   jl_finding_pane_open (JlFindingPane *self, gint64 id);
void   jl_finding_pane_close (JlFindingPane *self);
gint64 jl_finding_pane_get_finding (JlFindingPane *self); /* 0: none */

gboolean jl_finding_pane_is_acting (JlFindingPane *self); /* the form of a step is open */
gboolean jl_finding_pane_has_unsaved (JlFindingPane *self);
/* Asks whether to take the step, to discard or to stay when something is typed, and does it. TRUE: it may be left. */
void     jl_finding_pane_leave_async (JlFindingPane *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean jl_finding_pane_leave_finish (JlFindingPane *self, GAsyncResult *result);

/* What it does with an answer of the database; tests give it answers of their own. Takes details; error of a step that was not taken. */
void jl_finding_pane_show (JlFindingPane *self, JlFindingDetails *details);
void jl_finding_pane_refuse (JlFindingPane *self, const GError *error);

/* Signals: "closed" (it shows nothing any more), "changed" (a step was taken, or somebody else took one), "failed" (GError). Actions:
 * finding.explain, .accept, .reject, .plan, .cancel, .save, .close, .open-record, .open-same, .open-paper (i), .attach. */

G_END_DECLS
