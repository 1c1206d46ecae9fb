/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* Words as data. Both tables are read once, under a lock, and never change: any thread may look things up. A fault in them is
 * a fault of the program, found by the first test that reads them. */

#include "jl-phrases.h"

#include <gio/gio.h>
#include <string.h>

#include "jl-document-resources.h"

#define FOLDER "/org/jiliang/document/templates/"
#define DIGIT 3 /* bytes of a Hanzi */

static const struct
{
  const char *word;
  JlValueKind kind;
} kinds[] = {
  { "count", JL_VALUE_COUNT },
  { "days", JL_VALUE_DAYS },
  { "score", JL_VALUE_SCORE },
  { "rank", JL_VALUE_RANK },
  { "year", JL_VALUE_YEAR },
  { "area", JL_VALUE_AREA },
  { "share", JL_VALUE_SHARE },
  { "change", JL_VALUE_CHANGE },
  { "day", JL_VALUE_DAY },
  { "words", JL_VALUE_WORDS },
  { "trend", JL_VALUE_TREND },
  { "list", JL_VALUE_LIST },
  { "reason", JL_VALUE_REASON },
};

char *
jl_template_text (const char *file)
{
  g_autofree char *path = g_strconcat (FOLDER, file, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (jl_document_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* ---- phrases */

static void
add_phrases_of (GKeyFile *file, const char *group, GHashTable *table)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  for (char **key = keys; *key != NULL; key++)
    g_hash_table_insert (table, g_strdup_printf ("%s.%s", group, *key), g_key_file_get_string (file, group, *key, NULL));
}

static GHashTable *
read_phrases (void)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = jl_template_text ("phrases.ini");
  g_auto (GStrv) groups = NULL;

  if (!g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL))
    g_critical ("phrases.ini cannot be read");
  groups = g_key_file_get_groups (file, NULL);
  for (char **group = groups; *group != NULL; group++)
    add_phrases_of (file, *group, table);
  return table;
}

const char *
jl_phrase (const char *group, const char *key)
{
  static GHashTable *table = NULL;
  g_autofree char   *name = g_strdup_printf ("%s.%s", group, key);
  const char        *phrase;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, read_phrases ());
  phrase = g_hash_table_lookup (table, name);
  if (phrase == NULL)
    g_critical ("no phrase %s", name);
  return phrase != NULL ? phrase : "";
}

char *
jl_phrase_fill (const char *group, const char *key, const char *hole, ...)
{
  g_autoptr (GString) text = g_string_new (jl_phrase (group, key));
  va_list pairs;

  va_start (pairs, hole);
  for (const char *name = hole; name != NULL; name = va_arg (pairs, const char *))
    {
      g_autofree char *mark = g_strdup_printf ("{%s}", name);

      g_string_replace (text, mark, va_arg (pairs, const char *), 0);
    }
  va_end (pairs);
  return g_strdup (text->str);
}

char *
jl_phrase_ordinal (guint n)
{
  const char *digits = jl_phrase ("count", "digits");
  GString    *text = g_string_new (NULL);

  if (n >= 20)
    g_string_append_len (text, digits + (n / 10 - 1) * DIGIT, DIGIT);
  if (n >= 10)
    g_string_append (text, jl_phrase ("count", "ten"));
  if (n % 10 > 0)
    g_string_append_len (text, digits + (n % 10 - 1) * DIGIT, DIGIT);
  return g_string_free (text, FALSE);
}

/* ---- names */

static JlValueKind
kind_of (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].word, word))
      return kinds[i].kind;
  g_critical ("names.txt: no kind %s", word);
  return JL_VALUE_WORDS;
}

/* name, kind, need, label, parted by blanks. */
static void
add_name (GHashTable *table, char *line)
{
  char   *fields[4], *rest = line;
  JlName *name;

  for (int i = 0; i < 4; i++)
    {
      gsize length = i < 3 ? strcspn (rest, " ") : strlen (rest);

      fields[i] = rest;
      rest += length;
      while (*rest == ' ')
        *rest++ = '\0';
    }
  name = g_new0 (JlName, 1);
  name->name = g_strdup (fields[0]);
  name->kind = kind_of (fields[1]);
  name->must = g_str_equal (fields[2], "must");
  name->silent = g_str_equal (fields[2], "none");
  name->label = g_strdup (fields[3]);
  g_hash_table_insert (table, name->name, name);
}

static GHashTable *
read_names (void)
{
  GHashTable      *table = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *text = jl_template_text ("names.txt");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0' && **line != '#')
      add_name (table, *line);
  return table;
}

const JlName *
jl_name_find (const char *name)
{
  static GHashTable *table = NULL;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, read_names ());
  return g_hash_table_lookup (table, name);
}
