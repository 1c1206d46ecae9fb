/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The sentences that our SQL raises, messages and hints, so that xgettext finds them. Each stands
 * in one literal as it stands in data/sql; tests/lint compares the two. */

#include "jl-server-words-private.h"

#include <glib/gi18n-lib.h>

static const char *const sentences[] = {
  /* places and buildings */
  N_ ("No place has or had this code"),
  N_ ("A building counted in a closed season cannot move to another place"),
  N_ ("Enter it anew in its right place; the closed seasons keep the old record."),
  N_ ("A season contradicts its building in place, use, heat source or meter"),
  N_ ("The season is closed"),
  N_ ("Its figures have been settled; a correction is issued instead."),
  N_ ("This table is never truncated"),
  N_ ("The audit log is never changed"),
  N_ ("Practice data go into an empty practice database only"),
  N_ ("Practice data hold a reference to nothing"),

  /* divisions and views */
  N_ ("Only a day that is over can be looked back at"),
  N_ ("There are no such sums"),
  N_ ("There is no such figure"),
  N_ ("This is done on what is known today only"),
  N_ ("Leave the view of an earlier day or of other divisions first."),
  N_ ("An operation on divisions needs its day and its paper"),
  N_ ("A unit has another change on this day or later"),
  N_ ("Choose a later day, or look at its versions first."),
  N_ ("Only county-level units change their kind"),
  N_ ("A county-level unit moves to another prefecture"),
  N_ ("A county-level unit takes over others than itself"),
  N_ ("Only county-level units are merged"),
  N_ ("A county-level unit is split, and its new part needs name, code and kind"),
  N_ ("A record that shall go lies in another unit"),

  /* checks of household accounts */
  N_ ("What a check has drawn stays as it was drawn"),
  N_ ("Delete the check while no account has been looked up, and enter another."),
  N_ ("An account is looked up after it was drawn, not before"),
  N_ ("What was found is not what was sent: the account does not agree"),

  /* officials */
  N_ ("Your duty does not allow this"),
  N_ ("Ask an official with a duty that stands in brackets."),
  N_ ("There is no such duty"),
  N_ ("Choose a duty that stands in brackets."),
  N_ ("A clerk needs at least one unit"),
  N_ ("Units are for clerks only; the other duties have the whole province"),
  N_ ("The password must come as a SCRAM-SHA-256 verifier"),
  N_ ("There is an official of this name already"),
  N_ ("There is no official of this name"),
  N_ ("The role of this name is not of this program"),
  N_ ("Choose another name for the official."),
  N_ ("The password belongs to another database of this server"),
  N_ ("Its administrator changes it."),

  /* published figures; the place, not a unit of measurement, is what has a code */
  N_ ("This is no place code"),
  N_ ("The code is that of another place"),
  N_ ("The place is missing"),
  N_ ("This is no year or run of years"),
  N_ ("This is no published indicator"),
  N_ ("This is no number"),
  /* Translators: the unit of measurement of a published figure */
  N_ ("The unit is missing"),
  N_ ("The source is missing"),
  N_ ("A cell holds characters that cannot be shown"),
  N_ ("A cell is longer than 400 characters"),
  N_ ("Two lines give the same figure"),

  /* records from a file */
  N_ ("Somebody else is changing what the file adds to"),
  N_ ("Try it again."),

  /* rules */
  N_ ("There is no such rule"),
  N_ ("The value is not of the kind that this rule takes"),
  N_ ("The rule does not offer this choice"),
  N_ ("Tasks are cut off on 31 December: their sums are kept by calendar year"),
  N_ ("Only the cut-off of billing can be moved."),
  N_ ("Billing is cut off at the end of a month"),
  N_ ("Write 12-31 or +1-04-30."),
  N_ ("A day of the year is written 10-25"),
  N_ ("A cut-off holds for the whole province"),
  N_ ("The threshold is a whole percentage"),
  N_ ("The value is a percentage"),

  /* findings */
  N_ ("There is no such finding"),
  N_ ("The findings stand on a later day already"),
  N_ ("Choose that day or a later one."),
  N_ ("The day lies outside the seasons of this database"),
  N_ ("The finding has changed since it was shown"),
  N_ ("Look at it again before you decide."),
  N_ ("The finding does not stand where this step begins"),
  N_ ("An explanation needs words"),
  N_ ("An explanation needs a document"),
  N_ ("Give its number or attach it."),
  N_ ("The attachment is no paper of this unit"),
  N_ ("A decision accepts or rejects"),
  N_ ("A rejection needs words"),
  N_ ("Another official decides on an explanation than the one who gave it"),
  N_ ("A plan needs the number of its paper"),
  N_ ("A plan names a day to come"),

  /* the assessment of a year */
  N_ ("Only officials of the heating-reform office take this step"),
  N_ ("No scoring scheme covers the year"),
  N_ ("The year has no heating season"),
  N_ ("The year has not been computed"),
  N_ ("The year is proposed for freezing"),
  N_ ("Withdraw the proposal before computing again."),
  N_ ("The year is proposed for freezing already"),
  N_ ("The year is not proposed for freezing"),
  N_ ("Proposing and confirming take two different officials"),
  N_ ("Let another official of the heating-reform office confirm."),
  N_ ("The year is frozen"),
  N_ ("The year is frozen already"),
  N_ ("A frozen year is never changed; what was wrong is said in a correction."),
  N_ ("The year is not frozen"),
  N_ ("Circulars quote frozen figures only."),

  /* records of registers and their papers */
  N_ ("There is no such register"),
  N_ ("The register has no such field to fill in"),
  N_ ("The record that this one belongs to is not there"),
  N_ ("Records of this register lie in a district, county or county-level city"),
  N_ ("Records of this register belong to a unit that is assessed"),
  N_ ("This unit reports directly: no prefecture reviews its returns"),
  N_ ("Through whom a unit reports is a rule."),
  N_ ("This record is not yours to change"),
  N_ ("The record is not there any more, or not yours to see"),
  N_ ("Somebody else has changed the record meanwhile"),
  N_ ("Load it again and compare."),
  N_ ("A field that must be filled in is empty"),
  N_ ("The record that a field names is not there"),
  N_ ("Another record has this already"),
  N_ ("It overlaps another record"),
  N_ ("There is no such season"),
  N_ ("These fields do not go together"),
  N_ ("The field does not take this value"),
  N_ ("A value is out of its range"),
  N_ ("The value cannot be read"),
  N_ ("This looks like an identity number"),
  N_ ("This looks like a mobile number"),
  N_ ("No register keeps who somebody is."),
  N_ ("The record is empty"),
  N_ ("Other records refer to this one"),
  N_ ("Change or delete those first."),
  N_ ("The record has no such version"),
  N_ ("The record is there again already"),
  N_ ("The name of the paper has 1 to 200 characters"),
  N_ ("A paper has at most 20 MB and is not empty"),
  N_ ("The paper is not there any more, or not yours to see"),
  N_ ("The paper is no PDF, PNG or JPEG, or not the one it says"),
};

const char *
jl_server_words (const char *sentence)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (g_strcmp0 (sentence, sentences[i]) == 0)
      return _ (sentences[i]);
  return NULL;
}
