import type { ReactNode } from 'react'
import type { Receipt } from '#lib/training/take-view'
import type { Words } from '#lib/training/words-en'

/** That it is signed: what, when, and how to prove it. */
export function TakeReceipt({
  receipt,
  words,
  recordHref,
  children,
}: {
  receipt: Receipt
  words: Words
  /** Where the own copy is; null at a shared tablet. */
  recordHref: string | null
  /** The way on. */
  children: ReactNode
}) {
  return (
    <section className="take-receipt" aria-labelledby="take-signed">
      <h1 id="take-signed" tabIndex={-1}>
        {words.signedTitle}
      </h1>
      <dl>
        <div>
          <dt>{words.signedWhat}</dt>
          <dd>{receipt.title}</dd>
        </div>
        <div>
          <dt>{words.signedWhen}</dt>
          <dd>{receipt.signedAt}</dd>
        </div>
        <div>
          <dt>{words.signedProof}</dt>
          <dd>
            <code>{receipt.sha256.slice(0, 12)}</code>
            <p className="field-hint">{words.signedProofWhy}</p>
          </dd>
        </div>
      </dl>
      <div className="take-on">
        {children}
        {recordHref ? <a href={recordHref}>{words.ownRecord}</a> : null}
      </div>
    </section>
  )
}
