import { plainWords, sharing, tokensOf } from '#lib/base/near-words'
import { listInWords, shorten, squeeze } from '#lib/base/text'
import type { Near } from '#lib/kernel/record'

/** What is known of a person when a spreadsheet names them. */
export interface Findable {
  id: string
  ref: string
  name: string
  email: string | null
  staffNumber: string | null
  active: boolean
}

const credential =
  /^(?:M\.?D|D\.?O|R\.?N|L[PV]N|N\.?P|PA(?:-?C)?|[AC]?[PR]RN|DNP|[AFP]?NP-?C|FNP|[BM]SN|Ph\.?D|PharmD|RPh|DDS|DMD|DPT|PT|OTR?|LCSW|LMFT|LPC|Psy\.?D|[CR]?MA|CNA|DC|DPM|OD|MBA|MPH|MS|CPC|CHC|RT|Jr|Sr|I{2,3}|IV)\.?$/i
const honorific = /^(?:dr|mr|mrs|ms|prof)\.? /

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

interface Choice {
  id: string
  name: string
}

/** A look-up of imports that knows names by id and, of words that it does not find, what is near: found when read, as it costs more. */
interface DirectoryLookup {
  (words: string): { id: string } | { problem: string; readonly near: Near }
  names: ReadonlyMap<string, string>
}

function withNames(
  lookup: (words: string) => ReturnType<DirectoryLookup>,
  all: readonly Choice[],
): DirectoryLookup {
  return Object.assign(lookup, { names: new Map(all.map(({ id, name }) => [id, name])) })
}

const mostLikely = 8

/** The ways a name can be meant when credentials and titles are left aside: 'Whitfield, Dana, RN' is 'dana whitfield'. */
function bareForms(words: string): string[] {
  const parts = squeeze(words)
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isCredentials(part))
  const named = parts.length === 2 ? [`${parts[1]} ${parts[0]}`, parts.join(' ')] : [parts.join(' ')]
  return [...new Set(named.map((name) => plainWords(withoutCredentials(name)).replace(honorific, '')))]
}

/** Two words stay, as 'Kim Do' is a name. */
function withoutCredentials(name: string): string {
  const kept = name.split(' ')
  while (kept.length > 2 && isWrittenLikeOne(kept.at(-1) ?? '')) kept.pop()
  return kept.join(' ')
}

/** 'MA' after a name, not 'Ma', which may be part of it. */
function isWrittenLikeOne(word: string): boolean {
  return credential.test(word) && !/^\p{Lu}\p{Ll}$/u.test(word) && word !== word.toLowerCase()
}

/** The words of a name without its initials, which many share. */
function nameTokens(name: string): string[] {
  return tokensOf(name).filter((token) => token.length > 1)
}

const only = <Row extends { id: string }>(rows: readonly Row[]): string | null => {
  const ids = new Set(rows.map(({ id }) => id))
  return ids.size === 1 ? (rows[0]?.id ?? null) : null
}

function nearPeople(people: readonly Findable[]): (words: string) => Near {
  const here = people.filter(({ active }) => active)
  const index = later(() => ({
    bare: new Map(
      Map.groupBy(
        here.flatMap((person) => bareForms(person.name).map((form) => ({ form, person }))),
        ({ form }) => form,
      ),
    ),
    sharing: sharing(here, ({ name }) => nameTokens(name)),
  }))
  return (words) => {
    const { bare, sharing } = index()
    const meant = bareForms(words).flatMap((form) => (bare.get(form) ?? []).map(({ person }) => person))
    const likely = [...new Set([...meant, ...sharing(nameTokens(words))])].slice(0, mostLikely)
    return {
      sure: only(meant),
      likely: likely.map(({ id, ref, name }) => ({ id, name: `${name} (${ref})` })),
    }
  }
}

function unknownWith(near: (words: string) => Near) {
  return (problem: string, words: string) => ({
    problem,
    get near() {
      return near(words)
    },
  })
}

