/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-job.h"
#include "caseness-session.h"
#include "caseness-worker.h"

#include "caseness-turning.h"

G_BEGIN_DECLS

/* The session in four files: caseness-session.c is what it holds, caseness-session-work.c is what takes long,
 * caseness-session-query.c is what is asked of the open file, caseness-session-journal.c what is recorded in it, and
 * caseness-session-turn.c what the file would come to under another rule. */
struct _CasenessSession
{
  GObject parent_instance;
  CasenessWorker *worker;     /* owned: the thread that opens stores */
  GFile *file;                /* owned, nullable: the open service file */
  CasenessSnapshot *snapshot; /* owned, nullable: what the views show */
  CasenessJournal *journal;   /* owned: what is recorded in the open file */
  CasenessTurning *turning;   /* owned, nullable: the rows of the file, once a rule in doubt was tried */
  GHashTable *turned;         /* owned: doubt and day → CasenessSnapshot with it decided the other way */
  CasenessFilter *filter;     /* owned */
  CasenessPeriod period;
  CasenessDate as_at;
  gboolean meeting_mode;
  gboolean keeps_identifiers; /* of the next import */
  gboolean forgets_lookup;    /* likewise */
  GCancellable *in_flight;    /* owned, nullable: the newest long request */
  CasenessProgress *relay;    /* owned, nullable: how far it is */
  double progress;
  char *status;
};

/** caseness_session_drop_in_flight: forgets the newest request, which is over or no longer wanted. */
void caseness_session_drop_in_flight (CasenessSession *self);

/** caseness_session_show: @file and what it holds (all nullable together) take the place of what was open. */
void caseness_session_show (CasenessSession *self, GFile *file, CasenessSnapshot *snapshot, CasenessJournal *journal);

/** caseness_session_show_journal: @journal (nullable: an empty one) is what is recorded in the open file now. */
void caseness_session_show_journal (CasenessSession *self, CasenessJournal *journal);

/** caseness_session_show_work: says how far the newest request is. */
void caseness_session_show_work (CasenessSession *self, double fraction, const char *what);

/** caseness_session_notify_busy: says that long work has begun or is over. */
void caseness_session_notify_busy (CasenessSession *self);

G_END_DECLS
