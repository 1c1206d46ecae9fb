/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A filter becomes SQL over jl_api.<name>_list, there called l. Whole numbers stand in the text, so that the planner sees them; all
 * else is a parameter, read as text and cast to the column's type. Missing values come last in either direction. */

#include "jl-register-filter.h"

#include "jl-behind-private.h"
#include <string.h>

#define BATCH 2000

typedef struct
{
  const JlField *field;
  JlTestKind     kind;
  char         **values; /* of n + 1; NULL among them for an open end */
  guint          n;
} Test;

struct _JlRegisterFilter
{
  const JlRegister *reg;
  int               unit_id;
  int               year;
  char             *text;
  const char       *behind; /* its condition */
  char             *clause; /* the code of a clause's figure whose records the server names */
  GPtrArray        *tests;
  gint64            id;
  gint64            parent_id;
  const JlField    *order;
  gboolean          descending;
  gboolean          known;
};

static Test *
test_new (const JlField *field, JlTestKind kind, const char *const *values, guint n)
{
  Test *test = g_new0 (Test, 1);

  test->field = field;
  test->kind = kind;
  test->n = n;
  test->values = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    test->values[i] = g_strdup (values[i]);
  return test;
}

static void
test_free (Test *test)
{
  for (guint i = 0; i < test->n; i++)
    g_free (test->values[i]);
  g_free (test->values);
  g_free (test);
}

/* ---- what is asked for */

/**
 * jl_register_filter_new:
 * @reg: a register
 *
 * Returns: (transfer full): all of its records in its own order
 */
JlRegisterFilter *
jl_register_filter_new (const JlRegister *reg)
{
  JlRegisterFilter *self = g_new0 (JlRegisterFilter, 1);

  self->reg = reg;
  self->tests = g_ptr_array_new_with_free_func ((GDestroyNotify) test_free);
  return self;
}

JlRegisterFilter *
jl_register_filter_copy (const JlRegisterFilter *self)
{
  JlRegisterFilter *copy = jl_register_filter_new (self->reg);
  GPtrArray        *tests = copy->tests;

  *copy = *self;
  copy->text = g_strdup (self->text);
  copy->clause = g_strdup (self->clause);
  copy->tests = tests;
  for (guint i = 0; i < self->tests->len; i++)
    {
      const Test *test = g_ptr_array_index (self->tests, i);

      g_ptr_array_add (tests, test_new (test->field, test->kind, (const char *const *) test->values, test->n));
    }
  return copy;
}

void
jl_register_filter_free (JlRegisterFilter *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->tests);
  g_free (self->text);
  g_free (self->clause);
  g_free (self);
}

const JlRegister *
jl_register_filter_get_register (const JlRegisterFilter *self)
{
  return self->reg;
}

void
jl_register_filter_set_unit (JlRegisterFilter *self, int unit_id)
{
  self->unit_id = unit_id;
}

void
jl_register_filter_set_year (JlRegisterFilter *self, int year)
{
  self->year = year;
}

void
jl_register_filter_set_text (JlRegisterFilter *self, const char *text)
{
  g_autofree char *given = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  g_free (self->text);
  self->text = given != NULL && *given != '\0' ? g_steal_pointer (&given) : NULL;
}

/**
 * jl_register_filter_set_behind:
 * @self: a filter
 * @figure: (nullable): a figure's or indicator's code
 *
 * Returns: whether it is known which records of this register it counts; if not, the list stays as it is
 */
gboolean
jl_register_filter_set_behind (JlRegisterFilter *self, const char *figure)
{
  const char *condition = figure != NULL ? jl_behind_find (self->reg, figure) : NULL;
  gboolean    clause = figure != NULL && jl_behind_is_clause (self->reg, figure);

  if (figure != NULL && condition == NULL && !clause)
    return FALSE;
  self->behind = condition;
  g_free (self->clause);
  self->clause = clause ? g_strdup (figure + strlen (JL_BEHIND_CLAUSE)) : NULL;
  return TRUE;
}

