/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One table from the types of fields to six kinds of editors. */

#include "jl-field-editor.h"

#include <glib/gi18n-lib.h>

#include "jl-date-entry.h"
#include "jl-error.h"
#include "jl-reference-picker.h"
#include "jl-unit-picker.h"

typedef struct
{
  GtkWidget *(*make) (const JlField *field);
  void (*set) (GtkWidget *editor, const JlField *field, const char *raw, const char *label);
  gboolean (*get) (GtkWidget *editor, const JlField *field, char **raw, GError **error);
  GtkWidget *(*input) (GtkWidget *editor);
  const char *(*label) (GtkWidget *editor); /* (nullable): where the raw value does not tell the words */
  const char *changed;                      /* signal of what watch() gives */
  GObject *(*watch) (GtkWidget *editor);
} Kind;

static GtkWidget *
itself (GtkWidget *editor)
{
  return editor;
}

static GObject *
watch_itself (GtkWidget *editor)
{
  return G_OBJECT (editor);
}

/* One line */

static GtkWidget *
make_entry (const JlField *field)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 400);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (field->label), -1);
  if (jl_field_is_number (field) || field->type == JL_FIELD_YEAR)
    {
      gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
      gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
      gtk_widget_add_css_class (entry, "jl-value");
    }
  return entry;
}

static void
set_entry (GtkWidget *editor, const JlField *field, const char *raw, const char *label)
{
  g_autofree char *text = jl_field_typed_text (field, raw);

  gtk_editable_set_text (GTK_EDITABLE (editor), text);
}

static gboolean
get_entry (GtkWidget *editor, const JlField *field, char **raw, GError **error)
{
  return jl_field_parse (field, gtk_editable_get_text (GTK_EDITABLE (editor)), raw, error);
}

/* Several lines */

static GtkWidget *
text_of_note (GtkWidget *editor)
{
  return gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (editor));
}

static GObject *
watch_note (GtkWidget *editor)
{
  return G_OBJECT (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text_of_note (editor))));
}

static GtkWidget *
make_note (const JlField *field)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *text = gtk_text_view_new ();

  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (text), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (text), GTK_WRAP_WORD_CHAR);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (field->label), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), text);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 66);
  gtk_widget_add_css_class (scrolled, "jl-note-entry");
  return scrolled;
}

static void
set_note (GtkWidget *editor, const JlField *field, const char *raw, const char *label)
{
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (watch_note (editor)), raw ? raw : "", -1);
}

static gboolean
get_note (GtkWidget *editor, const JlField *field, char **raw, GError **error)
{
  g_autofree char *text = NULL;

  g_object_get (watch_note (editor), "text", &text, NULL);
  return jl_field_parse (field, text, raw, error);
}

/* A day */

static GtkWidget *
make_date (const JlField *field)
{
  GtkWidget *date = jl_date_entry_new ();

  jl_date_entry_set_name (JL_DATE_ENTRY (date), _ (field->label));
  return date;
}

static GtkWidget *
entry_of_date (GtkWidget *editor)
{
  return GTK_WIDGET (jl_date_entry_get_entry (JL_DATE_ENTRY (editor)));
}

static GObject *
watch_date (GtkWidget *editor)
{
  return G_OBJECT (entry_of_date (editor));
}

static void
set_date (GtkWidget *editor, const JlField *field, const char *raw, const char *label)
{
  set_entry (entry_of_date (editor), field, raw, label);
}

static gboolean
get_date (GtkWidget *editor, const JlField *field, char **raw, GError **error)
{
  return get_entry (entry_of_date (editor), field, raw, error);
}

/* One of a few: the codes stand beside the words, "" for nothing */

static const JlChoice yes_no[] = {
  { "t", N_ ("Yes") },
  { "f", N_ ("No") },
  { NULL },
};

static const JlChoice *
choices_of (const JlField *field)
{
  return field->type == JL_FIELD_YES_NO ? yes_no : field->choices;
}

static GtkWidget *
make_choice (const JlField *field)
{
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (field->label), -1);
  return choice;
}

