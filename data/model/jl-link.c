/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* An open database. Main thread only; what it hands out is immutable. */

#include "jl-link.h"

struct _JlLink
{
  GObject parent_instance;

  JlPool *pool;
  JlDesk *desk;
};

G_DEFINE_FINAL_TYPE (JlLink, jl_link, G_TYPE_OBJECT)

static void
jl_link_finalize (GObject *object)
{
  JlLink *self = JL_LINK (object);

  g_clear_object (&self->pool);
  g_clear_pointer (&self->desk, jl_desk_free);

  G_OBJECT_CLASS (jl_link_parent_class)->finalize (object);
}

static void
jl_link_class_init (JlLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jl_link_finalize;
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
