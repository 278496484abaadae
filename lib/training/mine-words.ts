import type { Language } from '#lib/law/lessons/lesson'
import type { Method } from './options.ts'

const en = {
  title: 'My training',
  lede: 'What you sign stays here, with the text as you read it.',
  toSign: 'To read and sign',
  nothing: 'Nothing to sign now',
  nothingNext: 'When there is, it stands here and in My work, with the day it is due.',
  waits: 'Waits while you are on leave',
  minute: '1 minute',
  minutes: '{minutes} minutes',
  take: 'Read and sign',
  signed: 'Signed',
  signedNone: 'You have not signed anything here yet.',
  takenBack: 'Taken back',
  version: '{ref}, version {number}',
  proof: 'Proof',
  whatYouSigned: 'What you signed',
  signedOn: 'Signed on {when}.',
  wasTakenBack: 'This signature was taken back',
  corrected: 'A correction stands beside this',
  answered: 'What you answered',
  readText: 'What you read',
  course: 'Course',
  campaign: 'For',
  signedAs: 'Signed as',
  how: 'How',
  answers: 'Answers',
  answersRight: '{right} of {asked} right',
  keptUntil: 'Kept until at least',
  hash: 'SHA-256 of the signature',
  textHash: 'SHA-256 of the text',
  readAndSign: 'Read and sign',
  allPdf: 'All of it as a PDF',
  certificatePdf: 'Certificate (PDF)',
}

/** What the pages with one's own training say. */
export type MineWords = Readonly<Record<keyof typeof en, string>>

const es: MineWords = {
  title: 'Mi capacitación',
  lede: 'Lo que usted firma queda aquí, con el texto tal como lo leyó.',
  toSign: 'Por leer y firmar',
  nothing: 'No hay nada que firmar ahora',
  nothingNext: 'Cuando haya algo, aparecerá aquí con su fecha límite.',
  waits: 'Espera mientras usted está de licencia',
  minute: '1 minuto',
  minutes: '{minutes} minutos',
  take: 'Leer y firmar',
  signed: 'Firmado',
  signedNone: 'Usted todavía no ha firmado nada aquí.',
  takenBack: 'Anulada',
  version: '{ref}, versión {number}',
  proof: 'Comprobante',
  whatYouSigned: 'Lo que usted firmó',
  signedOn: 'Firmado el {when}.',
  wasTakenBack: 'Esta firma fue anulada',
  corrected: 'Hay una corrección al lado de esta firma',
  answered: 'Lo que usted respondió',
  readText: 'Lo que usted leyó',
  course: 'Curso',
  campaign: 'Para',
  signedAs: 'Firmado como',
  how: 'Cómo',
  answers: 'Respuestas',
  answersRight: '{right} de {asked} correctas',
  keptUntil: 'Se guarda al menos hasta',
  hash: 'SHA-256 de la firma',
  textHash: 'SHA-256 del texto',
  readAndSign: 'Leer y firmar',
  allPdf: 'Todo en un PDF',
  certificatePdf: 'Certificado (PDF)',
}

export const mineWords: Readonly<Record<Language, MineWords>> = { en, es }

/** How somebody signed, in Spanish; in English the options have it. */
export const spanishMethods: Readonly<Record<Method, string>> = {
  'own-device': 'En Plumbline',
  kiosk: 'En una tableta compartida',
  paper: 'En papel',
  certificate: 'Con el certificado de otro curso',
}
