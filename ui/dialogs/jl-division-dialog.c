/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The dialog for operations on divisions. The rows that a kind of operation needs are shown; what is missing or refused is said over the
 * buttons, and nothing is lost by it. */

#include "jl-division-dialog.h"

#include <glib/gi18n.h>

#include "jl-advice.h"
#include "jl-division.h"
#include "jl-run.h"
#include "jl-season.h"

struct _JlDivisionDialog
{
  AdwWindow parent_instance;

  JlLink       *link;
  JlResult     *units; /* once loaded */
  int           unit_id;
  GCancellable *cancellable;

  AdwComboRow *kind;
  AdwComboRow *unit;
  AdwEntryRow *on_day;
  AdwEntryRow *document;
  AdwComboRow *other;
  AdwEntryRow *name;
  AdwEntryRow *short_name;
  AdwEntryRow *code;
  AdwComboRow *type;
  AdwEntryRow *buildings;
  AdwEntryRow *projects;
  GtkLabel    *effect;
  GtkLabel    *complaint;
  GtkWidget   *carry_out;
  GtkSpinner  *spinner;
};

G_DEFINE_FINAL_TYPE (JlDivisionDialog, jl_division_dialog, ADW_TYPE_WINDOW)

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In the order of the rows; the first of a renamed unit keeps its kind. */
static const char *const types[] = { NULL, "district", "county_city", "county", "autonomous_county" };

static JlDivisionKind
chosen_kind (JlDivisionDialog *self)
{
  return (JlDivisionKind) adw_combo_row_get_selected (self->kind);
}

static int
chosen_unit (JlDivisionDialog *self, AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  if (self->units == NULL || selected == GTK_INVALID_LIST_POSITION)
    return 0;
  return (int) jl_result_int (self->units, selected, "unit_id", 0);
}

static void
complain (JlDivisionDialog *self, const char *sentence)
{
  gtk_label_set_text (self->complaint, sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), sentence != NULL);
}

static const char *
effect_words (JlDivisionKind kind)
{
  switch (kind)
    {
    case JL_DIVISION_RENAME:
      return _ ("The unit keeps its records and its past under both names and codes.");
    case JL_DIVISION_MOVE:
      return _ ("From that day the unit stands under the other prefecture; figures of earlier years stay as they were.");
    case JL_DIVISION_MERGE:
      return _ ("From that day the other unit answers for its records; figures of earlier years stay as they were.");
    case JL_DIVISION_SPLIT:
    default:
      return _ ("The buildings and projects named here become a unit of their own; until that day they count where they did.");
    }
}

static void
kind_changed_cb (JlDivisionDialog *self)
{
  JlDivisionKind kind = chosen_kind (self);
  gboolean       names = kind == JL_DIVISION_RENAME || kind == JL_DIVISION_SPLIT;
  gboolean       other = kind == JL_DIVISION_MOVE || kind == JL_DIVISION_MERGE;

  gtk_widget_set_visible (GTK_WIDGET (self->name), names);
  gtk_widget_set_visible (GTK_WIDGET (self->short_name), names);
  gtk_widget_set_visible (GTK_WIDGET (self->type), names);
  gtk_widget_set_visible (GTK_WIDGET (self->code), names || kind == JL_DIVISION_MOVE);
  gtk_widget_set_visible (GTK_WIDGET (self->other), other);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->other), kind == JL_DIVISION_MOVE ? _ ("Moves To") : _ ("Goes Into"));
  gtk_widget_set_visible (GTK_WIDGET (self->buildings), kind == JL_DIVISION_SPLIT);
  gtk_widget_set_visible (GTK_WIDGET (self->projects), kind == JL_DIVISION_SPLIT);
  gtk_label_set_text (self->effect, effect_words (kind));
  complain (self, NULL);
}

/* NULL for an entry without words. (transfer full) */
static char *
typed (AdwEntryRow *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text != '\0')
    return text;
  g_free (text);
  return NULL;
}

