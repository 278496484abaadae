import { paint, type Series } from './chart-data.tsx'

export interface Share {
  key: string
  label: string
  href: string
  value: number
  tone: Series['tone']
  /** Striped, so that two of one colour are told apart without it. */
  striped?: boolean
}

/** One whole and its parts: a bar, and below it the same as a table in which every number leads to its rows. */
export function ShareBar({
  labelledBy,
  categoryLabel,
  valueLabel,
  shares,
}: {
  labelledBy: string
  categoryLabel: string
  valueLabel: string
  shares: readonly Share[]
}) {
  const look = ({ tone, striped }: Share) => ({
    className: striped ? 'share-mark is-striped' : 'share-mark',
    color: paint(tone),
  })
  return (
    <div className="share-bar">
      <div className="share-whole" aria-hidden="true">
        {shares
          .filter(({ value }) => value > 0)
          .map((share) => {
            const { className, color } = look(share)
            return <span key={share.key} className={className} style={{ flexGrow: share.value, color }} />
          })}
      </div>
      <table aria-labelledby={labelledBy}>
        <thead className="sr-only">
          <tr>
            <th scope="col">{categoryLabel}</th>
            <th scope="col">{valueLabel}</th>
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => {
            const { className, color } = look(share)
            return (
              <tr key={share.key}>
                <th scope="row">
                  <span className={`${className} share-swatch`} aria-hidden="true" style={{ color }} />
                  {share.value > 0 ? <a href={share.href}>{share.label}</a> : share.label}
                </th>
                <td>{share.value.toLocaleString('en-US')}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
