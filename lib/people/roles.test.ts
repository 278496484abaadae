import { describe, expect, it } from 'vitest'
import { day } from '#lib/base/days'
import type { Actor, HeldRole, Role } from '#lib/kernel/access'
import { foldRoles } from './queries.ts'
import { refusesRole } from './roles-commands.ts'

const [A, B] = ['site-a', 'site-b']
const today = day('2026-03-02')
const actor = (...held: HeldRole[]): Actor => ({
  practiceId: 'practice',
  practiceName: 'Practice',
  timeZone: 'UTC',
  isDemo: false,
  idleMinutes: 15,
  cadences: {},
  personId: 'me',
  name: 'Me',
  email: 'me@example.org',
  homeSiteIds: [],
  held,
  sessionId: null,
})
const wanted = (
  role: Role,
  more: { personId?: string; siteIds?: 'all' | string[]; until?: string } = {},
) => ({
  personId: more.personId ?? 'somebody',
  role,
  siteIds: more.siteIds ?? ('all' as const),
  until: more.until ? day(more.until) : null,
})
const officer = actor({ role: 'officer', siteIds: 'all' })
const owner = actor({ role: 'owner', siteIds: 'all' })
const officerAtA = actor({ role: 'officer', siteIds: [A] })

describe('giving a role', () => {
  it('needs a last day for an auditor, and a last day that is not over', () => {
    expect(refusesRole(officer, wanted('auditor'), today)).toMatchObject({ field: 'until' })
    expect(refusesRole(officer, wanted('auditor', { until: '2026-03-01' }), today)).toMatchObject({
      field: 'until',
    })
    expect(refusesRole(officer, wanted('auditor', { until: '2026-03-02' }), today)).toBeNull()
    expect(refusesRole(officer, wanted('staff'), today)).toBeNull()
  })

  it('stays within the sites of whoever gives it', () => {
    expect(refusesRole(officerAtA, wanted('staff'), today)).toMatchObject({ field: 'where' })
    expect(refusesRole(officerAtA, wanted('staff', { siteIds: [A, B] }), today)).toMatchObject({
      field: 'siteIds',
    })
    expect(refusesRole(officerAtA, wanted('staff', { siteIds: [A] }), today)).toBeNull()
  })

  it('is not for oneself, unless an officer does it or the role is held there already', () => {
    expect(refusesRole(owner, wanted('officer', { personId: 'me' }), today)).toMatchObject({ field: 'role' })
    expect(refusesRole(owner, wanted('officer'), today)).toBeNull()
    expect(refusesRole(owner, wanted('owner', { personId: 'me', until: '2026-12-31' }), today)).toBeNull()
    expect(refusesRole(officer, wanted('it', { personId: 'me' }), today)).toBeNull()
    const both = actor({ role: 'owner', siteIds: 'all' }, { role: 'it', siteIds: [A] })
    expect(refusesRole(both, wanted('it', { personId: 'me', siteIds: [A] }), today)).toBeNull()
    expect(refusesRole(both, wanted('it', { personId: 'me', siteIds: [A, B] }), today)).toMatchObject({
      field: 'role',
    })
    expect(refusesRole(both, wanted('it', { personId: 'me' }), today)).toMatchObject({ field: 'role' })
  })
})

describe('roles on a page', () => {
  it('are folded by role and last day, named by site, and left out once they ended', () => {
    const names = new Map([
      [A, 'Uptown'],
      [B, 'Downtown'],
    ])
    const rows = [
      { role: 'site-lead', siteId: A, until: null },
      { role: 'site-lead', siteId: B, until: null },
      { role: 'auditor', siteId: null, until: new Date('2026-03-02') },
      { role: 'it', siteId: null, until: new Date('2026-03-01') },
    ]
    expect(foldRoles(rows, names, today)).toEqual([
      {
        role: 'site-lead',
        until: null,
        sites: [
          { id: B, name: 'Downtown' },
          { id: A, name: 'Uptown' },
        ],
      },
      { role: 'auditor', until: '2026-03-02', sites: 'all' },
    ])
  })
})
