/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-person-row.h"

#include "caseness-figure-words.h"
#include "caseness-staff-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CasenessPersonNames
{
  CasenessFigurePeople *people;
  CasenessGrouping *problems;
  CasenessGrouping *clinicians;
  guint depression; /* index of PHQ-9 */
  gboolean hides_names;
};

struct _CasenessPersonRow
{
  GObject parent_instance;
  CasenessPersonNames *names; /* owned */
  guint index;
};

G_DEFINE_FINAL_TYPE (CasenessPersonRow, caseness_person_row, G_TYPE_OBJECT)

typedef enum
{
  KIND_TEXT,
  KIND_DATE,
  KIND_NUMBER,
  KIND_SCORES,
} FieldKind;

static const struct
{
  const char *title;
  FieldKind kind;
  guint which; /* a CasenessPathwayDate or CasenessPathwayText */
} fields[CASENESS_N_PERSON_FIELDS] = {
  [CASENESS_PERSON_REFERENCE] = { N_("Reference"), KIND_TEXT, CASENESS_PATHWAY_SERVICE_REQUEST_ID },
  [CASENESS_PERSON_DATE] = { N_("Day"), KIND_DATE, 0 },
  [CASENESS_PERSON_RECEIVED] = { N_("Received"), KIND_DATE, CASENESS_PATHWAY_RECEIVED },
  [CASENESS_PERSON_TREATED] = { N_("First treatment"), KIND_DATE, CASENESS_PATHWAY_TREATMENT_FIRST },
  [CASENESS_PERSON_DISCHARGED] = { N_("Discharged"), KIND_DATE, CASENESS_PATHWAY_DISCHARGED },
  [CASENESS_PERSON_SESSIONS] = { N_("Sessions"), KIND_NUMBER, 0 },
  [CASENESS_PERSON_PROBLEM] = { N_("Problem"), KIND_TEXT, 0 },
  [CASENESS_PERSON_DEPRESSION] = { N_("PHQ-9"), KIND_SCORES, 0 },
  [CASENESS_PERSON_ANXIETY] = { N_("Anxiety measure"), KIND_SCORES, 0 },
  [CASENESS_PERSON_OUTCOME] = { N_("Outcome"), KIND_TEXT, 0 },
  [CASENESS_PERSON_MODALITY] = { N_("Modality"), KIND_TEXT, CASENESS_PATHWAY_MODALITY },
  [CASENESS_PERSON_CLINICIAN] = { N_("Clinician"), KIND_TEXT, 0 },
  [CASENESS_PERSON_TEAM] = { N_("Team"), KIND_TEXT, CASENESS_PATHWAY_TEAM },
  [CASENESS_PERSON_REASON] = { N_("Why left out"), KIND_TEXT, 0 },
};

const char *
caseness_person_field_get_title (CasenessPersonField field)
{
  return _(fields[field].title);
}

gboolean
caseness_person_field_is_number (CasenessPersonField field)
{
  return fields[field].kind == KIND_NUMBER;
}

static CasenessGrouping *
group (CasenessFigurePeople *people, const char *variable)
{
  g_autoptr(CasenessFrame) frame = caseness_frame_new (people->snapshot);

  caseness_frame_set_period (frame, &people->address->period);
  return caseness_variable_group (caseness_variable_find (variable), frame);
}

CasenessPersonNames *
caseness_person_names_new (CasenessFigurePeople *people, gboolean hides_names)
{
  CasenessPersonNames *names = g_rc_box_new0 (CasenessPersonNames);

  names->people = caseness_figure_people_ref (people);
  names->problems = group (people, "Problem Descriptor");
  names->clinicians = group (people, "Clinician");
  names->depression = caseness_tool_find_by_prefix ("PHQ9");
  names->hides_names = hides_names;
  return names;
}

static void
clear_names (CasenessPersonNames *names)
{
  caseness_figure_people_unref (names->people);
  caseness_grouping_free (names->problems);
  caseness_grouping_free (names->clinicians);
}

void
caseness_person_names_unref (CasenessPersonNames *names)
{
  g_rc_box_release_full (names, (GDestroyNotify) clear_names);
}

