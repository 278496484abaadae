import { DescriptionList } from '#components/ui/description-list'
import { Card, Section } from '#components/ui/section'
import type { AssessmentDetail } from '#lib/assessments/detail-queries'
import { templateOf } from '#lib/assessments/templates'
import { formatDay } from '#lib/base/days'

/** What is recorded of an assessment itself. */
export function AssessmentFacts({
  assessment,
  changesHref,
}: {
  assessment: AssessmentDetail
  changesHref: string | null
}) {
  const { kind, systemId, systemName, scope, startedOn, dueOn, signedOn, ownerName, backupName } = assessment
  const { predecessor, successor, copies } = assessment
  const template = templateOf(kind)
  const isComparable = predecessor !== null || copies.length > 0
  return (
    <Section title="What it is" id="facts">
      <Card>
        <DescriptionList
          facts={[
            {
              label: 'Questions',
              value: `${template.name}, version ${template.version}`,
              why: template.about,
            },
            {
              label: 'About',
              value: systemId ? <a href={`/ai-systems/${systemId}`}>{systemName}</a> : 'The practice',
            },
            { label: 'Scope', value: scope ? <span className="asked-note">{scope}</span> : '' },
            { label: 'Started on', value: formatDay(startedOn) },
            { label: 'Finish by', value: formatDay(dueOn) },
            { label: 'Signed on', value: signedOn ? formatDay(signedOn) : 'Not signed' },
            { label: 'Owner', value: ownerName },
            { label: 'Backup', value: backupName },
            {
              label: 'Follows',
              value: predecessor ? (
                <>
                  <a href={`/assessments/${predecessor.id}`}>{predecessor.ref}</a>
                </>
              ) : (
                'It is the first of its kind.'
              ),
            },
            ...(changesHref && isComparable
              ? [
                  {
                    label: 'What changed',
                    value: <a href={changesHref}>Compare with the last signed copy</a>,
                  },
                ]
              : []),
            ...(successor
              ? [
                  {
                    label: 'Followed by',
                    value: <a href={`/assessments/${successor.id}`}>{successor.ref}</a>,
                  },
                ]
              : []),
          ]}
        />
      </Card>
    </Section>
  )
}
