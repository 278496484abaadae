import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import { cookies } from 'next/headers'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { parseTheme, THEME_COOKIE } from '#components/shell/theme'
import './globals.css'

// Optional: a page that was drawn before the font came keeps the fallback, rather than moving under somebody's finger.
const geist = localFont({
  src: '../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2',
  variable: '--font-geist-sans',
  weight: '100 900',
  display: 'optional',
})

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
    <html lang="en" className={geist.variable} data-theme={theme}>
      <body>{children}</body>
    </html>
  )
}
