/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-local.h"

static const CasenessField waiting_fields[] = {
  CASENESS_FIELD_TEXT (CasenessWaitingRow, stage),    CASENESS_FIELD_TEXT (CasenessWaitingRow, therapy),
  CASENESS_FIELD_TEXT (CasenessWaitingRow, step),     CASENESS_FIELD_TEXT (CasenessWaitingRow, locality),
  CASENESS_FIELD_TEXT (CasenessWaitingRow, team),     CASENESS_FIELD_TEXT (CasenessWaitingRow, staff),
  CASENESS_FIELD (CasenessWaitingRow, added),         CASENESS_FIELD (CasenessWaitingRow, removed),
};

static const CasenessField appointment_fields[] = {
  CASENESS_FIELD_TEXT (CasenessAppointmentRow, id),    CASENESS_FIELD_TEXT (CasenessAppointmentRow, therapy),
  CASENESS_FIELD_TEXT (CasenessAppointmentRow, staff), CASENESS_FIELD (CasenessAppointmentRow, date),
  CASENESS_FIELD (CasenessAppointmentRow, time),       CASENESS_FIELD (CasenessAppointmentRow, app_type),
};

const CasenessForm *
caseness_waiting_get_form (void)
{
  static const CasenessForm form = CASENESS_FORM (CasenessWaitingRow, waiting_fields);

  return &form;
}

const CasenessForm *
caseness_appointment_get_form (void)
{
  static const CasenessForm form = CASENESS_FORM (CasenessAppointmentRow, appointment_fields);

  return &form;
}

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
