/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * CasenessAccessStatus:
 * @CASENESS_ACCESS_DONE: the tables asked for are written; the names of the others are on standard output
 * @CASENESS_ACCESS_UNREADABLE: not a database, protected by a password, or damaged where its contents are listed
 * @CASENESS_ACCESS_DAMAGED: a table cannot be read to its end; its name is on standard output
 * @CASENESS_ACCESS_TWICE: two tables are the same one of ours; the name of the second is on standard output
 * @CASENESS_ACCESS_LINKED: a table lies in another file; its name is on standard output
 * @CASENESS_ACCESS_TOO_LARGE: more comes out than tables can hold
 * @CASENESS_ACCESS_NO_ROOM: the folder cannot be written
 *
 * How caseness-read-access ends. The numbers keep clear of those that shells and loaders use.
 */
typedef enum
{
  CASENESS_ACCESS_DONE = 0,
  CASENESS_ACCESS_UNREADABLE = 10,
  CASENESS_ACCESS_DAMAGED,
  CASENESS_ACCESS_TWICE,
  CASENESS_ACCESS_LINKED,
  CASENESS_ACCESS_TOO_LARGE,
  CASENESS_ACCESS_NO_ROOM,
} CasenessAccessStatus;