static void
caseness_person_row_finalize (GObject *object)
{
  caseness_person_names_unref (CASENESS_PERSON_ROW (object)->names);
  G_OBJECT_CLASS (caseness_person_row_parent_class)->finalize (object);
}

static void
caseness_person_row_class_init (CasenessPersonRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = caseness_person_row_finalize;
}

static void
caseness_person_row_init (CasenessPersonRow *self)
{
}

CasenessPersonRow *
caseness_person_row_new (CasenessPersonNames *names, guint index)
{
  CasenessPersonRow *self = g_object_new (CASENESS_TYPE_PERSON_ROW, NULL);

  self->names = g_rc_box_acquire (names);
  self->index = index;
  return self;
}

const CasenessFigurePerson *
caseness_person_row_get_person (CasenessPersonRow *self)
{
  g_return_val_if_fail (CASENESS_IS_PERSON_ROW (self), NULL);
  return &g_array_index (self->names->people->people, CasenessFigurePerson, self->index);
}

static CasenessDate
get_date (CasenessPersonRow *self, CasenessPersonField field)
{
  const CasenessFigurePerson *person = caseness_person_row_get_person (self);

  if (field == CASENESS_PERSON_DATE)
    return person->date;
  return caseness_snapshot_get_date (self->names->people->snapshot, person->pathway, fields[field].which);
}

/* The second half of "Depression: F32, F33 - …" says most. */
static const char *
get_problem (CasenessPersonRow *self, guint pathway)
{
  const CasenessGrouping *problems = self->names->problems;
  const char *label = g_ptr_array_index (problems->labels, problems->groups[pathway]);
  const char *half = strstr (label, ": ");

  return g_dgettext (GETTEXT_PACKAGE, half != NULL ? half + strlen (": ") : label);
}

static char *
dup_clinician (CasenessPersonRow *self, guint pathway)
{
  const CasenessGrouping *clinicians = self->names->clinicians;
  const char *label = g_ptr_array_index (clinicians->labels, clinicians->groups[pathway]);

  return caseness_staff_words_name (self->names->people->snapshot, label, self->names->hides_names);
}

static char *
dup_scores (CasenessScorePair pair, const char *tool)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (pair.first == CASENESS_SCORE_NONE)
    return g_strdup ("");
  first = caseness_score_format (pair.first);
  last = pair.last != CASENESS_SCORE_NONE ? caseness_score_format (pair.last) : g_strdup ("–");
  return g_strdup_printf (tool != NULL ? "%3$s %1$s → %2$s" : "%1$s → %2$s", first, last, tool);
}

static CasenessScorePair
get_pair (CasenessPersonRow *self, CasenessPersonField field, guint pathway)
{
  const CasenessSnapshot *snapshot = self->names->people->snapshot;

  if (field == CASENESS_PERSON_DEPRESSION)
    return caseness_snapshot_get_scores (snapshot, pathway, self->names->depression);
  return caseness_snapshot_get_anxiety (snapshot, pathway).pair;
}

static char *
dup_reference (CasenessPersonRow *self, guint pathway)
{
  if (self->names->hides_names)
    /* Translators: stands for a reference in meeting mode */
    return g_strdup_printf (_("Person %u"), caseness_person_row_get_number (self));
  return g_strdup (caseness_snapshot_get_text (self->names->people->snapshot, pathway,
                                               CASENESS_PATHWAY_SERVICE_REQUEST_ID));
}

static char *
dup_day (CasenessDate date)
{
  return date != CASENESS_DATE_NONE ? caseness_date_format_short (date) : g_strdup ("");
}

