import { listInWords } from '#lib/base/text'
import { requireAt } from '#lib/kernel/access'
import { defineCommand } from '#lib/kernel/command'
import { optionLabel } from '#lib/kernel/table'
import { categories } from './options.ts'
import { type Axis, appetiteOf, scaleOf, standardScale } from './scale-queries.ts'
import { appetiteInput, scaleInput } from './schema.ts'
import { settle } from './store.ts'

/** Sets the practice's own words for the steps of the scale. Words that are the standard's are not kept. */
export const saveScale = defineCommand({
  name: 'risk.scale',
  permission: 'risk.settings',
  input: scaleInput,
  run: async ({ tx, actor }, { words }) => {
    requireAt(actor, 'risk.settings', [])
    const before = await scaleOf(tx)
    const changed: string[] = []
    for (const axis of ['likelihood', 'impact'] as const satisfies readonly Axis[])
      for (const standard of standardScale[axis]) {
        const { level } = standard
        const said = words[`${axis}-${level}`]
        const was = before[axis].find((step) => step.level === level)
        if (!said || (said.word === was?.word && said.meaning === was.meaning)) continue
        changed.push(`${axis} ${level} is “${said.word}”`)
        const key = { practiceId: actor.practiceId, axis, level }
        await tx.riskScaleWord.deleteMany({ where: key })
        if (said.word !== standard.word || said.meaning !== standard.meaning)
          await tx.riskScaleWord.create({ data: { ...key, ...said } })
      }
    const sentence =
      changed.length > 0
        ? `Changed the words of the risk scale: ${listInWords(changed)}`
        : 'Saved the risk scale without changes'
    return { value: {}, events: [{ sentence, record: scaleRecord(actor) }] }
  },
})

/** Sets how high a score the practice is willing to carry, by category; every risk is held against it at once. */
export const saveAppetite = defineCommand({
  name: 'risk.appetite',
  permission: 'risk.settings',
  input: appetiteInput,
  run: async (context, { most }) => {
    const { tx, actor } = context
    requireAt(actor, 'risk.settings', [])
    const before = await appetiteOf(tx)
    const changed: string[] = []
    for (const { value: category } of categories) {
      const limit = most[category]
      if (limit === undefined || limit === (before.get(category) ?? null)) continue
      const key = { practiceId: actor.practiceId, category }
      const label = optionLabel(categories, category).toLowerCase()
      changed.push(limit === null ? `no limit for ${label}` : `at most ${limit} for ${label}`)
      await tx.riskAppetite.deleteMany({ where: key })
      if (limit !== null) await tx.riskAppetite.create({ data: { ...key, most: limit } })
    }
    const sentence =
      changed.length > 0
        ? `Changed how much risk is carried: ${listInWords(changed)}`
        : 'Saved how much risk is carried without changes'
    return {
      value: {},
      events: [{ sentence, record: scaleRecord(actor) }],
      due: changed.length > 0 ? await settle(context, { archivedAt: null, closedOn: null }) : [],
    }
  },
  timeoutMs: 120_000,
})

const scaleRecord = (actor: { practiceId: string; practiceName: string }) => ({
  kind: 'practice',
  id: actor.practiceId,
  label: actor.practiceName,
})
