/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-date.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * What the files of the stat command share. The first fault of the inputs is remembered and everything read afterwards
 * is harmless, so that a method is written down without asking after every number.
 */

/** CasenessStat: one calculation: inputs, results, and the first fault. */
typedef struct
{
  JsonObject *inputs;
  JsonBuilder *results; /* an object is open */
  GError *error;
} CasenessStat;

/** CasenessStatMethod: one method by the name the test vectors use. */
typedef struct
{
  const char *name;
  void (*run) (CasenessStat *stat);
} CasenessStatMethod;

/** caseness_stat_methods_rates: intervals, ratios and funnels; ended by a NULL row. */
extern const CasenessStatMethod caseness_stat_methods_rates[];
/** caseness_stat_methods_series: control charts; ended by a NULL row. */
extern const CasenessStatMethod caseness_stat_methods_series[];
/** caseness_stat_methods_service: waits, outcomes, equity, queues, small numbers; ended by a NULL row. */
extern const CasenessStatMethod caseness_stat_methods_service[];

/**
 * caseness_stat_run:
 * @method: a name
 * @inputs: an object as JSON text
 * @error: return location: G_IO_ERROR_INVALID_ARGUMENT
 *
 * Returns: (transfer full) (nullable): the results as JSON text.
 */
char *caseness_stat_run (const char *method, const char *inputs, GError **error);

/** caseness_stat_refuse: remembers a fault of input @name, unless there is one already. */
void caseness_stat_refuse (CasenessStat *stat, const char *name, const char *what);

/** caseness_stat_has: whether input @name is there and not null. */
gboolean caseness_stat_has (CasenessStat *stat, const char *name);

/** caseness_stat_number: Returns: input @name; NaN where it is null. */
double caseness_stat_number (CasenessStat *stat, const char *name);

/** caseness_stat_number_or: Returns: input @name, or @fallback where it is null or not there. */
double caseness_stat_number_or (CasenessStat *stat, const char *name, double fallback);

/** caseness_stat_between: Returns: input @name, which lies from @least to @most, or @fallback (NaN: none). */
double caseness_stat_between (CasenessStat *stat, const char *name, double least, double most, double fallback);

/** caseness_stat_amount: Returns: input @name, which is not below 0. */
double caseness_stat_amount (CasenessStat *stat, const char *name);

/** caseness_stat_confidence: Returns: input `confidence`, 0.95 unless given. */
double caseness_stat_confidence (CasenessStat *stat);

/** caseness_stat_flag: Returns: input @name, or @fallback. */
gboolean caseness_stat_flag (CasenessStat *stat, const char *name, gboolean fallback);

/** caseness_stat_text: Returns: (transfer none): input @name, or @fallback. */
const char *caseness_stat_text (CasenessStat *stat, const char *name, const char *fallback);

/** caseness_stat_date: Returns: input @name, CASENESS_DATE_NONE where it is null. */
CasenessDate caseness_stat_date (CasenessStat *stat, const char *name);

/** caseness_stat_numbers: Returns: (transfer full) (array length=n): a list of numbers, NaN for null. */
double *caseness_stat_numbers (CasenessStat *stat, const char *name, guint *n);

/** caseness_stat_numbers_of: as caseness_stat_numbers(), where there must be @n of them. */
double *caseness_stat_numbers_of (CasenessStat *stat, const char *name, guint n);

/** caseness_stat_signs: Returns: (transfer full) (array length=n): a list of -1, 0 and 1. */
gint8 *caseness_stat_signs (CasenessStat *stat, const char *name, guint *n);

/** caseness_stat_dates: Returns: (transfer full) (array length=n): a list of days, CASENESS_DATE_NONE for null. */
CasenessDate *caseness_stat_dates (CasenessStat *stat, const char *name, guint *n);

/** caseness_stat_objects: Returns: (transfer full): a list of objects, which the inputs keep. */
GPtrArray *caseness_stat_objects (CasenessStat *stat, const char *name);

/** caseness_stat_member: Returns: number @name of @object, one of caseness_stat_objects(), not below 0. */
double caseness_stat_member (CasenessStat *stat, JsonObject *object, const char *name);

/** caseness_stat_put: adds a result; NaN is null, and infinity a word. */
void caseness_stat_put (CasenessStat *stat, const char *name, double value);

/** caseness_stat_put_flag: adds a result that is true or false. */
void caseness_stat_put_flag (CasenessStat *stat, const char *name, gboolean value);

/** caseness_stat_put_text: adds a result in words; NULL is null. */
void caseness_stat_put_text (CasenessStat *stat, const char *name, const char *value);

/** caseness_stat_put_numbers: adds a list of numbers. */
void caseness_stat_put_numbers (CasenessStat *stat, const char *name, const double *values, guint n);

/** caseness_stat_put_signs: adds a list of signs. */
void caseness_stat_put_signs (CasenessStat *stat, const char *name, const gint8 *signs, guint n);

G_END_DECLS
