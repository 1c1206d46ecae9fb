/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What a register is: one description of its columns, from which come the list, the filters, the form with its checks, the search
 * and the export. The database's side is the table jl.<name>, its row in jl.register and the view jl_api.<name>_list, whose columns
 * are those of the table, unit_name, and <column>_label beside every reference. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JlFieldType:
 * @JL_FIELD_TEXT: one line of text
 * @JL_FIELD_NOTE: several lines of text
 * @JL_FIELD_COUNT: a whole number
 * @JL_FIELD_YEAR: a year or season, named by its first year
 * @JL_FIELD_AREA: integer dm², shown and typed in ㎡ with two decimals
 * @JL_FIELD_AREA_WAN: integer dm², shown and typed in 万㎡
 * @JL_FIELD_HEAT: integer of 0.1 MJ, shown and typed in GJ with one decimal
 * @JL_FIELD_MONEY: integer fen, shown and typed in 元 with two decimals
 * @JL_FIELD_MONEY_WAN: integer fen, shown and typed in 万元
 * @JL_FIELD_DECIMAL: numeric, shown with @decimals places at least
 * @JL_FIELD_DATE: a day
 * @JL_FIELD_SPAN: daterange, shown with its last day: "2010-07-23 — 2012-12-31"
 * @JL_FIELD_YES_NO: boolean; null is 资料未报, or the word that @choices has under an empty code
 * @JL_FIELD_CHOICE: one of the @choices; the database's CHECK lists the same codes. A column of numbers has digits as codes
 * @JL_FIELD_WORD: text: one of the @choices, or a day of the year as rules have it, "12-31", "+1-04-30"
 * @JL_FIELD_UNIT: jl.unit, picked by the unit picker
 * @JL_FIELD_REFERENCE: a record of the register @reference, picked by search
 */
typedef enum
{
  JL_FIELD_TEXT,
  JL_FIELD_NOTE,
  JL_FIELD_COUNT,
  JL_FIELD_YEAR,
  JL_FIELD_AREA,
  JL_FIELD_AREA_WAN,
  JL_FIELD_HEAT,
  JL_FIELD_MONEY,
  JL_FIELD_MONEY_WAN,
  JL_FIELD_DECIMAL,
  JL_FIELD_DATE,
  JL_FIELD_SPAN,
  JL_FIELD_YES_NO,
  JL_FIELD_CHOICE,
  JL_FIELD_WORD,
  JL_FIELD_UNIT,
  JL_FIELD_REFERENCE,
} JlFieldType;

/**
 * JlFieldFlags:
 * @JL_FIELD_REQUIRED: NOT NULL without a default
 * @JL_FIELD_UNIQUE: alone unique in its register
 * @JL_FIELD_DERIVED: the database makes it, in the table or in the list's view; never typed
 * @JL_FIELD_PERSONAL: would name a person; no register of ours has one, and a test says so
 * @JL_FIELD_SEARCHABLE: the search field looks into it (characters, 拼音, initials)
 * @JL_FIELD_LISTED: a column of the list at first; others can be switched on
 * @JL_FIELD_TOTAL: its sum over the filtered set stands in the foot of the list
 * @JL_FIELD_FILTER: stands in the filter row at first; every field can be filtered by
 * @JL_FIELD_LEAF: a unit that is a part of an assessed one: a county or district
 * @JL_FIELD_TWO_LINES: too long for one line of a column: the rows of the list have two
 * @JL_FIELD_SEASON: a year that stands for the heating season which begins in it: 2012—2013
 */
typedef enum
{
  JL_FIELD_PLAIN = 0,
  JL_FIELD_REQUIRED = 1 << 0,
  JL_FIELD_UNIQUE = 1 << 1,
  JL_FIELD_DERIVED = 1 << 2,
  JL_FIELD_PERSONAL = 1 << 3,
  JL_FIELD_SEARCHABLE = 1 << 4,
  JL_FIELD_LISTED = 1 << 5,
  JL_FIELD_TOTAL = 1 << 6,
  JL_FIELD_FILTER = 1 << 7,
  JL_FIELD_LEAF = 1 << 8,
  JL_FIELD_TWO_LINES = 1 << 9,
  JL_FIELD_SEASON = 1 << 10,
} JlFieldFlags;

/**
 * JlChoice:
 * @code: as it stands in the database
 * @word: a source string
 * @mark: (nullable): code of the progress state whose mark stands before the word in a list
 */
typedef struct
{
  const char *code;
  const char *word;
  const char *mark;
} JlChoice;

