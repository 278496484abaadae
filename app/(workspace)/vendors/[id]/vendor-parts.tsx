import { StatusBadge } from '#components/ui/badge'
import { ButtonLink } from '#components/ui/button'
import { Section } from '#components/ui/section'
import { type Day, formatDay } from '#lib/base/days'
import { count } from '#lib/base/text'
import { optionLabel } from '#lib/kernel/table'
import { certificateKinds } from '#lib/vendors/options'
import type { VendorDetail } from '#lib/vendors/queries'
import '../vendors.css'

interface PartsProps {
  vendor: VendorDetail
  /** The page of a part by its path; null for those who may only read. */
  to: ((path: string) => string) | null
}

/** Whom to reach at the vendor. */
export function VendorContacts({ vendor: { contacts }, to }: PartsProps) {
  return (
    <Section
      id="contacts"
      title={contacts.length > 0 ? count(contacts.length, 'contact') : 'Contacts'}
      actions={<Add to={to} path="contacts/new" label="Add a contact" />}
    >
      {contacts.length > 0 ? (
        <ul className="entries">
          {contacts.map(({ id, name, about, email, phone }) => (
            <li key={id}>
              <p className="entry-title">
                {to ? <a href={to(`contacts/${id}`)}>{name}</a> : name}
                {about ? <span className="text-muted"> {about}</span> : null}
              </p>
              <p className="text-muted">
                {email ? <a href={`mailto:${email}`}>{email}</a> : null}
                {email && phone ? ' · ' : null}
                {phone || (email ? null : 'Neither e-mail nor phone is written down.')}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">Nobody is written down yet.</p>
      )}
    </Section>
  )
}

/** What it claims to have been looked at for, and until when. */
export function VendorCertificates({ vendor: { certificates }, to, today }: PartsProps & { today: Day }) {
  return (
    <Section
      id="certificates"
      title={certificates.length > 0 ? count(certificates.length, 'certificate') : 'Certificates'}
      lede="As the vendor claims them."
      actions={<Add to={to} path="certificates/new" label="Add a certificate" />}
    >
      {certificates.length > 0 ? (
        <ul className="entries">
          {certificates.map(({ id, kind, scope, issuedOn, validUntil, evidence }) => {
            const title = optionLabel(certificateKinds, kind)
            return (
              <li key={id}>
                <p className="entry-title">
                  {to ? <a href={to(`certificates/${id}`)}>{title}</a> : title}
                  {scope ? <span className="text-muted"> {scope}</span> : null}
                </p>
                <p className="text-muted">
                  {issuedOn ? `Issued ${formatDay(issuedOn)}` : 'Issued on a day that is not known'}
                  {' · '}
                  {validUntil ? `valid until ${formatDay(validUntil)}` : 'no end is known'}
                  {validUntil && validUntil < today ? (
                    <>
                      {' '}
                      <StatusBadge tone="danger">Ended</StatusBadge>
                    </>
                  ) : null}
                  {evidence ? (
                    <>
                      {' · '}
                      <a href={`/evidence/${evidence.id}/view`}>{evidence.title}</a>
                      {evidence.isWithdrawn ? ' (the file is withdrawn)' : null}
                    </>
                  ) : null}
                </p>
              </li>
            )
          })}
        </ul>
      ) : (
        <p className="text-muted">None is written down.</p>
      )}
    </Section>
  )
}

/** The way to a new part, for those who may add one. */
export function Add({ to, path, label }: Pick<PartsProps, 'to'> & { path: string; label: string }) {
  if (!to) return null
  return (
    <ButtonLink href={to(path)} size="small" icon="plus">
      {label}
    </ButtonLink>
  )
}
