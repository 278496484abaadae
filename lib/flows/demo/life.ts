import { editSystem, proposeSystem } from '#lib/ai-systems/commands'
import { moveSystem, recordReview } from '#lib/ai-systems/decisions'
import { createFlow } from '#lib/ai-systems/flow-commands'
import { getSystem } from '#lib/ai-systems/queries'
import { safeguards } from '#lib/ai-systems/safeguards'
import { addDays, type Day } from '#lib/base/days'
import type { Actor } from '#lib/kernel/access'
import type { Result } from '#lib/kernel/command'
import type { DemoSystem } from './system.ts'

/** Who acts in the demo, by the keys its data uses. */
export interface DemoCast {
  officer: Actor
  owner: Actor
  person: (key: string) => Actor
  siteIds: (keys: readonly string[]) => string[]
}

/** One thing that happened `ago` days before the demo's today. */
export interface DemoStep {
  ago: number
  run: () => Promise<void>
}

/** The value of a command that the demo expects to work; throws when it was refused. */
export function must<Value>(result: Result<Value>, what: string): Value {
  if (!result.ok) throw new Error(`demo: ${what}: ${result.message} ${JSON.stringify(result.fields)}`)
  return result.value
}

/** Everything that happened to one AI system, oldest first, through the same commands that people use. */
export function lifeOf(system: DemoSystem, cast: DemoCast, today: Day): DemoStep[] {
  let id = ''
  const version = async () => (await getSystem(cast.officer, id))?.version ?? 1
  const steps: DemoStep[] = [
    {
      ago: system.proposed,
      run: async () => {
        const { name, purpose, answers } = system
        const proposer = cast.person(system.proposedBy)
        id = must(await proposeSystem(proposer, { name, purpose, patientData: answers.patientData }), name).id
        must(await editSystem(cast.officer, { ...factsOf(system, cast), id, version: 1 }), name)
        for (const flow of system.flows ?? [])
          must(
            await createFlow(cast.officer, {
              deidentification: 'none',
              trainsModel: 'unknown',
              authorization: 'unknown',
              ...flow,
              systemId: id,
            }),
            name,
          )
      },
    },
  ]
  for (const { what, ago, note } of system.reviews ?? [])
    steps.push({
      ago,
      run: async () => {
        must(
          await recordReview(cast.officer, {
            id,
            version: await version(),
            what,
            on: addDays(today, -ago),
            note,
          }),
          `${system.name}: ${what}`,
        )
      },
    })
  for (const { to, ago, why } of system.moves ?? [])
    steps.push({
      ago,
      run: async () => {
        const decides = to === 'approved' ? cast.owner : cast.officer
        must(
          await moveSystem(decides, { id, version: await version(), to, reason: why }),
          `${system.name}: ${to}`,
        )
      },
    })
  return steps
}

function factsOf(system: DemoSystem, cast: DemoCast) {
  const { name, purpose, category, vendorName, product, runsWhere, users, answers, gaps = {} } = system
  return {
    name,
    purpose,
    category,
    vendorName,
    product,
    modelName: '',
    runsWhere,
    productVersion: '',
    users,
    notes: '',
    therapy: 'no',
    decisionSupport: 'no',
    protectedInputs: [],
    ...answers,
    ownerId: system.owner ? cast.person(system.owner).personId : '',
    backupId: system.backup ? cast.person(system.backup).personId : '',
    siteIds: cast.siteIds(system.sites),
    safeguards: Object.fromEntries(
      safeguards.map(({ key }) => [key, { state: gaps[key] ?? 'met', note: '' }]),
    ),
  }
}
