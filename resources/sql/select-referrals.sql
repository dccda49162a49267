SELECT ServiceRequestId, LocalPatientId, ReferralRequestReceivedDate, ServDischDate, AgeReferral, OrgIDComm,
       SourceOfReferralIAPT, EndCode, IMDDecile
  FROM IDS101Referral
 WHERE submission_id = :submission
   AND row_id >= ifnull ((SELECT first_row FROM import_file WHERE submission_id = :submission
                             AND table_name = 'IDS101Referral'), 0)
   AND row_id <= ifnull ((SELECT last_row FROM import_file WHERE submission_id = :submission
                             AND table_name = 'IDS101Referral'), 9223372036854775807)
 ORDER BY row_id;
