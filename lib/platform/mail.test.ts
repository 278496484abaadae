import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { useMailServer } from '#lib/testing/smtp'
import { deliver } from './mail.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A mail server of few words: what it answers to each line, and nothing more after null. */
async function answering(answer: (line: string, socket: Socket) => string | null): Promise<void> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.write('220 ready\r\n')
    socket.on('data', (data: Buffer) => {
      const said = answer(data.toString(), socket)
      if (said === null) socket.destroy()
      else socket.write(`${said}\r\n`)
    })
  })
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  useMailServer(`smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`)
}

const letter = { id: 'x', to: 'nurse@example.org', toName: 'A nurse', subject: 'One thing', text: 'Due.' }
const yes = () => Promise.resolve(true)
const polite = (line: string) => (line.startsWith('DATA') ? '354 go on' : '250 ok')

describe('a try to send a mail', () => {
  it('does not know what came of it when the connection breaks after the content', async () => {
    await answering((line) => (line.includes('Message-ID') ? null : polite(line)))
    expect(await deliver(letter, yes)).toMatchObject({ outcome: 'unknown' })
  })

  it('knows that nothing arrived when the connection breaks before the content', async () => {
    await answering((line) => (line.startsWith('RCPT') ? null : polite(line)))
    expect(await deliver(letter, yes)).toMatchObject({ outcome: 'later' })
  })

  it('sends no byte of the content to which nobody agreed', async () => {
    let heard = ''
    await answering((line) => {
      heard += line
      return polite(line)
    })
    expect(await deliver(letter, () => Promise.resolve(false))).toMatchObject({ outcome: 'given-up' })
    expect(heard).toContain('DATA')
    expect(heard).not.toContain('Due.')
  })

  it('takes a refusal of our own sign-in for a fault of the settings and not of the address', async () => {
    await answering((line) => {
      if (line.startsWith('EHLO')) return '250-here\r\n250 AUTH PLAIN'
      return line.startsWith('AUTH') ? '535 wrong password' : polite(line)
    })
    const { env } = await import('./env.ts')
    const server = env().mail
    if (server) server.login = { user: 'me', pass: 'not the password' }
    const { outcome, answer } = await deliver(letter, yes)
    expect(outcome).toBe('later')
    expect(answer).toContain('535')
    expect(answer).not.toContain('not the password')
  })

  it('says in plain words that nothing answers there', async () => {
    useMailServer('smtp://127.0.0.1:1')
    expect((await deliver(letter, yes)).answer).toMatch(/^Nothing answers at this host and port\./)
  })
})
