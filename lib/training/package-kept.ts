import { z } from 'zod'
import type { Actor } from '#lib/kernel/access'
import {
  type CoursePackage,
  type PackageReport,
  packageReport,
  type reportedPackage,
} from '#lib/law/lessons/course-package'
import { read, type Tx } from '#lib/platform/db'
import { type PackageState, packageState } from './package-schema.ts'

// How far somebody is in a package, and what it reported, is kept as a draft, by the hash of the package: a typo that is mended
// in the text beside it makes nobody play it again.

export const packagePrefix = 'package/'
export const packageKey = (assignmentId: string) => `${packagePrefix}${assignmentId}`

/** Whether what was sent as a draft of a form is about a package. */
export function isPackageDraft(sent: unknown): boolean {
  const found = z.object({ form: z.string() }).safeParse(sent)
  return found.success && found.data.form.startsWith(packagePrefix)
}

/** What is kept of one package. */
export interface KeptPackage {
  state: PackageState | null
  /** What it reported that is enough to sign. It stays, whatever the package says when it is opened again. */
  report: PackageReport | null
}

/** By the hash of a package: its state, and what it reported. */
export type Values = Record<string, string[]>

/** What is kept of the packages of one training. */
export async function valuesOf(tx: Tx, personId: string, id: string): Promise<Values> {
  const row = await tx.draft.findFirst({
    where: { personId, form: packageKey(id) },
    select: { fields: true },
  })
  const found = z.object({ values: z.record(z.string(), z.array(z.string())) }).safeParse(row?.fields)
  return found.success ? found.data.values : {}
}

function parsed<T>(shape: z.ZodType<T>, text: string | undefined): T | null {
  if (!text) return null
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** What is kept of this package. */
export function keptIn(values: Values, { sha256 }: Pick<CoursePackage, 'sha256'>): KeptPackage {
  const [state, report] = values[sha256] ?? []
  return { state: parsed(packageState, state), report: parsed(packageReport, report) }
}

/** Whether what was reported once is enough by now: the course may ask for more than when it was played. */
export function isEnough({ score }: PackageReport, passPercent: number): boolean {
  return score === null || score >= passPercent
}

/** How far the actor is in the package of a training. */
export function keptOfPackage(
  actor: Actor,
  id: string,
  played: Pick<CoursePackage, 'sha256'>,
): Promise<KeptPackage> {
  return read(actor, async (tx) => keptIn(await valuesOf(tx, actor.personId, id), played))
}

/** What the package reported that is enough to sign, as the signature keeps it; null when nothing yet. */
export async function reportedBy(
  tx: Tx,
  { id, personId }: { id: string; personId: string },
  { sha256, fileName, title, version }: CoursePackage,
  passPercent: number,
): Promise<z.output<typeof reportedPackage> | null> {
  const { report } = keptIn(await valuesOf(tx, personId, id), { sha256 })
  if (!report || !isEnough(report, passPercent)) return null
  return { ...report, sha256, fileName, title, version }
}
