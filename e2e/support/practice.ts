import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { createSystem } from '#lib/ai-systems/commands'
import { createFlow } from '#lib/ai-systems/flow-commands'
import { keepTraining } from '#lib/flows/keep-training'
import type { Actor, Role } from '#lib/kernel/access'
import { saveView } from '#lib/kernel/saved-views'
import { createPerson } from '#lib/people/commands'
import { saveDraft } from '#lib/people/drafts'
import { createInvitation } from '#lib/people/links'
import { now } from '#lib/platform/clock'
import { importedRegistry } from '#lib/registry'
import { giveAccount } from '#lib/testing/accounts'
import { signedAgreement } from '#lib/testing/agreements'
import { facts, flowFacts } from '#lib/testing/ai-systems'
import { type AssessedIds, assessedSystem } from '#lib/testing/assessments'
import { addControl } from '#lib/testing/controls'
import { canaryCourse } from '#lib/testing/courses'
import { sendFile } from '#lib/testing/evidence'
import { type FrameworkIds, frameworksOf } from '#lib/testing/frameworks'
import { createPractice, type TestPractice, valueOf } from '#lib/testing/practice'
import { type AskedIds, askedVendor } from '#lib/testing/questionnaires'
import { riskWithAction } from '#lib/testing/risks'
import { assignmentOf, campaignFacts } from '#lib/testing/training'
import { planFacts } from '#lib/testing/training-inputs'
import { type TakePageIds, takePages } from '#lib/testing/training-take'
import { type VendorIds, vendorWithParts } from '#lib/testing/vendors'
import { createCampaign } from '#lib/training/commands'
import { printSheets } from '#lib/training/paper-print'
import { namePerson } from '#lib/training/people-commands'
import { createPlan } from '#lib/training/plan-commands'

/**
 * Words that stand in every text of the practice and nowhere else: `practice` in what belongs to all of it, `site` in
 * what belongs to one site and is not approved for anybody, `view` in a saved view that its officer shares with nobody,
 * `draft` in what the officer typed and has not sent.
 */
export const tellTale = {
  practice: 'Quetzalite',
  site: 'Obsidianite',
  vendor: 'Chrysoberyl',
  view: 'Malachite',
  draft: 'Rhodonite',
} as const

/** Short references of the practice: no other practice gets that far. */
export const tellTaleReference = /\b(?:AI|FLOW|P|V|AGR|Q|RISK|CTL|FW|ASM|TR)-70\d{3}\b/

interface VendorPartIds {
  vendorId: string
  contactId: string
  linkToHostId: string
  certificateId: string
}

const partIds = ({ id, contactId, linkId, certificateId }: VendorIds): VendorPartIds => ({
  vendorId: id,
  contactId,
  linkToHostId: linkId,
  certificateId,
})

/** A practice with something in every register, and the people who may see all, some or none of it. */
export interface CanaryPractice {
  practice: TestPractice
  officer: Actor
  auditor: Actor
  /** At the site of the records. */
  staff: Actor
  /** Of the other site. */
  otherLead: Actor
  /** What addresses are made of. */
  ids: Record<
    | 'siteId'
    | 'systemId'
    | 'flowId'
    | 'agreementId'
    | 'controlId'
    | 'courseId'
    | keyof FrameworkIds
    | 'endedId'
    | 'letThroughId'
    | 'dutyId'
    | keyof VendorPartIds
    | keyof AskedIds
    | keyof AssessedIds
    | 'campaignId'
    | 'trainingId'
    | 'sheetId'
    | 'planId'
    | keyof TakePageIds
    | 'personId'
    | 'linkId'
    | 'viewId'
    | 'riskId'
    | 'riskActionId'
    | 'siteRiskId'
    | 'evidenceId',
    string
  > & {
    /** An import for each register that was checked and not brought in, with errors. */
    batches: Record<string, string>
  }
  /** The path of a link by which a person of it chooses a first password. */
  linkPath: string
  /** Of a link by which a vendor answers. */
  guestToken: string
}

