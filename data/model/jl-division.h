/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Operations on divisions (M16): renaming, moving, merging, splitting, each from a day and by a paper (define/41-divisions.sql). */

#pragma once

#include "jl-session.h"

G_BEGIN_DECLS

typedef enum
{
  JL_DIVISION_RENAME,
  JL_DIVISION_MOVE,
  JL_DIVISION_MERGE,
  JL_DIVISION_SPLIT,
} JlDivisionKind;

/**
 * JlDivisionChange:
 * @kind: what is done
 * @unit_id: to which unit; of a merger the one that goes into the other
 * @on_day: "2016-01-01", the first day of the new state
 * @document: the paper
 * @other_id: the prefecture it moves to, or the unit it goes into; else 0
 * @name: (nullable): of a renamed unit, or of the part that is split off; %NULL keeps the name
 * @short_name: (nullable): as @name
 * @code: (nullable): as @name, and of a moved unit
 * @type: (nullable): district, county_city, county, autonomous_county, committee
 * @buildings: (nullable): codes of the buildings that go with a part, one in each text
 * @projects: (nullable): codes of the new projects that go with it
 */
typedef struct
{
  JlDivisionKind kind;
  int            unit_id;
  char          *on_day;
  char          *document;
  int            other_id;
  char          *name;
  char          *short_name;
  char          *code;
  char          *type;
  char         **buildings;
  char         **projects;
} JlDivisionChange;

void jl_division_change_free (JlDivisionChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JlDivisionChange, jl_division_change_free)

/* The units of today: unit_id, name, type, parent_name, in the order of codes. (transfer full) */
JlResult *jl_divisions_load (JlSession *session, GError **error);
/* All of it or nothing; a code that finds no record of the unit is said. */
gboolean jl_division_change_run (const JlDivisionChange *self, JlSession *session, GError **error);

G_END_DECLS
