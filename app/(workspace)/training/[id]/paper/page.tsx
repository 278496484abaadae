import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { PageHeader, Section } from '#components/ui/section'
import { dayIn, formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { canAt } from '#lib/kernel/access'
import { requireActor } from '#lib/kernel/require-actor'
import { languages as everyLanguage, languageNames } from '#lib/law/lessons/lesson'
import { type CampaignSheets, campaignSheets } from '#lib/training/paper-queries'
import { printAction } from './actions.ts'
import { PrintForm } from './print-form.tsx'

export const metadata: Metadata = { title: 'Sign on paper' }

export default async function PaperPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor('training.read')
  const found = await campaignSheets(actor, (await params).id)
  if (!found) notFound()
  const { campaign, sheets, waiting, languages } = found
  const label = `${campaign.ref} ${campaign.title}`
  const everywhere = canAt(actor, 'training.keep', [])
  const people = waiting.reduce((sum, one) => sum + one.people, 0)
  const choices = [
    ...(everywhere && waiting.length > 1 ? [{ value: 'all', label: `Every site (${people})` }] : []),
    ...waiting
      .filter(({ value }) => everywhere || value !== 'none')
      .map((one) => ({ value: one.value, label: `${one.label} (${one.people})` })),
  ]
  return (
    <>
      <PageHeader
        crumbs={
          <Breadcrumbs
            crumbs={[
              { href: '/training', label: 'Training' },
              { href: `/training/${campaign.id}`, label },
            ]}
          />
        }
        title="Sign on paper"
        lede={`For those who do not sign on a screen in ${label}: print a sheet, have it signed, add its scan, and tick off the names.`}
      />
      <div className="grid grid-cols-1 gap-8">
        {campaign.isOpen && choices.length > 0 ? (
          <Section title="New sheet">
            <PrintForm
              action={printAction}
              campaignId={campaign.id}
              sites={choices}
              languages={everyLanguage
                .filter((one) => languages.includes(one))
                .map((one) => ({ value: one, label: languageNames[one] }))}
            />
          </Section>
        ) : null}
        {sheets.length > 0 ? (
          <Section title="Sheets">
            <SheetTable timeZone={actor.timeZone} campaignId={campaign.id} sheets={sheets} />
          </Section>
        ) : (
          <EmptyState title="No sheet yet" icon="document">
            {campaign.isOpen
              ? people > 0
                ? 'Choose a site above. Each sheet has a code, so that its scan is found again.'
                : 'Nobody is left who has to sign.'
              : 'Nothing was signed on paper in this campaign.'}
          </EmptyState>
        )}
      </div>
    </>
  )
}

function SheetTable({
  timeZone,
  campaignId,
  sheets,
}: {
  timeZone: string
  campaignId: string
  sheets: CampaignSheets['sheets']
}) {
  return (
    <div className="table-wrap">
      <table className="table">
        <caption className="sr-only">Sheets of this campaign</caption>
        <thead>
          <tr>
            <th scope="col">Sheet</th>
            <th scope="col" className="max-sm:hidden">
              Site
            </th>
            <th scope="col" className="num">
              Names
            </th>
            <th scope="col" className="max-sm:hidden">
              Scan
            </th>
            <th scope="col" className="num">
              Entered
            </th>
            <th scope="col" className="max-sm:hidden">
              Printed
            </th>
            <th scope="col">Next step</th>
          </tr>
        </thead>
        <tbody>
          {sheets.map((sheet) => {
            const path = `/training/${campaignId}/paper/${sheet.id}`
            const isDone = sheet.signed === sheet.names
            return (
              <tr key={sheet.id}>
                <th scope="row">
                  <a href={path}>{sheet.code}</a>
                  <span className="block font-normal text-muted sm:hidden">
                    {sheet.siteName ?? 'Without a site'}
                  </span>
                </th>
                <td className="max-sm:hidden">{sheet.siteName ?? 'Without a site'}</td>
                <td className="num">{sheet.names}</td>
                <td className="max-sm:hidden">{sheet.scans > 0 ? count(sheet.scans, 'file') : 'Not yet'}</td>
                <td className="num">{sheet.entered}</td>
                <td className="max-sm:hidden">
                  {formatDay(dayIn(timeZone, sheet.printedAt))} by {sheet.printedByName}
                </td>
                <td>
                  {isDone ? (
                    'Everybody has signed'
                  ) : (
                    <ButtonLink
                      href={path}
                      size="small"
                      aria-label={`${sheet.scans > 0 ? 'Tick off names' : 'Add the scan'}: ${sheet.code}`}
                    >
                      {sheet.scans > 0 ? 'Tick off names' : 'Add the scan'}
                    </ButtonLink>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
