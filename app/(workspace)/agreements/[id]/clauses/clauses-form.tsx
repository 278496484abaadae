'use client'

import { ActionForm } from '#components/form/action-form'
import { RadioGroup } from '#components/form/choices'
import { DraftKeeper } from '#components/form/draft-keeper'
import { FormActions, FormSection } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { TextArea } from '#components/form/text-area'
import { TextField } from '#components/form/text-field'
import { ButtonLink } from '#components/ui/button'
import { clauseStates } from '#lib/agreements/options'
import { advisedClauses, type Clause, requiredClauses } from '#lib/law/agreement-clauses'
import type { FormDraft } from '#lib/people/drafts'
import { textIn } from '../../../form-values.ts'
import type { DecisionState } from '../../../question-form.tsx'

interface Found {
  key: string
  state: string
  words: string
  page: string
}

const groups: readonly { title: string; lede: string; clauses: readonly Clause[]; law: boolean }[] = [
  {
    title: 'What the law requires',
    lede: 'If one of these is missing, the agreement covers nothing.',
    clauses: requiredClauses,
    law: true,
  },
  {
    title: 'What to ask a vendor of AI for',
    lede: 'No rule requires these words. Each prevents a harm that others have had.',
    clauses: advisedClauses,
    law: false,
  },
]

/** Clause by clause: is it there, in which words, on which page. */
export function ClausesForm({
  action,
  hidden,
  found,
  isAssociate,
  draft,
  cancelHref,
}: {
  action: (state: DecisionState, form: FormData) => Promise<DecisionState>
  hidden: Readonly<Record<string, string>>
  found: readonly Found[]
  isAssociate: boolean
  draft: FormDraft
  cancelHref: string
}) {
  const stored = new Map(found.map((clause) => [clause.key, clause]))
  return (
    <ActionForm action={action} initial={{}}>
      {(errors, state) => {
        const entered = (name: string) => (state.values ? textIn(state.values, name) : undefined)
        return (
          <>
            {Object.entries(hidden).map(([name, value]) => (
              <input
                key={name}
                type="hidden"
                name={name}
                value={name === 'version' ? (state.version ?? value) : value}
              />
            ))}
            <DraftKeeper form={draft.form} basis={hidden['version']} draft={draft.kept} />
            {groups
              .filter(({ law }) => isAssociate || !law)
              .map(({ title, lede, clauses }) => (
                <FormSection key={title} title={title} lede={lede}>
                  {clauses.map((clause) => {
                    const name = (part: string) => `clauses.${clause.key}.${part}`
                    const before = stored.get(clause.key)
                    return (
                      <div key={clause.key} className="grid gap-2">
                        <RadioGroup
                          name={name('state')}
                          label={clause.label}
                          hint={clause.says}
                          why={clause.citation}
                          options={clauseStates
                            .filter(({ value }) => value !== 'not-needed' || clause.onlyIf !== undefined)
                            .map(({ value, label }) => ({ value, label }))}
                          defaultValue={entered(name('state')) ?? before?.state ?? 'unknown'}
                          error={errors[name('state')]}
                          required
                        />
                        <details open={Boolean(before?.words || before?.page)}>
                          <summary>Its words, and the page</summary>
                          <TextArea
                            name={name('words')}
                            label="Its words"
                            limit={4000}
                            defaultValue={entered(name('words')) ?? before?.words}
                            error={errors[name('words')]}
                          />
                          <TextField
                            name={name('page')}
                            label="Page or section"
                            width="short"
                            defaultValue={entered(name('page')) ?? before?.page}
                            error={errors[name('page')]}
                          />
                        </details>
                      </div>
                    )
                  })}
                </FormSection>
              ))}
            <FormActions note="What you enter is kept until you save it.">
              <SubmitButton>Save</SubmitButton>
              <ButtonLink href={cancelHref}>Cancel</ButtonLink>
            </FormActions>
          </>
        )
      }}
    </ActionForm>
  )
}
