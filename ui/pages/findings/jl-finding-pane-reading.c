/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A finding as it is read, and which steps its state and this official allow. */

#include "jl-finding-pane-private.h"

#include <glib/gi18n-lib.h>

#include "jl-finding-trail.h"
#include "jl-quantity.h"

static gboolean
is_true (JlFindingPane *self, const char *column)
{
  return self->details && jl_result_bool (self->details->finding->finding, 0, column);
}

static void
show_head (JlFindingPane *self)
{
  const char      *state = jl_finding_state_word (jl_finding_pane_cell (self, "state"));
  g_autofree char *late = NULL;
  g_autofree char *clause = g_strdup_printf ("%s　%s", jl_finding_pane_cell (self, "document"), jl_finding_pane_cell (self, "clause"));

  /* Translators: the state of a finding that nobody has answered in time */
  late = is_true (self, "overdue") ? g_strdup_printf (_ ("%s, left too long"), state) : NULL;
  jl_severity_show (self->severity, jl_finding_pane_cell (self, "severity"));
  gtk_label_set_text (self->state, late ? late : state);
  gtk_label_set_text (self->title, jl_finding_pane_cell (self, "title"));
  gtk_label_set_text (self->clause, clause);
}

static void
add_record (JlFindingPane *self)
{
  const JlRegister *reg = jl_finding_pane_register (self);
  const char       *label = jl_finding_pane_cell (self, "record_label");
  GtkWidget        *link;

  if (reg == NULL)
    return;
  jl_pair_list_add (self->facts, _ (reg->title), label ? label : "—");
  link = gtk_button_new_with_label (_ ("Open the Record"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (link), "finding.open-record");
  gtk_widget_set_halign (link, GTK_ALIGN_END);
  gtk_widget_add_css_class (link, "flat");
  gtk_widget_add_css_class (link, "jl-link");
  jl_pair_list_add_widget (self->facts, "", link);
}

static char *
days_text (gint64 days)
{
  g_autofree char *count = jl_format_count (days, JL_NUMBER_SCREEN);

  return g_strdup_printf (ngettext ("%s day", "%s days", (gulong) days), count);
}

static void
show_facts (JlFindingPane *self)
{
  g_autofree char *days = days_text (jl_finding_pane_number (self, "days"));

  jl_pair_list_clear (self->facts);
  jl_pair_list_add_strong (self->facts, _ ("Place of the finding"), jl_finding_pane_cell (self, "unit_name"));
  add_record (self);
  if (jl_finding_pane_cell (self, "year"))
    jl_pair_list_add (self->facts, _ ("Year"), jl_finding_pane_cell (self, "year"));
  jl_pair_list_add (self->facts, _ ("First seen"), jl_finding_pane_cell (self, "first_seen"));
  jl_pair_list_add (self->facts, _ ("Last seen"), jl_finding_pane_cell (self, "last_seen"));
  jl_pair_list_add (self->facts, _ ("Standing for"), days);
  if (jl_finding_pane_cell (self, "planned_on"))
    jl_pair_list_add_strong (self->facts, _ ("To be put right by"), jl_finding_pane_cell (self, "planned_on"));
}

/* Nobody closes a finding; the pane says what does. */
static const char *
closing_words (JlFindingPane *self)
{
  if (g_str_equal (jl_finding_pane_cell (self, "state"), "closed"))
    return _ ("The data do not breach the rule any more. If they do again, the finding is opened again.");
  if (g_str_equal (jl_finding_pane_cell (self, "state"), "accepted"))
    return _ ("Nothing more is asked. The finding is closed by the check once the record breaches the rule no longer.");
  return _ ("A finding is never closed by hand: put the record right, and the next check closes it.");
}

static int
right_row (JlFindingPane *self, const JlFindingStep *step)
{
  const JlResult *rights = self->details->finding->rights;

  for (guint i = 0; i < jl_result_n_rows (rights); i++)
    {
      if (g_strcmp0 (jl_result_text (rights, i, "step"), step->right) == 0)
        return (int) i;
    }
  return -1;
}

static char *
who_may (JlFindingPane *self, int row)
{
  g_auto (GStrv) duties = jl_result_array (self->details->finding->rights, (guint) row, "duties");
  g_autofree char *words = jl_duty_words ((const char *const *) duties);

  /* Translators: offices */
  return g_strdup_printf (_ ("This is done by: %s"), words);
}

/* Why the step cannot be taken; NULL: it can. (transfer full) */
static char *
why_not (JlFindingPane *self, const JlFindingStep *step)
{
  int row = right_row (self, step);

  if (self->link && jl_link_get_known_on (self->link))
    return g_strdup (_ ("This is done on what is known today: leave the view of an earlier day first."));
  if (row < 0 || jl_result_bool (self->details->finding->rights, (guint) row, "may"))
    return NULL;
  if (jl_result_bool (self->details->finding->rights, (guint) row, "own"))
    return g_strdup (_ ("You gave the explanation: another official decides on it."));
  return who_may (self, row);
}

static void
show_buttons (JlFindingPane *self)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->buttons));
  gboolean   any = FALSE;

  for (guint i = 0; i < JL_FINDING_N_STEPS; i++, button = gtk_widget_get_next_sibling (button))
    {
      const JlFindingStep *step = &jl_finding_steps[i];
      g_autofree char     *action = g_strconcat ("finding.", step->code, NULL);
      g_autofree char     *reason = why_not (self, step);
      gboolean             fits = jl_finding_step_fits (step, jl_finding_pane_cell (self, "state"));

      gtk_widget_set_visible (button, fits);
      gtk_widget_set_tooltip_text (button, reason);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), action, fits && reason == NULL);
      any |= fits;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), any);
}

void
jl_finding_pane_show_reading (JlFindingPane *self)
{
  show_head (self);
  gtk_label_set_text (self->evidence, jl_finding_pane_cell (self, "evidence"));
  gtk_label_set_text (self->verdict, jl_finding_pane_cell (self, "verdict"));
  show_facts (self);
  jl_finding_trail_fill (self->trail, self->details->finding->steps, self->details->papers);
  show_buttons (self);
  gtk_label_set_text (self->why_not_closed, closing_words (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finding.open-record", jl_finding_pane_register (self) != NULL);
  gtk_stack_set_visible_child_name (self->stack, "reading");
}
