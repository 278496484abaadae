import { listInWords, shorten, squeeze } from '#lib/base/text'
import type { Lookup } from '#lib/kernel/record'

/** What is known of a person when a spreadsheet names them. */
export interface Findable {
  id: string
  ref: string
  name: string
  email: string | null
  staffNumber: string | null
  active: boolean
}

const marks = /\p{M}/gu
const credential =
  /^(?:M\.?D|D\.?O|R\.?N|L[PV]N|N\.?P|PA(?:-?C)?|[AC]?[PR]RN|DNP|[AFP]?NP-?C|FNP|[BM]SN|Ph\.?D|PharmD|RPh|DDS|DMD|DPT|PT|OTR?|LCSW|LMFT|LPC|Psy\.?D|[CR]?MA|CNA|DC|DPM|OD|MBA|MPH|MS|CPC|CHC|RT|Jr|Sr|I{2,3}|IV)\.?$/i
const honorific = /^(?:dr|mr|mrs|ms|prof)\.? /

/** Words made comparable: one kind of space, no accents, lower case. */
export function plainWords(text: string): string {
  return squeeze(text).normalize('NFD').replaceAll(marks, '').toLowerCase()
}

const isCredentials = (text: string) => text.split(/[\s,]+/).every((word) => credential.test(word))

/** 'Ellis, Dana' as people say it: 'Dana Ellis'. 'Dana Ellis, RN' stays. */
export function naturalName(words: string): string {
  const squeezed = squeeze(words)
  const [last = '', first = '', ...more] = squeezed.split(',').map((part) => part.trim())
  return last === '' || first === '' || isCredentials(first) || more.length > 0
    ? squeezed
    : `${first} ${last}`
}

/** The ways a name can be meant: as written, 'Last, First', and without a title or credentials ('Dr. …', '…, RN'). */
export function nameForms(words: string): string[] {
  const squeezed = squeeze(words)
  const comma = squeezed.indexOf(',')
  const forms = [plainWords(squeezed)]
  if (comma > 0) {
    const [before, after] = [squeezed.slice(0, comma), squeezed.slice(comma + 1).trim()]
    if (after !== '') forms.push(plainWords(`${after} ${before}`))
    if (isCredentials(after)) forms.push(plainWords(before))
  }
  return [...new Set(forms.flatMap((form) => [form, form.replace(honorific, '')]))]
}

function group<Row>(rows: readonly Row[], key: (row: Row) => string | null): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const text = key(row)
    if (text === null || text === '') continue
    const before = found.get(text)
    if (before) before.push(row)
    else found.set(text, [row])
  }
  return found
}

function answer(people: readonly Findable[], words: string): { id: string } | { problem: string } {
  const here = people.filter(({ active }) => active)
  const [only] = here
  if (only && here.length === 1) return { id: only.id }
  if (here.length > 1)
    return {
      problem: `${here.length} people are called “${words}”. Write an e-mail address or a reference (${listInWords(
        here.slice(0, 3).map(({ ref }) => ref),
      )}).`,
    }
  return { problem: `“${words}” no longer works here. Name somebody who does.` }
}

/** Finds people by e-mail, reference, staff number or name; those who left are recognised and refused in words. */
export function personLookup(people: readonly Findable[]): Lookup {
  const byEmail = group(people, (person) => person.email?.toLowerCase() ?? null)
  const byRef = group(people, (person) => person.ref.toLowerCase())
  const byNumber = group(people, (person) => (person.staffNumber ? plainWords(person.staffNumber) : null))
  const byName = group(people, (person) => plainWords(person.name))
  return (words) => {
    const shown = shorten(squeeze(words), 60)
    const plain = plainWords(words)
    const bracketed = /<([^<>\s]+@[^<>\s]+)>/.exec(plain)?.[1]
    const found =
      byEmail.get(bracketed ?? plain.replace(/^mailto:/, '')) ?? byRef.get(plain) ?? byNumber.get(plain)
    if (found) return answer(found, shown)
    for (const form of nameForms(words)) {
      const named = byName.get(form)
      if (named) return answer(named, shown)
    }
    return {
      problem: plain.includes('@')
        ? `Nobody in the directory has the e-mail address “${shown}”.`
        : `Nobody called “${shown}” is in the directory.`,
    }
  }
}

/** Finds sites by name. */
export function siteLookup(sites: readonly { id: string; name: string; archived: boolean }[]): Lookup {
  const byName = group(sites, ({ name }) => plainWords(name))
  const open = sites.filter(({ archived }) => !archived).map(({ name }) => name)
  return (words) => {
    const [site] = byName.get(plainWords(words)) ?? []
    const shown = shorten(squeeze(words), 60)
    if (site && !site.archived) return { id: site.id }
    if (site) return { problem: `The site “${shown}” is closed.` }
    const known = open.length > 0 && open.length <= 6 ? ` The sites are ${listInWords(open)}.` : ''
    return { problem: `There is no site called “${shown}”.${known}` }
  }
}
