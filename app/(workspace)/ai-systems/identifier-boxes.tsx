import { identifiers } from '#lib/law/identifiers'

/** The 18 identifiers by what they have in common; the letters are the regulation's. */
const groups: readonly { title: string; letters: string }[] = [
  { title: 'Who, where, when', letters: 'ABC' },
  { title: 'Ways to reach somebody', letters: 'DEF' },
  { title: 'Numbers given to somebody', letters: 'GHIJK' },
  { title: 'Things and traces', letters: 'LMNO' },
  { title: 'Body, face, and the rest', letters: 'PQR' },
]

/** The 18 identifiers of 45 CFR 164.514(b)(2) as boxes, one question in five groups. */
export function IdentifierBoxes({ chosen, error }: { chosen: readonly string[]; error: string | undefined }) {
  return (
    <fieldset className={error ? 'field field-wrong' : 'field'} aria-labelledby="identifiers-label">
      <div className="field-main">
        <legend className="field-label" id="identifiers-label">
          Which of the 18 identifiers are in it?
        </legend>
        <p className="field-hint">
          Tick what is in the data itself, also when it is spoken or in a picture. As long as none is ticked,
          the flow counts as not complete, unless it is de-identified.
        </p>
        {error ? <p className="field-error">{error}</p> : null}
        <input type="hidden" name="identifiers[]" value="" />
        <div className="identifier-groups">
          {groups.map(({ title, letters }) => (
            <div key={title} role="group" aria-label={title} className="identifier-group">
              <p aria-hidden="true">{title}</p>
              {letters.split('').map((letter) => (
                <label key={letter} className="choice">
                  <input
                    type="checkbox"
                    id={letter === 'A' ? 'identifiers' : `identifier-${letter}`}
                    name="identifiers[]"
                    value={letter}
                    defaultChecked={chosen.includes(letter)}
                  />
                  <span>{identifiers.find(({ value }) => value === letter)?.label}</span>
                </label>
              ))}
            </div>
          ))}
        </div>
      </div>
    </fieldset>
  )
}
