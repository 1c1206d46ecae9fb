/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What each page needs, asked in one pipeline inside one read-only transaction. Functions run on a session, in a worker thread
 * or in jiliangctl alike; products are immutable and may be read on any thread. */

#pragma once

#include "jl-figure.h"
#include "jl-session.h"

G_BEGIN_DECLS

/* Who is signed in where. */
typedef struct
{
  JlResult *me;           /* jl_api.me() */
  JlResult *installation; /* jl_api.installation() */
  JlResult *officials;    /* jl_api.officials() */
  JlResult *years;        /* jl_api.years() */
} JlDesk;

JlDesk  *jl_desk_load (JlSession *session, GError **error);
void     jl_desk_free (JlDesk *self);
gboolean jl_desk_is_practice (const JlDesk *self);
int      jl_desk_latest_year (const JlDesk *self); /* the newest year with facts */

typedef struct
{
  int        year;
  JlFigures *figures;
  JlResult  *province;  /* jl_api.province_figures */
  JlResult  *attention; /* jl_api.figures: the rows that need attention come first */
  JlResult  *findings;  /* jl_api.finding_attention, of the present */
} JlOverview;

JlOverview *jl_overview_load (JlSession *session, int year, GError **error);
void        jl_overview_free (JlOverview *self);

typedef struct
{
  int        year;
  int        unit_id;
  JlFigures *figures; /* all units: place among the group */
  JlResult  *trend;   /* of metered_share */
  JlResult  *published;
  JlResult  *awards; /* jl_api.awards_now */
  JlResult  *leaves;
  JlResult  *findings; /* one row: n, overdue_n, blocks_n, decide_n, warning_n, note_n of those that stand today */
} JlCity;

JlCity *jl_city_load (JlSession *session, int year, int unit_id, GError **error);
void    jl_city_free (JlCity *self);

/* Where a list may be narrowed to. */
typedef struct
{
  JlResult *units;  /* jl_api.units */
  JlResult *leaves; /* jl_api.leaves of one unit, or of all */
} JlPlaces;

JlPlaces *jl_places_load (JlSession *session, int year, int unit_id, GError **error);
void      jl_places_free (JlPlaces *self);

/* The figures of every clause of one unit and year (jl_api.clause_figures); unit_id 0: of the province. (transfer full) */
JlResult *jl_clause_figures_load (JlSession *session, int year, int unit_id, GError **error);
/* 数据来源 of one of them; unit_id 0: of the province. (transfer full) */
JlResult *jl_clause_why_load (JlSession *session, int year, int unit_id, const char *indicator, GError **error);

/* 数据来源 of one figure. */
JlResult *jl_why_load (JlSession *session, int year, int unit_id, const char *indicator, GError **error);

typedef struct
{
  int       year;
  JlResult *assessment; /* no row: never computed */
  JlResult *units;
  JlResult *awards;
  JlResult *vetoes;
} JlAssessment;

JlAssessment *jl_assessment_load (JlSession *session, int year, GError **error);
void          jl_assessment_free (JlAssessment *self);
const char   *jl_assessment_state (const JlAssessment *self); /* "none", "computed", "proposed", "frozen" */
JlResult     *jl_assessment_items (JlSession *session, int year, int unit_id, GError **error);

typedef enum
{
  JL_ASSESS_COMPUTE,
  JL_ASSESS_PROPOSE,
  JL_ASSESS_WITHDRAW,
  JL_ASSESS_CONFIRM,
} JlAssessStep;

/* Takes one step in a REPEATABLE READ transaction and returns the assessment as it then stands. */
JlAssessment *jl_assessment_step (JlSession *session, int year, JlAssessStep step, GError **error);
JlResult     *jl_assessment_verify (JlSession *session, int year, GError **error);

/* What jl_circular_new() needs. */
typedef struct
{
  int       year;
  char     *kind;
  JlResult *values;
  JlResult *annexes[3];
  guint     n_annexes;
  gboolean  practice;
} JlCircularSource;

JlCircularSource *jl_circular_source_load (JlSession *session, int year, const char *kind, GError **error);
void              jl_circular_source_free (JlCircularSource *self);

G_END_DECLS
