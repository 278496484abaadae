import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { DescriptionList } from '#components/ui/description-list'
import { PageHeader, Section } from '#components/ui/section'
import { dayIn, formatDay, formatInstant } from '#lib/base/days'
import { count } from '#lib/base/text'
import { requireActor } from '#lib/kernel/require-actor'
import { todayFor } from '#lib/kernel/today'
import { languageNames } from '#lib/law/lessons/lesson'
import { getSheet, type SheetLine } from '#lib/training/paper-queries'
import { tickAction } from '../actions.ts'
import { ScanSection, scansOf } from './scan-section.tsx'
import { TickForm } from './tick-form.tsx'
import './sheet.css'

export const metadata: Metadata = { title: 'Sheet' }

function done({ signedOn, enteredBy, scanWithdrawn, isOpen }: SheetLine): string {
  if (signedOn)
    return enteredBy === null
      ? `signed elsewhere on ${formatDay(signedOn)}`
      : `signed on ${formatDay(signedOn)}, entered by ${enteredBy}${scanWithdrawn ? '; its scan was withdrawn later' : ''}`
  return isOpen ? '' : 'does not have to sign any more'
}

export default async function SheetPage({ params }: { params: Promise<{ id: string; sheetId: string }> }) {
  const actor = await requireActor('training.read')
  const { id, sheetId } = await params
  const sheet = await getSheet(actor, id, sheetId)
  if (!sheet) notFound()
  const {
    code,
    campaign,
    course,
    lines,
    siteName,
    language,
    statement,
    printedAt,
    printedByName,
    mayPrint,
    mayTick,
  } = sheet
  const scans = await scansOf(actor, sheetId)
  const hasScan = scans.files.some(({ withdrawn }) => !withdrawn)
  const open = lines.filter(({ isOpen }) => isOpen).length
  const path = `/training/${campaign.id}/paper/${sheetId}`
  return (
    <>
      <PageHeader
        crumbs={
          <Breadcrumbs
            crumbs={[
              { href: `/training/${campaign.id}`, label: `${campaign.ref} ${campaign.title}` },
              { href: `/training/${campaign.id}/paper`, label: 'Sign on paper' },
            ]}
          />
        }
        title={`Sheet ${code}`}
        lede={`${count(lines.length, 'name')}, ${open} still to sign.`}
        actions={
          mayPrint ? (
            <ButtonLink
              href={`${path}/sheet.pdf`}
              icon="download"
              variant={hasScan ? 'secondary' : 'primary'}
            >
              Print (PDF)
            </ButtonLink>
          ) : null
        }
      />
      <div className="grid grid-cols-1 gap-8">
        <DescriptionList
          facts={[
            { label: 'Site', value: siteName ?? 'Without a site' },
            {
              label: 'Course',
              value: `${course.ref} ${course.title}, version ${course.number}, in ${languageNames[language]}`,
            },
            { label: 'SHA-256 of the course', value: <span className="sheet-hash">{course.sha256}</span> },
            { label: 'What is signed', value: statement },
            { label: 'Printed', value: `${formatInstant(printedAt, actor.timeZone)} by ${printedByName}` },
          ]}
        />
        <ScanSection actor={actor} path={path} scans={scans} />
        <Section title="Names" id="names">
          {mayTick && hasScan && open > 0 ? (
            <TickForm
              action={tickAction}
              sheetId={sheetId}
              first={dayIn(actor.timeZone, printedAt)}
              today={todayFor(actor)}
              lines={lines.map((line) => ({
                ...{ place: line.place, name: line.name, ref: line.ref },
                done: done(line),
              }))}
            />
          ) : (
            <>
              {mayTick && open > 0 ? (
                <Callout title="Add the scan first">
                  <p>Names are ticked off once the signed sheet is here to be looked at.</p>
                </Callout>
              ) : null}
              <ol className="tick-names">
                {lines.map((line) => (
                  <li key={line.place} value={line.place}>
                    {line.name} <span className="text-muted">{line.ref}</span>{' '}
                    <span className="text-muted">{done(line) || 'not entered'}</span>
                  </li>
                ))}
              </ol>
            </>
          )}
        </Section>
      </div>
    </>
  )
}
