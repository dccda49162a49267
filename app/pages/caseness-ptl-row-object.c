/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-row-object.h"

#include "caseness-ptl-meeting-words.h"
#include "caseness-ptl-report-words.h"
#include "caseness-ptl-words.h"

#include <glib/gi18n-lib.h>

struct _CasenessPtlRowObject
{
  GObject parent_instance;
  CasenessPtlAnswer *answer; /* owned */
  const CasenessPtlPerson *person;
  gboolean hides_names;
};

G_DEFINE_FINAL_TYPE (CasenessPtlRowObject, caseness_ptl_row_object, G_TYPE_OBJECT)

static const struct
{
  const char *title;
  CasenessPtlSplit group; /* where the field is a group; ALL where it is not */
  gboolean is_number;
} fields[CASENESS_N_PTL_FIELDS] = {
  [CASENESS_PTL_FIELD_REFERENCE] = { N_("Reference"), CASENESS_PTL_SPLIT_ALL, FALSE },
  [CASENESS_PTL_FIELD_CLOCK_START] = { N_("Clock start"), CASENESS_PTL_SPLIT_ALL, FALSE },
  [CASENESS_PTL_FIELD_BREACH] = { N_("Breach"), CASENESS_PTL_SPLIT_ALL, FALSE },
  [CASENESS_PTL_FIELD_WAIT] = { N_("Wait"), CASENESS_PTL_SPLIT_ALL, TRUE },
  [CASENESS_PTL_FIELD_BOOKED] = { N_("Booked"), CASENESS_PTL_SPLIT_ALL, FALSE },
  [CASENESS_PTL_FIELD_ACTION] = { N_("Action"), CASENESS_PTL_SPLIT_ALL, FALSE },
  [CASENESS_PTL_FIELD_WAITING_FOR] = { N_("Waiting for"), CASENESS_PTL_SPLIT_THERAPY, FALSE },
  [CASENESS_PTL_FIELD_LOCALITY] = { N_("Locality"), CASENESS_PTL_SPLIT_LOCALITY, FALSE },
  [CASENESS_PTL_FIELD_ALLOCATED] = { N_("Allocated to"), CASENESS_PTL_SPLIT_CLINICIAN, FALSE },
  [CASENESS_PTL_FIELD_PRIORITY] = { N_("Priority"), CASENESS_PTL_SPLIT_PRIORITY, FALSE },
};

/* Place in the whole queue: the same for somebody in whichever cell they are looked at. */
static guint
find_place (CasenessPtlRowObject *self)
{
  return caseness_ptl_since_get_number (self->answer->since, self->person);
}

static const CasenessPtlAction *
find_action (CasenessPtlRowObject *self)
{
  return caseness_ptl_actions_find (self->answer->actions, self->person);
}

static CasenessDate
get_date (CasenessPtlRowObject *self, CasenessPtlField field)
{
  switch (field)
    {
    case CASENESS_PTL_FIELD_CLOCK_START:
      return self->person->clock_start;
    case CASENESS_PTL_FIELD_BREACH:
      return self->person->breach_date;
    default:
      return self->person->booked_date;
    }
}

static char *
dup_day (CasenessPtlRowObject *self, CasenessPtlField field)
{
  CasenessDate date = get_date (self, field);

  if (date == CASENESS_DATE_NONE)
    return g_strdup (field == CASENESS_PTL_FIELD_BOOKED && self->person->clock_start != CASENESS_DATE_NONE
                         ? _("no date") : "");
  return caseness_ptl_report_dup_short_day (date, self->answer->query->as_at);
}

static void
caseness_ptl_row_object_finalize (GObject *object)
{
  caseness_ptl_answer_unref (CASENESS_PTL_ROW_OBJECT (object)->answer);
  G_OBJECT_CLASS (caseness_ptl_row_object_parent_class)->finalize (object);
}

static void
caseness_ptl_row_object_class_init (CasenessPtlRowObjectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = caseness_ptl_row_object_finalize;
}

static void
caseness_ptl_row_object_init (CasenessPtlRowObject *self)
{
}

CasenessPtlRowObject *
caseness_ptl_row_object_new (CasenessPtlAnswer *answer, const CasenessPtlPerson *person, gboolean hides_names)
{
  CasenessPtlRowObject *self = g_object_new (CASENESS_TYPE_PTL_ROW_OBJECT, NULL);

  self->answer = caseness_ptl_answer_ref (answer);
  self->person = person;
  self->hides_names = hides_names;
  return self;
}

const CasenessPtlPerson *
caseness_ptl_row_object_get_person (CasenessPtlRowObject *self)
{
  g_return_val_if_fail (CASENESS_IS_PTL_ROW_OBJECT (self), NULL);
  return self->person;
}

static char *
dup_action (CasenessPtlRowObject *self)
{
  const CasenessPtlAction *action = find_action (self);
  g_auto(CasenessPtlActionText) text = { NULL };

  if (action == NULL)
    return g_strdup ("");
  caseness_ptl_action_text_init (&text, self->answer->since, self->person, action, self->hides_names);
  return g_steal_pointer (&text.what);
}

