/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A filter becomes SQL over jl_api.finding_list. Numbers and known words stand in the text; a code that came from elsewhere (clause,
 * rule, register) is a parameter. What may be done is the database's to say. */

#include "jl-finding.h"

#include <glib/gi18n-lib.h>

#include "jl-register.h"
#include "jl-store-private.h"

/* A code of one of the list's fields, as a choice. (nullable) */
static const JlChoice *
find_choice (const char *field, const char *code)
{
  const JlChoice *choice = jl_register_field (jl_register_find ("finding"), field)->choices;

  while (choice->code != NULL && g_strcmp0 (choice->code, code) != 0)
    choice++;
  return choice->code != NULL ? choice : NULL;
}

const char *
jl_finding_severity_word (const char *severity)
{
  const JlChoice *choice = find_choice ("severity", severity);

  return choice != NULL ? _ (choice->word) : severity;
}

const char *
jl_finding_state_word (const char *state)
{
  const JlChoice *choice = find_choice ("state", state);

  return choice != NULL ? _ (choice->word) : state;
}

/* ---- which ones */

/* Of severity and state by their gravity, of a finding by the day it was first seen. */
#define GRAVITY "array_position (array['blocks', 'decide', 'warning', 'note'], severity)"

const char *const jl_finding_orders[] = {
  "title",
  "severity",
  "unit_name",
  "record_label",
  "clause",
  "year",
  "state",
  "days",
  "first_seen",
  "last_seen",
  "planned_on",
  NULL,
};

typedef struct
{
  char *where;
  char *order;
  char *params[4]; /* clause, rule, register */
  guint n_params;
} Parts;

