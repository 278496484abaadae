import type pg from 'pg'
import { createDemoPractice, demoExists } from '#lib/flows/demo-practice'
import { now } from '#lib/platform/clock'
import { type CanaryPractice, dutyOf } from './practice.ts'

/** The demo practice's officer, and ids of records of it that are there for every page. */
export interface DemoPractice {
  officer: { practiceId: string; personId: string }
  ids: CanaryPractice['ids']
}

/** The demo practice, made once for all specs of a server. Needs `adoptServer` first. */
export async function demoPractice(owner: pg.Pool): Promise<DemoPractice> {
  const lock = await owner.connect()
  try {
    await lock.query("SELECT pg_advisory_lock(hashtext('e2e demo practice'))")
    if (!(await demoExists())) await createDemoPractice(now(), { besideOthers: true })
    await lock.query("SELECT pg_advisory_unlock(hashtext('e2e demo practice'))")
  } finally {
    lock.release()
  }
  const one = async (sql: string, ...values: string[]): Promise<string> => {
    const { rows } = await owner.query<{ id: string }>(sql, values)
    if (!rows[0]) throw new Error(`the demo practice has nothing for ${sql}`)
    return rows[0].id
  }
  const practiceId = await one(`SELECT id FROM "Practice" WHERE "isDemo" AND name LIKE '%(demo)'`)
  const officerId = await one(
    `SELECT "personId" AS id FROM "RoleAssignment" WHERE "practiceId" = $1 AND role = 'officer'`,
    practiceId,
  )
  const systemId = await one(
    `SELECT id FROM "AiSystem" WHERE "practiceId" = $1 AND stage = 'in-use' AND tier = 'high' ORDER BY ref LIMIT 1`,
    practiceId,
  )
  const vendorId = await one(
    `SELECT id FROM "Vendor" WHERE "practiceId" = $1 AND name = 'Quillwell Health'`,
    practiceId,
  )
  return {
    officer: { practiceId, personId: officerId },
    ids: {
      systemId,
      dutyId: await dutyOf(owner, systemId),
      vendorId,
      agreementId: await one(
        `SELECT id FROM "Agreement" WHERE "practiceId" = $1 AND kind = 'baa' AND "vendorId" = $2`,
        practiceId,
        vendorId,
      ),
      letThroughId: await one(
        `SELECT id FROM "AiSystem" WHERE "practiceId" = $1 AND cover = 'override' LIMIT 1`,
        practiceId,
      ),
      endedId: await one(
        'SELECT id FROM "Agreement" WHERE "practiceId" = $1 AND "terminatedOn" IS NOT NULL LIMIT 1',
        practiceId,
      ),
      controlId: await one(
        `SELECT id FROM "Control" WHERE "practiceId" = $1 AND "testResult" = 'weak'`,
        practiceId,
      ),
      courseId: await one(
        'SELECT id FROM "Course" WHERE "practiceId" = $1 AND number > 0 AND draft IS NOT NULL',
        practiceId,
      ),
      takeId: '',
      ownRecordId: '',
      officerTakeId: '',
      officerRecordId: '',
      frameworkId: '',
      uploadId: '',
      spareId: '',
      contactId: await one('SELECT id FROM "VendorContact" WHERE "vendorId" = $1 LIMIT 1', vendorId),
      linkToHostId: await one('SELECT id FROM "VendorLink" WHERE "vendorId" = $1 LIMIT 1', vendorId),
      certificateId: await one('SELECT id FROM "VendorCertificate" WHERE "vendorId" = $1 LIMIT 1', vendorId),
      questionnaireId: await one(
        `SELECT id FROM "Questionnaire" WHERE "practiceId" = $1 AND "previousId" IS NOT NULL`,
        practiceId,
      ),
      templateId: await one(
        `SELECT id FROM "QuestionTemplate" WHERE "practiceId" = $1 AND shipped = 'ai-scribe'`,
        practiceId,
      ),
      gapId: await one(
        `SELECT id FROM "QuestionnaireScore" WHERE "practiceId" = $1 AND verdict = 'gap' AND "settledOn" IS NULL LIMIT 1`,
        practiceId,
      ),
      assessmentId: await one(
        `SELECT id FROM "Assessment" WHERE "practiceId" = $1 AND state = 'open' AND "predecessorId" IS NOT NULL`,
        practiceId,
      ),
      signedAssessmentId: await one(
        `SELECT id FROM "Assessment" WHERE "practiceId" = $1 AND kind = 'security-risk-analysis'`,
        practiceId,
      ),
      assessmentPartId: await one('SELECT id FROM "AssessmentPart" WHERE "practiceId" = $1', practiceId),
      findingRiskId: await one(
        'SELECT "riskId" AS id FROM "AssessmentFinding" WHERE "practiceId" = $1 LIMIT 1',
        practiceId,
      ),
      campaignId: await one(
        `SELECT id FROM "Campaign" WHERE "practiceId" = $1 AND "closedOn" IS NULL AND "dueOn" < current_date AND "archivedAt" IS NULL LIMIT 1`,
        practiceId,
      ),
      trainingId: '',
      sheetId: '',
      planId: await one('SELECT id FROM "TrainingPlan" WHERE "practiceId" = $1 LIMIT 1', practiceId),
      flowId: await one('SELECT id FROM "PhiFlow" WHERE "systemId" = $1 LIMIT 1', systemId),
      siteId: await one('SELECT id FROM "Site" WHERE "practiceId" = $1 ORDER BY name LIMIT 1', practiceId),
      personId: await one(
        `SELECT "personId" AS id FROM "RoleAssignment" WHERE "practiceId" = $1 AND role = 'site-lead'`,
        practiceId,
      ),
      linkId: '',
      riskId: await one(
        `SELECT id FROM "Risk" WHERE "practiceId" = $1 AND "starterKey" IS NULL AND title LIKE '%approved%' LIMIT 1`,
        practiceId,
      ),
      riskActionId: await one(
        `SELECT a.id FROM "RiskAction" a JOIN "Risk" r ON r.id = a."riskId" WHERE a."practiceId" = $1 AND a."doneOn" IS NULL AND r.title LIKE '%approved%' LIMIT 1`,
        practiceId,
      ),
      siteRiskId: await one(
        `SELECT id FROM "Risk" WHERE "practiceId" = $1 AND "acceptedUntil" IS NOT NULL LIMIT 1`,
        practiceId,
      ),
      evidenceId: '',
      viewId: '',
      batches: {},
    },
  }
}
