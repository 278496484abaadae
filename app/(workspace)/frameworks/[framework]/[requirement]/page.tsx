import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Breadcrumbs } from '#components/ui/breadcrumbs'
import { ButtonLink } from '#components/ui/button'
import { Callout } from '#components/ui/callout'
import { DescriptionList } from '#components/ui/description-list'
import { Card, PageHeader, Section } from '#components/ui/section'
import { formatDay, isDay } from '#lib/base/days'
import { may } from '#lib/controls/policy'
import { type BehindRequirement, behindRequirement } from '#lib/flows/behind-requirement'
import { controlChoices } from '#lib/flows/control-choices'
import { canAt } from '#lib/kernel/access'
import { currentActor, requireActor } from '#lib/kernel/require-actor'
import { requirementStatusLabels } from '#lib/law/framework'
import { statusOf } from '#lib/law/frameworks/all-frameworks'
import { TiedRisks } from '../../../controls/tied-risks.tsx'
import { frameworkHref, partOf, requirementHref } from '../../addresses.ts'
import { CoverBadge, Designation, Standing } from '../../cover-counts.tsx'
import { BehindControls, BehindFiles, BehindLinks, SuggestedActions } from './behind-lists.tsx'
import '../../../facts.css'

export interface RequirementAddress {
  params: Promise<{ framework: string; requirement: string }>
}

const find = cache(async (framework: string, requirement: string) => {
  const actor = await currentActor()
  return actor && (await behindRequirement(actor, partOf(framework), partOf(requirement)))
})

export async function generateMetadata({ params }: RequirementAddress): Promise<Metadata> {
  const { framework, requirement } = await params
  const found = await find(framework, requirement)
  return { title: found ? `${found.requirement.id}, ${found.framework.shortName}` : 'Requirement' }
}

export default async function RequirementPage({ params }: RequirementAddress) {
  const actor = await requireActor('framework.read')
  const { framework: key, requirement: id } = await params
  const found = await find(key, id)
  if (!found) notFound()
  const { framework, requirement, cover, out, proposed } = found
  const mayEdit = may(actor, 'edit') && !framework.own?.archived
  const mayScope = canAt(actor, 'requirement.scope', []) && !framework.own?.archived
  const href = requirementHref(framework.key, requirement.id)
  return (
    <>
      <PageHeader
        crumbs={
          <Breadcrumbs
            crumbs={[
              { href: '/frameworks', label: 'Frameworks' },
              { href: frameworkHref(framework.key), label: framework.shortName },
            ]}
          />
        }
        title={`${requirement.id} ${requirement.title}`}
        lede={
          <span className="requirement-head">
            <CoverBadge cover={cover} />
            <Standing status={statusOf(framework, requirement)} isOwn={framework.own !== null} />
            <Designation designation={requirement.designation} />
          </span>
        }
        actions={
          mayScope ? (
            <ButtonLink href={`${href}/scope`}>{out ? 'It applies again' : 'Does it apply?'}</ButtonLink>
          ) : null
        }
      />
      <div className="grid gap-8">
        {out ? (
          <Callout title="Does not apply here">
            <p className="whitespace-pre-line">{out.reason}</p>
            <p className="text-muted">
              {out.byName}
              {isDay(out.decidedOn) ? `, ${formatDay(out.decidedOn)}` : ''}
            </p>
          </Callout>
        ) : null}
        <Section title="What it asks for">
          <Card>
            <DescriptionList missing="Only its id and title may be shown" facts={factsOf(found)} />
          </Card>
        </Section>
        {proposed.length > 0 ? (
          <Section
            title="What the 2025 proposal would require"
            lede="Proposed, not in force. It counts for nothing here."
          >
            <ul className="requirement-rows">
              {proposed.map(({ id: row, title, says }) => (
                <li key={row}>
                  <p className="would">
                    {title}. {says}
                  </p>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        <BehindControls
          found={found}
          requirement={{ key: `${framework.key}:${requirement.id}`, href }}
          choices={mayEdit ? await controlChoices(actor, found.controls) : null}
        />
        <BehindFiles files={found.files} />
        <TiedRisks actor={actor} risks={found.risks} says="Ties to" />
        <BehindLinks linked={found.linked} alsoCited={found.alsoCited} />
        <SuggestedActions suggested={found.suggested} />
      </div>
    </>
  )
}

function factsOf({ framework, requirement, followed }: BehindRequirement) {
  const paragraph = (text: string) => (text ? <span className="whitespace-pre-line">{text}</span> : null)
  const { effectiveOn, checkedOn, own } = framework
  return [
    { label: own ? 'It says' : 'In our words', value: paragraph(requirement.says) },
    ...(own ? [] : [{ label: 'What good looks like', value: paragraph(requirement.good) }]),
    { label: 'Citation', value: requirement.citation },
    {
      label: 'Status',
      value: own
        ? 'Of a framework that this practice brought in'
        : requirementStatusLabels[statusOf(framework, requirement)],
    },
    ...(own
      ? []
      : [
          {
            label: 'In effect or out since',
            value: effectiveOn ? formatDay(effectiveOn) : 'Not known to the day',
          },
          {
            label: 'Held against its source',
            value: checkedOn ? formatDay(checkedOn) : 'Nobody has yet',
          },
        ]),
    {
      label: 'Followed',
      value: followed
        ? 'Yes: it is a gap while no control counts for it'
        : 'No: this practice does not follow the framework',
    },
  ]
}
