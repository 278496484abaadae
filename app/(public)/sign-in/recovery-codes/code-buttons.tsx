'use client'

import { useState } from 'react'
import { Button } from '#components/ui/button'

/** Without TLS the browser's clipboard is closed to pages; then the list is selected, ready for the copy key. */
async function copy(codes: readonly string[]): Promise<string> {
  try {
    await navigator.clipboard.writeText(codes.join('\n'))
    return 'Copied.'
  } catch {
    const list = document.getElementById('recovery-codes')
    if (list) getSelection()?.selectAllChildren(list)
    return 'Selected: press Ctrl+C (⌘C on a Mac) to copy.'
  }
}

export function CodeButtons({ codes }: { codes: readonly string[] }) {
  const [said, setSaid] = useState('')
  return (
    <div className="no-print">
      <div className="actions">
        <Button onClick={() => window.print()}>Print</Button>
        <Button
          icon="copy"
          onClick={() => {
            void copy(codes).then(setSaid)
          }}
        >
          Copy
        </Button>
      </div>
      <p role="status" className="mt-1 text-muted">
        {said}
      </p>
    </div>
  )
}
