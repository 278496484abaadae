import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '#lib/base/days'
import {
  type CoverAgreement,
  type CoverLink,
  type CoverSystem,
  type CoverVendor,
  coverOf,
  missingLinks,
} from './cover.ts'

const today = day('2026-11-22')
const vendor = (id: string, businessAssociate = 'yes'): CoverVendor => ({
  id,
  ref: id,
  name: id,
  businessAssociate,
})
const link = (vendorId: string, subProcessorId: string, patientData = 'yes'): CoverLink => ({
  vendorId,
  subProcessorId,
  patientData,
})
const baa = (vendorId: string, change: Partial<CoverAgreement> = {}): CoverAgreement => ({
  id: `with ${vendorId}`,
  ref: `AGR-${vendorId}`,
  kind: 'baa',
  vendorId,
  upstreamId: null,
  complete: true,
  covers: 'all',
  systemIds: [],
  flowIds: [],
  sentOn: null,
  signedOn: day('2026-01-01'),
  effectiveOn: null,
  endsOn: null,
  renewal: 'evergreen',
  renewalMonths: null,
  noticeDays: null,
  terminatedOn: null,
  replacedOn: null,
  ...change,
})
const system: CoverSystem = {
  id: 's',
  vendorId: 'scribe',
  vendorName: 'Scribe',
  runsWhere: 'vendor-cloud',
  patientData: 'yes',
  overrideUntil: null,
  flows: [{ id: 'f', ref: 'FLOW-001', deidentification: 'none', vendorIds: [] }],
}
const flow = (change: object) => ({ flows: [{ ...system.flows[0], ...change }] }) as Partial<CoverSystem>

function judge(
  change: Partial<CoverSystem>,
  agreements: CoverAgreement[],
  { vendors = [vendor('scribe')], links = [] as CoverLink[] } = {},
) {
  const world = { vendors: new Map(vendors.map((one) => [one.id, one])), links, agreements }
  const cover = coverOf({ ...system, ...change }, world, today)
  return {
    state: cover.state,
    because: missingLinks(cover).map(({ because }) => because),
    until: cover.until,
  }
}

describe('a vendor and its agreement', () => {
  it.each<[string, Partial<CoverAgreement>[], string, string?]>([
    ['in force, complete, for everything', [{}], 'covered'],
    ['for this system', [{ covers: 'named', systemIds: ['s'] }], 'covered'],
    ['for this flow', [{ covers: 'named', flowIds: ['f'] }], 'covered'],
    [
      'for another system',
      [{ covers: 'named', systemIds: ['other'] }],
      'uncovered',
      'names other AI systems',
    ],
    ['none', [], 'uncovered', 'There is no business associate agreement with scribe.'],
    ['only a contract', [{ kind: 'contract' }], 'uncovered', 'There is no business associate agreement'],
    ['incomplete', [{ complete: false }], 'uncovered', 'lacks clauses that the law requires'],
    ['not signed', [{ signedOn: null }], 'uncovered', 'is not signed'],
    ['sent', [{ signedOn: null, sentOn: today }], 'uncovered', 'is not signed'],
    ['not begun', [{ effectiveOn: addDays(today, 1) }], 'uncovered', 'has not begun yet'],
    ['ending today', [{ renewal: 'ends', endsOn: today }], 'lapsing'],
    [
      'ended yesterday',
      [{ renewal: 'ends', endsOn: addDays(today, -1) }],
      'uncovered',
      'ended on Nov 21, 2026',
    ],
    ['that renews by itself', [{ renewal: 'renews', endsOn: addDays(today, -1) }], 'covered'],
    ['terminated', [{ terminatedOn: today }], 'uncovered', 'was terminated'],
    ['of which one lapsed and one runs', [{ renewal: 'ends', endsOn: addDays(today, -1) }, {}], 'covered'],
    ['of which one is incomplete and one runs', [{ complete: false }, {}], 'covered'],
    ['replaced by one that runs', [{ replacedOn: today }, {}], 'covered'],
    ['between it and somebody else', [{ upstreamId: 'other' }], 'uncovered', 'There is no'],
  ])('%s', (_, agreements, state, because) => {
    const judged = judge(
      {},
      agreements.map((change) => baa('scribe', change)),
    )
    expect(judged.state).toBe(state)
    expect(judged.because.join()).toMatch(because ?? /^$/)
  })

  it('that is no business associate needs none; one of which nobody decided is a gap', () => {
    expect(judge({}, [], { vendors: [vendor('scribe', 'no')] }).state).toBe('not-needed')
    expect(judge({}, [baa('scribe')], { vendors: [vendor('scribe', 'unknown')] })).toMatchObject({
      state: 'uncovered',
      because: ['Nobody has decided whether scribe is a business associate.'],
    })
  })
})

