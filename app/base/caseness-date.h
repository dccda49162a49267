/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CasenessDate:
 *
 * A calendar day as the number of days since 1970-01-01 (negative before it). Subtracting two gives whole days,
 * which is how the national rules compare dates (derivations, section 1). CASENESS_DATE_NONE stands for "not known"
 * and sorts before every real day.
 */
typedef gint32 CasenessDate;

#define CASENESS_DATE_NONE G_MININT32

/** CASENESS_TIME_NONE: a clock time that is not known; known times are seconds since midnight. */
#define CASENESS_TIME_NONE (-1)

/* The first and last year a submitted date may lie in (rulings 16). */
#define CASENESS_DATE_MIN_YEAR 1890
#define CASENESS_DATE_MAX_YEAR 9998

/**
 * caseness_date_new:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: day of the month
 *
 * Returns: the day, or CASENESS_DATE_NONE when there is no such day (31 February).
 */
CasenessDate caseness_date_new (int year, int month, int day);

/**
 * caseness_date_split:
 * @date: a known day
 * @year: (out) (optional): year
 * @month: (out) (optional): 1 to 12
 * @day: (out) (optional): 1 to 31
 *
 * Takes a day apart. Sets zeros for CASENESS_DATE_NONE.
 */
void caseness_date_split (CasenessDate date, int *year, int *month, int *day);

/**
 * caseness_date_parse:
 * @text: (nullable): `YYYY-MM-DD` or `DD/MM/YYYY`, optionally followed by a blank or T and a midnight time
 *
 * Reads a date as submissions and local lists write it (rulings 16). Years before 1890 or after 9998, days that do
 * not exist and clock times other than midnight are not dates.
 *
 * Returns: the day, or CASENESS_DATE_NONE when @text is not one.
 */
CasenessDate caseness_date_parse (const char *text);

/**
 * caseness_time_parse:
 * @text: (nullable): `HH:MM` or `HH:MM:SS`, optionally after the dummy date the data set uses (`1970-01-01`)
 *
 * Returns: seconds since midnight, or CASENESS_TIME_NONE when @text is not a clock time.
 */
int caseness_time_parse (const char *text);

/**
 * caseness_date_write_iso:
 * @date: a day
 * @buffer: (out caller-allocates): room for 11 bytes
 *
 * Writes `YYYY-MM-DD`, or the empty string for CASENESS_DATE_NONE.
 *
 * Returns: @buffer.
 */
const char *caseness_date_write_iso (CasenessDate date, char buffer[11]);

/**
 * caseness_date_month_start:
 * @date: a known day
 *
 * Returns: the first day of its month.
 */
CasenessDate caseness_date_month_start (CasenessDate date);

/**
 * caseness_date_month_end:
 * @date: a known day
 *
 * Returns: the last day of its month.
 */
CasenessDate caseness_date_month_end (CasenessDate date);

/**
 * caseness_date_add_months:
 * @date: a known day
 * @months: how many, either way
 *
 * Returns: the same day of the month @months away, or that month's last day when it is shorter.
 */
CasenessDate caseness_date_add_months (CasenessDate date, int months);

/**
 * caseness_date_age:
 * @born: day of birth
 * @on: the day asked about
 *
 * Completed whole years; somebody born on 29 February has a birthday on 1 March in common years (data set reference,
 * "Derived fields defined in the code").
 *
 * Returns: years, or -1 when either day is not known or @on is before @born.
 */
int caseness_date_age (CasenessDate born, CasenessDate on);

/**
 * caseness_date_format_long:
 * @date: a known day
 *
 * Returns: (transfer full): the day for reading, in the user's language: `Monday 30 June 2025`.
 */
char *caseness_date_format_long (CasenessDate date);

/**
 * caseness_date_format_short:
 * @date: a known day
 *
 * Returns: (transfer full): the day for dense tables, in the user's language: `30 Jun 2025`.
 */
char *caseness_date_format_short (CasenessDate date);

G_END_DECLS