char *
caseness_ptl_row_object_dup_owner (CasenessPtlRowObject *self)
{
  const CasenessPtlAction *action;
  g_auto(CasenessPtlActionText) text = { NULL };

  g_return_val_if_fail (CASENESS_IS_PTL_ROW_OBJECT (self), NULL);

  action = find_action (self);
  if (action == NULL)
    return g_strdup ("");
  caseness_ptl_action_text_init (&text, self->answer->since, self->person, action, self->hides_names);
  return caseness_ptl_action_text_dup_owner (&text);
}

static char *
dup_wait (CasenessPtlRowObject *self)
{
  if (self->person->clock_start == CASENESS_DATE_NONE)
    return g_strdup ("");
  return caseness_ptl_report_dup_days (self->person->wait_days);
}

char *
caseness_ptl_row_object_dup_text (CasenessPtlRowObject *self, CasenessPtlField field)
{
  CasenessPtlSplit split;

  g_return_val_if_fail (CASENESS_IS_PTL_ROW_OBJECT (self), NULL);

  split = fields[field].group;
  if (split != CASENESS_PTL_SPLIT_ALL)
    return caseness_ptl_words_group (self->answer, split, self->person->group[split], self->hides_names);
  switch (field)
    {
    case CASENESS_PTL_FIELD_REFERENCE:
      return caseness_ptl_words_person (self->answer, self->person, self->hides_names);
    case CASENESS_PTL_FIELD_WAIT:
      return dup_wait (self);
    case CASENESS_PTL_FIELD_ACTION:
      return dup_action (self);
    default:
      return dup_day (self, field);
    }
}

static gboolean
has_same_texts (CasenessPtlRowObject *self, CasenessPtlRowObject *other)
{
  g_autofree char *owner = caseness_ptl_row_object_dup_owner (self);
  g_autofree char *other_owner = caseness_ptl_row_object_dup_owner (other);
  guint field;

  for (field = 0; field < CASENESS_N_PTL_FIELDS; field++)
    {
      g_autofree char *text = caseness_ptl_row_object_dup_text (self, field);
      g_autofree char *other_text = caseness_ptl_row_object_dup_text (other, field);

      if (!g_str_equal (text, other_text))
        return FALSE;
    }
  return g_str_equal (owner, other_owner);
}

gboolean
caseness_ptl_row_object_is_same (CasenessPtlRowObject *self, CasenessPtlRowObject *other)
{
  g_return_val_if_fail (CASENESS_IS_PTL_ROW_OBJECT (self) && CASENESS_IS_PTL_ROW_OBJECT (other), FALSE);

  /* People of one list are told apart by where they are kept; those off it are kept anew each time. */
  return self->person == other->person && self->answer->ptl == other->answer->ptl && has_same_texts (self, other);
}

static int
compare_dates (CasenessDate a, CasenessDate b)
{
  if ((a == CASENESS_DATE_NONE) != (b == CASENESS_DATE_NONE))
    return a == CASENESS_DATE_NONE ? 1 : -1;
  return (a > b) - (a < b);
}

/* Days until something is to be done; what is done, then whoever has nothing to be done, last. */
static CasenessDate
get_due (CasenessPtlRowObject *self)
{
  const CasenessPtlAction *action = find_action (self);

  if (action == NULL)
    return CASENESS_DATE_NONE;
  if (!caseness_ptl_action_is_open (action, self->answer->query->as_at) || action->due == CASENESS_DATE_NONE)
    return G_MAXINT32;
  return action->due;
}

static int
compare_values (CasenessPtlRowObject *a, CasenessPtlRowObject *b, CasenessPtlField field)
{
  g_autofree char *text_a = NULL;
  g_autofree char *text_b = NULL;

  switch (field)
    {
    case CASENESS_PTL_FIELD_CLOCK_START:
    case CASENESS_PTL_FIELD_BREACH:
    case CASENESS_PTL_FIELD_BOOKED:
      return compare_dates (get_date (a, field), get_date (b, field));
    case CASENESS_PTL_FIELD_ACTION:
      return compare_dates (get_due (a), get_due (b));
    case CASENESS_PTL_FIELD_WAIT:
      return (a->person->wait_days > b->person->wait_days) - (a->person->wait_days < b->person->wait_days);
    case CASENESS_PTL_FIELD_REFERENCE:
      /* By place where codes hide the references, or their order would give them away. */
      return a->hides_names ? 0 : g_strcmp0 (a->person->service_request_id, b->person->service_request_id);
    default:
      text_a = caseness_ptl_row_object_dup_text (a, field);
      text_b = caseness_ptl_row_object_dup_text (b, field);
      return g_utf8_collate (text_a, text_b);
    }
}

int
caseness_ptl_row_object_compare (CasenessPtlRowObject *a, CasenessPtlRowObject *b, CasenessPtlField field)
{
  int order;

  g_return_val_if_fail (CASENESS_IS_PTL_ROW_OBJECT (a), 0);
  g_return_val_if_fail (CASENESS_IS_PTL_ROW_OBJECT (b), 0);

  order = compare_values (a, b, field);
  return order != 0 ? order : (find_place (a) > find_place (b)) - (find_place (a) < find_place (b));
}

const char *
caseness_ptl_field_get_title (CasenessPtlField field)
{
  return _(fields[field].title);
}

gboolean
caseness_ptl_field_is_number (CasenessPtlField field)
{
  return fields[field].is_number;
}
