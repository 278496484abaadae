'use client'

import { ErrorNotice } from './error-notice.tsx'

export default function PageError({ error }: { error: Error & { digest?: string } }) {
  return <ErrorNotice digest={error.digest} />
}
