/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-turning.h"

#include "caseness-snapshot-private.h"

struct _CasenessTurning
{
  gatomicrefcount refs;
  CasenessSnapshot *base;   /* owned */
  CasenessRecords *records; /* owned; their dictionary is the base's */
  CasenessDate known_until;
};

CasenessTurning *
caseness_turning_new (CasenessStore *store, CasenessDate known_until, GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessSnapshot) base = NULL;
  CasenessRecords *records = NULL;
  CasenessTurning *turning;
  CasenessSwitches switches;

  g_return_val_if_fail (store != NULL, NULL);
  caseness_switches_init (&switches);
  switches.known_until = known_until;
  base = caseness_snapshot_load_keeping (store, &switches, &records, cancellable, error);
  if (base == NULL)
    return NULL;
  turning = g_new0 (CasenessTurning, 1);
  g_atomic_ref_count_init (&turning->refs);
  turning->base = g_steal_pointer (&base);
  turning->records = records;
  turning->known_until = known_until;
  return turning;
}

CasenessTurning *
caseness_turning_ref (CasenessTurning *turning)
{
  g_return_val_if_fail (turning != NULL, NULL);
  g_atomic_ref_count_inc (&turning->refs);
  return turning;
}

void
caseness_turning_unref (CasenessTurning *turning)
{
  if (turning == NULL || !g_atomic_ref_count_dec (&turning->refs))
    return;
  caseness_snapshot_unref (turning->base);
  caseness_records_free (turning->records);
  g_free (turning);
}

CasenessSnapshot *
caseness_turning_get_base (const CasenessTurning *turning)
{
  g_return_val_if_fail (turning != NULL, NULL);
  return turning->base;
}

/* No month ends after the last, so that knowing until then is knowing all. */
static gboolean
knows_the_same (const CasenessTurning *turning, CasenessDate known_until)
{
  CasenessDate last = caseness_snapshot_get_latest_period_end (turning->base);

  return known_until == turning->known_until
         || (turning->known_until == CASENESS_DATE_NONE && known_until != CASENESS_DATE_NONE && known_until >= last);
}

gboolean
caseness_turning_holds (const CasenessTurning *turning, const CasenessSwitches *switches)
{
  g_return_val_if_fail (turning != NULL && switches != NULL, FALSE);
  return !switches->person_key_is_local && knows_the_same (turning, switches->known_until);
}

CasenessSnapshot *
caseness_turning_run (const CasenessTurning *turning, CasenessStore *store, const CasenessSwitches *switches,
                      GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (turning != NULL && store != NULL && switches != NULL, NULL);
  if (!caseness_turning_holds (turning, switches))
    return caseness_snapshot_load_with (store, switches, cancellable, error);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return caseness_snapshot_turn (turning->base, turning->records, switches);
}