static char *
dup_pathway_text (CasenessPersonRow *self, CasenessPersonField field, guint pathway)
{
  const CasenessSnapshot *snapshot = self->names->people->snapshot;
  guint n;

  switch (field)
    {
    case CASENESS_PERSON_REFERENCE:
      return dup_reference (self, pathway);
    case CASENESS_PERSON_SESSIONS:
      return g_strdup_printf ("%d", caseness_snapshot_get_count (snapshot, pathway, CASENESS_PATHWAY_TREATMENTS));
    case CASENESS_PERSON_PROBLEM:
      return g_strdup (get_problem (self, pathway));
    case CASENESS_PERSON_DEPRESSION:
      return dup_scores (get_pair (self, field, pathway), NULL);
    case CASENESS_PERSON_ANXIETY:
      return dup_scores (get_pair (self, field, pathway),
                         caseness_tool_get_all (&n)[caseness_snapshot_get_anxiety (snapshot, pathway).tool].measure);
    case CASENESS_PERSON_OUTCOME:
      return g_strdup (caseness_figure_words_outcome (caseness_snapshot_get_flags (snapshot, pathway)));
    case CASENESS_PERSON_CLINICIAN:
      return dup_clinician (self, pathway);
    default:
      if (fields[field].kind == KIND_DATE)
        return dup_day (get_date (self, field));
      return g_strdup (caseness_snapshot_get_text (snapshot, pathway, fields[field].which));
    }
}

guint
caseness_person_row_get_number (CasenessPersonRow *self)
{
  g_return_val_if_fail (CASENESS_IS_PERSON_ROW (self), 0);
  return self->index + 1;
}

char *
caseness_person_row_dup_text (CasenessPersonRow *self, CasenessPersonField field)
{
  const CasenessFigurePerson *person;

  g_return_val_if_fail (CASENESS_IS_PERSON_ROW (self) && field < CASENESS_N_PERSON_FIELDS, NULL);
  person = caseness_person_row_get_person (self);
  if (field == CASENESS_PERSON_DATE)
    return dup_day (person->date);
  if (field == CASENESS_PERSON_REASON)
    return g_strdup (caseness_figure_people_get_reason (self->names->people, person));
  if (person->pathway == CASENESS_NO_ROW)
    return g_strdup (field == CASENESS_PERSON_REFERENCE ? _("No referral") : "");
  return dup_pathway_text (self, field, person->pathway);
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

/* Nothing comes last. */
static int
compare_dates (CasenessDate a, CasenessDate b)
{
  if ((a == CASENESS_DATE_NONE) != (b == CASENESS_DATE_NONE))
    return a == CASENESS_DATE_NONE ? 1 : -1;
  return compare_numbers (a, b);
}

static int
compare_values (CasenessPersonRow *a, CasenessPersonRow *b, CasenessPersonField field)
{
  const CasenessFigurePerson *first = caseness_person_row_get_person (a), *second = caseness_person_row_get_person (b);
  const CasenessSnapshot *snapshot = a->names->people->snapshot;
  gboolean has_pathways = first->pathway != CASENESS_NO_ROW && second->pathway != CASENESS_NO_ROW;
  g_autofree char *text_a = NULL;
  g_autofree char *text_b = NULL;

  if (field == CASENESS_PERSON_DATE)
    return compare_dates (first->date, second->date);
  if (!has_pathways)
    return (first->pathway == CASENESS_NO_ROW) - (second->pathway == CASENESS_NO_ROW);
  /* By place where codes hide the references, or their order would give them away. */
  if (field == CASENESS_PERSON_REFERENCE && a->names->hides_names)
    return 0;
  switch (fields[field].kind)
    {
    case KIND_DATE:
      return compare_dates (get_date (a, field), get_date (b, field));
    case KIND_NUMBER:
      return compare_numbers (caseness_snapshot_get_count (snapshot, first->pathway, CASENESS_PATHWAY_TREATMENTS),
                              caseness_snapshot_get_count (snapshot, second->pathway, CASENESS_PATHWAY_TREATMENTS));
    case KIND_SCORES:
      return compare_numbers (get_pair (a, field, first->pathway).first, get_pair (b, field, second->pathway).first);
    case KIND_TEXT:
    default:
      text_a = caseness_person_row_dup_text (a, field);
      text_b = caseness_person_row_dup_text (b, field);
      return g_utf8_collate (text_a, text_b);
    }
}

int
caseness_person_row_compare (CasenessPersonRow *a, CasenessPersonRow *b, CasenessPersonField field)
{
  int order;

  g_return_val_if_fail (CASENESS_IS_PERSON_ROW (a) && CASENESS_IS_PERSON_ROW (b), 0);
  order = compare_values (a, b, field);
  return order != 0 ? order : compare_numbers (a->index, b->index);
}
