/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-staff-numbers.h"

#include "caseness-snapshot-private.h"

static void
add (GHashTable *numbers, guint32 staff)
{
  if (staff != 0 && !g_hash_table_contains (numbers, GUINT_TO_POINTER (staff)))
    g_hash_table_insert (numbers, GUINT_TO_POINTER (staff), GUINT_TO_POINTER (g_hash_table_size (numbers) + 1));
}

/* Neighbours are often the same. */
static void
add_column (GHashTable *numbers, const CasenessPacked *column)
{
  guint32 last = 0;
  guint i;

  for (i = 0; i < column->n; i++)
    {
      guint32 staff = (guint32) caseness_packed_get (column, i);

      if (staff != last)
        add (numbers, staff);
      last = staff;
    }
}

static void
add_lists (GHashTable *numbers, const CasenessSnapshot *snapshot)
{
  guint n, i;
  const CasenessStaffRow *staff = caseness_snapshot_get_staff (snapshot, &n);

  for (i = 0; i < n; i++)
    add (numbers, staff[i].key.id);
  for (i = 0; i < n; i++)
    add (numbers, staff[i].supervisor);
  add_column (numbers, caseness_rows_peek (snapshot->waiting.list, G_STRUCT_OFFSET (CasenessWaitingRow, staff)));
  add_column (numbers, caseness_rows_peek (snapshot->appointments.list, G_STRUCT_OFFSET (CasenessAppointmentRow, staff)));
}

GHashTable *
caseness_staff_numbers_new (const CasenessSnapshot *snapshot)
{
  GHashTable *numbers = g_hash_table_new (NULL, NULL);

  add_lists (numbers, snapshot);
  add_column (numbers, caseness_snapshot_peek_texts (snapshot, CASENESS_PATHWAY_CLINICIAN));
  add_column (numbers, caseness_snapshot_get_events (snapshot)->staff);
  return numbers;
}

guint
caseness_staff_numbers_find (const CasenessSnapshot *snapshot, const char *staff)
{
  guint32 number;

  g_return_val_if_fail (snapshot != NULL, 0);

  number = caseness_dictionary_find (caseness_snapshot_get_dictionary (snapshot), staff);
  return GPOINTER_TO_UINT (g_hash_table_lookup (caseness_snapshot_get_staff_numbers (snapshot),
                                                GUINT_TO_POINTER (number)));
}
