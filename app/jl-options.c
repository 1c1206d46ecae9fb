/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The words of the command line. */

#include "jl-options.h"

#include <glib/gi18n.h>
#include <stdio.h>

#define PICTURE_WIDTH 1440
#define PICTURE_HEIGHT 900

/* clang-format off */
static const GOptionEntry entries[] = {
  { "practice", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the practice database"), NULL },
  { "database", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Open a central server"), N_("URI|SERVICE") },
  { "as", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Sign in as this official"), N_("NAME") },
  { "picture", 0, 0, G_OPTION_ARG_STRING_ARRAY, NULL, N_("Write a page as picture and end (repeatable)"), N_("PAGE=FILE.png") },
  { "dark", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Use the dark style"), NULL },
  { "size", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Size of the window"), N_("WxH") },
  { "year", 0, 0, G_OPTION_ARG_INT, NULL, N_("Season to open"), N_("YEAR") },
  { "unit", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Unit to open, by its code"), N_("CODE") },
  { "bench-start", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the milliseconds to the first painted overview and end"), NULL },
  { NULL },
};
/* clang-format on */

void
jl_options_clear (JlOptions *self)
{
  g_free (self->as);
  g_free (self->database);
  g_strfreev (self->pictures);
  g_free (self->unit);
}

void
jl_options_add (GApplication *application)
{
  g_application_add_main_option_entries (application, entries);
}

static gboolean
read_size (JlOptions *self, const char *text)
{
  char rest;

  if (sscanf (text, "%dx%d%c", &self->width, &self->height, &rest) == 2 && self->width > 0 &&
      self->height > 0)
    return TRUE;
  g_printerr (_ ("jiliang: --size takes WIDTHxHEIGHT, such as 1440x900.\n"));
  return FALSE;
}

static gboolean
check_pictures (JlOptions *self)
{
  for (char **picture = self->pictures; picture && *picture; picture++)
    {
      const char *file = strchr (*picture, '=');

      if (file == NULL || file == *picture || file[1] == '\0')
        {
          g_printerr (
              _ ("jiliang: --picture takes PAGE=FILE.png, such as overview=overview.png.\n"));
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
jl_options_read (JlOptions *self, GVariantDict *words)
{
  g_autofree char *size = NULL;

  g_variant_dict_lookup (words, "practice", "b", &self->practice);
  g_variant_dict_lookup (words, "database", "s", &self->database);
  g_variant_dict_lookup (words, "as", "s", &self->as);
  g_variant_dict_lookup (words, "picture", "^as", &self->pictures);
  g_variant_dict_lookup (words, "dark", "b", &self->dark);
  g_variant_dict_lookup (words, "year", "i", &self->year);
  g_variant_dict_lookup (words, "unit", "s", &self->unit);
  g_variant_dict_lookup (words, "bench-start", "b", &self->bench_start);
  if (g_variant_dict_lookup (words, "size", "s", &size) && !read_size (self, size))
    return FALSE;
  if (self->width == 0 && jl_options_is_batch (self))
    {
      self->width = PICTURE_WIDTH;
      self->height = PICTURE_HEIGHT;
    }
  return check_pictures (self);
}

gboolean
jl_options_is_batch (const JlOptions *self)
{
  return self->pictures != NULL || self->bench_start;
}
