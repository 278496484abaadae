'use client'

import { ErrorNotice } from './error-notice.tsx'
import './globals.css'

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en" data-theme="system">
      <body>
        <title>Something went wrong · Plumbline</title>
        <ErrorNotice digest={error.digest} />
      </body>
    </html>
  )
}