describe('a flow', () => {
  it('that is de-identified needs no agreement, one under pseudonyms does', () => {
    expect(judge(flow({ deidentification: 'safe-harbor' }), []).state).toBe('not-needed')
    expect(judge(flow({ deidentification: 'expert-determination' }), []).state).toBe('not-needed')
    expect(judge(flow({ deidentification: 'pseudonymised' }), []).state).toBe('uncovered')
  })

  it('of a limited data set needs a data use agreement, even with whoever is no business associate', () => {
    const vendors = [vendor('scribe', 'no')]
    const limited = flow({ deidentification: 'limited-data-set' })
    expect(judge(limited, [], { vendors }).because).toEqual(['There is no data use agreement with scribe.'])
    expect(judge(limited, [baa('scribe', { kind: 'data-use' })], { vendors }).state).toBe('covered')
    expect(judge({}, [baa('scribe', { kind: 'data-use' })]).state).toBe('uncovered')
  })

  it('to further vendors needs an agreement with each', () => {
    const vendors = [vendor('scribe'), vendor('mailer')]
    const to = flow({ vendorIds: ['mailer'] })
    expect(judge(to, [baa('scribe')], { vendors }).because).toEqual([
      'There is no business associate agreement with mailer.',
    ])
    expect(judge(to, [baa('scribe'), baa('mailer')], { vendors }).state).toBe('covered')
  })

  it('without a vendor is a gap, unless it stays on our own computers', () => {
    const nobody = { vendorId: null, vendorName: '' }
    expect(judge(nobody, []).because).toEqual(['No vendor is named, so nobody can say who gets the data.'])
    expect(judge({ vendorId: null }, []).because).toEqual([
      '“Scribe” is not linked to a vendor of the register.',
    ])
    expect(judge({ ...nobody, runsWhere: 'own-servers' }, []).state).toBe('not-needed')
  })

  it('that nobody has described is no cover, and patient data that does not go in needs none', () => {
    expect(judge({ flows: [] }, []).state).toBe('undescribed')
    expect(judge({ flows: [], patientData: 'unknown' }, []).state).toBe('undescribed')
    expect(judge({ flows: [], patientData: 'no' }, []).state).toBe('not-needed')
  })
})

describe('the chain behind a vendor', () => {
  const vendors = ['scribe', 'model', 'cloud'].map((id) => vendor(id))
  const links = [link('scribe', 'model'), link('model', 'cloud')]
  const own = baa('scribe')

  it('is covered link by link, each by an agreement of the two', () => {
    expect(judge({}, [own], { vendors, links }).because).toEqual([
      'There is no business associate agreement between scribe and model.',
      'There is no business associate agreement between model and cloud.',
    ])
    const behind = [baa('model', { upstreamId: 'scribe' }), baa('cloud', { upstreamId: 'model' })]
    expect(judge({}, [own, ...behind], { vendors, links }).state).toBe('covered')
    const wrong = [baa('model', { upstreamId: 'scribe' }), baa('cloud', { upstreamId: 'scribe' })]
    expect(judge({}, [own, ...wrong], { vendors, links }).because).toEqual([
      'There is no business associate agreement between model and cloud.',
    ])
  })

  it('counts an agreement of the practice itself with the vendor behind', () => {
    expect(judge({}, [own, baa('model'), baa('cloud')], { vendors, links }).state).toBe('covered')
  })

  it('ends where patient data does not get to, and is open where nobody knows', () => {
    const known = (patientData: string) => [link('scribe', 'model', patientData)]
    expect(judge({}, [own], { vendors, links: known('no') }).state).toBe('covered')
    expect(judge({}, [own], { vendors, links: known('unknown') }).because).toEqual([
      'Whether patient data gets from scribe to model is not known.',
    ])
  })

  it('that leads in a circle comes to an end', () => {
    const circle = [...links, link('cloud', 'scribe')]
    expect(judge({}, [own, baa('model'), baa('cloud')], { vendors, links: circle }).state).toBe('covered')
  })
})

describe('the whole', () => {
  it('lapses on the first day on which any link does, and says so 90 days before', () => {
    const vendors = ['scribe', 'model'].map((id) => vendor(id))
    const until = (days: number) => ({ renewal: 'ends', endsOn: addDays(today, days) })
    const agreements = [baa('scribe', until(200)), baa('model', until(90))]
    const links = [link('scribe', 'model')]
    expect(judge({}, agreements, { vendors, links })).toEqual({
      state: 'lapsing',
      because: [],
      until: addDays(today, 90),
    })
    const longer = [baa('scribe', until(200)), baa('model', until(91))]
    expect(judge({}, longer, { vendors, links })).toMatchObject({
      state: 'covered',
      until: addDays(today, 91),
    })
  })

  it('is let through until the last day of an exception, and not a day longer', () => {
    expect(judge({ overrideUntil: today }, []).state).toBe('override')
    expect(judge({ overrideUntil: addDays(today, -1) }, []).state).toBe('uncovered')
    expect(judge({ overrideUntil: today }, [baa('scribe')]).state).toBe('covered')
  })

  it('is never covered while a business associate on the path has no agreement, whatever the graph', () => {
    const ids = ['scribe', 'a', 'b', 'c', 'd']
    const graph = fc.record({
      associates: fc.array(fc.constantFrom('yes', 'no', 'unknown'), { minLength: 5, maxLength: 5 }),
      links: fc.array(
        fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids), fc.constantFrom('yes', 'no', 'unknown')),
        { maxLength: 12 },
      ),
      agreed: fc.subarray(ids),
    })
    const judged = fc.check(
      fc.property(graph, ({ associates, links: pairs, agreed }) => {
        const vendors = ids.map((id, at) => vendor(id, associates[at]))
        const links = pairs
          .filter(([from, to]) => from !== to)
          .map(([from, to, data]) => link(from, to, data))
        const { state } = judge(
          {},
          agreed.map((id) => baa(id)),
          { vendors, links },
        )
        // Reached by hand: from the system's vendor on, through everyone who is not ruled out.
        const of = new Map(vendors.map((one) => [one.id, one.businessAssociate]))
        const reached = new Set(['scribe'])
        for (const id of reached)
          if (of.get(id) !== 'no')
            for (const next of links)
              if (next.vendorId === id && next.patientData !== 'no') reached.add(next.subProcessorId)
        const isGap = [...reached].some(
          (id) => of.get(id) !== 'no' && (of.get(id) === 'unknown' || !agreed.includes(id)),
        )
        return !isGap || state === 'uncovered'
      }),
      { numRuns: 500 },
    )
    expect(judged).toMatchObject({ failed: false, numRuns: 500 })
  })
})
