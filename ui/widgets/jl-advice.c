/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Jiliang authors */

/* What the person at the screen can do about an error. */

#include "jl-advice.h"

#include <glib/gi18n.h>

#include "jl-error.h"

const char *
jl_advice_for (const GError *error)
{
  if (error->domain != JL_ERROR)
    return "";
  switch ((JlError) error->code)
    {
    case JL_ERROR_CONNECTION:
      return _ ("The database cannot be reached. Check the network and try again.");
    case JL_ERROR_AUTH:
      return _ ("The database refused the sign-in. Check user name and password.");
    case JL_ERROR_PERMISSION:
      return _ ("Your duty does not allow this. Ask the office in charge.");
    case JL_ERROR_CONFLICT:
      return _ ("Somebody else changed this first. Look at the new state and try again.");
    case JL_ERROR_INVALID:
      return _ ("The figures break a rule. See the details and correct them.");
    case JL_ERROR_FROZEN:
      return _ ("The year is frozen and cannot be changed. Issue a correction instead.");
    case JL_ERROR_STATE:
      return _ ("This is not possible at the present step. See the details.");
    case JL_ERROR_SCHEMA:
      return _ ("Program and database do not fit. See the details for what to update.");
    case JL_ERROR_TIMEOUT:
      return _ ("The database took too long. Try again in a moment.");
    case JL_ERROR_NOT_FOUND:
      return _ ("What was asked for does not exist. See the details.");
    case JL_ERROR_FAILED:
      break;
    }
  return _ ("See the details and report them to the administrator.");
}
