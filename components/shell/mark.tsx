/** The product's mark: a plumb line, hanging true. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M6 3.5h12M12 3.5v8.5" />
      <path d="M12 12 15.5 15.5 12 21.5 8.5 15.5Z" />
    </svg>
  )
}
