import { Callout } from '#components/ui/callout'
import { ProgressBar } from '#components/ui/progress-bar'
import { now } from '#lib/platform/clock'
import { checkHealth } from '#lib/platform/health'
import type { BatchSummary } from '#lib/transfer/queries'
import { ProgressWatch } from './progress-watch.tsx'

const allImports = '/import'

/** The rows on their way into the register. The page looks again by itself, with and without script. */
export async function Applying({ batch }: { batch: BatchSummary }) {
  const total = batch.createCount + batch.updateCount
  const { worker } = await checkHealth(now())
  return (
    <div className="grid grid-cols-1 gap-4">
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <ProgressWatch address={`/import/${batch.kind}/${batch.id}/progress`} done={batch.progress}>
        <ProgressBar label="Rows brought in" done={batch.progress} total={total} />
      </ProgressWatch>
      <p>
        You can leave this page: the work goes on, and you find it again under <a href={allImports}>Import</a>
        .
      </p>
      {worker === 'ok' ? null : (
        <Callout tone="attention" title="It waits to be started">
          <p>
            The part of Plumbline that works in the background does not answer. It begins as soon as that runs
            again; if it stays like this, tell whoever looks after the server.
          </p>
        </Callout>
      )}
    </div>
  )
}
