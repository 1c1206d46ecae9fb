/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What the command line asked for once the database is open. */

#include "jl-errand.h"

#include <glib/gi18n.h>

#include "jl-bench-start.h"
#include "jl-picture.h"

typedef struct
{
  JlWindow        *window;
  const JlOptions *options;
  JlErrandDone     done;
  gpointer         user_data;
} Errand;

static void
errand_free (Errand *self)
{
  g_object_unref (self->window);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static int
wanted_year (Errand *self)
{
  JlLink *link = jl_window_get_link (self->window);

  return self->options->year > 0 ? self->options->year
                                 : jl_desk_latest_year (jl_link_get_desk (link));
}

static void
pictures_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) self = user_data;
  g_autoptr (GError) error = NULL;

  jl_picture_write_finish (result, &error);
  self->done (error ? error->message : NULL, self->user_data);
}

/* The unit of that code; without one the first city, so that every page has something to show. */
static int
find_unit (JlResult *units, const char *code)
{
  for (guint i = 0; i < jl_result_n_rows (units); i++)
    {
      if (code ? g_strcmp0 (jl_result_text (units, i, "code"), code) == 0
               : g_strcmp0 (jl_result_text (units, i, "grp"), "prefecture") == 0)
        return (int) jl_result_int (units, i, "unit_id", 0);
    }
  return 0;
}

static gpointer
units_work (JlSession *session, gpointer data, GError **error)
{
  static const JlStatement units = {
    "errand-units",
    "select unit_id, code, grp from jl_api.units($1::int) order by place_order",
    1,
  };
  g_autofree char  *year = g_strdup_printf ("%d", GPOINTER_TO_INT (data));
  const char *const params[] = { year };

  return jl_session_query (session, &units, params, error);
}

static void
go_to_unit (Errand *self, int unit_id)
{
  const JlOptions *options = self->options;

  if (options->pictures)
    jl_picture_write_async (self->window, (const char *const *) options->pictures, unit_id,
                            wanted_year (self), pictures_cb, self);
  else
    {
      jl_window_open (self->window, "city", unit_id, options->year);
      errand_free (self);
    }
}

static void
fail (Errand *errand, const char *failure)
{
  g_autoptr (Errand) self = errand;

  self->done (failure, self->user_data);
}

static void
units_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Errand *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) units = jl_pool_run_finish (JL_POOL (source), result, &error);
  int unit_id = units ? find_unit (units, self->options->unit) : 0;

  if (error)
    fail (self, error->message);
  else if (self->options->unit && unit_id == 0)
    fail (self, _ ("There is no unit of that code in that year."));
  else
    go_to_unit (self, unit_id);
}

static void
find_unit_and_go (Errand *self)
{
  JlPool *pool = jl_link_get_pool (jl_window_get_link (self->window));

  jl_pool_run_async (pool, JL_WORK_READ, units_work, GINT_TO_POINTER (wanted_year (self)), NULL,
                     (GDestroyNotify) jl_result_unref, NULL, units_cb, self);
}

void
jl_errand_run (JlWindow        *window,
               const JlOptions *options,
               gint64           started,
               JlErrandDone     done,
               gpointer         user_data)
{
  if (options->bench_start)
    jl_bench_start_watch (window, started);
  else if (options->pictures || options->unit)
    {
      Errand *self = g_new0 (Errand, 1);

      *self = (Errand){ g_object_ref (window), options, done, user_data };
      find_unit_and_go (self);
    }
  else if (options->year > 0)
    jl_window_open (window, "overview", 0, options->year);
}
