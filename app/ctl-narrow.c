/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Places by code or name, fields by name or label, values as people type them. */

#include "ctl-narrow.h"

#include <glib/gi18n.h>
#include <string.h>

#include "jl-error.h"
#include "jl-store.h"

void
ctl_narrow_clear (CtlNarrow *self)
{
  g_free (self->unit);
  g_free (self->text);
  g_strfreev (self->where);
  g_free (self->order);
  g_free (self->place);
}

GOptionEntry *
ctl_narrow_entries (CtlNarrow *self)
{
  const GOptionEntry entries[] = {
    { "unit", 'u', 0, G_OPTION_ARG_STRING, &self->unit, N_ ("records of a place and its parts"), N_ ("CODE") },
    { "year", 'y', 0, G_OPTION_ARG_INT, &self->year, N_ ("records of a year"), N_ ("YEAR") },
    { "text", 't', 0, G_OPTION_ARG_STRING, &self->text, N_ ("records with this text; 拼音 or its initials will do"), N_ ("TEXT") },
    { "where", 'w', 0, G_OPTION_ARG_STRING_ARRAY, &self->where,
      N_ ("records with a value: FIELD=VALUE, FIELD=FROM..TO, FIELD= (missing)"), N_ ("TEST") },
    { "order", 0, 0, G_OPTION_ARG_STRING, &self->order, N_ ("in the order of a field, with - before it from the end"), N_ ("FIELD") },
    { NULL },
  };

  return g_memdup2 (entries, sizeof entries);
}

const JlRegister *
ctl_find_register (const char *name, GError **error)
{
  const JlRegister *reg = jl_register_find (name);

  for (const JlRegister *const *each = jl_registers_all (); reg == NULL && *each != NULL; each++)
    if (g_str_equal (_ ((*each)->title), name))
      reg = *each;
  if (reg == NULL)
    g_set_error (error, JL_ERROR, JL_ERROR_NOT_FOUND, _ ("There is no register “%s”; “jiliangctl registers” lists them."), name);
  return reg;
}

static const JlField *
find_field (const JlRegister *reg, const char *name, GError **error)
{
  const JlField *field = jl_register_field (reg, name);

  for (const JlField *each = reg->fields; field == NULL && each->name != NULL; each++)
    if (g_str_equal (_ (each->label), name))
      field = each;
  if (field == NULL)
    g_set_error (error, JL_ERROR, JL_ERROR_NOT_FOUND, _ ("The register “%s” has no field “%s”."), reg->name, name);
  return field;
}

/* ---- places */

static gboolean
find_in (JlResult *places, const char *unit, int *unit_id, char **name)
{
  for (guint i = 0; i < jl_result_n_rows (places); i++)
    if (g_strcmp0 (jl_result_text (places, i, "code"), unit) == 0 || g_strcmp0 (jl_result_text (places, i, "name"), unit) == 0)
      {
        *unit_id = (int) jl_result_int (places, i, "unit_id", 0);
        *name = g_strdup (jl_result_text (places, i, "name"));
        return TRUE;
      }
  return FALSE;
}

static int
latest_year (JlSession *session, GError **error)
{
  JlDesk *desk = jl_desk_load (session, error);
  int     year = desk != NULL ? jl_desk_latest_year (desk) : -1;

  if (desk != NULL)
    jl_desk_free (desk);
  return year;
}

/* Assessed units first: a county's record lies in its leaf, which has the same code. */
gboolean
ctl_find_place (JlSession *session, const char *unit, int year, int *unit_id, char **name, GError **error)
{
  int       of = year > 0 ? year : latest_year (session, error);
  JlPlaces *places = of >= 0 ? jl_places_load (session, of, 0, error) : NULL;
  gboolean  found;

  if (places == NULL)
    return FALSE;
  found = find_in (places->units, unit, unit_id, name) || find_in (places->leaves, unit, unit_id, name);
  jl_places_free (places);
  if (!found)
    g_set_error (error, JL_ERROR, JL_ERROR_NOT_FOUND, _ ("No place has the code or name “%s”."), unit);
  return found;
}

static gboolean
set_place (CtlNarrow *self, JlSession *session, JlRegisterFilter *filter, GError **error)
{
  int unit_id = 0;

  if (!ctl_find_place (session, self->unit, self->year, &unit_id, &self->place, error))
    return FALSE;
  jl_register_filter_set_unit (filter, unit_id);
  return TRUE;
}

/* ---- tests */

static gboolean
parse_ends (const JlField *field, const char *value, const char *dots, char **ends, GError **error)
{
  g_autofree char *from = g_strndup (value, (gsize) (dots - value));

  return jl_field_parse (field, from, &ends[0], error) && jl_field_parse (field, dots + 2, &ends[1], error);
}

static gboolean
set_value (JlRegisterFilter *filter, const JlField *field, const char *value, GError **error)
{
  const char      *dots = strstr (value, "..");
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  char            *ends[2] = { NULL, NULL };
  gboolean         read = dots != NULL ? parse_ends (field, value, dots, ends, error) : jl_field_parse (field, value, &ends[0], error);

  first = ends[0];
  last = ends[1];
  if (read && dots != NULL)
    jl_register_filter_set_test (filter, field, JL_TEST_BETWEEN, (const char *const *) ends, 2);
  else if (read && first == NULL)
    jl_register_filter_set_test (filter, field, JL_TEST_MISSING, NULL, 0);
  else if (read)
    jl_register_filter_set_test (filter, field, JL_TEST_ANY_OF, (const char *const *) ends, 1);
  return read;
}

static gboolean
set_test (JlRegisterFilter *filter, const char *test, GError **error)
{
  const char      *sign = strchr (test, '=');
  g_autofree char *name = sign != NULL ? g_strndup (test, (gsize) (sign - test)) : NULL;
  const JlField   *field;

  if (sign == NULL)
    {
      g_set_error (error, JL_ERROR, JL_ERROR_INVALID, _ ("“%s” is no test: write FIELD=VALUE."), test);
      return FALSE;
    }
  field = find_field (jl_register_filter_get_register (filter), name, error);
  if (field == NULL)
    return FALSE;
  if (set_value (filter, field, sign + 1, error))
    return TRUE;
  g_prefix_error (error, "%s: ", _ (field->label));
  return FALSE;
}

static gboolean
set_order (JlRegisterFilter *filter, const char *order, GError **error)
{
  gboolean       descending = *order == '-';
  const JlField *field = find_field (jl_register_filter_get_register (filter), order + descending, error);

  if (field != NULL)
    jl_register_filter_set_order (filter, field->name, descending);
  return field != NULL;
}

JlRegisterFilter *
ctl_narrow_filter (CtlNarrow *self, JlSession *session, const JlRegister *reg, GError **error)
{
  g_autoptr (JlRegisterFilter) filter = jl_register_filter_new (reg);

  jl_register_filter_set_year (filter, self->year);
  jl_register_filter_set_text (filter, self->text);
  for (char **test = self->where; test != NULL && *test != NULL; test++)
    if (!set_test (filter, *test, error))
      return NULL;
  if ((self->order != NULL && !set_order (filter, self->order, error)) ||
      (self->unit != NULL && !set_place (self, session, filter, error)))
    return NULL;
  return g_steal_pointer (&filter);
}
