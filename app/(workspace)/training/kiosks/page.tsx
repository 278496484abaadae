import type { Metadata } from 'next'
import { StatusBadge } from '#components/ui/badge'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { Button } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { Card, PageHeader, Section } from '#components/ui/section'
import type { Actor } from '#lib/kernel/access'
import { can } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { now } from '#lib/platform/clock'
import { type KioskRow, type KiosksView, kiosksFor, type PinRow } from '#lib/training/kiosk-queries'
import { endKioskAction } from './actions.ts'
import { OpenForm } from './open-form.tsx'
import { PinButton } from './pin-button.tsx'
import './kiosks.css'

export const metadata: Metadata = { title: 'Shared tablets' }

type Asked = Partial<Record<'site' | 'q', string | string[]>>

/** Tablets on which staff without e-mail sign, and their PINs. */
export default async function KiosksPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await requireActor('training.keep')
  const { site, q } = await searchParams
  const asked = { site: textOf(site), q: textOf(q).trim().slice(0, 100) }
  const view = await kiosksFor(actor, asked, now())
  return (
    <>
      <PageHeader
        crumbs={<Breadcrumbs crumbs={[crumbFor(actor)]} />}
        title="Shared tablets"
        lede="Where staff without e-mail read and sign: they pick their name and type their PIN. Nothing else can be reached there."
      />
      <div className="grid gap-8">
        {view.sites.length === 0 ? (
          <EmptyState title="There is no site of yours to open one for">
            A site lead opens tablets for their own sites, a compliance officer for all.
          </EmptyState>
        ) : (
          <Section
            title="Open one on this device"
            lede="Do this on the tablet itself. You are signed out here, and it stays open for 12 hours or until you end it."
          >
            <Card>
              <OpenForm sites={view.sites} siteId={view.people?.siteId ?? ''} />
            </Card>
          </Section>
        )}
        <Section title="Open now">
          <OpenKiosks kiosks={view.kiosks} />
        </Section>
        <Pins view={view} q={asked.q} />
      </div>
    </>
  )
}

const textOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')

const crumbFor = (actor: Actor) =>
  can(actor, 'training.read')
    ? { href: '/training', label: 'Training' }
    : { href: '/training/mine', label: 'My training' }

function OpenKiosks({ kiosks }: { kiosks: readonly KioskRow[] }) {
  if (kiosks.length === 0) return <p>No tablet is open.</p>
  return (
    <ul className="kiosk-rows">
      {kiosks.map(({ id, name, siteName, openedByName, openedAt, expiresAt }) => (
        <li key={id}>
          <div>
            <strong>{name}</strong>, {siteName}
            <p className="text-muted">
              Opened by {openedByName}, {openedAt}. Open until {expiresAt}.
            </p>
          </div>
          <form action={endKioskAction}>
            <input type="hidden" name="id" value={id} />
            <Button type="submit" size="small">
              End it
              <span className="sr-only">: {name}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}

const pinWords: Record<PinRow['pin'], string> = {
  none: 'No PIN',
  'given-out': 'PIN given out, not used yet',
  own: 'Has a PIN',
}

function Pins({ view: { sites, people }, q }: { view: KiosksView; q: string }) {
  if (sites.length === 0) return null
  return (
    <Section
      title="PINs"
      lede="Give the PIN to the person alone, by word of mouth. A new one takes the place of the one before, and undoes a lock."
    >
      <form className="kiosk-find" action="/training/kiosks">
        <label>
          <span className="field-label">Site</span>
          <select name="site" className="control" defaultValue={people?.siteId ?? ''}>
            <option value="">Choose…</option>
            {sites.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="field-label">Name</span>
          <input name="q" className="control" defaultValue={q} autoComplete="off" />
        </label>
        <Button type="submit">Show people</Button>
      </form>
      {people && people.rows.length === 0 ? <p>Nobody at this site has a name like this.</p> : null}
      {people && people.rows.length > 0 ? (
        <ul className="kiosk-rows">
          {people.rows.map(({ personId, name, pin, isLocked, hasToSign }) => (
            <li key={personId}>
              <div>
                <strong>{name}</strong>
                <p className="text-muted">
                  {pinWords[pin]}
                  {hasToSign ? '. Has something to sign' : ''}{' '}
                  {isLocked ? <StatusBadge tone="danger">Locked after wrong tries</StatusBadge> : null}
                </p>
              </div>
              <PinButton personId={personId} name={name} isNew={pin === 'none'} />
            </li>
          ))}
        </ul>
      ) : null}
      {people?.isCut ? <p>The first {people.rows.length}. Type a name to find others.</p> : null}
    </Section>
  )
}
