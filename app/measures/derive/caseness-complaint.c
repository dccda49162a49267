/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-complaint.h"

#include <string.h>

#define SCHEME_ICD_10 1
#define SCHEME_SNOMED 4
#define PRIMARY 1

static gboolean
is_snomed (const char *code)
{
  gsize length = strlen (code);

  return length >= 6 && length <= 18 && strspn (code, "0123456789") == length;
}

/* Letters and digits only, upper case, without the marker that follows a code of more than four characters. */
static char *
clean_icd_10 (const char *code)
{
  GString *clean = g_string_new (NULL);

  for (; *code != '\0'; code++)
    if (g_ascii_isalnum (*code))
      g_string_append_c (clean, g_ascii_toupper (*code));
  if (clean->len > 4 && strchr ("AD", clean->str[clean->len - 1]) != NULL)
    g_string_truncate (clean, clean->len - 1);
  return g_string_free (clean, FALSE);
}

static gboolean
is_icd_10 (const char *code)
{
  return strlen (code) >= 4 && g_ascii_isalpha (code[0]) && g_ascii_isdigit (code[1]) && g_ascii_isdigit (code[2]);
}

char *
caseness_complaint_validate (guint scheme, const char *code)
{
  if (scheme == 0 || code == NULL || *code == '\0')
    return g_strdup ("");
  if (scheme == SCHEME_SNOMED && is_snomed (code))
    return g_strdup (code);
  if (scheme == SCHEME_ICD_10)
    {
      g_autofree char *clean = clean_icd_10 (code);

      if (is_icd_10 (clean))
        return g_steal_pointer (&clean);
    }
  return g_strdup (CASENESS_DESCRIPTOR_INVALID);
}

/* Primary, then secondary, then blank. */
static guint
get_rank (const CasenessComplaintRow *complaint)
{
  return complaint->significance != 0 ? complaint->significance : G_MAXUINT;
}

static gboolean
is_populated (const CasenessComplaintRow *complaint)
{
  return complaint->scheme != 0 && complaint->code != 0;
}

/* Missing dates sort last by themselves: CASENESS_DATE_NONE is before every day. */
static gboolean
is_better (const CasenessComplaintRow *a, const CasenessComplaintRow *b)
{
  if (is_populated (a) != is_populated (b))
    return is_populated (a);
  if (get_rank (a) != get_rank (b))
    return get_rank (a) < get_rank (b);
  if (a->date != b->date)
    return a->date > b->date;
  return a->order > b->order;
}

guint32
caseness_complaint_choose (const CasenessRecords *records, const CasenessReferralRow *referral)
{
  const CasenessComplaintRow *best = NULL;
  g_autofree char *validated = NULL;
  guint32 index;

  for (index = referral->first_complaint; index != CASENESS_NO_ROW;)
    {
      const CasenessComplaintRow *complaint = CASENESS_ROW (records->complaints, CasenessComplaintRow, index);

      if (best == NULL || is_better (complaint, best))
        best = complaint;
      index = complaint->next;
    }
  if (best == NULL)
    return 0;
  validated = caseness_complaint_validate (best->scheme, caseness_dictionary_get (records->dictionary, best->code));
  return caseness_dictionary_find (records->dictionary, validated);
}

/* Returns: (transfer full) (nullable): the code of a primary complaint that can be read. */
static char *
dup_primary (const CasenessRecords *records, const CasenessComplaintRow *complaint)
{
  g_autofree char *validated = NULL;

  if (complaint->significance != PRIMARY || !is_populated (complaint))
    return NULL;
  validated = caseness_complaint_validate (complaint->scheme, caseness_dictionary_get (records->dictionary, complaint->code));
  return strcmp (validated, CASENESS_DESCRIPTOR_INVALID) != 0 ? g_steal_pointer (&validated) : NULL;
}

gboolean
caseness_complaint_has_changed (const CasenessRecords *records, const CasenessReferralRow *referral)
{
  g_autofree char *first = NULL;
  guint32 index;

  for (index = referral->first_complaint; index != CASENESS_NO_ROW;)
    {
      const CasenessComplaintRow *complaint = CASENESS_ROW (records->complaints, CasenessComplaintRow, index);
      g_autofree char *primary = dup_primary (records, complaint);

      if (primary != NULL && first != NULL && strcmp (primary, first) != 0)
        return TRUE;
      if (first == NULL)
        first = g_steal_pointer (&primary);
      index = complaint->next;
    }
  return FALSE;
}
