/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Assessed units and their figures. Strings are borrowed from the two answers, which live as long as the figures. Immutable
 * after jl_figures_new(), so any thread may read. Formatting is text out of exact integers; nothing is computed here. */

#include "jl-figure.h"

#include "jl-register.h"

#include "jl-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _JlFigures
{
  JlResult   *unit_rows;
  JlResult   *figure_rows;
  GArray     *units;   /* JlUnit, in the order of the answer */
  GArray     *figures; /* JlFigure */
  GHashTable *by_unit; /* unit id → index into units + 1 */
  GHashTable *by_key;  /* "id/indicator" → JlFigure* into figures */
};

static JlUnit
read_unit (JlResult *rows, guint i)
{
  return (JlUnit){
    .id = (int) jl_result_int (rows, i, "unit_id", 0),
    .code = jl_result_text (rows, i, "code"),
    .name = jl_result_text (rows, i, "name"),
    .short_name = jl_result_text (rows, i, "short_name"),
    .tile_name = jl_result_text (rows, i, "tile_name"),
    .grp = jl_result_text (rows, i, "grp"),
    .sound = jl_result_text (rows, i, "sound"),
    .place_order = (int) jl_result_int (rows, i, "place_order", 0),
    .tile_row = (int) jl_result_int (rows, i, "tile_row", -1),
    .tile_col = (int) jl_result_int (rows, i, "tile_col", -1),
    .parent = (int) jl_result_int (rows, i, "parent_id", 0),
  };
}

/* The exact test here is for whole percents, others are left to the server. */
int
jl_figure_read_threshold (const JlResult *rows, guint i)
{
  const char *text = jl_result_text (rows, i, "threshold");
  gint64      value = 0;

  if (text == NULL || !g_ascii_string_to_signed (text, 10, 0, 100, &value, NULL))
    return -1;
  return (int) value;
}

static JlFigure
read_figure (JlResult *rows, guint i)
{
  return (JlFigure){
    .unit_id = (int) jl_result_int (rows, i, "unit_id", 0),
    .indicator = jl_result_text (rows, i, "indicator"),
    .state = jl_state_from_code (jl_result_text (rows, i, "state")),
    .num = jl_result_int (rows, i, "numerator", 0),
    .den = jl_result_int (rows, i, "denominator", 0),
    .has_previous = jl_result_int (rows, i, "previous_den", 0) > 0 && !jl_result_is_null (rows, i, "previous_num"),
    .previous_num = jl_result_int (rows, i, "previous_num", 0),
    .previous_den = jl_result_int (rows, i, "previous_den", 0),
    .missing_n = (int) jl_result_int (rows, i, "missing_n", 0),
    .progress = jl_progress_from_code (jl_result_text (rows, i, "progress")),
    .strength = jl_result_text (rows, i, "strength"),
    .due_on = jl_result_text (rows, i, "due_on"),
    .done_on = jl_result_text (rows, i, "done_on"),
    .goal = jl_result_text (rows, i, "goal"),
    .expected = jl_result_text (rows, i, "expected"),
    .rank = (int) jl_result_int (rows, i, "rank", 0),
    .rank_of = (int) jl_result_int (rows, i, "rank_of", 0),
    .threshold = jl_figure_read_threshold (rows, i),
    .rule_text = jl_result_text (rows, i, "rule_text"),
  };
}

static char *
figure_key (int unit_id, const char *indicator)
{
  return g_strdup_printf ("%d/%s", unit_id, indicator);
}

static void
read_units (JlFigures *self)
{
  guint n = jl_result_n_rows (self->unit_rows);

  for (guint i = 0; i < n; i++)
    {
      JlUnit unit = read_unit (self->unit_rows, i);

      g_array_append_val (self->units, unit);
      g_hash_table_insert (self->by_unit, GINT_TO_POINTER (unit.id), GUINT_TO_POINTER (i + 1));
    }
}

static void
read_figures (JlFigures *self)
{
  guint n = jl_result_n_rows (self->figure_rows);

  g_array_set_size (self->figures, n);
  for (guint i = 0; i < n; i++)
    {
      JlFigure *figure = &g_array_index (self->figures, JlFigure, i);

      *figure = read_figure (self->figure_rows, i);
      g_hash_table_insert (self->by_key, figure_key (figure->unit_id, figure->indicator), figure);
    }
}

/**
 * jl_figures_new:
 * @units: the answer of jl_api.units
 * @figures: the answer of jl_api.figures for the same year
 *
 * Returns: (transfer full): both, parsed; references to the answers are kept
 */
