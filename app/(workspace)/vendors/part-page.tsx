import { Section } from '#components/ui/section'
import { draftOf } from '#lib/people/drafts'
import { type DecisionState, type Question, QuestionForm } from '../question-form.tsx'
import { DecisionPage } from './decision-page.tsx'
import type { LoadedVendor } from './load-vendor.ts'

type Action = (state: DecisionState, form: FormData) => Promise<DecisionState>

/** The page of one part of a vendor: what it says, and for one that is there already the way to take it off. */
export async function PartPage({
  loaded,
  draftKey,
  partId,
  title,
  lede,
  questions,
  save,
  remove,
  removal,
}: {
  loaded: LoadedVendor
  /** Below the vendor: 'contacts/new'. */
  draftKey: string
  /** Null for a new one. */
  partId: string | null
  title: string
  lede?: string
  questions: readonly Question[]
  save: Action
  remove: Action
  /** What taking it off does, and what the button for it says. */
  removal: { title: string; says: string; label: string }
}) {
  const { actor, vendor, from, recordHref } = loaded
  const hidden = { id: vendor.id, version: String(vendor.version), partId: partId ?? '', from }
  return (
    <DecisionPage loaded={loaded} title={title} lede={lede}>
      <QuestionForm
        action={save}
        hidden={hidden}
        questions={questions}
        draft={await draftOf(actor, `vendor/${vendor.id}/${draftKey}`)}
        submitLabel={partId ? 'Save' : 'Add'}
        cancelHref={recordHref}
      />
      {partId ? (
        <Section title={removal.title} lede={removal.says}>
          <QuestionForm
            action={remove}
            hidden={hidden}
            questions={[]}
            submitLabel={removal.label}
            danger
            cancelHref={recordHref}
          />
        </Section>
      ) : null}
    </DecisionPage>
  )
}
