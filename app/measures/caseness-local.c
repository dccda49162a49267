/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-local.h"

CasenessLocal *
caseness_local_new (void)
{
  CasenessLocal *local = g_new0 (CasenessLocal, 1);

  local->staff = g_array_new (FALSE, FALSE, sizeof (CasenessStaffRow));
  local->referrals = g_array_new (FALSE, FALSE, sizeof (CasenessLocalReferralRow));
  local->waiting = g_array_new (FALSE, FALSE, sizeof (CasenessWaitingRow));
  local->appointments = g_array_new (FALSE, FALSE, sizeof (CasenessAppointmentRow));
  local->population = g_array_new (FALSE, FALSE, sizeof (CasenessPopulationRow));
  return local;
}

void
caseness_local_free (CasenessLocal *local)
{
  if (local == NULL)
    return;
  g_array_unref (local->staff);
  g_array_unref (local->referrals);
  g_array_unref (local->waiting);
  g_array_unref (local->appointments);
  g_array_unref (local->population);
  g_free (local);
}
