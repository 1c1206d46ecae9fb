/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A circular is read from the frozen year and laid out in a worker; what is shown is never painted
 * by two threads. Exporting reads and lays out once more, so that the file says what the frozen
 * year says and nothing else. */

#include "jl-circular-work.h"

#include "jl-error.h"
#include "jl-phrases.h"
#include "jl-store.h"

JlCircularJob *
jl_circular_job_new (int year, JlCircularKind kind, char *path)
{
  JlCircularJob *self = g_new0 (JlCircularJob, 1);

  *self = (JlCircularJob){ year, kind, path };
  return self;
}

void
jl_circular_job_free (JlCircularJob *self)
{
  g_free (self->path);
  g_free (self);
}

void
jl_circular_product_free (JlCircularProduct *self)
{
  g_clear_pointer (&self->circular, jl_circular_free);
  g_free (self->why_not);
  g_free (self->organ);
  g_free (self->frozen_on);
  g_free (self->denominator);
  g_free (self);
}

static JlCircularSource *
load_source (JlSession *session, const JlCircularJob *job, GError **error)
{
  return jl_circular_source_load (session, job->year, jl_circular_kind_code (job->kind), error);
}

/* The column of a value that stands alone. */
static char *
value_of (const JlCircularSource *source, const char *name, const char *column)
{
  for (guint i = 0; i < jl_result_n_rows (source->values); i++)
    {
      if (jl_result_is_null (source->values, i, "list") &&
          g_strcmp0 (jl_result_text (source->values, i, "name"), name) == 0)
        return g_strdup (jl_result_text (source->values, i, column));
    }
  return NULL;
}

static void
take_values (JlCircularProduct *self, const JlCircularSource *source)
{
  self->frozen = TRUE;
  self->organ = source->practice ? g_strdup (jl_phrase ("practice", "organ"))
                                 : value_of (source, "issuer.name", "words");
  self->frozen_on = value_of (source, "frozen.date", "day");
  self->denominator = value_of (source, "denominator.name", "words");
}

/* A year that is not frozen and a text that contradicts its figures are states to be shown, not
 * failures. */
gpointer
jl_circular_load_work (JlSession *session, gpointer job, GError **error)
{
  g_autoptr (JlCircularProduct) self = g_new0 (JlCircularProduct, 1);
  g_autoptr (GError) local = NULL;
  JlCircularSource *source = load_source (session, job, &local);

  if (source)
    {
      take_values (self, source);
      self->circular = jl_circular_new (source, &local);
    }
  jl_circular_source_free (source);
  if (local && !g_error_matches (local, JL_ERROR, self->frozen ? JL_ERROR_INVALID : JL_ERROR_STATE))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  self->why_not = local ? g_strdup (local->message) : NULL;
  return g_steal_pointer (&self);
}

gpointer
jl_circular_export_work (JlSession *session, gpointer job, GError **error)
{
  const char       *path = ((JlCircularJob *) job)->path;
  JlCircularSource *source = load_source (session, job, error);
  g_autoptr (JlCircular) circular = source ? jl_circular_new (source, error) : NULL;

  jl_circular_source_free (source);
  if (circular == NULL || !jl_circular_write_pdf (circular, path, error))
    return NULL;
  return g_strdup (path);
}
