const marks: readonly [typed: string, means: string][] = [
  ['## Heading', 'a heading; ### is a smaller one'],
  ['- first', 'a list; 1. counts'],
  ['**important**', 'stands out'],
  ['> A patient says…', 'a situation to think about, in a box'],
  ['(empty line)', 'begins a new paragraph'],
]

/** The few marks that a lesson understands. */
export function LessonMarks() {
  return (
    <details>
      <summary>How to make headings, lists and situations</summary>
      <dl className="lesson-marks mt-2">
        {marks.map(([typed, means]) => (
          <div className="contents" key={typed}>
            <dt>
              <code>{typed}</code>
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
