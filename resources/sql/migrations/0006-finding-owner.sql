-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Whose row broke a rule, so that findings can be told by team and clinician. What was imported before does not say.

ALTER TABLE finding ADD COLUMN referral TEXT;
ALTER TABLE finding ADD COLUMN patient TEXT;

PRAGMA user_version = 6;