void
jl_register_filter_clear_test (JlRegisterFilter *self, const JlField *field)
{
  for (guint i = 0; i < self->tests->len; i++)
    if (((Test *) g_ptr_array_index (self->tests, i))->field == field)
      {
        g_ptr_array_remove_index (self->tests, i);
        return;
      }
}

void
jl_register_filter_set_test (JlRegisterFilter *self, const JlField *field, JlTestKind kind, const char *const *values, guint n)
{
  g_return_if_fail (kind != JL_TEST_BETWEEN || n == 2);

  jl_register_filter_clear_test (self, field);
  g_ptr_array_add (self->tests, test_new (field, kind, values, n));
}

void
jl_register_filter_set_id (JlRegisterFilter *self, gint64 id)
{
  self->id = id;
}

void
jl_register_filter_set_parent (JlRegisterFilter *self, gint64 parent_id)
{
  g_return_if_fail (self->reg->parent_field != NULL);

  self->parent_id = parent_id;
}

void
jl_register_filter_set_order (JlRegisterFilter *self, const char *field, gboolean descending)
{
  self->order = field != NULL ? jl_register_field (self->reg, field) : NULL;
  self->descending = descending;
}

void
jl_register_filter_set_known (JlRegisterFilter *self, gboolean known)
{
  self->known = known;
}

gboolean
jl_register_filter_is_narrowed (const JlRegisterFilter *self)
{
  return self->text != NULL || self->behind != NULL || self->clause != NULL || self->tests->len > 0 || self->id > 0 ||
         self->parent_id > 0;
}

/* ---- as SQL */

typedef struct
{
  GString   *where;
  GPtrArray *params;
} Condition;

static void
condition_clear (Condition *condition)
{
  g_string_free (condition->where, TRUE);
  g_ptr_array_unref (condition->params);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Condition, condition_clear)

/* The type to which a value of the field is cast. Codes of digits stand in a column of numbers. */
static const char *
type_of (const JlField *field)
{
  switch (field->type)
    {
    case JL_FIELD_TEXT:
    case JL_FIELD_NOTE:
    case JL_FIELD_SPAN:
    case JL_FIELD_WORD:
      break;
    case JL_FIELD_COUNT:
    case JL_FIELD_AREA:
    case JL_FIELD_AREA_WAN:
    case JL_FIELD_HEAT:
    case JL_FIELD_MONEY:
    case JL_FIELD_MONEY_WAN:
    case JL_FIELD_REFERENCE:
      return "bigint";
    case JL_FIELD_YEAR:
    case JL_FIELD_UNIT:
      return "int";
    case JL_FIELD_DECIMAL:
      return "numeric";
    case JL_FIELD_DATE:
      return "date";
    case JL_FIELD_YES_NO:
      return "boolean";
    case JL_FIELD_CHOICE:
      return g_ascii_isdigit (field->choices[0].code[0]) ? "int" : "text";
    }
  return "text";
}

/* Takes value. */
static void
append_param (Condition *self, char *value, const char *type)
{
  g_ptr_array_add (self->params, value);
  g_string_append_printf (self->where, "$%u::text::%s", self->params->len, type);
}

/* {"a","b"} with every value in quotes; what is NULL is left out. */
static char *
array_literal (char **values, guint n)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; i < n; i++)
    {
      if (values[i] == NULL)
        continue;
      g_string_append (text, text->len > 1 ? ",\"" : "\"");
      for (const char *p = values[i]; *p != '\0'; p++)
        {
          if (*p == '"' || *p == '\\')
            g_string_append_c (text, '\\');
          g_string_append_c (text, *p);
        }
      g_string_append_c (text, '"');
    }
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

/* A text may be another type's in the table: a span of days is typed as the server writes it. */
static const char *
cast_of (const JlField *field)
{
  return g_str_equal (type_of (field), "text") ? "::text" : "";
}

static void
append_any_of (Condition *self, const Test *test)
{
  g_autofree char *type = g_strconcat (type_of (test->field), "[]", NULL);
  gboolean         or_none = FALSE;

  for (guint i = 0; i < test->n; i++)
    or_none |= test->values[i] == NULL;
  g_string_append_printf (self->where, " and (l.%s%s = any (", test->field->name, cast_of (test->field));
  append_param (self, array_literal (test->values, test->n), type);
  g_string_append_printf (self->where, ")%s%s%s)", or_none ? " or l." : "", or_none ? test->field->name : "", or_none ? " is null" : "");
}