/** A file for each register with a row that cannot be brought in. */
const faultyFiles: Record<string, string> = {
  person: `Name,E-mail\n${tellTale.site} row,${tellTale.site} is no address`,
  'ai-system': `Name,Proposed on\n${tellTale.site} row,${tellTale.site} is no day`,
  'phi-flow': `AI system,Purpose\n${tellTale.site} is no system,${tellTale.site} row`,
  agreement: `Vendor,Title,Signed on\nV-001,${tellTale.site} row,${tellTale.site} is no day`,
  control: `Control,Tested on\n${tellTale.site} control,${tellTale.site} is no day`,
  risk: `Risk,Category,Found on\n${tellTale.site} row,Privacy,${tellTale.site} is no day`,
  vendor: `Name,Website\n${tellTale.site} row,${tellTale.site} is no address`,
}

/** Makes such a practice by the commands that people use. Needs `adoptServer` first. */
export async function canaryPractice(owner: pg.Pool): Promise<CanaryPractice> {
  const practice = await createPractice(owner)
  const { id: practiceId, siteA: siteId, siteB } = practice
  await owner.query('UPDATE "Practice" SET name = $2 WHERE id = $1', [
    practiceId,
    `${tellTale.practice} Health`,
  ])
  await owner.query(`UPDATE "Site" SET name = $2 || ' ' || name WHERE "practiceId" = $1`, [
    practiceId,
    tellTale.practice,
  ])
  await owner.query(
    `INSERT INTO "ReferenceCounter" ("practiceId", kind, last) SELECT $1, kind, 70000 FROM unnest('{AI,FLOW,P,V,Q,RISK,CTL,FW,ASM,TR}'::text[]) AS kind`,
    [practiceId],
  )
  const actor = async (role: Role, siteIds?: readonly string[]): Promise<Actor> => {
    const made = await practice.actor(role, siteIds)
    const name = `${tellTale.practice} ${role}`
    const email = `${role}.${randomUUID()}@quetzalite.example`
    await owner.query('UPDATE "Person" SET name = $2, email = $3 WHERE id = $1', [made.personId, name, email])
    const named = { ...made, name, email, practiceName: `${tellTale.practice} Health` }
    await giveAccount(owner, named)
    return named
  }
  const officer = await actor('officer')
  const secret = tellTale.site
  const person = valueOf(
    await createPerson(officer, {
      name: `${secret} Person`,
      email: `person.${randomUUID()}@quetzalite.example`,
      jobTitle: `${secret} job`,
      staffNumber: secret,
      startedOn: '',
      siteIds: [siteId],
    }),
  )
  const system = valueOf(
    await createSystem(officer, {
      ...facts,
      name: `${secret} scribe`,
      purpose: `${secret} purpose`,
      vendorName: `${secret} vendor`,
      notes: `${secret} notes`,
      ownerId: person.id,
      siteIds: [siteId],
    }),
  )
  const flow = valueOf(
    await createFlow(officer, {
      ...flowFacts,
      systemId: system.id,
      purpose: `${secret} flow`,
      destination: `${secret} cloud`,
    }),
  )
  // Vendors belong to the whole practice.
  const vendor = await vendorWithParts(
    officer,
    { name: `${tellTale.vendor} vendor`, services: `${tellTale.vendor} services`, ownerId: officer.personId },
    tellTale.vendor,
  )
  const agreementId = await signedAgreement(officer, vendor.id, {
    ...{ title: `${tellTale.vendor} agreement`, services: `${tellTale.vendor} services` },
    ...{ covers: 'named', systemIds: [system.id], flowIds: [flow.id], ownerId: officer.personId },
    ...{ renewal: 'renews', endsOn: '2099-12-31' },
  })
  const { token: guestToken, ...asked } = await askedVendor(officer, vendor.id, tellTale.vendor)
  // One of the whole practice, and one of the system at its site.
  const words = { title: `${secret} risk`, cause: `${secret} cause`, notes: `${secret} notes` }
  const wholeRisk = await riskWithAction(officer, words)
  const siteRisk = await riskWithAction(officer, { ...words, systemIds: [system.id] })
  const frameworks = await frameworksOf(officer, tellTale.vendor)
  const controlId = await addControl(
    officer,
    { title: `${tellTale.vendor} control`, does: `${tellTale.vendor} doing` },
    `${frameworks.frameworkId}:X-1`,
  )
  const courseId = await canaryCourse(officer, tellTale.vendor)
  const assessed = await assessedSystem(officer, system.id, person.id, secret)
  // What is taught belongs to the whole practice, too.
  const taught = `${tellTale.vendor} training`
  // For one person alone: whoever else had to sign it would rightly read its name.
  const forNobody = { title: taught, groups: ['leadership'] }
  const campaign = await createCampaign(officer, campaignFacts(officer, courseId, forNobody))
  const campaignId = valueOf(campaign).id
  const named = { id: campaignId, personId: person.id, as: 'in', reason: 'Asked for it' }
  valueOf(await namePerson(officer, named))
  const sheet = await printSheets(officer, { campaignId, siteId, language: 'en' })
  const plan = await createPlan(officer, { ...planFacts(officer, courseId), name: taught })
  const elsewhere = {
    ...facts,
    name: `${tellTale.practice} reader`,
    ownerId: officer.personId,
    siteIds: [siteB],
  }
  valueOf(await createSystem(officer, elsewhere))
  const tool = { ...facts, name: `${tellTale.practice} approved tool`, siteIds: [siteId] }
  const { id: toolId } = valueOf(await createSystem(officer, tool))
  await owner.query(`UPDATE "AiSystem" SET stage = 'approved' WHERE id = $1`, [toolId])

  const view = { kind: 'ai-system', name: `${tellTale.view} view`, query: `?q=${tellTale.view}` }
  const draft = { form: 'ai-system/new', basis: '', values: { name: [`${tellTale.draft} name`] } }
  await saveDraft(officer, draft, now())
  const file = valueOf(
    await sendFile(officer, system.id, Buffer.from(`${secret} words\n`), {
      title: `${secret} file`,
      name: `${secret}.txt`,
      validUntil: '2099-12-31',
    }),
  )
  const { linkId, path: linkPath } = valueOf(await createInvitation(officer, { personId: person.id }))
  const batches: Record<string, string> = {}
  for (const [kind, { imports }] of Object.entries(importedRegistry)) {
    const content = new TextEncoder().encode(faultyFiles[kind])
    const { id } = valueOf(await imports.upload(officer, { fileName: `${secret} list.csv`, content }))
    valueOf(await imports.check(officer, { id }))
    batches[kind] = id
  }
  const staff = await actor('staff', [siteId])
  const trainings = await takePages(owner, officer, staff)
  const [auditor, otherLead] = [await actor('auditor'), await actor('site-lead', [siteB])]
  // Whoever came after a campaign is taken in now, and not by the worker in the middle of a test.
  await keepTraining(practice.id)
  return {
    practice,
    officer,
    auditor,
    staff,
    otherLead,
    ids: {
      siteId,
      systemId: system.id,
      dutyId: await dutyOf(owner, system.id),
      flowId: flow.id,
      agreementId,
      controlId,
      courseId,
      ...frameworks,
      endedId: '',
      letThroughId: '',
      ...partIds(vendor),
      ...asked,
      ...assessed,
      campaignId,
      trainingId: await assignmentOf(owner, campaignId, person.id),
      sheetId: valueOf(sheet).sheetId,
      planId: valueOf(plan).id,
      ...trainings,
      personId: person.id,
      linkId,
      evidenceId: file.id,
      riskId: wholeRisk.id,
      riskActionId: wholeRisk.actionId,
      siteRiskId: siteRisk.id,
      viewId: valueOf(await saveView(officer, view)).id,
      batches,
    },
    linkPath,
    guestToken,
  }
}

export async function dutyOf(owner: pg.Pool, recordId: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT id FROM "Obligation" WHERE "recordId" = $1 AND state = 'open' ORDER BY "dueOn", id LIMIT 1`,
    [recordId],
  )
  return rows[0]?.id ?? ''
}

/** A token that no link has. */
export const unknownToken = () => randomBytes(32).toString('base64url')
