/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-spill.h"

#include "caseness-aside.h"

#include <string.h>

/* Read and written so much at a time. */
#define BUFFER (1024 * 1024)

/* Ids of so many contacts are held against each other at a time: some forty bytes each. */
#define MOST_IDS 750000

/* What stands before the rows of one referral in one block. After it come contacts, activities, scores and answers, whose
 * indices count from the first of their kind here, then the ids of contacts and activities, each with its end. */
typedef struct
{
  guint32 referral;
  guint32 n_contacts;
  guint32 n_activities;
  guint32 n_scores;
  guint32 n_answers;
  guint32 n_contact_scores;  /* those of contacts, which stand before the referral's own */
  guint32 n_contact_answers; /* likewise */
  guint32 n_texts;           /* bytes */
} Head;

struct _CasenessSpill
{
  CasenessAside *file;
  GByteArray *written; /* the last of what was put, not in the file yet */
  guint32 n_contacts;
  guint8 *is_superseded; /* (nullable): bits, by contact in the order of the file */

  /* Scratch while something is put: the rows of one referral, and where its activities went. */
  GArray *contacts;
  GArray *activities;
  GArray *scores;
  GArray *answers;
  GString *texts;
  guint32 *moved;

  GArray *brought; /* guint32: referrals whose rows are in memory */
};

CasenessSpill *
caseness_spill_new (GError **error)
{
  CasenessAside *file = caseness_aside_new (error);
  CasenessSpill *spill;

  if (file == NULL)
    return NULL;
  spill = g_new0 (CasenessSpill, 1);
  spill->file = file;
  spill->written = g_byte_array_sized_new (BUFFER);
  spill->contacts = g_array_new (FALSE, FALSE, sizeof (CasenessContactRow));
  spill->activities = g_array_new (FALSE, FALSE, sizeof (CasenessActivityRow));
  spill->scores = g_array_new (FALSE, FALSE, sizeof (CasenessScoreRow));
  spill->answers = g_array_new (FALSE, FALSE, sizeof (CasenessAnswerRow));
  spill->texts = g_string_new (NULL);
  spill->brought = g_array_new (FALSE, FALSE, sizeof (guint32));
  return spill;
}

void
caseness_spill_free (CasenessSpill *spill)
{
  if (spill == NULL)
    return;
  caseness_aside_free (spill->file);
  g_byte_array_unref (spill->written);
  g_free (spill->is_superseded);
  g_array_unref (spill->contacts);
  g_array_unref (spill->activities);
  g_array_unref (spill->scores);
  g_array_unref (spill->answers);
  g_string_free (spill->texts, TRUE);
  g_free (spill->moved);
  g_array_unref (spill->brought);
  g_free (spill);
}

guint64
caseness_spill_get_size (const CasenessSpill *spill)
{
  g_return_val_if_fail (spill != NULL, 0);
  return caseness_aside_get_size (spill->file);
}

static gboolean
flush (CasenessSpill *spill, GError **error)
{
  gboolean is_written = caseness_aside_write (spill->file, spill->written->data, spill->written->len, error);

  g_byte_array_set_size (spill->written, 0);
  return is_written;
}

/* Where in a row the next of its list is. */
#define CONTACT_LINK G_STRUCT_OFFSET (CasenessContactRow, next)
#define ACTIVITY_LINK G_STRUCT_OFFSET (CasenessActivityRow, next)
#define SCORE_LINK G_STRUCT_OFFSET (CasenessScoreRow, next)
#define ANSWER_LINK G_STRUCT_OFFSET (CasenessAnswerRow, next)

static guint32 *
get_link (const GArray *rows, guint32 index, gsize link)
{
  return (guint32 *) (gpointer) (rows->data + (gsize) index * g_array_get_element_size ((GArray *) rows) + link);
}

/* Adds the list that begins at @first to @to, what came first in front. Returns where it begins there. */
static guint32
add_list (GArray *to, const GArray *from, guint32 first, gsize link)
{
  gsize size = g_array_get_element_size (to);
  guint start = to->len, n = 0, i;
  guint32 index;

  for (index = first; index != CASENESS_NO_ROW; index = *get_link (from, index, link))
    n++;
  g_array_set_size (to, start + n);
  for (index = first, i = n; i-- > 0; index = *get_link (from, index, link))
    {
      memcpy (to->data + (gsize) (start + i) * size, from->data + (gsize) index * size, size);
      *get_link (to, start + i, link) = i > 0 ? start + i - 1 : CASENESS_NO_ROW;
    }
  return n > 0 ? start + n - 1 : CASENESS_NO_ROW;
}

