import { PlainError } from './plain-error.ts'

/** Where mail goes out, and whom it comes from. */
export interface MailServer {
  host: string
  port: number
  /** TLS from the first byte. */
  secure: boolean
  /** No word of the mail, and no password, goes out unencrypted. */
  requireTls: boolean
  login: { user: string; pass: string } | undefined
  from: { name: string; address: string }
}

const ADDRESS = /^[^\s<>@",;:]+@[a-z0-9.-]+$/i
const NAMED = /^\s*"?([^"<>\r\n]*?)"?\s*<([^<>\s]+)>\s*$/
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/

/** SMTP_URL and MAIL_FROM, checked; undefined when mail is not set up. Throws a PlainError that never quotes the address. */
export function readMailServer(url: string | undefined, from: string | undefined): MailServer | undefined {
  if (url === undefined) return undefined
  if (!/^smtps?:\/\//.test(url) || !URL.canParse(url))
    throw new PlainError(
      'Configuration: SMTP_URL must look like smtps://name:password@smtp.example.org:465, with special characters as %40',
    )
  const { protocol, hostname, port, username, password } = new URL(url)
  if (hostname === '') throw new PlainError('Configuration: SMTP_URL names no host')
  const secure = protocol === 'smtps:'
  const host = hostname.replace(/^\[|\]$/g, '')
  const login = username === '' ? undefined : { user: decoded(username), pass: decoded(password) }
  return {
    host,
    port: Number(port || (secure ? 465 : 587)),
    secure,
    requireTls: !secure && login !== undefined && !LOOPBACK.test(host),
    login,
    from: readSender(from),
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new PlainError('Configuration: SMTP_URL has a % that does not begin a character, write %25')
  }
}

function readSender(text: string | undefined): MailServer['from'] {
  const [, name = '', address = text?.trim() ?? ''] = NAMED.exec(text ?? '') ?? []
  if (!ADDRESS.test(address))
    throw new PlainError('Configuration: MAIL_FROM must look like Plumbline <plumbline@example.org>')
  return { name, address }
}