/* Codes stand between spaces, commas or stops of either width. (transfer full) */
static char **
typed_codes (AdwEntryRow *row)
{
  g_auto (GStrv) pieces = g_regex_split_simple ("[\\s,;，；、]+", gtk_editable_get_text (GTK_EDITABLE (row)), 0, 0);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; pieces[i]; i++)
    if (*pieces[i] != '\0')
      g_strv_builder_add (codes, pieces[i]);
  return g_strv_builder_end (codes);
}

static JlDivisionChange *
read_change (JlDivisionDialog *self, char *on_day)
{
  JlDivisionChange *change = g_new0 (JlDivisionChange, 1);

  change->kind = chosen_kind (self);
  change->unit_id = chosen_unit (self, self->unit);
  change->on_day = on_day;
  change->document = typed (self->document);
  change->other_id = chosen_unit (self, self->other);
  change->name = typed (self->name);
  change->short_name = typed (self->short_name);
  change->code = typed (self->code);
  change->type = g_strdup (types[adw_combo_row_get_selected (self->type)]);
  change->buildings = typed_codes (self->buildings);
  change->projects = typed_codes (self->projects);
  return change;
}

static gpointer
run_change (JlSession *session, gpointer data, GError **error)
{
  return jl_division_change_run (data, session, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static void
set_working (JlDivisionDialog *self, gboolean working)
{
  gtk_widget_set_sensitive (self->carry_out, !working);
  gtk_spinner_set_spinning (self->spinner, working);
}

static void
changed (gpointer owner, gpointer product, const GError *error)
{
  JlDivisionDialog *self = owner;
  g_autofree char  *sentence = NULL;

  set_working (self, FALSE);
  if (error == NULL)
    {
      g_signal_emit (self, signals[DONE], 0);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  /* Translators: what the server says, and what to do about it */
  sentence = g_strdup_printf (C_ ("sentences", "%s %s"), error->message, jl_advice_for (error));
  complain (self, sentence);
}

static void
start (JlDivisionDialog *self, JlDivisionChange *change)
{
  set_working (self, TRUE);
  g_clear_object (&self->cancellable);
  self->cancellable = jl_run_start (self, jl_link_get_pool (self->link), JL_WORK_WRITE, run_change, change,
                                    (GDestroyNotify) jl_division_change_free, NULL, changed);
}

static void
asked_cb (AdwMessageDialog *ask, const char *response, JlDivisionChange *change)
{
  JlDivisionDialog *self = JL_DIVISION_DIALOG (gtk_window_get_transient_for (GTK_WINDOW (ask)));

  if (g_str_equal (response, "do"))
    start (self, change);
  else
    jl_division_change_free (change);
}

static void
ask (JlDivisionDialog *self, JlDivisionChange *change)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Carry out this change?"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  /* Translators: name of a unit, a day, what follows from the change */
                                  _ ("%s, from %s on. %s The operation is recorded and cannot be taken back; an error is mended by another one."),
                                  jl_result_text (self->units, adw_combo_row_get_selected (self->unit), "name"), change->on_day,
                                  effect_words (change->kind));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "do", _ ("_Carry Out"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "do", ADW_RESPONSE_SUGGESTED);
  g_signal_connect (dialog, "response", G_CALLBACK (asked_cb), change);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const char *
what_is_missing (const JlDivisionChange *change)
{
  if (change->unit_id == 0)
    return _ ("Choose the unit.");
  if (change->document == NULL)
    return _ ("Name the paper by which this is done.");
  if (change->kind == JL_DIVISION_RENAME && !change->name && !change->code && !change->type)
    return _ ("Say the new name, code or kind.");
  if (change->kind == JL_DIVISION_SPLIT && (!change->name || !change->code || !change->type))
    return _ ("The new unit needs a name, a code and a kind.");
  if ((change->kind == JL_DIVISION_MOVE || change->kind == JL_DIVISION_MERGE) && change->other_id == change->unit_id)
    return _ ("Choose another unit than itself.");
  return NULL;
}

static void
carry_out_clicked_cb (JlDivisionDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *on_day = NULL;
  g_autoptr (JlDivisionChange) change = NULL;

  complain (self, *gtk_editable_get_text (GTK_EDITABLE (self->on_day)) ? NULL : _ ("Say from which day it holds."));
  if (gtk_widget_get_visible (GTK_WIDGET (self->complaint)))
    return;
  if (!jl_parse_date (gtk_editable_get_text (GTK_EDITABLE (self->on_day)), &on_day, &error))
    {
      complain (self, error->message);
      return;
    }
  change = read_change (self, g_steal_pointer (&on_day));
  if (what_is_missing (change))
    complain (self, what_is_missing (change));
  else
    ask (self, g_steal_pointer (&change));
}

/* The units of today */

static gpointer
load_units (JlSession *session, gpointer data, GError **error)
{
  return jl_divisions_load (session, error);
}

static GtkStringList *
unit_names (JlResult *units)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < jl_result_n_rows (units); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s　%s", jl_result_text (units, i, "code"), jl_result_text (units, i, "name"));

      gtk_string_list_append (names, name);
    }
  return names;
}

