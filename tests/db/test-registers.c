/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Every description against the database's catalogue, in both directions; every filter against the same question put plainly. */

#include "jl-register-filter.h"
#include "jl-store.h"
#include "jl-test-practice.h"

#include <string.h>

#define BUILDINGS 600
#define YEAR 2012

static JlResult *
ask (JlSession *session, const char *sql, const char *first, const char *second)
{
  const char *const params[] = { first, second };
  int               n = second != NULL ? 2 : first != NULL ? 1
                                                           : 0;
  g_autoptr (GError) error = NULL;
  JlResult *result = jl_session_query_text (session, sql, n, params, &error);

  g_assert_no_error (error);
  return result;
}

/* All complaints come at once. */
static void
assert_nothing (const GString *complaints)
{
  if (complaints->len > 0)
    g_error ("%s", complaints->str);
}

static void complain (GString *complaints, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
complain (GString *complaints, const char *format, ...)
{
  va_list args;

  g_string_append (complaints, "\n  ");
  va_start (args, format);
  g_string_append_vprintf (complaints, format, args);
  va_end (args);
}

/* ---- the descriptions */

static void
test_same_registers (void)
{
  g_autoptr (JlSession) session = jl_test_practice_open ("jl_superuser");
  g_autoptr (JlResult) rows = ask (session, "select name, clause from jl.register order by place_order", NULL, NULL);
  const JlRegister *const *all = jl_registers_all ();

  for (guint i = 0; i < jl_result_n_rows (rows); i++)
    {
      g_assert_nonnull (all[i]);
      g_assert_cmpstr (all[i]->name, ==, jl_result_text (rows, i, "name"));
      g_assert_cmpstr (all[i]->clause, ==, jl_result_text (rows, i, "clause"));
      g_assert_true (jl_register_find (all[i]->name) == all[i]);
    }
  g_assert_null (all[jl_result_n_rows (rows)]);
}

/* The columns of the list with what the table says of them; a column of the view alone is no column of the table. */
static const char columns_sql[] =
    "select v.attname as name, format_type (v.atttypid, -1) as type, t.attname is not null as own,"
    " coalesce (t.attnotnull, false) as required, coalesce (t.atthasdef or t.attidentity <> '', false) as has_default,"
    " coalesce (t.attgenerated <> '', false) as generated,"
    " exists (select from pg_index i where i.indrelid = t.attrelid and i.indisunique and i.indkey::text = t.attnum::text) as alone,"
    " (select f.relname from pg_constraint k join pg_class f on f.oid = k.confrelid where k.contype = 'f' and k.conrelid = t.attrelid"
    "   and t.attnum = any (k.conkey) and f.relname <> 'season'"
    "   and (select a.attname from pg_attribute a where a.attrelid = k.confrelid"
    "     and a.attnum = k.confkey[array_position (k.conkey, t.attnum)]) = 'id' limit 1) as reference,"
    " (select string_agg (m[1], ' ' order by m[1]) from pg_constraint k"
    "   cross join lateral regexp_matches (pg_get_constraintdef (k.oid), '''([A-Za-z_]+)''::text', 'g') m"
    "   where k.contype = 'c' and k.conrelid = t.attrelid and k.conkey = array[t.attnum]"
    "   and pg_get_constraintdef (k.oid) like '%= ANY (ARRAY[%') as codes"
    " from pg_attribute v left join pg_attribute t on t.attrelid = ('jl.' || $1)::regclass and t.attname = v.attname and t.attnum > 0"
    "   and not t.attisdropped"
    " where v.attrelid = ('jl_api.' || $1 || '_list')::regclass and v.attnum > 0 and not v.attisdropped";

/* What the machinery keeps in every table, and what stands beside a unit or a reference. */
static gboolean
is_bookkeeping (const char *name)
{
  static const char *const names[] = { "id", "version", "entered_at", "import_id", "unit_name", NULL };

  return g_strv_contains (names, name) || g_str_has_suffix (name, "_label");
}

static gboolean
is_one_of (const char *word, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  return g_strv_contains ((const char *const *) list, word);
}

static gboolean
type_fits (const JlField *field, const char *type)
{
  static const char whole[] = "smallint|integer|bigint";

  switch (field->type)
    {
    case JL_FIELD_SPAN:
      return g_str_equal (type, "daterange");
    case JL_FIELD_TEXT:
    case JL_FIELD_WORD:
    case JL_FIELD_NOTE:
      return g_str_equal (type, "text");
    case JL_FIELD_COUNT:
    case JL_FIELD_YEAR:
      return is_one_of (type, whole);
    case JL_FIELD_AREA:
    case JL_FIELD_AREA_WAN:
      return is_one_of (type, whole) && g_str_has_suffix (field->name, "_dm2");
    case JL_FIELD_HEAT:
      return is_one_of (type, whole) && g_str_has_suffix (field->name, "_100kj");
    case JL_FIELD_MONEY:
    case JL_FIELD_MONEY_WAN:
      return is_one_of (type, whole) && g_str_has_suffix (field->name, "_fen");
    case JL_FIELD_DECIMAL:
      return g_str_equal (type, "numeric");
    case JL_FIELD_DATE:
      return g_str_equal (type, "date");
    case JL_FIELD_YES_NO:
      return g_str_equal (type, "boolean");
    case JL_FIELD_CHOICE:
      return is_one_of (type, g_ascii_isdigit (field->choices[0].code[0]) ? whole : "text");
    case JL_FIELD_UNIT:
    case JL_FIELD_REFERENCE:
      return is_one_of (type, "integer|bigint");
    }
  return FALSE;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The codes of a field in the order of the alphabet. (transfer full) */
static char *
codes_of (const JlField *field)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (const JlChoice *choice = field->choices; choice->code != NULL; choice++)
    g_ptr_array_add (codes, (gpointer) choice->code);
  g_ptr_array_sort (codes, compare_texts);
  g_ptr_array_add (codes, NULL);
  return g_strjoinv (" ", (char **) codes->pdata);
}

static void
check_reference (const JlRegister *reg, const JlField *field, const char *reference, GString *complaints)
{
  const char *said = field->type == JL_FIELD_REFERENCE ? field->reference : field->type == JL_FIELD_UNIT ? "unit"
                                                                                                         : NULL;

  if (said != NULL && reference == NULL && (g_str_equal (said, "unit") || field->flags & JL_FIELD_DERIVED))
    return; /* it hangs on its parent's unit */
  if (g_strcmp0 (said, reference) != 0)
    complain (complaints, "%s.%s refers to %s, the database to %s", reg->name, field->name, said, reference);
  if (field->type == JL_FIELD_REFERENCE && jl_register_find (field->reference) == NULL)
    complain (complaints, "%s.%s refers to no register", reg->name, field->name);
}

static void
check_flag (const JlRegister *reg, const JlField *field, JlFieldFlags flag, gboolean wanted, const char *word, GString *complaints)
{
  if (((field->flags & flag) != 0) != wanted)
    complain (complaints, "%s.%s should %sbe %s", reg->name, field->name, wanted ? "" : "not ", word);
}

static void
check_own_column (const JlRegister *reg, const JlField *field, JlResult *columns, guint i, GString *complaints)
{
  gboolean    typed = !(field->flags & JL_FIELD_DERIVED);
  const char *codes = jl_result_text (columns, i, "codes");

  if (jl_result_bool (columns, i, "generated"))
    check_flag (reg, field, JL_FIELD_DERIVED, TRUE, "derived", complaints);
  if (typed)
    check_flag (reg, field, JL_FIELD_REQUIRED,
                jl_result_bool (columns, i, "required") && !jl_result_bool (columns, i, "has_default"), "required", complaints);
  check_flag (reg, field, JL_FIELD_UNIQUE, jl_result_bool (columns, i, "alone"), "unique", complaints);
  check_reference (reg, field, jl_result_text (columns, i, "reference"), complaints);
  if (field->type == JL_FIELD_CHOICE && codes != NULL)
    {
      g_autofree char *said = codes_of (field);

      if (!g_str_equal (said, codes))
        complain (complaints, "%s.%s has the choices %s, the database %s", reg->name, field->name, said, codes);
    }
  if (field->type != JL_FIELD_CHOICE && codes != NULL)
    complain (complaints, "%s.%s has choices in the database", reg->name, field->name);
}

static void
check_column (const JlRegister *reg, JlResult *columns, guint i, GString *complaints)
{
  const char    *name = jl_result_text (columns, i, "name");
  const char    *type = jl_result_text (columns, i, "type");
  const JlField *field = jl_register_field (reg, name);

  if (field == NULL)
    {
      if (jl_result_bool (columns, i, "own") && !is_bookkeeping (name))
        complain (complaints, "%s.%s is not described", reg->name, name);
      return;
    }
  if (!type_fits (field, type))
    complain (complaints, "%s.%s is %s in the database", reg->name, name, type);
  if (jl_result_bool (columns, i, "own"))
    check_own_column (reg, field, columns, i, complaints);
  else
    check_flag (reg, field, JL_FIELD_DERIVED, TRUE, "derived", complaints);
}

static gboolean
has_column (JlResult *columns, const char *name)
{
  for (guint i = 0; i < jl_result_n_rows (columns); i++)
    if (g_strcmp0 (jl_result_text (columns, i, "name"), name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_ordered_by_fields (const JlRegister *reg)
{
  g_auto (GStrv) names = g_strsplit (reg->order, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (jl_register_order_field (reg, i) == NULL)
      return FALSE;
  return names[0] != NULL;
}

/* What the description says by itself: words, order, parent, and no field that would name a person. */
static void
check_description (const JlRegister *reg, JlResult *columns, GString *complaints)
{
  for (const JlField *field = reg->fields; field->name != NULL; field++)
    {
      if (!has_column (columns, field->name))
        complain (complaints, "%s.%s is in no list", reg->name, field->name);
      if (field->flags & JL_FIELD_PERSONAL)
        complain (complaints, "%s.%s would name a person", reg->name, field->name);
      if (jl_register_field (reg, field->name) != field)
        complain (complaints, "%s.%s is described twice", reg->name, field->name);
      if (field->flags & JL_FIELD_TOTAL && g_str_equal (field->name, "records"))
        complain (complaints, "%s.records cannot have a total: it counts the records", reg->name);
      if (field->label == NULL || *field->label == '\0')
        complain (complaints, "%s.%s has no label", reg->name, field->name);
      if (jl_field_is_season (field) != (field->type == JL_FIELD_YEAR && strstr (field->label, "season") != NULL))
        complain (complaints, "%s.%s is a season by its label or by its flag only", reg->name, field->name);
    }
  if (!is_ordered_by_fields (reg))
    complain (complaints, "%s is ordered by what is not its field: %s", reg->name, reg->order);
  if (reg->year_field != NULL && jl_register_field (reg, reg->year_field) == NULL)
    complain (complaints, "%s takes the year from what is not its field", reg->name);
  for (gsize i = 0; i < G_N_ELEMENTS (reg->called) && reg->called[i] != NULL; i++)
    if (jl_register_field (reg, reg->called[i]) == NULL)
      complain (complaints, "%s is called by what is not its field: %s", reg->name, reg->called[i]);
  if (reg->parent != NULL &&
      (jl_register_find (reg->parent) == NULL || jl_register_field (reg, reg->parent_field) == NULL))
    complain (complaints, "%s has no such parent", reg->name);
}

static void
test_catalogue (void)
{
  g_autoptr (JlSession) session = jl_test_practice_open ("jl_superuser");
  g_autoptr (GString) complaints = g_string_new (NULL);

  for (const JlRegister *const *reg = jl_registers_all (); *reg != NULL; reg++)
    {
      g_autoptr (JlResult) columns = ask (session, columns_sql, (*reg)->name, NULL);

      for (guint i = 0; i < jl_result_n_rows (columns); i++)
        check_column (*reg, columns, i, complaints);
      check_description (*reg, columns, complaints);
    }
  assert_nothing (complaints);
}

/* What the search looks into, and whether records stand at counties. */
static void
test_search_and_level (void)
{
  static const char sql[] = "select name, array_to_string (search, ',') as search, coalesce (unit_level, '') as level from jl.register";
  g_autoptr (JlSession) session = jl_test_practice_open ("jl_superuser");
  g_autoptr (JlResult) rows = ask (session, sql, NULL, NULL);
  g_autoptr (GString) complaints = g_string_new (NULL);

  for (guint i = 0; i < jl_result_n_rows (rows); i++)
    {
      const JlRegister *reg = jl_register_find (jl_result_text (rows, i, "name"));
      g_auto (GStrv) searched = g_strsplit (jl_result_text (rows, i, "search"), ",", -1);

      for (const JlField *field = reg->fields; field->name != NULL; field++)
        if (!(field->flags & JL_FIELD_DERIVED) || g_strv_contains ((const char *const *) searched, field->name))
          check_flag (reg, field, JL_FIELD_SEARCHABLE, g_strv_contains ((const char *const *) searched, field->name), "searchable",
                      complaints);
      if (jl_register_field (reg, "unit_id") != NULL && *jl_result_text (rows, i, "level") != '\0')
        check_flag (reg, jl_register_field (reg, "unit_id"), JL_FIELD_LEAF, g_str_equal (jl_result_text (rows, i, "level"), "leaf"),
                    "of a county", complaints);
    }
  assert_nothing (complaints);
}

static gboolean
is_described (const JlField *field, const char *code)
{
  for (const JlChoice *choice = field->choices; choice->code != NULL; choice++)
    if (g_str_equal (choice->code, code))
      return TRUE;
  return FALSE;
}

/* Each kind of rule has a word, and each word that it offers. */
static void
test_rule_words (void)
{
  static const char sql[] = "select 'kind' as field, code from jl.rule_kind union all"
                            " select 'value_choice', unnest (choices) from jl.rule_kind";
  g_autoptr (JlSession) session = jl_test_practice_open ("jl_superuser");
  g_autoptr (JlResult) rows = ask (session, sql, NULL, NULL);
  g_autoptr (GString) complaints = g_string_new (NULL);
  const JlRegister *reg = jl_register_find ("rule");

  g_assert_cmpuint (jl_result_n_rows (rows), >, 30);
  for (guint i = 0; i < jl_result_n_rows (rows); i++)
    if (!is_described (jl_register_field (reg, jl_result_text (rows, i, "field")), jl_result_text (rows, i, "code")))
      complain (complaints, "rule.%s has no word for %s", jl_result_text (rows, i, "field"), jl_result_text (rows, i, "code"));
  assert_nothing (complaints);
}

/* ---- the filters */

static gint64
count_rows (JlSession *session, const char *sql)
{
  g_autoptr (JlResult) result = ask (session, sql, NULL, NULL);

  return jl_result_int (result, 0, "count", -1);
}

static gint64
count_filtered (const JlRegisterFilter *filter, JlSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) sums = jl_register_filter_sums (filter, session, &error);

  g_assert_no_error (error);
  return jl_result_int (sums, 0, "records", -1);
}

static gint64
count_test (JlSession *session, const JlRegister *reg, const JlField *field, JlTestKind kind, const char *const *values, guint n)
{
  g_autoptr (JlRegisterFilter) filter = jl_register_filter_new (reg);

  jl_register_filter_set_test (filter, field, kind, values, n);
  return count_filtered (filter, session);
}

static void
compare (GString *complaints, const JlRegister *reg, const JlField *field, const char *what, gint64 found, gint64 expected)
{
  if (found != expected)
    complain (complaints, "%s.%s %s: %" G_GINT64_FORMAT " instead of %" G_GINT64_FORMAT, reg->name, field->name, what, found, expected);
}

/* One value of the field and one not below it, as the server writes them; no row when it has none. */
static JlResult *
sample_values (JlSession *session, const JlRegister *reg, const JlField *field)
{
  g_autofree char *sql = g_strdup_printf ("with v as (select distinct %1$s as v from jl_api.%2$s_list where %1$s is not null)"
                                          " select (array_agg (v order by v))[1 + count (*) / 3]::text as low,"
                                          " (array_agg (v order by v))[1 + count (*) * 2 / 3]::text as high from v having count (*) > 0",
                                          field->name, reg->name);

  return ask (session, sql, NULL, NULL);
}

static gint64
count_plainly (JlSession *session, const JlRegister *reg, const char *condition, const char *first, const char *second)
{
  g_autofree char *sql = g_strdup_printf ("select count (*) from jl_api.%s_list where %s", reg->name, condition);
  g_autoptr (JlResult) result = ask (session, sql, first, second);

  return jl_result_int (result, 0, "count", -1);
}

static void
check_values (JlSession *session, const JlRegister *reg, const JlField *field, GString *complaints)
{
  g_autoptr (JlResult) samples = sample_values (session, reg, field);
  g_autofree char *same = g_strdup_printf ("%s::text in ($1, $2)", field->name);
  g_autofree char *between = NULL;
  const char      *values[2];

  if (jl_result_n_rows (samples) == 0)
    return;
  values[0] = jl_result_text (samples, 0, "low");
  values[1] = jl_result_text (samples, 0, "high");
  compare (complaints, reg, field, "any of", count_test (session, reg, field, JL_TEST_ANY_OF, values, 2),
           count_plainly (session, reg, same, values[0], values[1]));
  if (!jl_field_is_number (field))
    return;
  between = g_strdup_printf (field->type == JL_FIELD_DATE ? "%s between $1::date and $2::date" : "%s between $1::numeric and $2::numeric",
                             field->name);
  compare (complaints, reg, field, "between", count_test (session, reg, field, JL_TEST_BETWEEN, values, 2),
           count_plainly (session, reg, between, values[0], values[1]));
}

static void
check_missing (JlSession *session, const JlRegister *reg, const JlField *field, GString *complaints)
{
  g_autofree char *missing = g_strdup_printf ("%s is null", field->name);
  g_autofree char *present = g_strdup_printf ("%s is not null", field->name);

  compare (complaints, reg, field, "missing", count_test (session, reg, field, JL_TEST_MISSING, NULL, 0),
           count_plainly (session, reg, missing, NULL, NULL));
  compare (complaints, reg, field, "present", count_test (session, reg, field, JL_TEST_PRESENT, NULL, 0),
           count_plainly (session, reg, present, NULL, NULL));
}

static void
test_tests (void)
{
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);
  g_autoptr (GString) complaints = g_string_new (NULL);
  guint n = 0;

  for (const JlRegister *const *reg = jl_registers_all (); *reg != NULL; reg++)
    for (const JlField *field = (*reg)->fields; field->name != NULL; field++, n++)
      {
        check_missing (session, *reg, field, complaints);
        check_values (session, *reg, field, complaints);
      }
  g_assert_cmpuint (n, >, 300);
  assert_nothing (complaints);
}

/* What decides the place of a row: words of a choice stand as the description lists them. */
static char *
placed_by (const JlField *field)
{
  GString *sql;

  if (field->type != JL_FIELD_CHOICE || g_ascii_isdigit (field->choices[0].code[0]))
    return g_strdup_printf ("l.%s", field->name);
  sql = g_string_new (NULL);
  g_string_append_printf (sql, "case l.%s::text", field->name);
  for (guint i = 0; field->choices[i].code != NULL; i++)
    g_string_append_printf (sql, " when '%s' then %u", field->choices[i].code, i);
  return g_string_free (g_string_append (sql, " end"), FALSE);
}

/* In either direction each value stands where it belongs, the missing ones last, and the pages agree with the ids. */
static void
check_order (JlSession *session, const JlRegister *reg, const JlField *field, gboolean descending, GString *complaints)
{
  g_autoptr (JlRegisterFilter) filter = jl_register_filter_new (reg);
  g_autofree char *value = placed_by (field);
  g_autofree char *sql = NULL;
  JlRowsQuery     *query;

  jl_register_filter_set_order (filter, field->name, descending);
  query = jl_register_filter_query (filter);
  sql = g_strdup_printf ("with o as (select row_number () over () as place, x.id from (%s) x), v as (select o.place, %s as v"
                         " from o join jl_api.%s_list l on l.id = o.id) select count (*) from v a join v b on b.place = a.place + 1"
                         " where a.v is null and b.v is not null or %s",
                         query->ids_sql, value, reg->name, descending ? "b.v > a.v" : "b.v < a.v");
  compare (complaints, reg, field, descending ? "descending" : "ascending", count_rows (session, sql), 0);
  jl_rows_query_free (query);
}

static void
test_orders (void)
{
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);
  g_autoptr (GString) complaints = g_string_new (NULL);

  for (const JlRegister *const *reg = jl_registers_all (); *reg != NULL; reg++)
    for (const JlField *field = (*reg)->fields; field->name != NULL; field++)
      if (field->type != JL_FIELD_REFERENCE)
        {
          check_order (session, *reg, field, FALSE, complaints);
          check_order (session, *reg, field, TRUE, complaints);
        }
  assert_nothing (complaints);
}

/* Units in turn: what lies in the unit or one of its parts, of the year or of the newest one, and what belongs to no unit. */
static void
test_places (void)
{
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);
  g_autoptr (GString) complaints = g_string_new (NULL);
  g_autofree char *units_sql = g_strdup_printf ("select unit_id from jl_api.units (%d) order by place_order", YEAR);
  g_autoptr (JlResult) units = ask (session, units_sql, NULL, NULL);

  for (const JlRegister *const *reg = jl_registers_all (); *reg != NULL; reg++)
    for (guint i = 0; i < jl_result_n_rows (units); i += 7)
      {
        g_autoptr (JlRegisterFilter) filter = jl_register_filter_new (*reg);
        const JlField   *field = jl_register_field (*reg, "unit_id");
        int              unit = (int) jl_result_int (units, i, "unit_id", 0);
        gboolean         of_year = (*reg)->year_field == NULL;
        g_autofree char *condition = g_strdup_printf ("unit_id is null or unit_id = %d or unit_id in"
                                                      " (select leaf_id from jl.parts (make_date (%s, 12, 31)) where assessed_id = %d)",
                                                      unit, of_year ? G_STRINGIFY (YEAR) : "(select max (year) from jl.season)", unit);
        gint64           expected;

        jl_register_filter_set_unit (filter, unit);
        if (of_year)
          jl_register_filter_set_year (filter, YEAR);
        expected = field != NULL ? count_plainly (session, *reg, condition, NULL, NULL) : count_plainly (session, *reg, "true", NULL, NULL);
        compare (complaints, *reg, field != NULL ? field : (*reg)->fields, "of a unit", count_filtered (filter, session), expected);
      }
  assert_nothing (complaints);
}

static void
test_years (void)
{
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);
  g_autoptr (GString) complaints = g_string_new (NULL);

  for (const JlRegister *const *reg = jl_registers_all (); *reg != NULL; reg++)
    {
      g_autoptr (JlRegisterFilter) filter = jl_register_filter_new (*reg);
      const JlField   *field = (*reg)->year_field != NULL ? jl_register_field (*reg, (*reg)->year_field) : NULL;
      g_autofree char *condition = NULL;

      if (field == NULL)
        continue;
      condition = field->type == JL_FIELD_DATE ? g_strdup_printf ("extract (year from %s) = %d", field->name, YEAR)
                                               : g_strdup_printf ("%s = %d", field->name, YEAR);
      jl_register_filter_set_year (filter, YEAR);
      compare (complaints, *reg, field, "of a year", count_filtered (filter, session),
               count_plainly (session, *reg, condition, NULL, NULL));
    }
  assert_nothing (complaints);
}

