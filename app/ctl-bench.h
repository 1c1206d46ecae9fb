/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What the parts of jiliangctl bench share: jobs timed in turns, and a line of the report. */

#pragma once

#include "jl-session.h"

G_BEGIN_DECLS

/* What is timed; it leaves nothing behind that makes its next run cheaper or dearer. */
typedef gboolean (*BenchJob) (JlSession *session, gpointer data, GError **error);

/**
 * BenchTimed:
 * @session: where the job runs
 * @prepare: (nullable): done before each run, untimed
 * @job: what is timed
 * @finish: (nullable): done after each run, untimed
 * @data: for the three of them
 * @ms: (out): the median in milliseconds
 */
typedef struct
{
  JlSession *session;
  BenchJob   prepare;
  BenchJob   job;
  BenchJob   finish;
  gpointer   data;
  double     ms;
} BenchTimed;

/* A job that needs nothing before it and leaves nothing behind. */
BenchTimed bench_timed (JlSession *session, BenchJob job, gpointer data);

/* Times the jobs in turns, so that what else the machine does falls on all of them alike; the first turn only warms up. */
gboolean bench_time (BenchTimed *jobs, guint n_jobs, guint turns, GError **error);

/* Prints a line; goal 0: it has none. A missed goal is printed, not an error. */
void bench_report (const char *what, double value, const char *unit, double goal);

/* First page, sorted ids and any page of lists of a year, as an official reads them. */
gboolean bench_lists (JlSession *user, int year, GError **error);

/* Rows of a practice season as COPY takes them, and what a load of them costs. fill_s: how long it took to make the practice data,
 * all fill_rows of them; 0: they were there. */
gboolean bench_load (JlSession *owner, int year, double fill_s, double fill_rows, GError **error);

/* The start of the window and its memory. Without a display it says so and is left out. */
gboolean bench_window (GError **error);

G_END_DECLS
