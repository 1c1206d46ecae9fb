/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* An open database. Main thread only; what it hands out is immutable. */

#include "jl-link.h"

#include "jl-look-back.h"

struct _JlLink
{
  GObject parent_instance;

  JlPool *pool;
  JlDesk *desk;
  char   *known_on;
  char   *places_on;
};

enum
{
  VIEWPOINT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JlLink, jl_link, G_TYPE_OBJECT)

static void
jl_link_finalize (GObject *object)
{
  JlLink *self = JL_LINK (object);

  g_clear_object (&self->pool);
  g_clear_pointer (&self->desk, jl_desk_free);
  g_free (self->known_on);
  g_free (self->places_on);

  G_OBJECT_CLASS (jl_link_parent_class)->finalize (object);
}

static void
jl_link_class_init (JlLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jl_link_finalize;

  signals[VIEWPOINT_CHANGED] = g_signal_new ("viewpoint-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                             NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jl_link_init (JlLink *self)
{
}

/**
 * jl_link_new:
 * @pool: sessions of the signed-in official
 * @desk: (transfer full): what jl_desk_load() found there
 *
 * Returns: (transfer full): a link
 */
JlLink *
jl_link_new (JlPool *pool, JlDesk *desk)
{
  JlLink *self = g_object_new (JL_TYPE_LINK, NULL);

  self->pool = g_object_ref (pool);
  self->desk = desk;
  return self;
}

JlPool *
jl_link_get_pool (JlLink *self)
{
  return self->pool;
}

const JlDesk *
jl_link_get_desk (JlLink *self)
{
  return self->desk;
}

gboolean
jl_link_is_practice (JlLink *self)
{
  return jl_desk_is_practice (self->desk);
}

static const char *
me_text (JlLink *self, const char *column)
{
  const char *text = jl_result_n_rows (self->desk->me) > 0 ? jl_result_text (self->desk->me, 0, column) : NULL;

  return text != NULL ? text : "";
}

const char *
jl_link_get_duty (JlLink *self)
{
  return me_text (self, "duty");
}

const char *
jl_link_get_role (JlLink *self)
{
  return me_text (self, "role");
}

const char *
jl_link_get_display_name (JlLink *self)
{
  return me_text (self, "display_name");
}

int
jl_link_find_year (JlLink *self, int year)
{
  JlResult *years = self->desk->years;

  for (guint i = 0; i < jl_result_n_rows (years); i++)
    if (jl_result_int (years, i, "year", 0) == year)
      return (int) i;
  return -1;
}

void
jl_link_set_viewpoint (JlLink *self, const char *known_on, const char *places_on)
{
  g_autofree char *known_at = known_on ? jl_look_back_moment (known_on) : NULL;
  g_autofree char *was_known_on = g_steal_pointer (&self->known_on);
  g_autofree char *were_places_on = g_steal_pointer (&self->places_on);

  self->known_on = g_strdup (known_on);
  self->places_on = g_strdup (places_on);
  jl_pool_set_viewpoint (self->pool, known_at, places_on);
  if (g_strcmp0 (known_on, was_known_on) != 0 || g_strcmp0 (places_on, were_places_on) != 0)
    g_signal_emit (self, signals[VIEWPOINT_CHANGED], 0);
}

const char *
jl_link_get_known_on (JlLink *self)
{
  return self->known_on;
}

const char *
jl_link_get_places_on (JlLink *self)
{
  return self->places_on;
}
