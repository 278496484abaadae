import type { Finding } from './find-records.ts'

interface Earlier {
  /** Rows of the name that come in or are there already. */
  counted: number
  /** The first row of the name that stays out, and the record that it is about, if any. */
  out: { line: number; ref: string | null } | null
}

/** Tells of rows that share a name with others before them; asked in the order of the file. */
export function sameNames(one: string) {
  const seen = new Map<string, Earlier>()
  return {
    /** What to know of a new row: '' when no row before it has its name. */
    noteOfNew({ name }: Finding): string {
      const earlier = seen.get(name)
      if (name === '' || !earlier) return ''
      const { counted, out } = earlier
      if (counted > 0) return `The ${ordinal(counted + 1)} row with this name; it becomes one more ${one}.`
      if (!out) return ''
      return out.ref
        ? `Row ${out.line}, which stays out, has the same name and is taken to be ${out.ref}; this one becomes one more ${one}.`
        : `Row ${out.line} has the same name and stays out. If both mean one ${one}, do not bring that row in later.`
    },
    /** Notes what became of a row. */
    add({ name, record }: Finding, { action, line }: { action: string; line: number }): void {
      if (name === '') return
      const earlier = seen.get(name) ?? { counted: 0, out: null }
      if (action !== 'error') earlier.counted += 1
      else earlier.out ??= { line, ref: record?.ref ?? null }
      seen.set(name, earlier)
    },
  }
}

function ordinal(number: number): string {
  const words = ['second', 'third', 'fourth', 'fifth']
  return words[number - 2] ?? `${number}th`
}
