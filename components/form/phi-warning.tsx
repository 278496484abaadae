'use client'

import { phiShapes, phiShapeWords } from '#lib/base/phi-shapes'
import { useControlText } from './use-control-text.tsx'

/** Warns under a text that it looks like patient data. Never blocks: the writer knows better than a pattern. */
export function PhiWarning({ controlId }: { controlId: string }) {
  const found = phiShapes(useControlText(controlId))
  return (
    <div role="status">
      {found.length > 0 ? (
        <p className="phi-warning tone-attention">
          <span className="tone-icon" aria-hidden="true" />
          <span>
            This looks like {found.map((shape) => phiShapeWords[shape]).join(' and ')}. Patient data does not
            belong here: please describe it without the detail.
          </span>
        </p>
      ) : null}
    </div>
  )
}
