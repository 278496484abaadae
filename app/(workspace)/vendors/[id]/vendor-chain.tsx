import { StatusBadge } from '#components/ui/badge'
import { Cite } from '#components/ui/cite'
import { Section } from '#components/ui/section'
import type { ChainNode } from '#lib/vendors/chain'
import type { VendorChain as Chain } from '#lib/vendors/chain-queries'
import { citationOf } from '../../rule-citation.ts'
import { Add } from './vendor-parts.tsx'
import '../vendors.css'

interface ChainProps {
  chain: Chain
  /** The page of a link of this vendor; null for those who may only read. */
  to: ((path: string) => string) | null
}

/** Who stands behind the vendor, to the end of the chain, and who uses it. */
export function VendorChain({ name, chain, to }: ChainProps & { name: string }) {
  return (
    <Section
      id="chain"
      title="Who stands behind it"
      actions={<Add to={to} path="sub-processors/new" label="Add a sub-processor" />}
    >
      {chain.behind.length > 0 ? (
        <div className="chain">
          <Cite label="With whom is an agreement needed?" rule={citationOf('subcontractor')} />
          <p className="entry-title">{name}</p>
          <Steps nodes={chain.behind} chain={chain} to={to} />
        </div>
      ) : (
        <p className="text-muted">No sub-processor is written down.</p>
      )}
      {chain.usedBy.length > 0 ? (
        <p className="pt-3">
          It stands itself behind{' '}
          {chain.usedBy.map(({ id, name: user }, at) => (
            <span key={id}>
              {at > 0 ? ', ' : null}
              <a href={`/vendors/${id}`}>{user}</a>
            </span>
          ))}
          .
        </p>
      ) : null}
    </Section>
  )
}

const data = {
  yes: <StatusBadge tone="attention">Patient data gets here</StatusBadge>,
  no: <StatusBadge tone="neutral">No patient data</StatusBadge>,
  unknown: <StatusBadge tone="attention">Patient data: not known yet</StatusBadge>,
}

const isAnswer = (value: string): value is keyof typeof data => Object.hasOwn(data, value)

function Steps({ nodes, chain, to }: ChainProps & { nodes: readonly ChainNode[] }) {
  return (
    <ul>
      {nodes.map(({ link, isRepeated, behind }) => {
        const vendor = chain.vendors.get(link.subProcessorId)
        if (!vendor) return null
        return (
          <li key={link.id}>
            <p>
              <span className="entry-title">
                <a href={`/vendors/${vendor.id}`}>{vendor.name}</a>
              </span>{' '}
              <span className="text-muted">
                {[
                  link.does,
                  vendor.archived ? 'archived' : '',
                  isRepeated ? 'stands above with what is behind it' : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </p>
            <p>
              {isAnswer(link.patientData) ? data[link.patientData] : null}
              {to ? (
                <>
                  {' '}
                  <a href={to(`sub-processors/${link.id}`)} aria-label={`Change ${vendor.name}`}>
                    Change
                  </a>
                </>
              ) : null}
            </p>
            {behind.length > 0 ? <Steps nodes={behind} chain={chain} to={null} /> : null}
          </li>
        )
      })}
    </ul>
  )
}