static void
add_choice (GtkStringList *words, GPtrArray *codes, const char *word, const char *code)
{
  gtk_string_list_append (words, word);
  g_ptr_array_add (codes, g_strdup (code));
}

/* Nothing is offered where it is allowed, and where nothing has been chosen yet. It says what the list says of it. */
static void
add_nothing (GtkStringList *words, GPtrArray *codes, const JlField *field, const char *raw)
{
  g_autofree char *nothing = jl_field_text (field, NULL);

  if (field->flags & JL_FIELD_REQUIRED)
    {
      if (raw == NULL)
        add_choice (words, codes, _ ("Choose…"), "");
      return;
    }
  add_choice (words, codes, nothing, "");
}

static void
set_choice (GtkWidget *editor, const JlField *field, const char *raw, const char *label)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);
  guint      at = 0;

  add_nothing (words, codes, field, raw);
  for (const JlChoice *choice = choices_of (field); choice->code; choice++)
    {
      if (g_strcmp0 (choice->code, raw) == 0)
        at = codes->len;
      add_choice (words, codes, _ (choice->word), choice->code);
    }
  g_object_set_data_full (G_OBJECT (editor), "jl-codes", codes, (GDestroyNotify) g_ptr_array_unref);
  gtk_drop_down_set_model (GTK_DROP_DOWN (editor), G_LIST_MODEL (words));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (editor), at);
}

static gboolean
get_choice (GtkWidget *editor, const JlField *field, char **raw, GError **error)
{
  GPtrArray  *codes = g_object_get_data (G_OBJECT (editor), "jl-codes");
  guint       at = gtk_drop_down_get_selected (GTK_DROP_DOWN (editor));
  const char *code = codes && at < codes->len ? g_ptr_array_index (codes, at) : "";

  *raw = *code ? g_strdup (code) : NULL;
  return TRUE;
}

/* A unit */

static GtkWidget *
make_unit (const JlField *field)
{
  GtkWidget *picker = g_object_new (JL_TYPE_UNIT_PICKER, NULL);

  jl_unit_picker_set_title (JL_UNIT_PICKER (picker), _ (field->label));
  if (!(field->flags & JL_FIELD_REQUIRED))
    jl_unit_picker_add (JL_UNIT_PICKER (picker), 0, _ ("Whole province"), NULL, NULL);
  return picker;
}

/* A unit that he does not keep, or that is no more, is shown and stays. */
static void
set_unit (GtkWidget *editor, const JlField *field, const char *raw, const char *label)
{
  JlUnitPicker *picker = JL_UNIT_PICKER (editor);
  int           unit_id = raw ? (int) g_ascii_strtoll (raw, NULL, 10) : 0;

  jl_unit_picker_set_unit (picker, unit_id);
  if (unit_id > 0 && *jl_unit_picker_get_name (picker) == '\0' && label)
    {
      jl_unit_picker_add (picker, unit_id, label, NULL, NULL);
      jl_unit_picker_set_unit (picker, unit_id);
    }
}

static gboolean
get_unit (GtkWidget *editor, const JlField *field, char **raw, GError **error)
{
  int unit_id = jl_unit_picker_get_unit (JL_UNIT_PICKER (editor));

  *raw = unit_id > 0 ? g_strdup_printf ("%d", unit_id) : NULL;
  return TRUE;
}

static const char *
label_of_unit (GtkWidget *editor)
{
  return jl_unit_picker_get_name (JL_UNIT_PICKER (editor));
}

/* A record */

static GtkWidget *
make_reference (const JlField *field)
{
  const JlRegister *reg = jl_register_find (field->reference);
  GtkWidget        *picker = jl_reference_picker_new (reg, !(field->flags & JL_FIELD_REQUIRED));

  jl_reference_picker_set_name (JL_REFERENCE_PICKER (picker), _ (field->label));
  return picker;
}

static void
set_reference (GtkWidget *editor, const JlField *field, const char *raw, const char *label)
{
  jl_reference_picker_set_record (JL_REFERENCE_PICKER (editor), raw ? g_ascii_strtoll (raw, NULL, 10) : 0, label ? label : raw);
}

