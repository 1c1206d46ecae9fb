/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The form of an operation. Every row is there from the beginning and shown where its kind of operation needs it, so what is typed
 * outlasts a change of the kind. The units that a kind cannot concern are not offered. */

#include "jl-division-form.h"

#include <glib/gi18n.h>

#include "jl-field-row.h"
#include "jl-unit-picker.h"

#define IN(kind) (1u << JL_DIVISION_##kind)
#define IN_ALL (IN (RENAME) | IN (MOVE) | IN (MERGE) | IN (SPLIT))
#define SAME "same"

/* In the order of JlDivisionKind. */
static const JlChoice kinds[] = {
  { "rename", N_ ("Rename or change the kind") },
  { "move", N_ ("Move to another prefecture") },
  { "merge", N_ ("Merge into another unit") },
  { "split", N_ ("Split off a new unit") },
  { NULL },
};

static const JlChoice renamed_types[] = {
  { SAME, N_ ("As before") },
  { "district", N_ ("District") },
  { "county_city", N_ ("County-level city") },
  { "county", N_ ("County") },
  { "autonomous_county", N_ ("Autonomous county") },
  { NULL },
};

static const JlChoice split_types[] = {
  { "district", N_ ("District") },
  { "county_city", N_ ("County-level city") },
  { "county", N_ ("County") },
  { "autonomous_county", N_ ("Autonomous county") },
  { NULL },
};

enum
{
  KIND,
  UNIT,
  ON_DAY,
  DOCUMENT,
  PARENT,
  INTO,
  NEW_NAME,
  NEW_SHORT_NAME,
  NEW_CODE,
  NEW_TYPE,
  PART_NAME,
  PART_SHORT_NAME,
  PART_CODE,
  PART_TYPE,
  BUILDINGS,
  PROJECTS,
  N_ROWS,
};

static const struct
{
  JlField field;
  guint   kinds;
} rows[N_ROWS] = {
  [KIND] = { { "kind", N_ ("Operation"), JL_FIELD_CHOICE, JL_FIELD_REQUIRED, .choices = kinds }, IN_ALL },
  [UNIT] = { { "unit", N_ ("Unit to change"), JL_FIELD_UNIT, JL_FIELD_REQUIRED }, IN_ALL },
  [ON_DAY] = { { "on_day", N_ ("From the day"), JL_FIELD_DATE, JL_FIELD_REQUIRED, .help = N_ ("The first day of the new state.") }, IN_ALL },
  [DOCUMENT] = { { "document", N_ ("By the paper"), JL_FIELD_TEXT, JL_FIELD_REQUIRED, .help = N_ ("Number of the paper by which this is done.") },
                 IN_ALL },
  [PARENT] = { { "parent", N_ ("Moves To"), JL_FIELD_UNIT, JL_FIELD_REQUIRED }, IN (MOVE) },
  [INTO] = { { "into", N_ ("Goes Into"), JL_FIELD_UNIT, JL_FIELD_REQUIRED }, IN (MERGE) },
  [NEW_NAME] = { { "name", N_ ("New name"), JL_FIELD_TEXT, .help = N_ ("What is left empty stays as it is.") }, IN (RENAME) },
  [NEW_SHORT_NAME] = { { "short_name", N_ ("New short name"), JL_FIELD_TEXT }, IN (RENAME) },
  [NEW_CODE] = { { "code", N_ ("New code"), JL_FIELD_TEXT }, IN (RENAME) | IN (MOVE) },
  [NEW_TYPE] = { { "type", N_ ("Kind of unit"), JL_FIELD_CHOICE, JL_FIELD_REQUIRED, .choices = renamed_types }, IN (RENAME) },
  [PART_NAME] = { { "part_name", N_ ("Name of the new unit"), JL_FIELD_TEXT, JL_FIELD_REQUIRED }, IN (SPLIT) },
  [PART_SHORT_NAME] = { { "part_short_name", N_ ("Its short name"), JL_FIELD_TEXT, .help = N_ ("Left empty: as the name.") }, IN (SPLIT) },
  [PART_CODE] = { { "part_code", N_ ("Its code"), JL_FIELD_TEXT, JL_FIELD_REQUIRED }, IN (SPLIT) },
  [PART_TYPE] = { { "part_type", N_ ("Kind of unit"), JL_FIELD_CHOICE, JL_FIELD_REQUIRED, .choices = split_types }, IN (SPLIT) },
  [BUILDINGS] = { { "buildings", N_ ("Buildings that go with it"), JL_FIELD_NOTE, .help = N_ ("Codes, with a space, comma or line end between them.") },
                  IN (SPLIT) },
  [PROJECTS] = { { "projects", N_ ("New projects that go with it"), JL_FIELD_NOTE, .help = N_ ("Codes, as those of the buildings.") }, IN (SPLIT) },
};