function later<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Finds people by e-mail, reference, staff number, name or id; those who left are recognised and refused in words. */
export function personLookup(people: readonly Findable[]): DirectoryLookup {
  const byEmail = group(people, (person) => person.email?.toLowerCase() ?? null)
  const byRef = group(people, (person) => person.ref.toLowerCase())
  const byNumber = group(people, (person) => (person.staffNumber ? plainWords(person.staffNumber) : null))
  const byName = group(people, (person) => plainWords(person.name))
  const byId = group(people, ({ id }) => id)
  const unknown = unknownWith(nearPeople(people))
  const answer = (found: readonly Findable[], words: string, shown: string) => {
    const here = found.filter(({ active }) => active)
    const [first] = here
    if (first && here.length === 1) return { id: first.id }
    const refs = listInWords(here.slice(0, 3).map(({ ref }) => ref))
    const problem =
      here.length > 1
        ? `${here.length} people are called “${shown}”. Write an e-mail address or a reference (${refs}).`
        : `“${shown}” no longer works here. Name somebody who does.`
    return unknown(problem, words)
  }
  const find = (words: string) => {
    const shown = shorten(squeeze(words), 60)
    const plain = plainWords(words)
    const bracketed = /<([^<>\s]+@[^<>\s]+)>/.exec(plain)?.[1]
    const found =
      byId.get(words) ??
      byEmail.get(bracketed ?? plain.replace(/^mailto:/, '')) ??
      byRef.get(plain) ??
      byNumber.get(plain)
    if (found) return answer(found, words, shown)
    for (const form of nameForms(words)) {
      const named = byName.get(form)
      if (named) return answer(named, words, shown)
    }
    const problem = plain.includes('@')
      ? `Nobody in the directory has the e-mail address “${shown}”.`
      : `Nobody called “${shown}” is in the directory.`
    return unknown(problem, words)
  }
  return withNames(find, people)
}

const inFull: Readonly<Record<string, string>> = {
  st: 'street',
  str: 'street',
  ave: 'avenue',
  av: 'avenue',
  rd: 'road',
  blvd: 'boulevard',
  dr: 'drive',
  ln: 'lane',
  hwy: 'highway',
  pkwy: 'parkway',
  ctr: 'center',
  centre: 'center',
  bldg: 'building',
  ofc: 'office',
  hosp: 'hospital',
  med: 'medical',
  n: 'north',
  e: 'east',
  s: 'south',
  w: 'west',
}
const placeWords = (words: string) => tokensOf(words).map((token) => inFull[token] ?? token)

/** More sites than this are not all offered for a word. */
const mostSites = 30

interface Place extends Choice {
  archived: boolean
}

function nearSites(open: readonly Place[]): (words: string) => Near {
  const index = later(() => sharing(open, ({ name }) => placeWords(name)))
  return (words) => {
    const wanted = placeWords(words)
    const sharing = index()(wanted)
    const same = sharing.filter(({ name }) => placeWords(name).join(' ') === wanted.join(' '))
    // 'Main' for 'Main Street' when no other site has the word.
    const within = sharing.filter(({ name }) => wanted.every((token) => placeWords(name).includes(token)))
    const sure = only(same) ?? (same.length === 0 ? only(within) : null)
    const others = open.length <= mostSites ? open.filter((site) => !sharing.includes(site)) : []
    return {
      sure,
      likely: [...sharing, ...others].slice(0, mostSites).map(({ id, name }) => ({ id, name })),
    }
  }
}

/** Finds sites by name or id. */
export function siteLookup(sites: readonly Place[]): DirectoryLookup {
  const byName = group(sites, ({ name }) => plainWords(name))
  const byId = group(sites, ({ id }) => id)
  const open = sites.filter(({ archived }) => !archived)
  const unknown = unknownWith(nearSites(open))
  const find = (words: string) => {
    const [site] = byId.get(words) ?? byName.get(plainWords(words)) ?? []
    const shown = shorten(squeeze(words), 60)
    if (site && !site.archived) return { id: site.id }
    if (site) return unknown(`The site “${shown}” is closed.`, words)
    const names = open.length <= 6 ? open.map(({ name }) => name) : []
    const known = names.length > 0 ? ` The sites are ${listInWords(names)}.` : ''
    return unknown(`There is no site called “${shown}”.${known}`, words)
  }
  return withNames(find, sites)
}
