import { ButtonLink } from './button.tsx'

/** Links to the neighbouring pages of a list, and where one stands in it ("1–50 of 312"). */
export function Pagination({
  summary,
  previous,
  next,
}: {
  summary: string
  /** Address of the page before; left out on the first. */
  previous?: string | undefined
  next?: string | undefined
}) {
  return (
    <nav className="pages" aria-label="Pages of the list">
      <p>{summary}</p>
      <div>
        {previous ? (
          <ButtonLink href={previous} size="small" icon="arrowLeft" rel="prev">
            Previous
          </ButtonLink>
        ) : null}
        {next ? (
          <ButtonLink href={next} size="small" icon="arrowRight" rel="next">
            Next
          </ButtonLink>
        ) : null}
      </div>
    </nav>
  )
}
