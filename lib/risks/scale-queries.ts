import type { Actor } from '#lib/kernel/access'
import { impactSteps, likelihoodSteps } from '#lib/law/library/scale'
import { read, type Tx } from '#lib/platform/db'

/** One step of an axis in the practice's words. */
export interface Step {
  level: number
  word: string
  meaning: string
}

/** The words of the 5×5 scale, from 1 to 5, as this practice says them. */
export interface Scale {
  likelihood: Step[]
  impact: Step[]
}

export type Axis = keyof Scale

/** The words that the scale starts with. */
export const standardScale: Scale = {
  likelihood: likelihoodSteps.map(({ score, word, means }) => ({ level: score, word, meaning: means })),
  impact: impactSteps.map(({ score, word, means }) => ({ level: score, word, meaning: means })),
}

/** The practice's words, within a transaction. One statement. */
export async function scaleOf(tx: Tx): Promise<Scale> {
  const own = await tx.riskScaleWord.findMany({
    select: { axis: true, level: true, word: true, meaning: true },
  })
  const on = (axis: Axis) =>
    standardScale[axis].map((step) => {
      const found = own.find((one) => one.axis === axis && one.level === step.level)
      return found ? { level: step.level, word: found.word, meaning: found.meaning } : step
    })
  return { likelihood: on('likelihood'), impact: on('impact') }
}

/** The highest current score that the practice is willing to carry, by category; none where it has not said. */
export async function appetiteOf(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const found = await tx.riskAppetite.findMany({ select: { category: true, most: true } })
  return new Map(found.map(({ category, most }) => [category, most]))
}

/** The words of the scale and what the practice is willing to carry. */
export function getScale(actor: Actor): Promise<{ scale: Scale; appetite: ReadonlyMap<string, number> }> {
  return read(actor, async (tx) => ({ scale: await scaleOf(tx), appetite: await appetiteOf(tx) }))
}

/** The word of a step. */
export function wordOf(scale: Scale, axis: Axis, level: number): string {
  return scale[axis].find((step) => step.level === level)?.word ?? String(level)
}
