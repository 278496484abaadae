import { agreementCadences } from '#lib/agreements/due'
import { settle as settleAgreements } from '#lib/agreements/store'
import { systemCadences } from '#lib/ai-systems/due'
import { settle as settleSystems } from '#lib/ai-systems/store'
import { assessmentCadences } from '#lib/assessments/due'
import { settle as settleAssessments } from '#lib/assessments/store'
import { count } from '#lib/base/text'
import { controlCadences } from '#lib/controls/due'
import { settle as settleControls } from '#lib/controls/store'
import { courseCadences } from '#lib/courses/due'
import { settle as settleCourses } from '#lib/courses/store'
import type { Actor } from '#lib/kernel/access'
import { type Cadence, cadenceLength } from '#lib/kernel/cadence'
import { defineCommand } from '#lib/kernel/command'
import { invalid } from '#lib/kernel/errors'
import { read } from '#lib/platform/db'
import { cadencesInput } from '#lib/practice/schema'
import { changesInWords, lockSettings, recordOf } from '#lib/practice/store'
import { questionnaireCadences } from '#lib/questionnaires/due'
import { settle as settleQuestionnaires } from '#lib/questionnaires/store'
import { riskCadences } from '#lib/risks/due'
import { settle as settleRisks } from '#lib/risks/store'
import { vendorCadences } from '#lib/vendors/due'
import { settle as settleVendors } from '#lib/vendors/store'

/** Every cadence that the registers declare, by register. */
export const cadenceGroups: readonly { title: string; cadences: readonly Cadence[] }[] = [
  { title: 'AI systems', cadences: Object.values(systemCadences) },
  { title: 'Vendors', cadences: Object.values(vendorCadences) },
  { title: 'Agreements', cadences: Object.values(agreementCadences) },
  { title: 'Controls', cadences: Object.values(controlCadences) },
  { title: 'Questionnaires', cadences: Object.values(questionnaireCadences) },
  { title: 'Risks', cadences: Object.values(riskCadences) },
  { title: 'Assessments', cadences: Object.values(assessmentCadences) },
  { title: 'Courses', cadences: Object.values(courseCadences) },
]

const all = cadenceGroups.flatMap(({ cadences }) => cadences)

/** '30 days', '1 month'. */
export function lengthInWords(cadence: Cadence, length: number): string {
  return count(length, cadence.unit === 'days' ? 'day' : 'month')
}

/** How many open duties a change of the cadences may move. */
export function countOpenDuties(actor: Actor): Promise<number> {
  return read(actor, (tx) => tx.obligation.count({ where: { state: 'open' } }))
}

/** Changes how often things are due, and every due date with it, in one transaction. */
export const changeCadences = defineCommand({
  name: 'practice.cadences',
  permission: 'practice.settings',
  input: cadencesInput,
  run: async (context, { version, lengths }) => {
    const { tx, actor } = context
    const before = await lockSettings(context, version)
    const fields: Record<string, string> = {}
    for (const [key, length] of Object.entries(lengths)) {
      const cadence = all.find((one) => one.key === key)
      if (!cadence) throw invalid('There is no such interval.')
      if (length < cadence.min || length > cadence.max)
        fields[`lengths.${key}`] =
          `From ${cadence.min.toLocaleString('en-US')} to ${lengthInWords(cadence, cadence.max)}.`
    }
    if (Object.keys(fields).length > 0) throw invalid('Please check the marked fields.', fields)

    const next = { ...before.cadences }
    for (const { key, standard } of all) {
      const length = lengths[key]
      if (length === standard) delete next[key]
      else if (length !== undefined) next[key] = length
    }
    await tx.practice.update({
      where: { id: before.id },
      data: { cadences: next, version: { increment: 1 } },
    })
    const changed = all.filter(
      (cadence) => cadenceLength(cadence, next) !== cadenceLength(cadence, before.cadences),
    )
    const after = { ...context, actor: { ...actor, cadences: next } }
    const inRegister = { archivedAt: null }
    const due =
      changed.length > 0
        ? [
            ...(await settleSystems(after, inRegister)),
            ...(await settleVendors(after, inRegister)),
            ...(await settleAgreements(after, inRegister)),
            ...(await settleControls(after, inRegister)),
            ...(await settleQuestionnaires(after, inRegister)),
            ...(await settleRisks(after, { ...inRegister, closedOn: null })),
            ...(await settleAssessments(after, inRegister)),
            ...(await settleCourses(after, inRegister)),
          ]
        : []
    const sentence = changesInWords(
      changed.map(
        (cadence) =>
          `changed “${cadence.label}” from ${lengthInWords(cadence, cadenceLength(cadence, before.cadences))} to ${lengthInWords(cadence, cadenceLength(cadence, next))}`,
      ),
    )
    return { value: { records: due.length }, events: [{ sentence, record: recordOf(before) }], due }
  },
  timeoutMs: 120_000,
})
