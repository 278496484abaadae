import { StatusBadge } from '#components/ui/badge'
import { ButtonLink } from '#components/ui/button'
import { CitationText } from '#components/ui/cite'
import { Icon } from '#components/ui/icon'
import { Card, Section } from '#components/ui/section'
import { safeguardStates, tiers } from '#lib/ai-systems/options'
import type { SystemDetail } from '#lib/ai-systems/queries'
import { type ApplicableRule, applicableRules } from '#lib/ai-systems/rules'
import { isGap, safeguards } from '#lib/ai-systems/safeguards'
import { tierReasons } from '#lib/ai-systems/tier'
import { count } from '#lib/base/text'
import { optionLabel } from '#lib/kernel/table'
import { citationOf } from '../../rule-citation.ts'
import '../../decision.css'
import { SystemAnswers } from './system-facts.tsx'

/** Is it all right: how risky and why, which safeguards are missing, which rules it touches. */
export function SystemVerdict({ system, tierHref }: { system: SystemDetail; tierHref: string | null }) {
  return (
    <Section title="Is it all right?">
      <div className="grid gap-6">
        <RiskTier system={system} tierHref={tierHref} />
        <Safeguards system={system} />
        <Rules system={system} />
      </div>
    </Section>
  )
}

function RiskTier({ system, tierHref }: { system: SystemDetail; tierHref: string | null }) {
  const reasons = tierReasons(system)
  const computed = optionLabel(tiers, system.tierComputed).toLowerCase()
  const tier = optionLabel(tiers, system.tier)
  return (
    <Section
      level={3}
      title={system.tierOverride ? `${tier} risk, set by hand` : `${tier} risk`}
      actions={
        tierHref ? (
          <ButtonLink href={tierHref} size="small">
            Set by hand
          </ButtonLink>
        ) : null
      }
    >
      <Card>
        {system.tierOverride ? (
          <p className="pb-3">
            “{system.tierOverrideReason}” The facts say {computed}
            {reasons.length > 0 ? ':' : '.'}
          </p>
        ) : null}
        {reasons.length > 0 ? (
          <ul className={system.tierOverride ? 'consequences' : 'grid gap-1.5'}>
            {reasons.map(({ tier: weight, because }) => (
              <li key={because} className={system.tierOverride ? undefined : 'reason'}>
                {system.tierOverride ? null : (
                  <StatusBadge tone={weight === 'high' ? 'danger' : 'attention'}>
                    {optionLabel(tiers, weight)}
                  </StatusBadge>
                )}
                <span>{because}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p>Nothing that is known speaks for a tier above low.</p>
        )}
      </Card>
    </Section>
  )
}

interface Stored {
  key: string
  state: string
  note: string
}

/** Every safeguard with what is known of it: gaps first, and what is settled below them. */
export function Safeguards({ system }: { system: { safeguards: readonly Stored[] } }) {
  const rows = safeguards.map((safeguard) => {
    const stored = system.safeguards.find(({ key }) => key === safeguard.key)
    return { ...safeguard, state: stored?.state ?? 'unknown', note: stored?.note ?? '' }
  })
  const gaps = rows.filter((row) => isGap(row.state))
  const settled = rows.filter((row) => !isGap(row.state))
  return (
    <Section
      level={3}
      title={
        gaps.length === 0
          ? `All ${rows.length} safeguards are settled`
          : `${gaps.length} of ${count(rows.length, 'safeguard')} ${gaps.length === 1 ? 'is a gap' : 'are gaps'}`
      }
    >
      <Card>
        {gaps.length > 0 ? <Checks rows={gaps} /> : null}
        {settled.length > 0 ? (
          <details className="cite" open={gaps.length === 0}>
            <summary>
              <Icon name="chevronRight" />
              {gaps.length === 0
                ? 'Met or not applicable'
                : `The other ${settled.length}: met or not applicable`}
            </summary>
            <Checks rows={settled} />
          </details>
        ) : null}
      </Card>
    </Section>
  )
}

function Checks({ rows }: { rows: readonly { key: string; label: string; state: string; note: string }[] }) {
  return (
    <ul className="checks">
      {rows.map(({ key, label, state, note }) => (
        <li key={key}>
          <span>
            <StatusBadge tone={safeguardStates.find(({ value }) => value === state)?.tone ?? 'attention'}>
              {optionLabel(safeguardStates, state)}
            </StatusBadge>
          </span>
          <span>
            {label}
            {note ? <span className="check-note">{note}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** How many rules apply, and how many more depend on what is not known yet. */
export function rulesInWords(rules: readonly ApplicableRule[]): string {
  const certain = rules.filter((rule) => rule.certain).length
  const open = rules.length - certain
  if (certain === 0) return open === 0 ? 'No rule is known to apply' : `${count(open, 'rule')} may apply`
  return `${count(certain, 'rule')} ${certain === 1 ? 'applies' : 'apply'}${open > 0 ? `, ${open} more may` : ''}`
}

function Rules({ system }: { system: SystemDetail }) {
  const rules = applicableRules(system, system.states)
  const certain = rules.filter((rule) => rule.certain)
  const open = rules.filter((rule) => !rule.certain)
  return (
    <Section
      level={3}
      title={rulesInWords(rules)}
      lede="They follow from these answers and from where it is used."
    >
      <div className="grid gap-4">
        <SystemAnswers system={system} />
        {rules.length > 0 ? (
          <Card>
            <div className="rules">
              {[...Map.groupBy([...certain, ...open], (rule) => rule.because)].map(([because, group]) => (
                <RuleGroup key={because} because={because} group={group} />
              ))}
            </div>
          </Card>
        ) : null}
      </div>
    </Section>
  )
}

function RuleGroup({ because, group }: { because: string; group: readonly ApplicableRule[] }) {
  return (
    <div>
      <h4>
        {group.every((rule) => rule.certain) ? null : 'May apply: '}
        {because}
      </h4>
      <ul>
        {group.map(({ rule }) => (
          <li key={rule}>
            <CitationText {...citationOf(rule)} />
          </li>
        ))}
      </ul>
    </div>
  )
}
