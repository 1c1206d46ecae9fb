/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What a chart says: its data, line and words, copied from the caller. Nothing here knows where
 * anything stands. */

#include "jl-chart-private.h"

#include <math.h>

/**
 * jl_chart_new:
 * @kind: how it is to be shown
 *
 * Returns: (transfer full): an empty spec
 */
JlChart *
jl_chart_new (JlChartKind kind)
{
  JlChart *self = g_new0 (JlChart, 1);

  self->kind = kind;
  self->threshold = NAN;
  self->expected = NAN;
  self->data = g_array_new (FALSE, FALSE, sizeof (JlDatum));
  self->texts = g_string_chunk_new (512);
  return self;
}

/**
 * jl_chart_free:
 * @self: (transfer full): a spec
 */
void
jl_chart_free (JlChart *self)
{
  g_free (self->title);
  g_free (self->summary);
  for (int i = 0; i < JL_CHART_N_COLUMNS; i++)
    g_free (self->columns[i]);
  g_free (self->threshold_text);
  g_free (self->group_label);
  g_array_unref (self->data);
  g_string_chunk_free (self->texts);
  g_free (self);
}

JlChartKind
jl_chart_get_kind (const JlChart *self)
{
  return self->kind;
}

static void
set_text (char **place, const char *text)
{
  char *copy = g_strdup (text);

  g_free (*place);
  *place = copy;
}

void
jl_chart_set_title (JlChart *self, const char *title)
{
  set_text (&self->title, title);
}

const char *
jl_chart_get_title (const JlChart *self)
{
  return self->title;
}

void
jl_chart_set_summary (JlChart *self, const char *sentence)
{
  set_text (&self->summary, sentence);
}

const char *
jl_chart_get_summary (const JlChart *self)
{
  return self->summary;
}

/**
 * jl_chart_set_columns:
 * @self: a spec
 * @label: (nullable): head over the names
 * @value: (nullable): head over the values, with the unit
 * @change: (nullable): head over the changes
 */
void
jl_chart_set_columns (JlChart *self, const char *label, const char *value, const char *change)
{
  set_text (&self->columns[0], label);
  set_text (&self->columns[1], value);
  set_text (&self->columns[2], change);
}

const char *
jl_chart_get_column (const JlChart *self, int i)
{
  g_return_val_if_fail (i >= 0 && i < JL_CHART_N_COLUMNS, NULL);

  return self->columns[i];
}

/**
 * jl_chart_set_threshold:
 * @self: a spec
 * @value: where the line stands, NAN for none
 * @text: (nullable): its number with the unit
 */
void
jl_chart_set_threshold (JlChart *self, double value, const char *text)
{
  self->threshold = value;
  set_text (&self->threshold_text, text);
}

gboolean
jl_chart_has_threshold (const JlChart *self)
{
  return !isnan (self->threshold);
}

void
jl_chart_set_expected (JlChart *self, double value)
{
  self->expected = value;
}

void
jl_chart_set_range (JlChart *self, double max)
{
  self->range = max;
}

void
jl_chart_set_group_label (JlChart *self, const char *text)
{
  set_text (&self->group_label, text);
}

static const char *
keep (JlChart *self, const char *text)
{
  return text ? g_string_chunk_insert (self->texts, text) : NULL;
}

/**
 * jl_chart_add:
 * @self: a spec
 * @datum: one value, whose texts are copied; data are shown in the order in which they come
 */
void
jl_chart_add (JlChart *self, const JlDatum *datum)
{
  JlDatum copy = *datum;

  copy.label = keep (self, datum->label);
  copy.short_label = keep (self, datum->short_label);
  copy.value_text = keep (self, datum->value_text);
  copy.change_text = keep (self, datum->change_text);
  g_array_append_val (self->data, copy);
}

guint
jl_chart_n_data (const JlChart *self)
{
  return self->data->len;
}

const JlDatum *
jl_chart_datum (const JlChart *self, guint i)
{
  g_return_val_if_fail (i < self->data->len, NULL);

  return &g_array_index (self->data, JlDatum, i);
}

double
jl_chart_max (const JlChart *self)
{
  double max = fmax (fmax (self->threshold, self->expected), self->range);

  for (guint i = 0; i < self->data->len; i++)
    {
      const JlDatum *datum = jl_chart_datum (self, i);

      if (datum->state == JL_STATE_VALUE)
        max = fmax (max, datum->value);
      if (self->group_label)
        max = fmax (max, datum->group_value);
    }
  return max > 0 ? max : 1;
}

const char *
jl_datum_value_text (const JlDatum *self)
{
  if (self->value_text)
    return self->value_text;
  if (self->state == JL_STATE_VALUE)
    return NULL;
  return self->state == JL_STATE_MISSING ? "—" : jl_state_word (self->state);
}
