/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 问题: breaches that rules found, as a lazy list, one of them with its steps, how many there are, and what officials do with one.
 * Every function runs on a session: in a worker or in jiliangctl. */

#pragma once

#include "jl-rows.h"
#include "jl-session.h"

G_BEGIN_DECLS

/**
 * JlFindingFilter:
 * @unit_id: an assessed unit with all its parts, or one leaf; 0: the province
 * @year: whose divisions say which parts a unit has; 0: the newest with facts
 * @of_year: only findings of @year or of no year
 * @clause: (nullable): "C-NEW"
 * @severity: (nullable): "blocks", "decide", "warning", "note"
 * @state: (nullable): "open", "explained", "accepted", "rejected", "planned", "closed"; "standing": neither closed nor accepted;
 *   "overdue": waiting for longer than the rule allows, or planned to a day that has passed
 * @rule: (nullable): its code
 * @min_days: found at least so many days ago
 * @reg: (nullable): only those of records of a register…
 * @record_id: …and of this record; 0: of all its records
 * @order: (nullable): one of jl_finding_orders; %NULL: the gravest and oldest first
 * @descending: from the end
 *
 * Which findings, in which order. Words that are not known narrow nothing.
 */
typedef struct
{
  int         unit_id;
  int         year;
  gboolean    of_year;
  const char *clause;
  const char *severity;
  const char *state;
  const char *rule;
  int         min_days;
  const char *reg;
  gint64      record_id;
  const char *order;
  gboolean    descending;
} JlFindingFilter;

/* Columns a list can be ordered by; ends with NULL. */
extern const char *const jl_finding_orders[];

/* For jl_rows_new(): rows are those of jl_api.finding_list. (transfer full) */
JlRowsQuery *jl_finding_query_new (const JlFindingFilter *filter);
/* One row: n, overdue_n, blocks_n, decide_n, warning_n, note_n. (transfer full) */
JlResult *jl_finding_sums_load (JlSession *session, const JlFindingFilter *filter, GError **error);
/* All of them in order, complete rows. (transfer full) */
JlResult *jl_finding_all (JlSession *session, const JlFindingFilter *filter, GError **error);

typedef struct
{
  JlResult *finding; /* one row of jl_api.finding_list; none: not there, or not this official's */
  JlResult *steps;   /* jl_api.finding_steps, oldest first */
  JlResult *rights;  /* jl_api.finding_rights: step ("explain", "decide", "plan"), duties, may */
} JlFinding;

JlFinding *jl_finding_load (JlSession *session, gint64 id, GError **error);
void       jl_finding_free (JlFinding *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlFinding, jl_finding_free)

/* jl_api.finding_counts of a year, 0: of all; one row for a unit and severity, the province's has no unit. (transfer full) */
JlResult *jl_finding_counts_load (JlSession *session, int year, GError **error);
/* jl_api.finding_rule_list in its order: code, clause_id, clause, title, severity, n standing. (transfer full) */
JlResult *jl_finding_rules_load (JlSession *session, GError **error);
/* jl_api.findings_state: as_of, at, actor_name, due; no row before the first reconciliation. (transfer full) */
JlResult *jl_finding_state_load (JlSession *session, GError **error);

/* What can be done; each gives the new version, or -1. JL_ERROR_CONFLICT: it has changed since it was shown. */
int jl_finding_explain (JlSession  *session,
                        gint64      id,
                        int         version,
                        const char *words,
                        const char *document,
                        int         attachment_id,
                        GError    **error);
int jl_finding_decide (JlSession  *session,
                       gint64      id,
                       int         version,
                       gboolean    accepted,
                       const char *words,
                       const char *document,
                       GError    **error);
int jl_finding_plan (JlSession  *session,
                     gint64      id,
                     int         version,
                     const char *due_on,
                     const char *words,
                     const char *document,
                     GError    **error);

/* Reconciles findings with the facts on a day: opened, closed, reopened, still. (transfer full) */
JlResult *jl_finding_refresh (JlSession *session, const char *as_of, GError **error);
/* After edits and imports: the same on the day on which the findings stand; no row when nothing was written since. (transfer full) */
JlResult *jl_finding_catch_up (JlSession *session, GError **error);

/* Translated; an unknown code is its own word. */
const char *jl_finding_severity_word (const char *severity);
const char *jl_finding_state_word (const char *state);

G_END_DECLS