struct _JlDivisionForm
{
  GtkBox parent_instance;

  JlResult   *units; /* once loaded */
  JlFieldRow *rows[N_ROWS];
};

G_DEFINE_FINAL_TYPE (JlDivisionForm, jl_division_form, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* NULL for nothing. (transfer full) */
static char *
raw_of (JlDivisionForm *self, int row)
{
  char            *raw = NULL;
  g_autofree char *text = NULL;

  return jl_field_row_get_value (self->rows[row], &raw, &text) ? raw : NULL;
}

JlDivisionKind
jl_division_form_get_kind (JlDivisionForm *self)
{
  g_autofree char *code = raw_of (self, KIND);
  int              kind = 0;

  while (kinds[kind].code && g_strcmp0 (kinds[kind].code, code) != 0)
    kind++;
  return kinds[kind].code ? (JlDivisionKind) kind : JL_DIVISION_RENAME;
}

static int
unit_of (JlDivisionForm *self, int row)
{
  return jl_unit_picker_get_unit (JL_UNIT_PICKER (jl_field_row_get_editor (self->rows[row])));
}

const char *
jl_division_form_get_unit_name (JlDivisionForm *self)
{
  return jl_unit_picker_get_name (JL_UNIT_PICKER (jl_field_row_get_editor (self->rows[UNIT])));
}

/* Units */

static gboolean
is_prefecture (const char *type)
{
  return g_str_equal (type, "prefecture_city") || g_str_equal (type, "autonomous_prefecture");
}

static gboolean
may_stand (int row, JlDivisionKind kind, const char *type)
{
  if (row == PARENT)
    return is_prefecture (type);
  return (row == UNIT && kind == JL_DIVISION_RENAME) || !is_prefecture (type);
}

/* The choice stays where it is still offered. */
static void
fill_picker (JlDivisionForm *self, int row)
{
  JlUnitPicker  *picker = JL_UNIT_PICKER (jl_field_row_get_editor (self->rows[row]));
  JlDivisionKind kind = jl_division_form_get_kind (self);
  int            chosen = jl_unit_picker_get_unit (picker), still = 0;

  jl_unit_picker_clear (picker);
  for (guint i = 0; self->units && i < jl_result_n_rows (self->units); i++)
    {
      int unit_id = (int) jl_result_int (self->units, i, "unit_id", 0);

      if (!may_stand (row, kind, jl_result_text (self->units, i, "type")))
        continue;
      jl_unit_picker_add (picker, unit_id, jl_result_text (self->units, i, "name"), jl_result_text (self->units, i, "code"),
                          row == PARENT ? NULL : jl_result_text (self->units, i, "parent_name"));
      if (unit_id == chosen)
        still = chosen;
    }
  jl_unit_picker_set_unit (picker, still);
}

void
jl_division_form_set_units (JlDivisionForm *self, JlResult *units, int unit_id)
{
  g_clear_pointer (&self->units, jl_result_unref);
  self->units = jl_result_ref (units);
  jl_unit_picker_set_unit (JL_UNIT_PICKER (jl_field_row_get_editor (self->rows[UNIT])), unit_id);
  fill_picker (self, UNIT);
  fill_picker (self, PARENT);
  fill_picker (self, INTO);
}

/* Rows */

static gboolean
is_needed (JlDivisionForm *self, int row)
{
  return (rows[row].kinds & (1u << jl_division_form_get_kind (self))) != 0;
}

static void
show_rows (JlDivisionForm *self)
{
  for (int i = 0; i < N_ROWS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->rows[i]), is_needed (self, i));
}

static void
kind_changed_cb (JlDivisionForm *self)
{
  show_rows (self);
  fill_picker (self, UNIT);
}

