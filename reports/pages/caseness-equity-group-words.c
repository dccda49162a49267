/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-equity-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* Groups whose name in the data set begins with a code, says itself twice or is not what people say. */
static const struct
{
  const char *label;
  const char *words;
} groups[] = {
  { CASENESS_EQUITY_NOT_KNOWN, N_("Not stated, not known") },
  { "Other: " CASENESS_EQUITY_NOT_KNOWN, N_("Not stated, not known") },
  { "01 Behaviour and Emotional", N_("Behaviour and emotions") },
  { "02 Hearing", N_("Hearing") },
  { "03 Manual Dexterity", N_("Use of the hands") },
  { "04 Memory or ability to concentrate, learn or understand (Learning Disability)", N_("Memory, concentration, learning") },
  { "05 Mobility and Gross Motor", N_("Mobility") },
  { "06 Perception of Physical Danger", N_("Perception of danger") },
  { "07 Personal, Self Care and Continence", N_("Self-care and continence") },
  { "08 Progressive Conditions and Physical Health (such as HIV, cancer, multiple sclerosis, fits etc)",
    N_("Progressive or physical condition") },
  { "09 Sight", N_("Sight") },
  { "10 Speech", N_("Speech") },
  { "XX Other", N_("Other disability") },
  { "NN No Disability", N_("No disability") },
  { "ZZ Not Stated", N_("Not stated") },
  { "No code", N_("No code recorded") },
  { "No code recorded", N_("No code recorded") },
  { "Invalid code", N_("Not valid") },
  { "Invalid Code", N_("Not valid") },
  { "Chronic obstructive lung disease", N_("Chronic lung disease") },
  { "Diabetes mellitus", N_("Diabetes") },
  { "Disorder characterized by pain", N_("Long-term pain") },
  { "Disorder of digestive system", N_("Digestive disorder") },
  { "Disorder of musculoskeletal system", N_("Musculoskeletal disorder") },
  { "Disorder of respiratory system", N_("Respiratory disorder") },
  { "Disorder of skin", N_("Skin disorder") },
  { "Malignant neoplastic disease", N_("Cancer") },
  { "No history of long term condition", N_("No long-term condition") },
  { "Baha`i", N_("Baha’i") },
  { "Bi-sexual", N_("Bisexual") },
  { "Gay/Lesbian", N_("Gay or lesbian") },
  { "Ex-services member", N_("Served in the forces") },
  { "Dependant of an ex-services member", N_("Dependant of one who served") },
  { "Not an ex-services member or their dependant", N_("Neither served nor dependant") },
  { "College: College and 25 and under", N_("College, 25 and under") },
  { "College: College and Over 25", N_("College, over 25") },
  { "College: College and Age Not Recorded", N_("College, age not recorded") },
  { "University: University and 25 and under", N_("University, 25 and under") },
  { "University: University and Over 25", N_("University, over 25") },
  { "University: University and Age Not Recorded", N_("University, age not recorded") },
  { "Educational establishment not listed: Educational establishment not listed and 25 and under",
    N_("Elsewhere, 25 and under") },
  { "Educational establishment not listed: Educational establishment not listed and Over 25", N_("Elsewhere, over 25") },
  { "Educational establishment not listed: Educational establishment not listed and Age Not Recorded",
    N_("Elsewhere, age not recorded") },
  { "Other: Other and 25 and under", N_("Other or none, 25 and under") },
  { "Other: Other and Over 25", N_("Other or none, over 25") },
  { "Other: Other and Age Not Recorded", N_("Other or none, age not recorded") },
};

static const char *
find_words (const char *label)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (groups); i++)
    if (strcmp (groups[i].label, label) == 0)
      return _(groups[i].words);
  return label;
}

const char *
caseness_equity_words_group (const char *label)
{
  g_auto(GStrv) parts = NULL;
  g_autofree char *crossed = NULL;
  guint i;

  g_return_val_if_fail (label != NULL, NULL);
  if (strstr (label, CASENESS_CROSSED) == NULL)
    return find_words (label);
  parts = g_strsplit (label, CASENESS_CROSSED, -1);
  for (i = 0; parts[i] != NULL; i++)
    {
      char *words = g_strdup (find_words (parts[i]));

      g_free (parts[i]);
      parts[i] = words;
    }
  crossed = g_strjoinv (CASENESS_CROSSED, parts);
  return g_intern_string (crossed);
}
