import { expect, test } from 'vitest'
import { agreementDuties } from '#lib/agreements/due'
import { agreementKind } from '#lib/agreements/schema'
import { systemDuties } from '#lib/ai-systems/due'
import { systemKind } from '#lib/ai-systems/schema'
import { assessmentDuties, partDuty } from '#lib/assessments/due'
import { assessmentKind } from '#lib/assessments/schema'
import { day } from '#lib/base/days'
import { controlDuties } from '#lib/controls/due'
import { controlKind } from '#lib/controls/schema'
import { evidenceKind } from '#lib/kernel/renewals'
import { gapDuties, questionnaireDuties } from '#lib/questionnaires/due'
import { questionnaireKind } from '#lib/questionnaires/schema'
import { actionDuties, riskDuties } from '#lib/risks/due'
import { riskKind } from '#lib/risks/schema'
import { assignmentDuties, campaignDuties, escalationDuty } from '#lib/training/due'
import { assignmentKind, campaignKind, escalationKind } from '#lib/training/schema'
import { vendorDuties } from '#lib/vendors/due'
import { vendorKind } from '#lib/vendors/schema'
import { dutyName, dutyNames } from './duty-names.ts'

test('every duty of a record and of a file has a name, and no name is left over', () => {
  const facts = {
    stage: 'in-use',
    tier: 'high',
    archived: false,
    proposedOn: day('2026-01-01'),
    registeredOn: day('2026-01-01'),
    approvedOn: day('2026-02-01'),
    reviewedOn: day('2026-02-01'),
    dataReviewedOn: null,
    logsReviewedOn: null,
    coverNoted: 'uncovered',
    coverSince: day('2026-02-01'),
    coverOverrideUntil: null,
    flows: [{ deidentification: 'none' }],
  }
  const vendor = {
    archived: false,
    patientData: 'yes',
    businessAssociate: 'unknown',
    registeredOn: day('2026-01-01'),
    determinedOn: null,
    reviewedOn: null,
    certificates: [
      {
        id: 'c1',
        kind: 'soc2-type2',
        scope: '',
        issuedOn: null,
        validUntil: day('2027-01-01'),
        enteredOn: day('2026-01-01'),
      },
    ],
  }
  const agreement = {
    ...{ kind: 'baa', upstreamId: null, archived: false, complete: false, registeredOn: day('2026-01-01') },
    ...{ sentOn: null, signedOn: day('2026-01-01'), effectiveOn: null, endsOn: day('2027-01-01') },
    ...{ renewal: 'ends', renewalMonths: null, noticeDays: null, terminatedOn: null, replacedOn: null },
    ...{ clausesOn: null, confirmedOn: null, renewalDecidedOn: null, renewalDecidedFor: null },
    dataReturnedOn: null,
  }
  const ended = { ...agreement, terminatedOn: day('2026-03-01') }
  const today = day('2026-04-01')
  const questionnaire = {
    archived: false,
    sentOn: day('2026-01-01'),
    answerBy: day('2026-02-01'),
    withdrawn: false,
    submittedOn: day('2026-01-20'),
    scoredOn: null,
  }
  const gap = {
    ...{ id: 'g1', asked: 'Is it encrypted?', sinceOn: day('2026-01-20'), settleBy: day('2026-03-01') },
    ...{ settledOn: null, goesOn: false },
  }
  const risk = {
    ...{ archived: false, closedOn: null, registeredOn: day('2026-01-01'), scoredOn: day('2026-01-02') },
    ...{ currentScore: 12, treatment: 'undecided', reviewedOn: null, reviewEveryMonths: 12 },
    ...{ acceptedOn: day('2026-01-02'), acceptedUntil: day('2026-12-01') },
  }
  const action = {
    ...{ id: 'a1', title: 'Ask the vendor', createdOn: day('2026-01-02'), dueOn: day('2026-03-01') },
    ...{ doneOn: null, dropped: false },
  }
  const assessment = {
    ...{ archived: false, kind: 'ai-rmf' as const, hasOwner: false, isOver: false },
    ...{ startedOn: day('2026-01-01'), dueOn: day('2026-03-01'), signedOn: null, followedOn: null },
  }
  const signed = { ...assessment, signedOn: day('2026-02-20') }
  const part = {
    id: 'p1',
    title: 'Govern',
    sinceOn: day('2026-01-01'),
    dueOn: day('2026-02-01'),
    doneOn: null,
  }
  const control = {
    ...{ archived: false, state: 'in-place', registeredOn: day('2026-01-01'), changedOn: day('2026-01-01') },
    ...{ ownerId: null, testEveryMonths: 12, testedOn: day('2026-02-01'), testResult: 'fails' },
  }
  const campaign = {
    archived: false,
    opensOn: day('2026-01-01'),
    dueOn: day('2026-02-01'),
    escalateAfterDays: 7,
  }
  const assignment = {
    assignedOn: day('2026-01-01'),
    dueOn: day('2026-02-01'),
    signedOn: null,
    pausedOn: null,
  }
  const keys = [
    ...systemDuties(facts, {}).map(({ key }) => `${systemKind}.${key}`),
    ...vendorDuties(vendor, {}).map(({ key }) => dutyName(vendorKind, key).value),
    ...[agreement, ended]
      .flatMap((facts) => agreementDuties(facts, today, {}))
      .map(({ key }) => dutyName(agreementKind, key).value),
    ...questionnaireDuties(questionnaire, {}).map(({ key }) => `${questionnaireKind}.${key}`),
    ...gapDuties(gap).map(({ key }) => dutyName(questionnaireKind, key).value),
    ...riskDuties(risk, today, {}).map(({ key }) => `${riskKind}.${key}`),
    ...actionDuties(action, 4).map(({ key }) => dutyName(riskKind, key).value),
    ...[assessment, signed].flatMap((one) =>
      assessmentDuties(one, {}).map(({ key }) => `${assessmentKind}.${key}`),
    ),
    dutyName(assessmentKind, partDuty(part).key).value,
    ...controlDuties(control, {}).map(({ key }) => `${controlKind}.${key}`),
    ...[1, 2]
      .flatMap((round) => assignmentDuties({ ...assignment, closedFor: null, round }))
      .map(({ key }) => dutyName(assignmentKind, key).value),
    ...campaignDuties({ ...campaign, closedOn: null }).map(({ key }) => `${campaignKind}.${key}`),
    `${escalationKind}.${escalationDuty({ escalatedOn: day('2026-03-01'), doneOn: null }).key}`,
    // Of files on records: lib/kernel/renewals.ts.
    `${evidenceKind}.renew`,
  ]
  expect([...new Set(keys)].sort()).toEqual(dutyNames.map(({ value }) => value).sort())
})
