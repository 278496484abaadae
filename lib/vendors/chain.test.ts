import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChainNode, chainBehind, wayBetween } from './chain.ts'

const link = (vendorId: string, subProcessorId: string) => ({
  id: `${vendorId}${subProcessorId}`,
  vendorId,
  subProcessorId,
  does: '',
  patientData: 'yes',
})
const drawn = (nodes: readonly ChainNode[]): unknown[] =>
  nodes.map(({ link, isRepeated, behind }) => [
    `${link.subProcessorId}${isRepeated ? ' again' : ''}`,
    ...drawn(behind),
  ])

describe('the chain behind a vendor', () => {
  it('is drawn to any depth, with what stands behind each vendor once', () => {
    const links = [
      link('a', 'b'),
      link('b', 'c'),
      link('a', 'd'),
      link('d', 'c'),
      link('c', 'e'),
      link('x', 'a'),
    ]
    expect(drawn(chainBehind('a', links))).toEqual([
      ['b', ['c', ['e']]],
      ['d', ['c again']],
    ])
    expect(chainBehind('e', links)).toEqual([])
  })

  it('ends and shows every link once, even where rows made past the application lead in a circle', () => {
    const vendor = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const rows = fc.uniqueArray(fc.tuple(vendor, vendor), { selector: ([from, to]) => from + to })
    fc.assert(
      fc.property(rows, (pairs) => {
        const count = (nodes: readonly ChainNode[]): number =>
          nodes.reduce((sum, { behind }) => sum + 1 + count(behind), 0)
        const links = pairs.map(([from, to]) => link(from, to))
        expect(count(chainBehind('a', links))).toBe(
          links.filter(({ vendorId }) => wayBetween('a', vendorId, links)).length,
        )
      }),
    )
  })
})

it('a way between two vendors is the shortest, and there may be none', () => {
  const links = [link('a', 'b'), link('b', 'c'), link('c', 'd'), link('a', 'c')]
  expect(wayBetween('a', 'd', links)).toEqual(['a', 'c', 'd'])
  expect(wayBetween('a', 'a', links)).toEqual(['a'])
  expect(wayBetween('d', 'a', links)).toBeNull()
})
