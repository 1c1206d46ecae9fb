/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* 变更记录. The rows of the history stand under the version that they made. */

#include "jl-record-trail.h"

#include <glib/gi18n-lib.h>

#define HEAD_CHARS 12 /* a name that is longer is broken into lines; Han characters are two */

static GtkWidget *
make_label (const char *text, const char *css_class, double xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

char *
jl_record_minute (const char *timestamp)
{
  return g_strndup (timestamp ? timestamp : "", strlen ("2013-05-06 09:41"));
}

/* Fields of the table that no form shows keep their own names. */
static char *
value_text (const JlField *field, const char *raw)
{
  if (field)
    return jl_field_text (field, raw);
  return g_strdup (raw ? raw : "—");
}

static GtkWidget *
make_change (const JlRegister *reg, const JlResult *history, guint row)
{
  const char      *name = jl_result_text (history, row, "field");
  const JlField   *field = jl_register_field (reg, name);
  g_autofree char *before = value_text (field, jl_result_text (history, row, "old_value"));
  g_autofree char *after = value_text (field, jl_result_text (history, row, "new_value"));
  g_autofree char *bold = g_markup_escape_text (after, -1);
  g_autofree char *plain = g_markup_escape_text (before, -1);
  g_autofree char *text = g_strdup_printf ("%s → <b>%s</b>", plain, bold);
  GtkWidget       *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *head = make_label (field ? _ (field->label) : name, "jl-dense", 0);
  GtkWidget       *value = make_label (NULL, "jl-dense", 1);

  gtk_label_set_markup (GTK_LABEL (value), text);
  gtk_label_set_justify (GTK_LABEL (value), GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (value, "jl-value");
  gtk_widget_set_hexpand (value, TRUE);
  gtk_label_set_width_chars (GTK_LABEL (head), (int) MIN (2 * g_utf8_strlen (gtk_label_get_text (GTK_LABEL (head)), -1), HEAD_CHARS));
  gtk_box_append (GTK_BOX (line), head);
  gtk_box_append (GTK_BOX (line), value);
  return line;
}

static GMenuModel *
make_menu (const JlResult *versions, guint row, gboolean may_restore)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) show = g_menu_item_new (_ ("Show This Version"), NULL);
  g_autoptr (GMenuItem) restore = g_menu_item_new (_ ("Restore This Version…"), NULL);

  g_menu_item_set_action_and_target (show, "record.show-version", "s", jl_result_text (versions, row, "since"));
  g_menu_append_item (menu, show);
  g_menu_item_set_action_and_target (restore, "record.restore-version", "i", (int) jl_result_int (versions, row, "version", 0));
  if (may_restore)
    g_menu_append_item (menu, restore);
  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_menu_button (const JlResult *versions, guint row, gboolean may_restore)
{
  g_autoptr (GMenuModel) menu = make_menu (versions, row, may_restore);
  g_autofree char *name = NULL;
  GtkWidget       *button = gtk_menu_button_new ();

  /* Translators: a button; the number of a version */
  name = g_strdup_printf (_ ("Version %d: menu"), (int) jl_result_int (versions, row, "version", 0));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "jl-small-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
make_foot (const JlResult *versions, guint row)
{
  const char      *author = jl_result_text (versions, row, "author");
  g_autofree char *minute = jl_record_minute (jl_result_text (versions, row, "since"));
  g_autofree char *version = NULL;
  g_autofree char *text = NULL;
  GtkWidget       *label;

  /* Translators: how often a record has been changed, counted from 1 */
  version = g_strdup_printf (_ ("version %d"), (int) jl_result_int (versions, row, "version", 1));
  text = g_strdup_printf ("%s%s%s　%s", *minute ? minute : "—", author ? "　" : "", author ? author : "", version);
  label = make_label (text, "caption", 0);
  gtk_widget_add_css_class (label, "jl-note");
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static guint
add_changes (GtkBox *block, const JlRegister *reg, const JlResult *history, int version)
{
  guint n = 0;

  for (guint i = 0; i < jl_result_n_rows (history); i++)
    {
      if (jl_result_int (history, i, "version", 0) != version || jl_result_is_null (history, i, "field"))
        continue;
      gtk_box_append (block, make_change (reg, history, i));
      n++;
    }
  return n;
}

/* A step that is no change of fields says in its new value what it is. */
static const char *
event_word (const JlResult *history, int version)
{
  static const struct
  {
    const char *code;
    const char *word;
  } events[] = {
    { "entered", N_ ("Record entered") },
    { "deleted", N_ ("Record deleted") },
    { "restored", N_ ("Record brought back") },
  };

  for (guint i = 0; i < jl_result_n_rows (history); i++)
    {
      const char *event = jl_result_text (history, i, "new_value");

      if (jl_result_int (history, i, "version", 0) != version || !jl_result_is_null (history, i, "field"))
        continue;
      for (gsize k = 0; k < G_N_ELEMENTS (events); k++)
        {
          if (g_strcmp0 (events[k].code, event) == 0)
            return _ (events[k].word);
        }
    }
  return _ ("Record saved");
}

/* What has gone, or began nobody knows when, cannot be looked at. */
static gboolean
can_be_shown (const JlResult *versions, guint row)
{
  return row > 0 && !jl_result_bool (versions, row, "deleted") && !jl_result_is_null (versions, row, "since");
}

static GtkWidget *
make_version (const JlRegister *reg, const JlRecordDetails *details, guint row, gboolean may_restore)
{
  const JlResult *versions = details->versions;
  GtkWidget      *block = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget      *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  int             version = (int) jl_result_int (versions, row, "version", 0);

  if (add_changes (GTK_BOX (block), reg, details->history, version) == 0)
    gtk_box_append (GTK_BOX (block), make_label (event_word (details->history, version), "jl-dense", 0));
  gtk_box_append (GTK_BOX (foot), make_foot (versions, row));
  if (can_be_shown (versions, row))
    gtk_box_append (GTK_BOX (foot), make_menu_button (versions, row, may_restore));
  gtk_box_append (GTK_BOX (block), foot);
  return block;
}

void
jl_record_trail_fill (GtkBox *box, const JlRegister *reg, const JlRecordDetails *details, gboolean may_restore)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))))
    gtk_box_remove (box, child);
  for (guint i = 0; i < jl_result_n_rows (details->versions); i++)
    gtk_box_append (box, make_version (reg, details, i, may_restore));
}