static void
units_loaded (gpointer owner, gpointer product, const GError *error)
{
  JlDivisionDialog *self = owner;
  g_autoptr (GtkStringList) names = NULL;

  set_working (self, FALSE);
  if (error)
    {
      complain (self, jl_advice_for (error));
      return;
    }
  self->units = product;
  names = unit_names (self->units);
  adw_combo_row_set_model (self->unit, G_LIST_MODEL (names));
  adw_combo_row_set_model (self->other, G_LIST_MODEL (names));
  for (guint i = 0; i < jl_result_n_rows (self->units); i++)
    if (jl_result_int (self->units, i, "unit_id", 0) == self->unit_id)
      adw_combo_row_set_selected (self->unit, i);
}

static void
jl_division_dialog_dispose (GObject *object)
{
  JlDivisionDialog *self = JL_DIVISION_DIALOG (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->units, jl_result_unref);
  g_clear_object (&self->link);
  G_OBJECT_CLASS (jl_division_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, JlDivisionDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, JlDivisionDialog, unit);
  gtk_widget_class_bind_template_child (widget_class, JlDivisionDialog, on_day);
  gtk_widget_class_bind_template_child (widget_class, JlDivisionDialog, document);
  gtk_widget_class_bind_template_child (widget_class, JlDivisionDialog, other);
  gtk_widget_class_bind_template_child (widget_class, JlDivisionDialog, name);
  gtk_widget_class_bind_template_child (widget_class, JlDivisionDialog, short_name);
  gtk_widget_class_bind_template_child (widget_class, JlDivisionDialog, code);
  gtk_widget_class_bind_template_child (widget_class, JlDivisionDialog, type);
  gtk_widget_class_bind_template_child (widget_class, JlDivisionDialog, buildings);
  gtk_widget_class_bind_template_child (widget_class, JlDivisionDialog, projects);
  gtk_widget_class_bind_template_child (widget_class, JlDivisionDialog, effect);
  gtk_widget_class_bind_template_child (widget_class, JlDivisionDialog, complaint);
  gtk_widget_class_bind_template_child (widget_class, JlDivisionDialog, carry_out);
  gtk_widget_class_bind_template_child (widget_class, JlDivisionDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, carry_out_clicked_cb);
}

static void
jl_division_dialog_class_init (JlDivisionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jl_division_dialog_dispose;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/jiliang/Jiliang/dialogs/jl-division-dialog.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  bind_children (widget_class);
}

static void
jl_division_dialog_init (JlDivisionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kind_changed_cb (self);
}

JlDivisionDialog *
jl_division_dialog_new (GtkWindow *parent, JlLink *link, int unit_id)
{
  JlDivisionDialog *self = g_object_new (JL_TYPE_DIVISION_DIALOG, "transient-for", parent, NULL);

  self->link = g_object_ref (link);
  self->unit_id = unit_id;
  set_working (self, TRUE);
  self->cancellable = jl_run_start (self, jl_link_get_pool (link), JL_WORK_READ, load_units, NULL, NULL,
                                    (GDestroyNotify) jl_result_unref, units_loaded);
  return self;
}
