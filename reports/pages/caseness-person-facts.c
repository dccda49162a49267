/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-group-words.h"
#include "caseness-person-words.h"

#include "caseness-code-name.h"

#include <glib/gi18n.h>

void
caseness_person_fact_free (CasenessPersonFact *fact)
{
  if (fact == NULL)
    return;
  g_free (fact->label);
  g_free (fact->value);
  g_free (fact->detail);
  g_free (fact);
}

static const char *
get_text (const CasenessPersonCourse *course, CasenessPathwayText which)
{
  return caseness_snapshot_get_text (course->snapshot, course->pathway, which);
}

/* Takes @value and @detail, which may be NULL. */
static void
add (GPtrArray *facts, const char *label, char *value, char *detail)
{
  CasenessPersonFact *fact = g_new0 (CasenessPersonFact, 1);

  fact->label = g_strdup (label);
  fact->value = value != NULL && *value != '\0' ? value : g_strdup (_("Not recorded"));
  fact->detail = detail != NULL ? detail : g_strdup ("");
  if (fact->value != value)
    g_free (value);
  g_ptr_array_add (facts, fact);
}

static char *
dup_day (const CasenessPersonCourse *course, CasenessPathwayDate which)
{
  CasenessDate date = caseness_snapshot_get_date (course->snapshot, course->pathway, which);

  return date != CASENESS_DATE_NONE ? caseness_date_format_short (date) : NULL;
}

static char *
dup_code_name (const char *field, const char *code)
{
  const char *name = caseness_code_name_find (field, code);

  return g_strdup (name != NULL ? g_dgettext (GETTEXT_PACKAGE, name) : code);
}

static void
add_problem (GPtrArray *facts, const CasenessPersonCourse *course)
{
  const char *code = get_text (course, CASENESS_PATHWAY_DESCRIPTOR);

  add (facts, _("Problem descriptor"), caseness_group_words_problem (course->problem),
       g_strdup (g_str_equal (code, "-3") ? _("not a valid code") : code));
}

static void
add_modality (GPtrArray *facts, const CasenessPersonCourse *course)
{
  guint n = (guint) caseness_snapshot_get_count (course->snapshot, course->pathway, CASENESS_PATHWAY_TREATMENTS);

  add (facts, _("Therapy given most"), g_strdup (get_text (course, CASENESS_PATHWAY_MODALITY)),
       g_strdup_printf (ngettext ("%u treatment", "%u treatments", n), n));
}

static void
add_step (GPtrArray *facts, const CasenessPersonCourse *course)
{
  g_autofree char *day = dup_day (course, CASENESS_PATHWAY_HIGH_FIRST);
  gboolean is_stepped = FALSE;
  guint i;

  for (i = 0; i < course->turns->len; i++)
    is_stepped |= g_array_index (course->turns, CasenessCourseTurn, i).kind == CASENESS_COURSE_STEPPED_UP;
  add (facts, _("Step"), g_strdup (g_dgettext (GETTEXT_PACKAGE, get_text (course, CASENESS_PATHWAY_STEP))),
       is_stepped && day != NULL ? g_strdup_printf (_("stepped up %s"), day) : NULL);
}

/* Those who held treatments, in the order they came. */
static char *
dup_clinicians (const CasenessPersonCourse *course, gboolean hides_staff)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *words = g_string_new (NULL);
  guint i;

  for (i = 0; i < course->contacts->len; i++)
    {
      const CasenessCourseContact *contact = &g_array_index (course->contacts, CasenessCourseContact, i);
      g_autofree char *name = caseness_person_words_staff (course, contact, hides_staff);

      if (contact->session == 0 || *name == '\0' || g_hash_table_contains (seen, name))
        continue;
      if (words->len > 0)
        /* Translators: between clinicians who treated somebody one after the other. */
        g_string_append (words, _(", then "));
      g_string_append (words, name);
      g_hash_table_add (seen, g_steal_pointer (&name));
    }
  return g_string_free (words, FALSE);
}

static void
add_clinician (GPtrArray *facts, const CasenessPersonCourse *course, gboolean hides_staff)
{
  add (facts, _("Treated by"), dup_clinicians (course, hides_staff), g_strdup (get_text (course, CASENESS_PATHWAY_TEAM)));
}

static void
add_wait (GPtrArray *facts, const CasenessPersonCourse *course, CasenessCourseWait wait, const char *label)
{
  int days;

  if (caseness_person_course_get_wait (course, wait, &days))
    add (facts, label, g_strdup_printf (ngettext ("%d day", "%d days", (gulong) ABS (days)), days), NULL);
}

static void
add_end (GPtrArray *facts, const CasenessPersonCourse *course)
{
  char *day = dup_day (course, CASENESS_PATHWAY_DISCHARGED);

  add (facts, _("Discharged"), day != NULL ? day : g_strdup (_("Not yet")),
       day != NULL ? dup_code_name ("EndCode", get_text (course, CASENESS_PATHWAY_END_CODE)) : NULL);
}

GPtrArray *
caseness_person_words_list_facts (const CasenessPersonCourse *course, gboolean hides_staff)
{
  GPtrArray *facts;

  g_return_val_if_fail (course != NULL, NULL);

  facts = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_person_fact_free);
  add_problem (facts, course);
  add_modality (facts, course);
  add_step (facts, course);
  add_clinician (facts, course, hides_staff);
  add (facts, _("Received"), dup_day (course, CASENESS_PATHWAY_RECEIVED),
       dup_code_name ("SourceOfReferralIAPT", get_text (course, CASENESS_PATHWAY_SOURCE)));
  add_wait (facts, course, CASENESS_COURSE_TO_ASSESSMENT, _("To assessment"));
  add_wait (facts, course, CASENESS_COURSE_TO_FIRST, _("To first treatment"));
  add_wait (facts, course, CASENESS_COURSE_TO_SECOND, _("First to second"));
  add_wait (facts, course, CASENESS_COURSE_TO_STEP_UP, _("To step up"));
  add_end (facts, course);
  return facts;
}