/**
 * JlField:
 * @name: column of the table
 * @label: a source string, short: the head of the column and of the form's row
 * @type: what it holds
 * @flags: how it behaves
 * @width: of its column in halves of an em (a Han character is two); 0: by type
 * @choices: (nullable): ends with a %NULL code; for %JL_FIELD_CHOICE and the word of a null %JL_FIELD_YES_NO
 * @reference: (nullable): name of a register; for %JL_FIELD_REFERENCE
 * @unit: (nullable): second line of the head, a source string; where the type implies none
 * @help: (nullable): a sentence under the form's row, a source string
 * @clause: (nullable): where not that of the register
 * @decimals: for %JL_FIELD_DECIMAL
 * @brief: (nullable): a shorter label where a row of filters has little place, a source string
 */
typedef struct
{
  const char     *name;
  const char     *label;
  JlFieldType     type;
  JlFieldFlags    flags;
  int             width;
  const JlChoice *choices;
  const char     *reference;
  const char     *unit;
  const char     *help;
  const char     *clause;
  int             decimals;
  const char     *brief;
} JlField;

/**
 * JlCounter:
 *
 * What the records of a register are counted in: 条, 栋, 家, 项, 件, 份, 次, 起, 种, 批, 笔, 户, 座.
 */
typedef enum
{
  JL_COUNTER_RECORD,
  JL_COUNTER_BUILDING,
  JL_COUNTER_COMPANY,
  JL_COUNTER_ITEM,
  JL_COUNTER_DOCUMENT,
  JL_COUNTER_PAPER,
  JL_COUNTER_OCCASION,
  JL_COUNTER_CASE,
  JL_COUNTER_PRODUCT,
  JL_COUNTER_BATCH,
  JL_COUNTER_SUM,
  JL_COUNTER_ACCOUNT,
  JL_COUNTER_PLANT,
} JlCounter;

/**
 * JlRegister:
 * @name: of the table in schema jl, and of the register everywhere
 * @title: a source string: 建筑台账
 * @group: a source string: the heading it stands under in the list of registers
 * @clause: the id of its clause, "C-NEW"
 * @fields: in the order of the form; ends with a %NULL name. unit_id is one of them where the table has it; id, version and
 * entered_at are in every register and in no description
 * @order: the fields of the default order, with commas between; there is an index for it where the register is large
 * @year_field: (nullable): the field by which the page's year narrows the list
 * @parent: (nullable): the register whose records these belong to
 * @parent_field: (nullable): the field that names the parent
 * @usual: (nullable): what its list asks at first, as jl-page.h has it: "state:open,explained"
 * @counter: what its records are counted in
 * @called: the fields that tell a record from others of its kind where it has no name of its own, or only the number of a paper that
 * others are from too
 */
typedef struct
{
  const char    *name;
  const char    *title;
  const char    *group;
  const char    *clause;
  const JlField *fields;
  const char    *order;
  const char    *year_field;
  const char    *parent;
  const char    *parent_field;
  const char    *usual;
  JlCounter      counter;
  const char    *called[2];
} JlRegister;

/* All registers in the order of their list; ends with NULL. */
const JlRegister *const *jl_registers_all (void);
/* One of them, or what is listed or written as they are though nothing is typed into it: "finding", "clause_figure". (nullable) */
const JlRegister *jl_register_find (const char *name);
/* What the server says, its lines "register <name>: …" with the register's title instead. (transfer full) */
char          *jl_register_say (const char *message);
const JlField *jl_register_field (const JlRegister *self, const char *name);
guint          jl_register_n_fields (const JlRegister *self);
/* The i-th field of the default order; NULL behind the last. */
const JlField *jl_register_order_field (const JlRegister *self, guint i);

/* "8,412 buildings" (transfer full) */
char *jl_counter_text (JlCounter self, gint64 n);

/* raw is the server's text. (transfer full) What a cell or a form says; "—" for NULL; a yes-no that is NULL says 资料未报. For a
 * unit or reference the caller shows the label column. */
char *jl_field_text (const JlField *self, const char *raw);
/* The column of the list that says the value: unit_name, the label of a reference, else the field itself. (transfer full) */
char *jl_field_shown_column (const JlField *self);
/* What stands in the entry of a form. (transfer full) */
char *jl_field_typed_text (const JlField *self, const char *raw);
/* The server's text of what a person typed, NULL for an empty field; on error says what is wrong and what to do. (transfer full) */
gboolean jl_field_parse (const JlField *self, const char *typed, char **raw, GError **error);
/* Of a choice: (nullable) code of a mark; NULL for none. (transfer none) */
const char *jl_field_mark (const JlField *self, const char *raw);
/* "(㎡)", "(万元)": of the type, or the field's own; NULL for none. Translated. (transfer none) */
const char *jl_field_unit (const JlField *self);
gboolean    jl_field_is_number (const JlField *self);
/* A year that is the first of a heating season; other years are those of a calendar. */
gboolean jl_field_is_season (const JlField *self);
int      jl_field_width (const JlField *self);

G_END_DECLS