/* Adds the contacts of a list with what hangs from them. */
static void
add_contacts (CasenessSpill *spill, const CasenessRecords *records, guint32 first)
{
  guint i, k;

  add_list (spill->contacts, records->contacts, first, CONTACT_LINK);
  for (i = 0; i < spill->contacts->len; i++)
    {
      CasenessContactRow *contact = CASENESS_ROW (spill->contacts, CasenessContactRow, i);
      guint n_activities = spill->activities->len, n_scores = spill->scores->len;
      guint32 index = contact->first_activity;

      contact->first_activity = add_list (spill->activities, records->activities, index, ACTIVITY_LINK);
      for (k = spill->activities->len; k-- > n_activities;)
        {
          spill->moved[index] = k;
          index = CASENESS_ROW (records->activities, CasenessActivityRow, index)->next;
          CASENESS_ROW (spill->activities, CasenessActivityRow, k)->contact = i;
        }
      contact->first_score = add_list (spill->scores, records->scores, contact->first_score, SCORE_LINK);
      for (k = n_scores; k < spill->scores->len; k++)
        {
          CasenessScoreRow *score = CASENESS_ROW (spill->scores, CasenessScoreRow, k);

          score->activity = spill->moved[score->activity];
        }
      contact->first_answer = add_list (spill->answers, records->answers, contact->first_answer, ANSWER_LINK);
    }
}

static void
add_text (GString *texts, const CasenessDictionary *ids, guint32 number)
{
  const char *text = caseness_dictionary_get (ids, number);

  g_string_append_len (texts, text, (gssize) strlen (text) + 1);
}

/* Rows are read where they lie. */
static void
add_texts (CasenessSpill *spill, const CasenessRecords *records)
{
  guint i;

  for (i = 0; i < spill->contacts->len; i++)
    add_text (spill->texts, records->contact_ids, CASENESS_ROW (spill->contacts, CasenessContactRow, i)->id);
  for (i = 0; i < spill->activities->len; i++)
    add_text (spill->texts, records->activity_ids, CASENESS_ROW (spill->activities, CasenessActivityRow, i)->id);
  while (spill->texts->len % sizeof (guint32) != 0)
    g_string_append_c (spill->texts, '\0');
}

static void
append_rows (GByteArray *bytes, const GArray *rows)
{
  g_byte_array_append (bytes, (const guint8 *) rows->data, rows->len * g_array_get_element_size ((GArray *) rows));
}

static void
write_referral (CasenessSpill *spill, const Head *head)
{
  g_byte_array_append (spill->written, (const guint8 *) head, sizeof *head);
  append_rows (spill->written, spill->contacts);
  append_rows (spill->written, spill->activities);
  append_rows (spill->written, spill->scores);
  append_rows (spill->written, spill->answers);
  g_byte_array_append (spill->written, (const guint8 *) spill->texts->str, (guint) spill->texts->len);
  spill->n_contacts += head->n_contacts;
}

static void
put_referral (CasenessSpill *spill, CasenessRecords *records, guint32 index)
{
  CasenessReferralRow *referral = CASENESS_ROW (records->referrals, CasenessReferralRow, index);
  Head head = { .referral = index };

  if (referral->first_contact == CASENESS_NO_ROW && referral->first_score == CASENESS_NO_ROW
      && referral->first_answer == CASENESS_NO_ROW)
    return;
  g_array_set_size (spill->contacts, 0);
  g_array_set_size (spill->activities, 0);
  g_array_set_size (spill->scores, 0);
  g_array_set_size (spill->answers, 0);
  g_string_truncate (spill->texts, 0);
  add_contacts (spill, records, referral->first_contact);
  head.n_contact_scores = spill->scores->len;
  head.n_contact_answers = spill->answers->len;
  add_list (spill->scores, records->scores, referral->first_score, SCORE_LINK);
  add_list (spill->answers, records->answers, referral->first_answer, ANSWER_LINK);
  add_texts (spill, records);
  head.n_contacts = spill->contacts->len;
  head.n_activities = spill->activities->len;
  head.n_scores = spill->scores->len;
  head.n_answers = spill->answers->len;
  head.n_texts = (guint32) spill->texts->len;
  write_referral (spill, &head);
  referral->first_contact = referral->first_score = referral->first_answer = CASENESS_NO_ROW;
}

