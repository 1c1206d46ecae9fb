/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* One row of an answer as an object. A placeholder has no answer until it is filled; both happen on
 * the main thread. */

#include "jl-result-private.h"

#include <gio/gio.h>

struct _JlRecord
{
  GObject   parent_instance;
  JlResult *result; /* NULL: still on its way, or gone */
  guint     row;
  gboolean  ready;
};

G_DEFINE_FINAL_TYPE (JlRecord, jl_record, G_TYPE_OBJECT)

enum
{
  PROP_READY = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
jl_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_READY:
      g_value_set_boolean (value, JL_RECORD (object)->ready);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jl_record_finalize (GObject *object)
{
  g_clear_pointer (&JL_RECORD (object)->result, jl_result_unref);
  G_OBJECT_CLASS (jl_record_parent_class)->finalize (object);
}

static void
jl_record_class_init (JlRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = jl_record_get_property;
  object_class->finalize = jl_record_finalize;

  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
jl_record_init (JlRecord *self)
{
}

static JlRecord *
record_new (JlResult *result, guint row)
{
  JlRecord *self = jl_record_new_placeholder ();

  g_return_val_if_fail (row < jl_result_n_rows (result), self);

  self->result = jl_result_ref (result);
  self->row = row;
  self->ready = TRUE;
  return self;
}

JlRecord *
jl_record_new_placeholder (void)
{
  return g_object_new (JL_TYPE_RECORD, NULL);
}

void
jl_record_fill (JlRecord *self, JlResult *result, guint row)
{
  g_return_if_fail (!self->ready);

  self->result = result != NULL ? jl_result_ref (result) : NULL;
  self->row = row;
  self->ready = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

JlResult *
jl_record_get_result (JlRecord *self)
{
  return self->result;
}

guint
jl_record_get_row (JlRecord *self)
{
  return self->row;
}

const char *
jl_record_text (JlRecord *self, const char *column)
{
  return self->result != NULL ? jl_result_text (self->result, self->row, column) : NULL;
}

gint64
jl_record_int (JlRecord *self, const char *column, gint64 fallback)
{
  if (self->result == NULL)
    return fallback;
  return jl_result_int (self->result, self->row, column, fallback);
}

gboolean
jl_record_is_ready (JlRecord *self)
{
  return self->ready;
}

/**
 * jl_result_as_list:
 * @self: an answer of a size to be shown whole
 *
 * Returns: (transfer full): a list with one #JlRecord a row; the same object at each visit
 */
GListModel *
jl_result_as_list (JlResult *self)
{
  guint       n = jl_result_n_rows (self);
  GListStore *list = g_list_store_new (JL_TYPE_RECORD);
  g_autoptr (GPtrArray) records = g_ptr_array_new_full (n, g_object_unref);

  for (guint row = 0; row < n; row++)
    g_ptr_array_add (records, record_new (self, row));
  g_list_store_splice (list, 0, 0, records->pdata, n);
  return G_LIST_MODEL (list);
}
