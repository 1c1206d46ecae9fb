/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Codes to words, seasons and dates. */

#include <locale.h>

#include "jl-error.h"
#include "jl-season.h"
#include "jl-words.h"

static void
test_states (void)
{
  static const struct
  {
    const char *code;
    JlState     state;
    const char *word;
  } cases[] = {
    { "value", JL_STATE_VALUE, "" },
    { "missing", JL_STATE_MISSING, "Missing" },
    { "not_reported", JL_STATE_NOT_REPORTED, "Not reported" },
    { "not_due", JL_STATE_NOT_DUE, "Not due" },
    { "not_applicable", JL_STATE_NOT_APPLICABLE, "Not applicable" },
    { "unheard-of", JL_STATE_MISSING, "Missing" },
    { NULL, JL_STATE_MISSING, "Missing" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (jl_state_from_code (cases[i].code), ==, cases[i].state);
      g_assert_cmpstr (jl_state_word (cases[i].state), ==, cases[i].word);
    }
}

static void
test_progress (void)
{
  static const struct
  {
    const char *code;
    JlProgress  progress;
    const char *word;
  } cases[] = {
    { "met", JL_PROGRESS_MET, "Met" },
    { "on_pace", JL_PROGRESS_ON_PACE, "On pace" },
    { "slow", JL_PROGRESS_SLOW, "Slow" },
    { "behind", JL_PROGRESS_BEHIND, "Behind" },
    { "backward", JL_PROGRESS_BACKWARD, "Backward" },
    { "overdue", JL_PROGRESS_OVERDUE, "Overdue" },
    { "not_reported", JL_PROGRESS_NOT_REPORTED, "Not reported" },
    { "not_met", JL_PROGRESS_NOT_MET, "Not met" },
    { "strive_missed", JL_PROGRESS_STRIVE_MISSED, "Strive-for target not reached" },
    { "to_decide", JL_PROGRESS_TO_DECIDE, "To be decided" },
    { "not_barred", JL_PROGRESS_NOT_BARRED, "Not barred by this clause" },
    { "not_due", JL_PROGRESS_NOT_DUE, "Not due" },
    { "not_applicable", JL_PROGRESS_NOT_APPLICABLE, "Not applicable" },
    { "missing", JL_PROGRESS_MISSING, "Missing" },
    { NULL, JL_PROGRESS_MISSING, "Missing" },
    { "value", JL_PROGRESS_MISSING, "Missing" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (jl_progress_from_code (cases[i].code), ==, cases[i].progress);
      g_assert_cmpstr (jl_progress_word (cases[i].progress), ==, cases[i].word);
    }
}

static void
test_codes (void)
{
  static const struct
  {
    const char *(*word_of) (const char *code);
    const char *code;
    const char *word;
  } cases[] = {
    { jl_strength_word, "must", "Must be done" },
    { jl_strength_word, "gradually", "Step by step" },
    { jl_verdict_word, "barred", "Barred from applying" },
    { jl_verdict_word, "cannot_judge", "Data missing, cannot be judged" },
    { jl_group_word, "prefecture", "Prefecture-level cities" },
    { jl_duty_word, "jl_housing", "Heating-reform office" },
    { jl_duty_word, "jl_admin", "Accounts administrator" },
    { jl_indicator_word, "metered_share", "Share of metered billing" },
    { jl_indicator_word, "units_passing", "Units over the limit" },
    { jl_assessment_state_word, "frozen", "Frozen" },
    { jl_assessment_state_word, "unheard-of", "unheard-of" },
    { jl_strength_word, NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (cases[i].word_of (cases[i].code), ==, cases[i].word);
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *(*word_of) (int code);
    int         code;
    const char *word;
  } cases[] = {
    { jl_use_word, 1, "Housing" },
    { jl_use_word, 5, "Mixed-use building" },
    { jl_use_word, 0, "" },
    { jl_use_word, 6, "" },
    { jl_energy_word, 0, "Not energy-saving" },
    { jl_energy_word, 65, "Energy saving 65%" },
    { jl_energy_word, 75, "" },
    { jl_billing_word, 0, "Missing" },
    { jl_billing_word, 2, "By heat used" },
    { jl_billing_word, -1, "" },
    { jl_heat_source_word, 1, "Combined heat and power" },
    { jl_heat_source_word, 4, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (cases[i].word_of (cases[i].code), ==, cases[i].word);
}

/* Not being barred is no permission: only a real bar has the mark of an unmet demand. */
static void
test_verdict_marks (void)
{
  g_assert_cmpint (jl_verdict_mark ("barred"), ==, JL_PROGRESS_NOT_MET);
  g_assert_cmpint (jl_verdict_mark ("not_barred"), ==, JL_PROGRESS_NOT_BARRED);
  g_assert_cmpint (jl_verdict_mark ("to_decide"), ==, JL_PROGRESS_TO_DECIDE);
  g_assert_cmpint (jl_verdict_mark ("cannot_judge"), ==, JL_PROGRESS_MISSING);
  g_assert_cmpint (jl_verdict_mark (NULL), ==, JL_PROGRESS_MISSING);
}

/* Of two different states exactly one comes first; what a city misses comes before what it has not sent. */
static void
test_gravity (void)
{
  for (int a = 0; a <= JL_PROGRESS_MISSING; a++)
    for (int b = 0; b <= JL_PROGRESS_MISSING; b++)
      g_assert_cmpint (jl_progress_is_graver ((JlProgress) a, (JlProgress) b) +
                           jl_progress_is_graver ((JlProgress) b, (JlProgress) a),
                       ==, a != b);
  g_assert_true (jl_progress_is_graver (JL_PROGRESS_OVERDUE, JL_PROGRESS_STRIVE_MISSED));
  g_assert_true (jl_progress_is_graver (JL_PROGRESS_STRIVE_MISSED, JL_PROGRESS_NOT_REPORTED));
  g_assert_true (jl_progress_is_graver (JL_PROGRESS_BEHIND, JL_PROGRESS_MET));
}

static void
test_dates (void)
{
  static const struct
  {
    const char *iso;
    const char *paper;
  } cases[] = {
    { "2012-12-31", "2012年12月31日" },
    { "2013-04-05", "2013年4月5日" },
    { "2012-02-29", "2012年2月29日" },
    { "2011-02-29", NULL },
    { "2012-13-01", NULL },
    { "2012-00-10", NULL },
    { "2012-12", NULL },
    { "2012-12-31 08:00:00", NULL },
    { "31.12.2012", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *paper = jl_date_paper (cases[i].iso);

      g_assert_cmpstr (paper, ==, cases[i].paper);
    }
}

static void
test_season (void)
{
  g_autofree char *name = jl_season_name (2012);

  g_assert_cmpstr (name, ==, "Season 2012–2013");
}

static void
test_error (void)
{
  g_assert_cmpstr (g_quark_to_string (JL_ERROR), ==, "jl-error-quark");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unit/words/states", test_states);
  g_test_add_func ("/unit/words/progress", test_progress);
  g_test_add_func ("/unit/words/codes", test_codes);
  g_test_add_func ("/unit/words/numbers", test_numbers);
  g_test_add_func ("/unit/words/verdict-marks", test_verdict_marks);
  g_test_add_func ("/unit/words/gravity", test_gravity);
  g_test_add_func ("/unit/words/dates", test_dates);
  g_test_add_func ("/unit/words/season", test_season);
  g_test_add_func ("/unit/words/error", test_error);
  return g_test_run ();
}
