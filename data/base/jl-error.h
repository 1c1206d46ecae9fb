/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* The one error domain of the data rooms: codes say what the person at the screen can do about it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define JL_ERROR (jl_error_quark ())

/**
 * JlError:
 * @JL_ERROR_CONNECTION: the server cannot be reached or the line was lost: check it and try again
 * @JL_ERROR_AUTH: the server refused the sign-in: check name and password
 * @JL_ERROR_PERMISSION: this official's duty does not allow it: ask who may
 * @JL_ERROR_CONFLICT: another changed or locked it first: look again
 * @JL_ERROR_INVALID: what was given breaks a rule of the data: correct it
 * @JL_ERROR_FROZEN: the year is frozen: issue a correction instead
 * @JL_ERROR_STATE: not possible at this step: the message names the step that is missing
 * @JL_ERROR_SCHEMA: program and database do not fit: migrate or update
 * @JL_ERROR_TIMEOUT: it took too long
 * @JL_ERROR_NOT_FOUND: there is no such place, rule, year or file
 * @JL_ERROR_FAILED: anything else: report it
 *
 * Cancelled work carries %G_IO_ERROR_CANCELLED and is never shown.
 */
typedef enum
{
  JL_ERROR_CONNECTION,
  JL_ERROR_AUTH,
  JL_ERROR_PERMISSION,
  JL_ERROR_CONFLICT,
  JL_ERROR_INVALID,
  JL_ERROR_FROZEN,
  JL_ERROR_STATE,
  JL_ERROR_SCHEMA,
  JL_ERROR_TIMEOUT,
  JL_ERROR_NOT_FOUND,
  JL_ERROR_FAILED,
} JlError;

GQuark jl_error_quark (void);

G_END_DECLS
