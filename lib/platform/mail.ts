import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { env } from './env.ts'
import type { MailServer } from './mail-server.ts'

/** A mail to one person. */
export interface Letter {
  /** Stable over all tries: the Message-ID is made of it. */
  id: string
  to: string
  toName: string
  subject: string
  text: string
}

/**
 * What became of one try. `later`: not taken now, and surely not delivered. `refused`: this will never be taken.
 * `unknown`: the content went out and no answer came. `given-up`: whoever sends it said so before its content went out.
 */
export interface Delivery {
  outcome: 'accepted' | 'later' | 'refused' | 'unknown' | 'given-up'
  /** What the server said, or why it said nothing; in one line. */
  answer: string
}

const CONNECT_MS = 15_000
/** Servers that look into a mail before they take it need a while. */
const ANSWER_MS = 120_000
const LONGEST_ANSWER = 300

/** Whether mail can go out at all. */
export function isMailSetUp(): boolean {
  return env().mail !== undefined
}

/**
 * Sends a mail over a connection of its own. `beforeContent` is called when the server asks for the content and before
 * the first byte of it leaves: a try that ended earlier cannot have been delivered. When it says false, nothing is sent.
 */
export async function deliver(letter: Letter, beforeContent: () => Promise<boolean>): Promise<Delivery> {
  const server = env().mail
  if (!server) return { outcome: 'later', answer: 'Mail is not set up.' }
  const state: Progress = { handedOver: false, givenUp: false }
  try {
    return { outcome: 'accepted', answer: await converse(server, letter, beforeContent, state) }
  } catch (error) {
    return { outcome: outcomeOf(error, state), answer: inWords(error) }
  }
}

interface Progress {
  handedOver: boolean
  givenUp: boolean
}

async function converse(
  server: MailServer,
  letter: Letter,
  beforeContent: () => Promise<boolean>,
  state: Progress,
): Promise<string> {
  const content = await compose(server, letter)
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.secure,
    requireTLS: server.requireTls,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
  })
  const failed = new Promise<never>((_, reject) => {
    connection.once('error', reject)
    connection.once('end', () => reject(new Error('The mail server closed the connection.')))
  })
  // The conversation below rejects with it; alone it must not end the process.
  failed.catch(() => undefined)
  const step = (run: (done: (error?: Error | null) => void) => void) =>
    Promise.race([new Promise<void>((resolve, reject) => run((e) => (e ? reject(e) : resolve()))), failed])

  // It is read only once the server has asked for the content.
  const message = Readable.from(
    (async function* () {
      state.givenUp = !(await beforeContent())
      if (state.givenUp) throw new Error('Somebody else sends it.')
      state.handedOver = true
      yield content
    })(),
    { objectMode: false },
  )
  const envelope = { from: server.from.address, to: [letter.to], size: content.length }
  try {
    await step((done) => connection.connect(done))
    const { login } = server
    if (login) await step((done) => connection.login({ credentials: login }, done))
    let answer = ''
    await step((done) =>
      connection.send(envelope, message, (error, info) => {
        answer = info?.response ?? ''
        done(error)
      }),
    )
    connection.quit()
    return oneLine(answer)
  } finally {
    message.destroy()
    connection.close()
  }
}

function compose(server: MailServer, { id, to, toName, subject, text }: Letter): Promise<Buffer> {
  return new MailComposer({
    from: server.from,
    to: { name: oneLine(toName), address: to },
    subject: oneLine(subject),
    text,
    messageId: `<${id}@${server.from.address.slice(server.from.address.lastIndexOf('@') + 1)}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  })
    .compile()
    .build()
}

/** Our own sign-in being refused is a fault of the settings, not of the address: it is tried again. */
const OUR_FAULT = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ETLS', 'EREQUIRETLS', 'ECONFIG'])

function outcomeOf(error: unknown, { handedOver, givenUp }: Progress): Delivery['outcome'] {
  if (givenUp) return 'given-up'
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  if (responseCode !== undefined)
    return responseCode >= 500 && !OUR_FAULT.has(code ?? '') && responseCode !== 530 ? 'refused' : 'later'
  return handedOver ? 'unknown' : 'later'
}

function inWords(error: unknown): string {
  const { response, message } = error as { response?: string; message?: string }
  return oneLine(response || message || 'No answer.')
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_ANSWER)
}
