/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The lazy list. It begins with the first page's rows alone; when the ids are there, the rest of
 * the list appears behind them. A page is asked for when one of its places is looked at, the latest
 * first, two at a time. All of this happens on the thread that made the list; work under way knows
 * the list weakly, so that letting go of the list ends it at once. */

#include "jl-rows.h"

#include "jl-pages-private.h"
#include "jl-rows-private.h"

#define MAX_FETCHING 2

struct _JlRows
{
  GObject       parent_instance;
  JlPool       *pool;
  JlRowsQuery  *query;
  guint         page_size;
  GCancellable *cancellable;
  GArray       *ids; /* gint64, the whole order; before it is loaded that of the first page */
  gboolean      loaded;
  JlPages       pages;
  guint         n_fetching;
  guint         dispatch; /* source id */
};

/* A page on its way. */
typedef struct
{
  GWeakRef list;
  guint    index;
} Fetch;

enum
{
  PROP_LOADED = 1,
  N_PROPERTIES
};

enum
{
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint       signals[N_SIGNALS];

static void jl_rows_list_model_init (GListModelInterface *iface);

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (JlRows, jl_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, jl_rows_list_model_init))
/* clang-format on */

static void start_fetching (JlRows *self);

static void
report (JlRows *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static const gint64 *
ids_of_page (JlRows *self, const JlPage *page)
{
  return &g_array_index (self->ids, gint64, page->index * self->page_size);
}

static JlPage *
ensure_page (JlRows *self, guint index)
{
  guint start = index * self->page_size;

  return jl_pages_ensure (&self->pages, index, MIN (self->page_size, self->ids->len - start));
}

/* ---- fetching */

static Fetch *
fetch_new (JlRows *self, guint index)
{
  Fetch *fetch = g_new0 (Fetch, 1);

  g_weak_ref_init (&fetch->list, self);
  fetch->index = index;
  return fetch;
}

/* Returns the list if it is still there. (transfer full) */
static JlRows *
fetch_end (Fetch *fetch, guint *index)
{
  JlRows *self = g_weak_ref_get (&fetch->list);

  *index = fetch->index;
  g_weak_ref_clear (&fetch->list);
  g_free (fetch);
  return self;
}

static void
page_fetched_cb (GObject *pool, GAsyncResult *result, gpointer data)
{
  guint index;
  g_autoptr (JlRows) self = fetch_end (data, &index);
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) answer = jl_pool_run_finish (JL_POOL (pool), result, &error);
  JlPage *page = self != NULL ? jl_pages_find (&self->pages, index) : NULL;

  if (self == NULL)
    return;
  self->n_fetching--;
  if (page != NULL && answer != NULL)
    jl_pages_fill (&self->pages, page, answer, ids_of_page (self, page));
  else if (page != NULL)
    jl_pages_move (&self->pages, page, JL_PAGE_IDLE);
  if (error != NULL)
    report (self, error);
  start_fetching (self);
}

static void
fetch_page (JlRows *self, JlPage *page)
{
  JlRowsAsk *ask = jl_rows_ask_page (self->query, ids_of_page (self, page), page->n_rows);

  jl_pages_move (&self->pages, page, JL_PAGE_FETCHING);
  self->n_fetching++;
  jl_pool_run_async (self->pool, JL_WORK_READ, jl_rows_work_answer, ask,
                     (GDestroyNotify) jl_rows_ask_free, (GDestroyNotify) jl_result_unref,
                     self->cancellable, page_fetched_cb, fetch_new (self, page->index));
}

static gboolean
dispatch_cb (gpointer data)
{
  JlRows *self = data;
  JlPage *page;

  self->dispatch = 0;
  while (self->n_fetching < MAX_FETCHING && (page = jl_pages_next_wanted (&self->pages)) != NULL)
    fetch_page (self, page);
  return G_SOURCE_REMOVE;
}

/* A view asks for many places in one go: the pages are chosen when it has finished. */
static void
start_fetching (JlRows *self)
{
  if (self->dispatch == 0 && !g_queue_is_empty (&self->pages.waiting))
    self->dispatch = g_idle_add_full (G_PRIORITY_DEFAULT, dispatch_cb, self, NULL);
}

/* ---- the first page and the ids */

static void
set_loaded (JlRows *self)
{
  self->loaded = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
}

/* The length of the beginning that both have in common. */
static guint
count_common (const GArray *a, const GArray *b)
{
  guint n = 0;

  while (n < MIN (a->len, b->len) && g_array_index (a, gint64, n) == g_array_index (b, gint64, n))
    n++;
  return n;
}

/* Usually the ids begin with the first page and only add to it. If rows came or went between the
 * two questions, the list changes from the first place that is not the same. Takes ids. */
static void
take_ids (JlRows *self, GArray *ids)
{
  guint   shown = self->ids->len;
  guint   common = count_common (self->ids, ids);
  JlPage *first = jl_pages_find (&self->pages, 0);

  if (common < shown && first != NULL)
    jl_pages_forget (&self->pages, first);
  g_array_unref (self->ids);
  self->ids = ids;
  if (shown != common || ids->len != common)
    g_list_model_items_changed (G_LIST_MODEL (self), common, shown - common, ids->len - common);
  set_loaded (self);
}

