import { hash, verify } from '@node-rs/argon2'

/** OWASP's minimum for Argon2id: 19 MiB, two passes, one lane. About 70 ms on one core. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** Made with the same cost from a random text nobody knows: checking against it takes the time of a real check. */
const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$2w1YPWnHiEe30vONRawRqQ$oU457QoHwzS8eD9znRGjYTq86VkJaX99KY+x1otLYKs'

const PASSWORD_MIN = 12
export const PASSWORD_MAX = 200
/** Characters that must be left when names and common words are taken out. */
const OWN_CHARACTERS = 8
const DISTINCT_CHARACTERS = 5

// The commonest passwords are these and a year: 'Password2026!', 'qwerty123456', 'Summer2026!!'.
const COMMON = [
  ...[
    'plumbline',
    'password',
    'passw0rd',
    'p@ssw0rd',
    'p@ssword',
    'passwort',
    'letmein',
    'welcome',
    'changeme',
    'default',
  ],
  ...[
    'admin',
    'administrator',
    'login',
    'master',
    'secret',
    'access',
    'iloveyou',
    'trustno1',
    'superman',
    'batman',
  ],
  ...[
    'qwertyuiop',
    'qwerty',
    'asdfghjkl',
    'asdfgh',
    'zxcvbnm',
    'zxcvbn',
    'qazwsxedc',
    'qazwsx',
    '1qaz2wsx',
    '1q2w3e4r',
  ],
  ...[
    '1234567890',
    '0987654321',
    '123456',
    '654321',
    '12345',
    '1234',
    '123',
    'abcdefgh',
    'abcdef',
    'abcd',
    'abc',
    'aaa',
  ],
  ...[
    'sunshine',
    'princess',
    'football',
    'baseball',
    'monkey',
    'dragon',
    'shadow',
    'michael',
    'jordan',
    'ashley',
    'flower',
  ],
  ...[
    'spring',
    'summer',
    'autumn',
    'winter',
    'january',
    'monday',
    'friday',
    'company',
    'computer',
    'internet',
    'google',
  ],
  ...[
    'correcthorsebatterystaple',
    'doctor',
    'nurse',
    'clinic',
    'hospital',
    'medical',
    'patient',
    'practice',
    'health',
  ],
]

/** Composed and decomposed forms of the same letters count as the same password. */
function normal(password: string): string {
  return password.normalize('NFKC')
}

/** The hash to store. Never call it with an unchecked length: `passwordProblem` bounds it. */
export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), COST)
}

/** Whether the password is right. Takes as long for a null hash (nobody has that e-mail) and then answers false. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const fits = password.length <= PASSWORD_MAX * 2
  const right = await verify(stored ?? NOBODYS_HASH, fits ? normal(password) : '')
  return right && fits && stored !== null
}

/** What is wrong with a new password, in words for the person who chose it; null when it will do. No composition rules. */
export function passwordProblem(password: string, person: { email: string; name: string }): string | null {
  const length = Array.from(normal(password)).length
  if (length < PASSWORD_MIN)
    return `Use at least ${PASSWORD_MIN} characters. A few words that do not belong together are good.`
  if (length > PASSWORD_MAX) return `Use at most ${PASSWORD_MAX} characters.`
  const [mailbox = '', domain = ''] = person.email.toLowerCase().split('@')
  const named = [
    mailbox,
    domain.split('.')[0] ?? '',
    ...mailbox.split(/[^a-z0-9]+/),
    ...person.name.split(/\s+/),
  ]
  const words = [person.email, ...named]
    .map((word) => normal(word).toLowerCase())
    .filter((word) => word.length >= 3)
  let left = normal(password).toLowerCase()
  for (const word of [...words, ...COMMON].sort((a, b) => b.length - a.length))
    left = left.replaceAll(word, '')
  if (Array.from(left).length < OWN_CHARACTERS || new Set(left).size < DISTINCT_CHARACTERS)
    return 'This is easy to guess: it is mostly a name, a common password or a pattern. A few words that do not belong together are better.'
  return null
}
