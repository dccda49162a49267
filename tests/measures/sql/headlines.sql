-- SPDX-License-Identifier: GPL-3.0-or-later
-- The headline measures once more, straight from the raw tables and as plainly as can be: no shared code, no shared
-- order of steps. Slow on purpose. ?1 and ?2 are the first and the last day of the period.
WITH
month AS (SELECT submission_id, provider, period_end FROM active_submission),
known AS (SELECT provider, max(period_end) AS last_day FROM month GROUP BY provider),
-- A referral as its latest month has it (rulings 29).
referral AS (
  SELECT provider, ServiceRequestId AS id, ReferralRequestReceivedDate AS received, ServDischDate AS ended,
         SourceOfReferralIAPT AS source, coalesce(ServDischDate, last_day) AS until
    FROM (SELECT m.provider, r.*, row_number() OVER (PARTITION BY m.provider, r.ServiceRequestId
                                                      ORDER BY m.period_end DESC, r.line DESC) AS nth
            FROM IDS101Referral AS r JOIN month AS m USING (submission_id))
    JOIN known USING (provider)
   WHERE nth = 1),
activity AS (
  SELECT submission_id, CareContactId, CareActId,
         CASE WHEN instr(CodeProcAndProcStatus, ':') > 0
              THEN substr(CodeProcAndProcStatus, 1, instr(CodeProcAndProcStatus, ':') - 1)
              ELSE CodeProcAndProcStatus END AS code
    FROM IDS202CareActivity),
coded AS (
  SELECT submission_id, CareContactId, count(code) AS n_codes, sum(code = '1098051000000103') AS n_support
    FROM activity GROUP BY submission_id, CareContactId),
-- An attended contact while the referral was open, as its latest month has it.
contact AS (
  SELECT c.submission_id, r.provider, r.id AS referral, c.CareContactId AS id, c.CareContDate AS day,
         coalesce(c.CareContTime, 1000000) AS time, cast(c.AppType AS INTEGER) AS type,
         coalesce(n_codes > 0 AND n_codes = n_support, 0) OR coalesce(cast(c.AppType AS INTEGER) = 10, 0) AS is_support
    FROM (SELECT m.provider, c.*, row_number() OVER (PARTITION BY m.provider, c.CareContactId
                                                      ORDER BY m.period_end DESC, c.line DESC) AS nth
            FROM IDS201CareContact AS c JOIN month AS m USING (submission_id)) AS c
    JOIN referral AS r ON r.provider = c.provider AND r.id = c.ServiceRequestId
    LEFT JOIN coded USING (submission_id, CareContactId)
   WHERE c.nth = 1 AND c.CareContDate BETWEEN r.received AND r.until
     AND (cast(c.AttendOrDNACode AS INTEGER) IN (5, 6) OR upper(c.PlannedCareContIndicator) = 'N')),
log AS (
  SELECT r.provider, r.id AS referral, l.StartDateIntEnabledTherLog AS day, l.EndDateIntEnabledTherLog AS ended
    FROM IDS205InternetTherLog AS l JOIN month AS m USING (submission_id)
    JOIN referral AS r ON r.provider = m.provider AND r.id = l.ServiceRequestId
   WHERE l.StartDateIntEnabledTherLog >= r.received AND l.EndDateIntEnabledTherLog <= r.until),
session AS (
  SELECT provider, referral, day, row_number() OVER (PARTITION BY provider, referral
                                                      ORDER BY day, is_log, time, id) AS nth
    FROM (SELECT provider, referral, day, 0 AS is_log, time, id
            FROM contact WHERE type IN (2, 3, 5) AND NOT is_support
          UNION ALL
          SELECT provider, referral, day, 1, ended, '' FROM log)),
treated AS (
  SELECT provider, referral, min(day) AS first_day, max(CASE WHEN nth = 2 THEN day END) AS second_day, count(*) AS n
    FROM session GROUP BY provider, referral),
assessed AS (
  SELECT provider, referral, min(day) AS first_day FROM contact WHERE type IN (1, 3) GROUP BY provider, referral),
seen AS (
  SELECT provider, referral, count(*) AS n FROM contact WHERE type <> 6 OR type IS NULL GROUP BY provider, referral
  UNION ALL
  SELECT provider, referral, count(*) FROM log GROUP BY provider, referral),
