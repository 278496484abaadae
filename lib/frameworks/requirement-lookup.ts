import { shorten, squeeze } from '#lib/base/text'
import { type Actor, can } from '#lib/kernel/access'
import type { Lookup } from '#lib/kernel/record'
import { requirementKey, shippedFrameworks } from '#lib/law/frameworks/all-frameworks'
import { frameworkNames, type OwnName, requirementWords } from '#lib/law/frameworks/requirement-words'
import type { RequirementRef } from '#lib/law/library'
import type { Tx } from '#lib/platform/db'

/** What the practice brought in, as far as naming a requirement needs it. */
export interface OwnCodes extends OwnName {
  archived: boolean
  codes: readonly string[]
}

const plain = (words: string) => squeeze(words).toLowerCase()

/** Finds requirements by what people write for them: 'GOVERN 6.1', 'NIST AI RMF: GOVERN 6.1', '45 CFR 164.312(d)'. Pure. */
export function requirementFinder(own: readonly OwnCodes[]): Lookup {
  const names = frameworkNames(own)
  const shipped = shippedFrameworks.map((framework) => ({
    key: framework.key,
    called: [framework.key, framework.shortName, framework.name],
    codes: framework.requirements.map(({ id }) => id),
    rank: 0,
  }))
  const brought = own.map(({ id, ref, name, archived, codes }) => ({
    key: id,
    called: [ref, names.get(id) ?? ref, name],
    codes,
    // What was replaced is found by its framework's name only.
    rank: archived ? 2 : 1,
  }))
  const byCode = new Map<string, { ref: RequirementRef; rank: number }[]>()
  const byName = new Map<string, RequirementRef | null>()
  const labels = new Map<string, string>()
  for (const { key, called, codes, rank } of [...shipped, ...brought])
    for (const code of codes) {
      const ref = { framework: key, requirement: code }
      byCode.set(plain(code), [...(byCode.get(plain(code)) ?? []), { ref, rank }])
      labels.set(requirementKey(ref), requirementWords(ref, names))
      // Two frameworks of one name: only the reference tells them apart.
      for (const name of new Set(called.map(plain)))
        for (const full of [`${name}: ${plain(code)}`, `${name} ${plain(code)}`])
          byName.set(full, byName.has(full) ? null : ref)
    }
  const find: Lookup = (words) => {
    const said = plain(words)
    const named = byName.get(said)
    if (named) return { id: requirementKey(named) }
    const code = said.replace(/^45 cfr (?:§ ?)?|^§ ?/, '')
    const candidates = (byCode.get(said) ?? byCode.get(code) ?? []).filter(({ rank }) => rank < 2)
    for (const rank of [0, 1]) {
      const [first, ...others] = candidates.filter((one) => one.rank === rank)
      if (first && others.length === 0) return { id: requirementKey(first.ref) }
      if (first)
        return {
          problem: `“${shorten(squeeze(words), 80)}” stands in more than one framework. Write the framework before it, such as “${names.get(first.ref.framework) ?? ''}: ${first.ref.requirement}”.`,
          near: { sure: null, likely: [first, ...others].map(({ ref }) => nearOf(ref, names)) },
        }
    }
    return { problem: `There is no requirement “${shorten(squeeze(words), 80)}” in the frameworks here.` }
  }
  return Object.assign(find, { names: labels })
}

function nearOf(ref: RequirementRef, names: ReadonlyMap<string, string>) {
  const name = `${names.get(ref.framework) ?? ref.framework}: ${ref.requirement}`
  return { id: name, name }
}

/** `requirementFinder` with what the practice brought in. Two statements. */
export async function requirementLookup(tx: Tx, actor: Actor): Promise<Lookup> {
  if (!can(actor, 'framework.read')) return requirementFinder([])
  const own = await tx.ownFramework.findMany({
    select: { id: true, ref: true, name: true, archivedAt: true },
    orderBy: { ref: 'asc' },
  })
  const codes = await tx.ownRequirement.findMany({
    select: { frameworkId: true, code: true },
    orderBy: [{ frameworkId: 'asc' }, { position: 'asc' }],
  })
  const of = Map.groupBy(codes, ({ frameworkId }) => frameworkId)
  return requirementFinder(
    own.map(({ archivedAt, ...one }) => ({
      ...one,
      archived: archivedAt !== null,
      codes: (of.get(one.id) ?? []).map(({ code }) => code),
    })),
  )
}