static void
row_changed_cb (JlDivisionForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
row_done_cb (JlDivisionForm *self, JlFieldRow *row)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* Reading */

#define DIGITS "0123456789"
#define CAPITALS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

/* Under a row, which takes the focus. */
static gboolean
refuse (JlDivisionForm *self, int row, const char *sentence)
{
  jl_field_row_show_error (self->rows[row], sentence);
  jl_field_row_focus (self->rows[row]);
  return FALSE;
}

static gboolean
rows_are_right (JlDivisionForm *self)
{
  int first = -1;

  for (int i = 0; i < N_ROWS; i++)
    if (is_needed (self, i) && !jl_field_row_validate (self->rows[i]) && first < 0)
      first = i;
  if (first >= 0)
    jl_field_row_focus (self->rows[first]);
  return first < 0;
}

/* Six digits by GB/T 2260, or the capitals by which a committee without such a code is kept. */
static gboolean
is_code (const char *code)
{
  gsize length = strlen (code);

  return (length == 6 && strspn (code, DIGITS) == 6) || (length > 1 && strspn (code, CAPITALS) == length);
}

static gboolean
is_complete (JlDivisionForm *self, const JlDivisionChange *change)
{
  if (change->code && !is_code (change->code))
    return refuse (self, change->kind == JL_DIVISION_SPLIT ? PART_CODE : NEW_CODE,
                   _ ("A division code has six digits, such as 220113."));
  if (change->kind == JL_DIVISION_RENAME && !change->name && !change->short_name && !change->code && !change->type)
    return refuse (self, NEW_NAME, _ ("Say the new name, code or kind."));
  if (change->kind == JL_DIVISION_MERGE && change->other_id == change->unit_id)
    return refuse (self, INTO, _ ("Choose another unit than itself."));
  return TRUE;
}

/* Codes stand between spaces, commas or stops of either width. (transfer full) */
static char **
codes_of (JlDivisionForm *self, int row)
{
  g_autofree char *typed = raw_of (self, row);
  g_auto (GStrv) pieces = g_regex_split_simple ("[\\s,;，；、]+", typed ? typed : "", 0, 0);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; pieces[i]; i++)
    if (*pieces[i] != '\0')
      g_strv_builder_add (codes, pieces[i]);
  return g_strv_builder_end (codes);
}

static void
read_kind (JlDivisionForm *self, JlDivisionChange *change)
{
  gboolean split = change->kind == JL_DIVISION_SPLIT;

  if (change->kind == JL_DIVISION_MOVE || change->kind == JL_DIVISION_MERGE)
    change->other_id = unit_of (self, change->kind == JL_DIVISION_MOVE ? PARENT : INTO);
  change->code = change->kind == JL_DIVISION_MERGE ? NULL : raw_of (self, split ? PART_CODE : NEW_CODE);
  if (change->kind != JL_DIVISION_RENAME && !split)
    return;
  change->name = raw_of (self, split ? PART_NAME : NEW_NAME);
  change->short_name = raw_of (self, split ? PART_SHORT_NAME : NEW_SHORT_NAME);
  change->type = raw_of (self, split ? PART_TYPE : NEW_TYPE);
  if (g_strcmp0 (change->type, SAME) == 0)
    g_clear_pointer (&change->type, g_free);
  if (split)
    {
      change->buildings = codes_of (self, BUILDINGS);
      change->projects = codes_of (self, PROJECTS);
    }
}

JlDivisionChange *
jl_division_form_read (JlDivisionForm *self)
{
  g_autoptr (JlDivisionChange) change = NULL;

  if (!rows_are_right (self))
    return NULL;
  change = g_new0 (JlDivisionChange, 1);
  change->kind = jl_division_form_get_kind (self);
  change->unit_id = unit_of (self, UNIT);
  change->on_day = raw_of (self, ON_DAY);
  change->document = raw_of (self, DOCUMENT);
  read_kind (self, change);
  return is_complete (self, change) ? g_steal_pointer (&change) : NULL;
}

/* Widget */

static void
jl_division_form_finalize (GObject *object)
{
  g_clear_pointer (&JL_DIVISION_FORM (object)->units, jl_result_unref);
  G_OBJECT_CLASS (jl_division_form_parent_class)->finalize (object);
}

static void
jl_division_form_class_init (JlDivisionFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jl_division_form_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "divisionform");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_FORM);
}

static void
jl_division_form_init (JlDivisionForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  for (int i = 0; i < N_ROWS; i++)
    {
      self->rows[i] = JL_FIELD_ROW (jl_field_row_new (&rows[i].field));
      g_signal_connect_swapped (self->rows[i], "changed", G_CALLBACK (row_changed_cb), self);
      g_signal_connect_swapped (self->rows[i], "done", G_CALLBACK (row_done_cb), self);
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->rows[i]));
    }
  g_signal_connect_swapped (self->rows[KIND], "changed", G_CALLBACK (kind_changed_cb), self);
  jl_field_row_set_value (self->rows[KIND], kinds[0].code, NULL);
  jl_field_row_set_value (self->rows[NEW_TYPE], SAME, NULL);
  show_rows (self);
}
