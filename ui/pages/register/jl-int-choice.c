/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* A GtkDropDown and the numbers behind its items. */

#include "jl-int-choice.h"

#include <string.h>

struct _JlIntChoice
{
  GtkWidget parent_instance;

  GArray      *ints;
  gboolean     quiet; /* while the program chooses */
  GtkDropDown *choice;
};

G_DEFINE_FINAL_TYPE (JlIntChoice, jl_int_choice, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
selected_cb (JlIntChoice *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
jl_int_choice_dispose (GObject *object)
{
  JlIntChoice *self = JL_INT_CHOICE (object);

  self->quiet = TRUE;
  if (self->choice)
    gtk_widget_unparent (GTK_WIDGET (self->choice));
  self->choice = NULL;
  G_OBJECT_CLASS (jl_int_choice_parent_class)->dispose (object);
}

static void
jl_int_choice_finalize (GObject *object)
{
  g_array_unref (JL_INT_CHOICE (object)->ints);
  G_OBJECT_CLASS (jl_int_choice_parent_class)->finalize (object);
}

static void
jl_int_choice_class_init (JlIntChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jl_int_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = jl_int_choice_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
jl_int_choice_init (JlIntChoice *self)
{
  self->ints = g_array_new (FALSE, FALSE, sizeof (int));
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_parent (GTK_WIDGET (self->choice), GTK_WIDGET (self));
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (selected_cb), self);
}

static gboolean
is_filled_so (JlIntChoice *self, const int *ints, const char *const *names)
{
  GListModel *model = gtk_drop_down_get_model (self->choice);
  guint       n = g_strv_length ((char **) names);

  if (model == NULL || self->ints->len != n || memcmp (self->ints->data, ints, n * sizeof *ints) != 0)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const char *name = gtk_string_list_get_string (GTK_STRING_LIST (model), i);

      if (!g_str_equal (name, names[i]))
        return FALSE;
    }
  return TRUE;
}

/**
 * jl_int_choice_fill:
 * @self: a choice
 * @ints: (array): as many as there are @names
 * @names: (array zero-terminated=1): what they are called
 *
 * What is there already stays: whoever chooses in the list may cause this, and GTK 4.8 does not survive that its rows go meanwhile.
 */
void
jl_int_choice_fill (JlIntChoice *self, const int *ints, const char *const *names)
{
  g_autoptr (GtkStringList) list = NULL;

  if (is_filled_so (self, ints, names))
    return;
  list = gtk_string_list_new (names);
  self->quiet = TRUE;
  g_array_set_size (self->ints, 0);
  g_array_append_vals (self->ints, ints, g_list_model_get_n_items (G_LIST_MODEL (list)));
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (list));
  self->quiet = FALSE;
}

guint
jl_int_choice_get_n (JlIntChoice *self)
{
  return self->ints->len;
}

int
jl_int_choice_get (JlIntChoice *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);

  return selected < self->ints->len ? g_array_index (self->ints, int, selected) : 0;
}

void
jl_int_choice_set (JlIntChoice *self, int number)
{
  guint i = 0;

  while (i < self->ints->len && g_array_index (self->ints, int, i) != number)
    i++;
  self->quiet = TRUE;
  gtk_drop_down_set_selected (self->choice, i < self->ints->len ? i : 0);
  self->quiet = FALSE;
}

const char *
jl_int_choice_get_name (JlIntChoice *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (self->choice);

  return item ? gtk_string_object_get_string (item) : NULL;
}

/* Says to screen readers what is chosen here. */
void
jl_int_choice_set_label (JlIntChoice *self, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
