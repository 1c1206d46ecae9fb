/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The listening thread sleeps in poll() on its session's socket and on a pipe that wakes it when the pool is closed: an idle database
 * costs nothing. A lost line is opened again with growing pauses; since nobody knows what was told meanwhile, the owner then hears
 * that anything may have been changed. A refused sign-in ends listening, as asking again and again might lock the official out. */

#define G_LOG_DOMAIN "jl-db"

#include "jl-listener-private.h"

#include <glib-unix.h>
#include <unistd.h>

#include "jl-session-private.h"

#define FIRST_PAUSE_MS 500
#define LONGEST_PAUSE_MS 30000

struct _JlListener
{
  gatomicrefcount refs; /* the pool's and the thread's, and one for each word on its way */
  JlShared       *shared;
  GWeakRef        owner;
  GMainContext   *context;
  JlListenerTold  told;
  gint            stopped; /* atomic */
  int             wake[2];
};

/* Some words on their way to the owner. */
typedef struct
{
  JlListener *listener;
  GHashTable *tables; /* name → whether only the pool's own sessions changed it */
} Telling;

static void
listener_unref (JlListener *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  close (self->wake[0]);
  close (self->wake[1]);
  g_weak_ref_clear (&self->owner);
  g_main_context_unref (self->context);
  jl_shared_unref (self->shared);
  g_free (self);
}

static void
telling_free (gpointer data)
{
  Telling *telling = data;

  g_hash_table_unref (telling->tables);
  listener_unref (telling->listener);
  g_free (telling);
}

static gboolean
tell_cb (gpointer data)
{
  Telling       *telling = data;
  JlListener    *self = telling->listener;
  GHashTableIter iter;
  gpointer       table, own;
  g_autoptr (GObject) owner = g_weak_ref_get (&self->owner);

  g_hash_table_iter_init (&iter, telling->tables);
  while (owner != NULL && !g_atomic_int_get (&self->stopped) && g_hash_table_iter_next (&iter, &table, &own))
    self->told (owner, table, GPOINTER_TO_INT (own));
  return G_SOURCE_REMOVE;
}

/* Takes tables. */
static void
tell (JlListener *self, GHashTable *tables)
{
  Telling *telling = g_new0 (Telling, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  g_atomic_ref_count_inc (&self->refs);
  *telling = (Telling){ self, tables };
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "jl-listener");
  g_source_set_callback (source, tell_cb, telling, telling_free);
  g_source_attach (source, self->context);
}

static GHashTable *
tables_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
tell_anything (JlListener *self)
{
  GHashTable *tables = tables_new ();

  g_hash_table_insert (tables, g_strdup (""), GINT_TO_POINTER (FALSE));
  tell (self, tables);
}

static void
told_clear (gpointer told)
{
  g_free (((JlTold *) told)->word);
}

/* What came in one go names each table once; somebody else's change outweighs one's own. */
static GHashTable *
sum_up (JlListener *self, const GArray *told)
{
  GHashTable *tables = tables_new ();

  for (guint i = 0; i < told->len; i++)
    {
      const JlTold *one = &g_array_index (told, JlTold, i);
      gboolean      own = jl_shared_owns (self->shared, one->backend);
      gpointer      before;

      if (g_hash_table_lookup_extended (tables, one->word, NULL, &before))
        own = own && GPOINTER_TO_INT (before);
      g_hash_table_insert (tables, g_strdup (one->word), GINT_TO_POINTER (own));
    }
  return tables;
}

/* Until the line is lost or the pool closed. */
static void
listen_on (JlListener *self, JlSession *session)
{
  gboolean alive = TRUE;

  while (alive && !g_atomic_int_get (&self->stopped))
    {
      g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (JlTold));

      g_array_set_clear_func (told, told_clear);
      alive = jl_session_wait_told (session, self->wake[0], told);
      if (told->len > 0)
        tell (self, sum_up (self, told));
    }
}

static JlSession *
open_listening (JlListener *self, GError **error)
{
  g_autoptr (JlSession) session =
      jl_session_open (self->shared->conninfo, self->shared->user, self->shared->password, error);

  if (session == NULL || !jl_session_run_script (session, "listen jl_changed", error))
    return NULL;
  return g_steal_pointer (&session);
}

static void
pause_for (JlListener *self, int ms)
{
  GPollFD fd = { self->wake[0], G_IO_IN, 0 };

  g_poll (&fd, 1, ms);
}

static gpointer
listener_loop (gpointer data)
{
  JlListener *self = data;
  int         pause = FIRST_PAUSE_MS;
  gboolean    again = FALSE;

  while (!g_atomic_int_get (&self->stopped))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JlSession) session = open_listening (self, &error);

      if (g_error_matches (error, JL_ERROR, JL_ERROR_AUTH))
        break;
      if (session != NULL)
        {
          if (again)
            tell_anything (self);
          pause = FIRST_PAUSE_MS;
          listen_on (self, session);
        }
      again = TRUE;
      pause_for (self, pause);
      pause = MIN (2 * pause, LONGEST_PAUSE_MS);
    }
  listener_unref (self);
  return NULL;
}

JlListener *
jl_listener_start (JlShared *shared, GObject *owner, JlListenerTold told)
{
  JlListener *self = g_new0 (JlListener, 1);

  g_atomic_ref_count_init (&self->refs);
  g_atomic_ref_count_inc (&self->refs);
  g_atomic_ref_count_inc (&shared->refs);
  self->shared = shared;
  g_weak_ref_init (&self->owner, owner);
  self->context = g_main_context_ref_thread_default ();
  self->told = told;
  if (!g_unix_open_pipe (self->wake, FD_CLOEXEC, NULL))
    self->wake[0] = self->wake[1] = -1;
  g_thread_unref (g_thread_new ("jl-listener", listener_loop, self));
  return self;
}

/* The pipe is never emptied: once stopped, nothing sleeps any more. */
void
jl_listener_stop (JlListener *self)
{
  g_atomic_int_set (&self->stopped, TRUE);
  if (write (self->wake[1], "", 1) < 0)
    g_debug ("Cannot wake the listener");
  listener_unref (self);
}