JlFigures *
jl_figures_new (JlResult *units, JlResult *figures)
{
  JlFigures *self = g_new0 (JlFigures, 1);

  self->unit_rows = jl_result_ref (units);
  self->figure_rows = jl_result_ref (figures);
  self->units = g_array_new (FALSE, FALSE, sizeof (JlUnit));
  self->figures = g_array_new (FALSE, TRUE, sizeof (JlFigure));
  self->by_unit = g_hash_table_new (NULL, NULL);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_units (self);
  read_figures (self);
  return self;
}

void
jl_figures_free (JlFigures *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_unit);
  g_array_unref (self->figures);
  g_array_unref (self->units);
  jl_result_unref (self->figure_rows);
  jl_result_unref (self->unit_rows);
  g_free (self);
}

guint
jl_figures_n_units (const JlFigures *self)
{
  return self->units->len;
}

const JlUnit *
jl_figures_unit (const JlFigures *self, guint i)
{
  g_return_val_if_fail (i < self->units->len, NULL);

  return &g_array_index (self->units, JlUnit, i);
}

const JlUnit *
jl_figures_find_unit (const JlFigures *self, int unit_id)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_unit, GINT_TO_POINTER (unit_id)));

  return index == 0 ? NULL : jl_figures_unit (self, index - 1);
}

const JlFigure *
jl_figures_find (const JlFigures *self, int unit_id, const char *indicator)
{
  g_autofree char *key = figure_key (unit_id, indicator);

  return g_hash_table_lookup (self->by_key, key);
}

static gboolean
is_share (const JlFigure *figure)
{
  return figure->state == JL_STATE_VALUE && figure->den > 0;
}

/**
 * jl_figure_text:
 * @figure: a figure
 *
 * What a table cell says: the share in percent without its sign, the day a document was issued, the count, or the state's word.
 *
 * Returns: (transfer full): the text
 */
char *
jl_figure_text (const JlFigure *figure)
{
  if (figure->done_on != NULL)
    return g_strdup (figure->done_on);
  if (g_str_equal (figure->indicator, "price_policy") && figure->progress == JL_PROGRESS_OVERDUE)
    return g_strdup (_ ("Not issued"));
  if (g_str_equal (figure->indicator, "retrofit_sync") && figure->state == JL_STATE_VALUE)
    return jl_format_count (figure->num, JL_NUMBER_SCREEN);
  if (is_share (figure))
    return jl_format_share (figure->num, figure->den, figure->threshold);
  return g_strdup (jl_state_word (figure->state == JL_STATE_VALUE ? JL_STATE_MISSING : figure->state));
}

/**
 * jl_figure_change_text:
 * @figure: a figure
 *
 * Returns: (transfer full) (nullable): the change in percentage points with its sign, or %NULL when either year has no share
 */
char *
jl_figure_change_text (const JlFigure *figure)
{
  char *text;

  if (!is_share (figure) || !figure->has_previous || g_str_equal (figure->indicator, "retrofit_sync"))
    return NULL;
  text = jl_format_share_change (figure->num, figure->den, figure->previous_num, figure->previous_den);
  if (!g_str_equal (text, "0.00"))
    return text;
  g_free (text);
  return g_strdup (_ ("unchanged"));
}

double
jl_figure_position (const JlFigure *figure)
{
  return is_share (figure) ? 100.0 * (double) figure->num / (double) figure->den : NAN;
}

const JlFigure *
jl_figure_graver (const JlFigure *a, const JlFigure *b)
{
  if (a == NULL || b == NULL)
    return a != NULL ? a : b;
  if (a->progress != b->progress)
    return jl_progress_is_graver (b->progress, a->progress) ? b : a;
  return jl_figure_position (b) < jl_figure_position (a) ? b : a;
}

gboolean
jl_figure_is_unjudged (const JlFigure *figure)
{
  return is_share (figure) && figure->threshold < 0;
}

gboolean
jl_figure_passes (const JlFigure *figure)
{
  return is_share (figure) && figure->threshold >= 0 && jl_share_compare (figure->num, figure->den, figure->threshold) >= 0;
}

/**
 * jl_figures_rest_on:
 * @table: the name of a table of schema jl
 *
 * Returns: whether figures count its rows, or are judged by them
 */
gboolean
jl_figures_rest_on (const char *table)
{
  static const char *const beside_registers[] = {
    "assessed_unit",
    "assessed_unit_part",
    "clause_indicator",
    "definition",
    "finding",
    "indicator",
    "published_figure",
    "season",
    "unit",
    NULL,
  };

  return g_strv_contains (beside_registers, table) || jl_register_find (table) != NULL;
}
