'use client'

import { phiShapes } from '#lib/base/phi-shapes'
import { useControlText } from './use-control-text.tsx'

const words = {
  ssn: 'a Social Security number',
  'record-number': 'a medical record or member number',
  'birth-date': 'a date of birth',
  phone: 'a phone number',
} as const

/** Warns under a text that it looks like patient data. Never blocks: the writer knows better than a pattern. */
export function PhiWarning({ controlId }: { controlId: string }) {
  const found = phiShapes(useControlText(controlId))
  return (
    <div role="status">
      {found.length > 0 ? (
        <p className="phi-warning tone-attention">
          <span className="tone-icon" aria-hidden="true" />
          <span>
            This looks like {found.map((shape) => words[shape]).join(' and ')}. Patient data does not belong
            here: please describe it without the detail.
          </span>
        </p>
      ) : null}
    </div>
  )
}