static void
append_end (Condition *self, const Test *test, const char *relation, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (self->where, " and l.%s%s %s ", test->field->name, cast_of (test->field), relation);
  append_param (self, g_strdup (value), type_of (test->field));
}

static void
append_test (Condition *self, const Test *test)
{
  switch (test->kind)
    {
    case JL_TEST_ANY_OF:
      append_any_of (self, test);
      break;
    case JL_TEST_BETWEEN:
      append_end (self, test, ">=", test->values[0]);
      append_end (self, test, "<=", test->values[1]);
      break;
    case JL_TEST_MISSING:
      g_string_append_printf (self->where, " and l.%s is null", test->field->name);
      break;
    case JL_TEST_PRESENT:
      g_string_append_printf (self->where, " and l.%s is not null", test->field->name);
      break;
    }
}

/* The year, or the newest one. */
static char *
year_text (const JlRegisterFilter *filter)
{
  return filter->year > 0 ? g_strdup_printf ("%d", filter->year) : g_strdup ("(select max (y.year) from jl_api.years () y)::int");
}

/* The records, of whichever year, that a clause's figure counts for a unit; of which places they are is the server's to say. */
static void
append_clause (Condition *self, const JlRegisterFilter *filter)
{
  g_autofree char *year = year_text (filter);
  g_autofree char *unit = filter->unit_id != 0 ? g_strdup_printf ("%d", filter->unit_id) : g_strdup ("null");

  g_string_append_printf (self->where, " and l.id in (select jl_api.clause_records ('%s', %s, %s))", filter->clause, year, unit);
}

/* The records that a figure counts. */
static void
append_behind (Condition *self, const JlRegisterFilter *filter)
{
  g_autofree char *year = year_text (filter);
  g_autoptr (GString) condition = g_string_new (filter->behind);

  if (filter->behind == NULL)
    return;
  g_string_replace (condition, JL_BEHIND_YEAR, year, 0);
  g_string_append_printf (self->where, " and %s", condition->str);
}

/* A unit with its parts of the year, or of the newest one; a record of no unit is everybody's. */
static void
append_place (Condition *self, const JlRegisterFilter *filter)
{
  const JlField   *field = jl_register_field (filter->reg, "unit_id");
  g_autofree char *year = year_text (filter);

  if (filter->unit_id == 0 || field == NULL)
    return;
  g_string_append_printf (self->where,
                          " and (l.unit_id = any (array (select p.unit_id from jl_api.leaves (%d, %s) p union select %d))%s)",
                          filter->unit_id, year, filter->unit_id,
                          field->flags & (JL_FIELD_REQUIRED | JL_FIELD_DERIVED) ? "" : " or l.unit_id is null");
}

static void
append_year (Condition *self, const JlRegisterFilter *filter)
{
  const char    *name = filter->reg->year_field;
  const JlField *field = name != NULL ? jl_register_field (filter->reg, name) : NULL;

  if (filter->year == 0 || field == NULL)
    return;
  if (field->type == JL_FIELD_DATE)
    g_string_append_printf (self->where, " and l.%s between make_date (%d, 1, 1) and make_date (%d, 12, 31)", name, filter->year,
                            filter->year);
  else
    g_string_append_printf (self->where, " and l.%s = %d", name, filter->year);
}

/* Season rows are found by their building, which has one id for all its years. */
static void
append_text (Condition *self, const JlRegisterFilter *filter)
{
  gboolean by_building = g_str_equal (filter->reg->name, "building_season");

  if (filter->text == NULL)
    return;
  g_string_append_printf (self->where, " and l.%s = any (array (select jl_api.register_search ('%s', ",
                          by_building ? "building_id" : "id", by_building ? "building" : filter->reg->name);
  append_param (self, g_strdup (filter->text), "text");
  g_string_append (self->where, ")))");
}

