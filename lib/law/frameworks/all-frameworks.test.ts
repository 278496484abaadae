import { describe, expect, it, test } from 'vitest'
import { starterControls } from '../library/controls.ts'
import { starterRisks } from '../library/risks.ts'
import {
  frameworkOf,
  linkedTo,
  proposedFor,
  requirementKey,
  requirementOf,
  requirementRef,
  shippedFrameworks,
  statusOf,
} from './all-frameworks.ts'
import { crosswalkLinks } from './crosswalk.ts'

const every = shippedFrameworks.flatMap((framework) =>
  framework.requirements.map((requirement) => ({ framework, requirement })),
)

describe('the list of frameworks', () => {
  it('holds each once, and finds every requirement of each by its id', () => {
    expect(new Set(shippedFrameworks.map(({ key }) => key)).size).toBe(12)
    expect(every.length).toBeGreaterThan(300)
    for (const { framework, requirement } of every) {
      expect(frameworkOf(framework.key)).toBe(framework)
      expect(requirementOf({ framework: framework.key, requirement: requirement.id })).toBe(requirement)
    }
  })

  it('puts every requirement into a group that is there', () => {
    for (const { framework, requirement } of every)
      expect(framework.groups.map(({ id }) => id)).toContain(requirement.group)
  })

  it('calls nothing in force that is proposed', () => {
    const proposed = every.filter(({ framework }) => framework.key === 'security-rule-proposal')
    expect(proposed.length).toBeGreaterThan(10)
    for (const { framework, requirement } of proposed)
      expect(statusOf(framework, { ...requirement, status: 'in force' })).toBe('proposed')
  })

  it('knows what it does not know', () => {
    expect(frameworkOf('constructor')).toBeUndefined()
    expect(requirementOf({ framework: 'nist-ai-rmf', requirement: 'GOVERN 9.9' })).toBeUndefined()
    expect(requirementOf({ framework: '__proto__', requirement: 'toString' })).toBeUndefined()
  })

  it('is named by every starter control and every starter risk in a way that is found', () => {
    const missing = [...starterControls, ...starterRisks].flatMap(({ key, requirements }) =>
      requirements.flatMap((ref) => (requirementOf(ref) ? [] : [{ key, ...ref }])),
    )
    expect(missing).toEqual([])
  })
})

describe('the key of a requirement', () => {
  it.each(['nist-ai-rmf:GOVERN 6.1', 'hipaa-security:164.308(a)(1)(ii)(A)', 'x:a:b'])(
    '%s is read back as it was written',
    (key) => {
      const ref = requirementRef(key)
      expect(ref && requirementKey(ref)).toBe(key)
    },
  )

  it.each(['', ':', 'x:', ':y', 'nothing'])('%j is none', (key) => {
    expect(requirementRef(key)).toBeNull()
  })
})

describe('the crosswalk', () => {
  const bothWays = crosswalkLinks.flatMap(({ from, to, publishedBy }) => [
    { at: from, other: to, publishedBy },
    { at: to, other: from, publishedBy },
  ])
  const linkOf = ({ at, other }: (typeof bothWays)[number]) =>
    linkedTo(at).filter((link) => requirementKey(link) === requirementKey(other))

  it('is read from both sides, each link once', () => {
    expect(bothWays.filter((link) => linkOf(link).length !== 1)).toEqual([])
  })

  it('says who published a link', () => {
    const published = bothWays.filter(({ publishedBy }) => publishedBy !== null)
    expect(published.length).toBeGreaterThan(20)
    for (const link of published) expect(linkOf(link)[0]?.publishedBy).toBe(link.publishedBy)
  })

  it('leads only to what is shipped', () => {
    expect(crosswalkLinks.flatMap(({ from, to }) => [from, to].filter((end) => !requirementOf(end)))).toEqual(
      [],
    )
  })
})

test('the proposal bears on rows of the rule in force, and on nothing else', () => {
  expect(proposedFor('164.312(d)').map(({ id }) => id)).toContain('mfa')
  expect(proposedFor('164.312(a)(2)(iv)').map(({ id }) => id)).toEqual(['no-addressable', 'encryption'])
  expect(proposedFor('GOVERN 1.1')).toEqual([])
})