/* What a person types never becomes SQL. */
static void
test_quoting (void)
{
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);
  const JlRegister *reg = jl_register_find ("building");
  const JlField    *field = jl_register_field (reg, "name");
  const char       *values[] = { "'; drop table jl.building; --", "{a,b}\",\"\\" };

  g_assert_cmpint (count_test (session, reg, field, JL_TEST_ANY_OF, values, 2), ==, 0);
  g_assert_cmpint (count_test (session, reg, field, JL_TEST_BETWEEN, values, 2), >=, 0);
}

/* ---- everything in order */

typedef struct
{
  GString *ids;
  guint    n_batches;
} Seen;

static gboolean
take_batch (JlResult *batch, gpointer data, GError **error)
{
  Seen *seen = data;

  for (guint i = 0; i < jl_result_n_rows (batch); i++)
    g_string_append_printf (seen->ids, "%s,", jl_result_text (batch, i, "id"));
  seen->n_batches++;
  return TRUE;
}

/* An export sees each record once, in the order of the list; two thousand make a batch. */
static void
test_batches (void)
{
  g_autoptr (JlSession) session = jl_test_practice_open (JL_PRACTICE_ROLE);
  g_autoptr (JlRegisterFilter) filter = jl_register_filter_new (jl_register_find ("building_season"));
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) all = NULL;
  Seen         seen = { ids, 0 };
  JlRowsQuery *query;

  jl_register_filter_set_order (filter, "heat_100kj", TRUE);
  g_assert_true (jl_register_filter_each_batch (filter, session, take_batch, &seen, &error));
  g_assert_no_error (error);
  query = jl_register_filter_query (filter);
  all = ask (session, query->ids_sql, NULL, NULL);
  g_assert_cmpuint (jl_result_n_rows (all), >, 2000);
  g_assert_cmpuint (seen.n_batches, ==, jl_result_n_rows (all) / 2000 + 1);
  jl_rows_query_free (query);
  for (guint i = 0, at = 0; i < jl_result_n_rows (all); i++)
    {
      g_autofree char *id = g_strconcat (jl_result_text (all, i, "id"), ",", NULL);

      g_assert_true (g_str_has_prefix (ids->str + at, id));
      at += (guint) strlen (id);
    }
}

int
main (int argc, char **argv)
{
  int failed;

  jl_test_practice_enter (&argc, &argv, BUILDINGS, YEAR + 2);
  g_test_add_func ("/db/registers/same", test_same_registers);
  g_test_add_func ("/db/registers/catalogue", test_catalogue);
  g_test_add_func ("/db/registers/search-and-level", test_search_and_level);
  g_test_add_func ("/db/registers/rule-words", test_rule_words);
  g_test_add_func ("/db/registers/tests", test_tests);
  g_test_add_func ("/db/registers/orders", test_orders);
  g_test_add_func ("/db/registers/places", test_places);
  g_test_add_func ("/db/registers/years", test_years);
  g_test_add_func ("/db/registers/quoting", test_quoting);
  g_test_add_func ("/db/registers/batches", test_batches);
  failed = g_test_run ();
  jl_test_practice_leave ();
  return failed;
}