static void
parts_clear (Parts *self)
{
  g_free (self->where);
  g_free (self->order);
  for (guint i = 0; i < self->n_params; i++)
    g_free (self->params[i]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

/* The unit itself, for what it owes as a whole, and its parts in the year. */
static void
append_unit (GString *where, const JlFindingFilter *filter)
{
  if (filter->unit_id <= 0)
    return;
  g_string_append_printf (where, " and unit_id = any (array (select %d union select l.unit_id from jl_api.leaves (%d, ",
                          filter->unit_id, filter->unit_id);
  if (filter->year > 0)
    g_string_append_printf (where, "%d) l))", filter->year);
  else
    g_string_append (where, "(select max (y.year) from jl_api.years () y where y.has_facts)::int) l))");
}

static void
append_state (GString *where, const char *state)
{
  if (g_strcmp0 (state, "standing") == 0)
    g_string_append (where, " and state <> all (array['closed', 'accepted'])");
  else if (g_strcmp0 (state, "overdue") == 0)
    g_string_append (where, " and overdue");
  else if (find_choice ("state", state) != NULL)
    g_string_append_printf (where, " and state = '%s'", state);
}

static void
append_param (GString *where, Parts *parts, const char *column, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  parts->params[parts->n_params++] = g_strdup (value);
  g_string_append_printf (where, " and %s = $%u", column, parts->n_params);
}

static char *
order_clause (const JlFindingFilter *filter)
{
  const char *direction = filter->descending ? "desc" : "asc";

  if (filter->order == NULL || !g_strv_contains (jl_finding_orders, filter->order))
    return g_strdup (GRAVITY ", first_seen, id");
  if (g_str_equal (filter->order, "severity"))
    return g_strdup_printf (GRAVITY " %s, id", direction);
  return g_strdup_printf ("%s %s nulls last, id", filter->order, direction);
}

static void
parts_init (Parts *self, const JlFindingFilter *filter)
{
  GString *where = g_string_new ("where true");

  append_unit (where, filter);
  if (filter->of_year && filter->year > 0)
    g_string_append_printf (where, " and (year is null or year = %d)", filter->year);
  if (find_choice ("severity", filter->severity) != NULL)
    g_string_append_printf (where, " and severity = '%s'", filter->severity);
  append_state (where, filter->state);
  if (filter->min_days > 0)
    g_string_append_printf (where, " and days >= %d", filter->min_days);
  if (filter->record_id > 0)
    g_string_append_printf (where, " and record_id = %" G_GINT64_FORMAT, filter->record_id);
  append_param (where, self, "clause_id", filter->clause);
  append_param (where, self, "rule", filter->rule);
  append_param (where, self, "register", filter->reg);
  self->where = g_string_free (where, FALSE);
  self->order = order_clause (filter);
}

/* Ids of a list are int4; a finding's is int8, of which there will never be so many. A page names every parameter, so that each
 * has a type. */
static char *
page_sql (const Parts *parts)
{
  GString *sql = g_string_new ("select l.* from jl_api.finding_list l where");

  for (guint i = 1; i <= parts->n_params; i++)
    g_string_append_printf (sql, " $%u::text is not null and", i);
  g_string_append_printf (sql, " id = any ($%u::int[])", parts->n_params + 1);
  return g_string_free (sql, FALSE);
}

/**
 * jl_finding_query_new:
 * @filter: which findings in which order
 *
 * Returns: (transfer full): the three statements of a lazy list
 */
JlRowsQuery *
jl_finding_query_new (const JlFindingFilter *filter)
{
  g_auto (Parts) parts = { 0 };
  JlRowsQuery *query = g_new0 (JlRowsQuery, 1);

  parts_init (&parts, filter);
  query->first_sql = g_strdup_printf ("select l.* from jl_api.finding_list l %s order by %s limit $%u::int", parts.where, parts.order,
                                      parts.n_params + 1);
  query->ids_sql = g_strdup_printf ("select id::int from jl_api.finding_list l %s order by %s", parts.where, parts.order);
  query->page_sql = page_sql (&parts);
  query->n_params = parts.n_params;
  query->params = g_new0 (char *, parts.n_params + 1);
  for (guint i = 0; i < parts.n_params; i++)
    query->params[i] = g_strdup (parts.params[i]);
  return query;
}

static JlResult *
query_filtered (JlSession *session, const JlFindingFilter *filter, const char *select, gboolean ordered, GError **error)
{
  g_auto (Parts) parts = { 0 };
  g_autofree char *sql = NULL;

  parts_init (&parts, filter);
  sql = g_strconcat (select, " from jl_api.finding_list l ", parts.where, ordered ? " order by " : NULL, parts.order, NULL);
  return jl_session_query_text (session, sql, (int) parts.n_params, (const char *const *) parts.params, error);
}

JlResult *
jl_finding_sums_load (JlSession *session, const JlFindingFilter *filter, GError **error)
{
  return query_filtered (session, filter,
                         "select count (*) as n, count (*) filter (where overdue) as overdue_n,"
                         " count (*) filter (where severity = 'blocks') as blocks_n,"
                         " count (*) filter (where severity = 'decide') as decide_n,"
                         " count (*) filter (where severity = 'warning') as warning_n,"
                         " count (*) filter (where severity = 'note') as note_n",
                         FALSE, error);
}

JlResult *
jl_finding_all (JlSession *session, const JlFindingFilter *filter, GError **error)
{
  return query_filtered (session, filter, "select l.*", TRUE, error);
}

/* ---- one of them, and how many */

static const JlStatement one = { "finding", "select * from jl_api.finding_list where id = $1::bigint", 1 };
static const JlStatement steps = { "finding-steps", "select * from jl_api.finding_steps ($1::bigint)", 1 };
static const JlStatement rights = { "finding-rights", "select * from jl_api.finding_rights ($1::bigint)", 1 };
static const JlStatement counts = { "finding-counts", "select * from jl_api.finding_counts ($1::int)", 1 };
static const JlStatement rules = { "finding-rules", "select * from jl_api.finding_rule_list order by place_order", 0 };
static const JlStatement state = { "findings-state", "select * from jl_api.findings_state ()", 0 };
static const JlStatement refresh = { "findings-refresh", "select * from jl_api.findings_refresh ($1::date)", 1 };
static const JlStatement catch_up = { "findings-catch-up", "select * from jl_api.findings_catch_up ()", 0 };
static const JlStatement explain = {
  "finding-explain", "select jl_api.finding_explain ($1::bigint, $2::int, $3, $4, $5::int) as version", 5
};
static const JlStatement decide = {
  "finding-decide", "select jl_api.finding_decide ($1::bigint, $2::int, $3::boolean, $4, $5) as version", 5
};
static const JlStatement plan = {
  "finding-plan", "select jl_api.finding_plan ($1::bigint, $2::int, $3::date, $4, $5) as version", 5
};

/* Whole numbers as parameters. */
typedef char Number[24];

static const char *
number (Number text, gint64 value)
{
  g_snprintf (text, sizeof (Number), "%" G_GINT64_FORMAT, value);
  return text;
}

/**
 * jl_finding_load:
 * @session: a session
 * @id: of a finding
 * @error: return location
 *
 * Returns: (transfer full): the finding with its steps and rights, all as of one moment
 */
JlFinding *
jl_finding_load (JlSession *session, gint64 id, GError **error)
{
  Number            text;
  const char *const params[] = { number (text, id) };
  const JlStep      pipeline[] = { { &one, params }, { &steps, params }, { &rights, params } };
  JlResult         *results[G_N_ELEMENTS (pipeline)];
  JlFinding        *self;

  if (!jl_store_read (session, pipeline, G_N_ELEMENTS (pipeline), results, error))
    return NULL;
  self = g_new0 (JlFinding, 1);
  self->finding = results[0];
  self->steps = results[1];
  self->rights = results[2];
  return self;
}

void
jl_finding_free (JlFinding *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->finding, jl_result_unref);
  g_clear_pointer (&self->steps, jl_result_unref);
  g_clear_pointer (&self->rights, jl_result_unref);
  g_free (self);
}

JlResult *
jl_finding_counts_load (JlSession *session, int year, GError **error)
{
  Number            text;
  const char *const params[] = { year > 0 ? number (text, year) : NULL };

  return jl_session_query (session, &counts, params, error);
}

JlResult *
jl_finding_rules_load (JlSession *session, GError **error)
{
  return jl_session_query (session, &rules, NULL, error);
}

JlResult *
jl_finding_state_load (JlSession *session, GError **error)
{
  return jl_session_query (session, &state, NULL, error);
}

/* ---- what is done with them */

static int
take_step (JlSession *session, const JlStatement *statement, const char *const *params, GError **error)
{
  g_autoptr (JlResult) result = jl_session_query (session, statement, params, error);

  return result != NULL ? (int) jl_result_int (result, 0, "version", -1) : -1;
}

/**
 * jl_finding_explain:
 * @session: a session
 * @id: of a finding
 * @version: of it, as it was shown
 * @words: the explanation
 * @document: (nullable): number of a paper
 * @attachment_id: the paper itself among the unit's attachments; 0: none
 * @error: return location
 *
 * 说明, by the clerk of the unit or an owner of the register. One of @document and @attachment_id is needed.
 *
 * Returns: the version after it, or -1
 */
int
jl_finding_explain (JlSession  *session,
                    gint64      id,
                    int         version,
                    const char *words,
                    const char *document,
                    int         attachment_id,
                    GError    **error)
{
  Number            numbers[3];
  const char *const params[] = {
    number (numbers[0], id), number (numbers[1], version), words, document,
    attachment_id > 0 ? number (numbers[2], attachment_id) : NULL
  };

  return take_step (session, &explain, params, error);
}

/**
 * jl_finding_decide:
 * @session: a session
 * @id: of an explained finding
 * @version: of it, as it was shown
 * @accepted: 说明成立, or 说明不成立
 * @words: (nullable): why; a rejection needs it
 * @document: (nullable): number of a paper
 * @error: return location
 *
 * By the heating-reform office or an owner of the register.
 *
 * Returns: the version after it, or -1
 */
int
jl_finding_decide (JlSession  *session,
                   gint64      id,
                   int         version,
                   gboolean    accepted,
                   const char *words,
                   const char *document,
                   GError    **error)
{
  Number            numbers[2];
  const char *const params[] = {
    number (numbers[0], id), number (numbers[1], version), accepted ? "true" : "false", words, document
  };

  return take_step (session, &decide, params, error);
}

/**
 * jl_finding_plan:
 * @session: a session
 * @id: of a finding
 * @version: of it, as it was shown
 * @due_on: the day by which it is to be put right, "2015-09-30"
 * @words: (nullable): what is to be done
 * @document: number of the paper that says so
 * @error: return location
 *
 * 列入整改计划, by the heating-reform office.
 *
 * Returns: the version after it, or -1
 */
int
jl_finding_plan (JlSession  *session,
                 gint64      id,
                 int         version,
                 const char *due_on,
                 const char *words,
                 const char *document,
                 GError    **error)
{
  Number            numbers[2];
  const char *const params[] = { number (numbers[0], id), number (numbers[1], version), due_on, words, document };

  return take_step (session, &plan, params, error);
}

JlResult *
jl_finding_refresh (JlSession *session, const char *as_of, GError **error)
{
  const char *const params[] = { as_of };

  return jl_session_query (session, &refresh, params, error);
}

JlResult *
jl_finding_catch_up (JlSession *session, GError **error)
{
  return jl_session_query (session, &catch_up, NULL, error);
}
