import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { env } from '#lib/platform/env'
import { readMailServer } from '#lib/platform/mail-server'

/** A mail server that really listens: what it took, and how it answers. */
export interface MailServerForTests {
  /** For SMTP_URL. */
  url: string
  /** Every mail that it took, in order. */
  taken: Email[]
  /** How many times somebody named a recipient. */
  asked: number
  /** What it answers to a recipient, and to a content; a promise keeps the sender waiting. */
  onRecipient: (address: string) => Promise<Reply>
  onContent: (mail: Email) => Promise<Reply>
  close: () => Promise<void>
}

/** Null takes it; otherwise the reply, such as 450 or 550. */
export type Reply = { code: number; words: string } | null

const take = () => Promise.resolve(null)

async function answer(reply: Promise<Reply>, done: (error?: Error | null) => void): Promise<void> {
  const said = await reply
  done(said && Object.assign(new Error(said.words), { responseCode: said.code }))
}

/** Starts one on a free port of this machine. */
export async function startMailServer(): Promise<MailServerForTests> {
  const server = new SMTPServer({
    authOptional: true,
    // Its certificate is made up; a sender that checks certificates would rightly go away.
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      kit.asked += 1
      void answer(kit.onRecipient(address), done)
    },
    onData(stream, _session, done) {
      void answer(receive(stream), done)
    },
  })
  async function receive(stream: NodeJS.ReadableStream): Promise<Reply> {
    const pieces: Buffer[] = []
    try {
      for await (const piece of stream) pieces.push(Buffer.from(piece))
    } catch {
      return { code: 451, words: 'The sender went away' }
    }
    const mail = await PostalMime.parse(Buffer.concat(pieces))
    const reply = await kit.onContent(mail)
    if (!reply) kit.taken.push(mail)
    return reply
  }
  // Senders that are killed in the middle are the point of some tests.
  server.on('error', () => undefined)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const kit: MailServerForTests = {
    url: `smtp://127.0.0.1:${port}`,
    taken: [],
    asked: 0,
    onRecipient: take,
    onContent: take,
    close: () => new Promise((done) => server.close(() => done())),
  }
  return kit
}

/** Whom the mail of our server comes from. */
const sender = 'Plumbline <plumbline@example.org>'

/** Has this process send its mail there; null: mail is not set up. What it spawns reads SMTP_URL and MAIL_FROM itself. */
export function useMailServer(url: string | null): void {
  env().mail = readMailServer(url ?? undefined, sender)
}
