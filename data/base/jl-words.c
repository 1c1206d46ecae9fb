/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The tables from the database's codes to the officials' words. Words that are longer or shorter
 * elsewhere carry a context ("chip", "indicator"), so that each English string keeps one Chinese
 * string. */

#include "jl-words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *code;
  const char *word;
} Word;

/* In the order of JlState. A value is a number, not a word. */
static const Word state_words[] = {
  { "value", "" },
  { "missing", N_ ("Missing") },
  { "not_reported", N_ ("Not reported") },
  { "not_due", N_ ("Not due") },
  { "not_applicable", N_ ("Not applicable") },
};

/* In the order of JlProgress. */
static const Word progress_words[] = {
  { "met", NC_ ("chip", "Met") },
  { "on_pace", NC_ ("chip", "On pace") },
  { "slow", NC_ ("chip", "Slow") },
  { "behind", NC_ ("chip", "Behind") },
  { "backward", NC_ ("chip", "Backward") },
  { "overdue", NC_ ("chip", "Overdue") },
  { "not_reported", NC_ ("chip", "Not reported") },
  { "not_met", NC_ ("chip", "Not met") },
  { "strive_missed", NC_ ("chip", "Strive-for target not reached") },
  { "to_decide", NC_ ("chip", "To be decided") },
  { "not_barred", NC_ ("chip", "Not barred by this clause") },
  { "not_due", NC_ ("chip", "Not due") },
  { "not_applicable", NC_ ("chip", "Not applicable") },
  { "missing", NC_ ("chip", "Missing") },
};

static const JlProgress by_gravity[] = {
  JL_PROGRESS_OVERDUE,
  JL_PROGRESS_NOT_MET,
  JL_PROGRESS_BACKWARD,
  JL_PROGRESS_STRIVE_MISSED,
  JL_PROGRESS_NOT_REPORTED,
  JL_PROGRESS_BEHIND,
  JL_PROGRESS_MISSING,
  JL_PROGRESS_SLOW,
  JL_PROGRESS_TO_DECIDE,
  JL_PROGRESS_ON_PACE,
  JL_PROGRESS_NOT_DUE,
  JL_PROGRESS_NOT_BARRED,
  JL_PROGRESS_MET,
  JL_PROGRESS_NOT_APPLICABLE,
};

static const Word strength_words[] = {
  { "must", N_ ("Must be done") },
  { "strive", N_ ("To strive for") },
  { "basically", N_ ("Basically done") },
  { "gradually", N_ ("Step by step") },
};

static const Word strength_short_words[] = {
  { "must", NC_ ("narrow", "Must be done") },
  { "strive", NC_ ("narrow", "To strive for") },
  { "basically", NC_ ("narrow", "Basically done") },
  { "gradually", NC_ ("narrow", "Step by step") },
};

static const Word verdict_words[] = {
  { "barred", N_ ("Barred from applying") },
  { "not_barred", N_ ("Not barred by this clause") },
  { "to_decide", N_ ("To be decided") },
  { "cannot_judge", N_ ("Data missing, cannot be judged") },
};

static const Word group_words[] = {
  { "prefecture", N_ ("Prefecture-level cities") },
  { "county", N_ ("County-level units") },
  { "committee", N_ ("Listed separately, not ranked") },
  { "prefecture_sum", N_ ("Prefecture total") },
};

static const Word duty_words[] = {
  { "jl_housing", N_ ("Heating-reform office") },
  { "jl_price", N_ ("Price office") },
  { "jl_finance", N_ ("Finance office") },
  { "jl_reform", N_ ("Reform commission") },
  { "jl_quality", N_ ("Quality office") },
  { "jl_city", N_ ("City or county clerk") },
  { "jl_reader", N_ ("Leader (read only)") },
  { "jl_auditor", N_ ("Audit administrator") },
  { "jl_admin", N_ ("Accounts administrator") },
};

static const Word indicator_words[] = {
  { "metered_share", NC_ ("indicator", "Share of metered billing") },
  { "billed_of_fitted", NC_ ("indicator", "Billed of fitted area") },
  { "price_policy", NC_ ("indicator", "Price policy") },
  { "new_fitted", NC_ ("indicator", "New buildings fitted") },
  { "office_done", NC_ ("indicator", "Office buildings retrofitted") },
  { "public_done", NC_ ("indicator", "Other public buildings retrofitted") },
  { "public_billed", NC_ ("indicator", "Public buildings billed by meter") },
  { "existing_year", NC_ ("indicator", "Existing housing, this year") },
  { "existing_done", NC_ ("indicator", "Existing housing, so far") },
  { "nonsaving_year", NC_ ("indicator", "Non-energy-saving housing, this year") },
  { "retrofit_sync", NC_ ("indicator", "Retrofitted without metering") },
  { "metered_area", NC_ ("indicator", "Metered-billing area") },
  { "fitted_unbilled", NC_ ("indicator", "Fitted but not billed") },
  { "units_passing", NC_ ("indicator", "Units over the limit") },
};

