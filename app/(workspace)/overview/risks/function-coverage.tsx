import { ShareBar } from '#components/chart/share-bar'
import type { FrameworkCoverage } from '#lib/frameworks/answered'
import { coverStates, groupRows } from '#lib/frameworks/coverage'
import { frameworkHref } from '../../frameworks/addresses.ts'

/** From what is well to what is not, and what does not apply last. */
const order = ['covered', 'partly', 'none', 'out'] as const

/** How far the controls of the practice answer each function; every number leads to its requirements. */
export function FunctionCoverage({ coverage: { framework, rows } }: { coverage: FrameworkCoverage }) {
  return (
    <div className="function-coverage">
      {groupRows(framework, rows).map(({ id, title, counts }) => {
        const all = order.reduce((sum, key) => sum + counts[key], 0)
        return (
          <section key={id} aria-labelledby={`function-${id}`}>
            <h3 id={`function-${id}`}>
              {title}: {counts.covered} of {all - counts.out} in place
            </h3>
            <ShareBar
              labelledBy={`function-${id}`}
              categoryLabel="Controls"
              valueLabel="Requirements"
              shares={order.map((key) => {
                const state = coverStates.find(({ value }) => value === key)
                return {
                  key,
                  label: state?.label ?? key,
                  tone: state?.tone ?? 'neutral',
                  striped: key === 'partly',
                  href: `${frameworkHref(framework.key)}?show=${key}&in=${encodeURIComponent(id)}`,
                  value: counts[key],
                }
              })}
            />
          </section>
        )
      })}
    </div>
  )
}