static Condition
condition_new (const JlRegisterFilter *filter)
{
  Condition self = { g_string_new ("where true"), g_ptr_array_new_with_free_func (g_free) };

  if (filter->clause != NULL)
    append_clause (&self, filter);
  else
    {
      append_year (&self, filter);
      append_place (&self, filter);
    }
  if (filter->id > 0)
    g_string_append_printf (self.where, " and l.id = %" G_GINT64_FORMAT, filter->id);
  if (filter->parent_id > 0)
    g_string_append_printf (self.where, " and l.%s = %" G_GINT64_FORMAT, filter->reg->parent_field, filter->parent_id);
  append_behind (&self, filter);
  for (guint i = 0; i < filter->tests->len; i++)
    append_test (&self, g_ptr_array_index (filter->tests, i));
  append_text (&self, filter);
  return self;
}

/* Words stand as the description lists them, not as their codes are spelled. */
static void
append_choice_order (GString *order, const JlField *field, const char *direction)
{
  g_string_append (order, "array_position (array[");
  for (const JlChoice *choice = field->choices; choice->code != NULL; choice++)
    g_string_append_printf (order, "%s'%s'", choice == field->choices ? "" : ", ", choice->code);
  g_string_append_printf (order, "], l.%s::text)%s nulls last, ", field->name, direction);
}

/* What may be missing comes last; what may not keeps the direction of its index. */
static void
append_order (GString *order, const JlField *field, gboolean descending)
{
  const char      *direction = descending ? " desc" : "";
  const char      *nulls = field->flags & JL_FIELD_REQUIRED ? "" : " nulls last";
  g_autofree char *column = field->type == JL_FIELD_REFERENCE ? jl_field_shown_column (field) : g_strdup (field->name);

  if (field->type == JL_FIELD_CHOICE && g_str_equal (type_of (field), "text"))
    append_choice_order (order, field, direction);
  else
    g_string_append_printf (order, "l.%s%s%s, ", column, direction, nulls);
}

/* The first field of the default order brings the others with it; the id decides in the end. */
static char *
order_clause (const JlRegisterFilter *filter)
{
  const JlField *first = jl_register_order_field (filter->reg, 0);
  const JlField *field = filter->order != NULL ? filter->order : first;
  GString       *order = g_string_new ("order by ");

  append_order (order, field, filter->descending);
  for (guint i = 1; field == first && jl_register_order_field (filter->reg, i) != NULL; i++)
    append_order (order, jl_register_order_field (filter->reg, i), filter->descending);
  g_string_append (order, "l.id");
  return g_string_free (order, FALSE);
}

static char *
source_of (const JlRegisterFilter *filter)
{
  return g_strdup_printf ("jl_api.%s_%slist l", filter->reg->name, filter->known ? "known_" : "");
}

/* Records of given ids; the year, where it is known, leads to one partition. */
static GString *
rows_of_ids (const JlRegisterFilter *filter, const char *source, const char *ids)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "select l.* from %s where l.id = any (%s)", source, ids);
  if (filter->reg->year_field != NULL && filter->year > 0 && g_str_equal (filter->reg->year_field, "year"))
    g_string_append_printf (sql, " and l.year = %d", filter->year);
  return sql;
}

/* In an order without an index every record is looked at: for its id first, so that only those of the page are read whole. */
static char *
first_sql (const JlRegisterFilter *filter, const char *source, const char *where, const char *order, guint limit)
{
  g_autofree char *ids = NULL;
  GString         *sql;

  if (filter->order == NULL)
    return g_strdup_printf ("select l.* from %s %s %s limit $%u::int", source, where, order, limit);
  ids = g_strdup_printf ("array (select l.id from %s %s %s limit $%u::int)", source, where, order, limit);
  sql = rows_of_ids (filter, source, ids);
  g_string_append_printf (sql, " %s", order);
  return g_string_free (sql, FALSE);
}

