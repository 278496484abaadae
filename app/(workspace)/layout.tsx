import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { AppShell } from '#components/shell/app-shell'
import { IdleTimer } from '#components/shell/idle-timer'
import { parseTheme, THEME_COOKIE } from '#components/shell/theme'
import { FLASH_COOKIE, FlashRegion, parseFlash } from '#components/ui/flash'
import { formatDay } from '#lib/base/days'
import { roleLabel } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { todayFor } from '#lib/kernel/today'
import { navigationFor } from './navigation.ts'
import { chooseTheme } from './theme-action.ts'
import { TroubleBanner } from './trouble-banner.tsx'

/** Draws the frame around every page behind sign-in. It finds out who is here; what they may do, each page decides. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor('workspace.enter')
  const jar = await cookies()
  return (
    <AppShell
      practice={actor.practiceName}
      today={formatDay(todayFor(actor))}
      items={navigationFor(actor)}
      person={{ name: actor.name, role: roleLabel(actor), email: actor.email }}
      theme={parseTheme(jar.get(THEME_COOKIE)?.value)}
      themeAction={chooseTheme}
      signOutAction="/sign-out"
      accountHref="/account"
      flash={<FlashRegion flash={parseFlash(jar.get(FLASH_COOKIE)?.value)} />}
    >
      <TroubleBanner actor={actor} />
      {children}
      <IdleTimer idleMinutes={actor.idleMinutes} />
    </AppShell>
  )
}