/* New lists, since emptied ones would keep their memory. */
static void
drop_put (CasenessRecords *records)
{
  GArray **lists[] = { &records->contacts, &records->activities, &records->scores, &records->answers };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      guint size = g_array_get_element_size (*lists[i]);

      g_array_unref (*lists[i]);
      *lists[i] = g_array_new (FALSE, FALSE, size);
    }
  caseness_dictionary_free (records->contact_ids);
  caseness_dictionary_free (records->activity_ids);
  records->contact_ids = caseness_dictionary_new ();
  records->activity_ids = caseness_dictionary_new ();
}

gboolean
caseness_spill_put (CasenessSpill *spill, CasenessRecords *records, GError **error)
{
  guint i;

  g_return_val_if_fail (spill != NULL && spill->is_superseded == NULL && records != NULL, FALSE);
  spill->moved = g_new (guint32, MAX (records->activities->len, 1));
  for (i = 0; i < records->referrals->len; i++)
    {
      put_referral (spill, records, i);
      if (spill->written->len >= BUFFER && !flush (spill, error))
        return FALSE;
    }
  g_clear_pointer (&spill->moved, g_free);
  drop_put (records);
  return flush (spill, error);
}

/* The file from its beginning. */
typedef struct
{
  CasenessSpill *spill;
  GByteArray *buffer;
  gsize position; /* in the buffer */
  guint64 n_read; /* of the file */
  guint32 n_contacts; /* of what was passed */
} Reading;

static Reading
reading_begin (CasenessSpill *spill)
{
  return (Reading){ spill, g_byte_array_new (), 0, 0, 0 };
}

