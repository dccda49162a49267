/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-derive-private.h"

#include "caseness-complaint.h"

#include <string.h>

/* What may come of any pathway, whatever was sent. */
static const char *const fixed_names[] = {
  CASENESS_THERAPY_INTERNET,
  CASENESS_STEP_LOW,
  CASENESS_STEP_HIGH,
  CASENESS_STEP_BOTH,
  CASENESS_INTERPRETER_NEEDED,
  CASENESS_INTERPRETER_NOT_NEEDED,
  CASENESS_EMPLOYMENT_IN_WORK,
  CASENESS_EMPLOYMENT_OFF_SICK,
  CASENESS_EMPLOYMENT_NOT_EMPLOYED,
  CASENESS_EMPLOYMENT_UNKNOWN,
};

/* Trimmed, in capitals, and "99" for the short form of "not known" (rulings 63). */
static char *
write_ethnicity (const char *sent)
{
  g_autofree char *code = g_ascii_strup (sent, -1);

  g_strstrip (code);
  return g_strdup (strcmp (code, "9") == 0 ? "99" : code);
}

/* "IET" and the programme as sent (rulings 36). */
static char *
write_programme (const char *sent)
{
  return g_strchomp (g_strconcat (CASENESS_THERAPY_INTERNET " ", sent, NULL));
}

static const char *
get_text (const CasenessRecords *records, guint32 number)
{
  return caseness_dictionary_get (records->dictionary, number);
}

guint32
caseness_deriver_validate_ethnicity (const CasenessRecords *records, guint32 number)
{
  g_autofree char *code = number != 0 ? write_ethnicity (get_text (records, number)) : NULL;

  return caseness_dictionary_find (records->dictionary, code);
}

guint32
caseness_deriver_name_programme (const CasenessRecords *records, guint32 programme)
{
  g_autofree char *name = write_programme (get_text (records, programme));

  return caseness_dictionary_find (records->dictionary, name);
}

/* Adds what @write makes of a number that was not seen before. */
static void
add_once (CasenessRecords *records, GHashTable *seen, guint32 number, char *(*write) (const char *sent))
{
  g_autofree char *text = NULL;

  if (number == 0 || !g_hash_table_add (seen, GUINT_TO_POINTER (number)))
    return;
  text = write (get_text (records, number));
  caseness_dictionary_add (records->dictionary, text);
}

static void
add_complaints (CasenessRecords *records)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint i;

  caseness_dictionary_add (records->dictionary, CASENESS_DESCRIPTOR_INVALID);
  for (i = 0; i < records->complaints->len; i++)
    {
      const CasenessComplaintRow *complaint = CASENESS_ROW (records->complaints, CasenessComplaintRow, i);
      guint64 key = (guint64) complaint->code << 8 | (complaint->scheme & 0xff);
      g_autofree char *code = NULL;

      if (complaint->code == 0 || !g_hash_table_add (seen, GSIZE_TO_POINTER (key)))
        continue;
      code = caseness_complaint_validate (complaint->scheme, get_text (records, complaint->code));
      caseness_dictionary_add (records->dictionary, code);
    }
}

void
caseness_deriver_prepare (CasenessRecords *records)
{
  g_autoptr(GHashTable) ethnicities = g_hash_table_new (NULL, NULL), programmes = g_hash_table_new (NULL, NULL);
  const CasenessTherapy *therapies;
  guint n, i;

  g_return_if_fail (records != NULL);
  therapies = caseness_therapy_get_all (&n);
  for (i = 0; i < n; i++)
    caseness_dictionary_add (records->dictionary, therapies[i].short_name);
  for (i = 0; i < G_N_ELEMENTS (fixed_names); i++)
    caseness_dictionary_add (records->dictionary, fixed_names[i]);
  for (i = 0; i < records->patients->len; i++)
    add_once (records, ethnicities, CASENESS_ROW (records->patients, CasenessPatientRow, i)->ethnicity, write_ethnicity);
  for (i = 0; i < records->logs->len; i++)
    add_once (records, programmes, CASENESS_ROW (records->logs, CasenessLogRow, i)->programme, write_programme);
  add_complaints (records);
  records->next_received = caseness_deriver_find_next_referrals (records);
}
