/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Who is signed in, where, and which years there are: asked once after connecting. */

#include "jl-store.h"

#include "jl-store-private.h"

static const JlStatement me = { "me", "select * from jl_api.me()", 0 };
static const JlStatement installation = { "installation", "select * from jl_api.installation()", 0 };
static const JlStatement officials = { "officials", "select * from jl_api.officials()", 0 };
static const JlStatement years = { "years", "select * from jl_api.years()", 0 };

/**
 * jl_desk_load:
 * @session: a session
 * @error: return location
 *
 * Returns: (transfer full): the desk, or %NULL
 */
JlDesk *
jl_desk_load (JlSession *session, GError **error)
{
  const JlStep       steps[] = { { &me }, { &installation }, { &officials }, { &years } };
  JlResult          *results[G_N_ELEMENTS (steps)];
  g_autofree JlDesk *self = NULL;

  if (!jl_store_read (session, steps, G_N_ELEMENTS (steps), results, error))
    return NULL;
  self = g_new0 (JlDesk, 1);
  self->me = results[0];
  self->installation = results[1];
  self->officials = results[2];
  self->years = results[3];
  return g_steal_pointer (&self);
}

void
jl_desk_free (JlDesk *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->me, jl_result_unref);
  g_clear_pointer (&self->installation, jl_result_unref);
  g_clear_pointer (&self->officials, jl_result_unref);
  g_clear_pointer (&self->years, jl_result_unref);
  g_free (self);
}

gboolean
jl_desk_is_practice (const JlDesk *self)
{
  return jl_result_n_rows (self->installation) == 0 ||
         g_strcmp0 (jl_result_text (self->installation, 0, "kind"), "official") != 0;
}

/**
 * jl_desk_latest_year:
 * @self: a desk
 *
 * Returns: the newest year with facts, or the newest year, or 0 in a database without years
 */
int
jl_desk_latest_year (const JlDesk *self)
{
  guint n = jl_result_n_rows (self->years);

  for (guint i = 0; i < n; i++)
    if (jl_result_bool (self->years, i, "has_facts"))
      return (int) jl_result_int (self->years, i, "year", 0);
  return n > 0 ? (int) jl_result_int (self->years, 0, "year", 0) : 0;
}
