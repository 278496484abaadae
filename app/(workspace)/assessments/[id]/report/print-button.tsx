'use client'

import { Button } from '#components/ui/button'

/** Opens the browser’s print dialog. */
export function PrintButton() {
  return (
    <Button variant="primary" icon="document" onClick={() => window.print()}>
      Print or save as PDF
    </Button>
  )
}
