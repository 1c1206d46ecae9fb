/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The window's part of the bench: start to the first painted dashboard and peak memory, measured on the spawned program. */

#include "ctl-bench.h"
#include "ctl.h"

#include "jl-error.h"
#include "jl-reach.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>

#define STARTS 7

typedef struct
{
  double ms;
  double peak_mb;
} Start;

/* One start on the display of this process. The child prints the milliseconds to its first painted dashboard. */
static gboolean
start_once (const char *program, Start *start, GError **error)
{
  g_autofree char *t0 = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  char            *argv[] = { (char *) program, (char *) "--practice", (char *) "--bench-start", NULL };
  g_auto (GStrv) env = g_environ_setenv (g_get_environ (), "JILIANG_T0_US", t0, TRUE);
  g_autofree char *line = NULL;
  struct rusage    usage;
  GPid             pid;
  int              out, status;
  GIOChannel      *channel;

  if (!g_spawn_async_with_pipes (NULL, argv, env, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, &out, NULL, error))
    return FALSE;
  channel = g_io_channel_unix_new (out);
  g_io_channel_set_close_on_unref (channel, TRUE);
  g_io_channel_read_line (channel, &line, NULL, NULL, NULL);
  g_io_channel_unref (channel);
  if (wait4 (pid, &status, 0, &usage) != pid || status != 0 || line == NULL)
    {
      g_set_error (error, JL_ERROR, JL_ERROR_FAILED, _ ("%s did not paint a dashboard."), program);
      return FALSE;
    }
  start->ms = g_ascii_strtod (line, NULL);
  start->peak_mb = (double) usage.ru_maxrss / 1024.0;
  return TRUE;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  double x = ((const Start *) a)->ms;
  double y = ((const Start *) b)->ms;

  return (x > y) - (x < y);
}

gboolean
bench_window (GError **error)
{
  g_autofree char *program = jl_reach_sibling ("jiliang");
  Start            starts[STARTS];

  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL)
    {
      g_print ("\n%s\n", _ ("No display: the window's start was not measured."));
      return TRUE;
    }
  for (guint i = 0; i < STARTS; i++)
    if (!start_once (program, &starts[i], error))
      return FALSE;
  qsort (starts, STARTS, sizeof *starts, compare_starts);
  g_print ("\nwindow, warm\n");
  bench_report ("start to first painted dashboard", starts[STARTS / 2].ms, "ms", 400);
  bench_report ("peak memory", starts[STARTS / 2].peak_mb, "MB", 150);
  return TRUE;
}
