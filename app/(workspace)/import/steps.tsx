const steps = ['File', 'Columns', 'Words', 'Check', 'Bring in'] as const

/** Where one stands on the way from a file to records. */
export function ImportSteps({ current }: { current: (typeof steps)[number] }) {
  const now = steps.indexOf(current)
  return (
    <ol className="import-steps" aria-label="Steps of the import">
      {steps.map((step, at) => (
        <li
          key={step}
          aria-current={at === now ? 'step' : undefined}
          className={at < now ? 'is-done' : undefined}
        >
          {step}
          {at < now ? <span className="sr-only"> (done)</span> : null}
        </li>
      ))}
    </ol>
  )
}
