import type { ReactNode } from 'react'
import { StatusBadge } from '#components/ui/badge'
import { ButtonLink } from '#components/ui/button'
import { Section } from '#components/ui/section'
import { type Actor, can, type Permission } from '#lib/kernel/access'
import type { FirstSteps as Steps } from '#lib/practice/first-steps'

interface Way {
  href: string
  label: string
  permission: Permission
}

interface Step {
  title: string
  why: string
  done: boolean
  ways: readonly Way[]
}

function stepsOf({ systems, people, owners }: Steps): Step[] {
  return [
    {
      title: 'Bring in your AI systems',
      why: 'Every tool that works with AI, from a spreadsheet or one by one. What is due follows from them.',
      done: systems,
      ways: [
        { href: '/import/ai-system', label: 'Import a spreadsheet', permission: 'ai-system.import' },
        { href: '/ai-systems/new', label: 'Add one', permission: 'ai-system.edit' },
      ],
    },
    {
      title: 'Add the people',
      why: 'Those who will look after a system or use one. Your staff list will do.',
      done: people,
      ways: [
        { href: '/import/person', label: 'Import a staff list', permission: 'person.import' },
        { href: '/people/new', label: 'Add one', permission: 'person.edit' },
      ],
    },
    {
      title: 'Name owners',
      why: 'What is due for a system lands with its owner, and shows here.',
      done: owners,
      ways: systems
        ? [
            { href: '/ai-systems/owners', label: 'Name owners', permission: 'ai-system.edit' },
            { href: '/ai-systems?owner=none', label: 'See them one by one', permission: 'ai-system.edit' },
          ]
        : [],
    },
  ]
}

/** What a new practice does first, in order, with the ways there; what is done is ticked. */
export function FirstSteps({ actor, steps }: { actor: Actor; steps: Steps }): ReactNode {
  const all = stepsOf(steps)
  const next = all.find(({ done }) => !done)
  return (
    <Section title="First steps">
      <ol className="first-steps">
        {all.map((step) => (
          <li key={step.title}>
            <div>
              <h3>{step.title}</h3>
              <p>{step.why}</p>
            </div>
            {step.done ? (
              <StatusBadge tone="ok">Done</StatusBadge>
            ) : (
              <div className="actions">
                {step.ways
                  .filter(({ permission }) => can(actor, permission))
                  .map(({ href, label }, index) => (
                    <ButtonLink
                      key={href}
                      href={href}
                      variant={step === next && index === 0 ? 'primary' : 'secondary'}
                    >
                      {label}
                    </ButtonLink>
                  ))}
              </div>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
