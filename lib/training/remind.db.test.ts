import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Actor } from '#lib/kernel/access'
import { valueOf } from '#lib/testing/practice'
import { useTestDatabase } from '#lib/testing/test-database'
import * as training from '#lib/testing/training'
import { closeCampaign, editCampaign } from './commands.ts'
import { namePerson } from './people-commands.ts'
import { peopleOfCampaign } from './people-queries.ts'
import { remindNow } from './remind.ts'
import { jobTitles, sortTitles } from './work-groups.ts'

vi.mock('#lib/platform/mail', async (load) => ({ ...(await load<object>()), isMailSetUp: () => true }))

const database = useTestDatabase()
let made: training.TrainingPractice
let spanish: Actor

beforeEach(async () => {
  made = await training.practiceWithCampaign(database.owner)
  spanish = await made.practice.actor('staff', [made.practice.siteB])
  await database.owner.query(`UPDATE "Person" SET language = 'es' WHERE id = $1`, [spanish.personId])
  valueOf(await name(spanish, 'in'))
})

const name = (person: Actor, as: string, reason = 'Because of the test') =>
  namePerson(made.officer, { id: made.campaignId, personId: person.personId, as, reason })
const stateOf = async (person: Actor) =>
  (await peopleOfCampaign(made.officer, made.campaignId, { state: '', siteId: '', page: 1 })).rows.find(
    ({ personId }) => personId === person.personId,
  )?.state
const mails = async () =>
  (
    await database.owner.query<{ subject: string; toName: string }>(
      `SELECT subject, "toName" FROM "OutgoingMail" WHERE "practiceId" = $1 ORDER BY "toName"`,
      [made.practice.id],
    )
  ).rows

describe('reminding those who have not signed', () => {
  it('sends one mail a day to each of them, in their language, and none to who has signed or has no address', async () => {
    const { officer, nurse, campaignId, assignmentId, versionId, practice } = made
    await training.signAs(nurse, assignmentId, versionId)
    const unreached = await practice.actor('staff', [practice.siteA])
    await database.owner.query(`UPDATE "Person" SET email = NULL WHERE id = $1`, [unreached.personId])
    valueOf(await name(unreached, 'in'))
    expect(valueOf(await remindNow(officer, { id: campaignId, siteId: practice.siteB }))).toMatchObject({
      reminded: 1,
    })
    expect(valueOf(await remindNow(officer, { id: campaignId }))).toMatchObject({ reminded: 1, before: 1 })
    expect(valueOf(await remindNow(officer, { id: campaignId }))).toMatchObject({ reminded: 0, before: 2 })
    expect(await mails()).toEqual([
      { subject: 'Please sign: Approved tools', toName: officer.name },
      { subject: 'Por favor, firme: Herramientas aprobadas', toName: spanish.name },
    ])
    const { remindable, unreachable } = await peopleOfCampaign(officer, campaignId, {
      ...{ state: '', siteId: '', page: 1 },
    })
    expect({ remindable, unreachable }).toEqual({ remindable: 2, unreachable: 1 })
  })

  it('lets a lead remind those of their site and nobody else, and sends nothing in a demo', async () => {
    const { practice, officer, campaignId } = made
    const lead = await practice.actor('site-lead', [practice.siteB])
    expect(await remindNow(lead, { id: campaignId })).toMatchObject({ code: 'forbidden' })
    expect(await remindNow(lead, { id: campaignId, siteId: practice.siteA })).toMatchObject({
      code: 'forbidden',
    })
    expect(valueOf(await remindNow(lead, { id: campaignId, siteId: practice.siteB }))).toMatchObject({
      reminded: 1,
    })
    expect(valueOf(await remindNow({ ...officer, isDemo: true }, { id: campaignId }))).toEqual({
      ...{ reminded: 0, before: 0, isDemo: true },
    })
    expect(await mails()).toHaveLength(1)
  })
})

describe('who is in a campaign', () => {
  it('is taken out and in again by name, with a reason; who has signed stays', async () => {
    const { nurse, assignmentId, versionId } = made
    expect(await name(nurse, 'out', '')).toMatchObject({ code: 'invalid' })
    valueOf(await name(nurse, 'out'))
    expect(await stateOf(nurse)).toBe('not-meant')
    valueOf(await name(nurse, 'rule', ''))
    expect(await stateOf(nurse)).toBe('open')
    await training.signAs(nurse, assignmentId, versionId)
    expect(await name(nurse, 'out')).toMatchObject({ code: 'conflict' })
    expect(await stateOf(nurse)).toBe('signed')
  })

  it('follows the work groups and sites of an edit, without touching who is named', async () => {
    const { officer, nurse, campaignId, courseId } = made
    await database.owner.query(`UPDATE "Person" SET "jobTitle" = 'RN' WHERE id = $1`, [nurse.personId])
    const { titles } = await jobTitles(officer)
    expect(titles).toEqual([{ title: 'rn', shown: 'RN', people: 1, group: null, guess: 'nursing' }])
    valueOf(await sortTitles(officer, { titles: ['RN'], groups: ['nursing'] }))
    expect(await sortTitles(officer, { titles: ['rn', 'md'], groups: ['billing'] })).toMatchObject({
      code: 'invalid',
    })
    const facts = training.campaignFacts(officer, courseId, { groups: ['billing'] })
    valueOf(await editCampaign(officer, { ...facts, id: campaignId, version: 1 }))
    expect([await stateOf(nurse), await stateOf(spanish)]).toEqual(['not-meant', 'open'])
    valueOf(await editCampaign(officer, { ...facts, groups: ['nursing'], id: campaignId, version: 2 }))
    expect([await stateOf(nurse), await stateOf(spanish), await stateOf(officer)]).toEqual([
      'open',
      'open',
      'not-meant',
    ])
  })

  it('is counted for good when it is closed', async () => {
    const { officer, nurse, campaignId, assignmentId, versionId, courseId } = made
    await training.signAs(nurse, assignmentId, versionId)
    valueOf(await closeCampaign(officer, { id: campaignId, version: 1, reason: 'The quarter is over' }))
    const { rows } = await database.owner.query(
      `SELECT assigned, "signedInTime", "signedLate" FROM "Campaign" WHERE id = $1`,
      [campaignId],
    )
    expect(rows).toEqual([{ assigned: 3, signedInTime: 1, signedLate: 0 }])
    const again = { ...training.campaignFacts(officer, courseId), id: campaignId, version: 2 }
    expect(await editCampaign(officer, again)).toMatchObject({ code: 'conflict' })
    const late = { state: 'closed', siteId: '', page: 7 } as const
    expect(await peopleOfCampaign(officer, campaignId, late)).toMatchObject({ total: 2, page: 1 })
  })
})
