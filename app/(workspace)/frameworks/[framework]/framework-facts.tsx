import { ButtonLink } from '#components/ui/button'
import { DescriptionList } from '#components/ui/description-list'
import { Card, Section } from '#components/ui/section'
import { dayOf, formatDay } from '#lib/base/days'
import type { CatalogFramework } from '#lib/frameworks/catalog'
import { requirementStatusLabels } from '#lib/law/framework'
import { putAwayHref } from '../addresses.ts'
import '../../facts.css'

/** Where it comes from, how firm it is, when somebody last looked, and what to know before using it. */
export function FrameworkFacts({
  framework,
  mayArchive,
}: {
  framework: CatalogFramework
  mayArchive: boolean
}) {
  const { own } = framework
  return (
    <Section
      title="About it"
      actions={
        own?.archived && mayArchive ? (
          <ButtonLink href={putAwayHref(framework.key)} size="small">
            Bring it back
          </ButtonLink>
        ) : own && mayArchive ? (
          <>
            <ButtonLink href={`/frameworks/own/new?replaces=${framework.key}`} size="small" icon="upload">
              Bring in a newer edition
            </ButtonLink>
            <ButtonLink href={putAwayHref(framework.key)} size="small" icon="archive">
              Put it away
            </ButtonLink>
          </>
        ) : null
      }
    >
      <Card>
        <DescriptionList
          facts={
            own
              ? [
                  { label: 'Reference', value: own.ref },
                  { label: 'Published by', value: framework.publisher },
                  { label: 'Edition', value: framework.version },
                  {
                    label: 'Came from',
                    value: `“${own.fileName}”, brought in by ${own.addedByName} on ${formatDay(dayOf(own.addedOn))}. It stays in this database.`,
                  },
                ]
              : [
                  { label: 'Published by', value: framework.publisher },
                  { label: 'Edition', value: framework.version },
                  { label: 'Status', value: requirementStatusLabels[framework.status] },
                  {
                    label: 'In effect or out since',
                    value: framework.effectiveOn ? formatDay(framework.effectiveOn) : 'Not known to the day',
                  },
                  {
                    label: 'Held against its source',
                    value: framework.checkedOn ? formatDay(framework.checkedOn) : 'Nobody has yet',
                  },
                  {
                    label: 'Source',
                    value: framework.url ? (
                      <a href={framework.url} rel="noreferrer" target="_blank">
                        {framework.url}
                      </a>
                    ) : null,
                  },
                  { label: 'To know', value: framework.note },
                ]
          }
        />
      </Card>
    </Section>
  )
}
