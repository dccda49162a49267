/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CasenessJournalBody:
 *
 * What a journal entry says: values by key. Reading asks for what may not be there, since an older or newer Caseness may
 * have written it: what is missing or of another kind reads as nothing.
 */
typedef struct _CasenessJournalBody CasenessJournalBody;

/** caseness_journal_body_is_valid: whether @text is a JSON object. */
gboolean caseness_journal_body_is_valid (const char *text);

/** caseness_journal_body_new: Returns: (transfer full): a body that says nothing yet. */
CasenessJournalBody *caseness_journal_body_new (void);

/** caseness_journal_body_parse: Returns: (transfer full): what @text (nullable), a JSON object, says. */
CasenessJournalBody *caseness_journal_body_parse (const char *text);

/** caseness_journal_body_free: frees a body. */
void caseness_journal_body_free (CasenessJournalBody *body);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessJournalBody, caseness_journal_body_free)

/** caseness_journal_body_to_text: Returns: (transfer full): the body as a JSON object, the same for the same values. */
char *caseness_journal_body_to_text (CasenessJournalBody *body);

/** caseness_journal_body_set_text: says @value (nullable: nothing) under @key. */
void caseness_journal_body_set_text (CasenessJournalBody *body, const char *key, const char *value);

/** caseness_journal_body_get_text: Returns: (transfer none) (nullable): the text under @key. */
const char *caseness_journal_body_get_text (CasenessJournalBody *body, const char *key);

/** caseness_journal_body_set_int: says a whole number, or a day, under @key. */
void caseness_journal_body_set_int (CasenessJournalBody *body, const char *key, gint64 value);

/** caseness_journal_body_get_int: Returns: the whole number under @key, or @otherwise when there is none. */
gint64 caseness_journal_body_get_int (CasenessJournalBody *body, const char *key, gint64 otherwise);

/** caseness_journal_body_set_list: says a list of texts under @key. */
void caseness_journal_body_set_list (CasenessJournalBody *body, const char *key, const char *const *values);

/** caseness_journal_body_get_list: Returns: (transfer full): the texts under @key, maybe none. */
char **caseness_journal_body_get_list (CasenessJournalBody *body, const char *key);

/** caseness_journal_body_list_keys: Returns: (transfer full): every key, in the order they were written. */
char **caseness_journal_body_list_keys (CasenessJournalBody *body);

G_END_DECLS
