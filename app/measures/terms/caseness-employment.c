/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-employment.h"

#include <string.h>

gboolean
caseness_employment_is_status (const char *status)
{
  if (strcmp (status, "ZZ") == 0)
    return TRUE;
  return strlen (status) == 2 && status[0] == '0' && status[1] >= '1' && status[1] <= '8';
}

const char *
caseness_employment_get_group (const char *status, const char *sick_absence)
{
  if (!caseness_employment_is_status (status) || strcmp (status, "ZZ") == 0)
    return CASENESS_EMPLOYMENT_UNKNOWN;
  if (strcmp (status, "01") != 0)
    return CASENESS_EMPLOYMENT_NOT_EMPLOYED;
  if (strcmp (sick_absence, "N") == 0)
    return CASENESS_EMPLOYMENT_IN_WORK;
  return strcmp (sick_absence, "Y") == 0 ? CASENESS_EMPLOYMENT_OFF_SICK : CASENESS_EMPLOYMENT_UNKNOWN;
}
