import { ButtonLink } from '#components/ui/button'

/** What plays below the text, and the way to put a package there. */
export function LessonPackage({ title, href }: { title: string | null; href: string }) {
  return (
    <section aria-label="Package to play" className="grid gap-3" id="package" tabIndex={-1}>
      <p>
        {title
          ? `Below the text, the package “${title}” plays. Staff can sign once it reports that they are done.`
          : 'A course that was bought or made elsewhere as a SCORM package can play below the text. Save first what you typed.'}
      </p>
      <div className="actions">
        <ButtonLink href={href} size="small" icon="upload">
          {title ? 'Change the package' : 'Add a SCORM package'}
        </ButtonLink>
      </div>
    </section>
  )
}
