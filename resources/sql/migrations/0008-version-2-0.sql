-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What only version 2.0 of the data set asks, and the decile of deprivation that a lookup of postcodes gave while they
-- were there. What was imported before does not say.

ALTER TABLE IDS001MPI ADD COLUMN OrgIDResidenceResp TEXT;
ALTER TABLE IDS002GP ADD COLUMN OrgIDGPPrac TEXT;
ALTER TABLE IDS004EmpStatus ADD COLUMN JSAInd TEXT;
ALTER TABLE IDS004EmpStatus ADD COLUMN OtherBenefitInd TEXT;
ALTER TABLE IDS101Referral ADD COLUMN IMDDecile INTEGER;

PRAGMA user_version = 8;