contacts AS (SELECT provider, referral, sum(n) AS n FROM seen GROUP BY provider, referral),
-- What each tool may be, and when a score is a case and a change is reliable, in hundredths; the problem it is meant for.
tool (code, most, is_case, changes, problem) AS (VALUES
  ('720433000', 27, 1000, 600, NULL), ('445455005', 21, 800, 400, NULL), ('491581000000104', 80, 3200, 1000, 'F431'),
  ('445552006', 68, 1900, 1000, 'F401'), ('450324005', 168, 4000, 3200, 'F42%'), ('450326007', 28, 800, 500, 'F410'),
  ('446793008', 54, 1800, 400, 'F452'), ('1128221000000100', 72, 4000, 1000, '83482000'),
  ('1083671000000108', 500, 7500, 5000, 'K58%'), ('1065441000000103', 30, 1000, 700, '723916001'),
  ('473355002', 5, 230, 73, 'F400')),
complaint AS (
  SELECT provider, referral, problem
    FROM (SELECT m.provider, p.ServiceRequestId AS referral,
                 -- A code that is none of its scheme (1 ICD-10, 4 SNOMED CT) says nothing.
                 CASE WHEN (cast(p.FindSchemeInUse AS INTEGER) = 4) = (p.PresComp GLOB '[A-Za-z]*') THEN NULL
                      ELSE p.PresComp END AS problem,
                 row_number() OVER (PARTITION BY m.provider, p.ServiceRequestId
                                    ORDER BY p.PresComp IS NULL OR p.FindSchemeInUse IS NULL,
                                             coalesce(cast(p.PresCompCodSig AS INTEGER), 9), p.PresCompDate DESC,
                                             m.period_end DESC, p.line DESC) AS nth
            FROM IDS603PresentingComplaints AS p JOIN month AS m USING (submission_id)
           -- A later month that says the same code of the same day again says it anew (rulings 27).
           WHERE NOT EXISTS (SELECT 1 FROM IDS603PresentingComplaints AS q JOIN month AS n USING (submission_id)
                              WHERE n.provider = m.provider AND q.ServiceRequestId = p.ServiceRequestId
                                AND q.PresComp IS p.PresComp AND q.PresCompDate IS p.PresCompDate
                                AND n.period_end > m.period_end))
   WHERE nth = 1),
sent AS (
  SELECT c.provider, c.referral, s.CodedAssToolType AS code, s.PersScore AS score, c.day, c.time, 0 AS is_referral,
         c.id AS contact, a.CareActId AS activity, 0 AS place
    FROM IDS607CodedScoreAssessmentAct AS s
    JOIN activity AS a USING (submission_id, CareActId)
    JOIN contact AS c ON c.submission_id = a.submission_id AND c.id = a.CareContactId
   WHERE NOT c.is_support AND (c.type <> 6 OR c.type IS NULL)
  UNION ALL
  SELECT r.provider, r.id, s.CodedAssToolType, s.PersScore, s.AssToolCompDate, coalesce(s.AssToolCompTime, 1000000), 1,
         NULL, NULL, m.period_end * 1000000 + s.line
    FROM IDS606CodedScoreAssessmentRefer AS s JOIN month AS m USING (submission_id)
    JOIN referral AS r ON r.provider = m.provider AND r.id = s.ServiceRequestId
   WHERE s.AssToolCompDate BETWEEN r.received AND r.until),
valid AS (
  SELECT sent.*, cast(round(score * 100) AS INTEGER) AS points, tool.is_case, tool.changes
    FROM sent JOIN tool USING (code)
   WHERE score * 1.0 <= most
     AND CASE code WHEN '473355002' THEN score GLOB '[0-9].[0-9]' OR score GLOB '[0-9].[0-9][0-9]'
                   ELSE score GLOB '[0-9]*' AND NOT score GLOB '*[^0-9]*' AND length(score) <= length(most) END),
single AS (
  SELECT * FROM valid AS v
   WHERE NOT is_referral
      OR NOT EXISTS (SELECT 1 FROM valid AS twin
                      WHERE twin.provider = v.provider AND twin.referral = v.referral AND twin.code = v.code
                        AND NOT twin.is_referral AND twin.day = v.day AND twin.points = v.points)),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY provider, referral, code
                               ORDER BY day, time, is_referral, contact, activity, place) AS nth
    FROM single),
first AS (SELECT * FROM ranked WHERE nth = 1),
last AS (
  SELECT provider, referral, code, points
    FROM (SELECT r.*, row_number() OVER (PARTITION BY r.provider, r.referral, r.code ORDER BY r.nth DESC) AS from_end
            FROM ranked AS r JOIN first AS f USING (provider, referral, code)
           WHERE r.nth > 1 AND (r.is_referral OR f.is_referral OR r.contact <> f.contact))
   WHERE from_end = 1),
pair AS (
  SELECT provider, referral, code, is_case, changes, f.points AS first, l.points AS last
    FROM first AS f LEFT JOIN last AS l USING (provider, referral, code)),
