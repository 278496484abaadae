import type { CheckQuestion } from '#lib/law/lessons/lesson'

/** The questions of a lesson with their answers, for those who judge the lesson and do not take it. */
export function CheckQuestions({ questions }: { questions: readonly CheckQuestion[] }) {
  return questions.map(({ key, ask, options }, at) => (
    <section className="lesson-check" key={key} aria-label={`${at + 1}`}>
      <p className="font-medium whitespace-pre-line">
        {at + 1}. {ask}
      </p>
      <ol>
        {options.map((option) => (
          <li key={option.key}>{option.text}</li>
        ))}
      </ol>
      <details lang="en">
        <summary>What is right, and why</summary>
        <ul className="mt-2 grid gap-2">
          {options.map(({ key: of, text, right, why }) => (
            <li key={of}>
              <strong>{right ? 'Right' : 'Wrong'}:</strong> {text} <span className="text-muted">{why}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  ))
}
