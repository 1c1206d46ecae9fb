/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

#include "jl-pdf-reading.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *
output_of (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int   status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

static void
word_free (JlPdfWord *word)
{
  g_free (word->text);
  g_free (word);
}

static double
attribute (const char *line, const char *name)
{
  const char *at = strstr (line, name);

  g_assert_nonnull (at);
  return g_ascii_strtod (at + strlen (name) + 2, NULL);
}

static JlPdfWord *
parse_word (const char *line, guint page)
{
  JlPdfWord  *word = g_new0 (JlPdfWord, 1);
  const char *start = strchr (line, '>') + 1;

  word->page = page;
  word->x0 = attribute (line, "xMin");
  word->x1 = attribute (line, "xMax");
  word->y0 = attribute (line, "yMin");
  word->y1 = attribute (line, "yMax");
  word->text = g_strndup (start, (gsize) (strstr (start, "</word>") - start));
  return word;
}

GPtrArray *
jl_pdf_words (const char *path)
{
  const char      *argv[] = { "pdftotext", "-bbox", path, "-", NULL };
  g_autofree char *output = output_of (argv);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) word_free);
  guint      page = 0;

  for (char **line = lines; *line != NULL; line++)
    {
      if (strstr (*line, "<page ") != NULL)
        page++;
      if (strstr (*line, "<word ") != NULL)
        g_ptr_array_add (words, parse_word (*line, page));
    }
  return words;
}

const JlPdfWord *
jl_pdf_find (GPtrArray *words, guint page, const char *prefix)
{
  for (guint i = 0; i < words->len; i++)
    {
      const JlPdfWord *word = g_ptr_array_index (words, i);

      if (word->page == page && g_str_has_prefix (word->text, prefix))
        return word;
    }
  return NULL;
}

char *
jl_pdf_text (const char *path, guint page)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  const char      *one[] = { "pdftotext", "-raw", "-f", number, "-l", number, path, "-", NULL };
  const char      *all[] = { "pdftotext", "-raw", path, "-", NULL };
  char            *text = output_of (page == 0 ? all : one), *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (!g_ascii_isspace (*from))
      *to++ = *from;
  *to = '\0';
  return text;
}

char *
jl_pdf_ask (const char *program, const char *option, const char *path)
{
  const char *with[] = { program, option, path, NULL };
  const char *without[] = { program, path, NULL };

  return output_of (option != NULL ? with : without);
}

guint
jl_pdf_n_pages (const char *path)
{
  g_autofree char *info = jl_pdf_ask ("pdfinfo", NULL, path);

  return (guint) strtoul (strstr (info, "Pages:") + strlen ("Pages:"), NULL, 10);
}
