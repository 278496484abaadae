import type { ReactNode } from 'react'
import { DescriptionList, type Fact } from '../ui/description-list.tsx'
import { Card, Section } from '../ui/section.tsx'

/** Facts under headings, each heading a question that they answer. */
export function FactGrid({
  groups,
}: {
  groups: readonly { title: string; facts: readonly Fact[]; actions?: ReactNode; id?: string }[]
}) {
  return (
    <>
      {groups.map(({ title, facts, actions, id }) => (
        <Section key={title} title={title} actions={actions} id={id}>
          <Card>
            <DescriptionList facts={facts} />
          </Card>
        </Section>
      ))}
    </>
  )
}
