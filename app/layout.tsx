import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { parseTheme, THEME_COOKIE } from '#components/shell/theme'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Plumbline', template: '%s · Plumbline' },
  description: 'Governs the AI that a healthcare practice uses.',
  robots: { index: false, follow: false },
  referrer: 'same-origin',
  formatDetection: { telephone: false, address: false, email: false, date: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page renders per request, the one for unknown addresses too, so that every script gets the policy's nonce.
  await connection()
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html lang="en" className={GeistSans.variable} data-theme={theme}>
      <body>{children}</body>
    </html>
  )
}
