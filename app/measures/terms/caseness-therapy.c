/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-therapy.h"

#include "caseness-reference.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static CasenessIntensity
parse_intensity (const char *text)
{
  static const struct { const char *word; CasenessIntensity intensity; } words[] = {
    { "low", CASENESS_INTENSITY_LOW },
    { "high", CASENESS_INTENSITY_HIGH },
    { "employment", CASENESS_INTENSITY_EMPLOYMENT },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (text, words[i].word) == 0)
      return words[i].intensity;
  return CASENESS_INTENSITY_NONE;
}

static CasenessTherapy *
read_therapies (const CasenessReference *table)
{
  CasenessTherapy *therapies = g_new0 (CasenessTherapy, caseness_reference_get_n_rows (table));
  guint code = caseness_reference_find_column (table, "snomed_code");
  guint name = caseness_reference_find_column (table, "name");
  guint short_name = caseness_reference_find_column (table, "short_name");
  guint intensity = caseness_reference_find_column (table, "intensity");
  guint counts_as = caseness_reference_find_column (table, "counts_as");
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    {
      therapies[i].code = caseness_reference_get_cell (table, i, code);
      therapies[i].name = caseness_reference_get_cell (table, i, name);
      therapies[i].short_name = caseness_reference_get_cell (table, i, short_name);
      therapies[i].counts_as = caseness_reference_get_cell (table, i, counts_as);
      therapies[i].intensity = parse_intensity (caseness_reference_get_cell (table, i, intensity));
    }
  return therapies;
}

const CasenessTherapy *
caseness_therapy_get_all (guint *n_therapies)
{
  static gsize once = 0; /* the table, read once and never changed */
  const CasenessReference *table = caseness_reference_get ("therapies");

  g_return_val_if_fail (n_therapies != NULL, NULL);
  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) read_therapies (table));
  *n_therapies = caseness_reference_get_n_rows (table);
  return (const CasenessTherapy *) once;
}

const CasenessTherapy *
caseness_therapy_find (const char *text)
{
  const CasenessTherapy *therapies;
  gsize length;
  guint n, i;

  if (text == NULL || *text == '\0')
    return NULL;
  therapies = caseness_therapy_get_all (&n);
  length = strcspn (text, ":");
  for (i = 0; i < n; i++)
    if ((strncmp (text, therapies[i].code, length) == 0 && therapies[i].code[length] == '\0')
        || g_ascii_strcasecmp (text, therapies[i].short_name) == 0)
      return &therapies[i];
  return NULL;
}

/* "IET", or "IET" and a programme. */
static gboolean
is_internet (const char *text)
{
  gsize length = strlen (CASENESS_THERAPY_INTERNET);

  return g_ascii_strncasecmp (text, CASENESS_THERAPY_INTERNET, length) == 0
         && (text[length] == '\0' || text[length] == ' ');
}

const char *
caseness_therapy_get_label (const char *text)
{
  const CasenessTherapy *therapy;

  g_return_val_if_fail (text != NULL, "");
  if (is_internet (text))
    return CASENESS_THERAPY_INTERNET;
  therapy = caseness_therapy_find (text);
  return therapy != NULL ? therapy->short_name : text;
}

const char *
caseness_therapy_get_name (const char *text)
{
  const CasenessTherapy *therapy;

  g_return_val_if_fail (text != NULL, "");
  if (is_internet (text))
    return N_("Internet enabled therapy");
  therapy = caseness_therapy_find (text);
  return therapy != NULL ? therapy->name : text;
}

/* Counts are numbered as the table first names them. */
guint
caseness_therapy_find_count (const char *name)
{
  const CasenessTherapy *therapies;
  guint n, n_counts = 0, i, k;

  therapies = caseness_therapy_get_all (&n);
  for (i = 0; i < n; i++)
    {
      if (strcmp (therapies[i].counts_as, name) == 0)
        return n_counts;
      for (k = 0; k < i && strcmp (therapies[k].counts_as, therapies[i].counts_as) != 0; k++)
        ;
      n_counts += k == i;
    }
  g_error ("therapies.csv counts nothing as %s", name);
}

guint
caseness_therapy_get_count (const CasenessTherapy *therapy)
{
  g_return_val_if_fail (therapy != NULL, 0);
  return caseness_therapy_find_count (therapy->counts_as);
}

CasenessIntensity
caseness_therapy_get_intensity (const char *text)
{
  const CasenessTherapy *therapy;

  g_return_val_if_fail (text != NULL, CASENESS_INTENSITY_NONE);
  if (is_internet (text))
    return CASENESS_INTENSITY_HIGH;
  therapy = caseness_therapy_find (text);
  return therapy != NULL ? therapy->intensity : CASENESS_INTENSITY_NONE;
}
