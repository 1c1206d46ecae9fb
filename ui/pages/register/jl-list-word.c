/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* "metered_area", "clause:new_projects", "id:123", "parent:123". */

#include "jl-list-word.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "jl-words.h"

#define ONE_RECORD "id:"
#define OF_PARENT "parent:"

static gint64
number_after (const char *word, const char *prefix)
{
  return g_str_has_prefix (word, prefix) ? g_ascii_strtoll (word + strlen (prefix), NULL, 10) : 0;
}

gboolean
jl_list_word_names_records (const char *word)
{
  return g_str_has_prefix (word, ONE_RECORD) || g_str_has_prefix (word, OF_PARENT);
}

gint64
jl_list_word_get_parent (const char *word)
{
  return number_after (word, OF_PARENT);
}

/**
 * jl_list_word_is_known:
 * @reg: a register
 * @word: a word
 *
 * Returns: whether the word narrows the list of the register
 */
gboolean
jl_list_word_is_known (const JlRegister *reg, const char *word)
{
  g_autoptr (JlRegisterFilter) probe = NULL;

  if (jl_list_word_names_records (word))
    return TRUE;
  probe = jl_register_filter_new (reg);
  return *word && jl_register_filter_set_behind (probe, word);
}

const char *
jl_list_word_say (const JlRegister *reg, const char *word)
{
  const JlRegister *parent = reg->parent ? jl_register_find (reg->parent) : NULL;

  if (g_str_has_prefix (word, OF_PARENT) && parent)
    return _ (parent->title);
  if (jl_list_word_names_records (word))
    return _ ("One record");
  return strchr (word, ':') ? _ ("Behind the figure") : jl_indicator_word (word);
}

void
jl_list_word_apply (const char *word, JlRegisterFilter *filter)
{
  if (g_str_has_prefix (word, ONE_RECORD))
    jl_register_filter_set_id (filter, number_after (word, ONE_RECORD));
  else if (g_str_has_prefix (word, OF_PARENT))
    jl_register_filter_set_parent (filter, number_after (word, OF_PARENT));
  else if (*word)
    jl_register_filter_set_behind (filter, word);
}
