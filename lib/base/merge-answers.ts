/** What stands in a form, by field name; several values where several boxes share a name. */
export type Answers = Readonly<Record<string, readonly string[]>>

/** Both sides of an edit that came second, in one. */
export interface MergedAnswers {
  /** Mine where I changed something, theirs everywhere else, and whatever else was sent with the form. */
  values: Answers
  /** What they have now: what the next try is compared with. */
  opened: Answers
  /** Fields that only they changed. */
  taken: string[]
  /** Fields that both changed, each to something else: mine stands, and saving it replaces theirs. */
  clashes: string[]
}

/** Browsers send other line ends than the page was given, and commands trim: neither is a change. */
function same(a: readonly string[], b: readonly string[]): boolean {
  const plain = (values: readonly string[]) =>
    values
      .map((value) => value.replaceAll('\r\n', '\n').trim())
      .filter((value) => value !== '')
      .sort()
      .join('\u0000')
  return plain(a) === plain(b)
}

/**
 * Brings together what a form was opened with, what was entered, and what somebody else saved meanwhile. Without `opened`
 * nobody can tell who changed what: then every difference is a clash. Pure; costs one pass over the fields.
 */
export function mergeAnswers(opened: Answers | null, entered: Answers, theirs: Answers): MergedAnswers {
  const values: Record<string, readonly string[]> = { ...entered }
  const taken: string[] = []
  const clashes: string[] = []
  for (const [name, now] of Object.entries(theirs)) {
    const mine = entered[name] ?? []
    if (same(mine, now)) continue
    const before = opened?.[name] ?? (opened ? now : null)
    if (before && same(mine, before)) {
      values[name] = now
      taken.push(name)
    } else if (!before || !same(before, now)) clashes.push(name)
  }
  return { values, opened: { ...opened, ...theirs }, taken, clashes }
}
