/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The calls of looking back. */

#include "jl-look-back.h"

static const JlStatement parts = { "look-back-parts", "select * from jl_api.look_back_parts($1::date)", 1 };
static const JlStatement make = { "look-back", "select jl_api.look_back($1::date, $2, $3::int)", 3 };

JlResult *
jl_look_back_parts (JlSession *session, const char *day, GError **error)
{
  const char *const params[] = { day };

  return jl_session_query (session, &parts, params, error);
}

gboolean
jl_look_back_make (JlSession *session, const char *day, const char *sum_table, int part, GError **error)
{
  g_autofree char  *number = g_strdup_printf ("%d", part);
  const char *const params[] = { day, sum_table, number };
  g_autoptr (JlResult) done = jl_session_query (session, &make, params, error);

  return done != NULL;
}

char *
jl_look_back_moment (const char *day)
{
  return g_strconcat (day, " 24:00 Asia/Shanghai", NULL);
}