static gboolean
get_reference (GtkWidget *editor, const JlField *field, char **raw, GError **error)
{
  gint64 id = jl_reference_picker_get_record (JL_REFERENCE_PICKER (editor));

  *raw = id > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
  return TRUE;
}

static const char *
label_of_reference (GtkWidget *editor)
{
  return jl_reference_picker_get_label (JL_REFERENCE_PICKER (editor));
}

static GtkWidget *
button_of_reference (GtkWidget *editor)
{
  return gtk_widget_get_first_child (editor);
}

static const Kind entry_kind = { make_entry, set_entry, get_entry, itself, NULL, "changed", watch_itself };
static const Kind note_kind = { make_note, set_note, get_note, text_of_note, NULL, "changed", watch_note };
static const Kind date_kind = { make_date, set_date, get_date, entry_of_date, NULL, "changed", watch_date };
static const Kind choice_kind = { make_choice, set_choice, get_choice, itself, NULL, "notify::selected", watch_itself };
static const Kind unit_kind = { make_unit, set_unit, get_unit, gtk_widget_get_first_child, label_of_unit, "chosen", watch_itself };
static const Kind reference_kind = { make_reference, set_reference, get_reference, button_of_reference, label_of_reference,
                                     "changed", watch_itself };

static const Kind *
kind_of (const JlField *field)
{
  switch (field->type)
    {
    case JL_FIELD_NOTE:
      return &note_kind;
    case JL_FIELD_DATE:
      return &date_kind;
    case JL_FIELD_YES_NO:
    case JL_FIELD_CHOICE:
      return &choice_kind;
    case JL_FIELD_UNIT:
      return &unit_kind;
    case JL_FIELD_REFERENCE:
      return &reference_kind;
    case JL_FIELD_TEXT:
    case JL_FIELD_SPAN:
    case JL_FIELD_WORD:
    case JL_FIELD_COUNT:
    case JL_FIELD_YEAR:
    case JL_FIELD_AREA:
    case JL_FIELD_AREA_WAN:
    case JL_FIELD_HEAT:
    case JL_FIELD_MONEY:
    case JL_FIELD_MONEY_WAN:
    case JL_FIELD_DECIMAL:
      break;
    }
  return &entry_kind;
}

GtkWidget *
jl_field_editor_new (const JlField *field)
{
  return kind_of (field)->make (field);
}

void
jl_field_editor_set (GtkWidget *editor, const JlField *field, const char *raw, const char *label)
{
  kind_of (field)->set (editor, field, raw, label);
}

static void
require (const JlField *field, GError **error)
{
  const Kind *kind = kind_of (field);

  g_set_error_literal (error, JL_ERROR, JL_ERROR_INVALID,
                       kind == &choice_kind || kind == &unit_kind || kind == &reference_kind
                           ? _ ("Nothing has been chosen. Choose one.")
                           : _ ("This is needed. Fill it in."));
}

gboolean
jl_field_editor_get (GtkWidget *editor, const JlField *field, char **raw, GError **error)
{
  *raw = NULL;
  if (!kind_of (field)->get (editor, field, raw, error))
    return FALSE;
  if (*raw || !(field->flags & JL_FIELD_REQUIRED))
    return TRUE;
  require (field, error);
  return FALSE;
}

char *
jl_field_editor_text (GtkWidget *editor, const JlField *field)
{
  const Kind      *kind = kind_of (field);
  g_autofree char *raw = NULL;

  if (!kind->get (editor, field, &raw, NULL))
    return g_strdup ("");
  return raw && kind->label ? g_strdup (kind->label (editor)) : jl_field_text (field, raw);
}

void
jl_field_editor_connect (GtkWidget *editor, const JlField *field, GCallback changed, GCallback activated, gpointer data)
{
  const Kind *kind = kind_of (field);

  g_signal_connect_object (kind->watch (editor), kind->changed, changed, data, G_CONNECT_SWAPPED);
  if (kind == &entry_kind || kind == &date_kind)
    g_signal_connect_object (kind->watch (editor), "activate", activated, data, G_CONNECT_SWAPPED);
}

GtkWidget *
jl_field_editor_get_input (GtkWidget *editor, const JlField *field)
{
  return kind_of (field)->input (editor);
}