static const Word assessment_state_words[] = {
  { "computed", N_ ("Computed") },
  { "proposed", N_ ("Proposed for freezing") },
  { "frozen", N_ ("Frozen") },
};

/* The places are the codes of the register of buildings and of its season rows. */
static const char *const use_words[] = {
  NULL,
  N_ ("Housing"),
  N_ ("Party or government office"),
  N_ ("Large public building"),
  N_ ("Other public building"),
  N_ ("Mixed-use building"),
};

static const char *const heat_source_words[] = {
  NULL,
  N_ ("Combined heat and power"),
  N_ ("District boiler house"),
  N_ ("Scattered boiler"),
};

static const char *const billing_words[] = {
  N_ ("Missing"),
  N_ ("By area"),
  N_ ("By heat used"),
  N_ ("Building meter, shared by area"),
  N_ ("Metered but not billed"),
  N_ ("Heating stopped"),
};

static const Word *
find_word (const Word *words, gsize n, const char *code)
{
  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (words[i].code, code) == 0)
      return &words[i];
  return NULL;
}

/* A code without a word is shown as it is: a newer database may know more than this program. */
static const char *
word_of (const Word *words, gsize n, const char *context, const char *code)
{
  const Word *found = find_word (words, n, code);

  if (found == NULL)
    return code != NULL ? code : "";
  return context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, found->word) : _ (found->word);
}

static const char *
word_at (const char *const *words, gsize n, int place)
{
  if (place < 0 || (gsize) place >= n || words[place] == NULL)
    return "";
  return _ (words[place]);
}

JlState
jl_state_from_code (const char *code)
{
  const Word *found = find_word (state_words, G_N_ELEMENTS (state_words), code);

  return found != NULL ? (JlState) (found - state_words) : JL_STATE_MISSING;
}

JlProgress
jl_progress_from_code (const char *code)
{
  const Word *found = find_word (progress_words, G_N_ELEMENTS (progress_words), code);

  return found != NULL ? (JlProgress) (found - progress_words) : JL_PROGRESS_MISSING;
}

const char *
jl_state_word (JlState state)
{
  g_return_val_if_fail ((gsize) state < G_N_ELEMENTS (state_words), "");

  return state == JL_STATE_VALUE ? "" : _ (state_words[state].word);
}

const char *
jl_progress_word (JlProgress progress)
{
  g_return_val_if_fail ((gsize) progress < G_N_ELEMENTS (progress_words), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "chip", progress_words[progress].word);
}

gboolean
jl_progress_is_graver (JlProgress progress, JlProgress other)
{
  for (gsize i = 0; i < G_N_ELEMENTS (by_gravity); i++)
    {
      if (by_gravity[i] == other)
        return FALSE;
      if (by_gravity[i] == progress)
        return TRUE;
    }
  return FALSE;
}

const char *
jl_strength_word (const char *code)
{
  return word_of (strength_words, G_N_ELEMENTS (strength_words), NULL, code);
}

const char *
jl_strength_short_word (const char *code)
{
  return word_of (strength_short_words, G_N_ELEMENTS (strength_short_words), "narrow", code);
}

const char *
jl_verdict_word (const char *code)
{
  return word_of (verdict_words, G_N_ELEMENTS (verdict_words), NULL, code);
}

JlProgress
jl_verdict_mark (const char *code)
{
  if (g_strcmp0 (code, "barred") == 0)
    return JL_PROGRESS_NOT_MET;
  if (g_strcmp0 (code, "not_barred") == 0)
    return JL_PROGRESS_NOT_BARRED;
  if (g_strcmp0 (code, "to_decide") == 0)
    return JL_PROGRESS_TO_DECIDE;
  return JL_PROGRESS_MISSING;
}

const char *
jl_group_word (const char *code)
{
  return word_of (group_words, G_N_ELEMENTS (group_words), NULL, code);
}

