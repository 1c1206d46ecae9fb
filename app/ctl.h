/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What the commands of jiliangctl share: how one is described, how its words are read, how it reaches its database. */

#pragma once

#include "jl-session.h"

G_BEGIN_DECLS

/* Exit codes. */
enum
{
  CTL_DONE = 0,
  CTL_FAILED = 1,
  CTL_USAGE = 2,
};

/**
 * CtlCommand:
 * @name: the word after jiliangctl
 * @summary: one line of what it does
 * @run: gets its own words, argv[0] being its name; returns the exit code
 */
typedef struct
{
  const char *name;
  const char *summary;
  int (*run) (int argc, char **argv);
} CtlCommand;

extern const CtlCommand ctl_commands[]; /* ends with an empty one */

/**
 * CtlOptions:
 * @database: (nullable): libpq URI, key=value text, service name or practice database; %NULL: the practice database
 * @as: (nullable): official to connect as
 */
typedef struct
{
  char *database;
  char *as;
} CtlOptions;

void ctl_options_clear (CtlOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CtlOptions, ctl_options_clear)

/* Reads the words of a command: entries (nullable) are its own options; with options also --database and --as, which then fall
 * back on the environment. What remains in argv are its parameters: between min and max of them (max < 0: any number).
 * Returns FALSE after having said what is wrong: the command returns CTL_USAGE then. */
gboolean ctl_parse (int                *argc,
                    char             ***argv,
                    const char         *parameters,
                    const GOptionEntry *entries,
                    CtlOptions         *options,
                    int                 min,
                    int                 max);

/* Prints the error, if there is one by then, and gives the exit code: return ctl_finish (work (&error), &error). */
int ctl_finish (gboolean done, GError **error);

/* Whether the options name a database of the private server, and which; NULL for a central one. */
const char *ctl_private_database (const CtlOptions *options);

/* A session of the official that options name, or of another one. The practice database is made if it is not there;
 * a central one must be of this program's schema. */
JlSession *ctl_open (const CtlOptions *options, GError **error);
JlSession *ctl_open_as (const CtlOptions *options, const char *name, GError **error);
/* A session of whoever may change the schema: the private server's superuser, or the role that the options name. */
JlSession *ctl_open_owner (const CtlOptions *options, const char *database, GError **error);

/* A year in words of the command line; FALSE after having said what is wrong with it. */
gboolean ctl_parse_year (const char *text, int *year);
gboolean ctl_check_year (int year);

/* The commands, by file. */
int ctl_serve (int argc, char **argv);
int ctl_with_server (int argc, char **argv);
int ctl_server_setup (int argc, char **argv);
int ctl_migrate (int argc, char **argv);
int ctl_practice (int argc, char **argv);
int ctl_official (int argc, char **argv);
int ctl_import (int argc, char **argv);
int ctl_registers (int argc, char **argv);
int ctl_list (int argc, char **argv);
int ctl_export (int argc, char **argv);
int ctl_history (int argc, char **argv);
int ctl_dashboard (int argc, char **argv);
int ctl_assess (int argc, char **argv);
int ctl_circular (int argc, char **argv);
int ctl_findings (int argc, char **argv);
int ctl_bench (int argc, char **argv);

G_END_DECLS
