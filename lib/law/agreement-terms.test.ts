import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '#lib/base/days'
import { agreementClauses, requiredClauses } from './agreement-clauses.ts'
import {
  agreementStatus,
  inForce,
  lastDayInForce,
  missingClauses,
  noticeBy,
  type Terms,
  termOn,
} from './agreement-terms.ts'

const today = day('2026-11-22')
const none: Terms = {
  sentOn: null,
  signedOn: null,
  effectiveOn: null,
  endsOn: null,
  renewal: 'ends',
  renewalMonths: null,
  noticeDays: null,
  terminatedOn: null,
  replacedOn: null,
}
const signed = { ...none, signedOn: day('2026-01-10') }

describe('how an agreement stands', () => {
  it.each([
    ['draft', none],
    ['sent', { ...none, sentOn: today }],
    ['upcoming', { ...signed, effectiveOn: addDays(today, 1) }],
    ['executed', { ...signed, effectiveOn: today }],
    ['executed', signed],
    ['executed', { ...signed, endsOn: addDays(today, 91) }],
    ['expiring', { ...signed, endsOn: addDays(today, 90) }],
    ['expiring', { ...signed, endsOn: today }],
    ['lapsed', { ...signed, endsOn: addDays(today, -1) }],
    ['executed', { ...signed, endsOn: addDays(today, -1), renewal: 'renews' }],
    ['executed', { ...signed, renewal: 'evergreen' }],
    ['expiring', { ...signed, terminatedOn: addDays(today, 1) }],
    ['terminated', { ...signed, terminatedOn: today }],
    ['terminated', { ...signed, terminatedOn: today, replacedOn: today }],
    ['expiring', { ...signed, replacedOn: addDays(today, 30) }],
    ['replaced', { ...signed, replacedOn: today }],
    ['replaced', { ...signed, endsOn: addDays(today, -100), replacedOn: addDays(today, -90) }],
  ] satisfies [string, Terms][])('is %s', (status, terms) => {
    expect(agreementStatus(terms, today)).toBe(status)
  })

  it('is in force exactly while it says executed or expiring, and never after its last day', () => {
    const days = fc.integer({ min: -800, max: 800 }).map((count) => addDays(today, count))
    const maybe = fc.option(days, { nil: null })
    const terms = fc.record({
      sentOn: maybe,
      signedOn: maybe,
      effectiveOn: maybe,
      endsOn: maybe,
      renewal: fc.constantFrom('ends', 'renews', 'evergreen'),
      renewalMonths: fc.option(fc.integer({ min: 1, max: 36 }), { nil: null }),
      noticeDays: fc.option(fc.integer({ min: 0, max: 200 }), { nil: null }),
      terminatedOn: maybe,
      replacedOn: maybe,
    })
    fc.assert(
      fc.property(terms, (found) => {
        const status = agreementStatus(found, today)
        expect(inForce(found, today)).toBe(status === 'executed' || status === 'expiring')
        const last = lastDayInForce(found)
        expect(last !== null && inForce(found, addDays(last, 1))).toBe(false)
      }),
    )
  })
})

describe('the term that runs', () => {
  const renewing = { ...signed, effectiveOn: day('2024-02-29'), endsOn: day('2025-01-31'), renewal: 'renews' }

  it('is the first one until it ends', () => {
    expect(termOn(renewing, day('2025-01-31'))).toEqual({ from: '2024-02-29', to: '2025-01-31' })
  })

  it('renews for a year where nobody wrote down how long', () => {
    expect(termOn(renewing, day('2025-02-01'))).toEqual({ from: '2025-02-01', to: '2026-01-31' })
    expect(termOn(renewing, today)).toEqual({ from: '2026-02-01', to: '2027-01-31' })
  })

  it('keeps to the last day of the month, counted from the first end', () => {
    const monthly = { ...renewing, renewalMonths: 1 }
    expect(termOn(monthly, day('2025-02-15'))?.to).toBe('2025-02-28')
    expect(termOn(monthly, day('2025-03-15'))?.to).toBe('2025-03-31')
  })

  it('always holds the day it is asked for, and follows the term before without a gap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 1, max: 24 }),
        (later, renewalMonths) => {
          const on = addDays(day('2025-01-31'), later)
          const term = termOn({ ...renewing, renewalMonths }, on)
          expect(term !== null && term.to >= on && (term.from ?? on) <= on).toBe(true)
          if (!term?.from || later === 0) return
          expect(termOn({ ...renewing, renewalMonths }, addDays(term.from, -1))?.to).toBe(
            addDays(term.from, -1),
          )
        },
      ),
    )
  })

  it('gives the last day for notice, and none without a period or an end', () => {
    expect(noticeBy({ ...renewing, noticeDays: 60 }, today)).toBe('2026-12-02')
    expect(noticeBy({ ...renewing, noticeDays: 0 }, today)).toBe('2027-01-31')
    expect(noticeBy(renewing, today)).toBeNull()
    expect(noticeBy({ ...renewing, renewal: 'evergreen', noticeDays: 60 }, today)).toBeNull()
  })
})

describe('the clauses', () => {
  const all = requiredClauses.map(({ key }) => ({ key, state: 'present' }))
  const without = (key: string, state: string): { key: string; state: string }[] =>
    all.map((clause) => (clause.key === key ? { key, state } : clause))

  it('are complete when every required one is there, be it weak', () => {
    expect(missingClauses(all)).toEqual([])
    expect(missingClauses(without('books', 'weak'))).toEqual([])
  })

  it.each(requiredClauses.map(({ key }) => key))('are incomplete without %s', (key) => {
    expect(missingClauses(all.filter((clause) => clause.key !== key)).map((clause) => clause.key)).toEqual([
      key,
    ])
    expect(missingClauses(without(key, 'absent'))).toHaveLength(1)
    expect(missingClauses(without(key, 'unknown'))).toHaveLength(1)
  })

  it('lets only the clause on delegated duties be not needed', () => {
    const taken = requiredClauses.filter(({ key }) => missingClauses(without(key, 'not-needed')).length === 0)
    expect(taken.map(({ key }) => key)).toEqual(['delegated-duties'])
  })

  it('have keys and citations of their own', () => {
    expect(new Set(agreementClauses.map(({ key }) => key)).size).toBe(agreementClauses.length)
    expect(new Set(requiredClauses.map(({ citation }) => citation)).size).toBe(requiredClauses.length)
  })
})

const facts = new URL('../../../shared/facts/hipaa.json', import.meta.url)

describe.skipIf(!existsSync(facts))('the clauses, held against the facts', () => {
  it('are those of 45 CFR 164.504(e)(2) and 164.314(a)(2)(i), no more and no fewer', () => {
    const parsed = JSON.parse(readFileSync(facts, 'utf8')) as {
      privacy_rule: { baa_required_clauses: { clauses: { id: string }[] } }
    }
    const ids = parsed.privacy_rule.baa_required_clauses.clauses.map(({ id }) => `45 CFR ${id}`)
    expect(requiredClauses.map(({ citation }): string => citation).sort()).toEqual(ids.sort())
  })
})