const char *
jl_duty_word (const char *code)
{
  return word_of (duty_words, G_N_ELEMENTS (duty_words), NULL, code);
}

char *
jl_duty_words (const char *const *codes)
{
  GString *words = g_string_new (NULL);

  for (const char *const *code = codes; *code; code++)
    g_string_append_printf (words, "%s%s", words->len > 0 ? C_ ("list", ", ") : "", jl_duty_word (*code));
  return g_string_free (words, FALSE);
}

const char *
jl_use_word (int use)
{
  return word_at (use_words, G_N_ELEMENTS (use_words), use);
}

const char *
jl_energy_word (int energy)
{
  switch (energy)
    {
    case 0:
      return _ ("Not energy-saving");
    case 50:
      return _ ("Energy saving 50%");
    case 65:
      return _ ("Energy saving 65%");
    default:
      return "";
    }
}

const char *
jl_billing_word (int billing)
{
  return word_at (billing_words, G_N_ELEMENTS (billing_words), billing);
}

const char *
jl_heat_source_word (int source)
{
  return word_at (heat_source_words, G_N_ELEMENTS (heat_source_words), source);
}

const char *
jl_indicator_word (const char *code)
{
  return word_of (indicator_words, G_N_ELEMENTS (indicator_words), "indicator", code);
}

const char *
jl_assessment_state_word (const char *code)
{
  return word_of (assessment_state_words, G_N_ELEMENTS (assessment_state_words), NULL, code);
}

/* Where each clause stands in 吉政发〔2010〕20号: its own numbering, in no other language. */
static const struct
{
  const char *id;
  const char *place;
} clauses[] = {
  { "C-25", "五（二）3" },
  { "C-DONE", "五（二）3" },
  { "C-LUBAN", "五（二）3" },
  { "C-PRAISE", "五（二）3" },
  { "C-PRICE", "三（一）、四（一）" },
  { "C-NEW", "三（二）、四（二）" },
  { "C-PUBLIC", "三（三）" },
  { "C-EXIST", "三（四）" },
  { "C-COUNTY", "三（五）" },
  { "C-SYNC", "二（四）" },
  { "C-FIRM", "四（三）" },
  { "C-METER", "四（四）" },
  { "C-ACCT", "四（五）" },
  { "C-BOILER", "四（六）" },
  { "C-ENERGY", "四（七）" },
  { "C-QUALITY", "五（二）2" },
  { "C-ORG", "五（一）、五（二）2" },
  { "C-FUND", "五（二）1" },
  { "C-PLAN", "五（三）" },
  { "C-VOICE", "五（四）" },
};

const char *
jl_clause_place (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (clauses); i++)
    {
      if (g_strcmp0 (clauses[i].id, id) == 0)
        return clauses[i].place;
    }
  return NULL;
}

static const Word clause_words[] = {
  { "C-25", NC_ ("clause", "Metered billing") },
  { "C-DONE", NC_ ("clause", "Tasks") },
  { "C-PRAISE", NC_ ("clause", "Assessment") },
  { "C-PRICE", NC_ ("clause", "Prices of heat") },
  { "C-NEW", NC_ ("clause", "New buildings") },
  { "C-PUBLIC", NC_ ("clause", "Offices and public buildings") },
  { "C-EXIST", NC_ ("clause", "Existing residential buildings") },
  { "C-COUNTY", NC_ ("clause", "County level") },
  { "C-SYNC", NC_ ("clause", "Three synchronisations") },
  { "C-FIRM", NC_ ("clause", "Heating companies") },
  { "C-METER", NC_ ("clause", "Metering devices") },
  { "C-ACCT", NC_ ("clause", "Household accounts") },
  { "C-BOILER", NC_ ("clause", "Heat sources and networks") },
  { "C-ENERGY", NC_ ("clause", "Energy use") },
  { "C-QUALITY", NC_ ("clause", "Heat quality") },
  { "C-ORG", NC_ ("clause", "Organisation and accountability") },
  { "C-FUND", NC_ ("clause", "Funds") },
  { "C-PLAN", NC_ ("clause", "Five-year plan") },
  { "C-VOICE", NC_ ("clause", "Publicity, complaints, disputes") },
  { "C-BASIS", NC_ ("clause", "Policy basis") },
  { "C-LUBAN", NC_ ("clause", "Luban prize") },
};

const char *
jl_clause_word (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (clause_words); i++)
    if (g_strcmp0 (clause_words[i].code, id) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "clause", clause_words[i].word);
  return "";
}