static void
reading_clear (Reading *reading)
{
  g_byte_array_unref (reading->buffer);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
is_at_end (const Reading *reading)
{
  return reading->n_read == caseness_spill_get_size (reading->spill) && reading->position == reading->buffer->len;
}

/* Makes @n bytes from the position on lie in the buffer. Returns where, NULL with @error set. */
static const guint8 *
look (Reading *reading, gsize n, GError **error)
{
  GByteArray *buffer = reading->buffer;
  gsize left = buffer->len - reading->position;

  if (left < n)
    {
      guint64 more = MIN (MAX (n, BUFFER) - left, caseness_spill_get_size (reading->spill) - reading->n_read);

      if (left > 0 && reading->position > 0)
        memmove (buffer->data, buffer->data + reading->position, left);
      reading->position = 0;
      g_byte_array_set_size (buffer, (guint) (left + more));
      if (!caseness_aside_read (reading->spill->file, reading->n_read, buffer->data + left, more, error))
        return NULL;
      reading->n_read += more;
    }
  return buffer->data + reading->position;
}

static gsize
measure_body (const Head *head)
{
  return head->n_contacts * sizeof (CasenessContactRow) + head->n_activities * sizeof (CasenessActivityRow)
         + head->n_scores * sizeof (CasenessScoreRow) + head->n_answers * sizeof (CasenessAnswerRow) + head->n_texts;
}

/* The rows of the next referral. Returns where they are, until the next are looked at, NULL with @error set. */
static const guint8 *
take_referral (Reading *reading, Head *head, GError **error)
{
  const guint8 *bytes = look (reading, sizeof *head, error);

  if (bytes == NULL)
    return NULL;
  memcpy (head, bytes, sizeof *head);
  bytes = look (reading, sizeof *head + measure_body (head), error);
  if (bytes == NULL)
    return NULL;
  reading->position += sizeof *head + measure_body (head);
  reading->n_contacts += head->n_contacts;
  return bytes + sizeof *head;
}

static const char *
find_texts (const Head *head, const guint8 *body)
{
  return (const char *) body + measure_body (head) - head->n_texts;
}

static gboolean
is_marked (const guint8 *bits, guint32 i)
{
  return (bits[i / 8] >> i % 8 & 1) != 0;
}

/* Ids of one share of all contacts, so that not all are in memory at once. */
typedef struct
{
  guint share;
  guint n_shares;
  CasenessDictionary *ids; /* with the provider's number in front */
  GArray *last;            /* guint32: contact, by number of the id */
  GString *id;             /* scratch */
} Share;

/* The contact that had the id before @contact is superseded. */
static void
note_contact (const Share *share, guint8 *is_superseded, guint32 contact)
{
  guint32 number;

  if (g_str_hash (share->id->str) % share->n_shares != share->share)
    return;
  number = caseness_dictionary_add (share->ids, share->id->str);
  if (number < share->last->len)
    {
      guint32 earlier = g_array_index (share->last, guint32, number);

      is_superseded[earlier / 8] |= (guint8) (1u << earlier % 8);
    }
  else
    g_array_set_size (share->last, number + 1);
  g_array_index (share->last, guint32, number) = contact;
}

/* Of contacts with one id in one block the loader has found which is superseded. */
static gboolean
compare_share (CasenessSpill *spill, const CasenessRecords *records, const Share *share, GError **error)
{
  g_auto(Reading) reading = reading_begin (spill);

  while (!is_at_end (&reading))
    {
      guint32 contact = reading.n_contacts, i;
      const char *text;
      const guint8 *body;
      Head head;

      body = take_referral (&reading, &head, error);
      if (body == NULL)
        return FALSE;
      text = find_texts (&head, body);
      for (i = 0; i < head.n_contacts; i++, text += strlen (text) + 1)
        {
          const CasenessContactRow *row = (const CasenessContactRow *) (gconstpointer) body + i;

          if (row->is_superseded || *text == '\0')
            continue;
          g_string_printf (share->id, "%u ", CASENESS_ROW (records->referrals, CasenessReferralRow, head.referral)->provider);
          g_string_append (share->id, text);
          note_contact (share, spill->is_superseded, contact + i);
        }
    }
  return TRUE;
}

gboolean
caseness_spill_close (CasenessSpill *spill, const CasenessRecords *records, GError **error)
{
  guint n_shares, i;
  gboolean is_done = TRUE;

  g_return_val_if_fail (spill != NULL && spill->is_superseded == NULL && records != NULL, FALSE);
  spill->is_superseded = g_new0 (guint8, spill->n_contacts / 8 + 1);
  n_shares = spill->n_contacts / MOST_IDS + 1;
  for (i = 0; i < n_shares && is_done; i++)
    {
      Share share = { i, n_shares, caseness_dictionary_new (), g_array_new (FALSE, TRUE, sizeof (guint32)),
                      g_string_new (NULL) };

      is_done = compare_share (spill, records, &share, error);
      caseness_dictionary_free (share.ids);
      g_array_unref (share.last);
      g_string_free (share.id, TRUE);
    }
  return is_done;
}

static void
shift (guint32 *index, guint by)
{
  if (*index != CASENESS_NO_ROW)
    *index += by;
}

/* Adds the rows of one kind. Returns where those after them lie. */
static const guint8 *
append_kind (GArray *rows, const guint8 *bytes, guint n)
{
  if (n > 0)
    g_array_append_vals (rows, bytes, n);
  return bytes + (gsize) n * g_array_get_element_size (rows);
}

/* Where each kind of rows ended before more were appended. */
typedef struct
{
  guint contacts;
  guint activities;
  guint scores;
  guint answers;
} Ends;

static void
append_ids (CasenessRecords *records, const Ends *ends, const char *text)
{
  guint i;

  for (i = ends->contacts; i < records->contacts->len; i++, text += strlen (text) + 1)
    CASENESS_ROW (records->contacts, CasenessContactRow, i)->id
      = caseness_dictionary_append (records->contact_ids, text);
  for (i = ends->activities; i < records->activities->len; i++, text += strlen (text) + 1)
    CASENESS_ROW (records->activities, CasenessActivityRow, i)->id
      = caseness_dictionary_append (records->activity_ids, text);
}

/* Makes what was appended count from where the lists begin. @ordinal is the first contact's, in the file. */
static void
shift_rows (const CasenessSpill *spill, CasenessRecords *records, const Ends *ends, const Head *head, guint32 ordinal)
{
  guint i;

  for (i = ends->contacts; i < records->contacts->len; i++, ordinal++)
    {
      CasenessContactRow *contact = CASENESS_ROW (records->contacts, CasenessContactRow, i);

      shift (&contact->next, ends->contacts);
      shift (&contact->first_activity, ends->activities);
      shift (&contact->first_score, ends->scores);
      shift (&contact->first_answer, ends->answers);
      if (is_marked (spill->is_superseded, ordinal))
        contact->is_superseded = TRUE;
    }
  for (i = ends->activities; i < records->activities->len; i++)
    {
      CasenessActivityRow *activity = CASENESS_ROW (records->activities, CasenessActivityRow, i);

      shift (&activity->next, ends->activities);
      activity->contact += ends->contacts;
    }
  for (i = ends->scores; i < records->scores->len; i++)
    shift (get_link (records->scores, i, SCORE_LINK), ends->scores);
  for (i = 0; i < head->n_contact_scores; i++)
    CASENESS_ROW (records->scores, CasenessScoreRow, ends->scores + i)->activity += ends->activities;
  for (i = ends->answers; i < records->answers->len; i++)
    shift (get_link (records->answers, i, ANSWER_LINK), ends->answers);
}

/* A list whose rows are those from @start to the end, the earliest of which hangs on what came before. */
static void
hang (guint32 *first, GArray *rows, guint start, gsize link)
{
  if (start == rows->len)
    return;
  *get_link (rows, start, link) = *first;
  *first = rows->len - 1;
}

/* Appends the rows of one referral in one block. */
static void
append_referral (const CasenessSpill *spill, CasenessRecords *records, const Head *head, const guint8 *body,
                 guint32 ordinal)
{
  CasenessReferralRow *referral = CASENESS_ROW (records->referrals, CasenessReferralRow, head->referral);
  Ends ends = { records->contacts->len, records->activities->len, records->scores->len, records->answers->len };

  body = append_kind (records->contacts, body, head->n_contacts);
  body = append_kind (records->activities, body, head->n_activities);
  body = append_kind (records->scores, body, head->n_scores);
  body = append_kind (records->answers, body, head->n_answers);
  append_ids (records, &ends, (const char *) body);
  shift_rows (spill, records, &ends, head, ordinal);
  hang (&referral->first_contact, records->contacts, ends.contacts, CONTACT_LINK);
  hang (&referral->first_score, records->scores, ends.scores + head->n_contact_scores, SCORE_LINK);
  hang (&referral->first_answer, records->answers, ends.answers + head->n_contact_answers, ANSWER_LINK);
}

/* Takes away what was brought before, whose memory serves what is brought next. */
static void
take_away (CasenessSpill *spill, CasenessRecords *records)
{
  guint i;

  for (i = 0; i < spill->brought->len; i++)
    {
      CasenessReferralRow *referral
        = CASENESS_ROW (records->referrals, CasenessReferralRow, g_array_index (spill->brought, guint32, i));

      referral->first_contact = referral->first_score = referral->first_answer = CASENESS_NO_ROW;
    }
  g_array_set_size (spill->brought, 0);
  g_array_set_size (records->contacts, 0);
  g_array_set_size (records->activities, 0);
  g_array_set_size (records->scores, 0);
  g_array_set_size (records->answers, 0);
  caseness_dictionary_free (records->contact_ids);
  caseness_dictionary_free (records->activity_ids);
  records->contact_ids = caseness_dictionary_new ();
  records->activity_ids = caseness_dictionary_new ();
  caseness_dictionary_close (records->contact_ids);
  caseness_dictionary_close (records->activity_ids);
}

gboolean
caseness_spill_bring (CasenessSpill *spill, CasenessRecords *records, const guint32 *referrals, guint n, GError **error)
{
  g_autofree guint8 *is_wanted = NULL;
  g_auto(Reading) reading = reading_begin (spill);
  guint i;

  g_return_val_if_fail (spill != NULL && spill->is_superseded != NULL && records != NULL, FALSE);
  take_away (spill, records);
  is_wanted = g_new0 (guint8, records->referrals->len / 8 + 1);
  for (i = 0; i < n; i++)
    is_wanted[referrals[i] / 8] |= (guint8) (1u << referrals[i] % 8);
  g_array_append_vals (spill->brought, referrals, n);
  while (!is_at_end (&reading))
    {
      guint32 ordinal = reading.n_contacts;
      Head head;
      const guint8 *body = take_referral (&reading, &head, error);

      if (body == NULL)
        return FALSE;
      if (is_marked (is_wanted, head.referral))
        append_referral (spill, records, &head, body, ordinal);
    }
  return TRUE;
}