static void
ids_fetched_cb (GObject *pool, GAsyncResult *result, gpointer data)
{
  guint index;
  g_autoptr (JlRows) self = fetch_end (data, &index);
  g_autoptr (GError) error = NULL;
  GArray *ids = jl_pool_run_finish (JL_POOL (pool), result, &error);

  if (self != NULL && ids != NULL)
    take_ids (self, ids);
  else if (self != NULL)
    report (self, error);
  else
    g_clear_pointer (&ids, g_array_unref);
}

static void
fetch_ids (JlRows *self)
{
  jl_pool_run_async (self->pool, JL_WORK_READ, jl_rows_work_ids, jl_rows_ask_ids (self->query),
                     (GDestroyNotify) jl_rows_ask_free, (GDestroyNotify) g_array_unref,
                     self->cancellable, ids_fetched_cb, fetch_new (self, 0));
}

static void
take_first_page (JlRows *self, JlResult *answer)
{
  guint   n = jl_result_n_rows (answer);
  JlPage *page;

  for (guint row = 0; row < n; row++)
    {
      gint64 id = jl_result_int (answer, row, "id", -1);

      g_array_append_val (self->ids, id);
    }
  if (n > 0)
    {
      page = ensure_page (self, 0);
      jl_pages_fill (&self->pages, page, answer, ids_of_page (self, page));
      g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, n);
    }
}

/* A first page that is not full is the whole list. */
static void
first_fetched_cb (GObject *pool, GAsyncResult *result, gpointer data)
{
  guint index;
  g_autoptr (JlRows) self = fetch_end (data, &index);
  g_autoptr (GError) error = NULL;
  g_autoptr (JlResult) answer = jl_pool_run_finish (JL_POOL (pool), result, &error);

  if (self == NULL)
    return;
  if (answer == NULL)
    {
      report (self, error);
      return;
    }
  take_first_page (self, answer);
  if (jl_result_n_rows (answer) < self->page_size)
    set_loaded (self);
  else
    fetch_ids (self);
}

static void
fetch_first (JlRows *self)
{
  JlRowsAsk *ask = jl_rows_ask_first (self->query, self->page_size);

  jl_pool_run_async (self->pool, JL_WORK_READ, jl_rows_work_answer, ask,
                     (GDestroyNotify) jl_rows_ask_free, (GDestroyNotify) jl_result_unref,
                     self->cancellable, first_fetched_cb, fetch_new (self, 0));
}

/* ---- GListModel */

static GType
jl_rows_get_item_type (GListModel *list)
{
  return JL_TYPE_RECORD;
}

static guint
jl_rows_get_n_items (GListModel *list)
{
  return JL_ROWS (list)->ids->len;
}

static gpointer
jl_rows_get_item (GListModel *list, guint position)
{
  JlRows   *self = JL_ROWS (list);
  JlPage   *page;
  JlRecord *record;

  if (position >= self->ids->len)
    return NULL;
  page = ensure_page (self, position / self->page_size);
  record = jl_page_get_record (page, position % self->page_size);
  jl_pages_touch (&self->pages, page);
  start_fetching (self);
  return record;
}

static void
jl_rows_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = jl_rows_get_item_type;
  iface->get_n_items = jl_rows_get_n_items;
  iface->get_item = jl_rows_get_item;
}

/* ---- life */

static void
jl_rows_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, JL_ROWS (object)->loaded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jl_rows_dispose (GObject *object)
{
  JlRows *self = JL_ROWS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->dispatch, g_source_remove);
  g_clear_object (&self->pool);
  G_OBJECT_CLASS (jl_rows_parent_class)->dispose (object);
}

static void
jl_rows_finalize (GObject *object)
{
  JlRows *self = JL_ROWS (object);

  jl_pages_clear (&self->pages);
  g_array_unref (self->ids);
  g_object_unref (self->cancellable);
  g_clear_pointer (&self->query, jl_rows_query_free);
  G_OBJECT_CLASS (jl_rows_parent_class)->finalize (object);
}

static void
jl_rows_class_init (JlRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = jl_rows_get_property;
  object_class->dispose = jl_rows_dispose;
  object_class->finalize = jl_rows_finalize;

  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[FAILED] = g_signal_new ("failed", JL_TYPE_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
jl_rows_init (JlRows *self)
{
  self->cancellable = g_cancellable_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  jl_pages_init (&self->pages);
}

/**
 * jl_rows_new:
 * @pool: where to ask
 * @query: (transfer full): what to ask
 * @page_size: rows a page; the first page has as many
 *
 * Returns: (transfer full): a list that is empty at first and fills by itself
 */
JlRows *
jl_rows_new (JlPool *pool, JlRowsQuery *query, guint page_size)
{
  JlRows *self = g_object_new (JL_TYPE_ROWS, NULL);

  self->pool = g_object_ref (pool);
  self->query = query;
  self->page_size = page_size;
  fetch_first (self);
  return self;
}

/**
 * jl_rows_is_loaded:
 * @self: a lazy list
 *
 * Returns: whether all ids are there, so that the list has its full length
 */
gboolean
jl_rows_is_loaded (JlRows *self)
{
  return self->loaded;
}

/**
 * jl_rows_find:
 * @self: a lazy list
 * @id: of a row
 *
 * Returns: its place among the ids that are there, or their number
 */
guint
jl_rows_find (JlRows *self, gint64 id)
{
  guint i = 0;

  while (i < self->ids->len && g_array_index (self->ids, gint64, i) != id)
    i++;
  return i;
}
