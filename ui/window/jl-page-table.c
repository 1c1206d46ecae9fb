/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The pages that exist. */

#include "jl-page-table.h"

#include <glib/gi18n.h>

const JlPageKind jl_page_kinds[] = {
  { NULL },
};

const JlPageKind *
jl_page_kind_find (const char *name)
{
  for (const JlPageKind *kind = jl_page_kinds; kind->name; kind++)
    {
      if (g_str_equal (kind->name, name))
        return kind;
    }
  return NULL;
}
