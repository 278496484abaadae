import { FormActions, FormSection } from '#components/form/layout'
import { SubmitButton } from '#components/form/submit-button'
import { Badge, StatusBadge } from '#components/ui/badge'
import { ButtonLink } from '#components/ui/button'
import { count } from '#lib/base/text'
import { undecided } from '#lib/transfer/mapping'
import type { Word, WordList } from '#lib/transfer/words'
import { CheckForm } from './check-form.tsx'

/** Each word of an option column and what it means here; what is our own word already is folded away. */
export function WordsForm({ kind, id, lists }: { kind: string; id: string; lists: readonly WordList[] }) {
  const open = lists.filter(({ words }) => words.some(({ why }) => why !== 'same'))
  const same = lists.filter((list) => !open.includes(list))
  return (
    <CheckForm>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
      {open.map((list) => (
        <WordSection key={list.field} list={list} />
      ))}
      {same.length > 0 ? (
        <p className="form-note">
          Understood without asking, because the words are ours: {same.map(({ label }) => label).join(', ')}.
        </p>
      ) : null}
      <FormActions note="Nothing is changed yet: next you see what would happen to each row.">
        <SubmitButton pendingLabel="Checking every row…">Check the rows</SubmitButton>
        <ButtonLink href={`/import/${kind}/${id}/columns`}>Back to the columns</ButtonLink>
      </FormActions>
    </CheckForm>
  )
}

function WordSection({ list }: { list: WordList }) {
  const { field, label, header, column, words, isList } = list
  const name = `words.${field}`
  const open = words.filter(({ why }) => why === 'undecided').length
  return (
    <FormSection
      title={label}
      lede={
        <>
          From your column “{header}”.
          {open > 0 ? ` ${count(open, 'word is', 'words are')} not decided yet.` : null}
        </>
      }
    >
      <input type="hidden" name={`${name}.column`} value={column} />
      <div className="import-words">
        {words
          .map((word, at) => ({ word, at }))
          .toSorted((a, b) => order.indexOf(a.word.why) - order.indexOf(b.word.why))
          .map(({ word, at }) => (
            <WordRow key={word.text} word={word} list={list} name={`${name}.choices.${at}`} />
          ))}
        {open > 1 ? (
          <div className="import-word import-rest">
            <label htmlFor={`${name}.rest`} className="field-label">
              All that are not decided
            </label>
            <ChoiceSelect id={`${name}.rest`} list={list} options={list.options} value={undecided} />
          </div>
        ) : null}
      </div>
      {isList ? <p className="form-note">A word that is left out leaves the others of its cell in.</p> : null}
    </FormSection>
  )
}

/** What we made of a word by ourselves comes first, so that nobody passes over it. */
const order: readonly Word['why'][] = ['guess', 'undecided', 'left-out', 'chosen', 'same']

function WordRow({ word, list, name }: { word: Word; list: WordList; name: string }) {
  return (
    <div className="import-word">
      <label htmlFor={name}>
        <span className="wrap-anywhere">
          {word.text.length > 200 ? `${word.text.slice(0, 200)}…` : word.text}
        </span>
        <span className="import-word-facts">
          {count(word.rows, 'row')}
          {word.why === 'undecided' ? <StatusBadge tone="attention">Not decided</StatusBadge> : null}
          {word.why === 'guess' ? <Badge>Guessed</Badge> : null}
          {word.why === 'left-out' ? <Badge>Left out</Badge> : null}
        </span>
      </label>
      <ChoiceSelect id={name} list={list} options={[...word.options, ...list.options]} value={word.choice} />
    </div>
  )
}

function ChoiceSelect({
  id,
  list,
  options,
  value,
}: {
  id: string
  list: WordList
  options: WordList['options']
  value: string
}) {
  return (
    <select id={id} name={id} className="control control-half" defaultValue={value}>
      <option value={undecided}>Not decided: keep these rows out</option>
      <option value="">{list.isList ? 'Leave it out' : 'Leave the field empty'}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