-- The tool meant for the problem where it was given twice, else GAD-7.
anxiety AS (
  SELECT r.provider, r.id AS referral, coalesce(
           (SELECT p.code FROM pair AS p JOIN tool AS t USING (code) JOIN complaint AS c USING (provider, referral)
             WHERE p.provider = r.provider AND p.referral = r.id AND p.last IS NOT NULL AND t.problem IS NOT NULL
               AND (CASE WHEN c.problem GLOB '[A-Za-z]*' THEN replace(upper(c.problem), '.', '') ELSE c.problem END)
                   LIKE t.problem),
           '445455005') AS code
    FROM referral AS r),
course AS (
  SELECT r.provider, r.id, r.received, r.ended, t.first_day, d.first AS d1, d.last AS d2,
         a.first AS a1, a.last AS a2, a.is_case AS cut, a.changes AS step
    FROM referral AS r JOIN treated AS t ON t.provider = r.provider AND t.referral = r.id
    JOIN anxiety AS x ON x.provider = r.provider AND x.referral = r.id
    LEFT JOIN pair AS d ON d.provider = r.provider AND d.referral = r.id AND d.code = '720433000'
    LEFT JOIN pair AS a ON a.provider = r.provider AND a.referral = r.id AND a.code = x.code
   WHERE t.n >= 2 AND r.ended BETWEEN ?1 AND ?2 AND r.ended >= r.received),
judged AS (
  SELECT *, coalesce(d1 >= 1000, 0) OR coalesce(a1 >= cut, 0) AS at_caseness,
         coalesce(d1 < 1000 AND a1 < cut, 0) AS not_at_caseness, coalesce(d2 < 1000 AND a2 < cut, 0) AS ends_below,
         CASE WHEN d2 IS NULL OR a2 IS NULL THEN NULL
              ELSE (d2 - d1 <= -600) - (d2 - d1 >= 600) END AS d_fell,
         CASE WHEN d2 IS NULL OR a2 IS NULL THEN NULL
              ELSE (a2 - a1 <= -step) - (a2 - a1 >= step) END AS a_fell
    FROM course)
SELECT 'M001', count(*) FROM referral WHERE received BETWEEN ?1 AND ?2
UNION ALL SELECT 'M002', count(*) FROM referral WHERE received BETWEEN ?1 AND ?2 AND source = 'B1'
UNION ALL SELECT 'M023', count(*) FROM assessed WHERE first_day BETWEEN ?1 AND ?2
UNION ALL SELECT 'M031', count(*) FROM treated WHERE first_day BETWEEN ?1 AND ?2
UNION ALL SELECT 'M036', count(*) FROM treated AS t JOIN referral AS r ON r.provider = t.provider AND r.id = t.referral
           WHERE t.first_day BETWEEN ?1 AND ?2 AND t.first_day - r.received <= 42
UNION ALL SELECT 'M047', count(*) FROM treated WHERE second_day BETWEEN ?1 AND ?2 AND second_day - first_day > 90
UNION ALL SELECT 'M184', count(*) FROM treated WHERE second_day BETWEEN ?1 AND ?2
UNION ALL SELECT 'M056', count(*) FROM referral WHERE ended BETWEEN ?1 AND ?2
UNION ALL SELECT 'M073', count(*) FROM referral AS r LEFT JOIN contacts AS c ON c.provider = r.provider AND c.referral = r.id
           WHERE r.ended BETWEEN ?1 AND ?2 AND coalesce(c.n, 0) = 0
UNION ALL SELECT 'M075', count(*) FROM referral AS r JOIN treated AS t ON t.provider = r.provider AND t.referral = r.id
           WHERE r.ended BETWEEN ?1 AND ?2 AND t.n = 1
UNION ALL SELECT 'M076', count(*) FROM judged
UNION ALL SELECT 'M052', count(*) FROM judged WHERE first_day - received <= 42
UNION ALL SELECT 'M179', count(*) FROM judged WHERE not_at_caseness
UNION ALL SELECT 'M191', count(*) FROM judged WHERE at_caseness AND ends_below
UNION ALL SELECT 'M185', count(*) FROM judged WHERE d_fell + a_fell > 0 AND d_fell * a_fell >= 0
UNION ALL SELECT 'M189', count(*) FROM judged WHERE d_fell + a_fell < 0 AND d_fell * a_fell >= 0
UNION ALL SELECT 'M187', count(*) FROM judged WHERE d_fell * a_fell < 0 OR (d_fell = 0 AND a_fell = 0)
UNION ALL SELECT 'M193', count(*) FROM judged
           WHERE at_caseness AND ends_below AND d_fell + a_fell > 0 AND d_fell * a_fell >= 0
UNION ALL SELECT 'M201', count(*) FROM judged WHERE d2 IS NOT NULL
UNION ALL SELECT 'M202', count(*) FROM judged WHERE d2 IS NOT NULL AND a2 IS NOT NULL;