/* A page is asked for by ids alone, but gets the parameters of the others: they are named, so that the server knows their types. */
static char *
page_sql (const JlRegisterFilter *filter, const char *source, guint n_params)
{
  g_autofree char *ids = g_strdup_printf ("$%u::bigint[]", n_params + 1);
  GString         *sql = rows_of_ids (filter, source, ids);

  for (guint i = 1; i <= n_params; i++)
    g_string_append_printf (sql, " and ($%u::text is null or true)", i);
  return g_string_free (sql, FALSE);
}

/**
 * jl_register_filter_query:
 * @self: a filter
 *
 * Returns: (transfer full): the three statements of a lazy list
 */
JlRowsQuery *
jl_register_filter_query (const JlRegisterFilter *self)
{
  g_auto (Condition) condition = condition_new (self);
  g_autofree char *source = source_of (self);
  g_autofree char *order = order_clause (self);
  JlRowsQuery     *query = g_new0 (JlRowsQuery, 1);

  query->n_params = condition.params->len;
  query->first_sql = first_sql (self, source, condition.where->str, order, query->n_params + 1);
  query->ids_sql = g_strdup_printf ("select l.id from %s %s %s", source, condition.where->str, order);
  query->page_sql = page_sql (self, source, query->n_params);
  g_ptr_array_add (condition.params, NULL);
  query->params = (char **) g_ptr_array_steal (condition.params, NULL);
  return query;
}

/* ---- answers */

static JlResult *
ask (JlSession *session, const char *sql, const Condition *condition, GError **error)
{
  return jl_session_query_text (session, sql, (int) condition->params->len, (const char *const *) condition->params->pdata, error);
}

/**
 * jl_register_filter_sums:
 * @self: a filter
 * @session: a session
 * @error: return location
 *
 * Returns: (transfer full): one row: records, and for each field with a total its sum and how many records have none (<field>_missing)
 */
JlResult *
jl_register_filter_sums (const JlRegisterFilter *self, JlSession *session, GError **error)
{
  g_auto (Condition) condition = condition_new (self);
  g_autofree char *source = source_of (self);
  g_autoptr (GString) sql = g_string_new ("select count (*) as records");

  for (const JlField *field = self->reg->fields; field->name != NULL; field++)
    if (field->flags & JL_FIELD_TOTAL)
      g_string_append_printf (sql, ", sum (l.%s)::text as %s, count (*) - count (l.%s) as %s_missing", field->name, field->name,
                              field->name, field->name);
  g_string_append_printf (sql, " from %s %s", source, condition.where->str);
  return ask (session, sql->str, &condition, error);
}

static gboolean
fetch_batches (JlSession *session, JlRegisterBatchFunc func, gpointer data, GError **error)
{
  static const char fetch[] = "fetch " G_STRINGIFY (BATCH) " from records";

  for (;;)
    {
      g_autoptr (JlResult) batch = jl_session_query_text (session, fetch, 0, NULL, error);

      if (batch == NULL || !func (batch, data, error))
        return FALSE;
      if (jl_result_n_rows (batch) < BATCH)
        return TRUE;
    }
}

/**
 * jl_register_filter_each_batch:
 * @self: a filter
 * @session: a session outside a transaction
 * @func: takes some records, at last perhaps none
 * @data: for @func
 * @error: return location
 *
 * Hands over all records in order as they stood at one moment, never many at once.
 *
 * Returns: whether all were taken
 */
gboolean
jl_register_filter_each_batch (const JlRegisterFilter *self,
                               JlSession              *session,
                               JlRegisterBatchFunc     func,
                               gpointer                data,
                               GError                **error)
{
  g_auto (Condition) condition = condition_new (self);
  g_autofree char *source = source_of (self);
  g_autofree char *order = order_clause (self);
  g_autofree char *sql = g_strdup_printf ("declare records no scroll cursor for select l.* from %s %s %s", source,
                                          condition.where->str, order);
  g_autoptr (JlResult) declared = NULL;

  if (!jl_session_begin (session, JL_TRANSACTION_READ, error))
    return FALSE;
  declared = ask (session, sql, &condition, error);
  if (declared != NULL && fetch_batches (session, func, data, error))
    return jl_session_commit (session, error);
  jl_session_rollback (session);
  return FALSE;
}
