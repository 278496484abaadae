import { StatusBadge } from '#components/ui/badge'
import { ButtonLink } from '#components/ui/button'
import { Section } from '#components/ui/section'
import { formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { controlStates, testResults } from '#lib/controls/options'
import type { BehindRequirement } from '#lib/flows/behind-requirement'
import { optionLabel } from '#lib/kernel/table'
import { isoPublication } from '#lib/law/frameworks/crosswalk'
import { adoptAction, answerAction } from '../../../controls/actions.ts'
import { requirementHref } from '../../addresses.ts'
import { AdoptForm, AnswerForm } from './answer-forms.tsx'
import '../../../vendors/vendors.css'

/** The controls that name the requirement, and the ways to add one. */
export function BehindControls({
  found: { controls, mending },
  requirement,
  choices,
}: {
  found: BehindRequirement
  requirement: { key: string; href: string }
  /** Controls that could be named too; null for those who may not name any. */
  choices: readonly { value: string; label: string }[] | null
}) {
  const offered = mending.filter(({ madeId }) => madeId === null)
  return (
    <Section
      id="controls"
      title={controls.length > 0 ? `Behind it: ${count(controls.length, 'control')}` : 'No control names it'}
      actions={
        choices ? (
          <ButtonLink
            href={`/controls/new?requirement=${encodeURIComponent(requirement.key)}`}
            size="small"
            icon="plus"
          >
            New control
          </ButtonLink>
        ) : null
      }
    >
      {controls.length > 0 ? (
        <ul className="entries">
          {controls.map(({ id, ref, title, state, testedOn, testResult, ownerName }) => (
            <li key={id}>
              <p className="requirement-head">
                <a className="entry-title" href={`/controls/${id}`}>
                  {title}
                </a>{' '}
                <span className="text-muted">{ref}</span>
                <StatusBadge tone={controlStates.find(({ value }) => value === state)?.tone ?? 'neutral'}>
                  {optionLabel(controlStates, state)}
                </StatusBadge>
              </p>
              <p className="text-muted">
                {testedOn
                  ? `Tested ${formatDay(testedOn)}: ${optionLabel(testResults, testResult).toLowerCase()}`
                  : 'Not tested yet'}
                {' · '}
                {ownerName ?? 'nobody owns it'}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">Nothing that is written down here answers it yet.</p>
      )}
      {choices && offered.length > 0 ? (
        <AdoptForm action={adoptAction} starters={offered} back={requirement.href} />
      ) : null}
      {choices && choices.length > 0 ? (
        <AnswerForm
          action={answerAction}
          choices={choices}
          hidden={{ requirement: requirement.key, back: requirement.href }}
        />
      ) : null}
    </Section>
  )
}

/** The files on those controls. */
export function BehindFiles({ files }: Pick<BehindRequirement, 'files'>) {
  if (!files) return null
  return (
    <Section id="files" title={files.length > 0 ? count(files.length, 'file') : 'Files'}>
      {files.length > 0 ? (
        <ul className="entries">
          {files.map(({ id, title, fileName, addedOn, controlRef }) => (
            <li key={id}>
              <p className="entry-title">
                <a href={`/evidence/${id}/view`}>{title}</a>
              </p>
              <p className="text-muted">
                {fileName} · on {controlRef} · added {formatDay(addedOn)}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">There is no file on these controls.</p>
      )}
    </Section>
  )
}

/** What is about the same thing elsewhere, and who says so. Controls there are shown, and not counted here. */
export function BehindLinks({ linked, alsoCited }: Pick<BehindRequirement, 'linked' | 'alsoCited'>) {
  if (linked.length === 0) return null
  return (
    <Section
      id="linked"
      title={`Linked to ${count(linked.length, 'requirement')} elsewhere`}
      lede="About the same thing, in part or in full. A control that answers one of them does not count here until it names this one, too."
    >
      <ul className="entries">
        {linked.map(({ key, framework, frameworkName, id, title, status, publishedBy, controls }) => (
          <li key={key}>
            <p className="requirement-head">
              <a href={requirementHref(framework, id)}>
                {frameworkName} {id}
              </a>{' '}
              <span>{title}</span>
              {status === 'proposed' ? (
                <StatusBadge tone="attention">Proposed, not in force</StatusBadge>
              ) : null}
            </p>
            <p className="text-muted">
              {publishedBy ? `Link published by ${publishedBy}` : 'The link is ours'}
            </p>
            {controls.length > 0 ? (
              <p>
                Also looked at through{' '}
                {controls.map((control, at) => (
                  <span key={control.id}>
                    {at > 0 ? ', ' : ''}
                    <a href={`/controls/${control.id}`}>
                      {control.ref} {control.title}
                    </a>
                  </span>
                ))}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {linked.some(({ publishedBy }) => publishedBy === isoPublication.name) ? (
        <p className="text-muted">{isoPublication.note}</p>
      ) : null}
      {alsoCited.length > 0 ? (
        <p className="text-muted">Cited with it, without a page here: {alsoCited.join('; ')}.</p>
      ) : null}
    </Section>
  )
}

/** The actions by which NIST AI 600-1 would have it done for AI that writes, speaks or draws. */
export function SuggestedActions({ suggested }: Pick<BehindRequirement, 'suggested'>) {
  if (suggested.length === 0) return null
  const told = suggested.filter(({ gist }) => gist)
  const rest = suggested.filter(({ gist }) => !gist)
  return (
    <Section
      id="suggested"
      title={`${count(suggested.length, 'action')} that NIST AI 600-1 suggests`}
      lede="For AI that writes, speaks or draws. Voluntary; the summaries are ours."
    >
      {told.length > 0 ? (
        <ul className="entries">
          {told.map(({ id, gist }) => (
            <li key={id}>
              <p>
                {id} <span className="text-muted">{gist}</span>
              </p>
            </li>
          ))}
        </ul>
      ) : null}
      {rest.length > 0 ? (
        <p className="text-muted">
          {told.length > 0 ? 'Besides: ' : ''}
          {rest.map(({ id }) => id).join(', ')}. The document has their text.
        </p>
      ) : null}
    </Section>
  )
}
